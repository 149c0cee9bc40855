"""Passages that have somebody at a place, or on the way to it: each place of a sentence with what governs it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.lexicons.phrases import phrases
from diplotrips.extract.parsing.passages import Part
from diplotrips.extract.parsing.trips.constructions import relation_in_programme, relation_of
from diplotrips.extract.parsing.trips.doubts import is_doubtful
from diplotrips.extract.parsing.trips.prepositions import (
    DUE,
)
from diplotrips.extract.parsing.trips.presence import persons_at, subject_between
from diplotrips.extract.parsing.trips.programmes import (
    is_coordinate,
    is_elliptic,
)
from diplotrips.extract.parsing.trips.ranks import rank_of
from diplotrips.extract.parsing.trips.relations import Relation
from diplotrips.extract.parsing.trips.tenses import Tense
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.extract.parsing.trips.chunks import Row
    from diplotrips.extract.parsing.trips.cues import Cue
    from diplotrips.extract.parsing.trips.groups import Group, Member


@dataclass(frozen=True, slots=True)
class Sighting:
    """One member of a group with what governs it."""

    row: int
    """Number of the row."""
    group: Group
    member: Member
    relation: Relation
    span: Span
    """From the cue to the group."""
    cue: Cue | None = None
    tense: Tense = Tense.NONE
    negated: bool = False
    persons: tuple[int, ...] = ()
    """Who is there; none: the sentence does not say."""
    by_other: bool = False
    """Whether it is a group of people without names."""
    rank: str = ""
    """What the words say of its place in a sequence, as in the lexicon `itinerary`."""


def sightings_of(number: int, row: Row, groups: Sequence[Group], cues: Sequence[Cue], owners: dict[int, int]) -> Iterator[Sighting]:
    """Give what the row with that *number* says of each member of its *groups*; *owners* has the person of each chunk that is one."""
    before: tuple[Relation, Cue | None] = (Relation.BARE, None)
    last: Group | None = None
    for group in groups:
        other: int | None = None
        relation, cue = relation_in_programme(group, last) if row.in_programme else relation_of(row, group, groups, cues)
        if (
            relation in {Relation.BARE, Relation.LOCATIVE}
            and before[0] is not Relation.BARE
            and (is_elliptic(row, group, last) or is_coordinate(row, group, last, cues))
        ):
            relation, cue = before
            other = subject_between(row, last, group, owners)
        if relation is not Relation.BARE or not group.owns:
            before, last = (relation, cue), group
        persons = (other,) if other is not None else persons_at(row, (group, relation, cue), cues, owners)
        first = Sighting(
            number,
            group,
            group.members[0],
            relation,
            _span(row, group, cue),
            cue,
            _tense(row, group, relation, cue),
            is_doubtful(row, group, relation, cue),
            persons,
            bool(cue and cue.by_other),
        )
        for position, member in enumerate(group.members):
            yield replace(first, member=member, rank=rank_of(row, group, position, relation.value, cue))


def _span(row: Row, group: Group, cue: Cue | None) -> Span:
    start, end = row.chunks[group.lead].start, row.chunks[group.last].end
    return Span(min(row.chunks[cue.first].start, start), max(row.chunks[cue.last].end, end)) if cue else Span(start, end)


def _tense(row: Row, group: Group, relation: Relation, cue: Cue | None) -> Tense:
    if row.part in {Part.TITLE, Part.HEADING}:
        return Tense.NONE
    if group.preposition and row.word(group.lead - 1) in DUE:
        before = {row.word(at) for at in range(max(0, group.lead - 5), group.lead - 1)}
        return Tense.UNREAL if before & {"was", "were", "been"} else Tense.FUTURE
    return cue.tense if cue and relation is not Relation.ITINERARY else _tense_of_predicate(row, group)


NEAR_VERB = 4
"""Chunks from a place to the verb that it is the subject of, at most."""


def _tense_of_predicate(row: Row, group: Group) -> Tense:
    """Return the tense in which *group* is said to be a stop, the right side first."""
    right = range(group.last + 1, min(len(row.chunks), group.last + 12))
    left = range(group.lead - 1, max(-1, group.lead - 8), -1)
    if any(row.word(at) == "have" and row.word(at - 1) in {"would", "should", "to"} for at in range(group.lead - 4, group.last + 5)):
        return Tense.UNREAL
    for at in (*right, *left):
        word = row.word(at)
        if at in right[:NEAR_VERB] and (found := phrases("status_cues", "tense").at(row.words, at)) and found.meaning == "unreal":
            return Tense.UNREAL
        if word == "is" and row.word(at + 1) not in {"to", "set", "due", "expected", "scheduled", "next", "planned"}:
            return Tense.PRESENT
        if word in {"is", "are", "will", "comes", "come", "follows", "follow"}:
            return Tense.FUTURE
        if word in {"was", "were", "came", "had", "did"}:
            return Tense.PAST
    return Tense.NONE
