"""What a day in a sentence may belong to: the places of the journey in it, its nouns and verbs of travel, the stop just spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diplotrips.extract.parsing.trips.chunks import Kind
from diplotrips.extract.parsing.trips.relations import Relation
from diplotrips.extract.parsing.trips.tenses import BREAKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.trips.chunks import Row
    from diplotrips.extract.parsing.trips.cues import Cue
    from diplotrips.extract.parsing.trips.scene import Scene
    from diplotrips.extract.parsing.trips.sightings import Sighting


HERE = "here"
"""In place of a country: the stop that has just been spoken of."""

FARTHEST = 30
"""Chunks between a day and what it is a day of, at most."""


class Anchor(NamedTuple):
    """Something in a row that a day may belong to."""

    first: int
    last: int
    countries: tuple[str, ...]
    """Empty: the journey."""
    sighting: Sighting | None = None
    cue: Cue | None = None
    is_led: bool = False
    """Whether its day stands before it, as in *on Monday X, on Tuesday Y*."""


def anchors_of(scene: Scene, number: int, own: Sequence[Sighting], countries: frozenset[str]) -> list[Anchor]:
    """Return what days in the row *number* may belong to, given its sightings *own* of a journey to *countries*."""
    row = scene.rows[number]
    anchors: list[Anchor] = []
    for sighting in own:
        group = sighting.group
        first = next((member for member in group.members if member.country in countries), None)
        if sighting.relation is Relation.BARE or sighting.member is not first:
            continue
        if len(group.members) > 1 and _has_time_inside(row, group.first, group.last):
            anchors += _apart(row, sighting, countries)
        else:
            among = tuple(country for country in group.countries if country in countries)
            anchors.append(Anchor(group.first, group.last, among, sighting, sighting.cue))
    free = [cue for cue in scene.cues[number] if cue not in {anchor.cue for anchor in anchors}]
    anchors += [Anchor(cue.first, cue.last, (), None, cue) for cue in free if _is_of_journey(row, cue)]
    return anchors + [Anchor(cue.first, cue.last, (HERE,), None, cue) for cue in free if cue.group == "arrive"]


def _apart(row: Row, sighting: Sighting, countries: frozenset[str]) -> list[Anchor]:
    """Return an anchor for each member of a list with days in it; each ends where the next begins, or begins where the one before ends."""
    members = sighting.group.members
    times = [
        at for at, chunk in enumerate(row.chunks) if chunk.kind is Kind.TIME and sighting.group.first - 4 <= at <= sighting.group.last + 4
    ]
    trailing = members[0].index < times[0]
    found = []
    for member, following in zip(members, (*members[1:], None), strict=True):
        low = member.index
        if trailing:
            until = following.index if following else len(row.chunks)
            own = [at for at in times if low < at < until]
            found.append(Anchor(low, own[0] - 1 if own else low, (member.country,), sighting, sighting.cue))
        else:
            own = [at for at in times if at < low]
            found.append(Anchor(own[-1] + 1 if own else low, low, (member.country,), sighting, sighting.cue, is_led=True))
    return [anchor for anchor in found if anchor.countries[0] in countries]


def _has_time_inside(row: Row, first: int, last: int) -> bool:
    return any(row.kind(at) is Kind.TIME for at in range(first, last))


REGIONS = frozenset({"region", "continent"})
REGION_REACH = 6
"""Chunks from a verb of travel to the region it leads to, at most."""


def _is_of_journey(row: Row, cue: Cue) -> bool:
    """Tell whether *cue*, which governs no stop, speaks of the whole journey."""
    if cue.is_noun:
        return cue.group in {"visit", "departure"}
    if cue.group in {"visit", "go"}:
        after = range(cue.last + 1, cue.last + 1 + REGION_REACH)
        return any(row.kind(at) is Kind.REGION or row.word(at) in REGIONS for at in after)
    return cue.group in {"leave", "return"} or (cue.group in {"begin", "end"} and row.word(0) == "it" and not cue.persons)


CLAUSE = 12
"""What a word that begins a clause adds to the distance between a day and a place."""
HALF_CLAUSE = 4
"""What a comma or *and* with a subject or preposition behind it adds."""
WEAK = 5
"""What it adds if the place is only named."""
INDIRECT = 3
"""What it adds if no place is named."""


def nearest_anchor(row: Row, at: int, anchors: list[Anchor]) -> Anchor | None:
    """Return the anchor that the day at chunk *at* belongs to: the nearest one in its clause, places before nouns."""
    measured = [(_distance(row, at, anchor), number) for number, anchor in enumerate(anchors)]
    best = min(measured, default=(FARTHEST + 1, 0))
    return anchors[best[1]] if best[0] <= FARTHEST else None


def _distance(row: Row, at: int, anchor: Anchor) -> int:
    """Return how far the day at chunk *at* is from *anchor*, clauses between them counted."""
    start = min(anchor.last, at) + 1
    if anchor.last < at and row.words[start : start + 2] == (",", "where"):
        start += 2  # what is told behind it is told of the place
    between = range(start, max(anchor.first, at))
    distance = sum(row.word(step) not in {",", "the", "and", "on"} for step in between)
    distance += CLAUSE * sum(row.word(step) in BREAKS | {"that", "who", "which", "where", "before", "after"} for step in between)
    distance += HALF_CLAUSE * sum(row.word(step) in {",", "and"} and _starts_clause(row, step) for step in between)
    if anchor.is_led and anchor.last < at:
        distance += HALF_CLAUSE
    if anchor.first > at and any(row.word(step) == "and" for step in between):
        distance += HALF_CLAUSE
    if anchor.sighting is None or anchor.sighting.relation is Relation.HOST:
        distance += INDIRECT
    elif anchor.sighting.relation in {Relation.BARE, Relation.LOCATIVE, Relation.ORIGIN}:
        distance += WEAK
    return distance


def _starts_clause(row: Row, index: int) -> bool:
    return row.kind(index + 1) is Kind.PERSON or row.word(index + 1) in {"then", "in", "on", "from", "after", "before"}
