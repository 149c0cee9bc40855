"""One date of the subset without interval or set, such as `2023-04-17?` or `202X`: its days, precision, qualifier and margin.

The text has passed the pattern before it comes here. Intervals, sets and the public values live in `diplotrips.schema.dates.edtf`.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from diplotrips.schema.dates.days import FIRST, LAST, days_in_month


class Precision(StrEnum):
    """How much of a date is said, from fine to coarse."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    """A hundred years of the same first two digits, `20XX`: 2000 to 2099."""
    SET = "set"
    """One of several dates, `[2023-04-17,2023-04-19]`."""
    WINDOW = "window"
    """Some one day from one date to another, `2023-04-16/2023-04-30`, `2023-04-16/..`."""
    UNKNOWN_YEAR = "unknown-year"
    """A day or month of an unknown year: no bounds."""


# How far off a qualified date may be before another date contradicts it. "About the 17th" is a slip of a weekend or of a long flight over
# the date line, so three days; a coarser date may be off by one of its own unit at its longest: the next month, year, decade, century.
_MARGIN_DAYS: Final = {
    Precision.DAY: 3,
    Precision.MONTH: 31,
    Precision.YEAR: 366,
    Precision.DECADE: 3653,
    Precision.CENTURY: 36525,
}


class YearlessDay(NamedTuple):
    """A month, or a day of a month, whose year nobody said."""

    month: int
    day: int | None


class SimpleDate(NamedTuple):
    """A date without interval or set.

    First and last day as day numbers; the precision is that of day or month if the year is unknown, and never unknown-year.
    """

    low: int
    high: int
    precision: Precision
    qualifier: str = ""
    yearless: YearlessDay | None = None

    @property
    def margin_days(self) -> int:
        """How many days off another date may be and still not contradict this one."""
        return _MARGIN_DAYS[self.precision] if self.qualifier else 0


def parse_simple(text: str) -> SimpleDate:
    """Read one date that the pattern has let pass."""
    qualifier = text[-1] if text[-1] in "?~%" else ""
    year, month, day = text[:4], text[5:7], text[8:10]
    if year == "XXXX":
        exact = day.isdigit()
        precision = Precision.DAY if exact else Precision.MONTH
        return SimpleDate(FIRST, LAST, precision, qualifier, YearlessDay(int(month), int(day) if exact else None))
    if year[3] == "X":
        low, high = max(int(year.replace("X", "0")), 1), int(year.replace("X", "9"))
        precision = Precision.CENTURY if year[2] == "X" else Precision.DECADE
        return SimpleDate(date(low, 1, 1).toordinal(), date(high, 12, 31).toordinal(), precision, qualifier)
    number = int(year)
    if not month.isdigit():
        return SimpleDate(date(number, 1, 1).toordinal(), date(number, 12, 31).toordinal(), Precision.YEAR, qualifier)
    if not day.isdigit():
        start = date(number, int(month), 1).toordinal()
        return SimpleDate(start, start + days_in_month(number, int(month)) - 1, Precision.MONTH, qualifier)
    exactly = date(number, int(month), int(day)).toordinal()
    return SimpleDate(exactly, exactly, Precision.DAY, qualifier)
