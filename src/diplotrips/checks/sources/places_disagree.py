"""Sources that name one town of a stop name the same.

**Why.** One town against another is a mistake of a source, a change of plan, or a second town that the record lacks.

**Not covered.** Sources that name several towns or sites of the stop; a name that is part of the other (`Santiago`, `Santiago de Cuba`);
accents and capitals; both towns in the record itself. Nothing knows that a site lies in a town, or that a town has two names: such pairs
are found, and settled. What is denied or only possible asserts nothing.

**What to do.** Look whether the traveller was in both; then both are `places` of the stop. If one source is wrong, or a site lies in the
town, settle it in `decisions.yaml`.

**Wrong**

```yaml
said:
  herald-2024-05:
    - {about: pe, places: [Cusco]}
```

**Right**

```yaml
said:
  herald-2024-05:
    - {about: pe, places: [Lima, Cusco]}
```

**Since** 0.2.0
"""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from diplotrips.checks.check import Check
from diplotrips.checks.disagreement.clashes import asserted, clash_of, disagreement
from diplotrips.findings import Severity
from diplotrips.schema.codelists import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import Finding
    from diplotrips.schema.claims import Claim


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return one finding a stop, with every source that names one town only, and another one than some other source."""
    for entry in evidence.dataset.trips:
        for stop in entry.record.stops:
            record = f"{entry.record.trip.id}.{stop.id}"
            held = {fold(place if isinstance(place, str) else place.name) for place in stop.places or ()}
            claims = _only_towns([claim for claim in asserted(evidence.dataset.claims_about.get(record, ())) if claim.field == "places"])
            clash = clash_of(claims, partial(_differ, held))
            if clash:
                yield disagreement(CHECK, evidence, clash, record=record, field="places")


CHECK = Check(
    code="DT217",
    name="places-disagree",
    severity=Severity.NOTE,
    page=__doc__,
    judges=("stop",),
    find=find,
)


def _only_towns(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of the sources that name no more than one town, whichever part names it how often."""
    by_source: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        by_source[claim.source].add(fold(claim.text))
    return [claim for claim in claims if len(by_source[claim.source]) == 1]


def _differ(held: set[str], one: Claim, other: Claim) -> bool:
    """Tell whether two sources name two towns that are not both *held* by the record, and not the one a part of the other's name."""
    names = {fold(one.text), fold(other.text)}
    first, second = set(fold(one.text).split()), set(fold(other.text).split())
    return one.source != other.source and not names <= held and not (first <= second or second <= first)
