"""A table of a release as its Parquet file has it: rows, key and columns with what the file says of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from diplotrips.exports.arrow import text_in
from diplotrips.schema.rows.columns import Type

if TYPE_CHECKING:
    from pathlib import Path

    from diplotrips.exports.manifest import TableEntry

TYPES = {pa.string(): Type.STRING, pa.int32(): Type.INT32, pa.float64(): Type.DOUBLE, pa.bool_(): Type.BOOL, pa.date32(): Type.DAY}
"""The types that a release may have, by those of Arrow."""

_EPOCH = date(1970, 1, 1)
_FIRST_DAY, _LAST_DAY = ((day - _EPOCH).days for day in (date.min, date.max))


class UnreadableTableError(ValueError):
    """A Parquet file is none, or has a column that no release has; the text says which."""


@dataclass(frozen=True, slots=True)
class StoredColumn:
    """One column as the file tells it."""

    name: str
    type: Type
    nullable: bool
    description: str
    unit: str
    codelist: str
    refers: tuple[str, ...]
    """Tables of which one has the value as its key."""


@dataclass(frozen=True, slots=True)
class StoredTable:
    """One table of a release, as read from Parquet."""

    name: str
    entry: TableEntry
    """What the manifest says of it."""
    key: tuple[str, ...]
    """Names of its key columns, as the file says."""
    columns: tuple[StoredColumn, ...]
    values: pa.Table

    @property
    def file(self) -> str:
        """Name of the Parquet file."""
        return f"{self.name}.parquet"

    def rows(self) -> list[dict[str, Any]]:
        """Return the rows in their order, days as `datetime.date`."""
        rows: list[dict[str, Any]] = self.values.to_pylist()
        return rows

    def row(self, index: int) -> str:
        """Return what a reader calls the row at *index*: its number from 1, and its key."""
        keys = ", ".join(f"{name} {self.values[name][index].as_py()}" for name in self.key if name in self.values.column_names)
        return f"row {index + 1:,} ({keys})"


def read_stored(folder: Path, name: str, entry: TableEntry) -> StoredTable:
    """Return the table *name* of the release in *folder*.

    Raises:
        UnreadableTableError: it cannot be read, or has a column of another type than those of releases.
    """
    try:
        # Without threads of its own: a process that ends right after it was aborted in one run of three.
        values = pq.read_table(folder / f"{name}.parquet", use_threads=False, pre_buffer=False)
        values.validate(full=True)
    except (pa.ArrowException, OSError) as error:
        raise UnreadableTableError(f"it cannot be read as Parquet: {str(error).splitlines()[0].rstrip('.')}") from error
    for field in values.schema:
        if field.type not in TYPES:
            raise UnreadableTableError(f"its column {field.name} has the type {field.type}, which no release has")
        if field.type == pa.date32() and not _in_calendar(values[field.name]):
            raise UnreadableTableError(f"its column {field.name} has a day before the year 1 or after 9999")
    return StoredTable(name, entry, tuple(text_in(values.schema.metadata, "key").split()), tuple(map(_column, values.schema)), values)


def _in_calendar(days: pa.ChunkedArray) -> bool:
    """Tell whether all *days* are of the years 1 to 9999, as far as a `datetime.date` reaches."""
    found = pc.min_max(days.cast(pa.int32())).as_py()
    return found["min"] is None or (found["min"] >= _FIRST_DAY and found["max"] <= _LAST_DAY)


def _column(field: pa.Field) -> StoredColumn:
    told = {word: text_in(field.metadata, word) for word in ("description", "unit", "codelist")}
    return StoredColumn(field.name, TYPES[field.type], field.nullable, refers=tuple(text_in(field.metadata, "refers").split()), **told)
