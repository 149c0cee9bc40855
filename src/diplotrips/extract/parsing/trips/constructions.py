"""How a sentence has somebody at a place: the construction that a group of places stands in, the surest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.parsing.passages import Part
from diplotrips.extract.parsing.trips.governors import governor_of
from diplotrips.extract.parsing.trips.predicates import fronted_by, is_planned_event, is_taken_in, relation_as_subject
from diplotrips.extract.parsing.trips.prepositions import relation_as_host, relation_by_preposition
from diplotrips.extract.parsing.trips.programmes import is_agenda, is_headed_list, is_onward, is_topic, is_turn, leg_of, serves_at
from diplotrips.extract.parsing.trips.relations import IN, TO, Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.trips.chunks import Row
    from diplotrips.extract.parsing.trips.cues import Cue
    from diplotrips.extract.parsing.trips.groups import Group

LONGEST_HEADING = 3
"""Chunks of a heading beside its place."""


TRAVELS = frozenset({"visit", "go", "leave", "arrive", "onward", "begin", "end", "stop", "return", "meet", "way", "departure"})
"""Classes of verbs and nouns behind a list of places and a colon that make it one of stops."""


def relation_in_programme(group: Group, before: Group | None) -> tuple[Relation, Cue | None]:
    """Return the relation of *group* in a line of a programme: its first place is a stop."""
    return (Relation.BARE if before or group.owns else Relation.ITINERARY), None


def relation_of(row: Row, group: Group, groups: Sequence[Group], cues: Sequence[Cue]) -> tuple[Relation, Cue | None]:
    """Return how *row* has somebody at *group*, one of its *groups*, and the verb or noun that says so."""
    if group.owns:
        return _relation_of_owner(row, group, cues)
    if serves_at(row, group) or is_topic(row, group):
        return Relation.BARE, None
    if _is_heading(row, group):
        return Relation.HEADING, None
    is_headed = is_headed_list(row, group) and any(cue.group in TRAVELS for cue in cues)
    if is_headed or is_agenda(row, group) or is_taken_in(row, group, cues):
        return Relation.ITINERARY, None
    return _governed(row, group, cues) or _ungoverned(row, group, groups, cues)


def _relation_of_owner(row: Row, group: Group, cues: Sequence[Cue]) -> tuple[Relation, Cue | None]:
    """Return the relation of a name that only says whose something is: a leg, a turn, a host."""
    leg = leg_of(row, group, cues)
    if leg or is_turn(row, group):
        return (Relation.TRIP if leg else Relation.ITINERARY), leg
    return relation_as_host(row, group, cues)


def _is_heading(row: Row, group: Group) -> bool:
    """Tell whether *row* is the name of a place above what happens there, or begins with it and a colon."""
    if row.part in {Part.HEADING, Part.PARAGRAPH} and len(row.chunks) <= group.last - group.first + LONGEST_HEADING:
        return True
    return row.part is Part.HEADING and group.lead == 0 and not group.preposition and row.word(group.last + 1) == ":"


def _governed(row: Row, group: Group, cues: Sequence[Cue]) -> tuple[Relation, Cue | None] | None:
    """Return what a verb or noun to the left says of *group*, or the visit that is named after it."""
    compound = next((cue for cue in cues if cue.first == group.last + 1 and cue.is_noun and cue.group in {"visit", "stop"}), None)
    if compound:
        return Relation.TRIP, compound
    relation, cue = governor_of(row, group, cues) or (Relation.BARE, None)
    if cue is None:
        return None
    if relation is Relation.EVENT and is_planned_event(row, cue, cues):
        return Relation.ITINERARY, cue
    return (relation, cue) if relation is not Relation.EVENT or group.preposition else None


def _ungoverned(row: Row, group: Group, groups: Sequence[Group], cues: Sequence[Cue]) -> tuple[Relation, Cue | None]:
    """Return the relation of *group* as subject or predicate, or by its preposition."""
    if not group.preposition:
        return relation_as_subject(row, group, groups, cues)
    if group.preposition in TO | IN and group.lead <= 1 and (fronted := fronted_by(row, group, groups, cues)):
        return Relation.FRONTED, fronted
    return (Relation.MOTION, None) if is_onward(row, group) else relation_by_preposition(row, group, cues)
