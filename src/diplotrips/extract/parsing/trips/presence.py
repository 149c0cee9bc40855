"""Who is at a place: the subject of the verb, whom it brings or receives, or who follows a place at the head of the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.parsing.trips.relations import Relation
from diplotrips.extract.parsing.trips.subjects import is_oblique

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.trips.chunks import Row
    from diplotrips.extract.parsing.trips.cues import Cue
    from diplotrips.extract.parsing.trips.groups import Group

CARRYING = frozenset({"take", "bring", "carry", "lead", "ferry", "escort", "transport", "airlift", "whisk", "helicopter", "see", "fly"})
"""Verbs whose object is on the way."""
AFTER = frozenset({"on", "in", "at", ",", ".", "to", "for", "and", "with"})
"""Words before which *her* is somebody received."""
HEAD = 4
"""Chunks before a place at the head of a sentence at most."""


def subject_between(row: Row, last: Group | None, group: Group, owners: dict[int, int]) -> int | None:
    """Return whose the verb left out before *group* is: *A flies to X, B to Y*; None if nobody stands between."""
    start = last.last if last else 0
    return next((owners[at] for at in range(group.lead - 1, start, -1) if at in owners and not is_oblique(row, at)), None)


def persons_at(row: Row, governed: tuple[Group, Relation, Cue | None], cues: Sequence[Cue], owners: dict[int, int]) -> tuple[int, ...]:
    """Return who is there: the subject of the cue, or of what follows a place at the head of the sentence; of a host the object."""
    group, relation, cue = governed
    guest = _guest(row, group, relation, cue, owners) if cue else None
    if guest is not None or relation is Relation.AWAITED:
        return () if guest is None else (owners[guest],)
    if cue and cue.persons:
        return cue.persons
    journey = next((one for one in cues if one.is_noun and one.group == "visit" and one.persons), None)
    if relation in {Relation.EDGE, Relation.ITINERARY} and journey:
        return journey.persons
    return () if group.lead > HEAD or (cue and cue.by_other) else _subject_behind(row, group, owners)


def _guest(row: Row, group: Group, relation: Relation, cue: Cue, owners: dict[int, int]) -> int | None:
    """Return the chunk of whom the verb *cue* brings to the place or receives there; None if its subject is on the way."""
    if relation is Relation.AWAITED:
        return next((at for at in owners if at > cue.last), None)
    between = [at for at in owners if cue.last < at < group.lead]
    received = between if group.lead > cue.last else [at for at in owners if cue.last < at <= cue.last + HEAD]
    if relation is Relation.MOTION and cue.lemma in CARRYING:
        carried = next((at for at in between if not row.chunks[at - 1].is_whose), None)
        return carried if carried is not None and row.word(carried - 1) != "with" else None
    if relation is Relation.EVENT and cue.group == "host" and not cue.is_noun and not _is_passive(row, cue):
        return next((at for at in received if not row.chunks[at].is_whose or row.word(at + 1) in AFTER), None)
    return None


def _subject_behind(row: Row, group: Group, owners: dict[int, int]) -> tuple[int, ...]:
    """Return the subject that follows *group* at the head of a sentence."""
    after = next((at for at in owners if group.last < at <= group.last + HEAD + 4), None)
    return (owners[after],) if after is not None and not is_oblique(row, after) and row.word(after + 1) != "'s" else ()


def _is_passive(row: Row, cue: Cue) -> bool:
    return any(row.word(at) in {"be", "been", "being", "was", "were", "is", "are"} for at in range(cue.first - 3, cue.first))
