"""What one day in a sentence is of: the stop or noun of travel beside it, the stop just spoken of, or the journey."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.mentions import TimeKind
from diplotrips.extract.parsing.trips.anchors import ELSEWHERE, nearest_anchor
from diplotrips.extract.parsing.trips.dated import Fact
from diplotrips.extract.parsing.trips.groups import HERE
from diplotrips.extract.parsing.trips.prepositions import DUE
from diplotrips.extract.parsing.trips.relations import Relation
from diplotrips.extract.parsing.trips.sorts import Sort, cue_of, goes_home, sort_of
from diplotrips.extract.parsing.trips.stages import part_spent
from diplotrips.extract.parsing.trips.tenses import Tense
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from diplotrips.extract.parsing.mentions import TimeMention
    from diplotrips.extract.parsing.trips.anchors import Anchor
    from diplotrips.extract.parsing.trips.chunks import Row
    from diplotrips.extract.parsing.trips.cues import Cue
    from diplotrips.extract.parsing.trips.scene import Scene

PLURALS = frozenset(
    {"tour", "trip", "journey", "mission", "travel", "swing", "voyage", "itinerary", "round", "roadshow", "shuttle", "pilgrimage"}
)
"""Nouns that mean the whole journey also where one stop has just been spoken of."""
STARTING = frozenset({"starting", "beginning"})
NOUN_REACH = 4
"""Chunks from a length to the visit that it is of, at most."""


@dataclass(frozen=True, slots=True)
class Place:
    """A time in the text with what it may be of."""

    number: int
    """Number of the row."""
    at: int
    """Chunk of the time."""
    time: TimeMention
    anchors: list[Anchor]
    focus: tuple[str, ...]
    """The stop that has just been spoken of."""
    stops: frozenset[str]
    """The stops of the journey."""


def fact_at(scene: Scene, place: Place) -> Fact | None:
    """Return what the time at *place* is of; None if it is none of the journey."""
    row, time = scene.rows[place.number], place.time
    anchor = nearest_anchor(row, place.at, place.anchors)
    cue = cue_of(scene.cues[place.number], place.at, row, anchor)
    span = Span(row.chunks[place.at].start, row.chunks[place.at].end)
    if anchor is None:
        return _fact_of_focus(scene, place, cue, span)
    is_aside = anchor.sighting is None and (
        scene.layout.is_quoted(span.start) or (time.kind is TimeKind.WINDOW and scene.history[place.number])
    )
    if is_aside or anchor.countries == (ELSEWHERE,):
        return None
    if time.kind is TimeKind.DURATION and (named := _named_length(scene, place.number, place.at)) is not None:
        countries = tuple(country for country in named if any(country in one.countries for one in place.anchors))
        if not countries and not _means_whole(scene, place):
            countries = _left_after(row, place) or (anchor.countries if _is_of_stop(anchor) else ())
        return Fact(Sort.LENGTH, time, countries, place.number, span)
    sort = sort_of(time, cue or anchor.cue, anchor, row, place.at)
    if (spent := part_spent(scene.layout.view, row, place.at, scene.cues[place.number])) and time.kind is TimeKind.DAY:
        sort, time = spent, replace(time, first=time.date, last=time.date)
    if sort is Sort.SEEN and anchor.sighting and row.word(anchor.sighting.group.lead - 1) in DUE:
        sort = Sort.ARRIVAL
    tense = cue.tense if cue and cue.tense is Tense.UNREAL else anchor.cue.tense if anchor.cue else Tense.NONE
    group = "" if _leaves_home(scene, place, cue or anchor.cue) else cue.group if cue else anchor.cue.group if anchor.cue else ""
    comes_home = cue is not None and goes_home(row, cue) and (cue is not anchor.cue or anchor.sighting is None)
    countries = () if comes_home else _countries(row, place, anchor)
    return Fact(sort, time, countries, place.number, span, tense, _is_in_place(anchor), _is_firm(anchor), group)


def _is_of_stop(anchor: Anchor) -> bool:
    """Tell whether *anchor* is the arrival at one stop, and no beginning of a journey."""
    return len(anchor.countries) == 1 and anchor.sighting is not None and anchor.sighting.relation in {Relation.MOTION, Relation.OBJECT}


def _left_after(row: Row, place: Place) -> tuple[str, ...]:
    """Return the stop that is left *after* the visit whose length stands at *place*: *left X for Y after a two-day visit*."""
    if "after" not in {row.word(place.at - 1), row.word(place.at - 2)}:
        return ()
    left = [one for one in place.anchors if one.sighting and one.sighting.relation is Relation.ORIGIN and one.last < place.at]
    return left[-1].countries if left and len(left[-1].countries) == 1 else ()


def _means_whole(scene: Scene, place: Place) -> bool:
    """Tell whether the noun behind the length at *place* means the whole journey."""
    return any(cue.is_noun and 0 < cue.first - place.at <= NOUN_REACH and cue.lemma in PLURALS for cue in scene.cues[place.number])


def _leaves_home(scene: Scene, place: Place, cue: Cue | None) -> bool:
    """Tell whether *cue* has somebody leave a place that is no stop."""
    return any(
        one.cue is cue and one.relation is Relation.ORIGIN and one.member.country not in place.stops
        for one in scene.sightings[place.number]
        if cue is not None and cue.group == "leave"
    )


def _fact_of_focus(scene: Scene, place: Place, cue: Cue | None, span: Span) -> Fact | None:
    """Return what a day without a place in its sentence is of: the journey that starts then, or the stop just spoken of."""
    row, time = scene.rows[place.number], place.time
    if row.word(place.at - 1) in STARTING or row.word(place.at - 2) in STARTING:
        return Fact(Sort.BEGIN, time, (), place.number, span)
    if _is_elsewhere(scene, place):
        return None
    of_one = place.focus and (len(place.focus) == 1 or time.kind is not TimeKind.DURATION)
    if not of_one or time.kind is TimeKind.WINDOW or not _continues(row, scene, place.number):
        return None
    tense = cue.tense if cue else Tense.NONE
    group = cue.group if cue else ""
    return Fact(sort_of(time, cue, None, row, place.at), time, place.focus, place.number, span, tense, firm=False, group=group)


def _is_elsewhere(scene: Scene, place: Place) -> bool:
    """Tell whether the day stands behind the name of a country that is no stop."""
    near = [one for one in scene.groups[place.number] if not one.owns and 0 < place.at - one.last <= NEAR_PLACE]
    return bool(near) and not set(near[-1].countries) & place.stops


NEAR_PLACE = 8
"""Chunks from the name of a country to a day that may be told of it, at most."""


def _countries(row: Row, place: Place, anchor: Anchor) -> tuple[str, ...]:
    """Return the stops that a day beside *anchor* is of; none for the whole journey."""
    countries = (place.focus or tuple(place.stops)) if anchor.countries == (HERE,) else anchor.countries
    if not countries and anchor.cue and anchor.cue.lemma not in PLURALS:
        near = [one for one in place.anchors if one.sighting and len(one.countries) == 1 and one.last < place.at]
        countries = near[-1].countries if near else ()
    if countries or _means_journey(anchor.cue, row) or len(place.stops) == 1 or len(place.focus) != 1:
        return countries
    return place.focus


def _is_in_place(anchor: Anchor) -> bool:
    weak = {Relation.HOST, Relation.ITINERARY, Relation.LOCATIVE}
    return bool(anchor.sighting and anchor.sighting.persons and anchor.sighting.relation not in weak)


def _is_firm(anchor: Anchor) -> bool:
    return not (anchor.sighting and anchor.sighting.relation in {Relation.EVENT, Relation.HOST, Relation.LOCATIVE})


def _named_length(scene: Scene, number: int, at: int) -> tuple[str, ...] | None:
    """Return the countries of the visit whose length stands at chunk *at*, as in *a two-day visit to X*; None if no noun follows."""
    nouns = (cue for cue in scene.cues[number] if cue.is_noun and cue.group == "visit")
    noun = next((cue for cue in nouns if 0 < cue.first - at <= NOUN_REACH), None)
    if noun is None:
        return None
    return next((one.group.countries for one in scene.sightings[number] if one.cue is noun), ())


def _means_journey(cue: Cue | None, row: Row) -> bool:
    """Tell whether *cue* is a word for the whole journey, also where one stop has just been spoken of."""
    return cue is None or not cue.is_noun or cue.lemma in PLURALS or row.word(cue.first).endswith("s") or row.position == 0


def _continues(row: Row, scene: Scene, number: int) -> bool:
    """Tell whether the sentence goes on about where the one before left off."""
    goes_on = any(cue.group in {"meet", "host", "stay"} and cue.lemma not in {"be", "am"} for cue in scene.cues[number])
    return goes_on or any(row.word(at) == "there" for at in range(len(row.chunks)))
