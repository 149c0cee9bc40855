"""Passages that have somebody at a place, or on the way to it: each place of a sentence with what governs it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.passages import Part
from diplotrips.extract.parsing.trips.chunks import Kind
from diplotrips.extract.parsing.trips.doubts import is_doubtful
from diplotrips.extract.parsing.trips.governors import governor_of
from diplotrips.extract.parsing.trips.groups import STEPS
from diplotrips.extract.parsing.trips.phrases import phrases
from diplotrips.extract.parsing.trips.predicates import fronted_by, is_planned_event, is_taken_in, relation_as_subject
from diplotrips.extract.parsing.trips.prepositions import (
    DUE,
    relation_as_host,
    relation_by_preposition,
)
from diplotrips.extract.parsing.trips.programmes import is_coordinate, is_elliptic, is_headed_list, is_onward, is_topic, is_turn, leg_of, serves_at
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


def sightings_of(
    number: int, row: Row, groups: Sequence[Group], cues: Sequence[Cue], owners: dict[int, int], *, programme: bool = False
) -> Iterator[Sighting]:
    """Give what a row says of each member of its groups.

    Args:
        number: Of the row.
        row: The sentence.
        groups: Its places.
        cues: Its verbs and nouns of travel.
        owners: The person of each chunk that is one.
        programme: Whether it is a line of a programme.
    """
    before: tuple[Relation, Cue | None] = (Relation.BARE, None)
    last: Group | None = None
    for group in groups:
        other: int | None = None
        relation, cue = _in_programme(group, last) if programme else _relation(row, group, groups, cues)
        if relation in {Relation.BARE, Relation.LOCATIVE} and before[0] is not Relation.BARE and (
            is_elliptic(row, group, last) or is_coordinate(row, group, last, cues)
        ):
            relation, cue = before
            other = _subject_between(row, last, group, owners)
        if relation is not Relation.BARE or not group.owns:
            before, last = (relation, cue), group
        persons = (other,) if other is not None else _persons(row, (group, relation, cue), cues, owners)
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


def _subject_between(row: Row, last: Group | None, group: Group, owners: dict[int, int]) -> int | None:
    """Return whose the verb left out before *group* is: *A flies to X, B to Y*; None if nobody stands between."""
    start = last.last if last else 0
    return next((owners[at] for at in range(group.lead - 1, start, -1) if at in owners and not is_oblique(row, at)), None)


def _in_programme(group: Group, before: Group | None) -> tuple[Relation, Cue | None]:
    """Return the relation of *group* in a line of a programme: its first place is a stop."""
    return (Relation.BARE if before or group.owns else Relation.ITINERARY), None


def _persons(
    row: Row, governed: tuple[Group, Relation, Cue | None], cues: Sequence[Cue], owners: dict[int, int]
) -> tuple[int, ...]:
    """Return who is there: the subject of the cue, or of what follows a place at the head of the sentence; of a host the object."""
    group, relation, cue = governed
    if cue and relation is Relation.AWAITED:
        guest = next((at for at in owners if at > cue.last), None)
        return () if guest is None else (owners[guest],)
    if cue and relation is Relation.MOTION and cue.lemma in CARRYING:
        carried = next((at for at in owners if cue.last < at < group.lead and not row.chunks[at - 1].is_whose), None)
        if carried is not None and row.word(carried - 1) != "with":
            return (owners[carried],)
    if cue and cue.group == "host" and not cue.is_noun and relation is Relation.EVENT and not _is_passive(row, cue):
        guest = next((at for at in owners if cue.last < at < group.lead and not row.chunks[at].is_whose), None)
        return cue.persons if guest is None else (owners[guest],)
    if cue and cue.persons:
        return cue.persons
    journey = next((one for one in cues if one.is_noun and one.group == "visit" and one.persons), None)
    if relation in {Relation.EDGE, Relation.ITINERARY} and journey:
        return journey.persons
    if group.lead > HEAD or (cue and cue.by_other):
        return ()
    after = next((at for at in owners if group.last < at <= group.last + HEAD + 4), None)
    return (owners[after],) if after is not None and not is_oblique(row, after) and row.word(after + 1) != "'s" else ()


def _is_passive(row: Row, cue: Cue) -> bool:
    return any(row.word(at) in {"be", "been", "being", "was", "were", "is", "are"} for at in range(cue.first - 3, cue.first))


CARRYING = frozenset({"take", "bring", "carry", "lead", "ferry", "escort", "transport", "airlift", "whisk", "helicopter", "see", "fly"})
"""Verbs whose object is on the way."""
HEAD = 4
"""Chunks before a place at the head of a sentence at most."""


def _relation(row: Row, group: Group, groups: Sequence[Group], cues: Sequence[Cue]) -> tuple[Relation, Cue | None]:
    if group.owns:
        leg = leg_of(row, group, cues)
        if leg or is_turn(row, group):
            return (Relation.TRIP if leg else Relation.ITINERARY), leg
        return relation_as_host(row, group, cues)
    if serves_at(row, group) or is_topic(row, group):
        return Relation.BARE, None
    if row.part in {Part.HEADING, Part.PARAGRAPH} and len(row.chunks) <= group.last - group.first + LONGEST_HEADING:
        return Relation.HEADING, None
    if row.part is Part.HEADING and group.lead == 0 and not group.preposition and row.word(group.last + 1) == ":":
        return Relation.HEADING, None
    if is_headed_list(row, group):
        return Relation.ITINERARY, None
    compound = next((cue for cue in cues if cue.first == group.last + 1 and cue.is_noun and cue.group in {"visit", "stop"}), None)
    if is_taken_in(row, group, cues):
        return Relation.ITINERARY, None
    governed = (Relation.TRIP, compound) if compound else governor_of(row, group, cues)
    if governed and governed[0] is Relation.EVENT and is_planned_event(row, governed[1], cues):
        return Relation.ITINERARY, governed[1]
    if governed and (governed[0] is not Relation.EVENT or group.preposition):
        return governed
    if not group.preposition:
        return relation_as_subject(row, group, groups, cues)
    if group.preposition in TO | IN and group.lead <= 1 and (fronted := fronted_by(row, group, groups, cues)):
        return Relation.FRONTED, fronted
    return (Relation.MOTION, None) if is_onward(row, group) else relation_by_preposition(row, group, cues)


LONGEST_HEADING = 3
"""Chunks of a heading beside its place."""


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
        if at in right[:NEAR_VERB] and (found := phrases("status_cues", "tense").at(row, at)) and found.meaning == "unreal":
            return Tense.UNREAL
        if word == "is" and row.word(at + 1) not in {"to", "set", "due", "expected", "scheduled", "next", "planned"}:
            return Tense.PRESENT
        if word in {"is", "are", "will", "comes", "come", "follows", "follow"}:
            return Tense.FUTURE
        if word in {"was", "were", "came", "had", "did"}:
            return Tense.PAST
    return Tense.NONE
