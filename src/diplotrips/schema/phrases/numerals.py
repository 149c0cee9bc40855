"""Rules for dates in numerals. Which of two small numbers is the month nobody can tell: such a date is known only if one exceeds twelve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.schema.phrases.kinds import Counting
from diplotrips.schema.phrases.months import day_of
from diplotrips.schema.phrases.rules import Rule

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable
    from datetime import date

    from diplotrips.schema.phrases.rules import Run
    from diplotrips.schema.phrases.tense import Tense

_LAST_MONTH = 12


def _read_iso(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:  # noqa: ARG001  (a reader has three)
    return _run(found["year"], found["month"], found["day"])


def _read_slashes(found: re.Match[str], anchor: date, tense: Tense | None) -> Iterable[Run]:  # noqa: ARG001  (as above)
    """Return "25/04/2023" and "4/25/2023"; of two equal numbers the order does not matter."""
    first, second = found["first"], found["second"]
    if int(first) > _LAST_MONTH or int(first) == int(second):
        return _run(found["year"], second, first)
    return _run(found["year"], first, second) if int(second) > _LAST_MONTH else []


def _run(year: str, month: str, day: str) -> list[Run]:
    found = day_of(int(year), int(month), int(day)) if 1 <= int(month) <= _LAST_MONTH else None
    return [(found, found)] if found else []


RULES = (
    Rule("(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})", _read_iso, counting=Counting.NOTHING),
    Rule("(?P<first>[0-9]{1,2})/(?P<second>[0-9]{1,2})/(?P<year>[0-9]{4})", _read_slashes, counting=Counting.NOTHING),
    Rule("(?P<year>[0-9]{4})/(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})", _read_iso, counting=Counting.NOTHING),
)
"""What is known of numerals."""
