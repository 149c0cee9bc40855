"""Writing a release: every table as Parquet and JSON, the documents, what describes them, the manifest; all of it or nothing.

Whether there may be a release at all is for `succession` to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diplotrips.errors import ExportRefusedError
from diplotrips.exports.arrow import arrow_table
from diplotrips.exports.conformance import hold_documents, hold_rows
from diplotrips.exports.deposit.files import write_deposit
from diplotrips.exports.describing.citation import CITATION, citation_cff
from diplotrips.exports.describing.datapackage import DATAPACKAGE, descriptor, descriptor_bytes
from diplotrips.exports.describing.edition import Edition
from diplotrips.exports.folders import refuse_other_folders, written_beside
from diplotrips.exports.json import document_values, write_json
from diplotrips.exports.manifest import CHANGES, CHANGES_TABLE, DOCUMENTS, TableEntry, file_entry, new_manifest, write_manifest
from diplotrips.exports.parquet import write_parquet
from diplotrips.exports.tables import sorted_rows, table_hash
from diplotrips.schema.rows import TABLES
from diplotrips.schema.version import DATASET_VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from diplotrips.exports.manifest import FileEntry, Manifest
    from diplotrips.schema.document import TripDocument
    from diplotrips.schema.flatten import Tables
    from diplotrips.schema.info import DatasetInfo


@dataclass(frozen=True, slots=True)
class Content:
    """What a release is made of."""

    tables: Tables
    documents: Sequence[TripDocument]
    info: DatasetInfo
    """What the dataset is, and the day as of which the conflicts are told."""
    day: date | None = None
    """Day of release; None for a build."""
    changes: str = ""
    """What is different from the release before, in Markdown."""


def write_release(content: Content, folder: Path, version: str | None = None, *, csv: bool = False) -> Manifest:
    """Write *content* as the release in *folder*, and return its manifest.

    Args:
        content: Rows of every table and the documents, in any order; the same content gives the same bytes.
        folder: With a version, a new folder (`exports/1.0.0`); without one, a build that is replaced (`build/export`).
        version: Three numbers with points between them; None for a build.
        csv: Whether CSV files, a codebook and a README are added, as repositories and journals ask for them.

    Raises:
        ExportRefusedError: the version is none or is there already, *folder* is something else than an earlier build, two rows share a
            key, or a row or document does not hold to its schema.
        UnwritablePathError: something cannot be written; *folder* is as it was.
    """
    if version is not None and not re.fullmatch(DATASET_VERSION, version):
        raise ExportRefusedError(f"{version} is no version such as 1.0.0")
    refuse_taken(folder, version)
    tables = {name: sorted_rows(name, content.tables[name]) for name in TABLES}
    with written_beside(folder) as place:
        files: dict[str, FileEntry] = {}
        for name, rows in tables.items():
            files |= _write_table(name, rows, place)
        files |= _write_documents(content.documents, place)
        files |= _write_texts(content, version, place)
        if csv:
            files |= write_deposit(Edition(content.info, version, content.day), tables, files, place)
        files |= _write_descriptor(content, version, files, place)
        entries = {name: TableEntry(len(rows), TABLES[name].key, table_hash(name, rows)) for name, rows in tables.items()}
        manifest = new_manifest(content.info.id, version, str(content.info.reference_date), entries, files)
        write_manifest(manifest, place)
        refuse_taken(folder, version)  # once more, since writing takes a while and somebody may have put a file there
    return manifest


def refuse_taken(folder: Path, version: str | None) -> None:
    """Refuse to replace anything but an earlier build, and with a version anything at all.

    Raises:
        ExportRefusedError: something else is there.
        UnwritablePathError: *folder* cannot be listed.
    """
    refuse_other_folders(folder)
    if version is not None and (folder.exists() or folder.is_symlink()):  # a link that leads nowhere does not exist
        raise ExportRefusedError(f"there is {folder} already, and a release is never changed")


def tables_that_differ(one: Manifest, other: Manifest) -> list[str]:
    """Return the names of the tables that are not the same in two releases, by table hash, sorted.

    The table `changes` is left out: it tells what came before, which is another release for each.
    """
    names = (one.tables.keys() | other.tables.keys()) - {CHANGES_TABLE}
    return sorted(name for name in names if _hash(one.tables, name) != _hash(other.tables, name))


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


def _write_texts(content: Content, version: str | None, place: Path) -> dict[str, FileEntry]:
    """Write what is different from the release before, and how the release is cited."""
    texts = {CHANGES: content.changes, CITATION: citation_cff(Edition(content.info, version, content.day))}
    for name, text in texts.items():
        (place / name).write_bytes(text.encode())
    return {name: file_entry(place / name) for name in texts}


def _write_descriptor(content: Content, version: str | None, files: Mapping[str, FileEntry], place: Path) -> dict[str, FileEntry]:
    """Write the descriptor, in which all files with rows stand."""
    day = content.day.isoformat() if content.day else None
    path = place / DATAPACKAGE
    path.write_bytes(descriptor_bytes(descriptor(content.info, files, version, day)))
    return {path.name: file_entry(path)}
