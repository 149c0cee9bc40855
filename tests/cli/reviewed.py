"""A project with a draft to be reviewed, the text that it was made of, and answers for it."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from tests.extract.drafted import TEXT, draft

from diplotrips import api
from diplotrips.extract.parsing.drafting.rendering import plain, render_draft

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

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


def begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, a project as `diplotrips init` writes it, with a draft and its text."""
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


def said() -> list[dict[str, Any]]:
    """Return the lines of the main trip of the draft."""
    lines: list[dict[str, Any]] = plain(draft())["trips"][0]["said"]
    return lines
