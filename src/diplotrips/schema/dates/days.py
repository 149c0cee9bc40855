"""Sets of days as sorted, disjoint, non-adjacent ranges of day numbers, both ends included.

A day number is `date.toordinal()`: 1 is 0001-01-01, `LAST` is 9999-12-31; these two also stand for "no bound" inside a range. What is
written about days lives in `diplotrips.schema.dates.edtf`, how two such sets stand to each other in `diplotrips.schema.dates.relations`.
"""

from __future__ import annotations

import calendar
from datetime import date

Ranges = tuple[tuple[int, int], ...]
"""Sorted, disjoint, non-adjacent ranges of day numbers."""

FIRST = date.min.toordinal()
LAST = date.max.toordinal()
_EPOCH = date(1970, 1, 1).toordinal()


def epoch_day(day: date) -> int:
    """Count the days since 1970-01-01; negative before it."""
    return day.toordinal() - _EPOCH


def days_in_month(year: int, month: int) -> int:
    """Give 28 to 31, in the proleptic Gregorian calendar."""
    return calendar.monthrange(year, month)[1]


def merge(ranges: list[tuple[int, int]]) -> Ranges:
    """Sort the ranges, leave empty ones out, cut them to the calendar and join those that touch."""
    merged: list[tuple[int, int]] = []
    for low, high in sorted((max(low, FIRST), min(high, LAST)) for low, high in ranges if low <= high):
        if merged and low <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return tuple(merged)


def recur(month: int, day: int | None, years: range, margin_days: int = 0) -> Ranges:
    """Give the days that a month, or a day of a month, is in each of *years* in which it exists, widened by the margin."""
    ranges = []
    for year in years:
        length = days_in_month(year, month)
        if day is None or day <= length:
            start = date(year, month, day or 1).toordinal()
            ranges.append((start - margin_days, start + (length - 1 if day is None else 0) + margin_days))
    return merge(ranges)


def share_a_day(left: Ranges, right: Ranges) -> bool:
    """Tell whether some day lies in both."""
    return bool(left) and bool(right) and distance(left, right) == 0


def covers(outer: Ranges, inner: Ranges) -> bool:
    """Tell whether every day of *inner* lies in *outer*."""
    position = 0
    for low, high in inner:
        while position < len(outer) and outer[position][1] < low:
            position += 1
        if position == len(outer) or outer[position][0] > low or outer[position][1] < high:
            return False
    return True


def distance(left: Ranges, right: Ranges) -> int:
    """Count the days from the nearest day of one to the nearest of the other: 0 if they share one, 1 for neighbours.

    Both must have days.
    """
    nearest = LAST
    i = j = 0
    while i < len(left) and j < len(right):
        nearest = min(nearest, max(left[i][0] - right[j][1], right[j][0] - left[i][1], 0))
        if left[i][1] < right[j][1]:
            i += 1
        else:
            j += 1
    return nearest
