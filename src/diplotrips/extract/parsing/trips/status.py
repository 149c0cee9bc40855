"""How far a journey is as of the article: called off, put off, over, begun, or ahead."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.found import Evidence, Found
from diplotrips.extract.parsing.passages import Part
from diplotrips.extract.parsing.trips.calendar import bounds
from diplotrips.extract.parsing.trips.cancellations import outcomes_told
from diplotrips.extract.parsing.trips.endings import (
    beginning_told,
    coming_home,
    end_told,
    leaving_told,
)
from diplotrips.extract.parsing.trips.relations import Relation
from diplotrips.extract.parsing.trips.tenses import Tense

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from diplotrips.extract.parsing.trips.chunks import Row
    from diplotrips.extract.parsing.trips.days import Days
    from diplotrips.extract.parsing.trips.scene import Scene
    from diplotrips.extract.parsing.trips.sightings import Sighting
    from diplotrips.extract.parsing.trips.stays import Stay
    from diplotrips.schema.dates.edtf import EdtfDate
    from diplotrips.schema.fields import Span

ARRIVING = frozenset({Relation.EDGE, Relation.MOTION, Relation.OBJECT, Relation.TRIP})
"""Relations that in the present tense say that somebody sets out."""


@dataclass(frozen=True, slots=True)
class Journey:
    """What is known of a journey before its status is."""

    traveller: int
    own: Sequence[Sighting]
    """Its sightings, in the order of the text."""
    days: Days
    stays: Mapping[str, Stay]
    count: int
    """Countries that the article says it has; 0: it does not say."""


@dataclass(frozen=True, slots=True)
class Told:
    """The sightings of a journey by the tense in which they are told."""

    past: list[Sighting]
    """Also what is present and a stay: somebody who is somewhere has set out."""
    present: list[Sighting]
    ahead: list[Sighting]
    spans: tuple[Span, ...]
    """The passage that says most."""


def status_of(scene: Scene, journey: Journey, anchor: EdtfDate | None) -> Found[str]:
    """Return the status of *journey*, with the passage it rests on; *anchor* is the day of the article."""
    called = outcomes_told(scene, journey.own, journey.traveller)
    if called:
        outcome, where = called[0]
        if outcome == "postponed" and _has_new_date(journey.days, anchor):
            return Found("planned", Evidence((where,), "postponed-to-a-day", confidence=0.8))
        return Found("completed" if outcome == "cut-short" else outcome, Evidence((where,), "called-off", confidence=0.85))
    told = _told(scene, journey)
    now = bounds(anchor) if anchor else None
    return _by_end(scene, journey, told, now) or _by_beginning(scene, journey, told, now)


def _has_new_date(days: Days, anchor: EdtfDate | None) -> bool:
    day = days.first or days.within
    if not day or not days.is_real:
        return False
    first, now = bounds(day.value), bounds(anchor) if anchor else None
    return not first or not now or first[1] >= now[0]


def _told(scene: Scene, journey: Journey) -> Told:
    telling = [one for one in journey.own if scene.rows[one.row].part in {Part.PARAGRAPH, Part.CAPTION}]
    present = [one for one in telling if one.tense is Tense.PRESENT and (one.persons or one.relation is not Relation.LOCATIVE)]
    past = [one for one in telling if one.tense is Tense.PAST and _is_surely_of(scene, one, journey.traveller)]
    staying = [
        one for one in telling if (one.relation is Relation.STAY and one.tense is Tense.PRESENT) or _goes_on(scene.rows[one.row], one)
    ]
    past += staying
    present += [one for one in staying if one.tense is not Tense.PRESENT]
    ahead = [one for one in telling if one.tense is Tense.FUTURE and one not in staying]
    spans = tuple(one.span for one in (past or ahead or present or journey.own)[:1])
    return Told(past, present, ahead, spans or scene.persons[journey.traveller].mentions[:1])


def _goes_on(row: Row, sighting: Sighting) -> bool:
    """Tell whether *sighting* has somebody remain where he is, or be visiting the place."""
    cue = sighting.cue
    if cue is None or sighting.negated:
        return False
    if sighting.tense is Tense.FUTURE:
        return sighting.relation is Relation.STAY and cue.lemma == "remain"
    if sighting.tense is not Tense.PRESENT or cue.group != "visit":
        return False
    before = [row.word(at) for at in range(max(0, cue.first - IS_REACH), cue.first)]
    if cue.is_noun:
        return any(one in {"is", "are"} and two == "on" for one, two in pairwise(before))
    return row.word(cue.first).endswith("ing") and bool({"is", "are"} & set(before[-2:]))


IS_REACH = 8
"""Words from *is on* to the journey at most."""


def _is_surely_of(scene: Scene, sighting: Sighting, traveller: int) -> bool:
    if traveller in sighting.persons or (not sighting.persons and sighting.relation is not Relation.EVENT):
        return True
    hosts = sighting.cue is not None and sighting.cue.group in {"host", "meet"}
    return hosts and sighting.relation in {Relation.HOST, Relation.EVENT} and traveller in scene.owners[sighting.row].values()


def _by_end(scene: Scene, journey: Journey, told: Told, now: tuple[date, date] | None) -> Found[str] | None:
    """Return the status that an end gives, told or dated; None where none is."""
    over = end_told(scene, journey.traveller, set(journey.stays)) or coming_home(scene, journey.traveller, Tense.PAST)
    over = over or (leaving_told(scene, journey.traveller, journey.own) if len(journey.stays) >= journey.count else None)
    travelling_on = [one for one in told.ahead if journey.traveller in one.persons and (not one.cue or one.cue.group != "return")]
    if over and not travelling_on:
        if journey.count > len(journey.stays) == 1:
            return Found("under-way", Evidence((over,), "one-of-several", confidence=0.6))
        return Found("completed", Evidence((over,), "wrapped-up", confidence=0.92))
    ends = bounds(journey.days.last.value) if journey.days.last else None
    if now and ends and ends[1] < now[0] and (told.past or not (told.ahead or told.present)):
        return Found("under-way" if told.ahead else "completed", Evidence(told.spans, "ended-before-publication", confidence=0.85))
    return None


def _by_beginning(scene: Scene, journey: Journey, told: Told, now: tuple[date, date] | None) -> Found[str]:
    """Return the status that the beginning gives, told or dated; planned where nothing says that it began."""
    begins = journey.days.first or journey.days.within
    starts = bounds(begins.value) if begins else None
    if now and starts and starts[0] > now[1]:
        return Found("planned", Evidence(told.spans, "begins-after-publication", confidence=0.93))
    begun = beginning_told(scene, journey.traveller)
    if told.past or begun or _has_arrived(journey.days, now):
        return _begun(scene, journey, told, now, begun)
    still_ahead = {one.member.country for one in told.ahead}
    opening = [one for one in told.present if one.relation in ARRIVING and one.member.country not in still_ahead]
    if now and starts and starts[1] <= now[0] and opening:
        return Found("under-way", Evidence(told.spans, "begins-on-publication", confidence=0.7))
    return Found("planned", Evidence(told.spans, "only-ahead", confidence=0.8))


def _has_arrived(days: Days, now: tuple[date, date] | None) -> bool:
    """Tell whether a day of arrival is told as past, also where the sentence names no place."""
    arrived = bounds(days.arrived.value) if days.arrived else None
    return days.arrived is not None and (not arrived or not now or arrived[0] <= now[1])


def _begun(scene: Scene, journey: Journey, told: Told, now: tuple[date, date] | None, begun: Span | None) -> Found[str]:
    """Return the status of a journey that has begun: over, if all of it is past."""
    spans = told.spans or ((begun,) if begun else ())
    ends = bounds(journey.days.last.value) if journey.days.last else None
    if now and ends and ends == now and _is_paid(told):
        return Found("completed", Evidence(spans, "ended-on-publication", confidence=0.75))
    if coming_home(scene, journey.traveller, Tense.FUTURE) or (now and ends and ends[0] >= now[0]):
        return Found("under-way", Evidence(spans, "ends-later", confidence=0.85))
    if {one.member.country for one in told.ahead} - {one.member.country for one in told.past} or (told.ahead and not told.past):
        return Found("under-way", Evidence(spans, "partly-ahead", confidence=0.92))
    if told.present or journey.count > len(journey.stays) or _is_recent(journey, told, now):
        return Found("under-way", Evidence(spans, "seen-on-the-day", confidence=0.75))
    return Found("completed", Evidence(spans, "all-past", confidence=0.7))


def _is_paid(told: Told) -> bool:
    """Tell whether the journey is told as a visit that was paid, and nothing has anybody arrive or be there."""
    paid = [one for one in told.past if one.relation in {Relation.TRIP, Relation.OBJECT}]
    return bool(paid) and not told.ahead and not told.present and not any(one.relation in HERE for one in told.past)


HERE = frozenset({Relation.MOTION, Relation.STAY, Relation.EDGE})
"""Relations that have somebody arrive or be at a place."""
SOON_DAYS = 4
"""Days after an arrival within which somebody is still there, unless something else is told."""


def _is_recent(journey: Journey, told: Told, now: tuple[date, date] | None) -> bool:
    """Tell whether the last thing told is so recent that the journey goes on: an arrival of these days, the only stop yesterday."""
    last = max((found[1] for stay in journey.stays.values() if stay.latest and (found := bounds(stay.latest))), default=None)
    arrivals = [one for one in told.past if one.relation in HERE and one.cue and (one.cue.group in ARRIVALS or one.cue.lemma == "come")]
    if now is None or last is None:
        return now is None and (_is_on_last_day(journey) or (bool(arrivals) and not journey.days.last))
    return (now[0] - last).days <= (SOON_DAYS if arrivals and not journey.days.last else len(journey.stays) == 1)


def _is_on_last_day(journey: Journey) -> bool:
    """Tell whether somebody is seen at a stop on the very day on which the journey ends."""
    ends = journey.days.last.value if journey.days.last else None
    return ends is not None and any(seen.value == ends for stay in journey.stays.values() for seen in stay.seen)


ARRIVALS = frozenset({"arrive", "reach", "onward"})
"""Classes of verbs that in the past tense say that somebody has come to a place."""
