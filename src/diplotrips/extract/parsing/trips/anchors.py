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


def anchors_of(scene: Scene, number: int, own: Sequence[Sighting], countries: frozenset[str]) -> list[Anchor]:
    """Return what days in the row *number* may belong to, given its sightings *own* of a journey to *countries*."""
    row = scene.rows[number]
    anchors = []
    for sighting in own:
        if sighting.relation is Relation.BARE or sighting.member is not next(
            (m for m in sighting.group.members if m.country in countries), None
        ):
            continue
        group = sighting.group
        among = tuple(country for country in group.countries if country in countries)
        anchors.append(Anchor(group.first, group.last, among, sighting, sighting.cue))
        if len(group.members) > 1 and _has_time_inside(row, group.first, group.last):
            anchors.pop()
            anchors += _apart(row, sighting, countries)
    used = {cue for anchor in anchors if (cue := anchor.cue)}
    anchors += [Anchor(cue.first, cue.last, (), None, cue) for cue in scene.cues[number] if cue not in used and _is_of_journey(cue)]
    anchors += [Anchor(cue.first, cue.last, (HERE,), None, cue) for cue in scene.cues[number] if cue not in used and cue.group == "arrive"]
    return anchors


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
            found.append(Anchor(own[-1] + 1 if own else low, low, (member.country,), sighting, sighting.cue))
    return [anchor for anchor in found if anchor.countries[0] in countries]


def _has_time_inside(row: Row, first: int, last: int) -> bool:
    return any(row.kind(at) is Kind.TIME for at in range(first, last))


def _is_of_journey(cue: Cue) -> bool:
    if cue.is_noun:
        return cue.group in {"visit", "departure"}
    return cue.group in {"leave", "return"}


def nearest_anchor(row: Row, at: int, anchors: list[Anchor]) -> Anchor | None:
    """Return the anchor that the day at chunk *at* belongs to: the nearest one in its clause, places before nouns."""
    best: tuple[float, Anchor] | None = None
    for anchor in anchors:
        low, high = min(at, anchor.last), max(at, anchor.first)
        between = range(min(anchor.last, at) + 1, max(anchor.first, at))
        distance = float(sum(row.word(step) not in {",", "the", "and", "on"} for step in between)) if low < high else 0.0
        distance += 12 * sum(row.word(step) in BREAKS | {"that", "who", "which", "where", "before", "after"} for step in between)
        distance += 4 * sum(row.word(step) in {",", "and"} and _starts_clause(row, step) for step in between)
        if anchor.first > at and any(row.word(step) == "and" for step in between):
            distance += 4
        if anchor.sighting is None or anchor.sighting.relation is Relation.HOST:
            distance += 3
        elif anchor.sighting.relation in {Relation.BARE, Relation.LOCATIVE, Relation.ORIGIN}:
            distance += 5
        if distance <= FARTHEST and (best is None or distance < best[0]):
            best = distance, anchor
    return best[1] if best else None


def _starts_clause(row: Row, index: int) -> bool:
    return row.kind(index + 1) is Kind.PERSON or row.word(index + 1) in {"then", "in", "on", "from", "after", "before"}
