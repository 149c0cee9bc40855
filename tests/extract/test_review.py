"""A review while it goes on: what is asked in which order, what falls with what, what was decided and when that is void."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from tests.extract.drafted import CHILE, PERU, TEXT, TRIP, changed, draft, evidence
from tests.extract.reviewed import accept_all, draft_file, item, opened

from diplotrips.errors import UnreadablePathError, UnusableRequestError
from diplotrips.extract.layout import lay_out
from diplotrips.extract.parsing.found import Found
from diplotrips.extract.review.acceptance import accepted
from diplotrips.extract.review.documents import Names, lines_of
from diplotrips.extract.review.inserting import with_additions
from diplotrips.extract.review.progress import Progress, TripAnswer, progress_file
from diplotrips.extract.review.reviewing import answer_of, open_draft
from diplotrips.extract.review.snippets import snippets
from diplotrips.extract.review.writing import all_or_none
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of the draft of the article."""
    return draft_file(tmp_path)


def test_values_come_record_by_record(path: Path) -> None:
    """The trip first, then each stop with whom was met, agreements, experts, quotations; in each, what decides about it first."""
    items = opened(path).parts[0].items

    records = list(dict.fromkeys(item.record for item in items))
    assert records == ["", "pe", "pe.luz-vega", "cl", "a1", "expert-lund", "quotes"]
    assert [next(iter(item.fields)) for item in items if item.is_decisive] == ["named", "country", "mode", "country", "kind", "named"]
    for record in records[:-1]:
        assert next(item for item in items if item.record == record).is_decisive


def test_the_main_trip_comes_first(path: Path) -> None:
    """A trip that the article only mentions comes behind the one that it is about."""
    assert [part.id for part in opened(path).parts] == ["t1", "t2"]


@pytest.mark.parametrize(
    ("record", "field", "fallen"),
    [
        ("pe", "country", {"pe", "pe.luz-vega"}),
        ("pe", "places", set()),
        ("a1", "progress", {"a1"}),
        ("", "named", {"", "pe", "pe.luz-vega", "cl", "a1", "expert-lund", "quotes"}),
    ],
)
@pytest.mark.parametrize("decision", ["reject", "not-found"])
def test_what_falls(path: Path, record: str, field: str, fallen: set[str], decision: str) -> None:
    """Without the country of a stop nothing else about it is asked; without the traveller nothing at all."""
    review = opened(path)

    review.answers[item(review, record, field).key] = answer_of(decision)

    assert {item.record for item in review.parts[0].items if review.falls(item)} == fallen


def test_a_rejected_trip_asks_nothing(path: Path) -> None:
    """Of a trip that is not recorded no value is asked."""
    review = opened(path)

    review.trips["t1"] = TripAnswer(decision="reject")

    assert {item.trip for item in review.undecided()} == {"t2"}
    assert [part.id for part in review.undecided_trips()] == ["t2"]


def test_a_review_goes_on_where_it_was_left(path: Path) -> None:
    """What was decided is kept beside the draft, and no dataset takes that file for a draft."""
    review = opened(path)
    review.answers[item(review, "pe", "places").key] = answer_of("accept", {"places": ["Lima", "Callao"]})
    review.trips["t2"] = TripAnswer(decision="reject")
    review.people["Luz Vega"] = "luz-vega-2"

    review.save()

    again = opened(path)
    assert (again.answers, again.trips, again.people, again.void) == (review.answers, review.trips, review.people, "")
    assert progress_file(path).exists()
    assert [file.path.name for file in lay_out(path.parents[2]).files] == ["herald-2025-03.json"]


def test_another_draft_voids_what_was_decided(path: Path) -> None:
    """When the draft changed, nothing that was decided holds, and it is said why."""
    review = opened(path)
    review.answers[review.items[0].key] = answer_of("accept")
    review.save()

    again = opened(path, changed(agreements=[], said=[line for line in draft().trips[0].said if line.about != "a1"]))

    assert (again.answers, again.trips) == ({}, {})
    assert again.void == "1 value of this draft was decided before, and that is void, as the draft changed"


def test_another_text_is_refused(path: Path) -> None:
    """A text that the draft was not made of is refused before anything is asked."""
    sentence = r"^herald\.txt is not the text that .* was made of: it has \d+ characters instead of \d+, so it was edited since"
    with pytest.raises(UnusableRequestError, match=sentence):
        open_draft(path, TEXT + " ", "herald.txt")
    with pytest.raises(UnusableRequestError, match="it is that of another article"):
        open_draft(path, "Something else happened in Oslo.", "herald.txt")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{", "cannot read"),
        ('{"schema": 1}', "it is no draft"),
        ('{"schema": 1, "source": "x", "coder": "y", "trips": []}', "does not say which text"),
    ],
)
def test_a_file_that_is_no_draft(path: Path, content: str, reason: str) -> None:
    """A file that holds something else than a draft is refused with a sentence."""
    path.write_text(content)

    with pytest.raises(UnreadablePathError, match=reason):
        opened(path)


def test_answers_to_nothing(path: Path) -> None:
    """An answer for a value that the draft does not have is refused."""
    review = opened(path)

    with pytest.raises(UnusableRequestError, match=r"the draft has no value called t1\.said\.99"):
        review.take(Progress.model_validate({"items": {"t1.said.99": {"decision": "accept"}}, "schema": 1}))


def test_what_holds_of_all_others(path: Path) -> None:
    """`others` decides every value that is not named."""
    review = opened(path)

    review.take(Progress.model_validate({"schema": 1, "items": {"t1.said.1": {"decision": "accept"}}, "others": "not-found"}))

    assert {answer.decision for answer in review.answers.values()} == {"accept", "not-found"}
    assert list(review.undecided()) == []


def test_what_is_accepted_holds_together(path: Path) -> None:
    """Without a stop no route or agreement refers to it, and the trip holds no value whose line was rejected."""
    review = opened(path)
    accept_all(review)
    review.answers[item(review, "cl", "country").key] = answer_of("reject")
    review.answers[item(review, "", "office").key] = answer_of("not-found")
    review.answers[item(review, "a1", "parties").key] = answer_of("reject")

    block, losses = accepted(review, review.parts[0])

    assert [stop["id"] for stop in block["stops"]] == ["pe"]
    assert block["trip"] == {"id": "t1", "traveller": "Ada Holm", "status": "planned", "dates": "2025-03-03/", "main": True}
    assert block["agreements"] == []
    assert [(loss.item.record, *loss.fields) for loss in losses] == [
        ("", "route", "mode"),
        ("a1", "kind", "progress"),
        ("a1", "subject"),
    ]
    assert {loss.why for loss in losses if loss.item.record == "a1"} == {"the agreement lacks parties"}


def test_an_order_goes_on_without_a_stop(path: Path) -> None:
    """A stop that was rejected goes out of the order and of the list of countries; an order of one stop is none."""
    listed = replace(TRIP, stops=(PERU, CHILE, replace(CHILE, id="bo", country=Found("BO", evidence("Norway")))))
    listed = replace(listed, route=(("pe",), ("cl",), ("bo",)), route_evidence=evidence("Lima", "Chile", basis="list"))
    review = opened(path, draft(trips=(listed,)))
    accept_all(review)

    review.answers[item(review, "cl", "country").key] = answer_of("reject")
    (route,) = [line for line in accepted(review, review.parts[0]).block["said"] if "countries" in line]
    review.answers[item(review, "pe", "country").key] = answer_of("reject")
    (left,) = [line for line in accepted(review, review.parts[0]).block["said"] if "countries" in line]

    assert (route["route"], route["countries"]) == (["pe", "bo"], ["PE", "BO"])
    assert (left.get("route"), left["countries"]) == (None, ["BO"])


def test_lines_of_one_passage_are_merged() -> None:
    """What one passage says in one way of one record is one line, and what an author would not write is left out."""
    rest = {"span": "0-4", "sha256": "0" * 64, "rule": "x", "confidence": 0.5, "basis": "stated"}
    said: list[dict[str, Any]] = [
        {"about": "pe", "country": "PE", **rest},
        {"about": "pe", "places": ["Lima"], **rest},
        {"about": "pe", "places": ["Callao"], **rest},
        {"about": "pe", **rest},
    ]

    written = list(lines_of(said, Names(source="s", people={}, organizations={})))

    assert written == [
        {"about": "pe", "country": "PE", "places": ["Lima"], "span": "0-4"},
        {"about": "pe", "places": ["Callao"], "span": "0-4"},
        {"about": "pe", "span": "0-4"},
    ]


WRITTEN = """\
# A trip.
trip: {id: one, route: [pe]}  # stays
stops:
  - {id: pe, country: PE}
  # the second
  - id: cl
    country: CL
    met:
      - {person: a}
said:
  gazette:
    - {days: 4, span: 1-2}  # four
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_lines_are_put_in_and_nothing_else_changes(line_end: str) -> None:
    """Items and keys come behind the others, in brackets or lines as these are; what was there is the same."""
    text = WRITTEN.replace("\n", line_end)
    met, line = [{"person": "b", "office": "president"}], {"last_day": "2025-03-04", "papers": "2..", "named": "A: B"}

    new = with_additions(
        text,
        "one.yaml",
        [
            (("stops", 0, "met"), met),
            (("stops", 1, "met"), met),
            (("stops",), [{"id": "bo", "country": "BO"}]),
            (("said", "gazette"), [line]),
            (("said", "herald"), [line]),
            (("quotes",), []),
            ((), {"reviewed_by": "me"}),
            (("reviews",), [{"source": "herald"}]),
        ],
    )

    assert new.split(line_end) == [
        "# A trip.",
        "trip: {id: one, route: [pe]}  # stays",
        "stops:",
        "  - {id: pe, country: PE, met: [{person: b, office: president}]}",
        "  # the second",
        "  - id: cl",
        "    country: CL",
        "    met:",
        "      - {person: a}",
        "      - {person: b, office: president}",
        "  - {id: bo, country: BO}",
        "said:",
        "  gazette:",
        "    - {days: 4, span: 1-2}  # four",
        '    - {last_day: 2025-03-04, papers: 2.., named: "A: B"}',
        "  herald:",
        '    - {last_day: 2025-03-04, papers: 2.., named: "A: B"}',
        "reviewed_by: me",
        "reviews:",
        "  - {source: herald}",
        "",
    ]


def test_all_files_or_none(tmp_path: Path) -> None:
    """An exception puts back what was there: the old content, or nothing."""
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_text("before")

    def write_half() -> None:
        with all_or_none([old, new]):
            old.write_text("after")
            new.write_text("after")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_half()

    assert old.read_text() == "before"
    assert not new.exists()


@pytest.mark.parametrize(
    ("text", "spans", "shown"),
    [
        ("one two three four", ["4-7"], [["one ", "two", " three…"]]),
        ("one two three four", ["4-7", "14-18"], [["one ", "two", " three ", "four", ""]]),
        ("one " * 40, ["0-3", "150-153"], [["", "one", " one one…"], ["…one on", "e o", "ne one "]]),
        ("a\n\n\x1b[2Jb\tc", ["3-7"], [["a\n", "\N{REPLACEMENT CHARACTER}[2J", "b c"]]),
        ("One.\nTwo\nand three.", ["5-8"], [["One.\n", "Two", " and…"]]),
    ],
)
def test_a_passage_in_its_surroundings(text: str, spans: list[str], shown: list[list[str]]) -> None:
    """Words around a passage are whole, passages close together share a snippet, paragraphs end, and no control character is left."""
    found = [[stretch.text for stretch in snippet] for snippet in snippets(text, map(Span.parse, spans), 8)]

    assert found == shown
