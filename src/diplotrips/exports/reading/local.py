"""Releases of the dataset that comes with the package which need no registry: those that are bundled, and those in the cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.exports.reading.bundled import bundled_dataset, bundled_home
from diplotrips.exports.stored import versions

if TYPE_CHECKING:
    from pathlib import Path


def local_folder(version: str | None) -> Path | None:
    """Return the folder of *version*, which is bundled or in the cache; for None that of the newest that is bundled.

    Returns:
        None if there is no such version. What is newer in the cache never changes what the newest is.

    Raises:
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
    return cached_folder(dataset, version) if dataset and version in cached_versions(dataset) else None


def local_versions() -> list[str]:
    """Return the versions that are bundled or in the cache, the oldest first.

    Raises:
        UnreadablePathError: what is bundled is damaged.
    """
    from diplotrips.exports.reading.cache import cached_versions  # noqa: PLC0415  (a bundled release is loaded sooner)

    dataset = bundled_dataset()
    found = {*versions(bundled_home()), *(cached_versions(dataset) if dataset else ())}
    return sorted(found, key=lambda name: [int(part) for part in name.split(".")])
