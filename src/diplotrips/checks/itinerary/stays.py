"""Which pairs of stops of one trip can be at once, as far as their own days tell: most can be told apart without any search.

What is made of the pairs is in `statements`. Days are counted as `date.toordinal()` does, qualifiers widened by their margin.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diplotrips.schema.dates.days import FIRST, LAST

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval

MAX_OPEN = 300
"""Pairs of one trip that days leave open and that are looked at; a hundred stops of which each begins where one ends have 99."""

MAX_AT_ONCE = 20
"""Pairs of one trip that are certainly at once and that are told."""

Pair = tuple[str, str]


class Stay(NamedTuple):
    """When somebody came and went; the first and the last day of the calendar where nothing bounds it."""

    starts_from: int
    starts_until: int
    ends_from: int
    ends_until: int

    def is_before(self, other: Stay) -> bool:
        """Whether this stay ends on a day before the other begins."""
        return self.ends_until < other.starts_from

    def can_precede(self, other: Stay) -> bool:
        """Whether this stay may end before the other begins, be it on the same day."""
        return self.ends_from <= other.starts_until


class Pairs(NamedTuple):
    """Pairs of stops of which somebody has to say that nobody is on both at once."""

    pairs: tuple[Pair, ...]
    is_whole: bool
    """False if some that days leave open were left out because there are too many."""


UNKNOWN = Stay(FIRST, LAST, FIRST, LAST)
"""A stay that nothing bounds."""


def stay_of(dates: EdtfInterval | None, window: EdtfInterval | None) -> Stay:
    """Return the days of a stop; nothing bounds a stop that ends before it starts, which is told of it alone."""
    first, last = (dates.first, dates.last) if dates else (None, None)
    opens, closes = (window.first, window.last) if window else (None, None)
    start, end = max(_low(first), _low(opens)), min(_high(last), _high(closes))
    return Stay(start, min(_high(first), end), max(_low(last), start), end) if start <= end else UNKNOWN


def pairs_of(stays: Mapping[str, Stay], unordered: Iterable[Pair]) -> Pairs:
    """Return, of the *unordered* pairs, those that days do not tell apart.

    Of the pairs that are certainly at once, none has a stop that is the later one of a pair before: of stops that all last the whole
    trip each is named with the first.
    """
    found: list[Pair] = []
    later: set[str] = set()
    n_open = 0
    for one, other in unordered:
        stay, further = stays[one], stays[other]
        if stay.is_before(further) or further.is_before(stay):
            continue
        if stay.can_precede(further) or further.can_precede(stay):
            n_open += 1
            found += [(one, other)] if n_open <= MAX_OPEN else []
        elif len(later) < MAX_AT_ONCE and not later & {one, other}:
            later.add(other)
            found.append((one, other))
    return Pairs(tuple(found), n_open <= MAX_OPEN)


def _low(day: EdtfDate | None) -> int:
    """Return the first day that *day* can be."""
    return day.first_widened if day and not day.is_reversed else FIRST


def _high(day: EdtfDate | None) -> int:
    """Return the last day that *day* can be."""
    return day.last_widened if day and not day.is_reversed else LAST
