"""From what was found to a draft: lines with their passages, header values that follow from them, and none of the article's words."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from tests.extract.drafted import (
    CHILE,
    MEMORANDUM,
    MONDAY,
    ON_MONDAY,
    PERU,
    PUBLISHED,
    SAID_BY_HOLM,
    TEXT,
    TRIP,
    draft,
    evidence,
    extraction,
    said,
    span,
)

from diplotrips.extract.notation.json import parse_json
from diplotrips.extract.parsing.drafting.grounding import passage_sha256
from diplotrips.extract.parsing.drafting.headers import from_to
from diplotrips.extract.parsing.drafting.rendering import plain, render_draft
from diplotrips.extract.parsing.found import Found
from diplotrips.schema.coding import CodingFile
from diplotrips.schema.dates.edtf import EdtfDate


def test_the_trip_holds_what_its_lines_say() -> None:
    """Traveller, office, status, days and route of the trip are those of the lines."""
    block = plain(draft())["trips"][0]

    assert block["trip"] == {
        "id": "t1",
        "traveller": "Ada Holm",
        "office": "foreign-minister",
        "represents": "NO",
        "status": "planned",
        "dates": "2025-03-03/",
        "route": ["pe", "cl"],
        "main": True,
    }
    assert block["stops"] == [
        {"id": "pe", "country": "PE", "places": ["Lima"], "dates": "2025-03-03/", "met": [{"person": "luz-vega", "office": "president"}]},
        {"id": "cl", "country": "CL"},
    ]


def test_a_line_says_where_it_stands_and_how_it_is_known() -> None:
    """A line has span, hash, basis, phrase, anchor, confidence and rule; of a planned trip also the mode."""
    (line,) = [line for line in said(draft()) if "first_day" in line and "about" not in line]

    assert line == {
        "first_day": "2025-03-03",
        "basis": "resolved",
        "mode": "planned",
        "phrase": "on Monday",
        "anchor": "2025-03-01",
        "confidence": 0.9,
        "rule": "weekday",
        "span": str(span("on Monday")),
        "sha256": passage_sha256(TEXT, [span("on Monday")]),
    }


def test_the_order_of_a_list_is_no_order() -> None:
    """A route that only a list gives is a line with its countries, and not held by the trip."""
    listed = replace(TRIP, route_evidence=evidence("Lima", "Chile", basis="list"))

    written = draft(trips=(listed,))

    (line,) = [line for line in said(written) if "route" in line]
    assert (line["route"], line["countries"], line["basis"]) == (["pe", "cl"], ["PE", "CL"], "list")
    assert "route" not in plain(written)["trips"][0]["trip"]


def test_stops_that_tie_stand_in_an_inner_list() -> None:
    """Stops of unknown order among themselves are one step of the route."""
    tied = replace(TRIP, route=(("pe", "cl"),))

    assert [line["route"] for line in said(draft(trips=(tied,))) if "route" in line] == [[["pe", "cl"]]]


def test_a_status_of_one_stop_sets_its_mode() -> None:
    """What is said of a stop that is over is no plan, though the trip is one."""
    over = replace(CHILE, status=Found("completed", evidence("goes to Chile")))

    lines = [line for line in said(draft(trips=(replace(TRIP, stops=(over,), route=()),))) if line.get("about") == "cl"]

    assert [line.get("mode") for line in lines] == [None, None]
    assert [line.get("status") for line in lines] == [None, "completed"]


def test_what_lies_ahead_is_planned() -> None:
    """On a trip that is under way a stop after the day of publication is a plan, and so is the last day."""
    begun = replace(PERU, first_day=Found(PUBLISHED, ON_MONDAY), met=())
    ahead = replace(CHILE, first_day=Found(MONDAY, ON_MONDAY))
    trip = replace(
        TRIP, status=Found("under-way", evidence("fly")), stops=(begun, ahead), first_day=None, last_day=Found(MONDAY, ON_MONDAY)
    )

    lines = said(draft(trips=(trip,)))

    assert {line["mode"] for line in lines if line.get("about") == "cl"} == {"planned"}
    assert [line.get("mode") for line in lines if line.get("about") == "pe"] == [None, None, None]
    assert [line.get("mode") for line in lines if "last_day" in line] == ["planned"]


def test_the_words_of_a_resolved_date() -> None:
    """Where a rule tells no phrase, it is the passage, since the date can be recomputed from that only."""
    bare = Found(MONDAY, evidence("Monday", basis="resolved", anchor=PUBLISHED))

    assert [line["phrase"] for line in said(draft(trips=(replace(TRIP, stops=(), first_day=bare),))) if "first_day" in line] == ["Monday"]


def test_a_region_as_the_source_spells_it() -> None:
    """The phrase for the region has the capitals of the source."""
    region = Found("lima", evidence("Lima"))

    assert [line["region"] for line in said(draft(trips=(replace(TRIP, region=region),))) if "region" in line] == ["Lima"]


def test_both_ends_in_one_passage_are_one_line() -> None:
    """First and last day that one passage says stand together."""
    both = replace(TRIP, last_day=Found(EdtfDate.parse("2025-03-05"), ON_MONDAY))

    assert [line["dates"] for line in said(draft(trips=(both,))) if "dates" in line] == ["2025-03-03/2025-03-05"]


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        ("2025-03-03", "2025-03-05", "2025-03-03/2025-03-05"),
        ("2025-03-03", "2025-03-03", "2025-03-03"),
        ("2025-03-03", "", "2025-03-03/"),
        ("", "2025-03-05", "/2025-03-05"),
        ("", "", ""),
        ("2025-03-05", "2025-03-03", ""),
        ("2025-03-01/2025-03-04", "2025-03-05", "/2025-03-05"),
        ("[2025-03-01,2025-03-04]", "", ""),
        ("XXXX-04-17", "XXXX-04-20", "XXXX-04-17/XXXX-04-20"),
    ],
)
def test_from_a_day_to_a_day(first: str, last: str, written: str) -> None:
    """Days that are windows, sets or reversed are held nowhere; an end that nobody tells is left empty."""
    assert from_to(first, last) == written


def test_an_agreement_is_told_in_neutral_words() -> None:
    """The subject says what kind of paper it is and where its subject stands, not what that is."""
    (agreement,) = plain(draft())["trips"][0]["agreements"]

    assert agreement["subject"] == f"memorandum, its subject stands at {span('on fish')}"
    assert (agreement["parties"], agreement["progress"], agreement["stop"]) == (["NO", "PE"], "signed", "pe")


def test_many_parties_stand_to_each_other_in_an_unknown_way() -> None:
    """Where more than two parties are named, nobody says how they stand."""
    three = replace(MEMORANDUM, parties=(*MEMORANDUM.parties, Found("CL", evidence("Chile"))))

    (agreement,) = draft(agreements=(three,)).trips[0].agreements

    assert agreement.arrangement == "unknown"


def test_quotations_stand_without_their_words() -> None:
    """A quotation has its length, speaker and attribution; those of experts stand with the expert."""
    block = plain(draft())["trips"][0]
    (quote,), (expert,) = block["quotes"], block["quoted_experts"]

    assert (quote["person"], quote["speaker"], quote["gist"]) == ("Ada Holm", "official", "direct quotation of 7 words")
    assert (quote["attribution"], quote["rule"]) == (str(span("Holm said")), "verb-and-name")
    assert (expert["person"], expert["position"], expert["affiliation"]) == ("Per Lund", "researcher", "Harbour Institute")
    assert [quote["gist"] for quote in expert["quotes"]] == ["direct quotation of 6 words"]


def test_no_sentence_of_the_article_is_in_a_draft() -> None:
    """No four words that follow each other in the article stand in the file."""
    text, words = render_draft(draft()), TEXT.split()

    assert [run for start in range(len(words)) if (run := " ".join(words[start : start + 4])) in text and start + 4 <= len(words)] == []


def test_what_is_left_out_is_counted() -> None:
    """Quotations without a speaker, agreements of other trips and codes that no list has are counted."""
    nobody = replace(SAID_BY_HOLM, person=None)
    other = replace(MEMORANDUM, of_this_trip=False)
    odd = replace(MEMORANDUM, id="a2", progress=Found("dreamt-of", evidence("signed")))

    written = draft(quotes=(nobody,), agreements=(other, odd))

    assert written.dropped == {"agreement": 1, "no-speaker": 1, "no-trip": 1, "not-in-schema": 1}
    assert written.trips[0].agreements == ()


def test_an_article_without_trips() -> None:
    """The draft of an article that tells of no trip is an empty list, and its quotations are counted."""
    written = draft(trips=(), agreements=())

    assert (written.trips, written.dropped) == ((), {"no-trip": 2})


def test_what_was_read_is_told_by_its_hash() -> None:
    """The draft names day, hash and length of the text, and what is known of the page as far as the schema takes it."""
    article = replace(extraction().layout.article, url="no address", title=" Fish\nand ships ", publisher="The Herald")

    written = plain(draft(layout=replace(extraction().layout, article=article)))["article"]

    assert written == {
        "title": "Fish and ships",
        "publisher": "The Herald",
        "published": "2025-03-01",
        "text_sha256": passage_sha256(TEXT, [span(TEXT)]),
        "text_chars": len(TEXT),
    }


@pytest.mark.parametrize(
    ("how", "basis"),
    [({"part": "dateline"}, "dateline"), ({"basis": "metadata"}, "metadata"), ({}, "stated")],
)
def test_how_the_day_of_publication_is_known(how: dict[str, Any], basis: str) -> None:
    """A day that was found is the dateline's, the metadata's, or stated."""
    unknown = replace(extraction().layout, article=replace(extraction().layout.article, published=None))

    written = draft(layout=unknown, published=Found(MONDAY, evidence("Monday", **how)))

    assert written.article is not None
    assert (str(written.article.published), written.article.published_basis) == ("2025-03-03", basis)


def test_the_file_reads_back() -> None:
    """The text of a draft is JSON that gives the same draft, with a line for each claim, and is the same every time."""
    written = draft(trips=(replace(TRIP, traveller=Found("Ada Holm", evidence("Ada Holm", confidence=1.0))),))
    text = render_draft(written)

    assert parse_json(text, "draft").findings == ()
    assert CodingFile.model_validate(json.loads(text)) == written
    assert sum('"rule": "weekday"' in line for line in text.splitlines()) == 2
    assert text.endswith("}\n")
