"""Rules for phrases that name a weekday, a week or a weekend.

"last Thursday" and "next Monday" mean one thing to some and another to others: both are possible. A week may begin on Sunday or Monday.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from diplotrips.schema.phrases.kinds import Counting, Extent
from diplotrips.schema.phrases.rules import Rule, by_tense, cut
from diplotrips.schema.phrases.tense import Tense
from diplotrips.schema.phrases.words import TO, WEEKDAY, WEEKDAYS

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable
    from datetime import date

    from diplotrips.schema.phrases.rules import Run

SATURDAY = 5
WEEK = timedelta(days=7)
_WHICH = "last|past|previous|next|coming|following|upcoming|this"
_BACK = frozenset({"last", "past", "previous"})


def _read_weekday(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:
    weekday = WEEKDAYS[found["weekday"]]
    which = found["which"]
    if which in {None, "this", "same"}:
        return by_tense(_on_weekday(anchor, weekday), anchor, tense)
    if which in _BACK:
        meant = {anchor - timedelta(days=(anchor.weekday() - weekday - 1) % 7 + 1), _monday(anchor) - WEEK + timedelta(days=weekday)}
    else:
        meant = {anchor + timedelta(days=(weekday - anchor.weekday() - 1) % 7 + 1), _monday(anchor) + WEEK + timedelta(days=weekday)}
    return [(day, day) for day in sorted(meant)]


def _read_either(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:
    """Return "Friday or Saturday", the one, the other, or between them."""
    first, last = WEEKDAYS[found["first"]], WEEKDAYS[found["last"]]
    length = timedelta(days=(last - first) % 7)
    return by_tense([(day, day + length) for day, _ in _on_weekday(anchor, first)], anchor, tense)


def _read_weekday_of_week(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:  # noqa: ARG001  (a reader has three)
    """Return "Thursday of last week", its week beginning on Monday or on Sunday."""
    weekday, shift = WEEKDAYS[found["weekday"]], _shift(found["which"])
    return sorted({(day + shift, day + shift) for day in _days_in_week(anchor, weekday)})


def _read_weekdays_of_week(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:  # noqa: ARG001  (as above)
    """Return "Monday to Saturday last week"."""
    first, last, shift = WEEKDAYS[found["first"]], WEEKDAYS[found["last"]], _shift(found["which"])
    length = timedelta(days=(last - first) % 7)
    return sorted({(day + shift, day + shift + length) for day in _days_in_week(anchor, first)})


def _read_weekdays(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:
    """Return "from Monday to Wednesday": looking ahead the one that is to come, even if another such stretch is under way."""
    first, last = WEEKDAYS[found["first"]], WEEKDAYS[found["last"]]
    length = timedelta(days=(last - first) % 7)
    runs = [(day, day + length) for day, _ in _on_weekday(anchor, first)]
    ahead = [run for run in runs if run[0] >= anchor][:1] if tense is not Tense.PAST else []
    return [*by_tense(runs, anchor, Tense.PAST), *ahead] if tense is not Tense.FUTURE else ahead


def _read_week_from(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:  # noqa: ARG001  (as above)
    """Return "a week from Monday"."""
    day, _ = by_tense(_on_weekday(anchor, WEEKDAYS[found["weekday"]]), anchor, Tense.FUTURE)[0]
    return [(day + WEEK, day + WEEK)]


def _read_week(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:  # noqa: ARG001  (as above)
    begins = (_monday(anchor), _sunday(anchor))
    shift = _shift(found["which"]) * (2 if found.groupdict().get("after") else 1)
    return [cut((min(begins) + shift, max(begins) + timedelta(days=6) + shift), anchor, found.groupdict().get("side"))]


def _read_weekend(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:
    weekends = [(day, day + timedelta(days=1)) for day, _ in _on_weekday(anchor, SATURDAY)]
    if found["which"] in {None, "this"}:
        return by_tense(weekends, anchor, tense)
    if found["which"] in _BACK:
        return [run for run in weekends if run[1] <= anchor][-2:]
    return [run for run in weekends if run[0] >= anchor][:2]


def _on_weekday(anchor: date, weekday: int) -> list[Run]:
    """Return the days of five weeks around the anchor that fall on *weekday*."""
    first = _monday(anchor) + timedelta(days=weekday)
    return [(day, day) for day in (first - 2 * WEEK, first - WEEK, first, first + WEEK, first + 2 * WEEK)]


def _days_in_week(anchor: date, weekday: int) -> set[date]:
    """Return the days on *weekday* of the week of *anchor*, which begins on Monday or on Sunday."""
    return {_monday(anchor) + timedelta(days=weekday), _sunday(anchor) + timedelta(days=(weekday + 1) % 7)}


def _monday(day: date) -> date:
    """Return the first day of the week of *day*, if weeks begin on Monday."""
    return day - timedelta(days=day.weekday())


def _sunday(day: date) -> date:
    """Return the first day of the week of *day*, if weeks begin on Sunday."""
    return day - timedelta(days=(day.weekday() + 1) % 7)


def _shift(which: str) -> timedelta:
    """Return how far the week meant is from that of the anchor."""
    if which in _BACK:
        return -WEEK
    return timedelta() if which in {"this", "current"} else WEEK


_PART = (
    "later|earlier|late|early|mid|midway through|middle of|beginning of|start of|end of|first half of|second half of|rest of|remainder of"
)

RULES = (
    Rule(rf"(?:early |late )?(?:(?P<which>{_WHICH}|same) )?(?P<weekday>{WEEKDAY})", _read_weekday, counting=Counting.WEEK),
    Rule(rf"(?P<weekday>{WEEKDAY}) (?:of )?(?:the )?(?P<which>{_WHICH}) week", _read_weekday_of_week),
    Rule(rf"(?P<which>{_WHICH}) week (?:on )?(?P<weekday>{WEEKDAY})", _read_weekday_of_week),
    Rule(
        rf"(?P<first>{WEEKDAY}){TO}(?P<last>{WEEKDAY}) (?:of )?(?:the )?(?P<which>{_WHICH}) week",
        _read_weekdays_of_week,
        Extent.RANGE,
    ),
    Rule(
        rf"(?P<which>{_WHICH}) week (?:from |between )?(?P<first>{WEEKDAY}){TO}(?P<last>{WEEKDAY})",
        _read_weekdays_of_week,
        Extent.RANGE,
    ),
    Rule(rf"(?P<first>{WEEKDAY}){TO}(?P<last>{WEEKDAY})", _read_weekdays, Extent.RANGE, Counting.WEEK),
    Rule(rf"(?P<first>{WEEKDAY})(?: {WEEKDAY}){{1,4}} and (?P<last>{WEEKDAY})", _read_weekdays, Extent.RANGE, Counting.WEEK),
    Rule(rf"(?P<first>{WEEKDAY}) or (?P<last>{WEEKDAY})", _read_either, counting=Counting.WEEK),
    Rule(rf"(?:a |one )?week from (?P<weekday>{WEEKDAY})", _read_week_from),
    Rule(rf"(?:(?P<side>{_PART})[- ](?:the )?)?(?P<which>{_WHICH}|current) week", _read_week, Extent.WINDOW),
    Rule(r"week (?P<after>after|before) (?P<which>next|last)", _read_week, Extent.WINDOW),
    Rule(rf"(?:(?P<which>{_WHICH}) )?weekend", _read_weekend, Extent.WINDOW),
)
"""What is known of weekdays, weeks and weekends."""
