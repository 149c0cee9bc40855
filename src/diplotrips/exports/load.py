"""Reading released tables: those that come with the package, without any network.

In a checkout, where nothing is bundled yet, the folder `exports` beside the sources serves.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from diplotrips.errors import UnknownNameError, UnreadablePathError, reason_of
from diplotrips.exports.manifest import MANIFEST, read_manifest
from diplotrips.schema.version import DATASET_VERSION


def load(table: str, version: str | None = None) -> pa.Table:
    """Return a table of the bundled release as an Arrow table; one row per record, sorted by its key.

    Args:
        table: Name of the table, such as `stops`.
        version: Version of the dataset, such as `1.0.0`; the newest that is bundled if not given.

    Raises:
        UnknownNameError: there is no such table or version; the nearest names are given.
        UnreadablePathError: the file is missing, or is not the one that was released. A failure never gives an empty table.

    Days are calendar days (`date32`). In pandas they and whole numbers with gaps stay what they are with
    `load("stops").to_pandas(types_mapper=pandas.ArrowDtype)`; plain `to_pandas()` gives days as `datetime.date` objects.
    """
    return read_table(release_folder(version), table)


def release_folder(version: str | None = None) -> Path:
    """Return the folder of the bundled release of *version*, or of the newest one.

    Raises:
        UnknownNameError: that version is not bundled.
        UnreadablePathError: none is.
    """
    home = _home()
    known = versions(home)
    if not known:
        raise UnreadablePathError(home, "there is no release")
    if version is not None and version not in known:
        raise UnknownNameError("version", version, known)
    return home / (version or known[-1])


def versions(home: Path) -> list[str]:
    """Return the versions of the releases in *home*, the oldest first; none where there is no such folder."""
    if not home.is_dir():
        return []
    found = [path.name for path in home.iterdir() if re.fullmatch(DATASET_VERSION, path.name) and (path / MANIFEST).is_file()]
    return sorted(found, key=lambda name: [int(number) for number in name.split(".")])


def read_table(folder: Path, table: str) -> pa.Table:
    """Return a table of the release in *folder*, whose file is the one that the manifest tells of.

    Raises:
        UnknownNameError: the release has no such table.
        UnreadablePathError: the file is missing, or is not the one that was released.
    """
    manifest = read_manifest(folder)
    if table not in manifest.tables:
        raise UnknownNameError("table", table, tuple(manifest.tables))
    path = folder / f"{table}.parquet"
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadablePathError(path, reason_of(error)) from error
    if path.name not in manifest.files or hashlib.sha256(content).hexdigest() != manifest.files[path.name].sha256:
        raise UnreadablePathError(path, f"it is not the file that {folder.name} was released with (SHA-256 differs from {MANIFEST})")
    # Without threads of its own: a process that ends right after it was aborted in one run of three, and the tables are small.
    return pq.read_table(pa.BufferReader(content), use_threads=False, pre_buffer=False)


def _home() -> Path:
    """Return the folder of the bundled releases, or in a checkout that of the committed ones."""
    package = Path(__file__).parents[1]
    checkout = package.parents[1]
    if not (package / "release").is_dir() and (checkout / "pyproject.toml").is_file():
        return checkout / "exports"
    return package / "release"
