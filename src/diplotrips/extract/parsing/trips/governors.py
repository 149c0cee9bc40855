"""What governs a place from the left: the nearest verb or noun of travel whose construction it fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.parsing.trips.chunks import Kind
from diplotrips.extract.parsing.trips.relations import IN, RULES, Relation
from diplotrips.extract.parsing.trips.subjects import is_oblique
from diplotrips.extract.parsing.trips.tenses import BREAKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.trips.chunks import Row
    from diplotrips.extract.parsing.trips.cues import Cue
    from diplotrips.extract.parsing.trips.groups import Group


MOST_CUES = 3
"""Cues to the left of a group that may govern it."""

JOURNEY_REACH = 12
"""Chunks between a verb of beginning or ending and the journey that it is said of, at most."""
EDGE_REACH = 8
"""The same where the journey follows and its place comes last."""
TECHNICAL = frozenset({"refuelling", "refueling", "technical", "fuel", "transit", "emergency", "unscheduled"})


def governor_of(row: Row, group: Group, cues: Sequence[Cue]) -> tuple[Relation, Cue] | None:
    """Return the nearest cue to the left of *group* whose construction it fits."""
    left = [cue for cue in cues if cue.last < group.lead or (cue.last < group.first and not group.preposition)][-MOST_CUES:]
    for cue in reversed(left):
        gap = range(cue.last + 1, group.lead)
        if any(row.word(at) in BREAKS for at in gap):
            return None
        for prepositions, farthest, relation in RULES.get((cue.group, cue.is_noun), ()):
            if group.preposition in prepositions and _weight(row, gap) <= farthest and _is_near(row, gap, cue, relation):
                edge = relation is Relation.TRIP and group.preposition in IN and next((c for c in reversed(left) if _opens(c, cue)), None)
                return _judged(row, cue, cues, (Relation.EDGE, edge) if edge else (relation, cue))
    return None


def _judged(row: Row, cue: Cue, cues: Sequence[Cue], found: tuple[Relation, Cue]) -> tuple[Relation, Cue]:
    """Return *found*, unless it is a halt for fuel, or the beginning or end of something else than a journey."""
    relation, governor = found
    if cue.group in {"stop", "visit"} and any(row.word(at) in TECHNICAL for at in range(cue.first - 2, cue.first)):
        return Relation.TRANSIT, cue
    if relation is Relation.EDGE:
        journey = any(c.is_noun and c.group in {"visit", "stop"} and abs(c.first - governor.first) <= JOURNEY_REACH for c in cues)
        if not journey and not any(row.kind(at) is Kind.PERSON for at in range(governor.first - 3, governor.first)):
            return Relation.EVENT, governor
    return found


def _opens(edge: Cue, noun: Cue) -> bool:
    """Tell whether *edge* says that the journey *noun* begins or ends."""
    return edge.group in {"begin", "end"} and not edge.is_noun and 0 < noun.first - edge.last <= EDGE_REACH


def _weight(row: Row, gap: range) -> int:
    """Return how long *gap* is; names and days count little."""
    return sum(row.kind(at) is Kind.WORD and row.word(at) not in {",", "the", '"'} for at in gap)


def _is_near(row: Row, gap: range, cue: Cue, relation: Relation) -> bool:
    """Tell whether nothing in *gap* takes the place of the object."""
    if relation in {Relation.OBJECT, Relation.ORIGIN, Relation.SKIPPED}:
        return not any(row.kind(at) in {Kind.PERSON, Kind.PLACE} or row.word(at) in {"in", "to", "of", "with"} for at in gap)
    if relation is Relation.TRIP and cue.is_noun:
        return not any(
            row.word(at) in {"will", "would", "is", "was", "has", "had", "are", "were", "said"} or _is_subject(row, at) for at in gap
        )
    if cue.lemma == "be":
        return not any(
            row.word(at).endswith(("ed", "ing")) or row.kind(at) is Kind.PERSON or row.word(at) in {",", "a", "an"} for at in gap
        )
    return True


def _is_subject(row: Row, index: int) -> bool:
    return row.kind(index) is Kind.PERSON and row.chunks[index].word != "office" and not is_oblique(row, index)
