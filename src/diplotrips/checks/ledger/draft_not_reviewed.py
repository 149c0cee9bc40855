"""What the parser drafted is looked at by a person.

**Why.** A draft is what a program makes of an article: part of it is wrong, and nobody has vouched for the rest. It is no record, is not
exported and counts as no source until somebody has held it to the text.

**Not covered.** Drafts of sources that an author has read already: what the two read differently is DT407. Drafts without any trip.

**What to do.** `diplotrips review extract/parsed/SOURCE.json --text FILE` shows it value by value. If the article tells of nothing that
belongs into the dataset, delete the draft.

**Wrong**

```yaml
authored/doe-2024-05.yaml:
  said: {herald-2024-05: null}
```

```raw parsed/herald-2024-05.json
{"schema": 1, "source": "herald-2024-05", "coder": "rules-1", "trips": [
 {"trip": {"id": "t1", "traveller": "Ann Roe"}, "stops": [{"id": "no", "country": "NO"}], "said": [{"about": "no", "span": "10-16"}]}
]}
```

**Right**

```raw parsed/gazette-2024-05.json
{"schema": 1, "source": "gazette-2024-05", "coder": "rules-1", "trips": []}
```

**Since** 0.2.0
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diplotrips.checks.check import Check, finding
from diplotrips.findings import End, Severity
from diplotrips.words import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import Finding
    from diplotrips.schema.coding import CodingFile


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return a note for each draft with a trip, of a source that no document has lines or a review of."""
    documents = [entry.record for entry in evidence.dataset.trips]
    read = {source for document in documents for source in (*document.said, *(review.source for review in document.reviews))}
    for entry in evidence.dataset.drafts:
        source = entry.record.source
        if source not in read and entry.record.trips:
            here = End(label="this draft", record=source, field="parsed", place=entry.place("source"))
            message = f"nobody has reviewed the draft of {source}: {_told(entry.record)}"
            found = finding(CHECK, evidence, record=source, field="parsed", message=message, here=here)
            yield replace(found, draft=entry.node.place.file)


def _told(draft: CodingFile) -> str:
    """Return how much is in a draft."""
    lines = sum(len(block.said) for block in draft.trips)
    return f"{number(len(draft.trips), 'trip')} with {number(lines, 'line')}"


CHECK = Check(code="DT506", name="draft-not-reviewed", severity=Severity.NOTE, page=__doc__, judges=("source",), find=find)
