"""A registry that is a folder: that of the project, or one on a shared disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.errors import FetchError, reason_of
from diplotrips.exports.reading.registry import CHUNK_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from diplotrips.exports.reading.registry import Told, Wanted


class FolderRegistry:
    """Releases in the folder *home*."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.address = str(home)

    def shown(self, wanted: Wanted) -> str:
        """Return the path of a file."""
        return str(self.home / wanted.path)

    def copy(self, wanted: Wanted, into: BinaryIO, told: Told) -> None:
        """Write the file that is wanted to *into*, from its beginning.

        Raises:
            FetchError: it cannot be read, or has another size.
            OSError: *into* cannot be written.
        """
        into.seek(0)
        into.truncate()
        taken = 0
        for chunk in self._chunks(wanted):
            taken += len(chunk)
            if taken > wanted.most:
                raise FetchError(self.shown(wanted), wanted.version, f"it is larger than the {wanted.most:,} bytes that it may have")
            into.write(chunk)
            told(taken)
        if wanted.size is not None and taken != wanted.size:
            raise FetchError(self.shown(wanted), wanted.version, f"it has {taken:,} bytes instead of {wanted.size:,}")

    def close(self) -> None:
        """Nothing is open between two files."""

    def _chunks(self, wanted: Wanted) -> Iterator[bytes]:
        """Return the content of a file, piece by piece."""
        path = self.home / wanted.path
        try:
            if path.exists() and not path.is_file():
                raise FetchError(str(path), wanted.version, "it is no file")
            with path.open("rb") as stream:
                while chunk := stream.read(CHUNK_BYTES):
                    yield chunk
        except OSError as error:
            raise FetchError(str(path), wanted.version, reason_of(error)) from error
