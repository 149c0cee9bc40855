"""Free texts of a draft: sentences of the article that a plug-in put there are replaced or go, names and words of its own stay."""

from __future__ import annotations

from typing import Any

import pytest
from tests.extract.drafted import TEXT, changed, draft, said, span

from diplotrips.extract.parsing.drafting.blocks import hold_block
from diplotrips.extract.parsing.drafting.rendering import plain
from diplotrips.extract.parsing.drafting.runs import shares_run, words_in
from diplotrips.extract.parsing.drafting.validator import validate
from diplotrips.extract.parsing.drafting.witness import Witness
from diplotrips.schema.coding import CodingFile

EIGHT = "will fly to Lima on Monday for talks"
NINE = f"{EIGHT} with"
LONG = TEXT[:129]
NAMED: dict[str, Any] = {"named": "Ada Holm", "span": str(span("Ada Holm"))}
NOTHING: dict[str, Any] = {"stops": [], "agreements": [], "quoted_experts": [], "quotes": []}


def alone(**changes: Any) -> CodingFile:  # noqa: ANN401  (keys of a block)
    """Return a draft of a trip and nothing else, but for *changes*."""
    return changed(**{"trip": {"id": "t1", "traveller": "Ada Holm"}, **NOTHING, "said": [NAMED], **changes})


@pytest.mark.parametrize(
    ("told", "is_copied"),
    [
        (EIGHT, False),
        (NINE, True),
        (f"It says that she {NINE.upper()}", True),
        (NINE.replace(" ", "\n"), True),
        ("She will fly; to Lima, on Monday: for talks with her", True),
        ("a visit to Lima, with talks on fishing, on a Monday", False),
        ("", False),
    ],
)
def test_what_is_a_passage(told: str, is_copied: bool) -> None:  # noqa: FBT001  (a case of the table)
    """Nine words of the article in a row are a passage, whatever their case and what stands between them; eight are none."""
    assert Witness(TEXT).repeats(told) is is_copied


@pytest.mark.parametrize(("length", "is_copied"), [(60, False), (61, True)])
@pytest.mark.parametrize("start", [0, 7, 30, 31, 38])
def test_characters_in_a_row(start: int, length: int, is_copied: bool) -> None:  # noqa: FBT001  (a case of the table)
    """More than sixty characters are a passage in whatever place, also of a language without spaces between words."""
    text = "".join(chr(0x4E00 + number) for number in range(100))

    assert Witness(text).repeats(f"xyz{text[start : start + length]}zyx") is is_copied


@pytest.mark.parametrize("before", range(6))
def test_a_run_is_found_wherever_it_begins(before: int) -> None:
    """Words before the run do not hide it, and half of it twice is no run."""
    units = [*("x" * before), *"abcde"]

    assert shares_run(units, 5, " a b c d e ", " ")
    assert not shares_run([*units[:-1], "x"], 5, " a b c d e ", " ")


def test_words_have_apostrophes() -> None:
    """What stands behind an apostrophe is no word of its own."""
    assert words_in("Peru's fish, 'and' ships'") == ["Peru's", "fish", "and", "ships"]


def test_a_gist_in_our_words() -> None:
    """What the article says takes the place of the plug-in's words only as manner and length; its own words stay."""
    words = '"We will talk about fish and ships,"'
    quote = {"person": "Ada Holm", "span": str(span(words)), "manner": "direct"}

    held, dropped = validate(alone(quotes=[{**quote, "gist": f"Holm {NINE}"}, {**quote, "gist": "on fishing"}]), TEXT)

    assert [quote.gist for quote in held.trips[0].quotes] == ["direct quotation of 7 words", "on fishing"]
    assert dropped == {"words-of-the-article": 1}


def test_a_gist_of_no_quotation() -> None:
    """What is told of a passage without marks is that it is reported speech."""
    quote = {"person": "Ada Holm", "span": str(span("Peru and Norway signed")), "manner": "direct", "gist": NINE}

    held, _ = validate(alone(quotes=[quote]), TEXT)

    assert [(quote.gist, quote.manner) for quote in held.trips[0].quotes] == [("reported speech of 4 words", "reported")]


def test_a_person_may_quote() -> None:
    """Only drafts are kept from repeating the article: the words of a person in a review are that person's."""
    value = plain(alone(said=[{**NAMED, "note": NINE}]))["trips"][0]

    block = hold_block(value, Witness(TEXT))

    assert block is not None
    assert block["said"][0]["note"] == NINE


def test_a_subject_in_our_words() -> None:
    """The subject of an agreement is told by its kind and passage, in the line and in the record."""
    told = said(draft())
    lines = [{**line, "subject": TEXT[:150]} if "subject" in line else line for line in told]

    held, dropped = validate(changed(said=lines), TEXT)

    subject = f"agreement of unstated kind, its subject stands at {span('on fish')}"
    assert [line["subject"] for line in said(held) if "subject" in line] == [subject]
    assert [agreement.subject for agreement in held.trips[0].agreements] == [subject]
    assert dropped == {"words-of-the-article": 1}


@pytest.mark.parametrize("key", ["note", "locator", "rule"])
def test_a_line_without_the_passage(key: str) -> None:
    """Whatever else a line says in words of its own goes where it repeats the article, and the line stays."""
    held, dropped = validate(alone(said=[{**NAMED, key: TEXT[:120]}, {"days": 3, "span": "0-4", key: "counted from Monday"}]), TEXT)

    assert [line.get(key) for line in said(held)] == [None, "counted from Monday"]
    assert dropped == {"words-of-the-article": 1}


def test_notes_of_records() -> None:
    """Notes of the trip, its stops, quotations and the whole draft go as well."""
    value = plain(draft())
    block = value["trips"][0]
    for record in (value, block["trip"], block["stops"][0], block["quotes"][0], block["quoted_experts"][0], block["agreements"][0]):
        record["note"] = TEXT[:100]

    held, dropped = validate(CodingFile.model_validate(value), TEXT)

    assert (held, dropped) == (draft().model_copy(update={"dropped": dropped}), {"words-of-the-article": 6})


def test_a_position_that_is_a_sentence() -> None:
    """A position of nine words of the article goes with its line; the expert stays."""
    value = plain(draft())["trips"][0]
    expert = {**value["quoted_experts"][0], "position": NINE}
    lines = [{**line, "position": NINE} if "position" in line else line for line in value["said"]]

    held, dropped = validate(changed(said=lines, quoted_experts=[expert]), TEXT)

    assert [(expert.person, expert.position) for expert in held.trips[0].quoted_experts] == [("Per Lund", None)]
    assert dropped == {"words-of-the-article": 2}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ({"named": LONG, "span": "0-4"}, "name-not-in-text"),
        ({"region": LONG, "span": "0-4"}, "words-of-the-article"),
        ({"places": [LONG], "span": "0-4"}, "words-of-the-article"),
        ({"cited": [{"outlet": LONG, "date": "2025-03-01"}], "span": "0-4"}, "words-of-the-article"),
        ({"first_day": "2025-03-03", "phrase": LONG, "span": "0-4"}, "phrase-not-in-text"),
    ],
)
def test_a_name_that_is_a_sentence(line: dict[str, Any], reason: str) -> None:
    """What is longer than any name is none, though the text has it; names of the usual length stay."""
    usual = {"region": "the Harbour Institute. Peru and Norway signed a memorandum on fish", "span": "0-4"}

    held, dropped = validate(alone(said=[NAMED, usual, line]), TEXT)

    assert dropped == {reason: 1}
    assert LONG not in str(plain(held))
    assert said(held)[1]["region"] == usual["region"]


@pytest.mark.parametrize(("told", "kept"), [((), None), ((f"{NINE} her",), f"{NINE} her"), (("Harbour news",), None)])
def test_title_and_publisher(told: tuple[str, ...], kept: str | None) -> None:
    """A title that is a passage stays only where it came with the text, as that of a page does."""
    value = plain(draft())
    value["article"] |= {"title": f"{NINE} her", "publisher": "The Herald"}

    held, dropped = validate(CodingFile.model_validate(value), TEXT, told)

    assert held.article is not None
    assert (held.article.title, held.article.publisher) == (kept, "The Herald")
    assert dropped == ({} if kept else {"words-of-the-article": 1})


def test_held_once_is_held() -> None:
    """What is held to the text again is not changed."""
    once, _ = validate(alone(said=[{**NAMED, "note": TEXT[:100]}]), TEXT)

    assert validate(once, TEXT) == (once, {})
