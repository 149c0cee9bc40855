"""A decision or waiver that is about to expire is looked at in time.

**Why.** After its last day what it settled is open again, and the run fails (DT502). Two weeks before that there is still time to look.

**Not covered.** Decisions and waivers past their last day (DT502), and those without `expires`.

**What to do.** Look again: give it a later day and, if need be, another reason, or take it out.

**Wrong**

```yaml
waivers.yaml:
  waivers:
    - id: no-days-in-lima
      code: DT401
      record: doe-2024-05.pe
      because: The archive of the second paper is closed until the winter.
      decided_by: mara
      decided_on: 2026-06-01
      expires: 2026-12-06
```

**Right**

```yaml
waivers.yaml:
  waivers:
    - id: no-days-in-lima
      code: DT401
      record: doe-2024-05.pe
      because: The archive of the second paper is closed until the winter.
      decided_by: mara
      decided_on: 2026-11-01
      expires: 2027-06-30
```

**Since** 0.2.0
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

_NOTICE_DAYS = 14


def find(evidence: Evidence, settlement: Settlement) -> Iterator[Finding]:  # noqa: ARG001  (every check of the ledger is called alike)
    """Return a warning for each decision or waiver whose last day is today or at most two weeks away; the other end is today."""
    for expiry in expiries(evidence):
        if 0 <= expiry.days_left <= _NOTICE_DAYS:
            message = f"{expiry.entry} holds until {expiry.last_day}, and today is {evidence.today}"
            there = [evidence.calendar]
            yield finding(CHECK, evidence, record=expiry.entry, field="expires", message=message, here=expiry.end, there=there)


CHECK = LedgerCheck(code="DT505", name="decision-expires-soon", severity=Severity.WARNING, page=__doc__, find=find)
