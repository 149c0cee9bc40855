"""Words that say in running text that a journey began, ended, or that its traveller came home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.parsing.passages import Part
from diplotrips.extract.parsing.trips.chunks import Kind
from diplotrips.extract.parsing.trips.relations import Relation
from diplotrips.extract.parsing.trips.tenses import Tense
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.extract.parsing.trips.chunks import Row
    from diplotrips.extract.parsing.trips.cues import Cue
    from diplotrips.extract.parsing.trips.scene import Scene
    from diplotrips.extract.parsing.trips.sightings import Sighting

REACH = 12
"""Chunks between a verb of beginning or ending and the journey it is said of, at most."""
HOME_REACH = 7
"""Chunks from a verb of leaving to *home* at most."""
DELEGATIONS = frozenset({"it", "delegation", "party", "has", "since"})
"""Words before a verb of coming home that has no named subject."""


BACK = frozenset({"be back", "am back", "be home", "am home"})
"""What in the present tense says that somebody has come home."""
TURNING = frozenset({"turn round", "turn around"})


def coming_home(scene: Scene, traveller: int, tense: Tense) -> Span | None:
    """Return the words that say in *tense* that the traveller comes home."""
    for number, row, cue in _verbs(scene, tense, *((Tense.PRESENT,) if tense is Tense.PAST else ())):
        if tense is Tense.PAST and _has_returned(row, cue) and not scene.history[number] and traveller in (cue.persons or (traveller,)):
            return Span(row.chunks[cue.first].start, row.chunks[cue.last].end)
        if cue.tense is not tense and cue.lemma not in BACK:
            continue
        is_delegation = not cue.persons and row.word(cue.first - 1) in DELEGATIONS
        if _goes_home(row, cue) and not scene.history[number] and (traveller in cue.persons or is_delegation):
            return Span(row.chunks[cue.first].start, row.chunks[cue.last].end)
    return None


def _has_returned(row: Row, cue: Cue) -> bool:
    """Tell whether *cue* says of somebody that he is already back, or what he did *on his return*."""
    if cue.lemma in {"be", "am"}:
        return any(row.word(at) in {"now", "already", "safely"} and row.word(at + 1) == "back" for at in (cue.last + 1, cue.last + 2))
    is_his = row.kind(cue.first - 1) is Kind.PERSON or row.word(cue.first - 1) in {"his", "her", "their"}
    return cue.group == "return" and is_his and row.word(cue.first - 2) in {"on", "upon", "after", "since", "following"}


def _verbs(scene: Scene, *tenses: Tense) -> Iterator[tuple[int, Row, Cue]]:
    """Give the verbs of travel in *tenses* in running text outside of quotations."""
    for number, row in enumerate(scene.rows):
        if row.part is Part.PARAGRAPH:
            for cue in scene.cues[number]:
                if cue.tense in tenses and not cue.is_noun and not scene.layout.is_quoted(row.chunks[cue.first].start):
                    yield number, row, cue


def _goes_home(row: Row, cue: Cue) -> bool:
    if cue.group == "return" or cue.lemma in TURNING:
        return True
    return cue.group == "leave" and any(row.word(at) == "home" for at in range(cue.last, cue.last + HOME_REACH))


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


def leaving_told(scene: Scene, traveller: int, own: Sequence[Sighting]) -> Span | None:
    """Return the words that say in the past tense that the traveller left the only stop, for no place that is named."""
    if len({one.member.country for one in own}) != 1:
        return None
    arrived = min((one.row for one in own if one.tense in {Tense.PAST, Tense.PRESENT} and one.relation in THERE), default=None)
    for number, row, cue in _verbs(scene, Tense.PAST):
        is_his = cue.group == "leave" and traveller in cue.persons and not scene.history[number]
        if is_his and arrived is not None and number >= arrived and not _names_place(scene, number, cue):
            return Span(row.chunks[cue.first].start, row.chunks[cue.last].end)
    return None


THERE = frozenset({Relation.MOTION, Relation.STAY, Relation.OBJECT, Relation.EVENT, Relation.FRONTED, Relation.LOCATIVE})
"""Relations that have somebody at a place before he leaves it."""
PLACE_REACH = 6
"""Chunks from a verb of leaving to the place that is left or gone to, at most."""


def _names_place(scene: Scene, number: int, cue: Cue) -> bool:
    row = scene.rows[number]
    if any(one.cue is cue for one in scene.sightings[number]):
        return True
    for at in range(cue.last + 1, min(len(row.chunks), cue.last + PLACE_REACH)):
        if row.word(at) in {",", ";", "and", "after", "before"}:
            return False
        if row.kind(at) in {Kind.PLACE, Kind.REGION} or row.word(at) in {"for", "without", "behind", "out", "it", "them"}:
            return True
    return False


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
