"""A small project of made-up records in a folder of its own, and a way to run the command line there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.cli.records import DECISION, DISAGREEING, RECORDS, Ran

from diplotrips.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with records in `extract` that nothing is wrong with."""
    for name, text in RECORDS.items():
        path = tmp_path / "extract" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    return tmp_path


@pytest.fixture
def disagreeing(project: Path) -> Path:
    """A project in which one disagreement is settled and one is open, against the calendar and a source."""
    (project / "extract/authored/andes.yaml").write_text(DISAGREEING.replace("status: completed", "status: planned"))
    (project / "extract/decisions.yaml").write_text(DECISION)
    return project


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """A function that runs the command line with the arguments given, and returns its status and what it wrote."""

    def run(*arguments: str) -> Ran:
        with pytest.raises(SystemExit) as left:
            main(arguments)
        written = capsys.readouterr()
        status = left.value.code
        assert isinstance(status, int)
        return Ran(status, written.out, written.err)

    return run
