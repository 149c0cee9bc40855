"""Writing a release: every table as Parquet and JSON, the documents, the manifest; all of it or nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diplotrips.errors import ExportRefusedError
from diplotrips.exports.arrow import arrow_table
from diplotrips.exports.conformance import hold_documents, hold_rows
from diplotrips.exports.folders import refuse_other_folders, written_beside
from diplotrips.exports.json import document_values, write_json
from diplotrips.exports.manifest import TableEntry, file_entry, new_manifest, write_manifest
from diplotrips.exports.parquet import write_parquet
from diplotrips.exports.tables import sorted_rows, table_hash
from diplotrips.schema.rows import TABLES
from diplotrips.schema.version import DATASET_VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from diplotrips.exports.manifest import FileEntry, Manifest
    from diplotrips.schema.document import TripDocument
    from diplotrips.schema.flatten import Tables

DOCUMENTS = "records.json"


@dataclass(frozen=True, slots=True)
class Content:
    """What a release is made of."""

    tables: Tables
    documents: Sequence[TripDocument]
    dataset: str
    """Short name of the dataset."""
    reference_date: str
    """Day as of which the conflicts are told, in EDTF."""


def write_release(content: Content, folder: Path, version: str | None = None) -> Manifest:
    """Write *content* as the release in *folder*, and return its manifest.

    Args:
        content: Rows of every table and the documents, in any order; the same content gives the same bytes.
        folder: With a version, a new folder (`exports/1.0.0`); without one, a build that is replaced (`build/export`).
        version: Three numbers with points between them; None for a build.

    Raises:
        ExportRefusedError: the version is none or is there already, *folder* is something else than an earlier build, two rows share a
            key, or a row or document does not hold to its schema.
        UnwritablePathError: something cannot be written; *folder* is as it was.
    """
    if version is not None and not re.fullmatch(DATASET_VERSION, version):
        raise ExportRefusedError(f"{version} is no version such as 1.0.0")
    _refuse_taken(folder, version)
    tables = {name: sorted_rows(name, content.tables[name]) for name in TABLES}
    with written_beside(folder) as place:
        files: dict[str, FileEntry] = {}
        for name, rows in tables.items():
            files |= _write_table(name, rows, place)
        files |= _write_documents(content.documents, place)
        entries = {name: TableEntry(len(rows), TABLES[name].key, table_hash(name, rows)) for name, rows in tables.items()}
        manifest = new_manifest(content.dataset, version, content.reference_date, entries, files)
        write_manifest(manifest, place)
        _refuse_taken(folder, version)  # once more, since writing takes a while and somebody may have put a file there
    return manifest


def tables_that_differ(one: Manifest, other: Manifest) -> list[str]:
    """Return the names of the tables that are not the same in two releases, by table hash, sorted."""
    return sorted(name for name in one.tables.keys() | other.tables.keys() if _hash(one.tables, name) != _hash(other.tables, name))


def _refuse_taken(folder: Path, version: str | None) -> None:
    """Refuse to replace anything but an earlier build, and with a version anything at all."""
    refuse_other_folders(folder)
    if version is not None and folder.exists():
        raise ExportRefusedError(f"there is {folder} already, and a release is never changed")


def _hash(tables: Mapping[str, TableEntry], name: str) -> str:
    return tables[name].sha256 if name in tables else ""


def _write_table(name: str, rows: Sequence[Mapping[str, object]], place: Path) -> dict[str, FileEntry]:
    """Write one table in both forms and hold the JSON to its schema."""
    as_json, as_parquet = place / f"{name}.json", place / f"{name}.parquet"
    write_json(rows, as_json)
    hold_rows(name, as_json)
    write_parquet(arrow_table(name, rows), as_parquet)
    return {path.name: file_entry(path, len(rows)) for path in (as_json, as_parquet)}


def _write_documents(documents: Sequence[TripDocument], place: Path) -> dict[str, FileEntry]:
    """Write the documents as authored and hold them to the document schema."""
    path = place / DOCUMENTS
    write_json(document_values(documents), path)
    hold_documents(path)
    return {path.name: file_entry(path, len(documents))}
