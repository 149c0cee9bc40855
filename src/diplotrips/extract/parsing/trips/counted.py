"""Days told by their number within a visit: *Wednesday, the second and last day of her visit*."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.extract.parsing.trips.calendar import is_single, shifted
from diplotrips.extract.parsing.trips.chunks import Kind
from diplotrips.extract.parsing.trips.sorts import Sort
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.extract.parsing.trips.chunks import Row
    from diplotrips.extract.parsing.trips.dated import Fact

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
LAST = frozenset({"last", "final", "closing", "concluding"})
FARTHEST = 30
"""Characters between a day and the words that number it, at most."""


class Counted(NamedTuple):
    """Words that number a day of a visit."""

    span: Span
    number: int
    """Which day it is; 0: the words do not say."""
    is_last: bool


@cache
def _words() -> re.Pattern[str]:
    """Return the pattern of such words; the visit may stand a few words behind them."""
    one = "|".join((*ORDINALS, *LAST))
    nouns = "visit|trip|tour|stay|journey|mission|programme|program|swing|itinerary"
    last = "|".join(LAST)
    return re.compile(
        rf"\b({one})(?: and ({one}))? (?:full )?day of (?:[\w'-]+ ){{0,4}}?(?:{nouns})\b|\b(?:the|her|his|their) ({last}) day\b(?! of)",
        re.IGNORECASE,
    )


def counted_in(view: str, row: Row) -> tuple[Counted, ...]:
    """Return the words of *row* that number a day of a visit."""
    found = []
    for match in _words().finditer(view, row.span.start, row.span.end):
        words = {word.lower() for word in match.groups() if word}
        number = next((place for place, word in enumerate(ORDINALS, start=1) if word in words), 0)
        found.append(Counted(Span(*match.span()), number, bool(words & LAST)))
    return tuple(found)


def is_counted(row: Row, at: int, counted: Sequence[Counted]) -> bool:
    """Tell whether the day at chunk *at* is only such a number, and no day by itself."""
    return (
        row.kind(at) is Kind.TIME
        and row.chunks[at].word == "day"
        and any(one.span.start <= row.chunks[at].start < one.span.end for one in counted)
    )


def edges_of(fact: Fact, counted: Sequence[Counted]) -> Iterator[Fact]:
    """Give the beginning and the end of the visit that follow from the number of the day that *fact* is of."""
    day = fact.time.date
    if fact.sort not in {Sort.SEEN, Sort.ARRIVAL, Sort.BEGIN, Sort.END} or day is None or not is_single(day):
        return
    for one in counted:
        if 0 <= max(one.span.start - fact.span.end, fact.span.start - one.span.end) <= FARTHEST:
            span = Span(min(fact.span.start, one.span.start), max(fact.span.end, one.span.end))
            first = shifted(day, 1 - one.number) if one.number else None
            if first:
                yield replace(fact, sort=Sort.BEGIN, time=replace(fact.time, date=first, basis="derived"), span=span)
            if one.is_last:
                yield replace(fact, sort=Sort.END, span=span)
