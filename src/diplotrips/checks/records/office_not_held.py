"""Whoever travels or is met in an office held it on those days, by what the register of people says.

**Why.** Counts of visits by foreign ministers, or to presidents, go wrong where somebody keeps an old office or has the next one too
early; and an office that was not held then often shows a wrong year or another person of the same name.

**Not covered.** People of whom the register gives no office, or one without any day; people of whom it gives only other offices, unless
each has days and none of them are those of the trip; people met as private persons, companions, and offices without a person. An office of
the traveller is held against the first day of the trip. Ends that are coarse, or dated `~`, `?` or `%`, have their margin; an office
without `until` may still be held. Of somebody met as `former` the office must have been able to end by then, of a `designate` to begin
after.

**What to do.** Correct the office, the person or the days; add the office to the person's `offices`; or give the meeting its `capacity`.

**Wrong**

```yaml
people.yaml:
  people:
    - {id: jane-doe, name: Jane Doe, country: NZ, offices: [{office: foreign-minister, of: NZ, since: 2020, until: 2024-02-29}]}
    - {id: ana-lopez, name: Ana López, country: CL}
    - {id: rui-dias, name: Rui Dias, country: PT}
```

**Right**

```yaml
people.yaml:
  people:
    - {id: jane-doe, name: Jane Doe, country: NZ, offices: [{office: foreign-minister, of: NZ, since: 2020, until: 2024-06}]}
    - {id: ana-lopez, name: Ana López, country: CL, offices: [{office: president, of: CL, since: 2022, until: 2023}]}
    - {id: rui-dias, name: Rui Dias, country: PT}
authored/doe-2024-05.yaml:
  stops:
    - {id: cl, country: CL, met: [{person: ana-lopez, office: president, capacity: former}]}
    - {id: pe, country: PE}
```

**Since** 0.2.0
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.check import Check, finding
from diplotrips.checks.itinerary.contradictions import OF_NETWORK_A
from diplotrips.checks.timing.when import Days, When, days_of, when, when_of_stop, when_of_trip
from diplotrips.findings import End, Severity
from diplotrips.schema.countries import UNKNOWN_COUNTRY
from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import Finding
    from diplotrips.schema.dataset import Entry
    from diplotrips.schema.document import TripDocument
    from diplotrips.schema.registers import HeldOffice, Person
    from diplotrips.schema.trip import Trip

HOLDERS = frozenset({"in-office", "acting"})
"""Capacities in which somebody holds the office on those very days."""


class _Claimed(NamedTuple):
    """An office that a record gives somebody at some time."""

    record: str
    person: str
    office: str
    of: tuple[str, ...]
    """Countries or organizations of which one has that office; the first one is named."""
    capacity: str
    when: When
    occasion: str
    """When that is, in users' words."""

    @property
    def wording(self) -> str:
        """What the record says, such as `former president of CL at the meeting on 2024-05-13`."""
        capacity = "" if self.capacity == "in-office" else f"{self.capacity} "
        return f"{capacity}{self.office} of {self.of[0]} {self.occasion}"


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return a finding for each office that its holder cannot have held then, with what the register says of it."""
    people = {entry.record.id: entry for entry in reversed(evidence.dataset.people)}
    for entry in evidence.dataset.trips:
        for claimed in _claimed(entry):
            if claimed.person in people:
                yield from _find(evidence, claimed, people[claimed.person])


CHECK = Check(
    code="DT307",
    name="office-not-held",
    severity=Severity.WARNING,
    page=__doc__,
    judges=("trip", "meeting"),
    needs=("DT302",),
    follows=(*OF_NETWORK_A, "DT201"),
    find=find,
)


def _claimed(entry: Entry[TripDocument]) -> Iterator[_Claimed]:
    """Return the office of the traveller and of everybody met by name."""
    trip = entry.record.trip
    started = _start(trip)
    if started:
        moment = "on the first day of the trip" if started.field == "dates" else "in the days of the trip"
        yield _Claimed(trip.id, trip.traveller, trip.office, (trip.represents,), "in-office", started, f"{moment}, {started.text}")
    for stop in entry.record.stops:
        for meeting in stop.met or ():
            record = f"{trip.id}.{stop.id}.{meeting.local_id}"
            met = when(record, "dates", meeting.dates) if meeting.dates else when_of_stop(trip, stop)
            if meeting.person and meeting.office and met:
                of = (meeting.of or stop.country, *([meeting.organization] if meeting.organization else []))
                capacity = meeting.capacity or "in-office"
                yield _Claimed(record, meeting.person, meeting.office, of, capacity, met, _of_meeting(trip, met))


def _of_meeting(trip: Trip, met: When) -> str:
    return f"at the meeting on {'the trip of ' if met.record == trip.id else ''}{met.text}"


def _start(trip: Trip) -> When | None:
    """Return the days that the first day of the trip can be; of a trip of which no first day is known, all of its days."""
    first = trip.dates.first if trip.dates else None
    return when(trip.id, "dates", first) if first else when_of_trip(trip)


def _find(evidence: Evidence, claimed: _Claimed, person: Entry[Person]) -> Iterator[Finding]:
    """Return the finding on one office, if the register is at odds with it."""
    offices = dict(enumerate(person.record.offices))
    terms = {number: held for number, held in offices.items() if _is_meant(held, claimed)}
    if not terms and claimed.capacity in HOLDERS:
        terms = offices
    if terms and not any(_fits(held, claimed) for held in terms.values()):
        yield _found(evidence, claimed, person, terms)


def _is_meant(held: HeldOffice, claimed: _Claimed) -> bool:
    return held.office == claimed.office and (held.of in claimed.of or claimed.of[0] == UNKNOWN_COUNTRY)


def _fits(held: HeldOffice, claimed: _Claimed) -> bool:
    """Tell whether the office may have been held, or be over or still to come, as the capacity has it."""
    days = claimed.when.days
    if claimed.capacity == "former":
        return _ends(held).first <= days.last
    if claimed.capacity == "designate":
        return _begins(held).last >= days.first
    return claimed.capacity not in HOLDERS or days_of(held.since, held.until).meets(days)


def _begins(held: HeldOffice) -> Days:
    """Return the days on which an office can have begun; without `since` any day up to its end."""
    return days_of(held.since, held.since or held.until)


def _ends(held: HeldOffice) -> Days:
    """Return the days on which an office can have ended; without `until` any day from its beginning."""
    return days_of(held.until or held.since, held.until)


def _found(evidence: Evidence, claimed: _Claimed, person: Entry[Person], terms: Mapping[int, HeldOffice]) -> Finding:
    said = {number: _wording(held) for number, held in terms.items()}
    there = [
        End(f"the register has {words}", person.record.id, "offices", value=words, place=person.place("offices", number))
        for number, words in said.items()
    ]
    days = evidence.end(claimed.when.record, claimed.when.field, label=f"these are the days: {claimed.when.text}", value=claimed.when.text)
    return finding(
        CHECK,
        evidence,
        record=claimed.record,
        field="office",
        message=f"{claimed.person} is {claimed.wording}, and the register has {_all(list(said.values()))}",
        here=evidence.end(claimed.record, "office", label=claimed.wording, value=claimed.office),
        there=[*there, days],
    )


def _all(terms: Sequence[str]) -> str:
    return listed(list(dict.fromkeys(terms)), "and")


def _wording(held: HeldOffice) -> str:
    """Return what the register says of one office, such as `president of CL since 2022 until 2024-03-11`."""
    since = f" since {held.since}" if held.since else ""
    until = f" until {held.until}" if held.until else ""
    return f"{'acting ' if held.acting else ''}{held.office} of {held.of}{since}{until}"
