"""What became of tables and columns: added, withdrawn, of another type, with other keys or descriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.exports.comparing.change import Change, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.exports.comparing.snapshots import ColumnSnapshot, Snapshot, TableSnapshot


def changes_of_structure(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    """Return what became of the tables and their columns; the rows of a table that came or went are counted with it."""
    for name, table in before.tables.items():
        if name not in after.tables:
            yield Change(kind=Kind.TABLE_WITHDRAWN, table=name, before=table.description or None, n_rows=len(table.rows))
    for name, table in after.tables.items():
        if name not in before.tables:
            yield Change(kind=Kind.TABLE_ADDED, table=name, after=table.description or None, n_rows=len(table.rows))
        else:
            yield from _changes_of_table(before.tables[name], table)


def _changes_of_table(before: TableSnapshot, after: TableSnapshot) -> Iterator[Change]:
    """Return what became of a table and its columns."""
    name = after.name
    if before.key != after.key:
        yield Change(kind=Kind.KEY_CHANGED, table=name, before=" ".join(before.key) or None, after=" ".join(after.key) or None, n_rows=0)
    old, new = ({column.name: column for column in table.columns} for table in (before, after))
    for column in before.columns:
        if column.name not in new:
            yield _change(Kind.COLUMN_WITHDRAWN, name, column, column.description, "")
        else:
            yield from _changes_of_column(name, column, new[column.name])
    yield from (_change(Kind.COLUMN_ADDED, name, column, "", column.description) for column in after.columns if column.name not in old)
    if before.description != after.description:
        yield Change(kind=Kind.TABLE_DESCRIBED, table=name, before=before.description or None, after=after.description or None, n_rows=0)
    order, now = ([one for one in names if one in old and one in new] for names in (before.names, after.names))
    if order != now:
        yield Change(kind=Kind.TABLE_DESCRIBED, table=name, before=" ".join(order), after=" ".join(now), n_rows=0)


def _changes_of_column(table: str, before: ColumnSnapshot, after: ColumnSnapshot) -> Iterator[Change]:
    """Return what became of a column that both have."""
    if before.type != after.type:
        yield _change(Kind.COLUMN_RETYPED, table, after, before.type, after.type)
    if before.nullable != after.nullable:
        kind = Kind.COLUMN_MADE_NULLABLE if after.nullable else Kind.COLUMN_MADE_REQUIRED
        yield _change(kind, table, after, _null(before), _null(after))
    if (old := _meaning(before)) != (new := _meaning(after)):
        yield _change(Kind.COLUMN_REDEFINED, table, after, old, new)
    if before.description != after.description:
        yield _change(Kind.COLUMN_DESCRIBED, table, after, before.description, after.description)


def _change(kind: Kind, table: str, column: ColumnSnapshot, before: str, after: str) -> Change:
    return Change(kind=kind, table=table, field_name=column.name, before=before or None, after=after or None, n_rows=0)


def _null(column: ColumnSnapshot) -> str:
    return "may be null" if column.nullable else "never null"


def _meaning(column: ColumnSnapshot) -> str:
    """Return what a program goes by that reads the column: what it counts, of which list its codes are, and which tables have its keys."""
    marks = {"unit": column.unit, "codes": column.codelist, "refers to": column.refers}
    return "; ".join(f"{word} {said}" for word, said in marks.items() if said)
