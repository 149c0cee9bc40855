"""Releases of the dataset that comes with the package which need no registry: those that are bundled, and those in the cache.

In a checkout, where nothing is bundled yet, those in the folder `exports` are taken for bundled.
"""

from __future__ import annotations

from pathlib import Path

from diplotrips.errors import FetchError
from diplotrips.exports.manifest import manifest_hash, read_manifest
from diplotrips.exports.stored import versions
from diplotrips.schema.version import numbers_of


def bundled_home() -> Path:
    """Return the folder of the bundled releases, or in a checkout that of the committed ones."""
    package = Path(__file__).parents[2]
    checkout = package.parents[1]
    if not (package / "release").is_dir() and (checkout / "pyproject.toml").is_file():
        return checkout / "exports"
    return package / "release"


def bundled_dataset() -> str:
    """Return the name of the dataset that comes with the package; empty where none does.

    Raises:
        UnreadablePathError: the manifest of the newest release is damaged.
    """
    home = bundled_home()
    known = versions(home)
    return read_manifest(home / known[-1]).dataset if known else ""


def local_folder(version: str | None) -> Path | None:
    """Return the folder of *version*, which is bundled or in the cache; for None that of the newest that is bundled.

    Returns:
        None if there is no such version. What is newer in the cache never changes what the newest is.

    Raises:
        FetchError: in the cache is another release of that name than the one that the package knows.
        UnreadablePathError: what is bundled is damaged.
    """
    home = bundled_home()
    bundled = versions(home)
    if version is None:
        return home / bundled[-1] if bundled else None
    if version in bundled:
        return home / version
    from diplotrips.exports.reading.cache import cached_folder, cached_versions  # noqa: PLC0415  (a bundled release is loaded sooner)

    dataset = bundled_dataset()
    if not dataset or version not in cached_versions(dataset):
        return None
    folder = cached_folder(dataset, version)
    _refuse_unless_known(folder, dataset, version)
    return folder


def local_versions() -> list[str]:
    """Return the versions that are bundled or in the cache, the oldest first.

    Raises:
        UnreadablePathError: what is bundled is damaged.
    """
    from diplotrips.exports.reading.cache import cached_versions  # noqa: PLC0415  (a bundled release is loaded sooner)

    dataset = bundled_dataset()
    found = {*versions(bundled_home()), *(cached_versions(dataset) if dataset else ())}
    return sorted(found, key=numbers_of)


def _refuse_unless_known(folder: Path, dataset: str, version: str) -> None:
    """Refuse what is in the cache where the package knows that version by another hash; nobody else vouches for it here."""
    found, right = manifest_hash(folder), vouched_hash(bundled_home(), dataset, version)
    if right not in {None, found}:
        told = f"its manifest has the SHA-256 {found or 'of no file'}, and this package names {right}"
        raise FetchError(str(folder), version, f"{told}; diplotrips fetch --clear {version} removes it from the cache")


def vouched_hash(home: Path, dataset: str, version: str) -> str | None:
    """Return the SHA-256 that the manifest of a version has by what lies in *home*: the release itself, or the catalog of more of them.

    Returns:
        None if nothing there tells of that version.

    Raises:
        UnreadablePathError: the catalog or the manifest there is damaged.
    """
    from diplotrips.exports.describing.catalog import CATALOG, read_catalog  # noqa: PLC0415  (a bundled release is loaded sooner)

    if version in versions(home) and read_manifest(home / version).dataset == dataset:
        return manifest_hash(home / version)
    if not (home / CATALOG).is_file():
        return None
    catalog = read_catalog(home / CATALOG)
    entry = catalog.entry(version) if catalog.dataset == dataset else None
    return entry.manifest_sha256 if entry else None
