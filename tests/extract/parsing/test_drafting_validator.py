"""The validator: what the text does not bear out is dropped and counted, whoever extracted it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.extract.drafted import TEXT, changed, draft, said, span

from diplotrips.extract.parsing.drafting.rendering import plain
from diplotrips.extract.parsing.drafting.validator import validate
from diplotrips.schema.coding import CodingFile

NAMED: dict[str, Any] = {"named": "Ada Holm", "span": str(span("Ada Holm"))}
PERU: dict[str, Any] = {"about": "pe", "country": "PE", "span": str(span("Lima"))}


def block(coding: CodingFile) -> dict[str, Any]:
    """Return the first block as JSON."""
    found: dict[str, Any] = plain(coding)["trips"][0]
    return found


def test_our_own_draft_is_borne_out() -> None:
    """Nothing of a draft that was made of the text is dropped, and it stays as it is."""
    assert validate(draft(), TEXT) == (draft(), {})


def test_what_came_out_is_not_changed() -> None:
    """To validate twice is to validate once."""
    once, _ = validate(changed(said=[NAMED, {**PERU, "route": ["pe", "xx"]}, {"region": "South", "span": "900-901"}]), TEXT)

    assert validate(once, TEXT) == (once, {})


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ({"days": 4, "span": f"{len(TEXT) - 1}-{len(TEXT) + 1}"}, "span-outside-text"),
        ({"days": 4, "span": "9-9"}, "span-outside-text"),
        ({"days": 4}, "no-span"),
        ({"days": 4, "locator": "page 2"}, "no-span"),
        ({"days": 4, "span": "0-4", "sha256": "0" * 64}, "hash-of-other-text"),
        ({"named": "Nora Nobody", "span": "0-4"}, "name-not-in-text"),
        ({"about": "xx", "country": "CL", "span": "0-4"}, "no-such-record"),
        ({"first_stop": "xx", "span": "0-4"}, "no-such-record"),
    ],
)
def test_a_line_that_is_not_borne_out(line: dict[str, Any], reason: str) -> None:
    """Each kind of groundless line goes, with its reason."""
    trip = {"id": "t1", "traveller": "Ada Holm"}

    held, dropped = validate(changed(trip=trip, stops=[], agreements=[], quoted_experts=[], quotes=[], said=[NAMED, line]), TEXT)

    assert dropped == {reason: 1}
    assert [line["named"] for line in said(held)] == ["Ada Holm"]
    assert held.dropped == dropped


def test_metadata_needs_no_span() -> None:
    """A value of the page's metadata stands without a passage."""
    held, _ = validate(changed(said=[NAMED, {"region": "Europe", "basis": "metadata"}]), TEXT)

    assert [line["region"] for line in said(held) if "region" in line] == ["Europe"]


def test_a_missing_hash_is_filled_in() -> None:
    """An extractor need not hash its passages; several have one hash of all of them."""
    held, _ = validate(changed(said=[NAMED, {"days": 4, "span": ["0-4", "8-9"]}]), TEXT)

    assert all(len(line["sha256"]) == 64 for line in said(held))


def test_a_phrase_has_to_stand_in_the_text() -> None:
    """A phrase that the text does not have goes; the value stays."""
    held, dropped = validate(changed(said=[NAMED, {"first_day": "2025-03-03", "phrase": "on Friday", "span": str(span("Monday"))}]), TEXT)

    assert dropped["phrase-not-in-text"] == 1
    assert said(held)[1]["first_day"] == "2025-03-03"
    assert "phrase" not in said(held)[1]


def test_records_hold_what_their_lines_say() -> None:
    """A value of a record that no line is left for goes; a stop without its country, and what refers to it, too."""
    lines = [NAMED, PERU, {"route": ["pe", "cl"], "span": "0-4"}, {"days": 3, "after": "cl", "about": "pe", "span": "0-4"}]

    held, dropped = validate(changed(said=lines, agreements=[], quoted_experts=[], quotes=[]), TEXT)

    assert block(held)["trip"] == {"id": "t1", "traveller": "Ada Holm", "main": True}
    assert block(held)["stops"] == [{"id": "pe", "country": "PE"}]
    assert [sorted(line.keys() & {"named", "country", "days", "route", "after"}) for line in said(held)] == [
        ["named"],
        ["country"],
        ["days"],
    ]
    assert dropped == {"no-line": 9, "no-such-record": 2}


def test_a_trip_of_nobody_in_the_text() -> None:
    """A trip whose traveller the text does not name is dropped as a whole."""
    trip = {**block(draft())["trip"], "traveller": "Nora Nobody"}

    held, dropped = validate(changed(trip=trip), TEXT)

    assert [block.trip.id for block in held.trips if not isinstance(block.trip, str)] == ["t2"]
    assert dropped == {"no-traveller": 1}


def test_an_authored_trip_is_none_of_an_extractor() -> None:
    """A block that names a record is left out, and so is the second trip of one id."""
    value = plain(draft())
    value["trips"] = [value["trips"][0], value["trips"][0], {"trip": "holm-2024", "said": [NAMED]}]

    held, dropped = validate(CodingFile.model_validate(value), TEXT)

    assert len(held.trips) == 1
    assert dropped == {"id-twice": 1, "names-a-record": 1}


@pytest.mark.parametrize(
    ("words", "text", "manner"),
    [
        ('"We will talk about fish and ships,"', None, "direct"),
        ("We will talk about fish and ships,", "We will talk about fish and ships,", "direct"),
        ('"We will talk about fish and ships,"', "We will talk about fish and ships,", "direct"),
        ('"We will talk about fish and ships,"', "We will talk about ships", "reported"),
        ("Holm then goes to Chile", None, "reported"),
    ],
)
def test_a_quotation_is_exact_or_reported(words: str, text: str | None, manner: str) -> None:
    """A direct quotation stands between marks and has the words of the passage, which are not kept; else it is reported speech."""
    quote = {"person": "Ada Holm", "span": str(span(words)), "manner": "direct", "gist": "on fish", **({"text": text} if text else {})}

    held, dropped = validate(changed(quotes=[quote]), TEXT)

    (kept,) = held.trips[0].quotes
    assert (kept.manner, kept.text) == (manner, None)
    assert dropped == ({"quotation-not-exact": 1} if manner == "reported" else {})


def test_a_quotation_of_nobody_in_the_text() -> None:
    """A speaker or expert whom the text does not name is dropped with what they are said to have said."""
    quote = {"person": "Nora Nobody", "span": "0-4", "manner": "reported", "gist": "hope"}
    expert = {"id": "e1", "person": "Nora Nobody", "quotes": [{"span": "0-4", "gist": "hope"}]}

    held, dropped = validate(
        changed(quotes=[quote], quoted_experts=[expert], said=[line for line in said(draft()) if "about" not in line]), TEXT
    )

    assert (held.trips[0].quotes, held.trips[0].quoted_experts) == ((), ())
    assert dropped["name-not-in-text"] == 2
