"""A span is a passage of its source.

**Why.** Whoever looks a claim up finds nothing, or other words, where the span leads; and a shifted span is how a changed text shows.

**Not covered.** Whether the passage says what the claim says. Without a local copy of the source only what its length tells is checked:
that a span begins before it ends, and ends within the text. `diplotrips verify-spans` holds every span and its hash to the text itself.

**What to do.** Find the passage with `diplotrips cite FILE "phrase"` and correct the span; if the text itself has changed, correct
`text_chars` and `text_sha256` of the source.

**Wrong**

```yaml
said:
  gazette-2024-05:
    - {about: cl, country: CL, span: 90-81}
```

**Right**

```yaml
said:
  gazette-2024-05:
    - {about: cl, country: CL, span: 81-90}
```

**Since** 0.1.0
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.checks.check import ON_TRIPS, Check
from diplotrips.findings import End, Finding, Severity
from diplotrips.schema.passages import passages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.checks.evidence import Evidence
    from diplotrips.schema.passages import Passage


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return a finding for each span that is empty, ends before it begins, or leads beyond its source."""
    lengths = {entry.record.id: (entry.record.text_chars, entry.place("text_chars")) for entry in evidence.dataset.sources}
    for passage in passages(evidence.dataset):
        chars, place = lengths.get(passage.source, (None, None))
        start, end = passage.span.start, passage.span.end
        if start >= end:
            what = "is empty" if start == end else "ends before it begins"
            yield _found(passage, f"the span {passage.span} {what}")
        elif chars is not None and end > chars:
            there = End(f"its text has {chars} characters", passage.source, "text_chars", value=str(chars), place=place)
            yield _found(passage, f"the span {passage.span} leads beyond {passage.source}, whose text has {chars} characters", there)


def _found(passage: Passage, message: str, *there: End) -> Finding:
    """Return the finding of *passage*; its field is where the span is written, which need not be in the record that it is about."""
    return Finding(CHECK.code, CHECK.severity, passage.record, passage.path, message, passage.place, there, end=passage.end)


CHECK = Check(code="DT403", name="span-does-not-match", severity=Severity.ERROR, page=__doc__, judges=ON_TRIPS, find=find)
