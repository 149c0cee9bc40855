"""Sums of money in a sentence: `$50 million`, `30 billion yen`, `€20m`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.parsing.agreements.words import has, saying

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.extract.parsing.agreements.words import Row

MARKS = frozenset({"$", "\u20ac", "\u00a3", "\u00a5", "\u20b9"})
NEAR = 2
"""Words after a sum in which it shows that it is paid time and again (`a year`)."""
FARTHEST = 3
"""Words between a number and its currency: `50 million US dollars`."""


def sums_of(row: Row) -> Iterator[tuple[int, int]]:
    """Give from which word to before which one the sums of *row* stand, without those that are paid every year."""
    after = 0
    for index, token in enumerate(row.tokens):
        if index >= after and token.word[0].isdigit() and (end := _end(row, index)):
            after = end
            if has(row.words(end, end + NEAR), "yearly"):
                continue
            yield index - (row.word(index - 1) in MARKS), end


def _end(row: Row, index: int) -> int:
    """Return the number of the word after the sum that the number at word *index* begins, 0 if it counts no money."""
    end = index + 1
    while row.word(end) == "," and row.word(end + 1)[:1].isdigit():
        end += 2
    end += row.word(end) in saying("scale")
    if row.word(index - 1) in MARKS or row.word(index - 1) in saying("currency"):
        return end
    return next((place + 1 for place in range(end, end + FARTHEST) if row.word(place) in saying("currency")), 0)
