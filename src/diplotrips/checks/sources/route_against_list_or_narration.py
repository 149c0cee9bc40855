"""The order in which sources list the stops, or tell of them, is the order that is stated.

**Why.** The order of a list is evidence of an order, not an order: where it runs against a stated one, or against the order in which the
same source tells, whoever reads that source alone gets another route. Which one the record follows should be said.

**Not covered.** Two lists that differ, or the lists or tellings of two sources: enumerations follow no itinerary; stops that one side
leaves out; two stated orders (DT202).

**What to do.** Mostly the stated order holds: settle it in `decisions.yaml` with a word on why. If the list is meant as an itinerary, give
it `basis: stated`.

**Wrong**

```yaml
said:
  herald-2024-05:
    - {route: [pe, cl], basis: list}
```

**Right**

```yaml
said:
  herald-2024-05:
    - {route: [cl, pe], basis: list}
```

**Since** 0.1.0
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.checks.check import Check
from diplotrips.checks.disagreement.clashes import asserted, clash_of, disagreement
from diplotrips.checks.disagreement.orders import FIELDS, is_evidence, order_wording, reversed_pairs
from diplotrips.findings import Severity
from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import Finding
    from diplotrips.schema.claims import Claim


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return one finding a trip, with every claim that takes part; a plan is compared with what took place."""
    for trip, claims in evidence.dataset.claims_of_trip.items():
        clash = clash_of(_orders(claims), _contradict)
        if clash:
            stops = sorted({stop for pair in reversed_pairs(clash.first, clash.second) for stop in pair})
            tail = f", which differ on the order of {listed(stops, 'and')}"
            yield disagreement(CHECK, evidence, clash, record=trip, field="route", tail=tail, word=order_wording)


CHECK = Check(
    code="DT203",
    name="route-against-list-or-narration",
    severity=Severity.NOTE,
    page=__doc__,
    judges=("trip",),
    find=find,
)


def _orders(claims: Iterable[Claim]) -> list[Claim]:
    """Return what is said of the order; what a source states as well as lists or tells, as stated."""
    orders = asserted(claim for claim in claims if claim.field in FIELDS)
    stated = {claim.identity for claim in orders if not is_evidence(claim)}
    return [claim for claim in orders if not is_evidence(claim) or claim.identity not in stated]


def _contradict(one: Claim, other: Claim) -> bool:
    """Tell whether two claims that this check compares give opposite orders."""
    return _is_stated_against_evidence(one, other) and bool(reversed_pairs(one, other))


def _is_stated_against_evidence(one: Claim, other: Claim) -> bool:
    """Tell whether one of the two states an order and the other does not, or one source lists in one order and tells in another."""
    if is_evidence(one) and is_evidence(other):
        return one.source == other.source and one.basis != other.basis
    return is_evidence(one) or is_evidence(other)
