"""Tables in text files: which encoding, which sign between the cells, which rows."""

from __future__ import annotations

import codecs
import csv
import io
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
_FOUND: Final = ("utf-8", "cp1252")
"""Encodings that are tried, one after the other, where nothing tells which it is."""


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
    text = _decoded(path, encoding)
    if "\0" in text:
        raise UnreadablePathError(path, "it holds characters that no text has")
    sign = SEPARATORS.get(separator) or _separator_of(text)
    longest = csv.field_size_limit(LONGEST_CELL)
    try:
        return grid_of(path.name, path, csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True))
    except csv.Error as error:
        raise UnreadablePathError(path, f"it is no table with quoted cells: {error}") from error
    finally:
        csv.field_size_limit(longest)


def _decoded(path: Path, encoding: str) -> str:
    """Return the text of a file."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UnreadablePathError(path, f"it is larger than {MOST_BYTES // 1024**2} MB")
        content = path.read_bytes()
    except OSError as error:
        raise UnreadablePathError(path, reason_of(error)) from error
    marked = next((name for mark, name in _MARKS.items() if content.startswith(mark)), "")
    for name in [encoding] if encoding else [marked] if marked else _FOUND:
        try:
            return content.decode(name)
        except LookupError as error:
            raise UnusableRequestError(f"no encoding is called {encoding}; write utf-8, cp1252 or latin-1") from error
        except UnicodeDecodeError:
            continue
    tried = encoding or marked or "UTF-8 or Windows-1252"
    raise UnreadablePathError(path, f"it is no text in {tried}; tell its encoding")


def _separator_of(text: str) -> str:
    """Return the sign that stands most often in the first row outside quotes; the comma where none does."""
    outside = text.partition("\n")[0].split('"')[::2]
    counts = {sign: sum(part.count(sign) for part in outside) for sign in SEPARATORS.values()}
    return max(counts, key=lambda sign: counts[sign])
