"""No source says that one stop came before another while a source says that it came after.

**Why.** The order of travel carries meaning (whom one visits first), and what follows from one order is wrong if another one is true.

**Not covered.** Stops that a source leaves out, and stops whose order it leaves open: only two opposite orders contradict each other; the
order of an enumeration or of telling (DT203); orders that follow from dates; what a source denies or holds possible.

**What to do.** Read both passages again: was the order stated, or only listed (`basis: list`)? If both state it, adopt one route in the
record and settle the disagreement in `decisions.yaml`.

**Wrong**

```yaml
said:
  herald-2024-05:
    - {first_stop: pe}
```

**Right**

```yaml
said:
  herald-2024-05:
    - {first_stop: cl}
    - {about: pe, after: cl}
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
    return find_contradictions(CHECK, evidence, _both_state)


CHECK = Check(
    code="DT202",
    name="route-stated-against-stated",
    severity=Severity.WARNING,
    page=__doc__,
    judges=("trip",),
    find=find,
)


def _both_state(one: Claim, other: Claim) -> bool:
    return not is_evidence(one) and not is_evidence(other)
