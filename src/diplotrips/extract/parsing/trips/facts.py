"""What the days in an article are the days of: of a stop or of the whole journey; of arrival, of a stay, of being seen there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.mentions import TimeKind
from diplotrips.extract.parsing.passages import Part
from diplotrips.extract.parsing.trips.anchors import anchors_of, elsewhere
from diplotrips.extract.parsing.trips.announcements import is_of_report, is_vague
from diplotrips.extract.parsing.trips.belonging import Place, fact_at
from diplotrips.extract.parsing.trips.chunks import Kind
from diplotrips.extract.parsing.trips.counted import counted_in, edges_of, is_counted
from diplotrips.extract.parsing.trips.dated import Fact
from diplotrips.extract.parsing.trips.departures import comings_of, with_departures
from diplotrips.extract.parsing.trips.relations import Relation
from diplotrips.extract.parsing.trips.sorts import Sort
from diplotrips.extract.parsing.trips.stages import is_of_somebody, stages_at
from diplotrips.extract.parsing.trips.subjects import is_oblique
from diplotrips.extract.parsing.trips.tenses import Tense
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.extract.parsing.mentions import TimeMention
    from diplotrips.extract.parsing.trips.anchors import Anchor
    from diplotrips.extract.parsing.trips.chunks import Row
    from diplotrips.extract.parsing.trips.scene import Scene
    from diplotrips.extract.parsing.trips.sightings import Sighting


KINDS = frozenset({TimeKind.DAY, TimeKind.RANGE, TimeKind.WINDOW, TimeKind.DURATION})


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
    receives = sighting.relation is Relation.EVENT and sighting.cue is not None and sighting.cue.group == "host"
    if sighting.relation is Relation.HOST or (receives and traveller in scene.owners[sighting.row].values()):
        return traveller in scene.owners[sighting.row].values()
    other = scene.persons[sighting.persons[0]]
    speaks_for_him = other.role.value == "spokesperson" and sighting.relation is not Relation.EVENT
    return other.country == sighting.member.country or speaks_for_him


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
    chosen = chief or placed
    if not chosen:
        return ()
    return chosen[-1 if _is_story(chosen) else 0].group.countries


def _is_story(chosen: Sequence[Sighting]) -> bool:
    """Tell whether *chosen* have somebody move on within one sentence, so that its last place is the one spoken of."""
    return any(one.rank in {"next", "then"} for one in chosen[1:]) and all(one.relation is not Relation.HOST for one in chosen)


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
        is_open = is_open and not is_of_somebody(row, at, scene.cues[number])
        if time and is_open and (stages := stages_at(scene, number, at, countries)):
            found += [(at, stage) for stage in stages]
        elif time and is_open and (_may_date(row, at, time) or _is_of_news(row, at, time, anchors)):
            fact = fact_at(scene, Place(number, at, time, anchors, focus, countries))
            found += [(at, fact if _may_date(row, at, time) else replace(fact, sort=Sort.ARRIVAL))] if fact else []
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
