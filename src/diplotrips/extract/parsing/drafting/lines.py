"""From what was found of a trip to the claim lines of a draft: one line a value, with its passage, basis, confidence and rule.

Lines are JSON values here. That each of them fits the schema is seen to in `sieving`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from diplotrips.extract.parsing.drafting.grounding import grounds, is_position, spelled, words_of
from diplotrips.extract.parsing.found import Evidence
from diplotrips.schema.fields import id_from

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from diplotrips.extract.parsing.found import Found, FoundAgreement, FoundMeeting, FoundStop, FoundTrip
    from diplotrips.extract.parsing.mentions import Person
    from diplotrips.schema.dates.edtf import EdtfDate
    from diplotrips.schema.fields import Span

Line = dict[str, Any]
"""A claim line as JSON has it."""

_LONGEST_PHRASE: Final = 80
"""Characters of the phrase of a date; what is longer is no phrase but a sentence of the article, which stays out."""

_MODE_OF_STATUS: Final = {"planned": "planned", "postponed": "planned", "cancelled": "planned", "unconfirmed": "possible"}
"""What the lines beside a status are taken for, as in `diplotrips.schema.claims`."""

_TITLE: Final = Evidence((), "person-title", confidence=0.8)
"""How an office or position is known that the article gives beside the name."""


class Told(NamedTuple):
    """What the lines of one record have in common."""

    text: str
    mode: str = ""
    """Mode of those that do not say; empty: held."""
    known_until: date | None = None
    """Last day of which the article can know how it went; None: not known."""

    def lies_ahead(self, day: EdtfDate | None) -> bool:
        """Tell whether *day* lies behind everything that the article can know, so that it is planned."""
        return bool(self.known_until and day and day.earliest and day.earliest > self.known_until)

    def line(self, fields: Line, evidence: Evidence, spans: tuple[Span, ...] = (), *, is_fact: bool = False) -> Line:
        """Return the line with *fields*; what is a fact also of a trip that is only planned takes no mode."""
        mode = {"mode": self.mode} if self.mode and not is_fact else {}
        spans = spans or evidence.spans
        return {**fields, **mode, **known_by(evidence, words_of(self.text, spans)), **grounds(self.text, spans)}

    def day_line(self, fields: Line, evidence: Evidence, day: EdtfDate) -> Line:
        """Return the line with *fields* that say a *day*; one that lies ahead of the article is planned."""
        told = self._replace(mode="planned") if not self.mode and self.lies_ahead(day) else self
        return told.line(fields, evidence)


def known_by(evidence: Evidence, words: str) -> Line:
    """Return the keys that say how something is known; of a resolved date whose rule tells no phrase, its *words* are that."""
    phrase = spelled(evidence.phrase or (words if evidence.basis == "resolved" and evidence.anchor else ""))
    told: Line = {"basis": evidence.basis}
    if 0 < len(phrase) <= _LONGEST_PHRASE:
        told["phrase"] = phrase
    if evidence.anchor is not None:
        told["anchor"] = str(evidence.anchor)
    if evidence.part != "body":
        told["part"] = evidence.part
    return {**told, "confidence": round(evidence.confidence, 3), "rule": evidence.rule}


def trip_lines(trip: FoundTrip, traveller: Person, text: str, published: EdtfDate | None) -> Iterator[Line]:
    """Return the lines about *trip* itself, and those about its stops and meetings in their order."""
    told = Told(text, _MODE_OF_STATUS.get(trip.status.value, ""), published.latest if published else None)
    yield told.line({"named": spelled(trip.traveller.value)}, trip.traveller.evidence, is_fact=True)
    office = {key: value for key, value in (("office", traveller.office), ("represents", traveller.country)) if value}
    if office:
        spans = (traveller.title_span,) if traveller.title_span else trip.traveller.evidence.spans
        yield told.line(office, _TITLE, spans, is_fact=True)
    yield told.line({"status": trip.status.value}, trip.status.evidence, is_fact=True)
    yield from _days(trip, told)
    for key, found in (("days", trip.days), ("n_countries", trip.n_countries), ("within", trip.within)):
        if found:
            yield told.line({key: _counted(found.value)}, found.evidence)
    if trip.region:
        yield told.line({"region": _as_spelled(trip.region, text)}, trip.region.evidence)
    yield from _route(trip, told)
    for stop in trip.stops:
        yield from _stop_lines(stop, told)


def _days(record: FoundTrip | FoundStop, told: Told, about: str = "") -> Iterator[Line]:
    """Return the lines with first and last day, one line where one passage says both."""
    first, last = record.first_day, record.last_day
    named = {"about": about} if about else {}
    if first and last and first.evidence == last.evidence and not {"/", "["} & {*str(first.value), *str(last.value)}:
        one_day = first.value == last.value
        yield told.day_line({**named, "dates": str(first.value) if one_day else f"{first.value}/{last.value}"}, first.evidence, first.value)
        return
    for key, found in (("first_day", first), ("last_day", last)):
        if found:
            yield told.day_line({**named, key: str(found.value)}, found.evidence, found.value)


def _as_spelled(found: Found[str], text: str) -> str:
    """Return a name as the passage spells it, where that is the same name."""
    words = spelled(words_of(text, found.evidence.spans))
    return words if words.casefold() == found.value.casefold() else spelled(found.value)


def _counted(value: object) -> object:
    """Return a number as a `Count` is written: least and most days with two points between them."""
    if isinstance(value, tuple):
        least, most = value
        return least if least == most else f"{least}..{most}"
    return value if isinstance(value, int) else spelled(str(value))


def _route(trip: FoundTrip, told: Told) -> Iterator[Line]:
    """Return the line with the order of stops; with that of a list goes what the list says at least: the countries."""
    if not trip.route or trip.route_evidence is None or sum(map(len, trip.route)) < 2:  # noqa: PLR2004  (one stop has no order)
        return
    route = [group[0] if len(group) == 1 else list(group) for group in trip.route]
    countries = {stop.id: stop.country.value for stop in trip.stops}
    members = dict.fromkeys(countries[stop] for group in trip.route for stop in group if stop in countries)
    listed = {"countries": list(members)} if trip.route_evidence.basis == "list" and members else {}
    yield told.line({"route": route, **listed}, trip.route_evidence)


def _stop_lines(stop: FoundStop, of_trip: Told) -> Iterator[Line]:
    """Return the lines about one stop, then those about the people met there."""
    told = of_trip
    if stop.status:
        told = of_trip._replace(mode=_MODE_OF_STATUS.get(stop.status.value, ""))
    elif not of_trip.mode and stop.first_day and of_trip.lies_ahead(stop.first_day.value):
        told = of_trip._replace(mode="planned")
    kind = {"kind": stop.kind} if stop.kind != "visit" else {}
    yield told.line({"about": stop.id, "country": stop.country.value, **kind}, stop.country.evidence)
    if stop.status:
        yield told.line({"about": stop.id, "status": stop.status.value}, stop.status.evidence, is_fact=True)
    for place in stop.places:
        yield told.line({"about": stop.id, "places": [spelled(place.value)]}, place.evidence)
    yield from _days(stop, told, stop.id)
    for seen in stop.seen:
        yield told.day_line({"about": stop.id, "seen": str(seen.value)}, seen.evidence, seen.value)
    for number, meeting in somebody_met(stop):
        yield from _meeting_lines(meeting, f"{stop.id}.{meeting_id(meeting, number)}", stop.country.value, told)


def somebody_met(stop: FoundStop) -> Iterator[tuple[int, FoundMeeting]]:
    """Return the meetings of *stop* with their numbers, without those of which neither a name nor an office is known."""
    return ((order, meeting) for order, meeting in enumerate(stop.met) if id_from(meeting.person) or meeting.office)


def meeting_id(meeting: FoundMeeting, number: int) -> str:
    """Return what follows the stop's id when *meeting* is addressed: the name of the counterpart as an id, else a number."""
    return id_from(meeting.person) or f"m{number + 1}"


def _meeting_lines(meeting: FoundMeeting, about: str, host: str, told: Told) -> Iterator[Line]:
    """Return the lines about one meeting: that it took place or is planned, and who the counterpart is."""
    of = {"of": meeting.country} if meeting.country and meeting.country != host else {}
    capacity = {"capacity": meeting.capacity} if meeting.capacity and meeting.capacity != "in-office" else {}
    named = {"named": spelled(meeting.person)} if meeting.person else {}
    office = {"office": meeting.office} if meeting.office else {}
    who = {**named, **office, **of, **capacity}
    if told.mode or not who:
        yield told.line({"about": about}, meeting.evidence)
    if who:
        yield told.line({"about": about, **who}, meeting.evidence, is_fact=True)


def agreement_lines(agreement: FoundAgreement, subject: str, text: str) -> Iterator[Line]:
    """Return the lines about *agreement*; its *subject* is told in our words, since the article's stay out of a draft."""
    told, about = Told(text), {"about": agreement.id}
    parties = list(dict.fromkeys(party.value for party in agreement.parties))
    if parties:
        surest = min(agreement.parties, key=lambda party: party.evidence.confidence).evidence
        spans = dict.fromkeys(span for party in agreement.parties for span in party.evidence.spans)
        yield told.line({**about, "parties": parties}, surest, tuple(sorted(spans, key=lambda span: (span.start, span.end))))
    kind = {"kind": agreement.kind} if agreement.kind else {}
    yield told.line({**about, **kind, "progress": agreement.progress.value}, agreement.progress.evidence)
    yield told.line({**about, "subject": subject}, (agreement.subject or agreement.progress).evidence)
    for key, found in _told_besides(agreement):
        yield told.line({**about, key: spelled(str(found.value))}, found.evidence)


def _told_besides(agreement: FoundAgreement) -> Iterator[tuple[str, Found[Any]]]:
    for key, found in (("title", agreement.title), ("papers", agreement.papers), ("date", agreement.date)):
        if found:
            yield key, found


def expert_lines(about: str, person: Person, text: str) -> Iterator[Line]:
    """Return the lines about an expert: the name, and position and organization as the article gives them."""
    told = Told(text)
    yield told.line({"about": about, "named": spelled(person.name)}, _TITLE, person.mentions[:1])
    affiliation = id_from(person.affiliation)
    position = spelled(person.title)
    if is_position(position) and person.title_span:
        yield told.line({"about": about, "position": position}, _TITLE, (person.title_span,))
    if affiliation and person.affiliation_span:
        yield told.line({"about": about, "affiliation": affiliation}, _TITLE, (person.affiliation_span,))
