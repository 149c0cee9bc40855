"""Rules for phrases that count from the anchor: yesterday, ten days ago, the following day, in the coming days.

Days are counted exactly unless "about" stands before them; weeks are half a week off at most, months half a month, years half a year.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.schema.phrases.rules import Rule, around
from diplotrips.schema.phrases.words import NUMBER, number_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable
    from datetime import date

    from diplotrips.schema.phrases.rules import Run
    from diplotrips.schema.phrases.tense import Tense

_NAMED = {
    "today": 0,
    "tonight": 0,
    "now": 0,
    "this": 0,
    "same day": 0,
    "yesterday": -1,
    "last": -1,
    "day before": -1,
    "previous day": -1,
    "day earlier": -1,
    "eve": -1,
    "tomorrow": 1,
    "next day": 1,
    "following day": 1,
    "day after": 1,
    "day later": 1,
    "day before yesterday": -2,
    "day after tomorrow": 2,
}
"""Days from the anchor; "this" and "last" are what is left of this morning and last night."""

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


def _read_reach(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:  # noqa: ARG001  (as above)
    """Return "in the coming days", "over the next seven days", "in the past two weeks", "in recent days"."""
    unit, number = found["unit"], found.groupdict().get("number")
    reach = number_of(number) * _DAYS_IN[unit] if number else _FEW[unit]
    return [around(anchor, -reach, 0) if found["which"] in {"past", "last", "recent"} else around(anchor, 0, reach)]


_ABOUT = "(?P<about>(?:about|around|some|roughly|nearly|almost|more than|less than) )?"
_WHICH = "next|coming|following|past|last|recent|within"
_UNIT = "(?P<unit>day|week|month|year)s?"

RULES = (
    Rule(rf"(?P<name>{'|'.join(_NAMED)})", _read_named),
    Rule(rf"{_ABOUT}(?P<number>{NUMBER}) {_UNIT} (?P<back>ago|earlier|before|previously)", _read_distance),
    Rule(rf"{_ABOUT}(?P<number>{NUMBER}) {_UNIT} (?:later|after|hence|afterwards|from now)", _read_distance),
    Rule(rf"in {_ABOUT}(?P<number>{NUMBER}) {_UNIT}", _read_distance),
    Rule(rf"(?P<which>{_WHICH}) (?P<number>{NUMBER}) {_UNIT}", _read_reach),
    Rule(rf"(?P<which>{_WHICH}) (?:few |several )?(?P<unit>day|week|month|year)s", _read_reach),
)
"""What is known of counting."""
