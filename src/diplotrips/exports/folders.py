"""Which folder an export may replace, and putting a finished one in its place.

A run killed at any moment leaves the old state or the new one. Whatever is not certainly ours is neither replaced nor tidied away.
"""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import sys
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from diplotrips.errors import ExportRefusedError, UnreadablePathError, UnwritablePathError, reason_of
from diplotrips.exports.manifest import MANIFEST, SUMS, read_manifest

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK: Final = "written-by-diplotrips"
"""File by which a folder beside the target is known to be ours; it is written first and removed last."""

_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2
_RENAME_SWAP: Final = 2


def refuse_other_folders(folder: Path) -> None:
    """Refuse to replace a folder that is no earlier build, so that a slip in a path never costs anybody their files.

    Raises:
        ExportRefusedError: *folder* is a file, the current folder or a released version, or holds something that no build wrote.
        UnwritablePathError: *folder* cannot be listed.
    """
    place = followed(folder)
    if place.is_symlink():
        raise ExportRefusedError(f"{folder} is a link that leads back to itself")
    try:
        if place.exists() and not place.is_dir():
            raise ExportRefusedError(f"{folder} is a file, not a folder")
        if place == followed(Path()):
            raise ExportRefusedError(f"{folder} is the current folder, and an export replaces the folder; name a new one in it")
        found = sorted(place.iterdir()) if place.exists() else []
    except OSError as error:
        raise UnwritablePathError(folder, reason_of(error, "it cannot be listed")) from error
    if found:
        _refuse_other_files(folder, found)


def followed(folder: Path) -> Path:
    """Return what *folder* is at the end of all links, whether or not it is there."""
    return Path(os.path.realpath(folder))  # Path.resolve raises on a link to itself, depending on the version of Python


def _refuse_other_files(folder: Path, found: list[Path]) -> None:
    """Refuse where one of the files that were *found* in *folder* is none that the build there wrote."""
    try:
        manifest = read_manifest(folder)
    except UnreadablePathError:
        known: set[str] = set()
    else:
        if manifest.dataset_version is not None:
            raise ExportRefusedError(f"{folder} is release {manifest.dataset_version} already, and a release is never changed")
        known = {MANIFEST, SUMS, *manifest.files}
    other = next((path for path in found if path.name not in known or path.is_symlink() or not path.is_file()), None)
    if other is not None:
        told = f"{folder} holds {other.name}, which is no file of an earlier build"
        raise ExportRefusedError(f"{told}, and an export replaces the folder; name a new one")


@contextmanager
def written_beside(target: Path) -> Iterator[Path]:
    """Give an empty folder beside *target*; when the block ends well it is put in the place of *target*, else it is removed.

    Of a link, what it points at is replaced. What killed runs left beside *target* is removed first. Of two runs at the same time one
    fails and the other's folder is whole.

    Raises:
        UnwritablePathError: something cannot be written or put into place; *target* is as it was.
    """
    place = followed(target)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        tidy(place)
        beside = Path(tempfile.mkdtemp(prefix=_prefix(place), dir=place.parent))
        try:
            (beside / MARK).touch()
            new = beside / "new"
            new.mkdir()
            new.chmod(0o755)
            yield new
            _put(new, place)
        finally:
            _remove(beside)
    except OSError as error:
        raise UnwritablePathError(target, reason_of(error)) from error


def _put(new: Path, target: Path) -> None:
    """Put the folder *new* in the place of *target*; what was there is then beside the mark, and goes with it."""
    if not target.exists():
        new.rename(target)
    elif not _exchange(new, target):
        # Where folders cannot be exchanged in one step, there is no target for an instant; `tidy` mends it should a run be killed then.
        target.rename(new.with_name("old"))
        new.rename(target)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, and tell whether this system can."""
    if os.name != "posix":
        return False
    library = ctypes.CDLL(None)
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        return bool(library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE) == 0)
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return bool(library.renamex_np(first, second, _RENAME_SWAP) == 0)
    return False


def tidy(target: Path) -> None:
    """Remove what killed runs left beside *target*; if they left it under its intermediate name, bring it back.

    Raises:
        OSError: the folder around *target* cannot be listed.
    """
    ours = re.compile(f"{re.escape(_prefix(target))}[a-z0-9_]{{8}}")
    for beside in [path for path in target.parent.iterdir() if ours.fullmatch(path.name) and not path.is_symlink()]:
        if not (beside / MARK).is_file():
            with suppress(OSError):  # empty, it is a run's that was killed before the mark was made or after it went
                beside.rmdir()
            continue
        if (beside / "old").exists() and not target.exists():
            (beside / "old").rename(target)
        _remove(beside)


def _remove(beside: Path) -> None:
    """Remove a folder of ours, its mark last."""
    for name in ("new", "old"):
        shutil.rmtree(beside / name, ignore_errors=True)
    shutil.rmtree(beside, ignore_errors=True)


def _prefix(target: Path) -> str:
    return f".{target.name}.part-"
