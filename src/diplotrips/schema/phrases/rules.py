"""What a rule of the grammar is: a pattern and how to read what it matches, from one anchor day; and how a yearless day finds its year."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple, TypeAlias

from diplotrips.schema.phrases.kinds import Counting, Extent, Sort
from diplotrips.schema.phrases.tense import Tense

Run: TypeAlias = tuple[date, date]
"""First and last of the days that are possible, one after the other."""

Reader: TypeAlias = Callable[[re.Match[str], date, Tense | None], Iterable[Run]]
"""Gives, of what a pattern matched, the days that it may mean, counted from the anchor day."""

SLACK = timedelta(days=7)
"""How far a day without a year may lie on the wrong side of the anchor and still be the one meant: "on April 19", printed on the 18th."""

_AS_NEAR = timedelta(days=60)
"""How much further off than the nearest another year may be and still be as likely."""

_LATER = frozenset({"later", "rest of", "remainder of"})

_YEARS_AROUND = 8
"""The 29th of February can be eight years away."""


class Rule(NamedTuple):
    """One kind of phrase. Its pattern is compiled when a phrase is first held against it, since most records have none."""

    pattern: str
    """What matches the whole of a plain phrase."""
    read: Reader
    extent: Extent = Extent.DAY
    counting: Counting = Counting.ANCHOR

    def sort_of(self, found: re.Match[str]) -> Sort:
        """Return what sort of phrase it is that was matched; one with its year counts from nothing."""
        return Sort(self.extent, Counting.NOTHING if found.groupdict().get("year") else self.counting)

    def match(self, text: str) -> re.Match[str] | None:
        """Return the match of a plain phrase, None if it is of another kind."""
        return _compiled(self.pattern).fullmatch(text)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def by_tense(runs: Sequence[Run], anchor: date, tense: Tense | None, slack: timedelta = timedelta()) -> list[Run]:
    """Return the run of *runs*, which are sorted, that is meant: looking back the latest, looking ahead the next, without a tense both.

    Args:
        runs: Runs of days that recur.
        anchor: The day from which one looks; a run that has begun, or is not over, is on both sides.
        tense: Which way one looks.
        slack: How far a run may lie on the wrong side.
    """
    back = [run for run in runs if run[0] <= anchor + slack][-1:] if tense is not Tense.FUTURE else []
    ahead = [run for run in runs if run[1] >= anchor - slack][:1] if tense is not Tense.PAST else []
    return [*back, *ahead]


def by_year(runs: Sequence[Run], anchor: date, tense: Tense | None) -> list[Run]:
    """Return the run of *runs*, one a year, that is meant: the one that fits the tense, without a tense the nearest to the anchor.

    Where two are about as near, both.
    """
    if tense:
        return by_tense(runs, anchor, tense, SLACK)
    gaps = [max(run[0] - anchor, anchor - run[1], timedelta()) for run in runs]
    return [run for run, gap in zip(runs, gaps, strict=True) if gap <= min(gaps) + _AS_NEAR]


def each_year(anchor: date, run_in: Callable[[int], Run | None]) -> list[Run]:
    """Return what *run_in* gives for each of the years around the anchor in which there are such days."""
    years = range(max(anchor.year - _YEARS_AROUND, 2), min(anchor.year + _YEARS_AROUND, 9997) + 1)
    return [run for run in map(run_in, years) if run]


def cut(run: Run, anchor: date, side: str | None) -> Run:
    """Return what is left of a stretch of days that is said to be later or earlier than the anchor, which lies in it."""
    if not run[0] <= anchor <= run[1]:
        return run
    if side in _LATER:
        return anchor, run[1]
    return (run[0], anchor) if side == "earlier" else run


def around(anchor: date, first: int, last: int) -> Run:
    """Return the days from *first* to *last*, counted from the anchor.

    Raises:
        OverflowError: the calendar ends before.
    """
    return anchor + timedelta(days=first), anchor + timedelta(days=last)
