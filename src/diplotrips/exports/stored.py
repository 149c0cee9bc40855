"""A release as it lies in a folder: which there are, and reading a table of one, never another file than the one released.

Where a release comes from (the package, a cache, a server) is for `diplotrips.exports.reading` to say.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from diplotrips.errors import UnknownNameError, UnreadablePathError, reason_of
from diplotrips.exports.manifest import MANIFEST, read_manifest
from diplotrips.schema.version import DATASET_VERSION, numbers_of

if TYPE_CHECKING:
    from pathlib import Path


def versions(home: Path) -> list[str]:
    """Return the versions of the releases in *home*, the oldest first; none where there is no such folder."""
    if not home.is_dir():
        return []
    found = [path.name for path in home.iterdir() if re.fullmatch(DATASET_VERSION, path.name) and (path / MANIFEST).is_file()]
    return sorted(found, key=numbers_of)


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
    # Without threads of its own: a process that ends right after it was aborted in one run of three, and the tables are small. Not by
    # `pq.read_table`, which imports pandas where that is installed, and takes thrice as long with it.
    return pq.ParquetFile(pa.BufferReader(content), pre_buffer=False).read(use_threads=False)
