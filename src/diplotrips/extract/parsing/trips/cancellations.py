"""Whether an article says that its journey, or only a part of it, was called off, put off or cut short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.parsing.lexicons.phrases import Match, phrases
from diplotrips.extract.parsing.passages import Part
from diplotrips.extract.parsing.trips.relations import Relation
from diplotrips.extract.parsing.trips.tenses import Tense
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.extract.parsing.trips.chunks import Row
    from diplotrips.extract.parsing.trips.scene import Scene
    from diplotrips.extract.parsing.trips.sightings import Sighting


REACH = 14
"""Chunks between a word of calling off and the journey that it is about, at most."""


def outcomes_told(scene: Scene, own: Sequence[Sighting], traveller: int) -> list[tuple[str, Span]]:
    """Return the outcomes that running text states of the journey, cancelled ones first; what has begun can only be cut short."""
    rows_with = {sighting.row for sighting in own}
    countries = {sighting.member.country for sighting in own}
    has_begun = any(_is_under_way(scene, sighting, traveller) for sighting in own)
    found: list[tuple[str, Span]] = []
    for number, row in enumerate(scene.rows):
        if row.part in {Part.BOILERPLATE, Part.FOREIGN}:
            continue
        for match in (*phrases("cancelling", "outcome").all_in(row.words), *_split(row)):
            is_told = not scene.layout.is_quoted(row.chunks[match.first].start) and not _is_of_part(scene, number, match.first, countries)
            is_own = _is_of_journey(scene, number, match.first, traveller) or (number in rows_with and "visited" in row.word(match.last))
            if is_told and is_own and not (has_begun and match.meaning != "cut-short"):
                found.append((match.meaning, Span(row.chunks[match.first].start, row.chunks[match.last].end)))
    return sorted(found, key=lambda entry: ("cancelled", "cut-short", "postponed").index(entry[0]))


def _split(row: Row) -> Iterator[Match[str]]:
    """Give the outcomes whose words stand around the journey: *put the trip off*, *called her visit off*."""
    for at in range(len(row.chunks)):
        if row.word(at) in {"off", "hold", "ice", "back"}:
            verb = next((step for step in range(at - 1, max(-1, at - SPLIT_REACH), -1) if row.word(step) in SPLIT), None)
            journey = verb is not None and any(row.word(step) in {"trip", "visit", "tour", "journey"} for step in range(verb + 1, at))
            is_fit = row.word(at) == "off" or (verb is not None and not row.word(verb).startswith("call"))
            if verb is not None and journey and is_fit:
                yield Match(verb, at, SPLIT[row.word(verb)])


SPLIT = dict.fromkeys(("put", "puts", "putting", "push", "pushes", "pushed"), "postponed") | dict.fromkeys(
    ("call", "calls", "called", "calling"), "cancelled"
)
"""Verbs that call a journey off or put it off with a word that stands behind it."""
SPLIT_REACH = 8
"""Chunks from such a verb to that word at most."""


def _is_under_way(scene: Scene, sighting: Sighting, traveller: int) -> bool:
    """Tell whether *sighting* has the traveller at a stop."""
    arrived = {Relation.MOTION, Relation.OBJECT, Relation.STAY, Relation.EDGE}
    is_there = sighting.relation in arrived and sighting.tense is Tense.PAST and traveller in sighting.persons
    return is_there and not scene.is_dropped(sighting)


def _is_of_part(scene: Scene, number: int, index: int, countries: set[str]) -> bool:
    """Tell whether what is called off at chunk *index* is one leg, or a visit to a country that is no stop."""
    near = [cue for cue in scene.cues[number] if cue.is_noun and abs(cue.first - index) <= NEAR_LEG]
    if any(cue.group == "stop" for cue in near) and not any(cue.group == "visit" for cue in near):
        return True
    named = {
        one.member.country
        for one in scene.sightings[number]
        if one.cue and one.relation not in {Relation.BARE, Relation.HOST} and scene.is_dropped(one)
    }
    return bool(named) and not named & countries


NEAR_LEG = 6
"""Chunks between a word of calling off and the leg that it is about, at most."""


def _is_of_journey(scene: Scene, number: int, index: int, traveller: int) -> bool:
    """Tell whether the word at chunk *index* is said of a visit by nobody else, told as no history."""
    row = scene.rows[number]
    near = [
        cue
        for cue in scene.cues[number]
        if abs(cue.first - index) <= REACH and cue.group in {"visit", "go", "leave", "departure", "arrive"}
    ]
    own = [cue for cue in near if cue.person in {None, traveller}]
    pronouns = any(row.word(at) in {"it", "trip"} for at in range(index, index + 3))
    if scene.history[number] and any(abs(at - index) <= REACH for at in scene.history[number]):
        return False
    subjects = set(scene.owners[number].values())
    return (bool(own) or pronouns) and (not subjects or traveller in subjects or pronouns)
