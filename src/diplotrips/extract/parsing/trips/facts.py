"""What the days in an article are the days of: of a stop or of the whole journey; of arrival, of a stay, of being seen there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.mentions import TimeKind
from diplotrips.extract.parsing.passages import Part
from diplotrips.extract.parsing.trips.anchors import (
    ELSEWHERE,
    Anchor,
    anchors_of,
    elsewhere,
    nearest_anchor,
)
from diplotrips.extract.parsing.trips.announcements import is_of_report, is_vague
from diplotrips.extract.parsing.trips.chunks import Kind
from diplotrips.extract.parsing.trips.counted import counted_in, edges_of, is_counted
from diplotrips.extract.parsing.trips.departures import comings_of, with_departures
from diplotrips.extract.parsing.trips.groups import HERE
from diplotrips.extract.parsing.trips.prepositions import DUE
from diplotrips.extract.parsing.trips.relations import Relation
from diplotrips.extract.parsing.trips.sorts import Sort, cue_of, goes_home, sort_of
from diplotrips.extract.parsing.trips.subjects import is_oblique
from diplotrips.extract.parsing.trips.tenses import Tense
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.extract.parsing.mentions import TimeMention
    from diplotrips.extract.parsing.trips.chunks import Row
    from diplotrips.extract.parsing.trips.cues import Cue
    from diplotrips.extract.parsing.trips.scene import Scene
    from diplotrips.extract.parsing.trips.sightings import Sighting


@dataclass(frozen=True, slots=True)
class Fact:
    """A day or length with what it is of."""

    sort: Sort
    time: TimeMention
    countries: tuple[str, ...]
    """The stop; several, or none, where it is of the journey."""
    row: int
    span: Span
    """The words of the time."""
    tense: Tense = Tense.NONE
    in_place: bool = False
    """Whether the passage names the place where it was."""
    firm: bool = True
    """Whether the passage says that somebody goes or is there, not only that something happens there."""
    group: str = ""
    """Class of the verb or noun that it goes with."""

    @property
    def of_journey(self) -> bool:
        """Whether it is of the whole journey, or of a part with several stops."""
        return len(self.countries) != 1


KINDS = frozenset({TimeKind.DAY, TimeKind.RANGE, TimeKind.WINDOW, TimeKind.DURATION})
PLURALS = frozenset(
    {"tour", "trip", "journey", "mission", "travel", "swing", "voyage", "itinerary", "round", "roadshow", "shuttle", "pilgrimage"}
)
"""Nouns that mean the whole journey also where one stop has just been spoken of."""


def facts_of(scene: Scene, countries: frozenset[str], traveller: int) -> tuple[Fact, ...]:
    """Return what the article's days are of, for the journey of *traveller* to *countries*, in the order of the text."""
    found: list[Fact] = []
    focus: tuple[str, ...] = ()
    segment = -1
    heading: tuple[str, ...] = ()
    is_there = False
    for number, row in enumerate(scene.rows):
        if row.part in {Part.BOILERPLATE, Part.FOREIGN}:
            continue
        own = [one for one in scene.sightings[number] if one.member.country in countries and _is_own(scene, one, traveller)]
        if any(one.relation is Relation.HEADING for one in own):
            heading = own[0].group.countries
            focus = heading
            found += _facts_of_heading(scene, number, heading)
            continue
        if row.segment != segment and heading:
            focus = heading
        segment = row.segment
        anchors = [one for one in anchors_of(scene, number, own, countries) if _is_of(scene, one, traveller, countries)]
        if anchors:
            anchors += elsewhere(scene, number, countries | {scene.persons[traveller].country})
        if not anchors and _is_of_others(scene, number, traveller):
            continue
        found += list(with_departures(list(_facts(scene, number, anchors, focus, countries)), focus, found, is_there=is_there))
        is_there = is_there or any(_has_arrived(row, one) for one in own)
        focus = _focus(own, scene.rows) or _attributed(scene, number, countries) or focus
    return tuple(_joined(found))


def _joined(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Give *facts*, a beginning and an end in one sentence of several stops as one range."""
    for fact in facts:
        partner = next(
            (one for one in facts if one.row == fact.row and one.countries == fact.countries and {one.sort, fact.sort} == EDGES), None
        )
        if partner is None or len(fact.countries) == 1:
            yield fact
        elif fact.sort is Sort.BEGIN:
            time = replace(fact.time, kind=TimeKind.RANGE, first=fact.time.date, last=partner.time.date)
            yield replace(
                fact, sort=Sort.RANGE, time=time, span=Span(min(fact.span.start, partner.span.start), max(fact.span.end, partner.span.end))
            )


EDGES = {Sort.BEGIN, Sort.END}


def _is_of(scene: Scene, anchor: Anchor, traveller: int, countries: frozenset[str]) -> bool:
    """Tell whether *anchor* is no journey of somebody else, hosts apart."""
    if anchor.sighting is not None or anchor.cue is None or not anchor.cue.persons:
        return True
    return any(person == traveller or scene.persons[person].country in {*countries, ""} for person in anchor.cue.persons)


def _is_of_others(scene: Scene, number: int, traveller: int) -> bool:
    """Tell whether the sentence is about somebody else."""
    subjects = {person for at, person in scene.owners[number].items() if not is_oblique(scene.rows[number], at)}
    return bool(subjects) and traveller not in scene.owners[number].values()


def _is_own(scene: Scene, sighting: Sighting, traveller: int) -> bool:
    if scene.is_history(sighting) or sighting.by_other or sighting.relation in {Relation.SKIPPED, Relation.TRANSIT}:
        return False
    if not sighting.persons or traveller in sighting.persons or sighting.relation in {Relation.ITINERARY, Relation.HEADING, Relation.EDGE}:
        return True
    if sighting.relation is Relation.HOST:
        return traveller in scene.owners[sighting.row].values()
    other = scene.persons[sighting.persons[0]]
    return other.country == sighting.member.country or other.role.value == "spokesperson"


def _has_arrived(row: Row, sighting: Sighting) -> bool:
    """Tell whether *sighting* has somebody at a stop already."""
    if row.part not in {Part.PARAGRAPH, Part.CAPTION} or sighting.relation not in PLACED:
        return False
    if sighting.tense is Tense.PRESENT:
        return sighting.relation is Relation.STAY
    leaves = sighting.cue is not None and sighting.cue.group in {"leave", "departure"}
    return sighting.tense is Tense.PAST and not leaves


PLACED = frozenset({Relation.OBJECT, Relation.MOTION, Relation.STAY, Relation.EDGE, Relation.EVENT, Relation.FRONTED, Relation.LOCATIVE})
"""Relations that in the past tense have somebody at a place."""


def _focus(own: Sequence[Sighting], rows: Sequence[Row]) -> tuple[str, ...]:
    """Return the countries of the last group that says where somebody is."""
    placed = [one for one in own if one.relation is not Relation.BARE]
    chief = [one for one in placed if one.relation is not Relation.ORIGIN and not _is_subordinate(rows[one.row], one)]
    return (chief or placed)[0].group.countries if placed else ()


def _is_subordinate(row: Row, sighting: Sighting) -> bool:
    """Tell whether *after*, *before* or *once* leads the passage."""
    start = min(sighting.group.lead, sighting.cue.first if sighting.cue else sighting.group.lead)
    return any(row.word(at) in {"after", "before", "once", "following"} for at in range(max(0, start - 4), sighting.group.first))


def _attributed(scene: Scene, number: int, countries: frozenset[str]) -> tuple[str, ...]:
    """Return the country whose officials the sentence names, if it is one stop's."""
    row = scene.rows[number]
    named = {scene.mentions.places[chunk.number].country for chunk in row.chunks if chunk.kind in {Kind.DEMONYM, Kind.PLACE}} & countries
    return tuple(named) if len(named) == 1 else ()


def _facts(scene: Scene, number: int, anchors: list[Anchor], focus: tuple[str, ...], countries: frozenset[str]) -> Iterator[Fact]:
    row = scene.rows[number]
    found: list[tuple[int, Fact]] = []
    counted = counted_in(scene.layout.view, row)
    for at, chunk in enumerate(row.chunks):
        time = scene.mentions.times[chunk.number] if chunk.kind is Kind.TIME else None
        is_open = time and at not in scene.history[number] and not is_counted(row, at, counted)
        if time and is_open and (_may_date(row, at, time) or _is_of_news(row, at, time, anchors)):
            fact = _fact(scene, Place(number, at, time, anchors, focus, countries))
            found += [(at, fact)] if fact else []
    kept = [fact for at, fact in found if not _is_outdone(at, fact, found, anchors)]
    for fact in kept:
        yield fact
        yield from edges_of(fact, counted)
    yield from comings_of(kept, anchors, focus)


def _is_of_news(row: Row, at: int, time: TimeMention, anchors: Sequence[Anchor]) -> bool:
    """Tell whether the day at chunk *at* is of a report that somebody has just arrived: it is the only day that the sentence has."""
    if time.kind is not TimeKind.DAY or time.date is None or not is_of_report(row, at):
        return False
    if any(row.kind(other) is Kind.TIME and other != at for other in range(len(row.chunks))):
        return False
    come = [one.cue for one in anchors if one.cue and one.sighting and one.sighting.relation is Relation.MOTION and one.last < at]
    return any(cue.tense is Tense.PAST and {row.word(cue.first - 1), row.word(cue.first - 2)} & {"has", "have"} for cue in come)


def _facts_of_heading(scene: Scene, number: int, countries: tuple[str, ...]) -> Iterator[Fact]:
    """Give the days that stand in a heading beside its place: those of the stay there."""
    row = scene.rows[number]
    for at, chunk in enumerate(row.chunks):
        time = scene.mentions.times[chunk.number] if chunk.kind is Kind.TIME else None
        if time and len(countries) == 1 and at not in scene.history[number] and _may_date(row, at, time):
            sort = {TimeKind.RANGE: Sort.RANGE, TimeKind.DAY: Sort.SEEN, TimeKind.DURATION: Sort.LENGTH}.get(time.kind, Sort.WINDOW)
            yield Fact(sort, time, countries, number, Span(chunk.start, chunk.end), Tense.NONE)


def _may_date(row: Row, at: int, time: TimeMention) -> bool:
    is_known = time.date is not None or time.days is not None or time.first is not None
    return time.kind in KINDS and is_known and not is_of_report(row, at) and not is_vague(row, at, time)


def _is_outdone(at: int, fact: Fact, found: list[tuple[int, Fact]], anchors: list[Anchor]) -> bool:
    """Tell whether another day in the sentence stands nearer to the arrival that both seem to be of."""
    if fact.sort is not Sort.ARRIVAL:
        return False
    anchor = next((one for one in anchors if one.countries == fact.countries), None)
    rivals = [where for where, other in found if other.sort is Sort.ARRIVAL and other.countries == fact.countries]
    return anchor is not None and any(_gap(anchor, where) < _gap(anchor, at) for where in rivals)


def _gap(anchor: Anchor, at: int) -> int:
    return max(anchor.first - at, at - anchor.last)


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


def _fact(scene: Scene, place: Place) -> Fact | None:
    row, time = scene.rows[place.number], place.time
    anchor = nearest_anchor(row, place.at, place.anchors)
    cue = cue_of(scene.cues[place.number], place.at, row, anchor)
    span = Span(row.chunks[place.at].start, row.chunks[place.at].end)
    if anchor is None:
        return _fact_of_focus(scene, place, cue, span)
    is_aside = anchor.sighting is None and (scene.layout.is_quoted(span.start) or (time.kind is TimeKind.WINDOW and scene.history[place.number]))
    if is_aside or anchor.countries == (ELSEWHERE,):
        return None
    if time.kind is TimeKind.DURATION and (named := _named_length(scene, place.number, place.at)) is not None:
        countries = tuple(country for country in named if any(country in one.countries for one in place.anchors))
        if not countries and _is_of_stop(anchor) and not _means_whole(scene, place):
            countries = anchor.countries
        return Fact(Sort.LENGTH, time, countries, place.number, span)
    sort = sort_of(time, cue or anchor.cue, anchor, row, place.at)
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
