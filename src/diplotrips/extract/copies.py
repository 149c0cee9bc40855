"""Local copies of the texts of sources: one of them, or a folder in which a copy is known by the SHA-256 of its bytes.

A text is read exactly as its bytes say. What is looked for in it is told in `citing`, what is held to it in `spans`.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.errors import UnreadablePathError
from diplotrips.extract.notation.parsed import MAX_BYTES
from diplotrips.extract.notation.text import why_not_listed, why_not_opened, why_not_read

if TYPE_CHECKING:
    from collections.abc import Mapping
    from io import FileIO
    from pathlib import Path

    from diplotrips.schema.registers import Source


class Copy(NamedTuple):
    """A file that may be the copy of a source."""

    name: str
    text: str | None
    """Its text; None if it is not UTF-8."""


def read_source(path: Path) -> str:
    """Return the text of a source exactly as its bytes say, line ends included.

    Raises:
        UnreadablePathError: the file cannot be read, is too large, or is not UTF-8.
    """
    content = _content_of(path)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadablePathError(path, f"the byte 0x{content[error.start]:02X} at {error.start} is not UTF-8") from error


def read_copies(folder: Path) -> dict[str, Copy]:
    """Return the files right in *folder* by the SHA-256 of their bytes, of equal ones the first by name; too large ones are passed over.

    Raises:
        UnreadablePathError: *folder* is no folder, or a file in it cannot be read.
    """
    if not folder.is_dir():
        raise UnreadablePathError(folder, "this is a file, not a folder" if folder.exists() else "there is no such folder")
    copies: dict[str, Copy] = {}
    try:
        found = sorted(path for path in folder.iterdir() if path.is_file() and path.stat().st_size <= MAX_BYTES)
    except OSError as error:
        raise UnreadablePathError(folder, why_not_listed(error, folder)) from error
    for path in found:
        content = _content_of(path)
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            text = None
        copies.setdefault(hashlib.sha256(content).hexdigest(), Copy(path.name, text))
    return copies


def text_of(source: Source | None, copies: Mapping[str, Copy]) -> str | None:
    """Return the text of *source* where there is a copy of it."""
    copy = copies.get(source.text_sha256 or "") if source else None
    return copy.text if copy else None


def why_absent(source: Source | None, copies: Mapping[str, Copy]) -> str:
    """Return why there is no text of *source*, which may not be registered at all."""
    if source is None:
        return "it is not in the register of sources"
    if not source.text_sha256:
        return "the register of sources has no text_sha256 of it"
    if source.text_sha256 in copies:
        return f"{copies[source.text_sha256].name} is not UTF-8"
    return "no file there has its text_sha256"


def _content_of(path: Path) -> bytes:
    """Return the bytes of a file."""
    reason = why_not_opened(path)
    try:
        if not reason and (size_bytes := path.stat().st_size) <= MAX_BYTES:
            with path.open("rb", buffering=0) as stream:
                return _first(stream, size_bytes)
    except OSError as error:
        raise UnreadablePathError(path, why_not_read(error, path)) from error
    raise UnreadablePathError(path, reason or f"the file is larger than {MAX_BYTES // 1024**2} MB")


def _first(stream: FileIO, size_bytes: int) -> bytes:
    """Return so many bytes and no more, since a file of the kernel may say that it is empty and then never end."""
    content = bytearray()
    while len(content) < size_bytes and (chunk := stream.read(size_bytes - len(content))):
        content += chunk
    return bytes(content)
