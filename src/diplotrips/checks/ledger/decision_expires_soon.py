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
from diplotrips.checks.settling import entries_of, holds, last_day
from diplotrips.findings import End, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.checks.evidence import Evidence
    from diplotrips.checks.settling import Settlement
    from diplotrips.findings import Finding

_NOTICE_DAYS = 14


def find(evidence: Evidence, settlement: Settlement) -> Iterator[Finding]:  # noqa: ARG001  (every check of the ledger is called alike)
    """Return a warning for each decision or waiver whose last day is today or at most two weeks away; the other end is today."""
    for entry in entries_of(evidence.dataset):
        record, last = entry.record, last_day(entry.record)
        if last and holds(record, evidence.today) and (last - evidence.today).days <= _NOTICE_DAYS:
            message = f"{record.id} holds until {last}, and today is {evidence.today}"
            here = End("its last day", record.id, "expires", value=str(record.expires), place=entry.place("expires"))
            there = [End(f"the calendar: today is {evidence.today}")]
            yield finding(CHECK, evidence, record=record.id, field="expires", message=message, here=here, there=there)


CHECK = LedgerCheck(code="DT505", name="decision-expires-soon", severity=Severity.WARNING, page=__doc__, find=find)
