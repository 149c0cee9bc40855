"""How far a passage that has somebody at a place is about a given person: in full, in part where it does not say who, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.parsing.mentions import Role
from diplotrips.extract.parsing.trips.relations import Relation

if TYPE_CHECKING:
    from diplotrips.extract.parsing.trips.scene import Scene
    from diplotrips.extract.parsing.trips.sightings import Sighting

UNSAID = 0.7
"""What a sighting counts whose sentence does not say who is there."""
QUOTED = 0.6
"""What is left of it inside a quotation."""
PARTY_SHARE = 0.9
"""What a sighting counts whose subject is the traveller's party."""
OTHERS_SHARE = 0.4
"""What a sighting counts whose subject is a host, or somebody who only speaks about the traveller."""
MARGINS = frozenset({"sidelines", "fringes", "margins", "margin", "sideline"})
"""Words that say that people meet where something else brings them together."""
ELSEWHERE_REACH = 8
"""Chunks from a host to the place of the meeting at most."""


def share_of(scene: Scene, sighting: Sighting, person: int) -> float:
    """Return how far *sighting* is one of *person*."""
    if sighting.relation is Relation.HOST:
        if is_met_elsewhere(scene, sighting):
            return 0.0
        return 1.0 if person in scene.owners[sighting.row].values() else OTHERS_SHARE
    if person in sighting.persons or sighting.by_other:
        return float(person in sighting.persons)
    return _share_of_others(scene, sighting, person) if sighting.persons else _share_unsaid(scene, sighting)


def _share_unsaid(scene: Scene, sighting: Sighting) -> float:
    """Return what a sighting counts that does not say who is there."""
    if sighting.cue and sighting.cue.by_party:
        return PARTY_SHARE
    return UNSAID * (QUOTED if scene.is_quoted(sighting) else 1)


def _share_of_others(scene: Scene, sighting: Sighting, person: int) -> float:
    """Return what a sighting of somebody else counts for *person*: something if that one is a host, or only speaks."""
    other = scene.persons[sighting.persons[0]]
    speaks = other.role in {Role.SPOKESPERSON, Role.EXPERT}
    if sighting.relation in {Relation.ITINERARY, Relation.HEADING, Relation.EDGE}:
        is_near = person in scene.owners[sighting.row].values() or sighting.relation is Relation.HEADING
        return UNSAID if is_near or speaks else 0.0
    is_host = bool(other.country) and other.country == sighting.member.country
    receives = is_host and sighting.relation in {Relation.EVENT, Relation.AWAITED, Relation.LOCATIVE, Relation.STAY}
    return OTHERS_SHARE if receives or speaks else 0.0


def is_met_elsewhere(scene: Scene, sighting: Sighting) -> bool:
    """Tell whether the sentence says that *sighting*, a host, was met in another country than the host's."""
    if any(word in MARGINS for word in scene.rows[sighting.row].words):
        return True
    others = [one for one in scene.sightings[sighting.row] if one.relation in {Relation.EVENT, Relation.STAY, Relation.LOCATIVE}]
    near = {one.member.country for one in others if 0 < one.group.first - sighting.group.last <= ELSEWHERE_REACH}
    return bool(near) and sighting.member.country not in near | {one.member.country for one in others}


def worth_of(sighting: Sighting, home: str) -> float:
    """Return what an origin is worth: somebody returns or comes from a stop, but also leaves home, if *home* is not known."""
    if sighting.relation is not Relation.ORIGIN:
        return 1.0
    return {
        "return": 1.0,
        "go": 1.0,
        "onward": 1.0,
        "leave": 1.0 if home and sighting.persons else 0.3,
        "arrive": 1.0 if home else 0.4,
        "reach": 1.0 if home else 0.4,
    }.get(sighting.cue.group if sighting.cue else "", 0.2)
