"""From bytes to text, exactly: line ends stay as they are, a byte order mark of UTF-8 stays in the text.

The rule: a byte order mark decides; else what is declared, if the bytes are that; else UTF-8; else windows-1252, which is told. What is
no text in any of these is refused.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

FALLBACK: Final = "windows-1252"
"""Encoding of old pages and files that declare none; the browsers' choice."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_LATIN: Final = frozenset({"ascii", "iso8859-1"})
"""Encodings that are declared where windows-1252 is meant."""

_SIGNATURES: Final = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a ZIP archive, or a document of a word processor",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\x1f\x8b": "a compressed file",
    b"\xd0\xcf\x11\xe0": "a document of a word processor",
    b"{\\rtf": "a document of a word processor",
    b"\x7fELF": "a program",
}

_CONTROLS: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")

_DECLARED: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:-]{2,40})", re.IGNORECASE)

_XML: Final = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w:-]{2,40})")

_HEAD_BYTES: Final = 4096

_MOST_CONTROLS: Final = 0.02
"""Share of control characters from which bytes are no text."""


class Decoded(NamedTuple):
    """A text and its encoding."""

    text: str
    encoding: str
    guessed: bool
    """Whether nothing said so."""


def why_no_text(content: bytes) -> str:
    """Return what bytes are that are no text; empty: they can be one."""
    for signature, what in _SIGNATURES.items():
        if content.startswith(signature):
            return f"it is {what}, not a text"
    if any(content.startswith(mark) for mark, _ in _MARKS):
        return ""
    head = content[: 16 * _HEAD_BYTES]
    if b"\x00" in head or len(_CONTROLS.findall(head)) > _MOST_CONTROLS * len(head):
        return "it is binary, not a text"
    return ""


def decoded(content: bytes, declared: str = "") -> Decoded | None:
    """Return the text of *content*; None: it is in none of the encodings that are tried.

    Args:
        content: The bytes.
        declared: Encoding that somebody declares; if the bytes are not that, the others are tried.
    """
    for encoding, guessed in _encodings(content, declared):
        try:
            return Decoded(content.decode(encoding), encoding, guessed)
        except (UnicodeDecodeError, LookupError):
            continue
    return None


def declared_in(content: bytes) -> str:
    """Return the encoding that a page declares in its first bytes; empty: none."""
    found = _XML.search(content[:_HEAD_BYTES]) or _DECLARED.search(content[:_HEAD_BYTES])
    return found[1].decode("ascii") if found else ""


def is_encoding(name: str) -> bool:
    """Tell whether there is an encoding of texts with that name."""
    return bool(_known(name))


def _encodings(content: bytes, declared: str) -> Iterator[tuple[str, bool]]:
    """Yield the encodings to try, each with whether it is a guess."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            yield encoding, False
            return
    name = _known(declared)
    if name:
        yield (FALLBACK if name in _LATIN else name), False
    yield "utf-8", False
    yield FALLBACK, True


def _known(declared: str) -> str:
    """Return the name that Python has for an encoding of texts; empty: it has none."""
    try:
        info = codecs.lookup(declared.strip()) if declared.strip() else None
    except (LookupError, ValueError):
        return ""
    return info.name if info and getattr(info, "_is_text_encoding", True) else ""
