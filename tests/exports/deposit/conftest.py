"""A deposit of the nastiest rows that every table can have."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeAlias

import pytest

from diplotrips.exports.deposit.files import write_deposit
from diplotrips.exports.describing.edition import Edition
from diplotrips.exports.manifest import FileEntry
from diplotrips.schema.info import DatasetInfo
from diplotrips.schema.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

Rows: TypeAlias = "list[dict[str, object]]"

INFO = DatasetInfo.model_validate(
    {
        "id": "made-up",
        "title": "Made-up trips",
        "description": "Trips for tests.\nNothing else.",
        "creators": [{"name": "Doe, Jane", "orcid": "0000-0002-1825-0097"}, {"name": "Jo Roe", "affiliation": "University of X"}],
        "licence": "CC0-1.0",
        "url": "https://example.org/trips",
        "codebook": "0.1.0",
        "reference_date": "2026-11-22",
        "inclusion": ["Every trip.", "Every stop."],
        "territories": "As it comes.",
        "variables": [{"name": "mood", "type": "text", "description": "How it went."}],
        "note": "Made up.",
    }
)


@pytest.fixture
def tables(nasty_rows: Callable[[str], Rows]) -> Mapping[str, Rows]:
    """Three rows of every table; the least whole number is one that R has, in which -2147483648 means that it is missing."""
    least = {-(2**31): 1 - 2**31}
    return {
        name: [
            {key: least.get(value, value) if isinstance(value, int) else value for key, value in row.items()} for row in nasty_rows(name)
        ]
        for name in TABLES
    }


@pytest.fixture
def deposit(tables: Mapping[str, Rows], tmp_path: Path) -> Path:
    """The folder in which they were written as CSV, with codebook and README."""
    folder = tmp_path / "deposit"
    folder.mkdir()
    files = {"records.json": FileEntry("0" * 64, 1, 3), "CITATION.cff": FileEntry("0" * 64, 1, None)}
    write_deposit(Edition(INFO, "1.0.0", date(2026, 11, 22)), tables, files, folder)
    return folder
