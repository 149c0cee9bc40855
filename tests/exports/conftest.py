"""Rows for every table that are as nasty as its columns allow, and a release of a small dataset."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from diplotrips.exports.release import Content
from diplotrips.schema.flatten import flatten
from diplotrips.schema.rows import TABLES
from diplotrips.schema.rows.columns import Type

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.schema.dataset import Dataset
    from diplotrips.schema.rows.columns import Column

LONG = "Ñandú, Łódź, Гавана, 哈瓦那, \U0001f1e8\U0001f1fa; \"quoted\", 'single', tab\tand\nline; " * 200
TEXTS = (
    "NA",
    "x-2",
    "abc.de-f.g9",
    "BR",
    "NAM",
    "DT201",
    "Q42",
    "004",
    "0" * 64,
    "Latn",
    "0000-0002-1825-0097",
    "settles",
    "1066-10-14",
    "1.0.0",
)
"""For every form of a text one that has it, `NA` first: Namibia, and no missing value."""


def nasty(column: Column, row: int) -> object:
    """Return a value of *column* for row 0, 1 or 2; row 1 is null wherever that is allowed."""
    if column.nullable and row == 1:
        return None
    if column.type is Type.STRING:
        form = column.pattern
        return _text(form, row) if form else f"{row} {LONG}"
    first_and_last = {
        Type.INT32: (-(2**31), 0, 2**31 - 1),
        Type.DOUBLE: (0.1, 0.0, -1e300),
        Type.BOOL: (True, False, False),
        Type.DAY: (date(1, 1, 1), date(1969, 12, 31), date(9999, 12, 31)),
    }
    return first_and_last[column.type][row]


def _text(form: str, row: int) -> str:
    """Return a text of *form*, where possible another one for each row."""
    return next(text for text in (f"x-{row}", *TEXTS) if re.fullmatch(form, text))


@pytest.fixture
def nasty_rows() -> Callable[[str], list[dict[str, object]]]:
    """A function that returns three rows of a table: all columns filled, all nulls that are allowed, all filled."""

    def rows(table_name: str) -> list[dict[str, object]]:
        return [{column.name: nasty(column, row) for column in TABLES[table_name].columns} for row in range(3)]

    return rows


@pytest.fixture
def content(dataset: Callable[..., Dataset]) -> Content:
    """What a release of two small trips is made of."""
    said = {"gazette": [{"days": "~4", "span": "1-20"}, {"about": "na", "places": ["Windhoek"], "seen": "2023-04-18"}]}
    stops = [{"id": "na", "dates": "2023-04-17/2023-04-20", "places": ["Windhoek"], "met": [{"person": "jane-roe"}]}, {"id": "ve"}]
    people = [{"id": "jane-roe", "names": [{"name": "J. Røe"}]}]
    made = dataset(trips={name: {"stops": stops, "said": said} for name in ("one", "two")}, people=people)
    assert made.info
    return Content(flatten(made), [entry.record for entry in made.trips], made.info.record)
