"""What a source cites for a stop was published after the stop had begun.

**Why.** A report from before the tour cannot tell what came of it. Either it announced what the source now tells as done, or the citation,
its date or the dates of the tour are wrong.

**Not covered.** Citations for the trip as a whole, where background is cited too; citations for agreements, which may be older than the
tour; tours that are no more than a plan, and citations of plans. A citation of which only the month is known is held against its last day,
a doubtful date has its margin.

**What to do.** Read what the source tells with the older report. If that is background, give the citation to the trip (without `about`);
if the source takes an announcement for the event, say so in a `note` of the stop and settle the finding in `decisions.yaml`.

**Wrong**

```yaml
said:
  herald-2024-05:
    - {about: pe, cited: [{outlet: The Courier, date: 2024-05-10}], part: citation}
```

**Right**

```yaml
said:
  herald-2024-05:
    - {about: pe, cited: [{outlet: The Courier, date: 2024-05-15}], part: citation}
    - {cited: [{outlet: The Courier, date: 2024-05-10}], part: citation}
```

**Since** 0.2.0
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from diplotrips.checks.check import Check, finding
from diplotrips.checks.disagreement.clashes import PLANS, ends_of
from diplotrips.checks.timing.when import when_of_stop
from diplotrips.findings import Severity
from diplotrips.schema.said import Cited
from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.checks.evidence import Evidence
    from diplotrips.checks.timing.when import When
    from diplotrips.findings import Finding
    from diplotrips.schema.claims import Claim

MOST_TOLD = 3
"""Citations that a message names."""


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return one finding a stop or meeting and source, with every report cited for it that is older than the stop."""
    for entry in evidence.dataset.trips:
        trip = entry.record.trip
        for stop in entry.record.stops:
            when = when_of_stop(trip, stop)
            if when and (stop.status or trip.status) not in PLANS:
                meetings = [f"{trip.id}.{stop.id}.{meeting.local_id}" for meeting in stop.met or ()]
                for record in (f"{trip.id}.{stop.id}", *meetings):
                    yield from _find(evidence, record, when)


CHECK = Check(
    code="DT405",
    name="citation-older-than-stop",
    severity=Severity.NOTE,
    page=__doc__,
    judges=("stop", "meeting"),
    follows=("DT101", "DT102", "DT201"),
    find=find,
)


def _find(evidence: Evidence, record: str, when: When) -> Iterator[Finding]:
    """Return the findings on what is cited for one record."""
    by_source: dict[str, list[Claim]] = {}
    for claim in evidence.dataset.claims_about.get(record, ()):
        if claim.mode == "held" and isinstance(claim.value, Cited) and _is_older(claim.value, when):
            by_source.setdefault(claim.source, []).append(claim)
    for claims in by_source.values():
        here, *there = ends_of(evidence, claims)
        began = evidence.end(when.record, when.field, label=f"the record has {when.text}", value=when.text)
        cited = list(dict.fromkeys(f"{claim.value.outlet} of {claim.value.date}" for claim in claims if isinstance(claim.value, Cited)))
        first = date.fromordinal(when.days.first)
        message = f"{claims[0].voice} cites {listed(cited, 'and', most=MOST_TOLD)}, and the stop began on {first} at the earliest"
        yield finding(CHECK, evidence, record=record, field="cited", message=message, here=here, there=[*there, began])


def _is_older(cited: Cited, when: When) -> bool:
    """Tell whether a report is certainly from before the first day."""
    return cited.date.last_widened < when.days.first
