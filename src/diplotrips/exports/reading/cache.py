"""The cache: `<dataset>/<version>/` for each release that was fetched, whole or not at all, and catalogs of the servers that were asked.

The catalogs tell offline which dataset a server has, and spare it the question where a version is named that is here already.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from diplotrips.errors import UnknownNameError, UnreadablePathError, UnwritablePathError, reason_of
from diplotrips.exports.describing.catalog import CATALOG, read_catalog
from diplotrips.exports.manifest import MANIFEST, SUMS
from diplotrips.exports.reading.environment import cache_home
from diplotrips.exports.reading.placing import clear_leftovers, remove
from diplotrips.exports.stored import versions
from diplotrips.replacing import write_whole
from diplotrips.schema.version import DATASET_VERSION

if TYPE_CHECKING:
    from pathlib import Path

    from diplotrips.exports.describing.catalog import Catalog

_REGISTRIES: Final = ".registries"
"""Folder of the catalogs; no dataset is called so."""


def cached_folder(dataset: str, version: str) -> Path:
    """Return the folder of a release in the cache, whether or not it is there."""
    return cache_home() / dataset / version


def cached_versions(dataset: str) -> list[str]:
    """Return the versions of *dataset* in the cache, the oldest first."""
    return versions(cache_home() / dataset)


def cached_datasets() -> list[str]:
    """Return the names of the datasets of which the cache has a version, sorted.

    Raises:
        UnreadablePathError: the cache cannot be listed.
    """
    home = cache_home()
    try:
        return sorted(path.name for path in home.iterdir() if not path.name.startswith(".") and versions(path)) if home.is_dir() else []
    except OSError as error:
        raise UnreadablePathError(home, reason_of(error)) from error


def remember(address: str, content: bytes) -> None:
    """Keep the catalog of the server at *address*.

    Raises:
        UnwritablePathError: it cannot be written.
    """
    path = _catalog_path(address)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritablePathError(path.parent, reason_of(error)) from error
    write_whole(path, content)


def remembered(address: str) -> Catalog | None:
    """Return the catalog that the server at *address* had when it was last asked; None if it never was."""
    with suppress(UnreadablePathError):
        return read_catalog(_catalog_path(address))
    return None


def clear_cache(version: str | None = None) -> tuple[Path, ...]:
    """Remove what was fetched.

    Args:
        version: Version of which the releases go, of whatever dataset; None for everything.

    Returns:
        The folders that were removed, sorted. Nothing that is no release, nor what is left of one, is touched.

    Raises:
        UnknownNameError: nothing of that version is in the cache.
        UnwritablePathError: something cannot be removed.
    """
    home = cache_home()
    removed = []
    try:
        found = _releases(home, version)
        if version is not None and not found:
            raise UnknownNameError("version in the cache", version, sorted({folder.name for folder in _releases(home, None)}))
        for folder in found:
            remove(folder)
            removed.append(folder)
            clear_leftovers(folder)
        if version is None:
            _tidy(home)
    except OSError as error:
        raise UnwritablePathError(home, reason_of(error)) from error
    return tuple(removed)


def _releases(home: Path, version: str | None) -> list[Path]:
    """Return the folders of releases in the cache, whether or not they are whole."""
    datasets = [path for path in home.iterdir() if path.is_dir() and not path.name.startswith(".")] if home.is_dir() else []
    paths = [path for dataset in datasets for path in dataset.iterdir() if re.fullmatch(DATASET_VERSION, path.name)]
    found = [path for path in paths if version in {None, path.name}]
    return sorted(path for path in found if not path.is_symlink() and ((path / MANIFEST).is_file() or (path / SUMS).is_file()))


def _tidy(home: Path) -> None:
    """Remove the catalogs, what killed runs left, and then folders with nothing in them."""
    shutil.rmtree(home / _REGISTRIES, ignore_errors=True)
    for dataset in [path for path in home.iterdir() if path.is_dir()] if home.is_dir() else []:
        left = {
            match[1] for path in dataset.iterdir() if (match := re.fullmatch(rf"\.({DATASET_VERSION})\.fetch-[a-z0-9_]{{8}}", path.name))
        }
        for version in left:
            clear_leftovers(dataset / version)
        with suppress(OSError):  # somebody's files are in it
            dataset.rmdir()


def _catalog_path(address: str) -> Path:
    """Return where the catalog of a server is kept."""
    return cache_home() / _REGISTRIES / hashlib.sha256(address.encode()).hexdigest()[:16] / CATALOG
