"""A place lies in the country of its stop.

**Why.** A town in the wrong country is a slip of the country code, a town of the next stop, or another town of the same name; every count
by country and every map goes wrong with it.

**Not covered.** Places that the table of places does not know: it has the capitals and some four thousand towns, and villages, palaces and
airports are rarely among them. A name that the country of the stop has too is right, whichever town was meant; so is one after a saint
that is no capital's, since such names recur everywhere. Contested territories (DT111), dependencies of the country, countries that did
not exist yet on the days of the stop, stops in former or unknown states.

**What to do.** Correct the country of the stop, or move the place to the stop where it belongs. If the country has a place of that name,
settle the finding in `decisions.yaml`.

**Wrong**

```yaml
said:
  herald-2024-05:
    - {about: pe, places: [Bogotá]}
```

**Right**

```yaml
said:
  herald-2024-05:
    - {about: pe, places: [Cuzco, Trujillo]}
```

**Since** 0.2.0
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.check import Check, finding
from diplotrips.checks.disagreement.clashes import asserted, ends_of
from diplotrips.checks.timing.when import when_of_stop
from diplotrips.findings import End, Severity
from diplotrips.schema.codelists import fold
from diplotrips.schema.countries import UNKNOWN_COUNTRY, countries, country_name, is_former, periods_between
from diplotrips.schema.places import countries_with, recurs, territories_with
from diplotrips.schema.stop import StopPlace
from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import Finding
    from diplotrips.schema.dataset import Entry
    from diplotrips.schema.document import TripDocument
    from diplotrips.schema.stop import Stop


class _Named(NamedTuple):
    """One place of a stop and who names it: the record first, then its sources."""

    name: str
    ends: list[End]


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return a finding for each place of a stop, held or claimed, that is known in other countries only."""
    for entry in evidence.dataset.trips:
        for number, stop in enumerate(entry.record.stops):
            if stop.country != UNKNOWN_COUNTRY and not is_former(stop.country):
                yield from _find(evidence, entry, number, stop)


CHECK = Check(
    code="DT109",
    name="place-not-in-country",
    severity=Severity.WARNING,
    page=__doc__,
    judges=("stop",),
    find=find,
)


def _find(evidence: Evidence, entry: Entry[TripDocument], number: int, stop: Stop) -> Iterator[Finding]:
    """Return the findings on one stop."""
    record = f"{entry.record.trip.id}.{stop.id}"
    when = when_of_stop(entry.record.trip, stop)
    days = (date.fromordinal(when.days.first), date.fromordinal(when.days.last)) if when else (date.min, date.max)
    country = evidence.end(record, "country", label=f"the stop is in {_told(stop.country)}", value=stop.country)
    for named in _named(evidence, entry, number, stop):
        known = countries_with(named.name)
        if known and not (recurs(named.name) or territories_with(named.name)) and not _can_lie_in(stop.country, known, *days):
            where = listed([_told(code) for code in sorted(known)], "or")
            message = f"{named.name} is in {where}, and the stop is in {_told(stop.country)}"
            here, *there = named.ends
            yield finding(CHECK, evidence, record=record, field="places", message=message, here=here, there=[*there, country])


def _named(evidence: Evidence, entry: Entry[TripDocument], number: int, stop: Stop) -> list[_Named]:
    """Return the places of a stop, each once, but for those of which the record says in which territory they lie."""
    record, found, marked = f"{entry.record.trip.id}.{stop.id}", dict[str, _Named](), set[str]()
    for order, place in enumerate(stop.places or ()):
        name = place.name if isinstance(place, StopPlace) else place
        if isinstance(place, StopPlace) and place.territory:
            marked.add(fold(name))
        end = End("the record has this", record, "places", value=name, place=entry.place("stops", number, "places", order))
        found.setdefault(fold(name), _Named(name, [])).ends.append(end)
    claims = [claim for claim in asserted(evidence.dataset.claims_about.get(record, ())) if claim.field == "places"]
    for claim in claims:
        found.setdefault(fold(claim.text), _Named(claim.text, [])).ends.extend(ends_of(evidence, [claim]))
    return [named for key, named in found.items() if key not in marked]


def _can_lie_in(country: str, known: frozenset[str], first: date, last: date) -> bool:
    """Tell whether a place known in these countries can be in *country*: it, a dependency of it, or one that was no country then."""
    held = {row.country for row in countries() if row.parent == country} | {country}
    return any(code in held or not periods_between(code, first, last) for code in known)


def _told(code: str) -> str:
    """Return a country as a message has it: `PE (Peru)`."""
    return f"{code} ({country_name(code)})"
