"""What sort of phrase it is: how much time it names, and what it counts from. The days themselves are told by `relative.resolve`."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Extent(StrEnum):
    """How much time a phrase names."""

    DAY = "day"
    """One day, or one of several."""
    RANGE = "range"
    """From a day to a day, both named."""
    WINDOW = "window"
    """A week, a month, a part of one, a year, or the days around now: something lies within."""


class Counting(StrEnum):
    """What a phrase needs to become days."""

    NOTHING = "nothing"
    """It has its year: `19 April 2023`."""
    YEAR = "year"
    """The year is missing: `19 April`."""
    MONTH = "month"
    """Month and year are missing: `the 19th`."""
    WEEK = "week"
    """It names a weekday, which comes back every week."""
    ANCHOR = "anchor"
    """It counts from the day on which it was written: `tomorrow`, `next week`."""
    NARRATION = "narration"
    """It counts from a day that was named before: `the following day`."""


class Sort(NamedTuple):
    """What sort a phrase is."""

    extent: Extent
    counting: Counting
