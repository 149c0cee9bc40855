"""Choosing among the days that a phrase may mean: the verb tells on which side of the day of writing, the distance tells the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.parsing.times.cues import Direction
from diplotrips.schema.phrases.kinds import Counting, Extent
from diplotrips.schema.phrases.relative import runs_of
from diplotrips.schema.phrases.tense import Tense

if TYPE_CHECKING:
    from datetime import date

    from diplotrips.schema.phrases.kinds import Sort
    from diplotrips.schema.phrases.rules import Run

TENSES = {Direction.BACK: Tense.PAST, Direction.AHEAD: Tense.FUTURE}
_DAYS_AROUND = {
    Direction.BACK: (-6, 0),
    Direction.AHEAD: (0, 6),
    Direction.PRESENT: (-1, 5),
    Direction.EITHER: (-3, 3),
}
"""From how many days before the day of writing to how many after it a weekday is looked for."""
_WRONG_SIDE = 300
"""Days that a date on the wrong side counts as further off."""
_SLACK = 45
"""Days within which a day of a month is the one meant, whatever the verb says."""
_WEEK = 7
_WHICH_WEEKDAY = frozenset({"last", "past", "previous", "next", "coming", "following", "upcoming"})
"""Words that tell the side themselves. Nobody says "last Thursday" of yesterday."""


def choose(words: str, sort: Sort, day: date, direction: Direction) -> tuple[Run, Tense | None] | None:
    """Return the days that a phrase means, written on *day*, and the tense with which the grammar gives them; None if it gives none."""
    told = TENSES.get(direction)
    options: dict[Run, Tense | None] = dict.fromkeys(runs_of(words, day))
    for tense in (Tense.PAST, Tense.FUTURE) if sort.counting not in {Counting.NOTHING, Counting.NARRATION} else ():
        for run in runs_of(words, day, tense):
            options.setdefault(run, tense)
    if not options:
        return None
    which = words.split(maxsplit=1)[0].lower()
    best = min(options, key=lambda run: (_cost(run, sort, day, direction, which), run))
    return best, told if told and best in runs_of(words, day, told) else options[best]


def _cost(run: Run, sort: Sort, day: date, direction: Direction, which: str) -> int:
    """Return how far from what is meant a stretch of days lies."""
    gap = gap_of(run, day)
    if sort.counting is Counting.WEEK:
        shift = (run[0] - day).days
        if which in _WHICH_WEEKDAY:
            return abs(shift) + (_WEEK if abs(shift) == 1 and which not in {"coming", "this"} else 0)
        low, high = _DAYS_AROUND[direction]
        inside = low <= shift <= high
        return abs(shift) if inside else _WRONG_SIDE + abs(shift)
    slack = _SLACK if sort.extent is not Extent.WINDOW else 0
    wrong = (direction is Direction.BACK and gap > slack) or (direction is Direction.AHEAD and gap < -slack)
    behind = abs(gap) if direction is Direction.PRESENT and gap < -1 else 0
    return abs(gap) + behind + (_WRONG_SIDE if wrong else 0)


def gap_of(run: Run, day: date) -> int:
    """Return how many days a stretch lies after *day*, negative before it, 0 if it has it."""
    return max((run[0] - day).days, 0) - max((day - run[1]).days, 0)
