"""`diplotrips review` on a terminal: keys, typed lines, and what is seen."""

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
from typing import TYPE_CHECKING

import pytest
from tests.cli.records import Ran
from tests.cli.reviewed import COMMAND, DRAFT, answers, begin, put, said
from tests.extract.drafted import changed, draft

from diplotrips import api
from diplotrips.cli.interview import Interview
from diplotrips.extract.parsing.drafting.rendering import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, a project with a draft and its text."""
    return begin(tmp_path, monkeypatch)


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
    kept = [line for line in said() if "named" in line or line.get("about") in {"pe", "pe.luz-vega"} or "status" in line]
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
    put(begun, changed(said=[said()[0], *(line for line in said() if "country" in line)], agreements=[], quoted_experts=[]))

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
    kept = [line for line in said() if line.get("about") == "a1" or "about" not in line or "country" in line]
    put(begun, changed(said=kept, quoted_experts=[], quotes=[]))

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
