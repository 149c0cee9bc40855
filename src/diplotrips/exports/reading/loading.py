"""Loading a table of a release, wherever that comes from; without a registry or a version that is not here, no network is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.errors import FetchError, UnknownNameError, UnreadablePathError
from diplotrips.exports.manifest import read_manifest
from diplotrips.exports.reading.environment import REGISTRY, cache_home, registry_of_environment
from diplotrips.exports.reading.loaded import LoadedTable
from diplotrips.exports.reading.local import bundled_dataset, bundled_home, local_folder, local_versions
from diplotrips.exports.stored import read_table

if TYPE_CHECKING:
    from pathlib import Path


def load(table: str, version: str | None = None, *, registry: str | Path | None = None, offline: bool | None = None) -> LoadedTable:
    """Return a table of a release; one row per record, sorted by its key.

    Args:
        table: Name of the table, such as `stops`.
        version: Version of the dataset, such as `1.0.0`. Unless given, the newest that is bundled, or with *registry* the newest there.
        registry: A folder or an address (http, https) that holds `catalog.json` and a folder for each version, of whatever dataset. Unless
            given, the version is looked for in the package, in the cache, and at the registry of `DIPLOTRIPS_REGISTRY`, in this order.
        offline: Whether no server may be asked; unless given, as `DIPLOTRIPS_OFFLINE` has it.

    Raises:
        UnknownNameError: there is no such table or version; the nearest names are given.
        UnreadablePathError: the file is missing, or is not the one that was released.
        FetchError: the release cannot be had, or is not the one that was released. A failure never gives an empty table.
        UnwritablePathError: the cache cannot be written.
    """
    folder = release_folder(version, registry=registry, offline=offline)
    manifest = read_manifest(folder)
    try:
        rows = read_table(folder, table)
    except UnreadablePathError as error:
        if not folder.is_relative_to(cache_home()):
            raise
        raise UnreadablePathError(error.path, f"{error.reason}; diplotrips fetch {folder.name} fetches it anew") from error
    return LoadedTable(rows, table, manifest.dataset, manifest.dataset_version or "")


def release_folder(version: str | None = None, *, registry: str | Path | None = None, offline: bool | None = None) -> Path:
    """Return the folder of a release that can be read, which is fetched to the cache if it comes from a server; see `load`.

    Raises:
        UnknownNameError: there is no such version.
        UnreadablePathError: no version is named and none is bundled.
        FetchError: the release cannot be had, or is not the one that was released.
        UnwritablePathError: the cache cannot be written.
    """
    if registry is not None:
        return _at_registry(version, str(registry), offline)
    if (folder := local_folder(version)) is not None:
        return folder
    named = registry_of_environment()
    if named is not None:
        return _at_registry(version, named, offline, bundled_dataset())
    if version is None:
        raise UnreadablePathError(bundled_home(), "there is no release")
    raise UnknownNameError("version that is bundled or in the cache", version, local_versions())


def _at_registry(version: str | None, registry: str, offline: bool | None, dataset: str = "") -> Path:  # noqa: FBT001  (None is a third)
    """Return the folder of a release that *registry* has, which has to be of *dataset* if that is given."""
    from diplotrips.exports.reading import releases  # noqa: PLC0415  (a bundled release is loaded without what asks servers)

    asking = releases.Asking(registry, offline)
    found = releases.meant(version, asking)
    release = found.release
    if dataset and release.dataset != dataset:
        told = f"{REGISTRY} has the dataset {release.dataset} there, and the package comes with {dataset}"
        raise FetchError(found.address, release.version, f"{told}; name the registry in the request to have it")
    return releases.readable_folder(found, asking)
