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
from diplotrips.checks.disagreement.orders import find_contradictions, is_evidence
from diplotrips.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import Finding
    from diplotrips.schema.claims import Claim


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return one finding a trip, with every claim that takes part."""
    return find_contradictions(CHECK, evidence, _is_stated_against_evidence)


CHECK = Check(
    code="DT203",
    name="route-against-list-or-narration",
    severity=Severity.NOTE,
    page=__doc__,
    judges=("trip",),
    find=find,
)


def _is_stated_against_evidence(one: Claim, other: Claim) -> bool:
    """Tell whether one of the two states an order and the other does not, or one source lists in one order and tells in another."""
    if is_evidence(one) and is_evidence(other):
        return one.source == other.source and one.basis != other.basis
    return is_evidence(one) or is_evidence(other)
