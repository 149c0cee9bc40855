"""`diplotrips review`: from a draft to authored records, with answers from a file and on a terminal."""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import sys
import termios
import time
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from tests.cli.records import Ran
from tests.extract.drafted import TEXT, changed, draft, span

from diplotrips import api
from diplotrips.cli.interview import Interview
from diplotrips.extract.parsing.drafting.rendering import plain, render_draft
from diplotrips.extract.reading import read_dataset

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from diplotrips.schema.coding import CodingFile

TODAY = ("--today", "2025-07-02")
DRAFT = "extract/parsed/herald-2025-03.json"
COMMAND = ("review", DRAFT, "--text", "articles/herald.txt", *TODAY)
WORDED: dict[str, Any] = {
    "t1.said.14": {"decision": "accept", "fields": {"subject": "fish"}},
    "t1.quotes.1": {"decision": "accept", "fields": {"gist": "talks on fish"}},
    "t1.expert-lund.1": {"decision": "accept", "fields": {"gist": "a good sign"}},
}
NEW: dict[str, Any] = {
    "trips": {"t1": {"decision": "new", "id": "holm-2025-03"}, "t2": {"decision": "reject"}},
    "items": WORDED,
    "others": "accept",
}


@pytest.fixture
def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, a project as `diplotrips init` writes it, with a draft and its text."""
    api.init(tmp_path / "p", today=date(2025, 6, 30))
    monkeypatch.chdir(tmp_path / "p")
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    put(tmp_path / "p", draft())
    return tmp_path / "p"


def put(project: Path, coding: CodingFile) -> None:
    """Write a draft and the text that it was made of."""
    (project / "extract/parsed").mkdir(exist_ok=True)
    (project / DRAFT).write_text(render_draft(coding), encoding="utf-8")
    (project / "articles/herald.txt").write_text(TEXT, encoding="utf-8")


def answers(project: Path, **changes: Any) -> str:  # noqa: ANN401  (keys of the file)
    """Write a file of answers that makes a new trip, with *changes*, and return its name."""
    (project / "answers.json").write_text(json.dumps({"schema": 1, **NEW, **changes}))
    return "answers.json"


def files(project: Path) -> dict[str, bytes]:
    """Return every file of the project with its content."""
    return {str(path.relative_to(project)): path.read_bytes() for path in sorted(project.rglob("*")) if path.is_file()}


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
    put(begun, changed(trip=trip, said=[line for line in _said() if "represents" not in line and "first_day" not in line]))
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


def _said() -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = plain(draft())["trips"][0]["said"]
    return lines


def test_what_no_line_gives(begun: Path, run: Callable[..., Ran]) -> None:
    """Office, country and days that no accepted line says stand in the answers."""
    put(begun, changed(said=[line for line in _said() if "represents" not in line and "first_day" not in line]))
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


@pytest.fixture
def asked(begun: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """A function that reviews the draft with keys and typed lines, `^C` for an interruption; it returns the status and what was shown."""

    def line(typed: str) -> str:
        if typed == "^C":
            raise KeyboardInterrupt
        return typed

    def ask(keys: str, *typed: str) -> Ran:
        pressed, lines = iter(keys), iter(typed)
        monkeypatch.setattr("click.getchar", lambda: next(pressed))
        monkeypatch.setattr("builtins.input", lambda _question: line(next(lines)))
        opened = api.open_review(begun / DRAFT, begun / "articles/herald.txt", begun, "", date(2025, 7, 2))
        status = Interview(opened, ["diplotrips", *COMMAND], date(2025, 7, 2), colour=False).run()
        shown = capsys.readouterr()
        assert (next(pressed, ""), next(lines, "")) == ("", "")
        return Ran(status, shown.out, shown.err)

    return ask


def test_skipped_values_come_again(begun: Path, asked: Callable[..., Ran]) -> None:
    """What was skipped comes back at the end; without it the rest is written, and what a trip lacks is asked for."""
    (begun / "extract/people.yaml").write_text(
        (begun / "extract/people.yaml").read_text() + "  - {id: louise-vega, name: Luz Vegas}\n", encoding="utf-8"
    )
    kept = [line for line in _said() if "named" in line or line.get("about") in {"pe", "pe.luz-vega"} or "status" in line]
    put(begun, changed(said=kept, agreements=[], quoted_experts=[], quotes=[], stops=[plain(draft())["trips"][0]["stops"][0]]))

    ran = asked(
        "n" + "aaa" + "saaa" + "r" + "la" + "y" + "w",
        "holm-2025-03",
        "ada-holm",
        "prime-minster",
        "prime-minister",
        "nobody says that",
        "Foreign Minister",
        "NO",
        "",
        "2025-03",
        "",
    )

    assert ran.status == 0
    assert "1 value was skipped.\n" in ran.out
    assert "the article has no passage “nobody says that”" in ran.out
    assert "No register has Luz Vega; louise-vega is Luz Vegas." in ran.out
    assert "no office is called prime-minster; did you mean prime-minister?" in ran.out
    text = (begun / "extract/authored/holm-2025-03.yaml").read_text()
    assert "  office: prime-minister\n  represents: NO\n  status: planned\n" in text
    assert "met: [{person: louise-vega, office: president}]" in text


def test_own_words_are_asked_for(begun: Path, asked: Callable[..., Ran]) -> None:
    """Nobody accepts the parser's words for a gist: without other words the question comes again."""
    put(begun, changed(said=[_said()[0], *(line for line in _said() if "country" in line)], agreements=[], quoted_experts=[]))

    copied = "We will talk about fish and ships, said she who will fly to Lima on Monday for talks with President Luz Vega"
    ran = asked("n" + "aaa" + "aaa" + "a" + "q", "holm-2025-03", "", "^C", "direct quotation of 7 words", copied, "on fish")

    assert ran.status == 1
    assert "a gist is needed" in ran.out
    assert "these are the words of the parser" in ran.out
    assert "this gist has a passage of the article in it" in ran.out
    kept = json.loads((begun / "extract/parsed/.herald-2025-03.review.json").read_text())
    assert kept["items"]["t1.quotes.1"]["fields"]["gist"] == "on fish"


def test_losses_are_told_first(begun: Path, asked: Callable[..., Ran]) -> None:
    """What was accepted and cannot be written is listed by name before anything is, and has to be confirmed."""
    said = [line for line in _said() if line.get("about") == "a1" or "about" not in line or "country" in line]
    put(begun, changed(said=said, quoted_experts=[], quotes=[]))

    ran = asked("n" + "aaaaa" + "aa" + "a" + "ra" + "r" + "wn" + "q", "holm-2025-03", "fish", "ada-holm")

    assert ran.status == 1
    told = " ".join(ran.out.split())
    assert "2 values were accepted and will not be written:" in told
    assert "(agreement a1): kind: memorandum, progress: signed; the agreement lacks parties" in told
    assert "w write it, b back to the last value, g go to another, q quit, ? > w write it without the 2 values above?" in told
    assert not (begun / "extract/authored/holm-2025-03.yaml").exists()


def test_a_skipped_trip_asks_nothing(asked: Callable[..., Ran]) -> None:
    """With a trip its values are skipped."""
    ran = asked("ssq")

    assert ran.status == 1
    assert "\n2 trips were skipped.\n" in ran.out
    assert " of 23 · " not in ran.out


def test_a_finished_review_is_opened_again(begun: Path, run: Callable[..., Ran], asked: Callable[..., Ran]) -> None:
    """It begins at the end, where a value is reached by its number and decided otherwise."""
    run(*COMMAND, "--answers", answers(begun))

    ran = asked("g" + "r" + "w", "77", "1x", "5")

    assert ran.status == 0
    assert "written; what you change there is written anew at the end." in " ".join(ran.out.split())
    assert "Everything is decided, and written as it is." in ran.out
    assert "write a number from 1 to 19" in ran.out
    assert "5 of 19 · t1 · trip of Ada Holm · so far accepted\n" in ran.out
    assert "wrote extract/authored/holm-2025-03.yaml: the trip anew, as changed\n" in ran.out
    assert asked("q").status == 0


@pytest.mark.parametrize("columns", [120, 80, 60])
def test_no_line_is_too_long(begun: Path, asked: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    """Messages, questions, help and passages fit into the terminal, and words stay whole."""
    monkeypatch.setenv("COLUMNS", str(columns))
    people = (begun / "extract/people.yaml").read_text()
    (begun / "extract/people.yaml").write_text(people + "  - {id: louise-vega, name: Luz Vegas}\n", encoding="utf-8")

    ran = asked("n?" + "?a" * 3 + "e" + "q", "holm-2025-03", "places: [Lima]", "")

    shown = ran.out.splitlines()
    assert max(map(len, shown)) < columns
    assert " ".join(ran.out.split()).count("places does not belong to this value, which may have") == 1
    assert "it says" not in ran.out


@pytest.fixture
def terminal(begun: Path) -> Iterator[Callable[..., str]]:
    """A function that runs the review on a terminal, presses keys, and returns what is seen until *wanted* is."""
    leader, follower = pty.openpty()
    environ = {**os.environ, "TERM": "xterm", "NO_COLOR": "1", "COLUMNS": "100"}
    running: list[subprocess.Popen[bytes]] = []
    seen = bytearray()

    def press(keys: str, wanted: str) -> str:
        if not running:
            command = [sys.executable, "-m", "diplotrips", *COMMAND]
            running.append(subprocess.Popen(command, cwd=begun, stdin=follower, stdout=follower, stderr=follower, env=environ))
        start = len(seen)
        if keys:
            while termios.tcgetattr(leader)[3] & termios.ICANON:  # a key that comes before it is asked for is thrown away
                time.sleep(0.01)
            os.write(leader, keys.encode())
        while wanted.encode() not in seen[start:]:
            assert select.select([leader], [], [], 30)[0], f"{wanted!r} does not come after {bytes(seen[-200:])!r}"
            seen.extend(os.read(leader, 4096))
        return seen[start:].decode().replace("\r\n", "\n")

    yield press
    for process in running:
        process.kill()
        process.wait()
    os.close(leader)
    os.close(follower)


def test_on_a_terminal(begun: Path, terminal: Callable[..., str]) -> None:
    """Keys decide one value after the other; Ctrl-C keeps what was decided and tells how to go on."""
    question = "q quit, ? > "

    opening = terminal("", question)
    assert "Draft of herald-2025-03 by rules-1: 2 trips, 23 values; you are first-coder. Press ? at a question\n  for help.\n" in opening
    assert "Trip 1 of 2, t1: what the article is about\n  Ada Holm, foreign-minister, NO, planned, 2025-03-03/\n" in opening
    assert "id of the new trip: holm-2025-03-pe-cl" in terminal("n", "holm-2025-03-pe-cl")
    first = terminal("\r", question)
    assert "1 of 23 · t1 · trip of Ada Holm\n  named: Ada Holm\n  basis: stated · confidence 0.90 · rule some-rule\n" in first
    assert "Foreign Minister [Ada Holm] will fly to Lima" in first
    assert "office: foreign-minister, represents: NO" in terminal("a", question)
    assert "represents: NO" in terminal("e", "represents: NO")
    assert "  QQ is not in the list countries\n" in terminal("\x7f\x7fQQ\r", "QQ") + terminal("", "represents: QQ")
    for nothing in ("\x15\r", "\x1b"):
        assert "nothing was changed" in terminal(nothing, question)
        assert "represents: " in terminal("e", "represents: ")
    terminal("\x15office: foreign-minister, represents: NO\r", question)
    assert "what you decided is kept, 21 values left; to go on:\n  diplotrips review" in terminal("\x03", "articles/herald.txt")
    kept = json.loads((begun / "extract/parsed/.herald-2025-03.review.json").read_text())
    assert kept["trips"] == {"t1": {"decision": "new", "id": "holm-2025-03-pe-cl"}}
    assert kept["items"] == {"t1.said.1": {"decision": "accept"}, "t1.said.2": {"decision": "accept"}}
