"""Doubtful dates of two sources share a day without their doubt.

**Why.** `~` and `?` leave some days open around a date, so that two dates which differ by no more do not contradict each other. Neither do
they agree: whoever settles which one the record follows should know that the verdict hangs on the doubt.

**Not covered.** Dates that share a day as they stand, and dates that not even the doubt brings together (DT201); a plan against what took
place; numbers of days, orders, and the dates of one record against those of another, where the doubt is allowed for silently.

**What to do.** Read both passages again: is the date of the source really doubtful? If so, nothing has to be done; a decision in
`decisions.yaml` keeps what was found out.

**Wrong**

```yaml
said:
  herald-2024-05:
    - {first_day: 2024-05-15~}
```

**Right**

```yaml
said:
  herald-2024-05:
    - {first_day: 2024-05-13~}
```

**Since** 0.2.0
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from diplotrips.checks.check import Check
from diplotrips.checks.disagreement.clashes import asserted, clash_of, disagreement
from diplotrips.checks.disagreement.days import FIELDS, doubtful, speaks_of
from diplotrips.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import Finding
    from diplotrips.schema.claims import Claim


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return one finding a record and field, with every claim that agrees with another one only within a margin."""
    for record, about in evidence.dataset.claims_about.items():
        claims = asserted(about)
        for field in FIELDS:
            clash = clash_of([claim for claim in claims if speaks_of(field, claim)], partial(_agree_in_doubt, field))
            if clash:
                tail = ", which share a day only within the margin of a doubtful date"
                yield disagreement(CHECK, evidence, clash, record=record, field=field, tail=tail)


CHECK = Check(
    code="DT219",
    name="agreement-hangs-on-doubt",
    severity=Severity.NOTE,
    page=__doc__,
    judges=("trip", "stop", "meeting", "agreement"),
    follows=("DT201",),
    find=find,
)


def _agree_in_doubt(field: str, one: Claim, other: Claim) -> bool:
    """Tell whether two sources, speaking in one mode, agree on a day only within a margin."""
    return one.source != other.source and one.mode == other.mode and any(doubtful(field, one, other))
