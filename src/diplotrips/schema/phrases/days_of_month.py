"""Rules for phrases that name a day of a month, or several such days, with a year or without.

Without a year the one that fits the tense is meant, with a week of slack; without a tense the nearest on either side of the anchor.
Months, parts of them and years are in `months`.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from diplotrips.schema.phrases.kinds import Counting, Extent
from diplotrips.schema.phrases.months import day_of, month_from, of_year, run_of, year_of
from diplotrips.schema.phrases.rules import Rule, by_tense
from diplotrips.schema.phrases.words import DAY, MONTH, MONTHS, TO, WEEKDAY, WEEKDAYS, YEAR, number_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from diplotrips.schema.phrases.rules import Run
    from diplotrips.schema.phrases.tense import Tense

_YEAR = rf"(?: (?:of )?(?:(?P<year>{YEAR})|(?P<which_year>this|last|next) year))?"

DAY_WITH_WEEKDAY = (
    rf"(?:(?:(?:this|next|last|coming) )?{WEEKDAY} )?(?:the )?"
    rf"(?:(?P<month>{MONTH})[ -](?:the )?(?P<day>{DAY})|(?P<day_before>{DAY})(?: of)?[ -](?P<month_after>{MONTH}))"
    rf"(?:[ -](?P<year>{YEAR})|(?: of)? (?P<which_year>this|last|next) year)?(?: {WEEKDAY})?"
)
"""One day of a month, with its weekday before or after it or without."""

_W = f"(?:{WEEKDAY} )?(?:the )?"
_DAYS = rf"{_W}(?P<month>{MONTH}) (?P<first>{DAY}){TO}{_W}(?P<last>{DAY}){_YEAR}"
_DAYS_BEFORE_MONTH = rf"{_W}(?P<first>{DAY}){TO}{_W}(?P<last>{DAY})(?: of)? (?P<month>{MONTH}){_YEAR}"
_TWO_MONTHS = rf"{_W}(?P<month>{MONTH}) (?P<first>{DAY})(?: (?P<first_year>{YEAR}))?{TO}{_W}(?P<month_2>{MONTH}) (?P<last>{DAY}){_YEAR}"
_BEGINNING = rf"{_W}(?P<first>{DAY})(?: of)? (?P<month>{MONTH})(?: (?P<first_year>{YEAR}))?"
_TWO_MONTHS_AFTER = rf"{_BEGINNING}{TO}{_W}(?P<last>{DAY})(?: of)? (?P<month_2>{MONTH}){_YEAR}"
_ONLY = f"(?:(?P<weekday>{WEEKDAY}) )?(?:the )?"
_OF_MONTH = "(?: (?:of )?(?:the )?(?P<which>this|current|same|last|previous|next|coming|following)? ?month)?"
_ORDINAL = "[0-3]?[0-9](?:st|nd|rd|th)"


def _read_day(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:
    month = MONTHS[found["month"] or found["month_after"]]
    day = number_of(found["day"] or found["day_before"])
    return of_year(year_of(found, anchor), anchor, tense, lambda year: run_of(day_of(year, month, day), day_of(year, month, day)))


def _read_days(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:
    groups = found.groupdict()
    month = MONTHS[found["month"]]
    last_month = MONTHS[groups.get("month_2") or found["month"]]
    first, last = number_of(found["first"]), number_of(found["last"])
    year_written = year_of(found, anchor)

    def days_of(year: int) -> Run | None:
        # A year that is written is that of the last day, unless the first day has its own.
        over_new_year = last_month < month
        began = int(groups.get("first_year") or (year - 1 if over_new_year and year_written else year))
        ended = year if year_written else began + over_new_year
        return run_of(day_of(began, month, first), day_of(ended, last_month, last))

    return of_year(year_written or groups.get("first_year"), anchor, tense, days_of)


def _read_week_of(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:
    """Return "the week of April 17": the seven days from it, or the week in which it is."""
    runs = _read_day(found, anchor, tense)
    begin = found["begins"] is not None
    before, after = timedelta(days=0 if begin else 6), timedelta(days=6)
    return [(first - before, last + after) for first, last in runs if first - date.min > before and date.max - last > after]


def _read_day_only(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:
    """Return the 19th of this month, or of the one before or after."""
    return _in_months(found, anchor, tense, number_of(found["day"]), number_of(found["day"]))


def _read_weekday_and_number(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:  # noqa: ARG001  (as others)
    """Return "Saturday 18", in the nearest month in which the 18th is a Saturday."""
    day, weekday = number_of(found["day"]), WEEKDAYS[found["weekday"]]
    days = [known for shift in (-2, -1, 0, 1, 2) if (known := day_of(*month_from(anchor, shift), day)) and known.weekday() == weekday]
    nearest = min(days, key=lambda known: abs(known - anchor), default=None)
    return [(nearest, nearest)] if nearest else []


def _read_days_only(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:
    """Return the 19th to the 21st of this month, or of the one before or after."""
    return _in_months(found, anchor, tense, number_of(found["first"]), number_of(found["last"]))


def _in_months(found: re.Match[str], anchor: date, tense: Tense | None, first: int, last: int) -> Iterable[Run]:
    shifts = {"this": (0,), "current": (0,), "last": (-1,), "previous": (-1,), "next": (1,), "coming": (1,), "following": (1,)}
    months = [month_from(anchor, shift) for shift in shifts.get(found["which"] or "", (-2, -1, 0, 1, 2))]
    runs = [run for year, month in months if (run := run_of(day_of(year, month, first), day_of(year, month, last)))]
    weekday = WEEKDAYS.get(found.groupdict().get("weekday") or "")
    fitting = [run for run in runs if run[0].weekday() == weekday] or runs
    return by_tense(fitting, anchor, None if found["which"] in shifts else tense)


RULES = (
    Rule(DAY_WITH_WEEKDAY, _read_day, counting=Counting.YEAR),
    Rule(_DAYS, _read_days, Extent.RANGE, Counting.YEAR),
    Rule(_DAYS_BEFORE_MONTH, _read_days, Extent.RANGE, Counting.YEAR),
    Rule(_TWO_MONTHS, _read_days, Extent.RANGE, Counting.YEAR),
    Rule(_TWO_MONTHS_AFTER, _read_days, Extent.RANGE, Counting.YEAR),
    Rule(rf"(?P<month>{MONTH}) (?P<first>{DAY})(?: {DAY}){{1,6}} and (?P<last>{DAY}){_YEAR}", _read_days, Extent.RANGE, Counting.YEAR),
    Rule(
        rf"(?P<first>{DAY})(?: {DAY}){{1,6}} and (?P<last>{DAY})(?: of)? (?P<month>{MONTH}){_YEAR}",
        _read_days,
        Extent.RANGE,
        Counting.YEAR,
    ),
    Rule(rf"(?P<month>{MONTH}) (?P<first>{DAY}) or (?P<last>{DAY}){_YEAR}", _read_days, counting=Counting.YEAR),
    Rule(rf"(?:the )?(?P<first>{DAY}) or (?P<last>{DAY})(?: of)? (?P<month>{MONTH}){_YEAR}", _read_days, counting=Counting.YEAR),
    Rule(
        rf"week (?:of|from|(?P<begins>beginning|starting|commencing)(?: on)?) {DAY_WITH_WEEKDAY}",
        _read_week_of,
        Extent.WINDOW,
        Counting.YEAR,
    ),
    Rule(rf"{_ONLY}(?P<day>{_ORDINAL}){_OF_MONTH}", _read_day_only, counting=Counting.MONTH),
    Rule(rf"(?P<weekday>{WEEKDAY}) (?P<day>[0-3]?[0-9])", _read_weekday_and_number, counting=Counting.MONTH),
    Rule(rf"(?:the )?(?P<first>{_ORDINAL}){TO}(?:the )?(?P<last>{_ORDINAL}){_OF_MONTH}", _read_days_only, Extent.RANGE, Counting.MONTH),
)
"""What is known of days of months."""
