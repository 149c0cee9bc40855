"""JSON Lines: one JSON document a line, read one at a time so that a file of any length takes the memory of one line.

A file that is one document lives in `files`.
"""

from __future__ import annotations

from itertools import count
from typing import IO, TYPE_CHECKING

from diplotrips.extract.notation.json import parse_json
from diplotrips.extract.notation.parsed import MAX_BYTES, UNREADABLE_FILE, Parsed, refused
from diplotrips.extract.notation.text import BYTE_ORDER_MARK, decode, why_not_opened, why_not_read, wide_encoding
from diplotrips.findings import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def read_lines(path: Path, shown_as: str) -> Iterator[Parsed]:
    """Return the documents of a JSON Lines file in order; a bad line is a finding and the rest is still read.

    Empty lines are skipped but counted; a file without a line gives nothing. Lines end with LF or CR LF. A line is at most 32 MB. A file
    that cannot be opened gives one document that is not readable.
    """
    reason = why_not_opened(path)
    if reason:
        yield refused(UNREADABLE_FILE, reason, Place(shown_as))
        return
    try:
        with path.open("rb") as stream:
            yield from _read_stream(stream, shown_as)
    except OSError as error:
        yield refused(UNREADABLE_FILE, why_not_read(error, path), Place(shown_as))


def _read_stream(stream: IO[bytes], shown_as: str) -> Iterator[Parsed]:
    for number in count(1):
        line = stream.readline(MAX_BYTES + 1)
        if not line:
            return
        if len(line) > MAX_BYTES:
            yield refused(UNREADABLE_FILE, f"the line is longer than {MAX_BYTES // 1024**2} MB", Place(shown_as, number))
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_BYTES)
            continue
        text = decode(line, shown_as, number)
        if isinstance(text, Parsed):
            yield text
            if number == 1 and wide_encoding(line):
                return
        elif text.removeprefix(BYTE_ORDER_MARK if number == 1 else "").strip(" \t\r\n"):
            yield parse_json(text, shown_as, first_line=number)
