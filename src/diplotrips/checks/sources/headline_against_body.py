"""Headline, caption, dateline, table and body of one source say the same.

**Why.** Headlines sharpen, captions are older than the text beside them, and coders who read only the one or the other record different
trips from one article.

**Not covered.** A source whose body says both values; words of people whom it quotes, and reports that it cites; values that can both be
true: dates that share a day, a stop that is over on a tour that still goes on.

**What to do.** Decide which part the record follows and settle it in `decisions.yaml`; mostly it is the body.

**Wrong**

```yaml
trip: {status: planned}
said:
  gazette-2024-05:
    - {status: under-way, part: headline}
    - {status: planned}
```

**Right**

```yaml
said:
  gazette-2024-05:
    - {about: cl, status: completed, part: caption}
    - {status: under-way}
```

**Since** 0.1.0
"""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from diplotrips.checks.check import Check, finding
from diplotrips.checks.disagreement.clashes import OWN_PARTS, asserted, clash_of, ends_of, what
from diplotrips.checks.disagreement.days import FIELDS as DAYS
from diplotrips.checks.disagreement.days import disjoint, speaks_of
from diplotrips.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import Finding
    from diplotrips.schema.claims import Claim

VALUES = ("status", "office", "represents", "capacity", "channel", "country", "kind", "protocol", "progress")
"""Fields that can have one value only."""

_FITTING = {
    "planned": {"planned", "cancelled", "postponed"},
    "postponed": {"planned", "cancelled", "postponed"},
    "completed": {"completed", "cancelled"},
    "cancelled": {"cancelled"},
}
"""Statuses that a stop can have on a trip of this status; on any other trip it can have any."""


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return one finding a source, record and field, with every claim of the parts that disagree."""
    for record, about in evidence.dataset.claims_about.items():
        by_source: dict[str, list[Claim]] = defaultdict(list)
        for claim in asserted(about):
            if claim.part in OWN_PARTS:
                by_source[claim.source].append(claim)
        for claims in by_source.values():
            for field in (*VALUES, *DAYS):
                yield from _find(evidence, record, field, claims)


CHECK = Check(
    code="DT209",
    name="headline-against-body",
    severity=Severity.WARNING,
    page=__doc__,
    judges=("trip", "stop", "meeting", "agreement"),
    find=find,
)


def _find(evidence: Evidence, record: str, field: str, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Return the finding on one field of *record*, for which one source makes *claims*."""
    relevant = [claim for claim in claims if (speaks_of(field, claim) if field in DAYS else claim.field == field)]
    if field == "status" and relevant:
        relevant += _inherited(evidence, relevant)
    relevant.sort(key=lambda claim: OWN_PARTS.index(claim.part))
    by_part: dict[str, list[Claim]] = defaultdict(list)
    for claim in relevant:
        by_part[claim.part].append(claim)
    clash = clash_of(relevant, partial(_contradict, field, by_part))
    if clash:
        here, *there = ends_of(evidence, clash.claims)
        yield finding(CHECK, evidence, record=record, field=field, message=_message(record, clash.claims), here=here, there=there)


def _inherited(evidence: Evidence, claims: Sequence[Claim]) -> list[Claim]:
    """Return what the body says of the status of the whole trip, if *claims* are about a stop and the body says nothing of its status."""
    first = claims[0]
    if first.kind != "stop" or any(claim.part == "body" for claim in claims):
        return []
    of_trip = asserted(evidence.dataset.claims_about.get(first.trip, ()))
    return [claim for claim in of_trip if (claim.source, claim.part, claim.field) == (first.source, "body", "status")]


def _contradict(field: str, by_part: dict[str, list[Claim]], one: Claim, other: Claim) -> bool:
    """Tell whether the claims stand in different parts and nothing that one part says fits anything that the other says."""
    return one.part != other.part and not any(_fit(field, x, y) for x in by_part[one.part] for y in by_part[other.part])


def _fit(field: str, one: Claim, other: Claim) -> bool:
    """Tell whether both claims can be true; a stop's status is also held against that of its trip."""
    if field in DAYS:
        return one.mode != other.mode or not any(disjoint(field, one, other))
    if one.kind == other.kind:
        return one.text == other.text
    trip, stop = (one, other) if one.kind == "trip" else (other, one)
    return stop.text in _FITTING.get(trip.text, {stop.text})


def _message(record: str, claims: Sequence[Claim]) -> str:
    """Return what each part says, parts that say the same together."""
    parts: dict[str, list[str]] = {}
    for claim in claims:
        of_trip = " of the whole trip" if claim.record != record else ""
        parts.setdefault(f"{what(claim)}{of_trip}", []).append(claim.part)
    told = [f"{value} in its {' and '.join(dict.fromkeys(places))}" for value, places in parts.items()]
    return f"{claims[0].source} says {' and '.join(told)}"
