"""From nothing to a dataset, as somebody does it who has never seen this before: begin, break, mend, decide, add, release."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from tests.cli.records import Ran

TODAY = ("--today", "2026-11-22")
GREEN = "nothing to report as of 2026-11-22; 1 disagreement settled in decisions.yaml (DT201)\n"
TRIP = "extract/authored/lind-2025-03-lisbon-rabat.yaml"
ARTICLE = "Foreign Minister Mara Lind of Iceland was in Oslo from 8 to 9 September, where she held talks with her colleague.\n"


def exchange(file: Path, old: str, new: str) -> None:
    """Write *new* for *old*, which has to stand in the file."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_first_day_with_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Callable[..., Ran]) -> None:
    """Every step of the README of a new project does what it says there."""
    monkeypatch.chdir(tmp_path)
    assert run("init", "my-trips", *TODAY).status == 0
    project = tmp_path / "my-trips"
    monkeypatch.chdir(project)
    assert run("check", *TODAY).out.endswith(GREEN)

    break_and_mend(project, run)
    decide_anew(project, run)
    add_a_trip(project, run)

    assert "exports/0.1.0" in run("export", "--version", "0.1.0").out
    assert run("export", "--version", "0.1.0").status == 1


def break_and_mend(project: Path, run: Callable[..., Ran]) -> None:
    """Let a trip end before it starts, read what the check says of it, and put it right again."""
    exchange(project / TRIP, "dates: 2025-03-10/2025-03-13", "dates: 2025-03-10/2025-03-09")

    broken = run("check", *TODAY)

    told = "error[DT101] lind-2025-03-lisbon-rabat dates: the trip ends on 2025-03-09, but the trip starts on 2025-03-10\n"
    assert broken.status == 1
    assert broken.out.startswith(f"{told}  --> {TRIP}:10:10\n")
    assert run("export").status == 1
    exchange(project / TRIP, "dates: 2025-03-10/2025-03-09", "dates: 2025-03-10/2025-03-13")
    assert run("check", *TODAY).out.endswith(GREEN)


def decide_anew(project: Path, run: Callable[..., Ran]) -> None:
    """Delete the decision, see the disagreement that it settled, and settle it with a reason of one's own."""
    (project / "extract/decisions.yaml").write_text("# ours\nschema: 1\ndecisions: []\n")

    open_again = run("check", "--fail-on", "warning", *TODAY)
    decided = run(
        *("decide", "DT201", "lind-2025-03-lisbon-rabat.pt", "first_day", "--verdict", "adopt", "--adopt", "2025-03-10"),
        *("--overrule", "harbour-wire-2025-03-11", "--by", "first-coder", "--because", "The wire has the reception.", *TODAY),
    )

    assert open_again.status == 1
    assert open_again.out.startswith("warning[DT201] lind-2025-03-lisbon-rabat stops.pt.first_day: ")
    assert (decided.status, decided.err) == (0, "")
    assert (project / "extract/decisions.yaml").read_text().startswith("# ours\nschema: 1\ndecisions:\n  - id: ")
    assert run("check", *TODAY).out.endswith(GREEN)


def add_a_trip(project: Path, run: Callable[..., Ran]) -> None:
    """Begin a trip of one's own from an article; nothing is wrong with it."""
    (project / "articles/post-2025-09.txt").write_text(ARTICLE)

    begun = run(
        *("new", "lind-2025-09-oslo", "--traveller", "Mara Lind", "--office", "foreign-minister", "--represents", "Iceland"),
        *("--country", "Norway", "--dates", "2025-09-08/2025-09-09", "--source", "post-2025-09", "--published", "2025-09-10"),
        *("--text", "articles/post-2025-09.txt", "--cite", "dates=from 8 to 9 September", "--cite", "no=in Oslo", *TODAY),
    )

    assert begun.status == 0
    assert "diplotrips check finds nothing wrong with it\n" in begun.out
    assert run("check", *TODAY).out.endswith(GREEN)
    assert run("verify-spans", "articles", "--write").status == 0
    assert run("format", "--check").status == 0
