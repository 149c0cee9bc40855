"""The README shows what a user really sees."""

from __future__ import annotations

import re
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
    assert without_sizes(capsys.readouterr().out) == without_sizes(shown(root, "make export"))


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


def without_sizes(text: str) -> str:
    """Return *text* without its number of bytes and without the line about setting up."""
    lines = [line for line in text.splitlines() if not line.startswith("setting up")]
    return re.sub("[0-9,]+ bytes", "… bytes", "\n".join(lines))
