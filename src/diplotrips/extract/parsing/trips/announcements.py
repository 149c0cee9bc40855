"""Days that are none of a journey: when something was said about it, and seasons of history."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.lexicons.words import lexicon
from diplotrips.extract.parsing.mentions import TimeKind
from diplotrips.extract.parsing.trips.calendar import length_days
from diplotrips.extract.parsing.trips.chunks import Kind

if TYPE_CHECKING:
    from diplotrips.extract.parsing.mentions import TimeMention
    from diplotrips.extract.parsing.trips.chunks import Row

BESIDE = frozenset({"on", "late", "early", "earlier", "in", "reporters", "journalists", "a", "statement"})
"""Words between a verb of saying and its day."""
REACH = 4
"""Chunks from a verb of saying to its day at most."""
LONGEST_WINDOW = 62
"""Days of a window at most that can say when a journey is."""


@cache
def announcing() -> frozenset[str]:
    """Return the words beside which a day is that of an announcement."""
    return frozenset(row["word"] for row in lexicon("announcing"))


def is_of_report(row: Row, at: int) -> bool:
    """Tell whether the day at chunk *at* is the day on which something was said about the journey."""
    before = [row.word(step) for step in range(at - 1, max(-1, at - 1 - REACH), -1) if row.kind(step) is not Kind.PERSON]
    near = next((word for word in before if word not in BESIDE), "")
    return near in announcing() or row.word(at + 1) in announcing()


def is_vague(row: Row, at: int, time: TimeMention) -> bool:
    """Tell whether the window at chunk *at* is a season of history rather than the time of a journey."""
    if time.kind is not TimeKind.WINDOW or time.date is None:
        return False
    return length_days(time.date) > LONGEST_WINDOW or row.word(at - 1) in {"by", "since", "until", "of", "for", "than"}
