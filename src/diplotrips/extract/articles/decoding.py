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

_WIDE: Final = ("utf-16", "utf-32")
"""Beginnings of encodings that have no byte to a letter."""

_LATIN: Final = frozenset({"ascii", "iso8859-1"})
"""Encodings that are declared where windows-1252 is meant."""

_ENCODINGS: Final = frozenset(
    """ascii utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be
    iso8859-1 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-10 iso8859-11 iso8859-13 iso8859-14
    iso8859-15 iso8859-16 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp874 tis-620 koi8-r koi8-u koi8-t kz1048 ptcp154
    cp437 cp720 cp737 cp775 cp850 cp852 cp855 cp857 cp858 cp860 cp861 cp862 cp863 cp864 cp865 cp866 cp869 cp1125
    mac-roman mac-cyrillic mac-greek mac-latin2 mac-turkish mac-iceland mac-croatian mac-romanian
    gb2312 gbk gb18030 hz big5 big5hkscs cp950 shift_jis shift_jis_2004 cp932 euc_jp euc_jis_2004 iso2022_jp iso2022_jp_1 iso2022_jp_2
    iso2022_kr euc_kr cp949 johab""".split()  # noqa: SIM905  (a table)
)
"""Encodings of texts by the names that Python gives them: all that files are in. Others are ciphers or escapes, or fail by design."""

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
        except (UnicodeError, LookupError):
            continue
    return None


def declared_in(content: bytes) -> str:
    """Return the encoding that a page declares in its first bytes; empty: none, or one in which these bytes would say something else."""
    found = _XML.search(content[:_HEAD_BYTES]) or _DECLARED.search(content[:_HEAD_BYTES])
    declared = found[1].decode("ascii", "replace") if found else ""
    return "" if _known(declared).startswith(_WIDE) else declared


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
        name = codecs.lookup(declared.strip()).name if declared.strip() else ""
    except (LookupError, ValueError):
        return ""
    return name if name in _ENCODINGS else ""
