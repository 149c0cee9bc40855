"""`catalog.json`: which releases a folder has, with what tells them apart; whoever fetches one reads this first.

The catalog is made anew from the releases themselves, never added to. A **registry** is any place that has it beside the folders of the
versions: the folder `exports` of a project, or a copy of that on a server.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from diplotrips.errors import UnreadablePathError, UnwritablePathError, reason_of
from diplotrips.exports.describing.datapackage import DATAPACKAGE
from diplotrips.exports.manifest import MANIFEST, file_hash, read_manifest
from diplotrips.exports.stored import versions
from diplotrips.replacing import write_whole
from diplotrips.schema.version import DATASET_VERSION, numbers_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CATALOG: Final = "catalog.json"

MAX_BYTES: Final = 16 * 1024 * 1024
"""A larger file is no catalog, and is not read."""

NO_CATALOG: Final = "it is not the catalog of a dataset"


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogEntry:
    """One release of the dataset."""

    version: str
    date: str | None
    """Day of release; None where nobody wrote it down."""
    reference_date: str
    """Day as of which the conflicts in it are told, in EDTF."""
    schema_version: int
    package_version: str
    manifest_sha256: str
    """SHA-256 of its `manifest.json`, on which the hashes of all its files rest."""
    tables: int
    """How many tables it has."""
    rows: int
    """How many rows they have together."""
    files: int
    """How many files the manifest names; the manifest and SHA256SUMS come on top."""
    bytes: int
    """How large these are together."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """The releases of a dataset, the oldest first."""

    dataset: str
    """Short name of the dataset; empty where there is no release."""
    versions: tuple[CatalogEntry, ...]

    def entry(self, version: str) -> CatalogEntry | None:
        """Return the entry of *version*; None if there is none."""
        return next((entry for entry in self.versions if entry.version == version), None)


def catalog_of(home: Path, days: Mapping[str, date]) -> Catalog:
    """Return the catalog of the releases in *home*; *days* has the days of those that do not tell theirs, as the first did not.

    Raises:
        UnreadablePathError: a release has no manifest that can be read, or belongs to another dataset than the rest.
    """
    entries = []
    dataset = ""
    for version in versions(home):
        manifest = read_manifest(home / version)
        if manifest.dataset_version != version or manifest.dataset != (dataset or manifest.dataset):
            found = f"{manifest.dataset} {manifest.dataset_version}"
            raise UnreadablePathError(home / version / MANIFEST, f"it is that of {found}, not of {dataset or manifest.dataset} {version}")
        dataset = manifest.dataset
        entries.append(
            CatalogEntry(
                version=version,
                date=_told_day(home / version) or (days[version].isoformat() if version in days else None),
                reference_date=manifest.reference_date,
                schema_version=manifest.schema_version,
                package_version=manifest.package_version,
                manifest_sha256=file_hash(home / version / MANIFEST),
                tables=len(manifest.tables),
                rows=sum(table.rows for table in manifest.tables.values()),
                files=len(manifest.files),
                bytes=sum(file.bytes for file in manifest.files.values()),
            )
        )
    return Catalog(dataset, tuple(entries))


def catalog_json(catalog: Catalog) -> bytes:
    """Return *catalog* as it is written; the same releases give the same bytes."""
    return (json.dumps(asdict(catalog), ensure_ascii=False, indent=1) + "\n").encode()


def write_catalog(home: Path, catalog: Catalog) -> None:
    """Write *catalog* into *home* in one step, unless it is there already; what killed runs left of one goes.

    Raises:
        UnwritablePathError: it cannot be written.
    """
    path, content = home / CATALOG, catalog_json(catalog)
    try:
        for left in [found for found in home.iterdir() if re.fullmatch(rf"\.{re.escape(CATALOG)}\.[0-9]+", found.name)]:
            left.unlink(missing_ok=True)
        if path.is_file() and path.read_bytes() == content:
            return
    except OSError as error:
        raise UnwritablePathError(path, reason_of(error)) from error
    write_whole(path, content)


def read_catalog(path: Path) -> Catalog:
    """Return the catalog in the file at *path*.

    Raises:
        UnreadablePathError: there is none, or it is not a catalog.
    """
    try:
        if path.stat().st_size > MAX_BYTES or not path.is_file():
            raise UnreadablePathError(path, NO_CATALOG)
        content = path.read_bytes()
    except OSError as error:
        raise UnreadablePathError(path, reason_of(error)) from error
    return parse_catalog(content, path)


def parse_catalog(content: bytes, shown: Path | str = CATALOG) -> Catalog:
    """Return the catalog that *content* is; *shown* is where it is from.

    Raises:
        UnreadablePathError: it is none.
    """
    try:
        return _catalog(json.loads(content))
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError) as error:
        raise UnreadablePathError(shown, NO_CATALOG) from error


def _told_day(folder: Path) -> str:
    """Return the day of release that the descriptor in *folder* tells; empty where it tells none."""
    path = folder / DATAPACKAGE
    if not path.is_file():
        return ""
    try:
        told = json.loads(path.read_bytes()).get("created", "")[: len("YYYY-MM-DD")]
        return date.fromisoformat(told).isoformat() if told else ""
    except OSError as error:
        raise UnreadablePathError(path, reason_of(error)) from error
    except (AttributeError, RecursionError, TypeError, ValueError) as error:
        raise UnreadablePathError(path, "it is not the descriptor of a release") from error


def _catalog(content: dict[str, Any]) -> Catalog:
    """Return the catalog that *content* is.

    Raises:
        AttributeError, KeyError, TypeError, ValueError: it is none.
    """
    dataset, entries = content["dataset"], tuple(CatalogEntry(**entry) for entry in content["versions"])
    if not isinstance(dataset, str) or not all(_is_entry(entry) for entry in entries):
        raise ValueError
    numbers = [numbers_of(entry.version) for entry in entries]
    if any(later <= earlier for earlier, later in pairwise(numbers)):
        raise ValueError
    return Catalog(dataset, entries)


def _is_entry(entry: CatalogEntry) -> bool:
    """Tell whether every value of *entry* is of its type and form.

    Raises:
        TypeError, ValueError: the day is none.
    """
    texts: list[object] = [entry.version, entry.reference_date, entry.package_version, entry.manifest_sha256]
    numbers: list[object] = [entry.schema_version, entry.tables, entry.rows, entry.files, entry.bytes]
    if not all(isinstance(text, str) for text in texts) or not all(type(number) is int and number >= 0 for number in numbers):
        return False
    if entry.date is not None:
        date.fromisoformat(entry.date)
    return bool(re.fullmatch(DATASET_VERSION, entry.version) and re.fullmatch("[0-9a-f]{64}", entry.manifest_sha256))
