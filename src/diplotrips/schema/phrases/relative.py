"""What a phrase for a day means, counted from its anchor: the one function of this package that others call.

English only. Not known: seasons, holidays, times of the clock, days in numerals that may be a month as well, and phrases that count from
anything but the anchor, such as "two days after the summit". "The next day" counts from the day named before it, which the caller gives
as the anchor; `sort_of` tells which phrases do.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.schema.dates.days import merge
from diplotrips.schema.dates.edtf import EdtfDate
from diplotrips.schema.phrases import counting, days_of_month, months, numerals, weekdays
from diplotrips.schema.phrases.tense import without_lead
from diplotrips.schema.phrases.words import WEEKDAY, WEEKDAYS, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplotrips.schema.dates.days import Ranges
    from diplotrips.schema.phrases.kinds import Sort
    from diplotrips.schema.phrases.rules import Rule, Run
    from diplotrips.schema.phrases.tense import Tense

MOST_ANCHOR_DAYS = 400
"""Days that an anchor may have; a phrase that counts from a less certain one says nothing."""

MOST_MEMBERS = 31
"""Days that are told one by one; of more, only from which to which they lie."""


_RULES = (*numerals.RULES, *weekdays.RULES, *counting.RULES, *days_of_month.RULES, *months.RULES)


class _Known(NamedTuple):
    """A phrase that a rule knows."""

    rule: Rule
    found: re.Match[str]
    tense: Tense | None
    """What the words before the date tell."""


def resolve(phrase: str, anchor: EdtfDate, tense: Tense | None = None) -> EdtfDate | None:
    """Return the days that *phrase* may mean, counted from *anchor*; None if it is not known, or nothing bounds the anchor.

    Args:
        phrase: The few words, such as `on Thursday`, `from April 21 to 23`, `announced on Thursday`.
        anchor: The day counted from; of several possible ones (a window, a month, `~`) whatever the phrase means from any of them.
        tense: Which way the sentence looks, where the phrase itself does not tell; None: both ways are possible.

    Returns:
        One day, a window, or one of a set. "On Thursday" is the latest Thursday looking back and the next one looking ahead, the anchor
        itself included in both. A month without a year is taken in the year that fits the tense.
    """
    days = _days_of(anchor)
    found = {run for day in days for run in runs_of(phrase, date.fromordinal(day), tense)}
    ranges = merge([(first.toordinal(), last.toordinal()) for first, last in found])
    return _date_of(ranges) if ranges else None


def sort_of(phrase: str) -> Sort | None:
    """Return what sort of phrase it is, whatever it counts from; None if the grammar does not know it.

    A known phrase may still mean no day: the calendar may not have it.
    """
    known = _known(phrase)
    return known.rule.sort_of(known.found) if known else None


def has_lead(phrase: str) -> bool:
    """Tell whether words stand before the date of a phrase that are no part of it: `on`, `announced on`."""
    text = plain(phrase)
    return without_lead(text)[0] != text


def weekday_named(phrase: str) -> int | None:
    """Return the one weekday that *phrase* names, Monday 0; None if it names none or several."""
    named = {WEEKDAYS[word] for word in re.findall(rf"\b{WEEKDAY}\b", plain(phrase))}
    return named.pop() if len(named) == 1 else None


def names_date(phrase: str) -> bool:
    """Tell whether *phrase* names a day of a month, so that its weekday can be held against that."""
    text, _ = without_lead(plain(phrase))
    return re.fullmatch(days_of_month.DAY_WITH_WEEKDAY, text) is not None


@lru_cache(maxsize=1 << 12)
def runs_of(phrase: str, anchor: date, tense: Tense | None = None) -> tuple[Run, ...]:
    """Return the stretches of days that *phrase* may mean from one day; the first rule that knows it decides."""
    known = _known(phrase)
    try:
        return tuple(known.rule.read(known.found, anchor, known.tense or tense)) if known else ()
    except OverflowError:
        return ()


@lru_cache(maxsize=1 << 12)
def _known(phrase: str) -> _Known | None:
    """Return the first rule that knows a phrase, with what it matched."""
    text, told = without_lead(plain(phrase))
    return next((_Known(rule, found, told) for rule in _RULES if (found := rule.match(text))), None)


def _days_of(anchor: EdtfDate) -> Iterable[int]:
    """Return the days that *anchor* may be, its margin included; none if they are too many to tell."""
    number = sum(high - low + 1 for low, high in anchor.widened)
    return (day for low, high in anchor.widened for day in range(low, high + 1)) if number <= MOST_ANCHOR_DAYS else ()


def _date_of(ranges: Ranges) -> EdtfDate:
    """Return possible days as a date: a day, a window, one of a set, or of too many days the window that has them all."""
    if len(ranges) == 1 or sum(high - low + 1 for low, high in ranges) > MOST_MEMBERS:
        low, high = date.fromordinal(ranges[0][0]), date.fromordinal(ranges[-1][1])
        return EdtfDate.parse(f"{low}/{high}" if low < high else str(low))
    days = [str(date.fromordinal(day)) for low, high in ranges for day in range(low, high + 1)]
    return EdtfDate.parse(f"[{','.join(days)}]")
