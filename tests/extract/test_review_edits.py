"""What a person writes instead of a value of a draft, and what becomes of it in the records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.extract.drafted import span
from tests.extract.reviewed import accept_all, draft_file, item, opened

from diplotrips.errors import UnusableRequestError
from diplotrips.extract.review.acceptance import accepted
from diplotrips.extract.review.documents import met_as, names_in
from diplotrips.extract.review.progress import Progress
from diplotrips.extract.review.reviewing import answer_of
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of the draft of the article."""
    return draft_file(tmp_path)


@pytest.mark.parametrize(
    ("record", "field", "written", "sentence"),
    [
        ("", "first_day", "first_day: 2025-02-30", "February"),
        ("", "first_day", "frist_day: 2025-03-04", "did you mean first_day"),
        ("", "first_day", "places: [Entebbe]", "places does not belong to this value, which may have first_day, "),
        ("pe", "country", "first_day: 2022-09-13", "first_day does not belong to this value, which may have country, kind, mode"),
        ("a1", "progress", "first_day: 2024-05-17", "to say something else, reject it and write that by hand$"),
        ("a1", "progress", "kind: treaty", "without progress the agreement would be lost"),
        ("", "status", "mode: planned", "nothing is said any more without status"),
        ("", "first_day", "first_day: 2025-03-04, span: 4-100000", "4-100000 is no passage of the article"),
        ("", "first_day", "first_day: 2025-03-04, span: on Sunday", "the article has no passage “on Sunday”"),
        ("", "first_day", "first_day: 2025-03-04, span: is", "the article has “is” [0-9]+ times"),
        ("", "first_day", "", "nothing is left"),
        ("", "first_day", "first_day", "first_day is empty"),
        ("", "first_day", "first_day: [", "key: value"),
        ("", "first_day", "dates: 2025-03-10/2025-03-04", "2025-03-10/2025-03-04 ends before it starts"),
        ("", "named", "named: Ada Holme", "the article does not write Ada Holme"),
        ("pe", "country", "country: Peru", "Peru"),
        ("quotes", "gist", "speaker: boss, gist: hope", "boss"),
        ("quotes", "gist", "gist: will fly to Lima on Monday for talks with President Luz Vega", "this gist has a passage of the article"),
    ],
)
def test_a_change_that_cannot_be(path: Path, record: str, field: str, written: str, sentence: str) -> None:
    """What somebody writes for a value is held to the schema and the article at once."""
    review = opened(path)

    with pytest.raises(UnusableRequestError, match=sentence):
        review.changed(item(review, record, field), written)


def test_a_change(path: Path) -> None:
    """What was written takes the place of the fields of the draft, and its passage stays."""
    review = opened(path)
    first = item(review, "", "first_day")
    accept_all(review)

    review.answers[first.key] = answer_of("accept", review.changed(first, "first_day: 2025-03-04, mode: planned"))

    block, losses = accepted(review, review.parts[0])
    assert block["trip"]["dates"] == "2025-03-04/"
    assert losses == ()
    (line,) = [line for line in block["said"] if line.get("first_day") == "2025-03-04"]
    assert line["span"] == str(span("on Monday"))


def test_another_day_does_not_rest_on_its_phrase(path: Path) -> None:
    """A day that somebody wrote is inferred, unless they say how it is known; the words of a resolved day are those of another one."""
    review = opened(path)
    first = item(review, "", "first_day")
    accept_all(review)

    lines = []
    for written in ("first_day: 2025-03-04", "first_day: 2025-03-04, anchor: 2025-02-28", "first_day: 2025-03-03, mode: held"):
        review.answers[first.key] = answer_of("accept", review.changed(first, written))
        said = accepted(review, review.parts[0]).block["said"]
        lines += [line for line in said if "first_day" in line and "about" not in line]

    assert [(line["basis"], line.get("phrase"), line.get("anchor")) for line in lines] == [
        ("inferred", None, None),
        ("resolved", "on Monday", "2025-02-28"),
        ("resolved", "on Monday", "2025-03-01"),
    ]


def test_a_quotation_keeps_its_manner(path: Path) -> None:
    """Of a quotation only what somebody writes changes, since without its manner it would be taken for a direct one."""
    review = opened(path)
    quote = item(review, "quotes", "gist")

    assert review.changed(quote, "gist: fish") == {"speaker": "official", "manner": "direct", "gist": "fish"}
    assert review.changed(quote, "gist: fish, manner: reported")["manner"] == "reported"


def test_another_passage(path: Path) -> None:
    """A passage is given by words of the article, or code points, and the line has the hash of that."""
    review = opened(path)
    office = item(review, "", "office")
    accept_all(review)

    review.answers[office.key] = answer_of("accept", review.changed(office, "represents: NO, span: [Norway, 0-16]"))

    (line,) = [line for line in accepted(review, review.parts[0]).block["said"] if "represents" in line]
    assert line["span"] == [str(span("Norway")), "0-16"]
    assert line["sha256"] == review.witness.sha256_of((span("Norway"), Span(0, 16)))


def test_an_edited_name_is_that_of_the_person(path: Path) -> None:
    """Traveller and experts are called as the accepted line spells them, in their quotations too."""
    review = opened(path)
    accept_all(review)
    first, expert = item(review, "", "named"), item(review, "expert-lund", "named")

    review.answers[first.key] = answer_of("accept", review.changed(first, "named: Foreign Minister Ada Holm"))
    review.answers[expert.key] = answer_of("accept", review.changed(expert, "named: Lund"))

    block = accepted(review, review.parts[0]).block
    assert block["trip"]["traveller"] == "Foreign Minister Ada Holm"
    assert [quote["person"] for quote in block["quotes"]] == ["Foreign Minister Ada Holm"]
    assert [expert["person"] for expert in block["quoted_experts"]] == ["Lund"]
    assert names_in(block) == ("Foreign Minister Ada Holm", "Luz Vega", "Lund")


def test_an_edited_name_of_a_counterpart(path: Path) -> None:
    """Somebody met keeps the id of the draft there, and is called as the line says."""
    review = opened(path)
    accept_all(review)
    met = item(review, "pe.luz-vega", "named")

    review.answers[met.key] = answer_of("accept", review.changed(met, "named: Vega, office: president"))

    assert met_as(accepted(review, review.parts[0]).block) == {"luz-vega": "Vega"}


def test_nobody_else_words_it(path: Path) -> None:
    """What the parser writes for gist and subject is never taken for a person's words; the quotation or agreement is left out by name."""
    review = opened(path)
    accept_all(review, "")

    block, losses = accepted(review, review.parts[0])

    assert [item.key for item in review.items if item.lacks_words(item.fields)] == ["t1.said.14", "t1.expert-lund.1", "t1.quotes.1"]
    assert (block["agreements"], block["quoted_experts"], block["quotes"]) == ([], [], [])
    assert {loss.item.record for loss in losses} == {"a1", "expert-lund", "quotes"}
    assert "nobody said the gist in words of their own" in {loss.why for loss in losses}


@pytest.mark.parametrize(
    ("passages", "line"),
    [(None, {"represents": "IS", "basis": "inferred"}), ({"represents": "Norway"}, {"represents": "IS", "span": str(span("Norway"))})],
)
def test_what_a_person_says_is_a_line(path: Path, passages: dict[str, str] | None, line: dict[str, str]) -> None:
    """What no line gives and a person says of a trip becomes a line, with the passage if one was given."""
    review = opened(path)
    accept_all(review)
    review.answers[item(review, "", "represents").key] = answer_of("reject")

    trip = {"decision": "new", "id": "one", "represents": "IS", **({"passages": passages} if passages else {})}
    review.take(Progress.model_validate({"schema": 1, "trips": {"t1": trip}}))

    block = accepted(review, review.parts[0]).block
    assert block["said"][-1] == line
    assert block["trip"]["represents"] == "IS"
