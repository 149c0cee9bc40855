"""The README shows what a user really sees."""

from __future__ import annotations

import re
import shlex
import shutil
from typing import TYPE_CHECKING

import pytest

from diplotrips.cli import main

if TYPE_CHECKING:
    from pathlib import Path


def shown(root: Path, command: str) -> str:
    """Return what the README prints under *command*, up to the next command or the end of its block."""
    text = (root / "README.md").read_text(encoding="utf-8")
    found: str
    (found,) = re.findall(rf"^\$ {re.escape(command)}\n(.*?)(?=^\$ |^```)", text, re.MULTILINE | re.DOTALL)
    return found


def test_make_export_prints_what_the_readme_shows(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The output of the export is that of the README, sizes aside, which depend on the writer's build."""
    for folder in ("extract", "exports"):
        shutil.copytree(root / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)

    with pytest.raises(SystemExit) as exited:
        main(["export", "--into", "build/export"])

    assert exited.value.code in {0, None}
    assert_shown(without_sizes(capsys.readouterr().out), without_sizes(shown(root, "make export")))


def test_the_diff_prints_what_the_readme_shows(root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What changed between two releases is told in these words."""
    monkeypatch.chdir(root)

    with pytest.raises(SystemExit) as exited:
        main(["diff", "1.0.0", "1.1.0"])

    assert exited.value.code == 1
    assert_shown(capsys.readouterr().out, shown(root, "diplotrips diff 1.0.0 1.1.0"))


def test_the_broken_record_prints_what_the_readme_shows(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exchanging the two days of a trip gives the finding of the README, word for word."""
    shutil.copytree(root / "extract", tmp_path / "extract")
    trip = tmp_path / "extract" / "authored" / "lavrov-2023-04-latin-america.yaml"
    trip.write_text(
        trip.read_text(encoding="utf-8").replace("  dates: 2023-04-17/2023-04-20\n", "  dates: 2023-04-20/2023-04-17\n"), encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)

    with pytest.raises(SystemExit) as exited:
        main(["check", "--today", "2026-11-22"])

    assert exited.value.code == 1
    assert shown(root, "diplotrips check").strip() in capsys.readouterr().out


def test_the_example_project_prints_what_the_readme_shows(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A new project, a claim too many in it, and the command that settles it give the words of the README."""
    monkeypatch.chdir(tmp_path)
    assert ran(["init", "my-trips"], capsys) == shown(root, "diplotrips init my-trips")

    monkeypatch.chdir(tmp_path / "my-trips")
    with (tmp_path / "my-trips/extract/authored/lind-2025-03-lisbon-rabat.yaml").open("a", encoding="utf-8") as stream:
        stream.write("    - {about: ma, days: 3, span: 144-176}\n")
    assert ran(["check"], capsys).startswith(shown(root, "cd my-trips && diplotrips check"))

    (command,) = re.findall(r"^\$ diplotrips (decide .*(?<=\\)\n.*)$", (root / "README.md").read_text("utf-8"), re.MULTILINE)
    words = shlex.split(command.replace("\\\n", ""))
    assert ran(words, capsys) == shown(root, f"diplotrips {command}")


def ran(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Run a command as of the day of the README and return what it prints."""
    with pytest.raises(SystemExit):
        main([*arguments, "--today", "2026-11-22"])
    return capsys.readouterr().out


def assert_shown(printed: str, readme: str) -> None:
    """The README shows all that is *printed*; a line with an ellipsis stands for whatever is left out there."""
    parts = re.split(r"^ *…\n", readme, flags=re.MULTILINE)
    assert re.fullmatch(".*?".join(map(re.escape, parts)), printed, re.DOTALL), printed


def without_sizes(text: str) -> str:
    """Return *text* without its number of bytes and without the line about setting up."""
    lines = [line for line in text.splitlines() if not line.startswith("setting up")]
    return re.sub("[0-9,]+ bytes", "… bytes", "\n".join(lines))
