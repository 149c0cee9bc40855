"""The source lines that findings point at, for people to see. Nothing is parsed here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from diplotrips.extract.notation.text import BYTE_ORDER_MARK, LINE_BREAK, read_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplotrips.findings import Finding, Place


def lines_of(findings: Iterable[Finding]) -> dict[Place, str]:
    """Return the source line of every place that *findings* name, the other ends included.

    A place whose file cannot be read (any more), is no text or has no such line is left out. A line ends with LF, CR LF or CR, as when
    records are read; other characters that `str.splitlines` takes for line ends do not end one.
    """
    places = {place for found in findings for place in (found.place, *(end.place for end in found.related)) if place}
    lines: dict[Place, str] = {}
    for file in sorted({place.file for place in places}):
        text = read_text(Path(file), file)
        if isinstance(text, str):
            split = LINE_BREAK.split(text.removeprefix(BYTE_ORDER_MARK))
            lines |= {place: split[place.line - 1] for place in places if place.file == file and place.line <= len(split)}
    return lines
