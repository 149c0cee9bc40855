"""What a phrase for a day means, counted from its anchor: the one function of this package that others call.

English only. Not known: seasons, holidays, times of the clock, days written with slashes (which order they are in nobody can tell), and
phrases that count from anything but the anchor, such as "two days after the summit". "The next day" counts from the day named before it,
which the caller gives as the anchor.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from diplotrips.schema.dates.days import merge
from diplotrips.schema.dates.edtf import EdtfDate
from diplotrips.schema.phrases import counting, days_of_month, weekdays
from diplotrips.schema.phrases.rules import Rule
from diplotrips.schema.phrases.tense import without_lead
from diplotrips.schema.phrases.words import WEEKDAY, WEEKDAYS, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplotrips.schema.dates.days import Ranges
    from diplotrips.schema.phrases.rules import Run
    from diplotrips.schema.phrases.tense import Tense

MOST_ANCHOR_DAYS = 400
"""Days that an anchor may have; a phrase that counts from a less certain one says nothing."""

MOST_MEMBERS = 31
"""Days that are told one by one; of more, only from which to which they lie."""


def _read_iso(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:  # noqa: ARG001  (a reader has three)
    try:
        day = date.fromisoformat(found[0])
    except ValueError:
        return []
    return [(day, day)]


_RULES = (Rule("[0-9]{4}-[0-9]{2}-[0-9]{2}", _read_iso), *weekdays.RULES, *counting.RULES, *days_of_month.RULES)


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
    found = {run for day in days for run in _runs(phrase, date.fromordinal(day), tense)}
    ranges = merge([(first.toordinal(), last.toordinal()) for first, last in found])
    return _date_of(ranges) if ranges else None


def weekday_named(phrase: str) -> int | None:
    """Return the one weekday that *phrase* names, Monday 0; None if it names none or several."""
    named = {WEEKDAYS[word] for word in re.findall(rf"\b{WEEKDAY}\b", plain(phrase))}
    return named.pop() if len(named) == 1 else None


def names_date(phrase: str) -> bool:
    """Tell whether *phrase* names a day of a month, so that its weekday can be held against that."""
    text, _ = without_lead(plain(phrase))
    return re.fullmatch(days_of_month.DAY_WITH_WEEKDAY, text) is not None


@lru_cache(maxsize=1 << 12)
def _runs(phrase: str, anchor: date, tense: Tense | None) -> tuple[Run, ...]:
    """Return the days that *phrase* may mean from one day; the first rule that knows it decides."""
    text, told = without_lead(plain(phrase))
    for known in _RULES:
        found = known.match(text)
        if found:
            try:
                return tuple(known.read(found, anchor, told or tense))
            except OverflowError:
                return ()
    return ()


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
