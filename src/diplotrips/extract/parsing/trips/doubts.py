"""What makes a place none where somebody goes: negation, questions, denials, invitations, meetings by telephone."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.lexicons.words import lexicon
from diplotrips.extract.parsing.trips.chunks import Kind
from diplotrips.extract.parsing.trips.relations import Relation
from diplotrips.extract.parsing.trips.tenses import BREAKS, NEGATIONS, is_called_off

if TYPE_CHECKING:
    from diplotrips.extract.parsing.trips.chunks import Row
    from diplotrips.extract.parsing.trips.cues import Cue
    from diplotrips.extract.parsing.trips.groups import Group


MOST_DOUBT = 10
"""The longest reach of a word of doubt."""


@cache
def doubts() -> dict[str, int]:
    """Return the words that make a place none where somebody goes, with the number of words that they reach over."""
    return {row["word"]: int(row["reach"]) for row in lexicon("doubting")}


FAR = frozenset({"phone", "telephone", "telephoned", "video", "videoconference", "online", "virtual", "virtually"})
"""Words that say that a meeting is none in one place."""


def is_doubtful(row: Row, group: Group, relation: Relation, cue: Cue | None) -> bool:
    """Tell whether the words around *group*, governed by *cue*, make it none where somebody goes."""
    if relation in {Relation.EVENT, Relation.HOST} and any(chunk.word in FAR for chunk in row.chunks):
        return True
    if row.word(len(row.chunks) - 1) == "?":
        return True
    if cue and cue.negated:
        return True
    return is_negated(row, group) and not (cue and is_called_off(row, cue.first))


def is_negated(row: Row, group: Group) -> bool:
    """Tell whether a negation, or a word of doubt that nothing takes back, stands before *group*."""
    for at in range(max(0, group.lead - MOST_DOUBT), group.lead):
        reach = doubts().get(row.word(at))
        if reach and group.lead - at <= reach and not _is_taken_back(row, at):
            return True
    before = range(max(0, group.lead - 2), group.lead + 1)
    return any(row.word(at) in NEGATIONS | {"except", "excluding", "skip", "skipping", "than"} for at in before)


def _is_taken_back(row: Row, start: int) -> bool:
    """Tell whether what follows the doubt at chunk *start* takes it back: a *but*, or an invitation accepted for a day."""
    words = {row.word(at) for at in range(start, len(row.chunks))}
    is_dated = any(chunk.kind is Kind.TIME for chunk in row.chunks)
    return bool(words & BREAKS) or ("accepted" in words and is_dated)
