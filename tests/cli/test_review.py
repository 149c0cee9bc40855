"""`diplotrips review` with answers from a file: from a draft to authored records, and once more."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.cli.reviewed import COMMAND, DRAFT, NEW, TODAY, WORDED, answers, begin, files, put, said
from tests.extract.drafted import changed, draft, span

from diplotrips.extract.reading import read_dataset

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.records import Ran


@pytest.fixture
def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, a project with a draft and its text."""
    return begin(tmp_path, monkeypatch)


def test_a_new_trip(begun: Path, run: Callable[..., Ran]) -> None:
    """What was accepted is a trip without a fault, with stubs in the registers and its hashes; the check has no error."""
    own = {**WORDED, "t1.said.7": {"decision": "not-found"}}

    ran = run(*COMMAND, "--answers", answers(begun, items=own))

    assert ran == (
        0,
        """\
reviewed by first-coder: 15 accepted, 3 changed, 1 not in the article, 4 not asked about, since what they are about was rejected
wrote extract/authored/holm-2025-03.yaml: a new trip
added ada-holm to extract/people.yaml, line 13: a stub, of which the note says what is missing
added luz-vega to extract/people.yaml, line 14: a stub, of which the note says what is missing
added per-lund to extract/people.yaml, line 15: a stub, of which the note says what is missing
added harbour-institute to extract/organizations.yaml, line 8: a stub, of which the note says what is missing
added herald-2025-03 to extract/sources.yaml, line 33: a stub, of which the note says what is missing

diplotrips check finds 1 thing wrong with it:
  extract/authored/holm-2025-03.yaml:7:11: warning DT207 status: the status is planned, but the first day, 2025-03-03, lies before today, \
2025-07-02
""",
        "",
    )
    assert "0 errors, 1 warning, 0 notes" in run("check", *TODAY).out
    assert run("verify-spans", "articles").out.startswith("44 spans of 4 sources held to the texts in articles: all fit")
    assert run("format", "--check") == (0, "13 files as they should be\n", "")
    text = (begun / "extract/authored/holm-2025-03.yaml").read_text()
    assert "    - {about: a1, subject: fish, span: " in text
    assert "Lima" not in text  # the place was not found
    document = next(entry.record for entry in read_dataset(begun).dataset.trips if entry.record.trip.id == "holm-2025-03")
    (review,) = document.reviews
    assert (document.reviewed_by, review.source, review.reviewed_by) == ("first-coder", "herald-2025-03", "first-coder")
    assert review.text_sha256 == draft().article.text_sha256  # type: ignore[union-attr]  # this draft has one


def test_a_second_time(begun: Path, run: Callable[..., Ran]) -> None:
    """A review can be changed: what it wrote is written anew, and nothing is where all is as it was."""
    run(*COMMAND, "--answers", answers(begun))
    before = files(begun)

    same = run(*COMMAND, "--answers", "answers.json")
    assert (same.status, files(begun)) == (0, before)
    assert "nothing was written, since extract/authored/holm-2025-03.yaml already says just that\n" in same.out
    changed_one = run(*COMMAND, "--answers", answers(begun, items={**WORDED, "t1.said.7": {"decision": "reject"}}))
    assert "wrote extract/authored/holm-2025-03.yaml: the trip anew, as changed\n" in changed_one.out
    assert "Lima" not in (begun / "extract/authored/holm-2025-03.yaml").read_text()
    renamed = {"t1": {"decision": "new", "id": "holm-1"}, "t2": {"decision": "reject"}}
    assert "took back what an earlier review" in run(*COMMAND, "--answers", answers(begun, trips=renamed)).out
    assert sorted(path.name for path in (begun / "extract/authored").iterdir() if "holm" in path.name) == ["holm-1.yaml"]
    assert run("check", *TODAY).status == 0


def test_what_somebody_changed_since_stays(begun: Path, run: Callable[..., Ran]) -> None:
    """A document that was changed by hand is not touched; one that was deleted lets the review begin anew, with a copy of the old one."""
    run(*COMMAND, "--answers", answers(begun))
    file = begun / "extract/authored/holm-2025-03.yaml"
    file.write_text(file.read_text() + "note: By hand.\n")
    before = files(begun)

    answers(begun, items={**WORDED, "t1.said.7": {"decision": "reject"}})
    ran = run(*COMMAND, "--answers", "answers.json")
    assert ran.err == (
        "diplotrips: cannot write extract/authored/holm-2025-03.yaml: it was changed since this review wrote it, so change it by hand; "
        "or delete it, and the review begins anew\n"
    )
    assert ran.status == 3
    assert {**files(begun), "answers.json": b""} == {**before, "answers.json": b""}
    file.unlink()
    assert "wrote extract/authored/holm-2025-03.yaml: a new trip\n" in run(*COMMAND, "--answers", "answers.json").out
    former = json.loads((begun / "extract/parsed/.herald-2025-03.review.former.json").read_text())
    assert former["items"]["t1.said.7"] == {"decision": "accept"}


def test_a_new_draft_begins_anew(begun: Path, run: Callable[..., Ran]) -> None:
    """Of a draft that was made anew nothing is decided, and what the former one became stays."""
    run(*COMMAND, "--answers", answers(begun))

    put(begun, changed(quotes=[]))

    items = {key: answer for key, answer in WORDED.items() if "quotes" not in key}
    assert run(*COMMAND, "--answers", answers(begun, items=items)).err == (
        "diplotrips: holm-2025-03 is the id of a trip already; an id belongs to one record\n"
    )


def test_what_nobody_worded(begun: Path, run: Callable[..., Ran]) -> None:
    """Without a gist or subject of the coder's own a quotation or agreement is left out, counted, and told by name."""
    ran = run(*COMMAND, "--answers", answers(begun, items={}))

    assert ran.status == 0
    assert ran.out.startswith("reviewed by first-coder: 16 accepted, 3 left out for want of own words, 4 not asked about")
    assert "  t1.quotes.1 (quotation of Ada Holm): speaker: official, manner: direct, gist: direct quotation of 7 words; nobody" in ran.out
    text = (begun / "extract/authored/holm-2025-03.yaml").read_text()
    assert not [word for word in ("quot", "agreements", "subject") if word in text]


def test_nothing_of_it_is_recorded(begun: Path, run: Callable[..., Ran]) -> None:
    """When every trip is rejected it is said how to have done with the draft."""
    rejected = {"t1": {"decision": "reject"}, "t2": {"decision": "reject"}}

    assert run(*COMMAND, "--answers", answers(begun, trips=rejected, items={})).out.splitlines()[-1] == (
        "no trip was accepted, so nothing was written; if nothing of it belongs here delete extract/parsed/herald-2025-03.json, "
        "else run review again"
    )


@pytest.fixture
def authored(begun: Path) -> Path:
    """The project with a trip that somebody wrote by hand, about which the draft is too."""
    (begun / "extract/authored/holm.yaml").write_text(
        """\
# My own trip.
schema: 1
trip: {id: holm, traveller: mara-lind, office: foreign-minister, represents: IS, status: planned, within: 2025-03}
stops:
  - {id: peru, country: PE}  # the only one
said:
  ministry-2025-06-19:
    - {named: Mara Lind, office: foreign-minister, represents: IS, status: planned, within: 2025-03, span: 60-103}
    - {about: peru, country: PE, span: 105-138}
"""
    )
    return begun


def test_lines_for_an_authored_trip(authored: Path, run: Callable[..., Ran]) -> None:
    """The lines go behind those that are there, with the stops and people that they are about; no other byte changes."""
    trips = {"t1": {"decision": "existing", "id": "holm"}, "t2": {"decision": "reject"}}
    before = (authored / "extract/authored/holm.yaml").read_text()

    ran = run(*COMMAND, "--answers", answers(authored, trips=trips, people={"Ada Holm": "mara-lind"}))

    assert ran.status == 0
    assert "wrote extract/authored/holm.yaml: lines behind its own; its values stay as they are\n" in ran.out
    text = (authored / "extract/authored/holm.yaml").read_text()
    assert text.startswith(before[: before.index("stops:")])
    assert "  - {id: peru, country: PE, met: [{person: luz-vega, office: president}]}  # the only one\n  - {id: cl, country: CL}\n" in text
    assert "\n    - {about: peru.luz-vega, named: Luz Vega, office: president, span: 57-86}\n" in text
    assert f"\n    - {{route: [peru, cl], mode: planned, span: {span('then goes to Chile')}}}\n" in text
    assert "\nreviewed_by: first-coder\nreviews:\n  - source: herald-2025-03\n    reviewed_by: first-coder\n    draft_sha256: " in text
    assert run("check", *TODAY).status == 0
    assert run("format", "--check").status == 0
    again = run(*COMMAND, "--answers", answers(authored, trips={"t1": {"decision": "reject"}, "t2": {"decision": "reject"}}, items={}))
    assert "took back what an earlier review of this draft wrote in extract/authored/holm.yaml\n" in again.out
    assert (authored / "extract/authored/holm.yaml").read_text() == before


def test_a_stop_that_was_only_planned(authored: Path, run: Callable[..., Ran]) -> None:
    """A stop that is new in a trip of another status has the status that the article gives its trip."""
    file = authored / "extract/authored/holm.yaml"
    file.write_text(file.read_text().replace("status: planned", "status: completed"))
    trips = {"t1": {"decision": "existing", "id": "holm"}, "t2": {"decision": "reject"}}

    run(*COMMAND, "--answers", answers(authored, trips=trips, people={"Ada Holm": "mara-lind"}))

    assert "\n  - {id: cl, country: CL, status: planned}\n" in file.read_text()
    assert "holm.cl" not in run("check", *TODAY).out


def test_a_file_in_its_own_style_keeps_it(authored: Path, run: Callable[..., Ran]) -> None:
    """Lines are put into a document that is laid out otherwise, and what somebody wrote stays as they wrote it."""
    file = authored / "extract/authored/holm.yaml"
    file.write_text(file.read_text().replace("schema: 1", "schema:   1"))
    trips = {"t1": {"decision": "existing", "id": "holm"}, "t2": {"decision": "reject"}}

    run(*COMMAND, "--answers", answers(authored, trips=trips, people={"Ada Holm": "mara-lind"}))

    text = file.read_text()
    assert "\nschema:   1\n" in text
    assert "\n  - {source: herald-2025-03, reviewed_by: first-coder, draft_sha256: " in text


def test_nothing_is_written_by_halves(begun: Path, run: Callable[..., Ran]) -> None:
    """When something that is needed is missing, every file is what it was."""
    trip = {"id": "t1", "traveller": "Ada Holm", "status": "planned"}
    put(begun, changed(trip=trip, said=[line for line in said() if "represents" not in line and "first_day" not in line]))
    answers(begun, items={})
    before = files(begun)

    ran = run(*COMMAND, "--answers", "answers.json")

    assert (ran.status, ran.err) == (
        2,
        (
            "diplotrips: t1 cannot be a trip: no accepted line gives office, represents and dates; "
            'give "office" under trips, t1 in the answers\n'
        ),
    )
    assert files(begun) == before


def test_what_no_line_gives(begun: Path, run: Callable[..., Ran]) -> None:
    """Office, country and days that no accepted line says stand in the answers."""
    put(begun, changed(said=[line for line in said() if "represents" not in line and "first_day" not in line]))
    trip = {**NEW["trips"]["t1"], "office": "foreign-minister", "represents": "NO", "within": "2025-03"}
    trip["passages"] = {"represents": "Foreign Minister"}

    ran = run(*COMMAND, "--answers", answers(begun, trips={"t1": trip, "t2": {"decision": "reject"}}, items={}))

    assert ran.status == 0
    text = (begun / "extract/authored/holm-2025-03.yaml").read_text()
    assert "  represents: NO\n  status: planned\n  within: 2025-03\n" in text
    assert "    - {within: 2025-03, mode: planned, basis: inferred}\n" in text
    assert "    - {represents: NO, span: 0-16}\n" in text
    assert "DT401" not in run("check", *TODAY).out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((DRAFT, "--text", "articles/tribune-2025-03-14.txt"), "articles/tribune-2025-03-14.txt is not the text that"),
        ((DRAFT, "--text", "articles/herald.txt", "--by", "nobody"), "no person who codes is called nobody; there is first-coder"),
        ((DRAFT, "--text", "articles/herald.txt"), "a review asks on a terminal, and this is none"),
        (("extract/people.yaml", "--text", "articles/herald.txt"), "cannot read extract/people.yaml: it is no draft"),
        (("herold-2025-03", "--text", "articles/herald.txt"), "no draft is called herold-2025-03; there is herald-2025-03"),
        ((DRAFT, "--text", "articles/herald.txt", "--answers", "extract/people.yaml"), "these are no answers for a review"),
        (
            (DRAFT, "--text", "articles/herald.txt", "--answers", "keys.json"),
            "these are no answers for a review: keys.json:1:15: item is no",
        ),
        ((DRAFT, "--text", "articles/herald.txt", "--answers", "days.json"), "t1.said.4: 2025-02-30 is not a date"),
        ((DRAFT, "--text", "articles/herald.txt", "--answers", "no.json"), "cannot read no.json: there is no such file"),
    ],
)
def test_what_is_refused(begun: Path, run: Callable[..., Ran], arguments: tuple[str, ...], sentence: str) -> None:
    """Whatever cannot be reviewed is one sentence."""
    (begun / "keys.json").write_text('{"schema": 1, "item": {}}')
    wrong = {"t1.said.4": {"decision": "accept", "fields": {"first_day": "2025-02-30"}}}
    (begun / "days.json").write_text(json.dumps({"schema": 1, "items": wrong}))
    before = files(begun)

    ran = run("review", *arguments)

    assert ran.err.startswith(f"diplotrips: {sentence}")
    assert ran.err.count("\n") == 1
    assert files(begun) == before


def test_answers_have_to_decide_everything(begun: Path, run: Callable[..., Ran]) -> None:
    """A value without an answer is named."""
    (begun / "answers.json").write_text(json.dumps({"schema": 1, "trips": NEW["trips"], "items": {"t1.said.1": {"decision": "accept"}}}))

    assert run(*COMMAND, "--answers", "answers.json").err.startswith("diplotrips: answers.json has no answer for t1.said.2, t1.said.3")


@pytest.mark.usefixtures("begun")
def test_names_of_all_values(run: Callable[..., Ran]) -> None:
    """--list prints a line a value: its name, passage, confidence, decision, and what it says."""
    ran = run(*COMMAND, "--list")

    assert ran.status == 0
    assert ran.out.splitlines()[:2] == ["t1  Ada Holm  -", f"t1.said.1  {span('Ada Holm')}  0.9  -  named: Ada Holm"]
    assert len(ran.out.splitlines()) == 2 + 23
