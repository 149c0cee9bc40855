"""Text and tables in Markdown, written so that nothing in them is read as anything else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


_SIGN: Final = re.compile(r"([\\`*\[\]|~!]|(?<![0-9A-Za-z])_|_(?![0-9A-Za-z]))")
_MENTION: Final = re.compile(r"([@#])(?=\w)")


def escaped(text: str) -> str:
    """Return *text* as it can stand in a line or a cell: nothing in it is read as Markdown, HTML, end of the cell, or somebody's name.

    It is on one line, with `\N{REPLACEMENT CHARACTER}` for what is invisible or a terminal obeys.
    """
    plain = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in " ".join(text.split()))
    safe = plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MENTION.sub(r"\1&#8203;", _SIGN.sub(r"\\\1", safe))


def cell(text: str) -> str:
    """Return *text* on one line, with the bars that would end the cell escaped."""
    return " ".join(text.split()).replace("|", "\\|")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table with one line a row."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cell(text) for text in line)} |" for line in lines)
