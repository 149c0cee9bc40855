"""The files of a release against its manifest and SHA256SUMS: which are there, and whether each is the one that was released."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from diplotrips.errors import UnreadablePathError, reason_of
from diplotrips.exports.describing.citation import CITATION
from diplotrips.exports.describing.datapackage import DATAPACKAGE
from diplotrips.exports.manifest import MANIFEST, MAX_BYTES, SUMS, file_hash
from diplotrips.exports.verifying.damage import Damage, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from diplotrips.exports.manifest import FileEntry, Manifest

MOST_BYTES: Final = 1024 * 1024 * 1024
"""A larger file is not looked into, since what stands in it is taken into memory."""

LARGEST: Final = {DATAPACKAGE: MAX_BYTES, CITATION: 1024 * 1024}
"""Files that are never large."""

_LINE: Final = re.compile("([0-9a-f]{64})  (.+)")
_PLAIN: Final = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*")
"""Name of a file that lies in the folder itself, and is not hidden."""


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a release."""

    right: frozenset[str]
    """Names of those that are the ones that were released; only these are looked into."""
    damages: tuple[Damage, ...]


def examine(folder: Path, manifest: Manifest) -> Files:
    """Return which files of the release in *folder* are right, and what is wrong with the others.

    Raises:
        UnreadablePathError: the folder cannot be listed.
    """
    found = {name: _fault(folder / name, entry) if _PLAIN.fullmatch(name) else "" for name, entry in manifest.files.items()}
    damages = [Damage(name, fault) for name, fault in found.items() if fault]
    outside = [name for name in found if not _PLAIN.fullmatch(name)]
    damages += [Damage(MANIFEST, f"it names {name!r}, which is no name of a file in this folder") for name in outside]
    damages += [Damage(name, f"it is none of the files that {MANIFEST} names") for name in _others(folder, manifest)]
    large = {name: most for name in found if (most := LARGEST.get(name, MOST_BYTES)) < manifest.files[name].bytes}
    damages += [Damage(name, f"it has more than {most:,} bytes, so nothing in it is looked at") for name, most in large.items()]
    right = frozenset(name for name, fault in found.items() if not fault and name not in outside and name not in large)
    return Files(right, (*damages, *_sums(folder, manifest)))


def _others(folder: Path, manifest: Manifest) -> list[str]:
    """Return what lies in the folder beside the files of the release, sorted."""
    try:
        return sorted({path.name for path in folder.iterdir()} - {MANIFEST, SUMS, *manifest.files})
    except OSError as error:
        raise UnreadablePathError(folder, reason_of(error)) from error


def _fault(path: Path, entry: FileEntry) -> str:
    """Return why the file at *path* is not the one that was released; empty if it is."""
    try:
        if path.is_symlink() or (path.exists() and not path.is_file()):
            return "it is no file but something else of that name"
        if not path.exists():
            return "it is missing"
        size_bytes = path.stat().st_size
        if size_bytes != entry.bytes:
            return f"it is not the file that was released: it has {size_bytes:,} bytes, and {MANIFEST} says {entry.bytes:,}"
        found = file_hash(path)
    except OSError as error:
        return f"it cannot be read: {reason_of(error)}"
    return "" if found == entry.sha256 else f"it is not the file that was released: {_differ(found, entry.sha256, MANIFEST)}"


def _sums(folder: Path, manifest: Manifest) -> Iterator[Damage]:
    """Return where SHA256SUMS says something else than the manifest, and of the manifest something else than is true."""
    try:
        with (folder / SUMS).open("rb") as file:
            lines = file.read(MAX_BYTES).decode("utf-8", "replace").splitlines()
        actual = file_hash(folder / MANIFEST)
    except OSError as error:
        yield Damage(SUMS, "it is missing" if isinstance(error, FileNotFoundError) else f"it cannot be read: {reason_of(error)}")
        return
    said: dict[str, str] = {}
    for at, line in enumerate(lines, start=1):
        if part := _LINE.fullmatch(line):
            said[part[2]] = part[1]
        else:
            yield Damage(SUMS, f"line {at} is no hash with the name of a file")
    told = {MANIFEST: actual, **{name: entry.sha256 for name, entry in manifest.files.items()}}
    for name in sorted(said.keys() | told.keys()):
        yield from _summed(name, said.get(name), told.get(name))


def _summed(name: str, said: str | None, told: str | None) -> Iterator[Damage]:
    """Return what is wrong with the line of SHA256SUMS about the file *name*."""
    if said is None:
        yield Damage(SUMS, f"it has no line for {name}")
    elif told is None:
        yield Damage(SUMS, f"it has a line for {name}, which is no file of the release")
    elif said != told and name == MANIFEST:
        yield Damage(MANIFEST, f"it is not the file that was released: {_differ(told, said, SUMS)}")
    elif said != told:
        yield Damage(SUMS, f"its SHA-256 of {name} is {shown(said)}, and {MANIFEST} says {shown(told)}")


def _differ(found: str, told: str, where: str) -> str:
    return f"its SHA-256 is {shown(found)}, and {where} says {shown(told)}"
