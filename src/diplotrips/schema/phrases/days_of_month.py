"""Rules for phrases that name a month, a day of a month, a range of such days, or a part of a month, with a year or without.

Without a year the one that fits the tense is meant, with a week of slack; without a tense the nearest on either side of the anchor.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from diplotrips.schema.dates.days import days_in_month
from diplotrips.schema.phrases.rules import Rule, by_tense, by_year, each_year
from diplotrips.schema.phrases.words import DAY, MONTH, MONTHS, PART, PARTS, TO, WEEKDAY, YEAR, number_of

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Sequence

    from diplotrips.schema.phrases.rules import Run
    from diplotrips.schema.phrases.tense import Tense

DAY_WITH_WEEKDAY = (
    rf"(?:{WEEKDAY} )?(?:the )?(?:(?P<month>{MONTH}) (?P<day>{DAY})|(?P<day_before>{DAY})(?: of)? (?P<month_after>{MONTH}))"
    rf"(?: (?P<year>{YEAR}))?(?: {WEEKDAY})?"
)
"""One day of a month, with its weekday before or after it or without."""

_DAYS = rf"(?P<month>{MONTH}) (?P<first>{DAY}){TO}(?P<last>{DAY})(?: (?P<year>{YEAR}))?"
_DAYS_BEFORE_MONTH = rf"(?P<first>{DAY}){TO}(?P<last>{DAY})(?: of)? (?P<month>{MONTH})(?: (?P<year>{YEAR}))?"
_TWO_MONTHS = rf"(?P<month>{MONTH}) (?P<first>{DAY}){TO}(?P<month_2>{MONTH}) (?P<last>{DAY})(?: (?P<year>{YEAR}))?"
_TWO_MONTHS_AFTER = rf"(?P<first>{DAY}) (?P<month>{MONTH}){TO}(?P<last>{DAY}) (?P<month_2>{MONTH})(?: (?P<year>{YEAR}))?"


_SHIFTS = {"last": -1, "previous": -1, "this": 0, "current": 0}
"""Months or years from the anchor's; 1 for whatever is not here: next, coming, following."""


def _read_day(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:
    month = MONTHS[found["month"] or found["month_after"]]
    day = number_of(found["day"] or found["day_before"])
    return _of_year(found["year"], anchor, tense, lambda year: _run(_day(year, month, day), _day(year, month, day)))


def _read_days(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:
    month = MONTHS[found["month"]]
    last_month = MONTHS[found.groupdict().get("month_2") or found["month"]]
    first, last = number_of(found["first"]), number_of(found["last"])

    def days_of(year: int) -> Run | None:
        # A year that is written is that of the last day.
        over_new_year = last_month < month
        began = year - 1 if over_new_year and found["year"] else year
        return _run(_day(began, month, first), _day(began + over_new_year, last_month, last))

    return _of_year(found["year"], anchor, tense, days_of)


def _read_month(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:
    month = MONTHS[found["month"]]

    def days_of(year: int) -> Run | None:
        return _part_of(year, month, found["part"])

    if found["which"] == "this":
        return _of_year(str(anchor.year), anchor, tense, days_of)
    if found["which"]:
        return _two(each_year(anchor, days_of), anchor, is_last=found["which"] == "last")
    return _of_year(found["year"], anchor, tense, days_of)


def _read_day_only(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:
    """Return the 19th of this month, or of the one before or after."""
    day = number_of(found["day"])
    months = [_month_from(anchor, shift) for shift in (-2, -1, 0, 1, 2)]
    return by_tense([run for year, month in months if (run := _run(_day(year, month, day), _day(year, month, day)))], anchor, tense)


def _read_part_from_here(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:  # noqa: ARG001  (a reader has three)
    """Return "early this month", "end of last month", "next month"."""
    run = _part_of(*_month_from(anchor, _SHIFTS.get(found["which"], 1)), found["part"])
    return [run] if run else []


def _read_year(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:  # noqa: ARG001  (as above)
    year = int(found["year"] or anchor.year + _SHIFTS.get(found["which"], 1))
    run = _run(_day(year, 1, 1), _day(year, 12, 31))
    return [run] if run else []


def _of_year(written: str | None, anchor: date, tense: Tense | None, days_of: Callable[[int], Run | None]) -> list[Run]:
    """Return the days in the year that is written, or else in the year that is meant."""
    if written:
        run = days_of(int(written))
        return [run] if run else []
    return by_year(each_year(anchor, days_of), anchor, tense)


def _two(runs: Sequence[Run], anchor: date, *, is_last: bool) -> list[Run]:
    """Return the two that "last April" or "next April" may mean."""
    return [run for run in runs if run[1] < anchor][-2:] if is_last else [run for run in runs if run[0] > anchor][:2]


def _month_from(anchor: date, shift: int) -> tuple[int, int]:
    """Return year and month so many months after the anchor's."""
    months = anchor.year * 12 + anchor.month - 1 + shift
    return months // 12, months % 12 + 1


def _part_of(year: int, month: int, part: str | None) -> Run | None:
    """Return the days of a part of a month, of the whole month if none is named."""
    low, high = PARTS.get((part or "").strip(" -"), (1, 31))
    return _run(_day(year, month, low), _day(year, month, high) or _day(year, month, 30) or _day(year, month, 29) or _day(year, month, 28))


def _day(year: int, month: int, day: int) -> date | None:
    """Return a day, None if the calendar has none such."""
    return date(year, month, day) if 1 <= year <= date.max.year and 1 <= day <= days_in_month(year, month) else None


def _run(first: date | None, last: date | None) -> Run | None:
    """Return the days from *first* to *last*, None if there are none."""
    return (first, last) if first and last and first <= last else None


RULES = (
    Rule(DAY_WITH_WEEKDAY, _read_day),
    Rule(_DAYS, _read_days),
    Rule(_DAYS_BEFORE_MONTH, _read_days),
    Rule(_TWO_MONTHS, _read_days),
    Rule(_TWO_MONTHS_AFTER, _read_days),
    Rule(
        rf"(?:(?P<part>{PART}[- ])(?:of |in )?)?(?:(?P<which>this|last|next) )?(?P<month>{MONTH})(?:(?: of)? (?P<year>{YEAR}))?",
        _read_month,
    ),
    Rule(r"(?P<day>[0-3]?[0-9](?:st|nd|rd|th))(?: of (?:the|this) month)?", _read_day_only),
    Rule(
        rf"(?:(?P<part>{PART}|later|earlier)[- ](?:of )?)?(?P<which>this|current|last|previous|next|coming|following) month",
        _read_part_from_here,
    ),
    Rule(rf"(?:(?:later|earlier) )?(?:(?P<which>this|current|last|previous|next|coming|following) year|(?P<year>{YEAR}))", _read_year),
)
"""What is known of months, days of months and years."""
