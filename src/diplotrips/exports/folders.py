"""Putting a finished folder in its place, so that a run killed at any moment leaves the old state or the new one."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from diplotrips.errors import UnwritablePathError

if TYPE_CHECKING:
    from collections.abc import Iterator

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2


@contextmanager
def written_beside(target: Path) -> Iterator[Path]:
    """Give an empty folder beside *target*; when the block ends well it is put in the place of *target*, else it is removed.

    What killed runs left beside *target* is removed first. Of two runs at the same time one fails and the other's folder is whole.

    Raises:
        UnwritablePathError: something cannot be written or put into place; *target* is as it was.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _clean(target)
        folder = Path(tempfile.mkdtemp(prefix=_prefix(target), dir=target.parent))
        try:
            folder.chmod(0o755)
            yield folder
            _put(folder, target)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    except OSError as error:
        raise UnwritablePathError(target, error.strerror or str(error)) from error


def _put(folder: Path, target: Path) -> None:
    """Put *folder* in the place of *target*; what was there is then at *folder*, or gone."""
    if not target.exists():
        folder.rename(target)
    elif not _exchange(folder, target):
        # Where folders cannot be exchanged in one step, there is no target for an instant; `_clean` mends it should a run be killed then.
        old = target.parent / f"{_prefix(target)}old"
        target.rename(old)
        folder.rename(target)
        shutil.rmtree(old)


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


def _clean(target: Path) -> None:
    """Remove what killed runs left; if they left *target* under its intermediate name, bring it back."""
    old = target.parent / f"{_prefix(target)}old"
    if old.exists() and not target.exists():
        old.rename(target)
    for left in target.parent.iterdir():
        if left.name.startswith(_prefix(target)):
            shutil.rmtree(left, ignore_errors=True)


def _prefix(target: Path) -> str:
    return f".{target.name}.part-"
