"""The journeys of an article: the one it is about, and those it mentions; `find_trips` is what the pipeline calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.parsing.found import Evidence, Found, FoundTrip
from diplotrips.extract.parsing.trips.asides import asides_of
from diplotrips.extract.parsing.trips.cotravellers import co_travellers
from diplotrips.extract.parsing.trips.days import days_of, share_edges
from diplotrips.extract.parsing.trips.extent import count_of, region_of
from diplotrips.extract.parsing.trips.facts import facts_of
from diplotrips.extract.parsing.trips.features import candidates
from diplotrips.extract.parsing.trips.order import route_of
from diplotrips.extract.parsing.trips.scene import read_scene
from diplotrips.extract.parsing.trips.scoring import scorer
from diplotrips.extract.parsing.trips.status import Journey, status_of
from diplotrips.extract.parsing.trips.stays import Stay, stays_of
from diplotrips.extract.parsing.trips.stops import stop_of
from diplotrips.extract.parsing.trips.travellers import main_traveller
from diplotrips.schema.dates.edtf import EdtfInterval

if TYPE_CHECKING:
    from diplotrips.extract.parsing.mentions import People, PlaceMention, TimeMention
    from diplotrips.extract.parsing.passages import Layout
    from diplotrips.extract.parsing.trips.features import Candidate
    from diplotrips.extract.parsing.trips.scene import Scene
    from diplotrips.extract.parsing.trips.sightings import Sighting
    from diplotrips.schema.dates.edtf import EdtfDate

THRESHOLD = 0.5
"""Score from which a candidate is a stop."""


def find_trips(
    layout: Layout,
    places: tuple[PlaceMention, ...],
    people: People,
    times: tuple[TimeMention, ...],
    published: Found[EdtfDate] | None,
) -> tuple[FoundTrip, ...]:
    """Return the journeys that the article tells of, the one it is about first."""
    anchor = published.value if published else None
    scene = read_scene(layout, places, people, times, anchor)
    traveller = main_traveller(scene)
    main = _main_trip(scene, traveller, anchor, "t1") if traveller is not None else None
    if traveller is None or main is None:
        return asides_of(scene, ())
    found = [main]
    for number in co_travellers(scene, traveller, frozenset(stop.country.value for stop in main.stops)):
        other = _main_trip(scene, number, anchor, f"t{len(found) + 1}")
        found += [other] if other else []
    return (*found, *asides_of(scene, tuple(trip.person for trip in found)))


def _chosen(scene: Scene, traveller: int) -> list[tuple[Candidate, float]]:
    scored = [(candidate, scorer().score(candidate)) for candidate in candidates(scene, traveller)]
    return [(candidate, score) for candidate, score in scored if score >= THRESHOLD]


def _main_trip(scene: Scene, traveller: int, anchor: EdtfDate | None, name: str) -> FoundTrip | None:
    """Return the journey of *traveller* as *name*; None if no country is a stop."""
    chosen = _chosen(scene, traveller)
    if not chosen:
        return None
    countries = [candidate.country for candidate, _ in chosen]
    facts = facts_of(scene, frozenset(countries), traveller)
    stays = stays_of(facts, countries)
    own = sorted((one for candidate, _ in chosen for one in candidate.sightings), key=lambda one: (one.row, one.member.index))
    route, ranks = route_of(scene, own, facts, stays)
    days = days_of(facts, stays, route, ranks)
    share_edges(days, stays, route)
    count = count_of(scene, traveller)
    status = status_of(scene, Journey(traveller, own, days, stays, count.value if count else 0), anchor)
    if status.value in {"cancelled", "postponed"} and days.last and days.last.evidence.rule == "journey-ends":
        days.last = None  # the day on which it was called off
    person = scene.persons[traveller]
    return FoundTrip(
        id=name,
        traveller=Found(person.name, Evidence(person.mentions[:1], "subject-of-visits", confidence=0.9)),
        person=traveller,
        main=True,
        status=status,
        stops=tuple(stop_of(scene, one, stays[one.country], score, traveller) for one, score in chosen),
        first_day=days.first,
        last_day=days.last,
        within=_within(days.within),
        days=days.length,
        n_countries=count,
        region=region_of(scene, traveller),
        route=tuple(tuple(country.lower() for country in level) for level in route) or _listed(countries),
        route_evidence=_route_evidence(own, route, stays),
        confidence=min(score for _, score in chosen),
    )


def _within(window: Found[EdtfDate] | None) -> Found[EdtfInterval] | None:
    """Return *window* as an interval; a set of days is none."""
    if window is None or str(window.value).startswith("["):
        return None
    return Found(EdtfInterval.parse(str(window.value)), window.evidence)


def _listed(countries: list[str]) -> tuple[tuple[str, ...], ...]:
    return tuple((country.lower(),) for country in countries) if len(countries) > 1 else ()


def _route_evidence(own: list[Sighting], route: tuple[tuple[str, ...], ...], stays: dict[str, Stay]) -> Evidence | None:
    if len(stays) == 1:
        return None
    if not route:
        longest = max(own, key=lambda one: (len(one.group.members), -one.row), default=None)
        return Evidence((longest.span,) if longest else (), "route-list", "list", 0.5)
    first = {one.member.country: one.span for one in reversed(own)}
    spans = tuple(dict.fromkeys(first[country] for level in route for country in level if country in first))
    return Evidence(spans, "route-sequence", "stated", 0.8)
