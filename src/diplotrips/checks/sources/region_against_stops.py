"""The region that a source names has the countries of the record's stops.

**Why.** A region that leaves out a country that was visited is a loose word, or a stop too many; readers who count by the region that a
source names count that stop wrongly.

**Not covered.** Phrases that the table of regions does not know; it takes every region widely, so that a country of which some say that it
belongs there does. A region that is one item of a list of destinations: it stands beside countries in the phrase (`Venezuela, Cuba and
Africa`) or in the line (`countries`, `route`), or the line has `basis: list`. Several regions that one source names are taken together,
unless one is part of the other. Transits, technical landings and stops that were called off; what a plan said of a tour that took place.

**What to do.** Look whether the source names the country elsewhere. If it only uses the word loosely, settle the finding in
`decisions.yaml`.

**Wrong**

```yaml
said:
  herald-2024-05:
    - {region: Central America}
```

**Right**

```yaml
said:
  herald-2024-05:
    - {region: South and Central America}
    - {region: Africa, countries: [CL, PE]}
```

**Since** 0.2.0
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.check import Check, finding
from diplotrips.checks.disagreement.clashes import NOT_VISITED, OWN_PARTS, PLANS, asserted, ends_of, modes_of, wording
from diplotrips.findings import Severity
from diplotrips.schema.countries import UNKNOWN_COUNTRY
from diplotrips.schema.regions import countries_of_region
from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import Finding
    from diplotrips.schema.claims import Claim
    from diplotrips.schema.document import TripDocument
    from diplotrips.schema.stop import Stop


class _Named(NamedTuple):
    """A claim of a region and the countries that it may mean."""

    claim: Claim
    countries: frozenset[str]


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return one finding for each claim of a region in which the country of a stop does not lie."""
    for entry in evidence.dataset.trips:
        document = entry.record
        trip = document.trip
        visited = [stop for stop in document.stops if _is_visit(document, stop)]
        yield from _find(evidence, document, trip.id, trip.status, visited)
        for stop in visited:
            yield from _find(evidence, document, f"{trip.id}.{stop.id}", stop.status or trip.status, [stop])


CHECK = Check(
    code="DT216",
    name="region-against-stops",
    severity=Severity.WARNING,
    page=__doc__,
    judges=("trip", "stop"),
    follows=("DT204",),
    find=find,
)


def _find(evidence: Evidence, document: TripDocument, record: str, status: str, stops: Sequence[Stop]) -> Iterator[Finding]:
    """Return the findings on the regions that sources name for one record."""
    named = _named(asserted(evidence.dataset.claims_about.get(record, ())), modes_of(status))
    for one in named:
        allowed = one.countries.union(*(other.countries for other in named if _goes_on(one, other)))
        outside = [stop for stop in stops if stop.country not in allowed]
        if outside:
            yield _found(evidence, document, record, one.claim, outside)


def _named(claims: Sequence[Claim], modes: frozenset[str]) -> list[_Named]:
    """Return the claims that name a known region, and not as one item of a list."""
    regions = [claim for claim in claims if claim.field == "region" and claim.mode in modes and claim.part in OWN_PARTS]
    alone = [claim for claim in regions if not (claim.line.countries or claim.line.route or claim.basis == "list")]
    return [_Named(claim, countries) for claim in alone if (countries := countries_of_region(claim.text))]


def _goes_on(one: _Named, other: _Named) -> bool:
    """Tell whether *other* is another region that the same source names, and not the same one more or less widely."""
    nested = one.countries <= other.countries or other.countries <= one.countries
    return one.claim.source == other.claim.source and not nested


def _is_visit(document: TripDocument, stop: Stop) -> bool:
    """Tell whether a region ought to have the stop's country."""
    called_off = stop.status in NOT_VISITED and document.trip.status not in PLANS
    return stop.kind in {None, "visit"} and not called_off and stop.country != UNKNOWN_COUNTRY


def _found(evidence: Evidence, document: TripDocument, record: str, claim: Claim, outside: Sequence[Stop]) -> Finding:
    trip = document.trip.id
    countries = sorted({stop.country for stop in outside})
    there = [
        evidence.end(f"{trip}.{stop.id}", "country", label=f"the record has a stop in {stop.country}", value=stop.country)
        for stop in outside
    ]
    message = f"{wording(claim)}, and the record has {'a stop' if len(outside) == 1 else 'stops'} in {listed(countries, 'and')}"
    return finding(CHECK, evidence, record=record, field="region", message=message, here=ends_of(evidence, [claim])[0], there=there)
