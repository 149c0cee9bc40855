"""Who travels: the person whom an article has on the way most often and most prominently."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.mentions import Role
from diplotrips.extract.parsing.passages import Part
from diplotrips.extract.parsing.trips.chunks import Kind
from diplotrips.extract.parsing.trips.relations import Relation
from diplotrips.extract.parsing.trips.tenses import Tense

if TYPE_CHECKING:
    from diplotrips.extract.parsing.mentions import Person
    from diplotrips.extract.parsing.trips.chunks import Row
    from diplotrips.extract.parsing.trips.cues import Cue
    from diplotrips.extract.parsing.trips.scene import Scene
    from diplotrips.extract.parsing.trips.sightings import Sighting

WEIGHTS = {
    Relation.OBJECT: 2.0,
    Relation.MOTION: 2.0,
    Relation.TRIP: 2.0,
    Relation.EDGE: 2.0,
    Relation.STAY: 1.5,
    Relation.FRONTED: 2.0,
    Relation.ITINERARY: 1.0,
    Relation.EVENT: 0.8,
    Relation.AWAITED: 1.5,
    Relation.TRANSIT: 0.5,
    Relation.LOCATIVE: 0.2,
    Relation.ORIGIN: 0.5,
}
"""What one sighting says for its subject being the article's traveller."""
LEAST = 1.0
"""Sum from which somebody is a traveller at all."""
LEAD_ROWS = 3


def main_traveller(scene: Scene) -> int | None:
    """Return the number of the person whose journey the article is about; None if nobody's is."""
    sums = weights_of(scene)
    if not any(_standing(scene.persons[number]) > 1 and total >= LEAST for number, total in sums.items()):
        _add_guests(scene, sums)
    if not any(total >= LEAST for total in sums.values()):
        _add_planned(scene, sums)
    hosts, titles, openers = _hosts(scene), _titles(scene), _openers(scene)
    ranked = {
        number: total * _standing(scene.persons[number]) * (HOST if number in hosts else 1)
        + (min(len(scene.persons[number].mentions), 10) * 0.1 + min(titles[number], 2) + OPENING * (number in openers))
        for number, total in sums.items()
    }
    ranked = {number: total for number, total in ranked.items() if total >= LEAST}
    return max(ranked, key=lambda number: (ranked[number], -number)) if ranked else None


HOST = 0.4
"""What is left of the journeys of somebody who has a guest at home: a return visit is another one."""


def _hosts(scene: Scene) -> frozenset[int]:
    """Return those in whose country the first sentence has somebody else."""
    opening = (
        one
        for row, found in zip(scene.rows, scene.sightings, strict=True)
        if row.position == 0 and row.part is Part.PARAGRAPH
        for one in found
    )
    guests = [one for one in opening if one.relation in WEIGHTS and one.persons and _counts(one, scene.persons[one.persons[0]])]
    return frozenset(
        number
        for number, person in enumerate(scene.persons)
        if any(one.member.country == person.country and number not in one.persons for one in guests)
    )


def weights_of(scene: Scene) -> defaultdict[int, float]:
    """Return what the sightings and the possessors of journeys say for each person."""
    sums: defaultdict[int, float] = defaultdict(float)
    for row, found, cues in zip(scene.rows, scene.sightings, scene.cues, strict=True):
        for sighting in found:
            is_told = scene.is_history(sighting) or sighting.tense is Tense.UNREAL
            weight = WEIGHTS.get(sighting.relation, 0) * (TOLD if is_told else 1)
            for person in sighting.persons:
                if _counts(sighting, scene.persons[person]):
                    sums[person] += weight * _prominence(row) / len(sighting.group.members) ** 0.5
        for cue in cues:
            if cue.person is not None and ((cue.is_noun and cue.group == "visit") or _is_to_region(row, cue)):
                sums[cue.person] += _prominence(row)
    return sums


def _is_to_region(row: Row, cue: Cue) -> bool:
    """Tell whether *cue* is a verb of travel with a region as its goal."""
    is_verb = not cue.is_noun and cue.group in {"visit", "go", "leave", "arrive", "onward", "begin"}
    return is_verb and any(row.kind(at) is Kind.REGION for at in range(cue.last + 1, cue.last + 1 + REGION_REACH))


REGION_REACH = 4
"""Chunks from a verb of travel to the region at most."""
TOLD = 0.2
"""What is left of a sighting that is history, or did not come about."""


def home_of(scene: Scene, number: int) -> str:
    """Return the country of the person *number*; where the article gives none, the one that the person returns to, or leaves first."""
    if scene.persons[number].country:
        return scene.persons[number].country
    own = [one for found in scene.sightings for one in found if number in one.persons and one.cue]
    returned = [one for one in own if one.cue and one.cue.group == "return" and one.relation is Relation.TRANSIT]
    left = [one for one in own if one.cue and one.cue.group == "leave" and one.relation is Relation.ORIGIN]
    arrived = [one.member.country for one in own if one.relation in {Relation.MOTION, Relation.OBJECT, Relation.TRIP, Relation.STAY}]
    return next((one.member.country for one in (*returned, *left[:1]) if one.member.country not in arrived), "")


def _add_guests(scene: Scene, sums: defaultdict[int, float]) -> None:
    """Add those who meet officials of a country in which the article has something happen: guests there, though no word says so."""
    located = {
        one.member.country
        for found in scene.sightings
        for one in found
        if not scene.is_history(one) and one.relation is not Relation.HOST and (one.member.town or one.group.preposition in {"in", "at"})
    }
    for number, found in enumerate(scene.sightings):
        if scene.history[number]:
            continue
        for sighting in found:
            if sighting.relation is not Relation.HOST or sighting.member.country not in located:
                continue
            for person in set(scene.owners[number].values()):
                guest = scene.persons[person]
                if (
                    guest.country
                    and guest.country != sighting.member.country
                    and guest.country not in located
                    and guest.role is Role.OFFICIAL
                ):
                    sums[person] += LEAST


def _add_planned(scene: Scene, sums: defaultdict[int, float]) -> None:
    """Add the official whom the article names first, where a programme has no subject."""
    planned = {one.member.country for found in scene.sightings for one in found if one.relation is Relation.ITINERARY and not one.persons}
    officials = [number for number, person in enumerate(scene.persons) if person.role is Role.OFFICIAL and person.mentions]
    if len(planned) > 1 and officials:
        sums[min(officials, key=lambda number: scene.persons[number].mentions[0].start)] += LEAST


def _counts(sighting: Sighting, person: Person) -> bool:
    return not sighting.by_other and sighting.member.country != person.country


def _prominence(row: Row) -> float:
    if row.part in {Part.TITLE, Part.CAPTION}:
        return 1.0
    if row.part is Part.BOILERPLATE:
        return 0.1
    return 2.0 if row.position < LEAD_ROWS else 1.0


def _standing(person: Person) -> float:
    """Return how likely somebody of this role is a traveller of state."""
    if person.is_author:
        return 0.0
    if person.role is Role.OFFICIAL:
        return 1.5 if person.office else 1.2
    return {Role.EXPERT: 0.2, Role.SPOKESPERSON: 0.2, Role.FORMER_OFFICIAL: 0.5}.get(person.role, 0.6)


def _titles(scene: Scene) -> Counter[int]:
    """Return how many title lines name each person."""
    named = (set(owners.values()) for row, owners in zip(scene.rows, scene.owners, strict=True) if row.part is Part.TITLE)
    return Counter(number for numbers in named for number in numbers)


def _openers(scene: Scene) -> set[int]:
    """Return the persons whom the first sentence has do something somewhere abroad."""
    first = (found for row, found in zip(scene.rows, scene.sightings, strict=True) if row.part is Part.PARAGRAPH and not row.position)
    seen = (one for found in first for one in found if one.relation in WEIGHTS)
    return {number for one in seen for number in one.persons if _counts(one, scene.persons[number])}


OPENING = 2.0
"""What speaks for the person of the first sentence."""
