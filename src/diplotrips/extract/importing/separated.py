"""Tables in text files: which encoding, which sign between the cells, which rows."""

from __future__ import annotations

import codecs
import csv
import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from diplotrips.errors import UnreadablePathError, UnusableRequestError, reason_of
from diplotrips.extract.importing.grid import Grid, grid_of

if TYPE_CHECKING:
    from pathlib import Path

SEPARATORS: Final = {"comma": ",", "semicolon": ";", "tab": "\t"}
"""Signs between cells, by name."""

MOST_BYTES: Final = 256 * 1024 * 1024
"""A file may be this large."""

LONGEST_CELL: Final = 1024 * 1024
"""Characters of one cell at most."""

_MARKS: Final = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_GUESSED: Final = "cp1252"
"""What a text is that says nothing of its encoding and is no UTF-8."""

_OF_SEVERAL_BYTES: Final = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
"""A character of UTF-8 that is none of ASCII; one of U+0080 to U+00BF is left out, since other encodings have such two in a row too."""


def read_separated(path: Path, encoding: str = "", separator: str = "") -> Grid:
    """Return the table in a text file.

    Args:
        path: The file.
        encoding: Its encoding; unless given told by a byte order mark, else UTF-8, else Windows-1252.
        separator: A name of `SEPARATORS`; unless given the sign that the first row has most of.

    Raises:
        UnreadablePathError: it cannot be read, or is no table.
        UnusableRequestError: there is no such encoding.
    """
    text, guessed = _decoded(path, encoding)
    if "\0" in text:
        raise UnreadablePathError(path, "it holds characters that no text has")
    sign = SEPARATORS.get(separator) or _separator_of(text)
    longest = csv.field_size_limit(LONGEST_CELL)
    try:
        grid = grid_of(path.name, path, csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True))
        return replace(grid, guessed=guessed)
    except csv.Error as error:
        raise UnreadablePathError(path, f"it is no table with quoted cells: {error}") from error
    finally:
        csv.field_size_limit(longest)


def _decoded(path: Path, encoding: str) -> tuple[str, str]:
    """Return the text of a file, and its encoding if that was guessed."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UnreadablePathError(path, f"it is larger than {MOST_BYTES // 1024**2} MB")
        content = path.read_bytes()
    except OSError as error:
        raise UnreadablePathError(path, reason_of(error)) from error
    marked = next((name for mark, name in _MARKS.items() if content.startswith(mark)), "")
    name = encoding or marked or "utf-8"
    try:
        return content.decode(name), ""
    except LookupError as error:
        raise UnusableRequestError(f"no encoding is called {encoding}; write utf-8, cp1252 or latin-1") from error
    except UnicodeDecodeError as error:
        if encoding or marked:
            raise UnreadablePathError(path, f"it is no text in {name}; tell its encoding") from error
        return _guessed(content, path, error.start), _GUESSED


def _guessed(content: bytes, path: Path, broken: int) -> str:
    """Return the text of a file that is no UTF-8 from the byte *broken* on, unless it is UTF-8 otherwise."""
    if _OF_SEVERAL_BYTES.search(content):
        line = content.count(b"\n", 0, broken) + 1
        column = len(content[content.rfind(b"\n", 0, broken) + 1 : broken].decode()) + 1
        told = f"it is UTF-8 but for the byte {content[broken]:02X} in line {line}, column {column}"
        raise UnreadablePathError(path, f"{told}; save it as UTF-8, or tell its encoding with --encoding")
    try:
        return content.decode(_GUESSED)
    except UnicodeDecodeError as error:
        raise UnreadablePathError(path, "it is no text in UTF-8 or Windows-1252; tell its encoding") from error


def _separator_of(text: str) -> str:
    """Return the sign that stands most often in the first row outside quotes; the comma where none does."""
    outside = text.partition("\n")[0].split('"')[::2]
    counts = {sign: sum(part.count(sign) for part in outside) for sign in SEPARATORS.values()}
    return max(counts, key=lambda sign: counts[sign])
