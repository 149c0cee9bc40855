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
from diplotrips.findings import End, Severity
from diplotrips.schema.codelists import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.checks.evidence import Evidence
    from diplotrips.checks.settling import Settlement
    from diplotrips.findings import Finding
    from diplotrips.schema.dataset import Entry
    from diplotrips.schema.ledger import Decision, Waiver

_FEWEST_WORDS = 3

_PLACEHOLDERS = frozenset(
    {"todo", "tbd", "tba", "fixme", "xxx", "none", "na", "n", "a", "later", "see", "above", "below", "ok", "reason", "because"}
)


def find(evidence: Evidence, settlement: Settlement) -> Iterator[Finding]:  # noqa: ARG001  (every check of the ledger is called alike)
    """Return a finding for each decision or waiver whose reason is none, at that reason."""
    entries: tuple[Entry[Decision | Waiver], ...] = (*evidence.dataset.decisions, *evidence.dataset.waivers)
    for entry in entries:
        record = entry.record
        if not _is_reason(record):
            message = f'{record.id} gives "{record.because}" for its reason, which is none'
            here = End("this is its reason", record.id, "because", value=record.because, place=entry.place("because"))
            yield finding(CHECK, evidence, record=record.id, field="because", message=message, here=here)


def _is_reason(entry: Decision | Waiver) -> bool:
    """Tell whether the reason says anything: no placeholder, not just the value adopted, and in Latin letters more than two words."""
    text = fold(entry.because)
    words = text.split()
    repeated = {fold(getattr(entry, "adopted", None) or ""), fold(getattr(entry, "verdict", ""))}
    if not words or set(words) <= _PLACEHOLDERS or text in repeated:
        return False
    return len(words) >= _FEWEST_WORDS or not text.isascii()


CHECK = LedgerCheck(code="DT501", name="decision-without-reason", severity=Severity.ERROR, page=__doc__, reopens=False, find=find)
