"""A decision or waiver says why.

**Why.** A decision is a judgement in place of a fact; without its reason nobody can tell whether it still holds once a new source comes.

**Not covered.** Whether the reason is a good one. A missing or empty `because` is found when the file is read (DT006, DT010), and the
decision is then not read at all.

**What to do.** Write in a sentence what speaks for it: who stands nearer to the event, what fits the other dates, what was looked up.

**Wrong**

```yaml
decisions.yaml:
  decisions:
    - id: doe-2024-05-places
      code: DT401
      record: doe-2024-05.cl
      field: places
      verdict: keep-both
      settles: [gazette-2024-05, herald-2024-05]
      because: todo
      decided_by: mara
      decided_on: 2026-11-22
```

**Right**

```yaml
decisions.yaml:
  decisions:
    - id: doe-2024-05-places
      code: DT401
      record: doe-2024-05.cl
      field: places
      verdict: keep-both
      settles: [gazette-2024-05, herald-2024-05]
      because: The port lies on the way, and the ministry names it in a release that nobody kept.
      decided_by: mara
      decided_on: 2026-11-22
```

**Since** 0.1.0
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.checks.check import LedgerCheck, finding
from diplotrips.checks.settlement.because import is_reason
from diplotrips.checks.settlement.settling import entries_of
from diplotrips.findings import End, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.checks.evidence import Evidence
    from diplotrips.checks.settlement.settling import Settlement
    from diplotrips.findings import Finding


def find(evidence: Evidence, settlement: Settlement) -> Iterator[Finding]:  # noqa: ARG001  (every check of the ledger is called alike)
    """Return a finding for each decision or waiver whose reason is none, at that reason."""
    for entry in entries_of(evidence.dataset):
        record = entry.record
        if not is_reason(record.because, (getattr(record, "adopted", None), getattr(record, "verdict", None))):
            message = f'{record.id} gives "{record.because}" for its reason, which is none'
            here = End("this is its reason", record.id, "because", value=record.because, place=entry.place("because"))
            yield finding(CHECK, evidence, record=record.id, field="because", message=message, here=here)


CHECK = LedgerCheck(code="DT501", name="decision-without-reason", severity=Severity.ERROR, page=__doc__, reopens=False, find=find)
