"""Further people whose journeys the article is about as well: two guests of one host, two ministers together, a digest of journeys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.parsing.mentions import Role
from diplotrips.extract.parsing.passages import Part
from diplotrips.extract.parsing.trips.features import STRONG
from diplotrips.extract.parsing.trips.relations import Relation
from diplotrips.extract.parsing.trips.subjects import is_oblique
from diplotrips.extract.parsing.trips.tenses import Tense
from diplotrips.extract.parsing.trips.travellers import LEAD_ROWS, weights_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.extract.parsing.trips.scene import Scene
    from diplotrips.extract.parsing.trips.sightings import Sighting

TRAVELLING = STRONG | {Relation.ORIGIN}
NEVER = frozenset({Role.EXPERT, Role.SPOKESPERSON})
LEAST = 2.0
"""Sum from which somebody may be a further traveller."""
GUEST_SHARE = 0.35
"""Of the traveller's sum, what somebody needs who is at the same place, or named at the head of the article."""
DIGEST_SHARE = 0.5
"""The same for somebody whose journey has nothing to do with the traveller's."""
FEWEST_ROWS = 2
"""Sentences that a further traveller is the subject of, at least."""


def co_travellers(scene: Scene, traveller: int, stops: frozenset[str]) -> tuple[int, ...]:
    """Return the people whose journeys the article is about beside that of *traveller* to *stops*, in the order of the text."""
    sums = weights_of(scene)
    found = [
        number
        for number, total in sums.items()
        if number != traveller
        and _may_travel(scene, number, traveller, stops)
        and _is_co_traveller(scene, number, traveller, stops, total / max(sums[traveller], LEAST) if total >= LEAST else 0.0)
    ]
    return tuple(sorted(found, key=lambda number: scene.persons[number].mentions[0].start if scene.persons[number].mentions else 0))


def _may_travel(scene: Scene, number: int, traveller: int, stops: frozenset[str]) -> bool:
    """Tell whether the person is no host, companion, expert or author."""
    person, first = scene.persons[number], scene.persons[traveller]
    if person.role in NEVER or person.is_author or person.country in stops:
        return False
    return not person.country or person.country != first.country


def _is_co_traveller(scene: Scene, number: int, traveller: int, stops: frozenset[str], share: float) -> bool:
    own = tuple(_own(scene, number))
    rows = _rows_of_subject(scene, number)
    if not own or len(rows) < FEWEST_ROWS:
        return False
    if any(traveller in one.persons for one in own):
        return True
    at_same_place = any(one.member.country in stops for one in own)
    if share >= GUEST_SHARE and (at_same_place or _is_at_head(scene, number)):
        return True
    return share >= DIGEST_SHARE and len({one.row for one in own}) >= FEWEST_ROWS


def _own(scene: Scene, number: int) -> Iterator[Sighting]:
    """Give what has the person on the way somewhere, now."""
    country = scene.persons[number].country
    for found in scene.sightings:
        for one in found:
            is_real = one.tense is not Tense.UNREAL and not one.negated and not scene.is_history(one) and not scene.is_quoted(one)
            if number in one.persons and one.relation in TRAVELLING and is_real and one.member.country != country:
                yield one


def _rows_of_subject(scene: Scene, number: int) -> set[int]:
    """Return the rows in which the person is no object."""
    return {
        row
        for row, owners in enumerate(scene.owners)
        if scene.rows[row].part is not Part.BOILERPLATE
        for at, person in owners.items()
        if person == number and not is_oblique(scene.rows[row], at)
    }


def _is_at_head(scene: Scene, number: int) -> bool:
    """Tell whether the title or the lead names the person, or whose the person is."""
    country = scene.persons[number].country
    for row, owners, groups in zip(scene.rows, scene.owners, scene.groups, strict=True):
        if row.part is Part.TITLE or row.position < LEAD_ROWS - 1:
            is_whose = any((group.owns or row.part is Part.TITLE) and country in group.countries for group in groups)
            if number in owners.values() or (country and is_whose):
                return True
    return False
