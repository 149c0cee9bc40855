"""Passages that have somebody at a place, or on the way to it: each place of a sentence with what governs it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.passages import Part
from diplotrips.extract.parsing.trips.chunks import Kind
from diplotrips.extract.parsing.trips.doubts import is_doubtful
from diplotrips.extract.parsing.trips.governors import governor_of
from diplotrips.extract.parsing.trips.predicates import fronted_by, relation_as_subject
from diplotrips.extract.parsing.trips.prepositions import (
    DUE,
    relation_as_host,
    relation_by_preposition,
)
from diplotrips.extract.parsing.trips.ranks import rank_of
from diplotrips.extract.parsing.trips.relations import IN, TO, Relation
from diplotrips.extract.parsing.trips.subjects import is_oblique
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
    for group in groups:
        relation, cue = _relation(row, group, groups, cues)
        if relation is Relation.BARE and _is_elliptic(row, group):
            relation, cue = before
        before = relation, cue
        first = Sighting(
            number,
            group,
            group.members[0],
            relation,
            _span(row, group, cue),
            cue,
            _tense(row, group, relation, cue),
            is_doubtful(row, group, relation, cue),
            _persons(row, group, relation, cue, owners),
            bool(cue and cue.by_other),
        )
        for position, member in enumerate(group.members):
            yield replace(first, member=member, rank=rank_of(row, group, position, relation.value, cue))


def _span(row: Row, group: Group, cue: Cue | None) -> Span:
    start, end = row.chunks[group.lead].start, row.chunks[group.last].end
    return Span(min(row.chunks[cue.first].start, start), max(row.chunks[cue.last].end, end)) if cue else Span(start, end)


def _is_elliptic(row: Row, group: Group) -> bool:
    """Tell whether *group* leaves out what governs it, as *Y on Friday* in *X comes on Monday and Y on Friday*."""
    joined = row.word(group.lead - 1) == "and" or row.word(group.lead) == "and" or row.word(group.first - 1) == "and"
    return joined and not group.owns and any(row.kind(at) is Kind.TIME for at in range(group.last + 1, group.last + 3))


def _persons(row: Row, group: Group, relation: Relation, cue: Cue | None, owners: dict[int, int]) -> tuple[int, ...]:
    """Return who is there: the subject of the cue, or of what follows a place at the head of the sentence; of a host the object."""
    if cue and relation is Relation.AWAITED:
        guest = next((at for at in owners if at > cue.last), None)
        return () if guest is None else (owners[guest],)
    if cue and cue.persons:
        return cue.persons
    if group.lead > HEAD or (cue and cue.by_other):
        return ()
    after = next((at for at in owners if group.last < at <= group.last + HEAD + 4), None)
    return (owners[after],) if after is not None and not is_oblique(row, after) and row.word(after + 1) != "'s" else ()


HEAD = 4
"""Chunks before a place at the head of a sentence at most."""


def _relation(row: Row, group: Group, groups: Sequence[Group], cues: Sequence[Cue]) -> tuple[Relation, Cue | None]:
    if group.owns:
        return relation_as_host(row, group, cues)
    if row.part in {Part.HEADING, Part.PARAGRAPH} and len(row.chunks) <= group.last - group.first + LONGEST_HEADING:
        return Relation.HEADING, None
    compound = next((cue for cue in cues if cue.first == group.last + 1 and cue.is_noun and cue.group in {"visit", "stop"}), None)
    governed = (Relation.TRIP, compound) if compound else governor_of(row, group, cues)
    if governed and (governed[0] is not Relation.EVENT or group.preposition):
        return governed
    if not group.preposition:
        return relation_as_subject(row, group, groups, cues)
    if group.preposition in TO | IN and group.lead <= 1 and (fronted := fronted_by(row, group, groups, cues)):
        return Relation.FRONTED, fronted
    return relation_by_preposition(row, group, cues)


LONGEST_HEADING = 3
"""Chunks of a heading beside its place."""


def _tense(row: Row, group: Group, relation: Relation, cue: Cue | None) -> Tense:
    if row.part in {Part.TITLE, Part.HEADING}:
        return Tense.NONE
    if group.preposition and row.word(group.lead - 1) in DUE:
        before = {row.word(at) for at in range(max(0, group.lead - 5), group.lead - 1)}
        return Tense.UNREAL if before & {"was", "were", "been"} else Tense.FUTURE
    return cue.tense if cue and relation is not Relation.ITINERARY else _tense_of_predicate(row, group)


def _tense_of_predicate(row: Row, group: Group) -> Tense:
    """Return the tense in which *group* is said to be a stop, the right side first."""
    right = range(group.last + 1, min(len(row.chunks), group.last + 12))
    left = range(group.lead - 1, max(-1, group.lead - 8), -1)
    for at in (*right, *left):
        word = row.word(at)
        if word == "is" and row.word(at + 1) not in {"to", "set", "due", "expected", "scheduled", "next", "planned"}:
            return Tense.PRESENT
        if word in {"is", "are", "will", "comes", "come", "follows", "follow"}:
            return Tense.FUTURE
        if word in {"was", "were", "came", "had", "did"}:
            return Tense.PAST
    return Tense.NONE
