"""Writing several files or none: what was there is put back if one of them cannot be written."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from diplotrips.errors import UnreadablePathError, UnwritablePathError, reason_of
from diplotrips.replacing import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


@contextmanager
def all_or_none(files: Iterable[Path]) -> Iterator[None]:
    """While the block runs *files* may be written; if it ends with an exception, an interruption too, each is what it was before.

    Raises:
        UnreadablePathError: one of *files* cannot be read.
    """
    before = {path: _content(path) for path in files}
    try:
        yield
    except BaseException:
        for path, content in before.items():
            _put_back(path, content)
        raise


def _content(path: Path) -> bytes | None:
    """Return what a file holds, None if it is not there."""
    try:
        return path.read_bytes() if path.exists() else None
    except OSError as error:
        raise UnreadablePathError(path, reason_of(error)) from error


def _put_back(path: Path, content: bytes | None) -> None:
    try:
        if content is None:
            path.unlink(missing_ok=True)
        elif path.read_bytes() != content:
            write_whole(path, content)
    except OSError as error:
        raise UnwritablePathError(path, reason_of(error)) from error
