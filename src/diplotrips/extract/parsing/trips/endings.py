"""Words that say in running text that a journey began, ended, or that its traveller came home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.parsing.passages import Part
from diplotrips.extract.parsing.trips.chunks import Kind
from diplotrips.extract.parsing.trips.tenses import Tense
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.extract.parsing.trips.chunks import Row
    from diplotrips.extract.parsing.trips.cues import Cue
    from diplotrips.extract.parsing.trips.scene import Scene

REACH = 12
"""Chunks between a verb of beginning or ending and the journey it is said of, at most."""
HOME_REACH = 7
"""Chunks from a verb of leaving to *home* at most."""
DELEGATIONS = frozenset({"it", "delegation", "party", "has", "since"})
"""Words before a verb of coming home that has no named subject."""


def coming_home(scene: Scene, traveller: int, tense: Tense) -> Span | None:
    """Return the words that say in *tense* that the traveller comes home."""
    for number, row, cue in _verbs(scene, tense):
        is_delegation = not cue.persons and row.word(cue.first - 1) in DELEGATIONS
        if _goes_home(row, cue) and not scene.history[number] and (traveller in cue.persons or is_delegation):
            return Span(row.chunks[cue.first].start, row.chunks[cue.last].end)
    return None


def _verbs(scene: Scene, tense: Tense) -> Iterator[tuple[int, Row, Cue]]:
    """Give the verbs of travel in *tense* in running text outside of quotations."""
    for number, row in enumerate(scene.rows):
        if row.part is Part.PARAGRAPH:
            for cue in scene.cues[number]:
                if cue.tense is tense and not cue.is_noun and not scene.layout.is_quoted(row.chunks[cue.first].start):
                    yield number, row, cue


def _goes_home(row: Row, cue: Cue) -> bool:
    return cue.group == "return" or (cue.group == "leave" and any(row.word(at) == "home" for at in range(cue.last, cue.last + HOME_REACH)))


def end_told(scene: Scene, traveller: int, countries: set[str]) -> Span | None:
    """Return the words that say in the past tense that the journey to *countries* is over."""
    for number, row, cue in _verbs(scene, Tense.PAST):
        if cue.group != "end" or cue.person not in {None, traveller} or scene.history[number]:
            continue
        journey = _journey_near(scene, number, cue)
        if journey and not _is_of_part(scene, number, journey, countries):
            first, last = sorted((cue, journey), key=lambda one: one.first)
            return Span(row.chunks[first.first].start, row.chunks[last.last].end)
    return None


def _journey_near(scene: Scene, number: int, cue: Cue) -> Cue | None:
    """Return the noun of travel that the verb *cue* is said of: no name of a place stands between them."""
    row = scene.rows[number]
    near = [one for one in scene.cues[number] if one.is_noun and one.group == "visit" and abs(one.first - cue.last) <= REACH]
    return near[0] if near and not any(row.kind(at) is Kind.PLACE for at in range(cue.last + 1, near[0].first)) else None


def _is_of_part(scene: Scene, number: int, journey: Cue, countries: set[str]) -> bool:
    """Tell whether the noun *journey* is said of some of *countries* only."""
    governed = {country for one in scene.sightings[number] if one.cue is journey for country in one.group.countries}
    return bool(governed) and governed < countries


def beginning_told(scene: Scene, traveller: int) -> Span | None:
    """Return the words that say in the past tense that the journey began, or that the traveller left."""
    for number, row, cue in _verbs(scene, Tense.PAST):
        if scene.history[number]:
            continue
        leaves = cue.group == "leave" and traveller in cue.persons
        begins = cue.group == "begin" and cue.person in {None, traveller} and _journey_near(scene, number, cue)
        if leaves or begins:
            return Span(row.chunks[cue.first].start, row.chunks[cue.last].end)
    return None
