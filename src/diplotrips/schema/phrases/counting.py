"""Rules for phrases that count from the anchor: yesterday, ten days ago, the following day, in the coming days.

Days are counted exactly unless "about" stands before them; weeks are half a week off at most, months half a month, years half a year.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.schema.phrases.kinds import Counting, Extent
from diplotrips.schema.phrases.rules import Rule, around
from diplotrips.schema.phrases.words import NUMBER, ORDINAL, number_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable
    from datetime import date

    from diplotrips.schema.phrases.rules import Run
    from diplotrips.schema.phrases.tense import Tense

_NOW = {
    "today": 0,
    "tonight": 0,
    "now": 0,
    "this": 0,
    "later today": 0,
    "earlier today": 0,
    "yesterday": -1,
    "last": -1,
    "eve": -1,
    "tomorrow": 1,
    "day before yesterday": -2,
    "day after tomorrow": 2,
}
"""Days from the day of writing; "this" and "last" are what is left of this morning and last night."""

_THEN = {
    "same day": 0,
    "same": 0,
    "that day": 0,
    "that same day": 0,
    "that": 0,
    "later in the day": 0,
    "later that day": 0,
    "earlier in the day": 0,
    "earlier that day": 0,
    "day before": -1,
    "previous day": -1,
    "previous": -1,
    "day earlier": -1,
    "next day": 1,
    "next": 1,
    "following day": 1,
    "following": 1,
    "day after": 1,
    "day later": 1,
}
"""Days from a day that was named before; "the next" is what is left of the next morning."""

_NAMED = _NOW | _THEN

_DAYS_IN = {"day": 1, "week": 7, "month": 30, "year": 365}
_MARGIN_DAYS = {"day": 0, "week": 3, "month": 15, "year": 183}
_FEW = {"day": 10, "week": 35, "month": 190, "year": 1500}
"""Most days that "the coming days", weeks, months or years may reach."""


def _read_named(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:  # noqa: ARG001  (a reader has three)
    return [around(anchor, _NAMED[found["name"]], _NAMED[found["name"]])]


def _read_distance(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:  # noqa: ARG001  (as above)
    """Return "ten days ago", "two weeks later", "in three days"."""
    unit = found["unit"]
    number = number_of(found["number"])
    margin = _MARGIN_DAYS[unit] + (max(1, number // 5) * _DAYS_IN[unit] if found["about"] else 0)
    distance = number * _DAYS_IN[unit] * (-1 if found.groupdict().get("back") else 1)
    return [around(anchor, distance - margin, distance + margin)]


def _read_few(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:  # noqa: ARG001  (as above)
    """Return "a few days ago", "several weeks later": from two to as many as one would still call few."""
    unit = found["unit"]
    near, far = 2 * _DAYS_IN[unit] - _MARGIN_DAYS[unit], _FEW[unit]
    return [around(anchor, -far, -near) if found.groupdict().get("back") else around(anchor, near, far)]


def _read_reach(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:  # noqa: ARG001  (as above)
    """Return "in the coming days", "over the next seven days", "in the past two weeks", "in recent days"."""
    unit, number = found["unit"], found.groupdict().get("number")
    reach = number_of(number) * _DAYS_IN[unit] if number else _FEW[unit]
    return [around(anchor, -reach, 0) if found["which"] in {"past", "last", "recent", "previous"} else around(anchor, 0, reach)]


def _read_nth(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:  # noqa: ARG001  (as above)
    """Return "the second day", of what began on the anchor."""
    return [around(anchor, number_of(found["nth"]) - 1, number_of(found["nth"]) - 1)]


def _one_of(names: dict[str, int]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


_ABOUT = "(?P<about>(?:about|around|some|roughly|nearly|almost|more than|less than|over|just over) )?"
_JUST = "(?:just |only |exactly )?"
_WHICH = "next|coming|following|past|last|recent|previous|within"
_UNIT = "(?P<unit>day|week|month|year)s?"
_FEW_OF = "(?:a few|few|several|some) (?P<unit>day|week|month)s"

RULES = (
    Rule(rf"(?P<name>{_one_of(_NOW)})", _read_named),
    Rule(rf"(?P<name>{_one_of(_THEN)})", _read_named, counting=Counting.NARRATION),
    Rule(rf"{_JUST}{_ABOUT}(?P<number>{NUMBER}) {_UNIT} (?P<back>ago)", _read_distance),
    Rule(rf"{_JUST}{_ABOUT}(?P<number>{NUMBER}) {_UNIT} (?P<back>earlier|before|previously)", _read_distance, counting=Counting.NARRATION),
    Rule(rf"{_JUST}{_ABOUT}(?P<number>{NUMBER}) {_UNIT} (?:hence|from now|from today)", _read_distance),
    Rule(rf"{_JUST}{_ABOUT}(?P<number>{NUMBER}) {_UNIT} (?:later|after|afterwards)", _read_distance, counting=Counting.NARRATION),
    Rule(rf"in {_ABOUT}(?P<number>{NUMBER}) {_UNIT}(?:'? time)?", _read_distance),
    Rule(rf"{_JUST}{_FEW_OF} (?P<back>ago)", _read_few, Extent.WINDOW),
    Rule(rf"{_JUST}{_FEW_OF} (?P<back>earlier|before)", _read_few, Extent.WINDOW, Counting.NARRATION),
    Rule(rf"{_JUST}{_FEW_OF} (?:later|afterwards)", _read_few, Extent.WINDOW, Counting.NARRATION),
    Rule(rf"(?P<which>{_WHICH}) (?P<number>{NUMBER}) {_UNIT}", _read_reach, Extent.WINDOW),
    Rule(rf"(?P<which>{_WHICH}) (?:few |several |couple of )?(?P<unit>day|week|month|year)s", _read_reach, Extent.WINDOW),
    Rule(rf"(?P<nth>{ORDINAL}) day", _read_nth, counting=Counting.NARRATION),
)
"""What is known of counting."""
