"""Days as people write them in tables, `March 15–17, 2021`, `c. 2021`, `15/03/2021`, as EDTF.

A cell stands alone: no anchor, no sentence around it. So only what has its year is known, and what may be one of two days is refused
unless somebody says which number is the day. What the words mean is told by the grammar in `relative`.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from diplotrips.schema.dates.days import days_in_month
from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval
from diplotrips.schema.dates.reasons import EdtfError
from diplotrips.schema.phrases.kinds import Counting, Extent
from diplotrips.schema.phrases.relative import has_lead, runs_of, sort_of, weekday_named

if TYPE_CHECKING:
    from diplotrips.schema.phrases.rules import Run


class Order(StrEnum):
    """Which of two numbers before a year is the day."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


class WrittenDateError(ValueError):
    """A text of which it cannot be told which days it means; `text` and `reason` say which and why."""

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(text, reason)
        self.text = text
        self.reason = reason

    def __str__(self) -> str:
        return self.reason


class Written(NamedTuple):
    """What a text says of days."""

    edtf: str
    """From a first to a last day, both ends named; or with `is_window` from when to when those days lie."""
    is_window: bool = False


_ANY_ANCHOR: Final = date(2000, 1, 1)
"""A phrase that has its year counts from nothing, so that any anchor will do."""

_LAST_MONTH: Final = 12

_ABOUT: Final = re.compile(r"^(?:c\.|ca\.?|circa|about|around|approx(?:\.|imately)?|~)\s*(?=\S)", re.IGNORECASE)
_C: Final = re.compile(r"^c\s+(?=[0-9])", re.IGNORECASE)
_DOUBTFUL: Final = re.compile(r"\s*(?:\(\?\)|\[\?\]|\?)$")
_CLOCK: Final = r"(?<=[0-9])[T ][0-2][0-9]:[0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?"
_TIME: Final = re.compile(rf"(?:[T ]00:00(?::00(?:\.0+)?)?Z|{_CLOCK})$")
_ZONED: Final = re.compile(rf"{_CLOCK}(?:Z|[+-][0-9]{{2}}:?[0-9]{{2}})$")
_DASH: Final = re.compile(r"\s*[\u2010-\u2015\u2212]\s*")
_TO: Final = re.compile(r"\s+(?:-|to|until|till|through)\s+", re.IGNORECASE)
_NUMERALS: Final = re.compile(r"(?P<first>[0-9]{1,2})(?P<sign>[./-])(?P<second>[0-9]{1,2})(?P=sign)(?P<year>[0-9]{4})")
_DAYS_OF_NUMERALS: Final = re.compile(r"(?P<first>[0-9]{1,2})\.?\s?-\s?(?P<last>[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4})")
_ODD_YEARS: Final = {
    re.compile(r"[0-9]{5,}[./-][0-9]{1,2}[./-][0-9]{1,2}"): "has a year of more than four digits",
    re.compile(r"[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2}"): "has a year of two digits; write it with four",
}
_FROM_TO: Final = re.compile(r"\b(?P<first>[0-9]{1,2})(?P<between>(?:st|nd|rd|th|\.)?\s?-\s?)(?P<last>[0-9]{1,2})\b")
_SOMETHING_ELSE: Final = re.compile(r"\b(?:that|morning|afternoon|evening|night|local|time)\b", re.IGNORECASE)
_TWO_DAYS: Final = re.compile(r"\band\b|&", re.IGNORECASE)


def read_written(text: str, order: Order | None = None) -> Written:
    """Return what *text* says of days.

    Args:
        text: What stands in a cell: EDTF, a date in words or numerals, from one to another, a month, a year, a part of a month.
        order: Which number of `3/4/2021` is the day; None: that is refused.

    Raises:
        WrittenDateError: it is none of these, or may be one of several.
    """
    plain = _TIME.sub("", " ".join(text.split()))
    if _ZONED.search(plain):
        raise WrittenDateError(text, f"{text} is a time of a time zone, and may be another day where it was; write the day")
    known = _edtf(plain)
    if known:
        return Written(known)
    bare, qualifier = _without_doubt(plain)
    found = _without_qualifier(bare, order, text)
    if not qualifier:
        return found
    if found.is_window:
        raise WrittenDateError(text, f"{text} is doubtful and inexact at once; write it as EDTF, such as 2021-03-01/2021-03-12")
    ends = [f"{end}{qualifier}" if end and end != ".." else end for end in found.edtf.split("/")]
    return Written(_checked("/".join(ends), text))


def read_written_day(text: str, order: Order | None = None) -> str:
    """Return the one day that *text* names as EDTF, known as exactly as it says; a stretch is a window in which the day lies.

    Raises:
        WrittenDateError: as `read_written`.
    """
    plain = " ".join(text.split())
    try:
        return str(EdtfDate.parse(plain))
    except EdtfError:
        pass
    found = read_written(plain, order).edtf
    try:
        return str(EdtfDate.parse(found))
    except EdtfError as error:
        raise WrittenDateError(text, str(error)) from error


def _edtf(text: str) -> str:
    """Return *text* if it is EDTF already, else nothing."""
    try:
        return str(EdtfInterval.parse(text))
    except EdtfError:
        return ""


def _checked(edtf: str, text: str) -> str:
    """Return *edtf* in its canonical form; refuse a stretch that ends before it starts."""
    try:
        interval = EdtfInterval.parse(edtf)
    except EdtfError as error:
        raise WrittenDateError(text, str(error)) from error
    if interval.is_reversed:
        raise WrittenDateError(text, f"{text} ends before it starts")
    return str(interval)


def _without_doubt(text: str) -> tuple[str, str]:
    """Return *text* without the marks of doubt around it, and the qualifier that they make."""
    doubtful = _DOUBTFUL.search(text)
    bare = text[: doubtful.start()] if doubtful else text
    about = _ABOUT.match(bare) or _C.match(bare)
    bare = bare[about.end() :] if about else bare
    return bare, {(True, True): "%", (True, False): "~", (False, True): "?"}.get((bool(about), bool(doubtful)), "")


def _without_qualifier(text: str, order: Order | None, told: str) -> Written:
    """Return what *text* says, which has no mark of doubt."""
    plain = _DASH.sub(" - ", text)
    if known := _edtf(plain):
        return Written(known)
    if days := _DAYS_OF_NUMERALS.fullmatch(plain):
        last = _day_in_numerals(days["last"], order, told)
        return Written(_checked(f"{last[:8]}{int(days['first']):02}/{last}", told))
    ends = _TO.split(plain)
    if len(ends) == 2 and all(map(_is_in_numerals, ends)):  # noqa: PLR2004  (from, to)
        return Written(_checked("/".join(_day_in_numerals(end, order, told) for end in ends), told))
    if _is_in_numerals(plain):
        return Written(_checked(_day_in_numerals(plain, order, told), told))
    return _in_words(plain, told)


def _is_in_numerals(text: str) -> bool:
    return bool(_NUMERALS.fullmatch(text)) or bool(re.fullmatch(r"[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}", text))


def _day_in_numerals(text: str, order: Order | None, told: str) -> str:
    """Return a day in numerals in EDTF; with points the first number is the day wherever dates are written so."""
    found = _NUMERALS.fullmatch(text)
    if not found:
        year, month, day = map(int, re.split("[-/]", text))
        return f"{year:04}-{month:02}-{day:02}"
    first, second = int(found["first"]), int(found["second"])
    order = Order.DAY_FIRST if found["sign"] == "." else order
    if first > _LAST_MONTH or second > _LAST_MONTH:
        is_day_first = first > _LAST_MONTH
        if order and is_day_first != (order is Order.DAY_FIRST):
            raise WrittenDateError(told, f"{told} is no day if dates are written {order}")
    elif first != second and order is None:
        either = [f"{found['year']}-{month:02}-{day:02}" for day, month in ((first, second), (second, first))]
        raise WrittenDateError(told, f"{told} may be {either[0]} or {either[1]}: say whether dates are day-first or month-first")
    else:
        is_day_first = order is not Order.MONTH_FIRST
    day, month = (first, second) if is_day_first else (second, first)
    return f"{found['year']}-{month:02}-{day:02}"


def _in_words(text: str, told: str) -> Written:
    """Return what the grammar of phrases knows of *text*, if it has its year and nothing around it."""
    for reason in (reason for pattern, reason in _ODD_YEARS.items() if pattern.search(text)):
        raise WrittenDateError(told, f"{told} {reason}")
    sort = None if _SOMETHING_ELSE.search(text) or has_lead(text) else sort_of(text)
    if sort is None:
        raise WrittenDateError(told, f"{told} is no date that is known; write it as EDTF, such as 2021-03-15/2021-03-17 or 2021-03")
    if sort.counting is not Counting.NOTHING:
        raise WrittenDateError(told, f"{told} has no year")
    runs = runs_of(text, _ANY_ANCHOR)
    if not runs:
        is_reversed = bool(runs_of(_FROM_TO.sub(r"\g<last>\g<between>\g<first>", text), _ANY_ANCHOR))
        raise WrittenDateError(told, f"{told} {'ends before it starts' if is_reversed else 'names a day that the calendar does not have'}")
    (first, last), *others = runs
    if others or (sort.extent is Extent.DAY and first != last):
        raise WrittenDateError(told, f"{told} may be one of several days; write them as EDTF, such as [2021-03-15,2021-03-17]")
    weekday = weekday_named(text)
    if weekday is not None and weekday not in {first.weekday(), last.weekday()}:
        raise WrittenDateError(told, f"{told} names another weekday than that of {first}, which is a {first:%A}")
    if sort.extent is Extent.RANGE and _TWO_DAYS.search(text) and (last - first).days > 1:
        raise WrittenDateError(told, f"{told} may be two days or all days between them; write it as EDTF")
    return _run(first, last, is_window=sort.extent is Extent.WINDOW)


def _run(first: date, last: date, *, is_window: bool) -> Written:
    """Return a stretch of days: a day, from-to, a whole month or year; whatever else lies in a window is one."""
    if not is_window:
        return Written(str(first) if first == last else f"{first}/{last}")
    if (first.year, first.month) == (last.year, last.month) and _is_whole((first, last)):
        return Written(f"{first:%Y-%m}")
    if first.year == last.year and (first.month, last.month) == (1, _LAST_MONTH) and _is_whole((first, last)):
        return Written(f"{first:%Y}")
    return Written(f"{first}/{last}", is_window=True)


def _is_whole(run: Run) -> bool:
    """Tell whether a stretch begins with a month and ends with one."""
    first, last = run
    return first.day == 1 and last.day == days_in_month(last.year, last.month)
