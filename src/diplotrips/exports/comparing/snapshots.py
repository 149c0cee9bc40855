"""A state of a dataset: its tables with their keys, columns and rows, of a released folder or of the rows that a build has.

A release is taken as it describes itself (Parquet schema, manifest), never as this version of the package declares its tables, since an
older one has other columns.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from diplotrips.exports.arrow import text_in
from diplotrips.exports.manifest import CHANGES_TABLE, read_manifest
from diplotrips.exports.stored import read_table
from diplotrips.schema.rows import TABLES
from diplotrips.schema.rows.tables import column_descriptions, table_description

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pyarrow as pa

    from diplotrips.schema.flatten import Tables

Row: TypeAlias = "Mapping[str, object]"
"""One row by column; days are `datetime.date`, null is None."""


@dataclass(frozen=True, slots=True)
class ColumnSnapshot:
    """One column as a release declares it."""

    name: str
    type: str
    """Name of the type, such as `string` or `date32`."""
    nullable: bool
    description: str = ""
    unit: str = ""
    codelist: str = ""
    refers: str = ""


@dataclass(frozen=True, slots=True)
class TableSnapshot:
    """One table of a state."""

    name: str
    key: tuple[str, ...]
    columns: tuple[ColumnSnapshot, ...]
    rows: Sequence[Row]
    """In any order."""
    description: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns."""
        return tuple(column.name for column in self.columns)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A state of a dataset."""

    label: str
    """What a reader calls it: `1.0.0`, `the working tree`, the name of a folder."""
    tables: Mapping[str, TableSnapshot]
    version: str | None = None
    """Version of the dataset, where it was released."""
    dataset: str = ""
    """Short name of the dataset; empty where that does not matter."""


def snapshot_of_folder(folder: Path | str, label: str = "") -> Snapshot:
    """Return the state that was released, or built, in *folder*; its files are held to the hashes of its manifest.

    Args:
        folder: Folder with a manifest.
        label: What to call it, instead of the version or, of a build, the name of the folder.

    Raises:
        UnreadablePathError: there is no release, or a file is missing or not the one that the manifest tells of.
    """
    place = Path(folder)
    manifest = read_manifest(place)
    tables = {name: _of_arrow(name, entry.key, read_table(place, name)) for name, entry in manifest.tables.items()}
    return Snapshot(label or manifest.dataset_version or str(place), tables, manifest.dataset_version, manifest.dataset)


def snapshot_of_rows(tables: Tables, label: str = "the working tree", version: str | None = None, dataset: str = "") -> Snapshot:
    """Return the state that *tables* are: rows of every declared table but `changes`, as a build has them."""
    found = {}
    for name, table in TABLES.items():
        texts = column_descriptions(name)
        columns = tuple(
            ColumnSnapshot(one.name, str(one.type), one.nullable, texts[one.name], one.unit, one.codelist, " ".join(one.refers))
            for one in table.columns
        )
        rows = () if name == CHANGES_TABLE else tuple(tables[name])
        found[name] = TableSnapshot(name, table.key, columns, rows, table_description(name))
    return Snapshot(label, found, version, dataset)


def _of_arrow(name: str, key: tuple[str, ...], table: pa.Table) -> TableSnapshot:
    """Return the table as the Parquet file describes it."""
    rows = () if name == CHANGES_TABLE else table.to_pylist()
    return TableSnapshot(name, key, tuple(map(_column, table.schema)), rows, text_in(table.schema.metadata, "description"))


def _column(field: pa.Field) -> ColumnSnapshot:
    """Return the column that an Arrow field declares."""
    told = {word: text_in(field.metadata, word) for word in ("description", "unit", "codelist", "refers")}
    return ColumnSnapshot(field.name, str(field.type).partition("[")[0], field.nullable, **told)
