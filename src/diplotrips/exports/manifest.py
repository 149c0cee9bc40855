"""The manifest of a release: which files it has, with sizes and hashes, and the three version numbers.

Cheap to import, since whoever loads a table reads it. Hashes of tables are made in `tables`.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from diplotrips.errors import UnreadablePathError, reason_of
from diplotrips.schema.version import SCHEMA_VERSION
from diplotrips.version import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"

DOCUMENTS = "records.json"
"""File with the trip documents as authored."""

CHANGES = "CHANGES.md"
"""File that tells what is different from the release before."""

CHANGES_TABLE = "changes"
"""Table that tells the same; it is left out where the tables of two releases are compared."""

MAX_BYTES = 16 * 1024 * 1024
"""A larger file is no manifest, and is not read."""

NO_MANIFEST = "it is not the manifest of a release"


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file of a release."""

    sha256: str
    bytes: int
    rows: int | None
    """Rows of the table, or documents; None of a file that has neither."""


@dataclass(frozen=True, slots=True)
class TableEntry:
    """One table of a release, whatever file it is in."""

    rows: int
    key: tuple[str, ...]
    sha256: str
    """The table hash, as in `diplotrips.exports.tables`."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a release consists of."""

    dataset: str
    """Short name of the dataset."""
    dataset_version: str | None
    """None for a build that is not released."""
    package_version: str
    schema_version: int
    reference_date: str
    """Day as of which conflicts are told, in EDTF."""
    tables: Mapping[str, TableEntry]
    files: Mapping[str, FileEntry]


def file_hash(path: Path) -> str:
    """Return the SHA-256 of the file at *path*, which is read in pieces.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def manifest_hash(folder: Path) -> str:
    """Return the SHA-256 of the manifest in *folder*; empty where none can be read."""
    try:
        return file_hash(folder / MANIFEST)
    except OSError:
        return ""


def file_entry(path: Path, rows: int | None = None) -> FileEntry:
    """Return hash and size of the file at *path*, which has so many *rows*."""
    content = path.read_bytes()
    return FileEntry(hashlib.sha256(content).hexdigest(), len(content), rows)


def new_manifest(
    dataset: str, version: str | None, reference_date: str, tables: Mapping[str, TableEntry], files: Mapping[str, FileEntry]
) -> Manifest:
    """Return a manifest of this version of the package, files by name."""
    return Manifest(dataset, version, __version__, SCHEMA_VERSION, reference_date, tables, dict(sorted(files.items())))


def write_manifest(manifest: Manifest, folder: Path) -> None:
    """Write `manifest.json` and `SHA256SUMS` (which `sha256sum -c` checks) into *folder*.

    Raises:
        OSError: a file cannot be written.
    """
    path = folder / MANIFEST
    path.write_bytes((json.dumps(asdict(manifest), ensure_ascii=False, indent=1) + "\n").encode())
    (folder / SUMS).write_bytes(sums_of(manifest, file_entry(path).sha256))


def sums_of(manifest: Manifest, manifest_sha256: str) -> bytes:
    """Return what SHA256SUMS of the release says."""
    hashes = {**{name: file.sha256 for name, file in manifest.files.items()}, MANIFEST: manifest_sha256}
    return "".join(f"{sha256}  {name}\n" for name, sha256 in sorted(hashes.items())).encode()


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of the release in *folder*.

    Raises:
        UnreadablePathError: there is none, or it is not a manifest.
    """
    path = folder / MANIFEST
    try:
        if path.stat().st_size > MAX_BYTES or not path.is_file():
            raise UnreadablePathError(path, NO_MANIFEST)
        return _manifest(json.loads(path.read_bytes()))
    except OSError as error:
        raise UnreadablePathError(path, reason_of(error)) from error
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError) as error:
        raise UnreadablePathError(path, NO_MANIFEST) from error


def _manifest(content: dict[str, Any]) -> Manifest:
    """Return the manifest that *content* is.

    Raises:
        AttributeError, KeyError, TypeError, ValueError: it is none.
    """
    tables = {name: TableEntry(**{**entry, "key": tuple(entry["key"])}) for name, entry in content.pop("tables").items()}
    files = {name: FileEntry(**entry) for name, entry in content.pop("files").items()}
    manifest = Manifest(**content, tables=tables, files=files)
    texts = [manifest.dataset, manifest.dataset_version or "", manifest.package_version, manifest.reference_date]
    texts += [*(table.sha256 for table in tables.values()), *(file.sha256 for file in files.values())]
    numbers = [manifest.schema_version, *(entry.rows for entry in tables.values())]
    numbers += [number for entry in files.values() for number in (entry.bytes, entry.rows or 0)]
    if not all(isinstance(text, str) for text in texts) or not all(isinstance(number, int) for number in numbers):
        raise ValueError
    return manifest
