"""Rules for phrases that name a month, a part of one, or a year; and the days of the calendar that these and days of months need."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from diplotrips.schema.dates.days import days_in_month
from diplotrips.schema.phrases.kinds import Counting, Extent
from diplotrips.schema.phrases.rules import Rule, by_year, cut, each_year
from diplotrips.schema.phrases.words import MONTH, MONTHS, PART, PARTS, TO, YEAR

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Sequence

    from diplotrips.schema.phrases.rules import Run
    from diplotrips.schema.phrases.tense import Tense

_SHIFTS = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0}
"""Months or years from the anchor's; 1 for whatever is not here: next, coming, following."""

_PARTS_OF_YEAR = {
    "early": (1, 4),
    "beginning": (1, 3),
    "start": (1, 3),
    "mid": (4, 9),
    "middle": (4, 9),
    "late": (9, 12),
    "end": (10, 12),
    "first half": (1, 6),
    "second half": (7, 12),
    "first quarter": (1, 3),
    "second quarter": (4, 6),
    "third quarter": (7, 9),
    "fourth quarter": (10, 12),
    "last quarter": (10, 12),
}
"""First and last month that a part of a year may mean, widely taken."""

_YEAR_PART = rf"(?:(?P<part>{'|'.join(_PARTS_OF_YEAR)})[- ](?:of |in )?(?:the )?)?"
_WHICH_MONTH = "this|current|last|previous|past|next|coming|following"


def year_of(found: re.Match[str], anchor: date) -> str | None:
    """Return the year that is written, or told by "this year", "last year"; None if neither is."""
    groups = found.groupdict()
    if groups.get("which_year"):
        return str(anchor.year + _SHIFTS.get(groups["which_year"], 1))
    return groups.get("year")


def of_year(written: str | None, anchor: date, tense: Tense | None, days_of: Callable[[int], Run | None]) -> list[Run]:
    """Return the days in the year that is written, or else in the year that is meant."""
    if written:
        run = days_of(int(written))
        return [run] if run else []
    return by_year(each_year(anchor, days_of), anchor, tense)


def month_from(anchor: date, shift: int) -> tuple[int, int]:
    """Return year and month so many months after the anchor's."""
    months = anchor.year * 12 + anchor.month - 1 + shift
    return months // 12, months % 12 + 1


def day_of(year: int, month: int, day: int) -> date | None:
    """Return a day, None if the calendar has none such."""
    return date(year, month, day) if 1 <= year <= date.max.year and 1 <= day <= days_in_month(year, month) else None


def run_of(first: date | None, last: date | None) -> Run | None:
    """Return the days from *first* to *last*, None if there are none."""
    return (first, last) if first and last and first <= last else None


def _read_month(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:
    month = MONTHS[found["month"]]

    def days_of(year: int) -> Run | None:
        return _part_of(year, month, found["part"])

    if found["which"] == "this":
        return of_year(str(anchor.year), anchor, tense, days_of)
    if found["which"]:
        return _two(each_year(anchor, days_of), anchor, is_last=found["which"] in {"last", "past"})
    return of_year(year_of(found, anchor), anchor, tense, days_of)


def _read_months(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:
    """Return "March to May", "between October 2022 and January 2023", "late April or early May"."""
    groups = found.groupdict()
    month, last_month = MONTHS[found["first"]], MONTHS[found["last"]]

    def days_of(year: int) -> Run | None:
        over_new_year = last_month < month
        began = int(groups.get("first_year") or (year - 1 if over_new_year and found["year"] else year))
        ended = year if found["year"] else began + over_new_year
        first, last = _part_of(began, month, found["part"]), _part_of(ended, last_month, found["part_2"])
        return run_of(first[0], last[1]) if first and last else None

    return of_year(found["year"] or groups.get("first_year"), anchor, tense, days_of)


def _read_part_from_here(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:  # noqa: ARG001  (a reader has three)
    """Return "early this month", "end of last month", "next month"."""
    run = _part_of(*month_from(anchor, _SHIFTS.get(found["which"] or "this", 1)), found["part"])
    return [cut(run, anchor, found["part"])] if run else []


def _read_year(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:  # noqa: ARG001  (as above)
    year = int(found["year"] or anchor.year + _SHIFTS.get(found["which"], 1))
    first, last = _PARTS_OF_YEAR.get(found.groupdict().get("part") or "", (1, 12))
    begin, end = day_of(year, first, 1), day_of(year, last, 28)
    run = run_of(begin, day_of(year, last, days_in_month(year, last))) if begin and end else None
    return [cut(run, anchor, found["side"])] if run else []


def _read_years(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:  # noqa: ARG001  (as above)
    run = run_of(day_of(int(found["year"]), 1, 1), day_of(int(found["last_year"]), 12, 31))
    return [run] if run else []


def _two(runs: Sequence[Run], anchor: date, *, is_last: bool) -> list[Run]:
    """Return the two that "last April" or "next April" may mean."""
    return [run for run in runs if run[1] < anchor][-2:] if is_last else [run for run in runs if run[0] > anchor][:2]


def _part_of(year: int, month: int, part: str | None) -> Run | None:
    """Return the days of a part of a month, of the whole month if none is named."""
    low, high = PARTS.get((part or "").strip(" -"), (1, 31))
    last = next((day for number in (high, 30, 29, 28) if (day := day_of(year, month, min(number, high)))), None)
    return run_of(day_of(year, month, low), last)


RULES = (
    Rule(
        rf"(?:(?P<part>{PART}|later|earlier)[- ](?:of |in )?(?:the month of )?)?"
        rf"(?:(?P<which>this|last|past|next|coming) )?(?P<month>{MONTH})"
        rf"(?:(?: of)? (?:(?P<year>{YEAR})|(?P<which_year>this|last|next) year))?",
        _read_month,
        Extent.WINDOW,
        Counting.YEAR,
    ),
    Rule(
        rf"(?:(?P<part>{PART})[- ](?:of )?)?(?P<first>{MONTH})(?: (?P<first_year>{YEAR}))?(?:{TO}| or )"
        rf"(?:(?P<part_2>{PART})[- ](?:of )?)?(?P<last>{MONTH})(?: (?P<year>{YEAR}))?",
        _read_months,
        Extent.WINDOW,
        Counting.YEAR,
    ),
    Rule(
        rf"(?:(?P<part>{PART}|later|earlier|rest of|remainder of)[- ](?:of )?(?:the )?)?"
        rf"(?P<which>{_WHICH_MONTH}) month",
        _read_part_from_here,
        Extent.WINDOW,
    ),
    Rule(rf"(?P<part>{PART}) (?:of )?the (?P<which>current )?month", _read_part_from_here, Extent.WINDOW),
    Rule(
        rf"(?:(?P<side>later|earlier) (?:in )?)?{_YEAR_PART}(?:(?P<which>{_WHICH_MONTH}) year|(?P<year>{YEAR}))",
        _read_year,
        Extent.WINDOW,
    ),
    Rule(rf"(?P<year>{YEAR}){TO}(?P<last_year>{YEAR})", _read_years, Extent.WINDOW),
)
"""What is known of months and years."""
