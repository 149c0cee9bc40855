"""One article as `trips` sees it: rows of chunks with their groups, cues and sightings, and what is history in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.lexicons.phrases import phrases
from diplotrips.extract.parsing.passages import Part
from diplotrips.extract.parsing.trips.chunks import Kind, Mentions, rows_of
from diplotrips.extract.parsing.trips.cues import cues_of
from diplotrips.extract.parsing.trips.groups import groups_of
from diplotrips.extract.parsing.trips.later import later_in
from diplotrips.extract.parsing.trips.pasts import history_in
from diplotrips.extract.parsing.trips.programmes import with_programme
from diplotrips.extract.parsing.trips.relations import Relation
from diplotrips.extract.parsing.trips.sightings import sightings_of
from diplotrips.extract.parsing.trips.subjects import is_oblique
from diplotrips.extract.parsing.trips.tenses import Tense
from diplotrips.schema.countries import is_former

if TYPE_CHECKING:
    from diplotrips.extract.parsing.mentions import (
        People,
        Person,
        PlaceMention,
        TimeMention,
    )
    from diplotrips.extract.parsing.passages import Layout
    from diplotrips.extract.parsing.trips.chunks import Row
    from diplotrips.extract.parsing.trips.cues import Cue
    from diplotrips.extract.parsing.trips.groups import Group
    from diplotrips.extract.parsing.trips.sightings import Sighting
    from diplotrips.schema.dates.edtf import EdtfDate

FARTHEST_REMARK = 14
"""Chunks between a sighting and the words that make it history, at most."""


NEAR_CANCELLING = 7
"""Chunks between a visit and the words that call it off, at most."""


@dataclass(frozen=True, slots=True)
class Scene:
    """An article with all that is found in its sentences."""

    layout: Layout
    mentions: Mentions
    rows: tuple[Row, ...]
    groups: tuple[tuple[Group, ...], ...]
    """Groups of each row."""
    cues: tuple[tuple[Cue, ...], ...]
    """Cues of each row."""
    sightings: tuple[tuple[Sighting, ...], ...]
    """Sightings of each row."""
    owners: tuple[dict[int, int], ...]
    """Of each row, the person of each chunk that is one."""
    history: tuple[frozenset[int], ...]
    """Of each row, the chunks of words and days that tell of earlier times."""
    later: frozenset[tuple[int, int]] = frozenset()
    """Row and first chunk of the groups that belong to a later journey."""

    @property
    def persons(self) -> tuple[Person, ...]:
        """The article's people."""
        return self.mentions.people.persons

    def dateline_place(self) -> PlaceMention | None:
        """Return the place that the dateline names; None if there is none."""
        span = self.layout.datelines[0].place if self.layout.datelines else None
        return next((place for place in self.mentions.places if span and place.span.start == span.start), None)

    def is_history(self, sighting: Sighting) -> bool:
        """Tell whether *sighting* is told as something earlier, or much later, than the article's journey."""
        if (sighting.row, sighting.group.first) in self.later:
            return True
        if sighting.tense is Tense.FUTURE or (sighting.tense is Tense.PRESENT and sighting.cue and not sighting.cue.is_noun):
            return False
        first = sighting.cue.first if sighting.cue else sighting.group.first
        low, high = min(first, sighting.group.first), max(first, sighting.group.last)
        row = self.rows[sighting.row]
        return any(
            low - FARTHEST_REMARK <= at <= high or (high < at <= high + FARTHEST_REMARK and not _ends_clause(row, high + 1, at))
            for at in self.history[sighting.row]
        )

    def is_dropped(self, sighting: Sighting) -> bool:
        """Tell whether the words around *sighting* call off the visit that it speaks of."""
        for match in phrases("cancelling", "outcome").all_in(self.rows[sighting.row].words):
            if match.meaning == "cut-short":
                continue
            distance = _distance(sighting, match.first)
            if distance <= NEAR_CANCELLING and distance <= min(_distance(other, match.first) for other in self.sightings[sighting.row]):
                return True
        return False

    def is_quoted(self, sighting: Sighting) -> bool:
        """Tell whether the place of *sighting* stands in a quotation."""
        return self.layout.is_quoted(self.rows[sighting.row].chunks[sighting.member.index].start)


def read_scene(
    layout: Layout, places: tuple[PlaceMention, ...], people: People, times: tuple[TimeMention, ...], anchor: EdtfDate | None = None
) -> Scene:
    """Return *layout* with its rows, groups, cues and sightings."""
    places = tuple(place for place in places if not is_former(place.country))  # a state that is no more is history, not a stop
    mentions = Mentions(places, people, times)
    rows = with_programme(rows_of(layout, mentions))
    groups = tuple(groups_of(row, places) for row in rows)
    owners = tuple(_owners(row, people) for row in rows)
    cues = tuple(cues_of(row, own) for row, own in zip(rows, owners, strict=True))
    sightings = tuple(tuple(sightings_of(number, row, groups[number], cues[number], owners[number])) for number, row in enumerate(rows))
    sightings = tuple(tuple(_with_headline_person(one, owners[number]) for one in found) for number, found in enumerate(sightings))
    history = tuple(frozenset(history_in(row, layout.view, times, anchor)) for row in rows)
    if any(found and row.part is Part.TITLE for row, found in zip(rows, history, strict=True)):
        history = tuple(frozenset[int]() for _ in rows)
    later = later_in(rows, sightings, times, anchor)
    return Scene(layout, mentions, rows, groups, cues, sightings, owners, history, later)


def _owners(row: Row, people: People) -> dict[int, int]:
    """Return the person of each chunk that is one; a pronoun behind the subject of its sentence is that subject, no object before it."""
    owners: dict[int, int] = {}
    subject: int | None = None
    oblique: set[int] = set()
    for at, chunk in enumerate(row.chunks):
        if chunk.kind is not Kind.PERSON:
            continue
        owners[at] = person = people.mentions[chunk.number].person
        if chunk.word == "name":
            if is_oblique(row, at):
                oblique.add(person)
            else:
                subject = person
        elif chunk.word == "pronoun" and person in oblique and subject is not None and subject != person:
            owners[at] = subject
    return owners


def _with_headline_person(sighting: Sighting, owners: dict[int, int]) -> Sighting:
    """Return *sighting* with the person beside it, where a headline or caption has no verb."""
    if sighting.cue is None and sighting.relation is Relation.STAY and not sighting.persons:
        left = [person for at, person in owners.items() if at < sighting.group.first]
        return replace(sighting, persons=tuple(left[-1:]))
    return sighting


def _distance(sighting: Sighting, index: int) -> int:
    """Return how many chunks lie between *sighting*, from its cue to its group, and chunk *index*."""
    first = min(sighting.cue.first if sighting.cue else sighting.group.first, sighting.group.first)
    return max(first - index, index - sighting.group.last, 0)


def _ends_clause(row: Row, start: int, end: int) -> bool:
    return any(row.word(at) in {",", ";"} or (row.word(at) == "and" and row.kind(at + 1) is Kind.PERSON) for at in range(start, end))
