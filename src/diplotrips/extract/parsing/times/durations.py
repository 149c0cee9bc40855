"""Lengths of time in a text: `four-day`, `a week`, `three nights`, `week-long`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.mentions import TimeKind, TimeMention
from diplotrips.schema.fields import Span
from diplotrips.schema.phrases.words import NUMBERS, number_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNIT = re.compile(
    r"\b(?:(?P<unit>days?|nights?|weeks?|months?|hours?|fortnight)\b(?P<long>[- ]?long\b)?|(?P<glued>day|week|weekend|month)long\b)",
    re.IGNORECASE,
)
_NUMBER = "|".join(sorted((re.escape(name) for name in NUMBERS), key=len, reverse=True))
_BEFORE = re.compile(
    rf"(?:\b(?P<about>about|around|some|roughly|nearly|almost|over|more than|less than|just over|just under|up to|at least) )?"
    rf"(?:(?<![\d.,$])\b(?:(?P<least>{_NUMBER}|\d{{1,2}})(?: to | or |-))?(?P<number>\d{{1,2}}|{_NUMBER})"
    r"|\b(?P<some>several|few|entire|whole|full))"
    r"[- ](?:full |whole |entire |busy |straight |consecutive |calendar |working )?$",
    re.IGNORECASE,
)
_LEAD = 44
_DAYS_IN = {"day": (1, 1), "night": (1, 1), "week": (7, 7), "month": (28, 31), "fortnight": (14, 14), "weekend": (2, 2)}
_ARTICLES = frozenset({"a", "an"})
_TAKES = re.compile(
    r"(?:\b(?:for|of|spends?|spent|spending|within|almost|nearly|about|over|lasts?|lasted|lasting|takes?|took|began|begins|another|in|whole|full)"
    r"(?: for| of| him| her)? )$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:-| (?:in|at|of|to|through|across|trip|tour|visit|stay|journey|on the road|abroad)\b)", re.IGNORECASE)
_MOST_DAYS = 62
_NO_LENGTH = re.compile(r" (?:ago|earlier|later|before|after|hence|in a row|old|out of|of (?:war|talks|fighting|protests?|negotiations))\b")
_HOURS_A_DAY = 24
_LEAST_HOURS = 24
_SEVERAL = (2, 7)


def durations(view: str, start: int, end: int, taken: list[tuple[int, int]]) -> Iterator[TimeMention]:
    """Give the lengths of time between two offsets of *view*, in order.

    Args:
        view: The folded text.
        start: First offset.
        end: Last offset.
        taken: Offsets of the phrases for days, in order, in which no length is looked for.
    """
    at = 0
    for found in _UNIT.finditer(view, start, end):
        while at < len(taken) and taken[at][1] <= found.start():
            at += 1
        if at < len(taken) and taken[at][0] < found.end():
            continue
        mention = _read(view, start, found)
        if mention:
            yield mention


def _read(view: str, start: int, found: re.Match[str]) -> TimeMention | None:
    unit = (found["unit"] or found["glued"]).lower().removesuffix("s")
    before = _BEFORE.search(view[max(start, found.start() - _LEAD) : found.start()])
    is_long = bool(found["long"] or found["glued"])
    if is_long and before and (before["number"] or "").lower() in _ARTICLES:
        before = None
    begin = found.start() - len(before[0]) if before else found.start()
    days = _days(unit, before) if before else _days_of_one(unit) if is_long else None
    if not days or days[0] > _MOST_DAYS or _NO_LENGTH.match(view, found.end()):
        return None
    if before and not is_long and (before["number"] or "").lower() in _ARTICLES and not before["about"]:
        if not (_TAKES.search(view[max(start, begin - _LEAD) : begin]) or _GOES_ON.match(view, found.end())):
            return None
        if unit == "day" and not view.startswith("-", found.end()) and not view[:begin].endswith("for "):
            return None
    if before and not before["number"] and unit not in {"day", "week"}:
        return None
    return TimeMention(Span(begin, found.end()), TimeKind.DURATION, days=days, nights=unit == "night")


def _days(unit: str, before: re.Match[str]) -> tuple[int, int] | None:
    """Return least and most days, the first and last one counted; weeks in words are taken a day less or more."""
    number = number_of((before["number"] or "").lower()) or (
        1 if before["some"] and before["some"].lower() not in {"several", "few"} else 0
    )
    if before["some"] and not number:
        return tuple(days * _DAYS_IN[unit][0] for days in _SEVERAL) if unit == "day" else None  # type: ignore[return-value]  # two of them
    least = number_of((before["least"] or "").lower()) or number
    if unit == "hour":
        return (number // _HOURS_A_DAY, number // _HOURS_A_DAY + 1) if number >= _LEAST_HOURS else None
    low, high = _DAYS_IN[unit]
    days = (least * low, number * high)
    if unit in {"week", "fortnight"}:
        days = (days[0] - 1, days[1] + 1)
    if unit == "night":
        days = (days[0] + 1, days[1] + 1)
    return _widened(days, (before["about"] or "").lower())


def _days_of_one(unit: str) -> tuple[int, int] | None:
    """Return the days of what is one unit long, such as `week-long`."""
    one = _BEFORE.search("one ")
    return _days(unit, one) if one else None


def _widened(days: tuple[int, int], about: str) -> tuple[int, int]:
    """Return a length with the room that "almost" or "more than" gives it."""
    room = max(1, days[1] // 4)
    if about in {"nearly", "almost", "less than", "just under", "up to"}:
        return max(1, days[0] - room), days[1]
    if about in {"over", "more than", "just over", "at least"}:
        return days[0], days[1] + room
    return (max(1, days[0] - room), days[1] + room) if about else days
