"""Uncertain dates as values: `EdtfDate` says on which one day something was, `EdtfInterval` from which day to which.

A strict subset of EDTF (ISO 8601-2 level 0 and 1), to which unknown years (`XXXX-04-17`, `XXXX-04`) and one-of-a-set
(`[2023-04-17,2023-04-19]`) are added: years 0001 to 9999, months, days, `?` `~` `%` at the end, `X` for a whole day or month or for the
last one or two digits of a year, intervals with open (`..`) and unknown (empty) ends. No seasons, times, time zones or negative years.

Days are calendar days of the place, in the proleptic Gregorian calendar. **Canonical text**: as written, except that members of a set
are sorted and named once, and that what comes to one date is written as that date (`2023-04/2023-04` and `[2023-04,2023-04]` are
`2023-04`). Spaces are refused, not stripped; `2023-04-XX` stays beside `2023-04` (the relation of the two is *equal*). A reversed
interval is a value, which a check finds, not an error.

What lives elsewhere: the patterns (`patterns`), dates without interval or set (`parts`), why a text is none (`reasons`),
sets of days (`days`), the five relations (`relations`), what pydantic and JSON Schema see (`hooks`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, final

from diplotrips.schema.dates.days import FIRST, LAST, Ranges, epoch_day, merge, recur
from diplotrips.schema.dates.hooks import read_as_text, text_schema
from diplotrips.schema.dates.parts import Precision, SimpleDate, YearlessDay, parse_simple
from diplotrips.schema.dates.patterns import DATE_PATTERN, INTERVAL_PATTERN
from diplotrips.schema.dates.reasons import EdtfError, Kind, explain

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

__all__ = ["EdtfDate", "EdtfError", "EdtfInterval", "End", "Precision", "epoch_day"]

_DATE_EXAMPLES = ["2023-04-17", "2023-04", "2023-04-17?", "[2023-04-17,2023-04-19]", "2023-04-16/2023-04-30"]
_INTERVAL_EXAMPLES = ["2023-04-17/2023-04-20", "2023-04-19", "2023-04", "2020-02-05/", "2023-04-17/2023-04-20?"]
_CACHED_TEXTS = 1 << 15


class End(StrEnum):
    """What is said of one end of an interval."""

    DATED = "dated"
    OPEN = "open"
    """`..`: it is said that there is no bound (yet)."""
    UNKNOWN = "unknown"
    """Empty: there is an end, which nobody said."""


@final
@dataclass(frozen=True, slots=True, repr=False)
class EdtfDate:
    """The one day on which something was, known more or less: a date of any precision, one of a set, or a window.

    Made by `parse` only. Equal and hashed by its canonical text; `str()` is that text.
    """

    text: str
    """Canonical text."""

    precision: Precision = field(compare=False)

    earliest: date | None = field(compare=False)
    """First possible day; None where there is no bound (`../2023-04-30`, unknown years)."""

    latest: date | None = field(compare=False)
    """Last possible day; None where there is no bound. Before `earliest` if the window is reversed."""

    qualifiers: str = field(compare=False, default="")
    """The qualifiers that occur in it, `?`, `~` or `%`."""

    ranges: Ranges = field(compare=False, default=())
    """The possible days as day numbers (`days`), unbounded ends as the calendar's; empty if yearless or reversed."""

    widened: Ranges = field(compare=False, default=())
    """The same, each qualified end moved outwards by its margin."""

    yearless: YearlessDay | None = field(compare=False, default=None)
    """The month and day, if the year is unknown."""

    margin_days: int = field(compare=False, default=0)
    """How many days off another date may be and still not contradict this one; 0 unless qualified, of a window its larger one."""

    @classmethod
    def parse(cls, text: str) -> EdtfDate:
        """Read *text* strictly.

        Raises:
            EdtfError: it is not in the subset, or names a day that the calendar does not have.
        """
        return _parse_date(text)

    @property
    def approximate(self) -> bool:
        """Whether it is said to be about then (`~` or `%`)."""
        return "~" in self.qualifiers or "%" in self.qualifiers

    @property
    def uncertain(self) -> bool:
        """Whether it is said to be doubtful (`?` or `%`)."""
        return "?" in self.qualifiers or "%" in self.qualifiers

    @property
    def is_day(self) -> bool:
        """Whether it is exactly one day and nobody doubts it; only then a release gives it as a day.

        `2023-04-17?` is not: whoever counts days must not meet a doubtful one unawares. Its earliest and latest day still say the 17th.
        """
        return self.precision is Precision.DAY and not self.qualifiers

    @property
    def is_reversed(self) -> bool:
        """Whether it is a window that ends before it starts, so that no day is possible."""
        return not self.ranges and self.yearless is None

    @property
    def first_widened(self) -> int:
        """The first of the widened days as a day number; that of the calendar if there is none (unknown year, reversed window)."""
        return self.widened[0][0] if self.widened else FIRST

    @property
    def last_widened(self) -> int:
        """The last of the widened days as a day number; that of the calendar if there is none."""
        return self.widened[-1][1] if self.widened else LAST

    @property
    def choices(self) -> tuple[tuple[date | None, date | None], ...]:
        """The possible days: first and last day of each run of them, sorted, disjoint, never adjacent; None for no bound.

        None at all for a reversed window. Of an unknown year it is one run without bounds, which says too little: `contains` and the
        relations know that only one day or month of each year is meant.
        """
        if self.yearless is not None:
            return ((None, None),)
        if len(self.ranges) == 1:
            return ((self.earliest, self.latest),)
        return tuple((date.fromordinal(low), date.fromordinal(high)) for low, high in self.ranges)

    def contains(self, day: date) -> bool:
        """Tell whether it may have been on *day*; a qualifier widens nothing here."""
        if self.yearless is not None:
            return self.yearless.month == day.month and self.yearless.day in {None, day.day}
        number = day.toordinal()
        return any(low <= number <= high for low, high in self.ranges)

    def days_between(self, years: range) -> Ranges:
        """Give the possible days as day numbers; of an unknown year those in *years*, of any other date all."""
        return self.ranges if self.yearless is None else recur(*self.yearless, years)

    def widened_between(self, years: range) -> Ranges:
        """Give the same, widened by the margin."""
        return self.widened if self.yearless is None else recur(*self.yearless, years, self.margin_days)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"EdtfDate({self.text!r})"

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> CoreSchema:
        return read_as_text(cls, _parse_date, "edtf_date")

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: object, _handler: object) -> dict[str, Any]:
        return text_schema(DATE_PATTERN, _DATE_EXAMPLES)


@final
@dataclass(frozen=True, slots=True, repr=False)
class EdtfInterval:
    """From a first to a last day, both included, each known more or less.

    A single date means that both ends lie in it: `2023-04-19` is that one day, `2023-04` some days of April; a set, that each end is one of
    its days.
    Made by `parse` only. Equal and hashed by its canonical text; `str()` is that text.
    """

    text: str
    """Canonical text."""

    first: EdtfDate | None = field(compare=False)
    """The first day; None if open or unknown."""

    last: EdtfDate | None = field(compare=False)
    """The last day; None if open or unknown."""

    first_end: End = field(compare=False, default=End.DATED)
    last_end: End = field(compare=False, default=End.DATED)

    @classmethod
    def parse(cls, text: str) -> EdtfInterval:
        """Read *text* strictly.

        Raises:
            EdtfError: it is not in the subset, or names a day that the calendar does not have.
        """
        return _parse_interval(text)

    @property
    def earliest(self) -> date | None:
        """The earliest possible first day; None if there is no bound."""
        return self.first.earliest if self.first else None

    @property
    def latest(self) -> date | None:
        """The latest possible last day; None if there is no bound."""
        return self.last.latest if self.last else None

    @property
    def precision(self) -> Precision:
        """The coarser precision of its dated ends."""
        order = list(Precision)
        return max((end.precision for end in (self.first, self.last) if end), key=order.index)

    @property
    def is_reversed(self) -> bool:
        """Whether its latest possible last day is before its earliest possible first day."""
        return self.earliest is not None and self.latest is not None and self.latest < self.earliest

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"EdtfInterval({self.text!r})"

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> CoreSchema:
        return read_as_text(cls, _parse_interval, "edtf_interval")

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: object, _handler: object) -> dict[str, Any]:
        return text_schema(INTERVAL_PATTERN, _INTERVAL_EXAMPLES)


def _date(text: str, dates: SimpleDate) -> EdtfDate:
    """Make the value of one date without interval or set."""
    margin = dates.margin_days
    if dates.yearless is not None:
        return EdtfDate(text, Precision.UNKNOWN_YEAR, None, None, dates.qualifier, yearless=dates.yearless, margin_days=margin)
    ranges = ((dates.low, dates.high),)
    widened = merge([(dates.low - margin, dates.high + margin)]) if margin else ranges
    earliest, latest = date.fromordinal(dates.low), date.fromordinal(dates.high)
    return EdtfDate(text, dates.precision, earliest, latest, dates.qualifier, ranges, widened, margin_days=margin)


def _window(text: str) -> EdtfDate:
    """Make the value of a window, which lies from the first day of its first date to the last day of its second."""
    start, end = (None if part == ".." else parse_simple(part) for part in text.split("/"))
    low, low_margin = (start.low, start.margin_days) if start else (FIRST, 0)
    high, high_margin = (end.high, end.margin_days) if end else (LAST, 0)
    return EdtfDate(
        text,
        Precision.WINDOW,
        date.fromordinal(low) if start else None,
        date.fromordinal(high) if end else None,
        "".join(part.qualifier for part in (start, end) if part),
        ranges=merge([(low, high)]),
        widened=merge([(low - low_margin, high + high_margin)]) if low <= high else (),
        margin_days=max(low_margin, high_margin),
    )


def _set(text: str) -> EdtfDate:
    """Make the value of a set of dates; one date that is named twice is that date."""
    members = sorted((parse_simple(member), member) for member in set(text[1:-1].split(",")))
    if len(members) == 1:
        return _parse_date(members[0][1])
    ranges = merge([(dates.low, dates.high) for dates, _ in members])
    canonical = f"[{','.join(member for _, member in members)}]"
    return EdtfDate(canonical, Precision.SET, date.fromordinal(ranges[0][0]), date.fromordinal(ranges[-1][1]), "", ranges, ranges)


@lru_cache(maxsize=_CACHED_TEXTS)
def _parse_date(text: str) -> EdtfDate:
    if not Kind.DATE.accepts(text):
        raise EdtfError(text, Kind.DATE, explain(text, Kind.DATE))
    if text[0] == "[":
        return _set(text)
    start, _, end = text.partition("/")
    if end and start != end:
        return _window(text)
    return _date(start, parse_simple(start))


@lru_cache(maxsize=_CACHED_TEXTS)
def _parse_interval(text: str) -> EdtfInterval:
    if not Kind.INTERVAL.accepts(text):
        raise EdtfError(text, Kind.INTERVAL, explain(text, Kind.INTERVAL))
    start, slash, end = text.partition("/")
    if not slash or start == end:
        both = _parse_date(start)
        return EdtfInterval(both.text, both, both)
    states = {"": End.UNKNOWN, "..": End.OPEN}
    first, last = (None if part in states else _parse_date(part) for part in (start, end))
    return EdtfInterval(text, first, last, states.get(start, End.DATED), states.get(end, End.DATED))
