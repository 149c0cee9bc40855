"""Which of a sentence's verbs a phrase for a day goes with: the nearest, those on its left first, unless it opens a clause."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.times.cues import Cue, Direction

if TYPE_CHECKING:
    from collections.abc import Sequence

_OPENS_CLAUSE = re.compile(
    r"(?:^|[,;:(\"]|- |\b(?:and|but|then|who|which|where|while|that|as))\s*"
    r"(?:(?:also|later|early|late|earlier|already|only|just|but|and|on|in|at|from|since|until|till|by|as|of|the|a|starting|beginning|ending"
    r"|effective|over|during|between|for|around|about|this|both|exactly)\s+)*$"
)
_LONGEST_LEAD = 48
_FOR = re.compile(r"\bfor (?:the |this |next |early |late )*$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|to|by) (?:the |this |next |early |late )*$", re.IGNORECASE)
_STARTING = re.compile(r"\b(?:starting|beginning|from|until|till|ending|between|as of)(?: (?:on|the|from))*\s*$", re.IGNORECASE)


def verb_of(view: str, cues: Sequence[Cue], sentence: int, start: int, end: int) -> Cue | None:
    """Return the cue that a phrase goes with; None if its sentence has none.

    Args:
        view: The folded text.
        cues: Those of the sentence, in order.
        sentence: Where the sentence begins.
        start: Where the phrase begins.
        end: Where it ends.
    """
    return _turned(_nearest(view, cues, sentence, start, end), view[max(sentence, start - _LONGEST_LEAD) : start])


def _turned(cue: Cue | None, before: str) -> Cue | None:
    """Return a cue turned to what lies ahead, where the words between it and the phrase say so: `postponed until`, `a talk for`."""
    if cue and cue.direction is Direction.BACK and (_FOR.search(before) or (cue.asks and _UNTIL.search(before))):
        return cue._replace(direction=Direction.AHEAD)
    return cue


def _nearest(view: str, cues: Sequence[Cue], sentence: int, start: int, end: int) -> Cue | None:
    left = next((cue for cue in reversed(cues) if cue.end <= start), None)
    right = [cue for cue in cues if cue.start >= end]
    before = view[max(sentence, start - _LONGEST_LEAD) : start]
    if left and not _OPENS_CLAUSE.search(before):
        return left
    if _STARTING.search(before):
        right = [cue for cue in right if not cue.says] or right
    if not right or (left and right[0].says and view[end : end + 1] == ","):
        return left
    return right[0]


__all__ = ["Direction", "verb_of"]
