"""Reckoning with uncertain days: which comes first, and the day so many days after another."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from diplotrips.schema.dates.edtf import EdtfDate

if TYPE_CHECKING:
    from collections.abc import Iterable

YEAR_OF_YEARLESS = 2001
"""Year in which days of an unknown year are compared."""


def bounds(day: EdtfDate) -> tuple[date, date] | None:
    """Return the first and last possible day; None where there is no bound."""
    if day.yearless is not None:
        month, of_month = day.yearless
        try:
            first = date(YEAR_OF_YEARLESS, month, of_month or 1)
        except ValueError:
            return None
        return first, first if of_month else first + timedelta(days=27)
    return (day.earliest, day.latest) if day.earliest and day.latest else None


def is_before(one: EdtfDate, other: EdtfDate) -> bool:
    """Tell whether *one* is certainly before *other*; days of unknown years are compared within one year."""
    left, right = bounds(one), bounds(other)
    if not left or not right or (one.yearless is None) != (other.yearless is None):
        return False
    return left[1] < right[0]


def is_single(day: EdtfDate) -> bool:
    """Tell whether *day* is one day, its year known or not."""
    return day.is_day or (day.yearless is not None and day.yearless.day is not None)


def shifted(day: EdtfDate, by: int) -> EdtfDate | None:
    """Return the day that is *by* days after *day*; None where *day* is no single day."""
    found = bounds(day)
    if not found or not is_single(day):
        return None
    try:
        moved = found[0] + timedelta(days=by)
    except OverflowError:
        return None
    return EdtfDate.parse(f"XXXX-{moved:%m-%d}" if day.yearless is not None else f"{moved.year:04}-{moved:%m-%d}")


def earliest(days: Iterable[EdtfDate]) -> EdtfDate | None:
    """Return the first of *days*; None if there are none that can be compared."""
    known = [(found[0], found[1], str(day), day) for day in days if (found := bounds(day))]
    return min(known, key=lambda entry: entry[:3])[3] if known else None


def latest(days: Iterable[EdtfDate]) -> EdtfDate | None:
    """Return the last of *days*; None if there are none that can be compared."""
    known = [(found[1], found[0], str(day), day) for day in days if (found := bounds(day))]
    return max(known, key=lambda entry: entry[:3])[3] if known else None


def length_days(day: EdtfDate) -> int:
    """Return how many days are possible; a large number where there is no bound."""
    found = bounds(day)
    return (found[1] - found[0]).days + 1 if found else 10_000
