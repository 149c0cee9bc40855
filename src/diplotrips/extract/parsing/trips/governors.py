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


MOST_CUES = 4
"""Cues to the left of a group that may govern it."""

JOURNEY_REACH = 12
"""Chunks between a verb of beginning or ending and the journey that it is said of, at most."""
EDGE_REACH = 8
"""The same where the journey follows and its place comes last."""
MEANWHILE = frozenset(
    {"now", "currently", "presently", "also", "already", "still", "again", "back", "both", "here", "there", "then", "recently", "only"}
    | {"even", "first", "just", "briefly", "once", "since", "on", "in", "for", ",", "together", "physically", "present", "all", "as"}
    | {
        "meanwhile",
        "earlier",
        "later",
        "personally",
        "himself",
        "herself",
        "at",
        "from",
        "until",
        "between",
        "not",
        "n't",
        "never",
        "during",
    }
)
"""Words that may stand between *be* and the place where somebody is."""
SAYING = frozenset({"say", "add", "warn", "stress", "announce", "declare", "insist", "recall", "explain", "admit", "complain", "affirm"})
"""Verbs behind which, without *that*, a clause begins."""
COMING = frozenset({"go", "arrive", "onward", "return", "arrival", "reach"})
"""Classes of verbs and nouns that may say from where, behind where to."""
ABOUT = frozenset({"for", "over", "about", "of", "against", "that", "concerning", "regarding"})
"""Words between a verb of saying and a place that belongs to what is said."""
TECHNICAL = frozenset({"refuelling", "refueling", "technical", "fuel", "transit", "emergency", "unscheduled"})


def governor_of(row: Row, group: Group, cues: Sequence[Cue]) -> tuple[Relation, Cue] | None:
    """Return the nearest cue to the left of *group* whose construction it fits."""
    left = [cue for cue in cues if cue.last <= group.lead and cue.last < group.first][-MOST_CUES:]
    for cue in reversed(left):
        gap = range(cue.last + 1, group.lead)
        if any(row.word(at) in BREAKS for at in gap):
            return None
        relation = _relation(row, group, cue, gap)
        if relation:
            edge = _edge(relation, group, cue, left)
            return _judged(row, group, cue, cues, (Relation.EDGE, edge) if edge else (relation, cue))
    return None


def _relation(row: Row, group: Group, cue: Cue, gap: range) -> Relation | None:
    """Return what *cue*, *gap* before *group*, says of it; a verb that ends with the preposition takes the place as its object too."""
    leads = {group.preposition, ""} if cue.last == group.lead else {group.preposition}
    for prepositions, farthest, relation in RULES.get((cue.group, cue.is_noun), ()):
        if leads & prepositions and _weight(row, gap) <= farthest and _is_near(row, group, cue, relation):
            return relation
    return None


def _edge(relation: Relation, group: Group, cue: Cue, left: Sequence[Cue]) -> Cue | None:
    """Return the verb that says that the journey *cue* begins or ends at *group*, or does so with the event *cue*."""
    if group.preposition not in IN or relation not in {Relation.TRIP, Relation.EVENT} or not cue.is_noun:
        return None
    return next((edge for edge in reversed(left) if _opens(edge, cue)), None)


def _judged(row: Row, group: Group, cue: Cue, cues: Sequence[Cue], found: tuple[Relation, Cue]) -> tuple[Relation, Cue]:
    """Return *found*, unless it is a halt for fuel, or the beginning or end of something else than a journey."""
    relation, governor = found
    if cue.group in {"stop", "visit"} and any(row.word(at) in TECHNICAL for at in range(cue.first - 2, cue.first)):
        return Relation.TRANSIT, cue
    if relation in {Relation.MOTION, Relation.TRIP} and _is_for_fuel(row, group):
        return Relation.TRANSIT, governor
    if relation is Relation.TRANSIT and group.preposition == "via" and _does_something(row, group, cues):
        return Relation.MOTION, governor
    if relation is Relation.EDGE:
        journey = any(c.is_noun and c.group in {"visit", "stop"} and abs(c.first - governor.first) <= JOURNEY_REACH for c in cues)
        is_own = governor.person is not None and governor is cue and not _weight(row, range(cue.last + 1, group.lead))
        if not journey and not is_own and not any(row.kind(at) is Kind.PERSON for at in range(governor.first - 3, governor.first)):
            return Relation.EVENT, governor
    return found


def _is_for_fuel(row: Row, group: Group) -> bool:
    """Tell whether what follows *group* says that the halt is for fuel: *to refuel*, *for fuel*."""
    first = group.last + 1
    return row.word(first) in {"to", "for"} and any(row.word(at) in TECHNICAL | {"refuel"} for at in range(first + 1, first + 3))


def _does_something(row: Row, group: Group, cues: Sequence[Cue]) -> bool:
    """Tell whether a clause behind *group* says what somebody does there."""
    is_told = "where" in {row.word(group.last + 1), row.word(group.last + 2)}
    return is_told and any(cue.group in {"meet", "stay", "appear", "host", "visit"} for cue in cues if cue.first > group.last)


def _opens(edge: Cue, noun: Cue) -> bool:
    """Tell whether *edge* says that the journey *noun* begins or ends."""
    return edge.group in {"begin", "end"} and not edge.is_noun and 0 < noun.first - edge.last <= EDGE_REACH


def _weight(row: Row, gap: range) -> int:
    """Return how long *gap* is; names and days count little."""
    return sum(row.kind(at) is Kind.WORD and row.word(at) not in {",", "the", '"'} for at in gap)


def _is_near(row: Row, group: Group, cue: Cue, relation: Relation) -> bool:
    """Tell whether nothing between *cue* and *group* takes the place of the object."""
    gap = range(cue.last + 1, group.lead)
    if relation is Relation.EVENT and not cue.is_noun and group.preposition in IN:
        return not _is_about(row, group, cue, gap)
    if relation in {Relation.OBJECT, Relation.ORIGIN, Relation.SKIPPED} and not (group.preposition == "from" and cue.group in COMING):
        return not any(row.kind(at) in {Kind.PERSON, Kind.PLACE} or row.word(at) in {"in", "to", "of", "with"} for at in gap)
    if relation is Relation.TRIP and cue.is_noun:
        return not any(
            row.word(at) in {"will", "would", "is", "was", "has", "had", "are", "were", "said"} or _is_subject(row, at) for at in gap
        )
    if relation is Relation.STAY and cue.lemma in {"be", "am"}:
        return all(row.kind(at) in {Kind.TIME, Kind.REGION} or row.word(at) in MEANWHILE for at in gap) and _may_be_there(row, group, cue)
    return True


def _is_about(row: Row, group: Group, cue: Cue, gap: range) -> bool:
    """Tell whether *group* seems to belong to what is spoken of, rather than to who speaks there: no day stands beside it."""
    if row.kind(group.lead - 1) is Kind.TIME or any(row.kind(at) is Kind.TIME for at in (group.last + 1, group.last + 2)):
        return False
    if cue.lemma in SAYING and _weight(row, gap) > 1:
        return True
    return any(row.word(at) in ABOUT or row.kind(at) is Kind.PLACE for at in gap)


def _may_be_there(row: Row, group: Group, cue: Cue) -> bool:
    """Tell whether *be* says that somebody is at *group*: with *to* only where somebody *has been to* it."""
    return group.preposition in IN or row.word(cue.last) == "been"


def _is_subject(row: Row, index: int) -> bool:
    return row.kind(index) is Kind.PERSON and row.chunks[index].word != "office" and not is_oblique(row, index)
