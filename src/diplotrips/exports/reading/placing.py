"""Putting a release in its place in one step, also with several runs at once, and tidying up after runs that were killed.

Each run writes into a folder of its own beside the place, which it holds locked while it lives; whatever nobody holds is left over. (On
Windows folders cannot be locked: there leftovers stay until the cache is cleared.)
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import sys
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ATTEMPTS: Final = 10
"""Of several runs that tidy up and begin at once, one may be taken for a leftover before it holds its lock; it begins anew."""

_TAKEN: Final = {errno.ENOTEMPTY, errno.EEXIST, errno.EACCES}
"""Reasons for which a folder cannot be moved to where one is."""

_NO_LOCKS: Final = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL}
"""Reasons for which a file system has no locks, as some of those on a network; leftovers stay there too."""

_UNLOCKED: Final = -1


@contextmanager
def made_beside(target: Path, is_right: Callable[[Path], bool], *, may_replace: bool) -> Iterator[Path]:
    """Give an empty folder beside *target*; when the block ends well, it is at *target*, unless what is right is there already.

    Args:
        target: A folder, which need not be there.
        is_right: Whether a folder is what *target* should be: another run may have been faster.
        may_replace: Whether a folder that is there and is not right goes.

    Raises:
        OSError: something cannot be written; *target* is as it was.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    clear_leftovers(target)
    beside, lock = _begun(target)
    try:
        new = beside / "new"
        new.mkdir()
        yield new
        _put(new, target, is_right, may_replace=may_replace)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
        _let_go(lock)


def remove(folder: Path) -> None:
    """Remove a folder of a release: first from its place, in one step, then its files.

    Raises:
        OSError: it cannot be moved or removed.
    """
    beside, lock = _begun(folder)
    try:
        folder.rename(beside / "old")
        shutil.rmtree(beside)
    finally:
        _let_go(lock)


def clear_leftovers(target: Path) -> None:
    """Remove what killed runs left beside *target*, and nothing that a living one holds.

    Raises:
        OSError: the folder in which *target* is cannot be listed.
    """
    ours = re.compile(rf"{re.escape(_prefix(target))}[a-z0-9_]{{8}}")
    for beside in [path for path in target.parent.iterdir() if ours.fullmatch(path.name) and not path.is_symlink()]:
        lock = _locked(beside)
        if lock is not None and lock != _UNLOCKED:
            shutil.rmtree(beside, ignore_errors=True)
            _let_go(lock)


def _put(new: Path, target: Path, is_right: Callable[[Path], bool], *, may_replace: bool) -> None:
    """Move *new* to *target*; a folder with something else in it is moved away first, if it may be."""
    for _ in range(_ATTEMPTS):
        try:
            new.rename(target)  # an empty folder is replaced
        except OSError as error:
            if error.errno not in _TAKEN or not target.exists():
                raise
            if is_right(target):
                return
            if not may_replace:
                raise
            with suppress(FileNotFoundError):  # another run was about the same
                target.rename(new.with_name("old"))
        else:
            return
        shutil.rmtree(new.with_name("old"), ignore_errors=True)
    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))


def _begun(target: Path) -> tuple[Path, int]:
    """Return a new folder beside *target* and the lock by which it is held."""
    for _ in range(_ATTEMPTS):
        beside = Path(tempfile.mkdtemp(prefix=_prefix(target), dir=target.parent))
        lock = _locked(beside)
        if lock is not None:
            return beside, lock
    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))


def _locked(folder: Path) -> int | None:
    """Return the lock of *folder*; None if it is gone or somebody else has it, `_UNLOCKED` where there are no locks."""
    if sys.platform == "win32":
        return _UNLOCKED
    import fcntl  # noqa: PLC0415  (Windows has none)

    try:
        lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if folder.stat().st_ino == os.fstat(lock).st_ino:
            return lock
    except OSError as error:
        if error.errno in _NO_LOCKS:
            os.close(lock)
            return _UNLOCKED
    os.close(lock)
    return None


def _let_go(lock: int) -> None:
    if lock != _UNLOCKED:
        os.close(lock)


def _prefix(target: Path) -> str:
    return f".{target.name}.fetch-"
