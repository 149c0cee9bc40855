"""Whether a phrase says when something begins or ends: by the words before it, else by its verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diplotrips.schema.phrases.kinds import Extent

if TYPE_CHECKING:
    from diplotrips.extract.parsing.times.cues import Cue
    from diplotrips.extract.parsing.times.phrases import Phrase

_BETWEEN = "(?: (?:on|from|as of|the|late|early|next|this|in|at))*"
_BEGINS = re.compile(rf"\b(?:from|since|starting|beginning|as of|commencing|effective|kicking off|opening){_BETWEEN}\s*$", re.IGNORECASE)
_ENDS = re.compile(rf"\b(?:until|till|'til|through|thru|ending|concluding|up to|wrapping up|closing){_BETWEEN}\s*$", re.IGNORECASE)
_LONGEST_LEAD = 40
_REACH = 110
"""Characters within which a verb of beginning or ending says so of a day after it."""


def role_of(view: str, sentence: int, phrase: Phrase, verb: Cue | None) -> str:
    """Return `begins` or `ends`; empty for neither, and for a range, which has both ends."""
    if phrase.sort.extent is Extent.RANGE:
        return ""
    before = view[max(sentence, phrase.start - _LONGEST_LEAD) : phrase.start]
    if _BEGINS.search(before):
        return "begins"
    if _ENDS.search(before):
        return "ends"
    if not verb or not verb.role:
        return ""
    gap = phrase.start - verb.end if verb.end <= phrase.start else verb.start - phrase.end
    return verb.role if 0 <= gap <= (_REACH if verb.end <= phrase.start else _LONGEST_LEAD) else ""
