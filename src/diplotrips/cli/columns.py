"""Text in the columns of a terminal: how wide it is, which part of a long line is shown, and what a terminal must not obey."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from itertools import accumulate

WIDEST = 110
"""Columns of a source line that are shown; a longer line is cut around the value."""


def columns_of(text: str) -> int:
    """Return how many columns *text* takes: wide characters take two, combining marks none."""
    return sum(map(_columns, text))


def visible(text: str) -> str:
    """Return *text* with a space for every kind of space, and `\N{REPLACEMENT CHARACTER}` for what is invisible or a terminal obeys."""
    return text if text.isprintable() else "".join(map(_visible, text))


def one_line(text: str) -> str:
    """Return *text* on one line, with nothing in it that a terminal would obey."""
    return visible(" ".join(text.split("\n")))


def window(line: str, index: int) -> tuple[str, int]:
    """Return what is shown of *line*, at most `WIDEST` columns with the character at *index* among them, and the index of that in it."""
    index = min(index, len(line))
    cut = visible(line[: 2 * WIDEST])
    if len(line) <= WIDEST and columns_of(cut) <= WIDEST:
        return cut, index
    start = max(index - WIDEST // 3, 0)
    cut = visible(line[start : start + WIDEST])
    cut = cut[: bisect_right(list(accumulate(map(_columns, cut))), WIDEST)]
    head, tail = "…" * bool(start), "…" * (start + len(cut) < len(line))
    return head + cut[len(head) : len(cut) - len(tail)] + tail, index - start


def _columns(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def _visible(char: str) -> str:
    if char.isprintable():
        return char
    return " " if char.isspace() else "\N{REPLACEMENT CHARACTER}"
