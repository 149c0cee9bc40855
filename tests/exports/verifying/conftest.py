"""A release that is whole, for tests that damage it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from diplotrips.exports.release import write_release
from diplotrips.schema.flatten import add_derived

if TYPE_CHECKING:
    from pathlib import Path

    from diplotrips.exports.release import Content


@pytest.fixture
def content(content: Content) -> Content:
    """What a release is made of, the tables that follow from others included."""
    return replace(content, tables=add_derived(content.tables))


@pytest.fixture
def folder(content: Content, tmp_path: Path) -> Path:
    """A release with CSV files that is whole, of two trips with four stops."""
    folder = tmp_path / "exports" / "1.0.0"
    write_release(replace(content, day=date(2026, 11, 22)), folder, "1.0.0", csv=True)
    return folder
