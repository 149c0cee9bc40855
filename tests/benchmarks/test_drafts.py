"""The page on the parser compares its drafts with what was authored, claim by claim, as `benchmarks/drafts.py` finds it."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def drafts(root: Path, monkeypatch: pytest.MonkeyPatch) -> Any:  # noqa: ANN401  (a script that is not installed has no types)
    """The script, as a module."""
    monkeypatch.syspath_prepend(str(root / "benchmarks"))
    return importlib.import_module("drafts")


def test_page_has_the_tables(root: Path, drafts: Any) -> None:  # noqa: ANN401  (as above)
    """What stands between the marks of the page is what the script prints; `benchmarks/drafts.py --write` mends it."""
    page = (root / "docs" / "parser.md").read_text(encoding="utf-8")

    assert drafts.with_tables(page, drafts.render(drafts.compare(root))) == page


def test_counts_are_those_of_the_claims(drafts: Any) -> None:  # noqa: ANN401  (as above)
    """Each claim is counted once, under its field whatever the part of the source."""
    rows = [
        drafts.Compared("gazette", "doe-2024-05", "days", "4", "4", "same"),
        drafts.Compared("gazette", "doe-2024-05", "status (headline)", "completed", "", "not found"),
        drafts.Compared("gazette", "doe-2024-05", "status", "completed", "planned", "differs"),
    ]

    assert drafts.render(rows).splitlines()[2:5] == [
        "| days | 1 | 0 | 0 | 0 | 0 |",
        "| status | 0 | 0 | 1 | 1 | 0 |",
        "| all fields | 1 | 0 | 1 | 1 | 0 |",
    ]
