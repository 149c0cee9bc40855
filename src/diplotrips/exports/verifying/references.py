"""Whether the keys in the tables of a release lead somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from diplotrips.exports.verifying.damage import Damage, with_more
from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from diplotrips.exports.verifying.stored import StoredColumn, StoredTable


def orphans(tables: Mapping[str, StoredTable], known: Collection[str]) -> Iterator[Damage]:
    """Return columns with values that are no key of any table that they refer to, each with the first such row.

    Args:
        tables: The tables that could be read.
        known: Names of all tables of the release; what refers to one that could not be read is not judged.
    """
    for table in tables.values():
        for column in table.columns:
            absent = [name for name in column.refers if name not in known]
            if absent:
                yield Damage(table.file, f"{column.name} refers to the table {absent[0]}, which the release does not have")
            elif column.refers and all(name in tables for name in column.refers):
                yield from _orphans(table, column, tables)


def _orphans(table: StoredTable, column: StoredColumn, tables: Mapping[str, StoredTable]) -> Iterator[Damage]:
    """Return the first value of *column* that leads nowhere."""
    values = table.values[column.name]
    keys = [chunk for name in column.refers for chunk in _keys(tables[name], values.type)]
    found = pc.is_in(values, value_set=pa.chunked_array(keys, type=values.type))
    lost = pc.and_(pc.invert(found), pc.is_valid(values))
    at = pc.indices_nonzero(lost).to_pylist()
    if at:
        where = listed(column.refers, "or")
        reason = f"{column.name} of {table.row(at[0])} is {values[at[0]].as_py()}, which is no key of {where}"
        yield Damage(table.file, with_more(reason, len(at)))


def _keys(table: StoredTable, kind: pa.DataType) -> list[pa.Array]:
    """Return the values of the first key column of *table*, in pieces; none where they are of another type than *kind*."""
    name = table.entry.key[0] if table.entry.key else ""
    values = table.values[name] if name in table.values.column_names else None
    return values.chunks if values is not None and values.type == kind else []
