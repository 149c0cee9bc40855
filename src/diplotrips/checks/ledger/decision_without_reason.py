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
from diplotrips.checks.settling import entries_of
from diplotrips.findings import End, Severity
from diplotrips.schema.codelists import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diplotrips.checks.evidence import Evidence
    from diplotrips.checks.settling import Settlement
    from diplotrips.findings import Finding

_FEWEST_WORDS = 3

_PLACEHOLDERS = frozenset(
    {"todo", "tbd", "tba", "fixme", "xxx", "none", "na", "n", "a", "later", "see", "above", "below", "ok", "reason", "because"}
)


def find(evidence: Evidence, settlement: Settlement) -> Iterator[Finding]:  # noqa: ARG001  (every check of the ledger is called alike)
    """Return a finding for each decision or waiver whose reason is none, at that reason."""
    for entry in entries_of(evidence.dataset):
        record = entry.record
        if not is_reason(record.because, (getattr(record, "adopted", None), getattr(record, "verdict", None))):
            message = f'{record.id} gives "{record.because}" for its reason, which is none'
            here = End("this is its reason", record.id, "because", value=record.because, place=entry.place("because"))
            yield finding(CHECK, evidence, record=record.id, field="because", message=message, here=here)


def is_reason(because: str, told: Iterable[str | None] = ()) -> bool:
    """Tell whether *because* says anything: no placeholder, nothing *told* elsewhere, and in Latin letters more than two words."""
    text = fold(because)
    words = text.split()
    if not words or set(words) <= _PLACEHOLDERS or text in {fold(other or "") for other in told}:
        return False
    return len(words) >= _FEWEST_WORDS or not text.isascii()


CHECK = LedgerCheck(code="DT501", name="decision-without-reason", severity=Severity.ERROR, page=__doc__, reopens=False, find=find)
