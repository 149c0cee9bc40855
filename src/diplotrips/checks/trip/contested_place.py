"""A place in a contested territory is recorded with the territory, under a country that holds or claims it.

**Why.** The record keeps the fact and whoever uses the data chooses the country. Without the territory that choice cannot be made, and
visits to one town stand under two countries, depending on who coded them.

**Not covered.** Places that the table does not know: it has the towns of some twenty territories that officials go to. Stops in a country
whose code stands for the territory itself (`XK`, `TW`, `EH`, `PS` of the West Bank and Gaza); days before the territory was contested, or
after; stops in former or unknown states; places that only sources name.

**What to do.** Write the place as `{name: …, territory: …}`; or correct the country of the stop.

**Wrong**

```yaml
stops:
  - {id: cl, country: CL, places: [Santiago], dates: 2024-05-13/2024-05-14, met: [{person: ana-lopez, office: president}]}
  - {id: pe, country: RU, places: [Simferopol], dates: 2024-05-15/2024-05-16}
```

**Right**

```yaml
stops:
  - {id: cl, country: CL, places: [Santiago], dates: 2024-05-13/2024-05-14, met: [{person: ana-lopez, office: president}]}
  - {id: pe, country: RU, places: [{name: Simferopol, territory: crimea}], dates: 2024-05-15/2024-05-16}
```

**Since** 0.2.0
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from diplotrips.checks.check import Check, finding
from diplotrips.checks.timing.when import when_of_stop
from diplotrips.findings import End, Severity
from diplotrips.schema.codelists import code_list
from diplotrips.schema.countries import UNKNOWN_COUNTRY, is_former
from diplotrips.schema.dates.days import FIRST, LAST
from diplotrips.schema.places import CONTESTED_YEARS, OWN_COUNTRY, countries_with, territories_with
from diplotrips.schema.stop import StopPlace
from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.checks.evidence import Evidence
    from diplotrips.checks.timing.when import When
    from diplotrips.findings import Finding
    from diplotrips.schema.dataset import Entry
    from diplotrips.schema.document import TripDocument
    from diplotrips.schema.stop import Stop


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return a finding for each place that lacks its territory, or whose territory the country of the stop neither holds nor claims."""
    for entry in evidence.dataset.trips:
        for number, stop in enumerate(entry.record.stops):
            is_known = stop.country != UNKNOWN_COUNTRY and not is_former(stop.country)
            for order, place in enumerate(stop.places or ()) if is_known else ():
                name, territory = (place.name, place.territory) if isinstance(place, StopPlace) else (place, None)
                message = _outside(stop, name, territory) if territory else _unmarked(entry, stop, name)
                if message:
                    yield _found(evidence, entry, (number, order), message)


CHECK = Check(code="DT111", name="contested-place", severity=Severity.NOTE, page=__doc__, judges=("stop",), find=find)


def _found(evidence: Evidence, entry: Entry[TripDocument], at: tuple[int, int], message: str) -> Finding:
    number, order = at
    stop = entry.record.stops[number]
    record = f"{entry.record.trip.id}.{stop.id}"
    place = (stop.places or ())[order]
    name = place.name if isinstance(place, StopPlace) else place
    here = End("the record has this", record, "places", value=name, place=entry.place("stops", number, "places", order))
    country = evidence.end(record, "country", label=f"the stop is in {stop.country}", value=stop.country)
    return finding(CHECK, evidence, record=record, field="places", message=message, here=here, there=[country])


def _unmarked(entry: Entry[TripDocument], stop: Stop, name: str) -> str:
    """Return what is wrong with a place without territory; empty if nothing is."""
    when = when_of_stop(entry.record.trip, stop)
    territories = [code for code in territories_with(name) if _is_contested(code, when)]
    if not territories or any(OWN_COUNTRY.get(code) == stop.country for code in territories):
        return ""
    if any(stop.country in _parties(code) for code in territories):
        return f"{name} lies in {listed(territories, 'or')}, and the stop in {stop.country} records it without the territory"
    # Another town of the same name, such as Dakhla in Egypt.
    return "" if stop.country in countries_with(name) else _outside(stop, name, territories[0])


def _outside(stop: Stop, name: str, territory: str) -> str:
    """Return that the stop's country has nothing to do with the territory; empty if it has, or if the list does not tell."""
    parties = _parties(territory)
    if not parties or stop.country in {*parties, OWN_COUNTRY.get(territory)}:
        return ""
    return f"{name} lies in {territory}, which is held or claimed by {listed(parties, 'and')}, and the stop is in {stop.country}"


def _parties(territory: str) -> list[str]:
    """Return the countries that hold or claim a territory, sorted."""
    extra = next(code.extra for code in code_list("territories") if code.code == territory)
    return sorted({*extra["administered_by"].split(), *extra["claimed_by"].split()})


def _is_contested(territory: str, when: When | None) -> bool:
    """Tell whether the territory was contested on some of these days."""
    since, until = CONTESTED_YEARS.get(territory, (date.min.year, date.max.year))
    first, last = (when.days.first, when.days.last) if when else (FIRST, LAST)
    return date.fromordinal(last).year >= since and date.fromordinal(first).year <= until
