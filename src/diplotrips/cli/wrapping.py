"""Text broken at words into lines of a terminal's width, what follows the first line indented like it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

from diplotrips.cli.columns import columns_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WIDEST: Final = 110
"""Columns of a line of prose at most."""

TOGETHER: Final = "\N{NO-BREAK SPACE}"
"""A space at which no line is broken."""

NARROWEST: Final = 30
"""Columns that are used even where the terminal says that it has fewer."""


def terminal_width() -> int:
    """Return how many columns a line may take on this terminal."""
    return max(min(shutil.get_terminal_size().columns, WIDEST), NARROWEST)


def wrapped(text: str, width: int, indent: str = "", hanging: str = "") -> str:
    """Return *text*, all on one line, in lines of less than *width* columns.

    Args:
        text: What is said; runs of spaces become one.
        width: Columns of the terminal, the last of which stays free.
        indent: What stands before the first line.
        hanging: What stands before the others besides.
    """
    words = [word for word in text.split(" ") if word]
    return "\n".join(_lines(words, width - 1, indent, indent + hanging)).replace(TOGETHER, " ")


def wrapped_lines(lines: Iterable[str], width: int) -> str:
    """Return every one of *lines* wrapped, what goes on two columns further in than its beginning."""
    return "\n".join(wrapped(line, width, line[: len(line) - len(line.lstrip(" "))], "  ") for line in lines)


def _lines(words: list[str], width: int, first: str, other: str) -> Iterator[str]:
    line, is_empty = first, True
    for word in _short(words, width - len(other)):
        longer = line + word if is_empty else f"{line} {word}"
        if is_empty or columns_of(longer) <= width:
            line, is_empty = longer, False
        else:
            yield line
            line = other + word
    yield line


def _short(words: Iterable[str], width: int) -> Iterator[str]:
    """Give *words*, those that no line has room for in pieces; of paths and names with slashes after one of these."""
    for word in words:
        rest = word
        while columns_of(rest) > width:
            cut = _cut(rest, width)
            yield rest[:cut]
            rest = rest[cut:]
        if rest:
            yield rest


def _cut(word: str, width: int) -> int:
    """Return how much of *word* goes on a line."""
    fits = next(size for size in range(min(len(word), width), 0, -1) if columns_of(word[:size]) <= width or size == 1)
    slash = word.rfind("/", 1, fits) + 1
    return slash if slash > 1 else fits
