"""A country code stands for a country that there was on those days.

**Why.** Codes of states that are gone, and of those that came later, join with nothing in data by country and year; and a code that was
given twice (`GE` was the Gilbert and Ellice Islands, `SK` was Sikkim) joins with another country.

**Not covered.** Countries that only sources name, offices in the register, and territories that may or may not count as a country on those
days. A code that was valid on one of the days that are possible is right; so is one without days, or with days that have no bound on that
side.

**What to do.** Take the code that was valid then; for former states that is the one of four letters. Or correct the days.

**Wrong**

```yaml
stops:
  - {id: cl, country: CL, places: [Santiago], dates: 2024-05-13/2024-05-14, met: [{person: ana-lopez, office: president}]}
  - {id: pe, country: YUCS, dates: 2024-05-15/2024-05-16}
```

**Right**

```yaml
stops:
  - {id: cl, country: CL, places: [Santiago], dates: 2024-05-13/2024-05-14, met: [{person: ana-lopez, office: president}]}
  - {id: pe, country: RS, dates: 2024-05-15/2024-05-16}
```

**Since** 0.2.0
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.check import Check, finding
from diplotrips.checks.itinerary.contradictions import OF_NETWORK_A
from diplotrips.checks.timing.when import When, when, when_of_stop, when_of_trip
from diplotrips.findings import Severity
from diplotrips.schema.agreement import Party
from diplotrips.schema.countries import countries, periods_between
from diplotrips.schema.successors import codes_then
from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import Finding
    from diplotrips.schema.agreement import Agreement
    from diplotrips.schema.countries import Country
    from diplotrips.schema.dataset import Entry
    from diplotrips.schema.document import TripDocument
    from diplotrips.schema.stop import Stop
    from diplotrips.schema.trip import Trip

MOST_NAMED = 3
"""Codes valid then that a message names."""


class _Used(NamedTuple):
    """A country code that a record has, and the days for which it has it."""

    record: str
    field: str
    code: str
    when: When | None


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return a finding for each code that was valid on none of the days that are possible, with those that were."""
    for entry in evidence.dataset.trips:
        for used in _used(entry):
            if used.when and not periods_between(used.code, *_dates(used.when)):
                yield _found(evidence, used, used.when)


CHECK = Check(
    code="DT308",
    name="country-code-not-valid",
    severity=Severity.WARNING,
    page=__doc__,
    judges=("trip", "stop", "meeting", "agreement"),
    follows=(*OF_NETWORK_A, "DT201"),
    find=find,
)


def _used(entry: Entry[TripDocument]) -> Iterator[_Used]:
    """Return every country code of a document: represented, visited, of a counterpart, of a party."""
    trip = entry.record.trip
    if trip.represents.isupper():
        yield _Used(trip.id, "represents", trip.represents, when_of_trip(trip))
    stays = {}
    for stop in entry.record.stops:
        stays[stop.id] = when_of_stop(trip, stop)
        yield _Used(f"{trip.id}.{stop.id}", "country", stop.country, stays[stop.id])
        yield from _of_counterparts(trip, stop)
    for agreement in entry.record.agreements:
        record = f"{trip.id}.{agreement.id}"
        made = when(record, "date", agreement.date) if agreement.date else stays.get(agreement.stop or "", when_of_trip(trip))
        yield from (_Used(record, "parties", code, made) for code in _countries_of(agreement))


def _of_counterparts(trip: Trip, stop: Stop) -> Iterator[_Used]:
    for meeting in stop.met or ():
        if meeting.of:
            record = f"{trip.id}.{stop.id}.{meeting.local_id}"
            yield _Used(record, "of", meeting.of, when(record, "dates", meeting.dates) if meeting.dates else when_of_stop(trip, stop))


def _countries_of(agreement: Agreement) -> list[str]:
    """Return the codes of the countries that are parties."""
    parties = (party.country if isinstance(party, Party) else party for party in agreement.parties)
    return [party for party in parties if party and party.isupper()]


def _found(evidence: Evidence, used: _Used, time: When) -> Finding:
    then = codes_then(used.code, *_dates(time))
    told = [f"{code} ({periods_between(code, *_dates(time))[0].name})" for code in then]
    known = f"; valid then: {listed(told, 'and', most=MOST_NAMED)}" if told else ""
    return finding(
        CHECK,
        evidence,
        record=used.record,
        field=used.field,
        message=f"{_validity(used.code)}, and the days are {time.text}{known}",
        here=evidence.end(used.record, used.field, label=f"this is {used.code}", value=used.code),
        there=[evidence.end(time.record, time.field, label=f"these are the days: {time.text}", value=time.text)],
        fix=then[0] if len(then) == 1 else "",
    )


def _validity(code: str) -> str:
    """Return what a code stands for, and when, such as `SUHH is the Soviet Union from 1922-12-30 to 1991-12-25`."""
    rows = [row for row in countries() if row.country == code]
    return f"{code} ({rows[0].name}) is valid {listed(_periods(rows), 'and')}"


def _periods(rows: Sequence[Country]) -> list[str]:
    """Return the periods of a code in words, those that follow each other without a gap as one."""
    joined: list[tuple[date | None, date | None]] = []
    for row in rows:
        if joined and row.valid_since and (before := joined[-1][1]) and before.toordinal() + 1 == row.valid_since.toordinal():
            joined[-1] = (joined[-1][0], row.valid_until)
        else:
            joined.append((row.valid_since, row.valid_until))
    words = ((f"from {since}" if since else "", f"to {until}" if until else "") for since, until in joined)
    return [" ".join(word for word in pair if word) for pair in words]


def _dates(time: When) -> tuple[date, date]:
    return date.fromordinal(time.days.first), date.fromordinal(time.days.last)
