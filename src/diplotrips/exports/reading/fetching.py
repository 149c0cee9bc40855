"""Fetching a release: from a registry to the cache, or to a folder of one's own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diplotrips.errors import FetchError, UnusableRequestError, UnwritablePathError
from diplotrips.exports.manifest import manifest_hash, read_manifest
from diplotrips.exports.reading.acquiring import is_whole
from diplotrips.exports.reading.believing import pin
from diplotrips.exports.reading.environment import REGISTRY, registry_of_environment
from diplotrips.exports.reading.local import bundled_dataset, local_folder, local_versions
from diplotrips.exports.reading.registry import Identity
from diplotrips.exports.reading.releases import Asking, Meant, meant, silent, taken_to, taken_to_cache
from diplotrips.words import listed

if TYPE_CHECKING:
    from pathlib import Path

    from diplotrips.exports.manifest import Manifest
    from diplotrips.exports.reading.acquiring import Progress
    from diplotrips.exports.reading.http import Limits


@dataclass(frozen=True, slots=True)
class Fetched:
    """A release that was fetched."""

    folder: Path
    """Where it is now."""
    manifest: Manifest
    manifest_sha256: str
    """Hash by which the same release can be asked for again, from whatever place."""
    registry: str
    """Where it came from; empty where no registry was needed."""
    was_there: bool
    """Whether it was in its place before, whole, and nothing was copied."""
    in_cache: bool
    """Whether it is where `load` looks for it, not in a folder of one's own."""
    by_version: bool
    """Whether `load` finds it there by its version alone, since it is of the dataset that the package comes with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetching:
    """How a release is fetched."""

    registry: str | None = None
    """Folder or address; None for that of the environment."""
    into: Path | None = None
    """A new folder for it, instead of the cache."""
    offline: bool | None = None
    """Whether no server may be asked; None: as the environment has it."""
    sha256: str | None = None
    """Hash that its manifest has to have."""
    limits: Limits | None = None
    """How long a server is waited for; None for what is usual."""
    progress: Progress | None = None
    """Is told how many bytes of how many are there by now."""


def fetch(
    version: str | None = None, registry: str | Path | None = None, *, offline: bool | None = None, sha256: str | None = None
) -> Path:
    """Return the folder of a release, which is fetched to the cache unless it is there.

    Args:
        version: Version of the dataset, such as `1.0.0`; the newest of the registry if not given.
        registry: A folder or an address (http, https) that holds `catalog.json` and a folder for each version. Unless given, that of
            `DIPLOTRIPS_REGISTRY`; with neither, a version that is bundled or in the cache is found.
        offline: Whether no server may be asked; unless given, as `DIPLOTRIPS_OFFLINE` has it.
        sha256: Hash that the manifest of the release has to have, for those who trust no registry.

    Raises:
        FetchError: the release cannot be had, or is not the one that was released; nothing of it is kept.
        UnknownNameError: there is no such version.
        UnusableRequestError: no registry is named and none is at hand, or *sha256* is none.
        UnwritablePathError: the cache cannot be written.
        UnreadablePathError: what is bundled is damaged.
    """
    return fetched(version, Fetching(registry=str(registry) if registry is not None else None, offline=offline, sha256=sha256)).folder


def fetched(version: str | None, fetching: Fetching) -> Fetched:
    """Return what came of fetching *version*, or for None the newest.

    Raises:
        FetchError: the release cannot be had, or is not the one that was released; nothing of it is kept.
        UnknownNameError: there is no such version.
        UnusableRequestError: no registry is named and none is at hand, or the hash is none.
        UnwritablePathError: a folder cannot be written, or something else is there.
        UnreadablePathError: what is bundled is damaged.
    """
    sha256 = pin(fetching.sha256)
    named = fetching.registry or registry_of_environment()
    asking = Asking(named or "", fetching.offline, sha256, fetching.limits, fetching.progress or silent)
    found, folder = (meant(version, asking), None) if named else _at_hand(version, sha256)
    if fetching.into is not None:
        was_there = _put_into(fetching.into, found, folder, asking)
        folder = fetching.into
    elif folder is not None:
        was_there = True
        _refuse_damaged(folder, found)
    else:
        was_there = taken_to_cache(found, asking)
        folder = found.cached
    in_cache = fetching.into is None
    by_version = in_cache and found.release.dataset == bundled_dataset()
    return Fetched(folder, read_manifest(folder), found.release.manifest_sha256, found.address, was_there, in_cache, by_version)


def _at_hand(version: str | None, sha256: str | None) -> tuple[Meant, Path]:
    """Return which release *version* is, and where: it needs no registry.

    Raises:
        UnusableRequestError: it does.
        FetchError: it is another one than the request says.
    """
    without = f"no registry is named, neither in the request nor by {REGISTRY}"
    if version is None:
        raise UnusableRequestError(f"{without}, so nothing tells which version is the newest; {_known()}")
    folder = local_folder(version)
    if folder is None:
        raise UnusableRequestError(f"{without}, and {version} is neither bundled nor in the cache; {_known()}")
    manifest = read_manifest(folder)
    found = manifest_hash(folder)
    if sha256 not in {None, found}:
        raise FetchError(str(folder), version, f"its manifest has the SHA-256 {found}, and the request names {sha256}")
    return Meant("", Identity(manifest.dataset, version, found)), folder


def _known() -> str:
    """Return which versions there are without a registry."""
    known = local_versions()
    return f"here {'are' if known[1:] else 'is'} {listed(known, 'and')}" if known else "here is none"


def _refuse_damaged(folder: Path, found: Meant) -> None:
    """Refuse a release at hand that is not whole, since there is no registry to mend it from."""
    if not is_whole(folder, found.release.manifest_sha256):
        raise FetchError(str(folder), found.release.version, "a file in it is missing, changed or too many")


def _put_into(into: Path, found: Meant, folder: Path | None, asking: Asking) -> bool:
    """Put a release into a folder of the user's own, from the cache if it is there; tell whether it was in that folder before.

    Raises:
        UnwritablePathError: something else is in that folder.
    """
    sha256 = found.release.manifest_sha256
    if is_whole(into, sha256):
        return True
    if into.is_symlink() or (into.exists() and not (into.is_dir() and next(into.iterdir(), None) is None)):
        raise UnwritablePathError(into, f"something else than {found.release.version} is there already")
    at_hand = folder or found.cached
    if is_whole(at_hand, sha256):
        asking = replace(asking, registry=str(at_hand.parent))
    taken_to(into, found, asking)
    return False
