"""Journeys that an article only mentions: somebody else's, and earlier ones of its traveller."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.extract.parsing.found import Evidence, Found, FoundStop, FoundTrip
from diplotrips.extract.parsing.lexicons.phrases import phrases
from diplotrips.extract.parsing.mentions import Role, TimeKind
from diplotrips.extract.parsing.trips.chunks import Kind
from diplotrips.extract.parsing.trips.relations import Relation
from diplotrips.extract.parsing.trips.stops import towns_of
from diplotrips.extract.parsing.trips.tenses import Tense
from diplotrips.schema.dates.edtf import EdtfInterval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.extract.parsing.mentions import Person, TimeMention
    from diplotrips.extract.parsing.trips.scene import Scene
    from diplotrips.extract.parsing.trips.sightings import Sighting

ASIDE = frozenset({Relation.OBJECT, Relation.MOTION, Relation.TRIP, Relation.STAY, Relation.EDGE, Relation.FRONTED})
NEAR = 14
"""Chunks between a journey that is mentioned and its day, at most."""


class Aside(NamedTuple):
    """Sightings that make one journey."""

    person: int
    sightings: tuple[Sighting, ...]


def asides_of(scene: Scene, travellers: tuple[int, ...]) -> tuple[FoundTrip, ...]:
    """Return the journeys that are mentioned beside those of *travellers*, numbered on from them."""
    traveller = travellers[0] if travellers else None
    grouped: defaultdict[tuple[int, int, str], list[Sighting]] = defaultdict(list)
    for sighting in _told(scene, travellers):
        person = sighting.persons[0] if sighting.persons else traveller
        if person is not None:
            day = _day_of(scene, sighting)
            grouped[person, sighting.row, str(day.date) if day else ""].append(sighting)
    journeys = [Aside(person, tuple(found)) for (person, _, _), found in grouped.items()]
    merged = _merged(journeys)
    first = len(travellers) + 1
    return tuple(_trip(scene, aside, f"t{number}") for number, aside in enumerate(merged, start=first))


def _told(scene: Scene, travellers: tuple[int, ...]) -> Iterator[Sighting]:
    """Give the sightings of journeys that are not the article's own: of other officials, and earlier ones."""
    for found in scene.sightings:
        for sighting in found:
            if sighting.relation not in ASIDE or sighting.negated or sighting.by_other or scene.is_quoted(sighting):
                continue
            number = next(iter((*sighting.persons, *travellers)), None)
            if number is not None and _may_travel(scene.persons[number], sighting) and _is_aside(scene, sighting, travellers):
                yield sighting


def _may_travel(person: Person, sighting: Sighting) -> bool:
    return person.role in {Role.OFFICIAL, Role.FORMER_OFFICIAL} and person.country != sighting.member.country


def _is_aside(scene: Scene, sighting: Sighting, travellers: tuple[int, ...]) -> bool:
    """Tell whether *sighting* is somebody else's, or history."""
    if not sighting.persons or sighting.persons[0] in travellers:
        return scene.is_history(sighting)
    return sighting.relation not in {Relation.EDGE, Relation.FRONTED}


def _merged(journeys: Sequence[Aside]) -> list[Aside]:
    """Return *journeys*, neighbouring ones of one person that share a country as one."""
    merged: list[Aside] = []
    for journey in journeys:
        last = next((one for one in merged if one.person == journey.person and _meet(one, journey)), None)
        if last:
            merged[merged.index(last)] = Aside(last.person, (*last.sightings, *journey.sightings))
        else:
            merged.append(journey)
    return merged


def _meet(one: Aside, other: Aside) -> bool:
    left, right = ({sighting.member.country for sighting in aside.sightings} for aside in (one, other))
    return bool(left & right)


def _day_of(scene: Scene, sighting: Sighting) -> TimeMention | None:
    """Return the day, month or year nearest to *sighting* in its sentence."""
    row = scene.rows[sighting.row]
    near = [
        (min(abs(at - sighting.group.first), abs(at - sighting.group.last)), chunk.number)
        for at, chunk in enumerate(row.chunks)
        if chunk.kind is Kind.TIME and row.word(at - 1) != "since"
    ]
    times = [(distance, scene.mentions.times[number]) for distance, number in sorted(near) if distance <= NEAR]
    return next((time for _, time in times if time.date and time.kind in {TimeKind.DAY, TimeKind.WINDOW, TimeKind.RANGE}), None)


def _trip(scene: Scene, aside: Aside, name: str) -> FoundTrip:
    person = scene.persons[aside.person]
    first = aside.sightings[0]
    countries = tuple(dict.fromkeys(sighting.member.country for sighting in aside.sightings))
    time = next((day for sighting in aside.sightings if (day := _day_of(scene, sighting))), None)
    within = None
    if time and time.date:
        within = (
            Found(EdtfInterval.parse(str(time.date)), Evidence((time.span,), "mentioned-when", time.basis, 0.6, anchor=time.anchor))
            if "[" not in str(time.date)
            else None
        )
    stops = tuple(
        FoundStop(
            id=country.lower(),
            country=Found(country, Evidence((own[0].span,), "mentioned-visit", confidence=0.6)),
            places=towns_of(scene, country, own),
        )
        for country in countries
        if (own := [sighting for sighting in aside.sightings if sighting.member.country == country])
    )
    return FoundTrip(
        id=name,
        traveller=Found(
            person.name, Evidence((person.mentions[0],) if person.mentions else (first.span,), "subject-of-visit", confidence=0.7)
        ),
        person=aside.person,
        main=False,
        status=Found(_status(scene, aside), Evidence((first.span,), "mentioned-tense", confidence=0.6)),
        stops=stops,
        within=within,
        confidence=0.5,
    )


def _status(scene: Scene, aside: Aside) -> str:
    for sighting in aside.sightings:
        row = scene.rows[sighting.row]
        found = next(phrases("cancelling", "outcome").all_in(row.words), None)
        if found and found.meaning != "cut-short":
            return found.meaning
    return "planned" if all(sighting.tense is Tense.FUTURE for sighting in aside.sightings) else "completed"
