"""A waiver waives something.

**Why.** A waiver that outlives its finding hides the next one of the same kind on the same record, which nobody has looked at. Nor can it
have been taken on a day to come.

**Not covered.** Waivers past their last day (DT502), about a record that does not exist (DT303), or on which the check did not run since an
error comes first.

**What to do.** Take the waiver out, or correct its code, record or field. An error is never waived: correct the record.

**Wrong**

```yaml
waivers.yaml:
  waivers:
    - id: no-source-for-lima
      code: DT401
      record: doe-2024-05.pe
      field: places
      because: The ministry told us on the telephone.
      decided_by: mara
      decided_on: 2026-11-22
```

**Right**

```yaml
waivers.yaml:
  waivers:
    - id: no-source-for-lima
      code: DT401
      record: doe-2024-05.pe
      field: places
      because: The ministry told us on the telephone.
      decided_by: mara
      decided_on: 2026-11-22
authored/doe-2024-05.yaml:
  stops:
    - {id: cl, country: CL, places: [Santiago], dates: 2024-05-13/2024-05-14, met: [{person: ana-lopez, office: president}]}
    - {id: pe, country: PE, places: [Lima, Callao], dates: 2024-05-15/2024-05-16}
```

**Since** 0.1.0
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.checks.check import LedgerCheck, finding
from diplotrips.checks.settlement.settling import because_of_error, holds, is_ahead
from diplotrips.findings import End, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.checks.evidence import Evidence
    from diplotrips.checks.settlement.settling import Settlement
    from diplotrips.findings import Finding
    from diplotrips.schema.ledger import Waiver


def find(evidence: Evidence, settlement: Settlement) -> Iterator[Finding]:
    """Return a finding for each waiver that waives nothing today."""
    for entry in evidence.dataset.waivers:
        waiver = entry.record
        if is_ahead(waiver, evidence.today):
            message = f"{waiver.id} was decided on {waiver.decided_on}, and today is {evidence.today}"
            here = End("the waiver says this", waiver.id, "decided_on", value=str(waiver.decided_on), place=entry.place("decided_on"))
            there = [evidence.calendar]
            yield finding(CHECK, evidence, record=waiver.id, field="decided_on", message=message, here=here, there=there)
        is_moot = waiver.id not in settlement.meant and settlement.is_moot(waiver)
        if is_moot or waiver.id in settlement.settled or waiver.record not in evidence.dataset.by_id or not holds(waiver, evidence.today):
            continue
        here = End("it waives this", waiver.id, "code", value=waiver.code, place=entry.place("code"))
        found = finding(CHECK, evidence, record=waiver.id, field="code", message=_message(waiver, settlement), here=here)
        yield found if waiver.id in settlement.meant else because_of_error(found, waiver.record, settlement)


def _message(waiver: Waiver, settlement: Settlement) -> str:
    meant = settlement.meant.get(waiver.id, ())
    where = f"{waiver.field} of {waiver.record}" if waiver.field else waiver.record
    if any(found.severity is Severity.ERROR for found in meant):
        return f"{waiver.id} waives {waiver.code} on {where}, which is an error, and an error is never waived"
    if meant:
        return f"{waiver.id} waives {waiver.code} on {where}, which is settled by a decision"
    return f"{waiver.id} waives {waiver.code} on {where}, and no such finding is there"


CHECK = LedgerCheck(code="DT504", name="waiver-waives-nothing", severity=Severity.WARNING, page=__doc__, find=find)
