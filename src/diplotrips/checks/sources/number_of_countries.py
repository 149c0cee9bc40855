"""A number of countries that a source gives is that of the record's stops and of the other sources.

**Why.** "A tour of four countries" with three stops in the record means that one is missing, or that a transit was counted.

**Not covered.** Transits, technical landings, side visits and stops in unknown countries, which may be counted or not; "about" leaves
one more or less open; a plan against what took place; which countries they are (DT204).

**What to do.** Look for the stop that is missing, or for the one that is too many; if the source counts otherwise, settle it in
`decisions.yaml`.

**Wrong**

```yaml
said:
  herald-2024-05:
    - {n_countries: 3}
```

**Right**

```yaml
said:
  herald-2024-05:
    - {n_countries: 2}
```

**Since** 0.1.0
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.checks.check import Check
from diplotrips.checks.disagreement.clashes import NOT_VISITED, PLANS, asserted, counted, end_of_stops, modes_of
from diplotrips.checks.disagreement.numbers import Number, find_among, said
from diplotrips.findings import Severity
from diplotrips.schema.countries import UNKNOWN_COUNTRY
from diplotrips.schema.fields import Count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import Finding
    from diplotrips.schema.document import TripDocument

DOUBTFUL = NOT_VISITED | {"unconfirmed"}


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return one finding a trip, with every number that another one or the record's stops contradict."""
    for entry in evidence.dataset.trips:
        trip = entry.record.trip
        claims = asserted(evidence.dataset.claims_about.get(trip.id, ()))
        count = _countries(entry.record)
        words = f"the record has stops in {counted(count, 'countries')}"
        own = Number(count, modes_of(trip.status), words, (end_of_stops(entry, words),), is_said=False)
        numbers = said((claim for claim in claims if claim.field == "n_countries"), evidence)
        yield from find_among(CHECK, evidence, [*numbers, own], trip.id, "n_countries")


CHECK = Check(
    code="DT206",
    name="number-of-countries",
    severity=Severity.WARNING,
    page=__doc__,
    judges=("trip",),
    follows=("DT303",),
    find=find,
)


def _countries(document: TripDocument) -> Count:
    """Return how many countries are visited: at least those of certain visits, at most those of all stops that may have taken place."""
    is_plan = document.trip.status in PLANS
    possible = [stop for stop in document.stops if is_plan or stop.status not in NOT_VISITED]
    visits = [stop for stop in possible if stop.kind in {None, "visit"} and not stop.during and stop.status not in DOUBTFUL]
    certain = {stop.country for stop in visits}
    known = {stop.country for stop in possible} - {UNKNOWN_COUNTRY}
    return Count(len(certain - {UNKNOWN_COUNTRY}), len(known) + sum(stop.country == UNKNOWN_COUNTRY for stop in possible))
