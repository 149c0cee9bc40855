"""Taking a release from a registry to a folder: every file checked against its hash, and all of them there or none."""

from __future__ import annotations

import hashlib
import shutil
from functools import partial
from typing import TYPE_CHECKING

from diplotrips.errors import FetchError, UnreadablePathError, UnwritablePathError, reason_of
from diplotrips.exports.manifest import MANIFEST, MAX_BYTES, SUMS, file_hash, manifest_hash, read_manifest, sums_of
from diplotrips.exports.reading.believing import believed
from diplotrips.exports.reading.placing import made_beside
from diplotrips.exports.reading.registry import Wanted

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import BufferedRandom
    from pathlib import Path

    from diplotrips.exports.manifest import Manifest
    from diplotrips.exports.reading.registry import Identity, Registry, Told

    Progress = Callable[[int, int], None]
    """Is told how many bytes of how many are there by now; fewer than before where a file is begun anew."""


def acquire(registry: Registry, release: Identity, target: Path, progress: Progress, *, may_replace: bool) -> None:
    """Take a release to *target*, in one step at the end.

    Args:
        registry: Where it is from.
        release: Which one.
        target: Folder to write; if the release is there when it is done, because another run was faster, that stays.
        progress: Is told how far it is.
        may_replace: Whether a folder with something else in it goes.

    Raises:
        FetchError: a file cannot be had, or is not the one that was released.
        UnwritablePathError: something cannot be written, or there is too little space.
    """
    try:
        with made_beside(target, lambda folder: is_whole(folder, release.manifest_sha256), may_replace=may_replace) as place:
            manifest = _take_manifest(registry, release, place)
            total = sum(file.bytes for file in manifest.files.values())
            _refuse_without_space(target, total)
            _take_files(registry, release, manifest, place, lambda done: progress(done, total))
            (place / SUMS).write_bytes(sums_of(manifest, release.manifest_sha256))
    except OSError as error:
        raise UnwritablePathError(target, reason_of(error)) from error


def is_whole(folder: Path, manifest_sha256: str) -> bool:
    """Tell whether *folder* holds the release whose manifest has that hash: every file, unchanged, and no other."""
    if manifest_hash(folder) != manifest_sha256:
        return False
    try:
        manifest = read_manifest(folder)
        if {path.name for path in folder.iterdir()} != {MANIFEST, SUMS, *manifest.files}:
            return False
        if (folder / SUMS).read_bytes() != sums_of(manifest, manifest_sha256):
            return False
        return all(
            (folder / name).stat().st_size == file.bytes and file_hash(folder / name) == file.sha256
            for name, file in manifest.files.items()
        )
    except (OSError, UnreadablePathError):
        return False


def _take_manifest(registry: Registry, release: Identity, place: Path) -> Manifest:
    """Take the manifest to *place* and return it."""
    wanted = Wanted(f"{release.version}/{MANIFEST}", release.version, MAX_BYTES)
    with (place / MANIFEST).open("w+b") as stream:
        registry.copy(wanted, stream, lambda _: None)
        _hold(stream, registry.shown(wanted), release.version, release.manifest_sha256, "catalog.json")
    return believed(place, release, registry.shown(wanted))


def _take_files(registry: Registry, release: Identity, manifest: Manifest, place: Path, told: Told) -> None:
    """Take all files of a release to *place*."""
    done = 0
    told(done)
    for name, file in manifest.files.items():
        wanted = Wanted(f"{release.version}/{name}", release.version, file.bytes, file.bytes)
        with (place / name).open("w+b") as stream:
            registry.copy(wanted, stream, partial(_told_on_top, told, done))
            _hold(stream, registry.shown(wanted), release.version, file.sha256, MANIFEST)
        done += file.bytes
    told(done)


def _told_on_top(told: Told, before: int, taken: int) -> None:
    """Tell how much is there of all files, by how much there is of one."""
    told(before + taken)


def _hold(stream: BufferedRandom, shown: str, version: str, right: str, where: str) -> None:
    """Refuse a file that is not the one that *where* names by its hash."""
    stream.seek(0)
    found = hashlib.file_digest(stream, "sha256").hexdigest()
    if found != right:
        raise FetchError(shown, version, f"it is not the file that was released (its SHA-256 is {found}, and {where} names {right})")


def _refuse_without_space(target: Path, needed: int) -> None:
    """Refuse to begin what cannot be finished."""
    free = shutil.disk_usage(target.parent).free
    if needed > free:
        raise UnwritablePathError(target, f"the release takes {needed:,} bytes, and {free:,} are free")
