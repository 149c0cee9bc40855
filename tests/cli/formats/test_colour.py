"""Colours are for terminals, unless the environment says otherwise; what is in records never makes one."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from typing import TYPE_CHECKING

import click
import pytest
from tests.cli.records import DISAGREEING

from diplotrips import api
from diplotrips.cli.environment import may_colour
from diplotrips.cli.formats.text import render_text

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = [sys.executable, "-m", "diplotrips"]


@pytest.mark.parametrize(
    ("environ", "is_terminal", "expected"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"TERM": "xterm-256color"}, True, True),
        ({"TERM": "dumb"}, True, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "0"}, False, False),
        ({"CLICOLOR_FORCE": "1", "TERM": "dumb"}, False, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
    ],
)
def test_who_may_have_colours(environ: dict[str, str], is_terminal: bool, expected: bool) -> None:  # noqa: FBT001  (a table)
    """A terminal has them unless it cannot or `NO_COLOR` is set, which comes before whatever asks for them."""
    assert may_colour(environ, is_terminal=is_terminal) is expected


def test_severity_and_carets_are_coloured(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a finding is and where it stands has the colour of its severity; without colours the text is the same."""
    monkeypatch.chdir(project)
    (project / "extract/authored/andes.yaml").write_text(DISAGREEING)
    report = api.check()
    text = render_text(report, colour=True)

    assert text.startswith("\x1b[33m\x1b[1mwarning[DT205]\x1b[0m andes days: herald says the tour lasted 7 days")
    assert "   |              \x1b[33m\x1b[1m^\x1b[0m herald says the tour lasted 7 days\n" in text
    assert click.unstyle(text) == render_text(report)


@pytest.mark.parametrize(("forced", "coloured"), [({}, False), ({"FORCE_COLOR": "1"}, True)])
def test_a_pipe_has_no_colours_unless_they_are_forced(project: Path, forced: dict[str, str], *, coloured: bool) -> None:
    """Nothing but text goes into a pipe by itself."""
    (project / "extract/authored/andes.yaml").write_text(DISAGREEING)
    ran = subprocess.run([*PROGRAM, "check"], cwd=project, env={**os.environ, **forced}, capture_output=True, check=False)

    assert (b"\x1b[" in ran.stdout) is coloured


def test_a_terminal_has_colours(project: Path) -> None:
    """On a terminal the severity stands out."""
    (project / "extract/authored/andes.yaml").write_text(DISAGREEING)
    ours, theirs = pty.openpty()
    with open(theirs, "wb") as terminal:  # noqa: PTH123  (a descriptor has no path)
        subprocess.run([*PROGRAM, "check"], cwd=project, env={**os.environ, "TERM": "xterm"}, stdout=terminal, check=True)
    with open(ours, "rb", buffering=0) as screen:  # noqa: PTH123  (a descriptor has no path)
        told = screen.read(200)

    assert told.startswith(b"\x1b[33m\x1b[1mwarning[DT205]\x1b[0m ")


def test_a_file_never_has_colours(project: Path) -> None:
    """Text that is written to a file is plain, whatever is forced for the output."""
    (project / "extract/authored/andes.yaml").write_text(DISAGREEING)
    subprocess.run(
        [*PROGRAM, "check", "--output", "text=report.txt"],
        cwd=project,
        env={**os.environ, "FORCE_COLOR": "1"},
        capture_output=True,
        check=False,
    )

    assert b"\x1b" not in (project / "report.txt").read_bytes()
