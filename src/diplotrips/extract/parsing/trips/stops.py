"""Stops put together: country, towns, days, rank, status, whom the traveller meets there."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.found import Evidence, Found, FoundStop
from diplotrips.extract.parsing.mentions import PlaceKind
from diplotrips.extract.parsing.passages import Part
from diplotrips.extract.parsing.trips.meetings import meetings_at
from diplotrips.extract.parsing.trips.relations import Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.trips.features import Candidate
    from diplotrips.extract.parsing.trips.scene import Scene
    from diplotrips.extract.parsing.trips.sightings import Sighting
    from diplotrips.extract.parsing.trips.stays import Stay
    from diplotrips.schema.fields import Span

TOWN_WEIGHTS = {
    Relation.OBJECT: 3.0,
    Relation.MOTION: 3.0,
    Relation.TRIP: 3.0,
    Relation.STAY: 2.5,
    Relation.EDGE: 3.0,
    Relation.EVENT: 2.5,
    Relation.FRONTED: 2.5,
    Relation.ITINERARY: 2.5,
    Relation.HEADING: 1.3,
    Relation.LOCATIVE: 1.5,
    Relation.AWAITED: 1.0,
    Relation.ORIGIN: 1.5,
}
"""What a sighting says for the traveller being in the town it names."""
SEAT = 1.0
"""What speaks for a seat of government beside other towns."""
UNSAID = 0.5
"""What is left of *in X* where nobody is said to be there."""
LEAST_TOWN = 1.2
"""Sum from which a town is one where the traveller is."""


def stop_of(scene: Scene, candidate: Candidate, stay: Stay, score: float, traveller: int) -> FoundStop:
    """Return *candidate*, which the scorer holds for a stop with *score*, as a stop of *traveller* with the days of *stay*."""
    country, own = candidate.country, candidate.sightings
    best = max(own, key=lambda one: (TOWN_WEIGHTS.get(one.relation, 0), -one.row), default=None)
    spans = (best.span,) if best else _named(scene, country)
    rule = f"stop-{best.relation.value}" if best else "stop-host"
    return FoundStop(
        id=country.lower(),
        country=Found(country, Evidence(spans, rule, confidence=score, part=_part(scene, best))),
        places=towns_of(scene, country, own) or _reported_from(scene, country),
        first_day=stay.first,
        last_day=stay.last,
        seen=tuple(stay.seen),
        met=meetings_at(scene, country, traveller),
    )


def _reported_from(scene: Scene, country: str) -> tuple[Found[str], ...]:
    """Return the town that the article is reported from, where it lies in *country*."""
    place = scene.dateline_place()
    if place is None or place.country != country or place.kind is not PlaceKind.CITY:
        return ()
    return (Found(place.name, Evidence((place.span,), "town-of-dateline", confidence=0.6)),)


def _part(scene: Scene, sighting: Sighting | None) -> str:
    if sighting is None:
        return "body"
    return {Part.TITLE: "headline", Part.CAPTION: "caption"}.get(scene.rows[sighting.row].part, "body")


def _named(scene: Scene, country: str) -> tuple[Span, ...]:
    """Return the first mention of *country*."""
    return next(((place.span,) for place in scene.mentions.places if place.country == country), ())


def towns_of(scene: Scene, country: str, own: Sequence[Sighting]) -> tuple[Found[str], ...]:
    """Return the towns of *country* where the traveller is, the one that most speaks for first."""
    sums: defaultdict[str, float] = defaultdict(float)
    spans: dict[str, Span] = {}
    for sighting in own:
        town = sighting.member.town
        if not town or sighting.member.country != country:
            continue
        weight = TOWN_WEIGHTS.get(sighting.relation, 0) * (UNSAID if sighting.relation is Relation.LOCATIVE and not sighting.persons else 1)
        sums[town] += weight if town not in spans else weight / 2
        mention = scene.mentions.places[sighting.member.numbers[0]]
        if town not in spans and mention.is_seat:
            sums[town] += SEAT
        spans.setdefault(town, mention.span)
    ranked = sorted((town for town, total in sums.items() if total >= LEAST_TOWN), key=lambda town: (-sums[town], spans[town].start))
    return tuple(Found(town, Evidence((spans[town],), "town-of-stop", confidence=min(0.9, 0.4 + sums[town] / 8))) for town in ranked)
