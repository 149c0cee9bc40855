"""What sources say of one day can be true at once.

**Why.** Where two sources allow no common day for the beginning or the end of a trip or stop, one of them is wrong, or tells of something
else; whoever uses the dates has to know which one the record follows, and why.

**Not covered.** Dates that share a day, however coarse or doubtful (`2024-05` and `2024-05-13` agree; `~` and `?` allow some days more);
ends that are open or unknown; a plan against what took place; what a source denies or holds possible; the headline of a source against
its own body (DT209); numbers of days (DT205); the dates of one record against those of another.

**What to do.** Read both passages again. If they do disagree, adopt one value in the record and settle the disagreement in
`decisions.yaml`, with the reason.

**Wrong**

```yaml
said:
  herald-2024-05:
    - {first_day: 2024-05-15, last_day: 2024-05-16}
```

**Right**

```yaml
said:
  herald-2024-05:
    - {first_day: 2024-05, last_day: 2024-05-16}
```

**Since** 0.1.0
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from diplotrips.checks.check import Check
from diplotrips.checks.disagreement.clashes import OWN_PARTS, asserted, clash_of, disagreement
from diplotrips.checks.disagreement.days import FIELDS, disjoint, speaks_of
from diplotrips.findings import Severity
from diplotrips.schema.dates.relations import gap_days, likely_cause

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import Finding
    from diplotrips.schema.claims import Claim


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return one finding a record and field, with every claim that another one contradicts."""
    for record, about in evidence.dataset.claims_about.items():
        claims = asserted(about)
        for field in FIELDS:
            clash = clash_of([claim for claim in claims if speaks_of(field, claim)], partial(_contradict, field))
            if clash:
                pair = next(disjoint(field, clash.first, clash.second))
                days = gap_days(*pair)
                tail = f", {days} {'day' if days == 1 else 'days'} apart"
                yield disagreement(CHECK, evidence, clash, record=record, field=field, tail=tail, cause=likely_cause(*pair))


CHECK = Check(
    code="DT201",
    name="sources-disagree-on-dates",
    severity=Severity.WARNING,
    page=__doc__,
    judges=("trip", "stop", "meeting", "agreement"),
    find=find,
)


def _contradict(field: str, one: Claim, other: Claim) -> bool:
    """Tell whether two claims that are to be compared leave no common day."""
    across_parts = one.source == other.source and one.part != other.part
    if one.mode != other.mode or (across_parts and one.part in OWN_PARTS and other.part in OWN_PARTS):
        return False
    return any(disjoint(field, one, other))
