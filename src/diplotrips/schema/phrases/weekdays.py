"""Rules for phrases that name a weekday, a week or a weekend.

"last Thursday" and "next Monday" mean one thing to some and another to others: both are possible. A week may begin on Sunday or Monday.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from diplotrips.schema.phrases.rules import Rule, by_tense
from diplotrips.schema.phrases.words import TO, WEEKDAY, WEEKDAYS

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable
    from datetime import date

    from diplotrips.schema.phrases.rules import Run
    from diplotrips.schema.phrases.tense import Tense

SATURDAY = 5
WEEK = timedelta(days=7)
_WHICH = "last|past|previous|next|coming|following|upcoming|this"
_BACK = frozenset({"last", "past", "previous"})


def _read_weekday(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:
    weekday = WEEKDAYS[found["weekday"]]
    if found["which"] in {None, "this"}:
        return by_tense(_on_weekday(anchor, weekday), anchor, tense)
    if found["which"] in _BACK:
        meant = {anchor - timedelta(days=(anchor.weekday() - weekday - 1) % 7 + 1), _monday(anchor) - WEEK + timedelta(days=weekday)}
    else:
        meant = {anchor + timedelta(days=(weekday - anchor.weekday() - 1) % 7 + 1), _monday(anchor) + WEEK + timedelta(days=weekday)}
    return [(day, day) for day in sorted(meant)]


def _read_weekday_of_week(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:  # noqa: ARG001  (a reader has three)
    """Return "Thursday of last week", its week beginning on Monday or on Sunday."""
    weekday = WEEKDAYS[found["weekday"]]
    days = {_monday(anchor) + timedelta(days=weekday), _sunday(anchor) + timedelta(days=(weekday + 1) % 7)}
    return [(day + _shift(found["which"]), day + _shift(found["which"])) for day in sorted(days)]


def _read_weekdays(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:
    """Return "from Monday to Wednesday"."""
    first, last = WEEKDAYS[found["first"]], WEEKDAYS[found["last"]]
    length = timedelta(days=(last - first) % 7)
    return by_tense([(day, day + length) for day, _ in _on_weekday(anchor, first)], anchor, tense)


def _read_week(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:  # noqa: ARG001  (as above)
    begins = (_monday(anchor), _sunday(anchor))
    return [(min(begins) + _shift(found["which"]), max(begins) + timedelta(days=6) + _shift(found["which"]))]


def _read_weekend(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:
    weekends = [(day, day + timedelta(days=1)) for day, _ in _on_weekday(anchor, SATURDAY)]
    if found["which"] in {None, "this"}:
        return by_tense(weekends, anchor, tense)
    if found["which"] in _BACK:
        return [run for run in weekends if run[1] <= anchor][-2:]
    return [run for run in weekends if run[0] >= anchor][:2]


def _on_weekday(anchor: date, weekday: int) -> list[Run]:
    """Return the days of three weeks around the anchor that fall on *weekday*."""
    first = _monday(anchor) + timedelta(days=weekday)
    return [(day, day) for day in (first - 2 * WEEK, first - WEEK, first, first + WEEK, first + 2 * WEEK)]


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


RULES = (
    Rule(rf"(?:early |late )?(?:(?P<which>{_WHICH}) )?(?P<weekday>{WEEKDAY})", _read_weekday),
    Rule(rf"(?P<weekday>{WEEKDAY}) (?:of )?(?:the )?(?P<which>{_WHICH}) week", _read_weekday_of_week),
    Rule(rf"(?P<first>{WEEKDAY}){TO}(?P<last>{WEEKDAY})", _read_weekdays),
    Rule(rf"(?:(?:later|earlier|late|early|mid|end of) )?(?P<which>{_WHICH}|current) week", _read_week),
    Rule(rf"(?:(?P<which>{_WHICH}) )?weekend", _read_weekend),
)
"""What is known of weekdays, weeks and weekends."""
