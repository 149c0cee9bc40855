"""Any column and any table may be withdrawn or added: a comparison tells of it, and of all the rest as well."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from diplotrips.exports.comparing import (
    Kind,
    Snapshot,
    TableSnapshot,
    change_rows,
    changes_markdown,
    compare,
    missing_tombstones,
    snapshot_of_folder,
)
from diplotrips.exports.stored import versions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.exports.comparing.snapshots import Row

HOME = Path(__file__).parents[3] / "exports"
TABLES = sorted(snapshot_of_folder(HOME / versions(HOME)[-1]).tables)
LOOKED_UP = ("trips", "stops", "people", "claims", "conflicts", "decisions", "waivers", "withdrawn")
"""Tables in which a comparison looks up what it tells of others; with the rest, each column took three times as long."""

VALUES: dict[str, tuple[object, object]] = {
    "string": ("one", "two"),
    "int32": (1, 2),
    "double": (1.5, 2.5),
    "bool": (True, False),
    "date32": (date(2023, 4, 17), date(2023, 4, 18)),
}


@cache
def states() -> tuple[Snapshot, Snapshot]:
    """Return two states of the newest release with a few rows a table: some only in one, some in both, with every cell another."""
    state = snapshot_of_folder(HOME / versions(HOME)[-1])
    few = {name: replace(table, rows=table.rows[:3] or [_made_up(table)]) for name, table in state.tables.items()}
    before = {name: replace(table, rows=[*table.rows, _made_up(table, "gone")]) for name, table in few.items()}
    after = {name: replace(table, rows=[*_others(table), _made_up(table, "new")]) for name, table in few.items()}
    return replace(state, tables=before), replace(state, tables=after, label="now")


def _made_up(table: TableSnapshot, text: str = "one") -> Row:
    """Return a row of a table that has one value in every cell, texts this one."""
    return {column.name: text if column.type == "string" else VALUES[column.type][0] for column in table.columns}


def _others(table: TableSnapshot) -> Iterator[Row]:
    """Return the rows of a table with another value in every cell that is not of the key."""
    for row in table.rows:
        others = {one.name: next(value for value in VALUES[one.type] if value != row[one.name]) for one in table.columns}
        yield {name: row[name] if name in table.key else other for name, other in others.items()}


def without(state: Snapshot, table_name: str, column_name: str = "") -> Snapshot:
    """Return *state* without a column, also in the key, or without a table."""
    tables = {name: table for name, table in state.tables.items() if name != table_name}
    if column_name:
        old = state.tables[table_name]
        columns = tuple(column for column in old.columns if column.name != column_name)
        rows = [{name: value for name, value in row.items() if name != column_name} for row in old.rows]
        key = tuple(name for name in old.key if name != column_name)
        tables[table_name] = replace(old, key=key, columns=columns, rows=rows)
    return replace(state, tables=tables)


def told(before: Snapshot, after: Snapshot, wanted: tuple[Kind, str, str | None]) -> bool:
    """Compare two states, write everything that is written of it, and return whether the change of this kind is told."""
    comparison = compare(before, after)
    missing_tombstones(before, after)
    rows = change_rows(comparison)
    assert changes_markdown(comparison)
    return wanted in {(row["change_kind"], row["changed_table"], row["field_name"]) for row in rows}


@pytest.mark.parametrize("table_name", TABLES)
def test_a_table_comes_and_goes(table_name: str) -> None:
    """With all that other tables say of what is in it."""
    before, after = states()

    assert told(before, without(after, table_name), (Kind.TABLE_WITHDRAWN, table_name, None))
    assert told(without(before, table_name), after, (Kind.TABLE_ADDED, table_name, None))


@pytest.mark.parametrize("table_name", TABLES)
def test_each_column_comes_and_goes(table_name: str) -> None:
    """Of the key or not, whatever else became of the rows."""
    before, after = (replace(state, tables={name: state.tables[name] for name in {table_name, *LOOKED_UP}}) for state in states())
    for column_name in before.tables[table_name].names:
        assert told(before, without(after, table_name, column_name), (Kind.COLUMN_WITHDRAWN, table_name, column_name))
        assert told(without(before, table_name, column_name), after, (Kind.COLUMN_ADDED, table_name, column_name))
