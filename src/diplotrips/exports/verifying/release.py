"""Verifying one release: its files, then what stands in those that are right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from diplotrips.errors import UnreadablePathError
from diplotrips.exports.describing.citation import CITATION
from diplotrips.exports.describing.datapackage import DATAPACKAGE
from diplotrips.exports.manifest import DOCUMENTS, MANIFEST, read_manifest
from diplotrips.exports.verifying.citation import wrong_citation
from diplotrips.exports.verifying.damage import Damage, Verification
from diplotrips.exports.verifying.deposited import wrong_csv
from diplotrips.exports.verifying.descriptor import Descriptor, read_descriptor, wrong_columns, wrong_files
from diplotrips.exports.verifying.documents import read_documents, wrong_documents
from diplotrips.exports.verifying.files import examine
from diplotrips.exports.verifying.following import unlike_documents, wrong_derived
from diplotrips.exports.verifying.foreign_keys import wrong_foreign_keys
from diplotrips.exports.verifying.references import orphans
from diplotrips.exports.verifying.rows import wrong_json, wrong_rows
from diplotrips.exports.verifying.stored import StoredTable, UnreadableTableError, read_stored
from diplotrips.schema.version import DATASET_VERSION, SCHEMA_VERSION
from diplotrips.version import __version__

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from diplotrips.exports.manifest import Manifest


def verify_release(folder: Path) -> Verification:
    """Return all that is wrong with the release or build in *folder*.

    Raises:
        UnreadablePathError: there is no manifest that can be read, or the folder cannot be listed.
    """
    manifest = read_manifest(folder)
    files = examine(folder, manifest)
    descriptor, undescribed = _descriptor(folder, files.right)
    tables, unreadable = _tables(folder, manifest, files.right)
    damages = [*files.damages, *_misnamed(folder, manifest), *undescribed, *wrong_files(descriptor, manifest), *unreadable]
    rows = {name: table.rows() for name, table in tables.items()}
    for name, table in tables.items():
        damages += _wrong_table(table, rows[name], folder, manifest, files.right)
        damages += wrong_columns(descriptor, table, rows[name], manifest.package_version)
        damages += wrong_foreign_keys(descriptor, table, manifest)
    damages += orphans(tables, manifest.tables.keys())
    if DOCUMENTS in files.right:
        damages += wrong_documents(folder, manifest, tables.get("trips"))
    if CITATION in files.right:
        damages += wrong_citation(folder, manifest, descriptor)
    if not damages:
        damages += _wrong_rest(folder, manifest, tables, rows)
    return Verification(folder, manifest, tuple(damages))


def _wrong_rest(
    folder: Path, manifest: Manifest, tables: Mapping[str, StoredTable], rows: Mapping[str, Sequence[dict[str, Any]]]
) -> Iterator[Damage]:
    """Return which rows are not those that follow from the documents, or from other tables, of a release that is sound by itself."""
    if DOCUMENTS in manifest.files and manifest.schema_version == SCHEMA_VERSION:
        yield from unlike_documents(read_documents(folder) or [], tables, rows, DOCUMENTS)
    if manifest.package_version == __version__:
        yield from wrong_derived(tables, rows)


def _descriptor(folder: Path, right: Collection[str]) -> tuple[Descriptor, list[Damage]]:
    """Return the descriptor, or an empty one and why it cannot be read; older releases have none."""
    try:
        return read_descriptor(folder) if DATAPACKAGE in right else Descriptor(), []
    except UnreadablePathError as error:
        return Descriptor(), [Damage(DATAPACKAGE, error.reason)]


def _tables(folder: Path, manifest: Manifest, right: Collection[str]) -> tuple[dict[str, StoredTable], list[Damage]]:
    """Return the tables whose Parquet files are right, and why one of these cannot be read."""
    tables: dict[str, StoredTable] = {}
    damages: list[Damage] = []
    for name, entry in manifest.tables.items():
        try:
            if f"{name}.parquet" in right:
                tables[name] = read_stored(folder, name, entry)
        except UnreadableTableError as error:
            damages.append(Damage(f"{name}.parquet", str(error)))
    return tables, damages


def _misnamed(folder: Path, manifest: Manifest) -> Iterator[Damage]:
    """Return a manifest of another version, tables of which it names no file, and Parquet files of which it has no table."""
    if re.fullmatch(DATASET_VERSION, folder.name) and folder.name != manifest.dataset_version:
        yield Damage(MANIFEST, f"it is that of {manifest.dataset_version or 'a build'}, and the folder is called {folder.name}")
    for name in manifest.tables:
        for ending in ("parquet", "json"):
            if f"{name}.{ending}" not in manifest.files:
                yield Damage(MANIFEST, f"it has the table {name}, and does not name {name}.{ending}")
    for name in manifest.files:
        if name.endswith(".parquet") and name.removesuffix(".parquet") not in manifest.tables:
            yield Damage(MANIFEST, f"it names {name}, and has no table {name.removesuffix('.parquet')}")


def _wrong_table(
    table: StoredTable, rows: Sequence[dict[str, Any]], folder: Path, manifest: Manifest, right: Collection[str]
) -> Iterator[Damage]:
    """Return what is wrong with the rows of a table in any of its forms."""
    yield from wrong_rows(table, rows, manifest)
    if f"{table.name}.json" in right:
        yield from wrong_json(table, rows, folder / f"{table.name}.json")
    if f"{table.name}.csv" in right:
        yield from wrong_csv(table, folder / f"{table.name}.csv")
