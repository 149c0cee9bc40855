"""A decision or waiver is renewed before it expires.

**Why.** Whoever gave it a last day wanted it looked at again by then; after that day it settles nothing, and what it settled is open
again. This is an error, so that no run passes over it.

**Not covered.** The two weeks before, in which it is a warning (DT505). Decisions without `expires`, which hold until their claims change
(DT503).

**What to do.** Look again: give it a later day and, if need be, another reason, or take it out.

**Wrong**

```yaml
waivers.yaml:
  waivers:
    - id: no-days-in-lima
      code: DT401
      record: doe-2024-05.pe
      because: The archive of the second paper is closed until the summer.
      decided_by: mara
      decided_on: 2025-11-01
      expires: 2026-06-30
```

**Right**

```yaml
waivers.yaml:
  waivers:
    - id: no-days-in-lima
      code: DT401
      record: doe-2024-05.pe
      because: The archive of the second paper is closed until the summer.
      decided_by: mara
      decided_on: 2026-11-01
      expires: 2027-06-30
```

**Since** 0.1.0
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.checks.check import LedgerCheck, finding
from diplotrips.checks.settlement.expiry import expiries
from diplotrips.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.checks.evidence import Evidence
    from diplotrips.checks.settlement.settling import Settlement
    from diplotrips.findings import Finding


def find(evidence: Evidence, settlement: Settlement) -> Iterator[Finding]:  # noqa: ARG001  (every check of the ledger is called alike)
    """Return an error for each decision or waiver past its last day; the other end is today."""
    for expiry in expiries(evidence):
        if expiry.days_left < 0:
            message = f"{expiry.entry} expired on {expiry.last_day}, and today is {evidence.today}"
            there = [evidence.calendar]
            yield finding(CHECK, evidence, record=expiry.entry, field="expires", message=message, here=expiry.end, there=there)


CHECK = LedgerCheck(code="DT502", name="decision-expired", severity=Severity.ERROR, page=__doc__, find=find)
