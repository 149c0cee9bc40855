"""What speaks for and against a country being a stop of somebody's journey, as numbers without words: one vector a country.

`candidates` is what the scorer and its training take. Each feature lies between 0 and 1 or near it; its sign is known beforehand.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from math import log
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.mentions import PlaceKind, Role
from diplotrips.extract.parsing.passages import Part
from diplotrips.extract.parsing.trips.chunks import Kind
from diplotrips.extract.parsing.trips.relations import Relation
from diplotrips.extract.parsing.trips.shares import MARGINS, UNSAID, share_of, worth_of
from diplotrips.extract.parsing.trips.tenses import Tense
from diplotrips.extract.parsing.trips.travellers import (
    LEAD_ROWS,
    home_of,
    main_traveller,
)

if TYPE_CHECKING:
    from diplotrips.extract.parsing.trips.scene import Scene
    from diplotrips.extract.parsing.trips.sightings import Sighting

SIGNS = {
    "visited": 1,
    "moved": 1,
    "trip": 1,
    "itinerary": 1,
    "stayed": 1,
    "edge": 1,
    "event": 1,
    "fronted": 1,
    "heading": 1,
    "awaited": 1,
    "locative": 1,
    "opening": 1,
    "onward": 1,
    "host": 1,
    "host_met": 1,
    "host_named": 1,
    "listed": 1,
    "largest_list": 1,
    "ranked": 1,
    "with_traveller": 1,
    "in_lead": 1,
    "in_title": 1,
    "dated": 1,
    "often": 1,
    "dateline": 1,
    "attributive_only": -1,
    "quoted_only": -1,
    "history": -1,
    "negated": -1,
    "other_subject": -1,
    "transit": -1,
    "marginal_only": -1,
    "unlisted": -1,
    "bare_only": -1,
}
"""Every feature with the sign that its weight may have."""
NAMES = tuple(SIGNS)
OF_RELATION = {
    Relation.OBJECT: "visited",
    Relation.MOTION: "moved",
    Relation.TRIP: "trip",
    Relation.ITINERARY: "itinerary",
    Relation.STAY: "stayed",
    Relation.EDGE: "edge",
    Relation.EVENT: "event",
    Relation.FRONTED: "fronted",
    Relation.HEADING: "heading",
    Relation.AWAITED: "awaited",
    Relation.LOCATIVE: "locative",
    Relation.ORIGIN: "onward",
    Relation.HOST: "host",
}
STRONG = frozenset(
    {Relation.OBJECT, Relation.MOTION, Relation.TRIP, Relation.ITINERARY, Relation.STAY, Relation.EDGE, Relation.FRONTED, Relation.AWAITED}
)
"""Relations that make a list a list of stops."""
NEAR = 12
"""Chunks between a day and a place that it may be the day of."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A country that may be a stop of the traveller."""

    country: str
    values: dict[str, float]
    """Value of each feature that is not 0."""
    sightings: tuple[Sighting, ...]
    """Those that speak for it, in the order of the text."""

    @property
    def vector(self) -> tuple[float, ...]:
        """The values of all features, in the order of `NAMES`."""
        return tuple(self.values.get(name, 0.0) for name in NAMES)


@dataclass(slots=True)
class _Tally:
    values: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    sightings: list[Sighting] = field(default_factory=list)
    mentions: int = 0
    quoted: int = 0
    bare: int = 0
    marginal: int = 0

    def raise_to(self, name: str, value: float) -> None:
        self.values[name] = max(self.values[name], value)


def candidates(scene: Scene, traveller: int | None = None) -> tuple[Candidate, ...]:
    """Return every country but the traveller's own as a candidate, in the order of the text.

    Args:
        scene: The article.
        traveller: Number of a person; None: the article's main traveller.
    """
    person = main_traveller(scene) if traveller is None else traveller
    if person is None:
        return ()
    home = home_of(scene, person)
    tallies: defaultdict[str, _Tally] = defaultdict(_Tally)
    lists = [sighting.group for found in scene.sightings for sighting in found if _makes_list(scene, sighting, person)]
    real = {sighting.member.country for found in scene.sightings for sighting in found if _is_real(scene, sighting, person)}
    largest = max((len(group.countries) for group in lists), default=0)
    for found in scene.sightings:
        for sighting in found:
            is_off = sighting.tense is Tense.UNREAL or scene.is_dropped(sighting)
            if is_off and sighting.member.country not in real and (real or _is_leg(sighting)):
                tallies[sighting.member.country].raise_to("negated", 1)
                tallies[sighting.member.country].mentions += 1
            else:
                _count(tallies[sighting.member.country], scene, sighting, person, largest)
    _count_attributes(scene, tallies)
    _count_hosts(scene, tallies, person)
    headed = {one.member.country for found in scene.sightings for one in found if one.relation is Relation.HEADING}
    for country in headed if len(headed) > 1 else ():
        tallies[country].raise_to("itinerary", UNSAID)
    if (here := _dateline_country(scene)) in tallies:
        tallies[here].raise_to("dateline", 1)
    listed = {country for group in lists if len(group.countries) == largest for country in group.countries}
    homes = {home} | {scene.persons[other].country for other in _companions(scene, person)}
    return tuple(_candidate(country, tally, listed, largest) for country, tally in tallies.items() if country and country not in homes)


def _companions(scene: Scene, person: int) -> set[int]:
    """Return those who travel together with *person*."""
    joint = [one for found in scene.sightings for one in found if person in one.persons and len(one.persons) > 1]
    return {other for one in joint if one.relation in STRONG for other in one.persons if scene.persons[other].country != one.member.country}


def _dateline_country(scene: Scene) -> str:
    """Return the country that the article is reported from; empty if it does not say."""
    place = scene.dateline_place()
    return place.country if place else ""


def _is_leg(sighting: Sighting) -> bool:
    return bool(sighting.cue and sighting.cue.is_noun and sighting.cue.group == "stop")


def _is_real(scene: Scene, sighting: Sighting, person: int) -> bool:
    """Tell whether *sighting* has *person* go somewhere in truth, now or later."""
    own = (
        person in sighting.persons
        and (sighting.relation in STRONG or sighting.relation is Relation.EVENT)
        and sighting.tense in {Tense.PAST, Tense.PRESENT, Tense.FUTURE}
    )
    if scene.is_dropped(sighting):
        return False
    return own and not sighting.negated and not scene.is_history(sighting) and sighting.member.country != scene.persons[person].country


def _makes_list(scene: Scene, sighting: Sighting, person: int) -> bool:
    own = (not sighting.persons or person in sighting.persons) and not sighting.by_other
    return own and sighting.relation in STRONG and not scene.is_history(sighting) and len(sighting.group.countries) > 1


def _count(tally: _Tally, scene: Scene, sighting: Sighting, person: int, largest: int) -> None:
    row = scene.rows[sighting.row]
    tally.mentions += 1
    tally.quoted += scene.is_quoted(sighting)
    tally.marginal += row.part is Part.BOILERPLATE
    if sighting.relation is Relation.BARE:
        tally.bare += 1
        if row.part is Part.TITLE:
            tally.raise_to("in_title", 1)
        if person in scene.owners[sighting.row].values():
            tally.raise_to("with_traveller", 1)
        return
    share = share_of(scene, sighting, person)
    if share <= 0 or sighting.relation is Relation.SKIPPED:
        tally.raise_to("negated" if sighting.relation is Relation.SKIPPED else "other_subject", 1)
        return
    if sighting.negated or scene.is_history(sighting):
        tally.raise_to("negated" if sighting.negated else "history", 1)
        return
    tally.sightings.append(sighting)
    if sighting.relation is Relation.TRANSIT:
        tally.raise_to("transit", 1)
        return
    tally.raise_to(
        OF_RELATION[sighting.relation],
        share * worth_of(sighting, scene.persons[person].country) * (0.3 if row.part is Part.BOILERPLATE else 1),
    )
    _count_setting(tally, scene, sighting, person, largest)


def _count_setting(tally: _Tally, scene: Scene, sighting: Sighting, person: int, largest: int) -> None:
    row = scene.rows[sighting.row]
    size = len(sighting.group.countries)
    if sighting.relation in STRONG and size > 1:
        tally.raise_to("listed", 1)
        tally.raise_to("largest_list", float(size == largest))
    if sighting.rank and sighting.rank != "then":
        tally.raise_to("ranked", 1)
    if person in scene.owners[sighting.row].values():
        tally.raise_to("with_traveller", 1)
    if row.part is Part.TITLE:
        tally.raise_to("in_title", 1)
    elif row.part is Part.PARAGRAPH and row.position < LEAD_ROWS:
        tally.raise_to("in_lead", 1)
    if sighting.group.lead == 0 and sighting.group.preposition in {"in", "at"}:
        tally.raise_to("opening", 1)
    if any(chunk.kind is Kind.TIME for chunk in row.chunks[max(0, sighting.group.first - NEAR) : sighting.group.last + NEAR]):
        tally.raise_to("dated", 1)


def _count_attributes(scene: Scene, tallies: defaultdict[str, _Tally]) -> None:
    """Count names of countries that only say whose something is."""
    located = {number for found in scene.sightings for sighting in found for number in sighting.member.numbers}
    for number, place in enumerate(scene.mentions.places):
        if number not in located and place.country and place.kind is not PlaceKind.REGION:
            tallies[place.country].values["attributes"] += 1


def _count_hosts(scene: Scene, tallies: defaultdict[str, _Tally], person: int) -> None:
    """Count the officials of each country whom the article names, and those whom the traveller meets."""
    present = False
    for number, row in enumerate(scene.rows):
        owners = set(scene.owners[number].values())
        meets = not MARGINS.intersection(row.words) and any(
            cue.group in {"meet", "host"} or (cue.is_noun and cue.group == "event") for cue in scene.cues[number]
        )
        before, present = present, person in owners
        for other in owners - {person}:
            host = scene.persons[other]
            if host.country and host.role is Role.OFFICIAL and row.part is not Part.BOILERPLATE:
                tallies[host.country].raise_to("host_named", 1)
                if meets and (present or before) and not scene.history[number]:
                    tallies[host.country].raise_to("host_met", 1)


def _candidate(country: str, tally: _Tally, listed: set[str], largest: int) -> Candidate:
    values = {name: value for name, value in tally.values.items() if name in SIGNS}
    strong = any(values.get(OF_RELATION[relation], 0) >= UNSAID for relation in STRONG)
    values["often"] = log(1 + tally.mentions + 0.3 * tally.values.get("attributes", 0)) / 2
    values["attributive_only"] = float(not tally.mentions)
    values["quoted_only"] = float(bool(tally.mentions) and tally.quoted == tally.mentions)
    values["marginal_only"] = float(bool(tally.mentions) and tally.marginal == tally.mentions)
    values["bare_only"] = float(bool(tally.mentions) and tally.bare == tally.mentions)
    values["unlisted"] = float(largest > 1 and country not in listed and not strong)
    return Candidate(country, {name: value for name, value in values.items() if value}, tuple(tally.sightings))
