"""Stretches of a text that are made of words of time only: where phrases for days can be. One pass over the words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.extract.parsing.times.vocabulary import DAYTIME, MONTH, NUMBER, ORDINAL, STRONG, UNIT, WEEKDAY, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[A-Za-z]+|[0-9]+(?:(?:st|nd|rd|th)\b)?")
_GAPS = frozenset({" ", "-", " - ", ", ", ",", " (", ") ", "(", "), ", "/", " -", "- ", "  ", "' ", ". ("})
"""What may stand between two words of one phrase."""
_ABBREVIATED = 5
"""Most letters of a cut name of a month or weekday, after which a full stop ends no sentence."""
_LONGEST_GAP = 3
_CARRIERS = frozenset({MONTH, WEEKDAY, STRONG, UNIT, ORDINAL, DAYTIME})
_DIGITS_OF_YEAR = 4


class Word(NamedTuple):
    """A word of a run."""

    start: int
    end: int
    kind: str
    text: str


def runs(view: str, start: int, end: int) -> Iterator[list[Word]]:
    """Give the runs of *view* between two offsets that can hold a phrase, each with its words."""
    run: list[Word] = []
    carries = False
    for found in _WORD.finditer(view, start, end):
        text = found[0]
        kind = kind_of(text)
        word = Word(found.start(), found.end(), kind, text)
        if run and not (kind and _goes_on(view, run[-1], word)):
            if carries:
                yield run
            run, carries = [], False
        if kind:
            run.append(word)
            carries = carries or kind in _CARRIERS or (kind == NUMBER and len(text) == _DIGITS_OF_YEAR)
    if carries:
        yield run


def _goes_on(view: str, left: Word, right: Word) -> bool:
    """Tell whether two words of time can belong to one phrase, by what stands between them."""
    if right.start - left.end > _LONGEST_GAP:
        return False
    gap = view[left.end : right.start]
    if gap in {".", ". ", "., "}:
        cut = left.kind in {MONTH, WEEKDAY} and len(left.text) < _ABBREVIATED
        return cut or (gap == "." and left.kind in {NUMBER, ORDINAL} and right.kind in {NUMBER, MONTH})
    if gap in {", ", ","} and left.kind == MONTH and right.kind in {NUMBER, ORDINAL}:
        return len(right.text) == _DIGITS_OF_YEAR
    return gap in _GAPS
