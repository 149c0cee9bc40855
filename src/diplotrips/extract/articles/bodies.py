"""The body of an answer of a web server: put together of its chunks and unpacked, or why that cannot be."""

from __future__ import annotations

import re
import zlib
from typing import Final

_CHUNK: Final = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\n]{0,1000})?\r?\n")
"""Length of the next chunk."""

_WINDOWS: Final = {"gzip": (31,), "x-gzip": (31,), "deflate": (15, -15)}
"""By the name of a packing, what zlib calls it; browsers take `deflate` for two things."""

_MOST_PARTS: Final = 100
"""Parts that a body may be packed in."""

_GZIP: Final = b"\x1f\x8b"

_PLAIN: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*<")


class DamagedError(Exception):
    """A record, or the body of an answer, is not what its head says; the argument is a clause that says how."""


def body_of(content: bytes, transfer: str, packing: str, limit: int) -> bytes:
    """Return the page that the server sent, at most *limit* bytes of it and one more.

    Many archives hold bodies that are unpacked already beside the head of the answer as it was: those are taken as they are.

    Args:
        content: The body as it is in the archive.
        transfer: What its head says in `Transfer-Encoding`.
        packing: What its head says in `Content-Encoding`.
        limit: Bytes of the largest page.

    Raises:
        DamagedError: it is cut short, or not what its head says.
    """
    if transfer.strip().lower() == "chunked" and _CHUNK.match(content):
        content = _joined(content)
    for name in reversed([name.strip().lower() for name in packing.split(",")]):
        if name and name != "identity" and content:
            content = _unpacked(content, name, limit)
    return content[: limit + 1]


def _joined(content: bytes) -> bytes:
    """Return the chunks of a body in one."""
    parts: list[bytes] = []
    at = 0
    while head := _CHUNK.match(content, at):
        size = int(head[1], 16)
        if not size:
            return b"".join(parts)
        parts.append(content[head.end() : head.end() + size])
        at = head.end() + size
        at += 2 if content[at : at + 2] == b"\r\n" else 1
    raise DamagedError("its body is cut short, or its chunks are not as long as they say")


def _unpacked(content: bytes, name: str, limit: int) -> bytes:
    """Return what is packed."""
    for window in _WINDOWS.get(name, ()):
        try:
            return _inflated(content, window, limit)
        except zlib.error:
            continue
    if _PLAIN.match(content):
        return content
    if name in _WINDOWS:
        raise DamagedError(f"its head says that it is packed with {name}, and it is not, or it is damaged")
    raise DamagedError("it is packed in a way that cannot be read; only gzip and deflate can")


def _inflated(content: bytes, window: int, limit: int) -> bytes:
    """Return what zlib packed, one part after another, until there is more than *limit*.

    Raises:
        DamagedError: it is cut short.
        zlib.error: it is not packed in this way.
    """
    found = b""
    for _ in range(_MOST_PARTS):
        if not content or len(found) > limit:
            return found
        unpacking = zlib.decompressobj(window)
        found += unpacking.decompress(content, limit + 1 - len(found))
        if not unpacking.eof and len(found) <= limit:
            raise DamagedError("its body is cut short")
        content = unpacking.unused_data.lstrip(b"\x00\r\n")  # some servers and archives fill up behind it
        if content and not content.startswith(_GZIP):
            break
    raise zlib.error("something else stands behind it")
