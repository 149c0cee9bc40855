"""What a record holds to be true, some source says.

**Why.** A value that nobody says cannot be checked by anybody: it was known from elsewhere, copied to the wrong record, or its claim was
forgotten. The dataset knows nothing that no source says.

**Not covered.** What is ours and no source's (ids, notes, certainty), what cannot be claimed (companions, the organization met), and
whether the source is right. A date is borne out by the same or a finer one, by the other end and a length, and by the same end of the
first or last stop; a route by any claims of order that imply it, or by the days of its stops; a country by any claim about its stop; and
every value by a decision that adopts it. What a source only plans, denies or thinks possible bears out nothing that was held.

**What to do.** Add the line of `said` that says it, or take the value out.

**Wrong**

```yaml
stops:
  - {id: cl, country: CL, places: [Santiago, Valparaíso], dates: 2024-05-13/2024-05-14, met: [{person: ana-lopez, office: president}]}
  - {id: pe, country: PE, places: [Lima], dates: 2024-05-15/2024-05-16}
```

**Right**

```yaml
stops:
  - {id: cl, country: CL, places: [Santiago], dates: 2024-05-13/2024-05-14, met: [{person: ana-lopez, office: president}]}
  - {id: pe, country: PE, places: [Lima], dates: 2024-05-15/2024-05-16}
```

**Since** 0.1.0
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.checks.check import ON_TRIPS, Check, finding
from diplotrips.checks.itinerary.contradictions import OF_NETWORK_A
from diplotrips.checks.support.claims import Support
from diplotrips.checks.support.held import held_by
from diplotrips.findings import End, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.checks.evidence import Evidence
    from diplotrips.checks.support.held import Held
    from diplotrips.findings import Finding


FOLLOWS = (*OF_NETWORK_A, "DT205", "DT208", "DT303", "DT503")
"""Codes of what a value clashes with that was typed wrongly, so that no source says it."""


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return a finding for each value without support; the claims that say something else of the field are its other ends."""
    support = Support(evidence)
    for item in evidence.dataset.items:
        for held in held_by(item):
            lacking = support.lacks(held)
            if lacking:
                yield _found(evidence, support, held, lacking)


def _found(evidence: Evidence, support: Support, held: Held, lacking: str) -> Finding:
    others = support.said_otherwise(held)
    existence = f"no claim says that there was {evidence.path(held.item.id, '')}"
    planned = any(claim.text == held.text and claim.mode != "held" for claim in others)
    return finding(
        CHECK,
        evidence,
        record=held.item.id,
        field=held.field,
        message=f"{held.field} holds {_part(held, lacking)} and no claim says so" if held.text else existence,
        here=End("the record holds this", held.item.id, held.field, value=held.text, place=held.place),
        there=[evidence.claim_end(claim) for claim in others],
        cause="said only as planned, possible or denied" if planned else "",
    )


def _part(held: Held, lacking: str) -> str:
    """Return the value, or the end of it that is lacking, as text."""
    if lacking == "all":
        return held.text
    end = getattr(held.value, "first" if lacking == "first_day" else "last")
    return f"{end} as its {lacking.replace('_', ' ')}"


CHECK = Check(
    code="DT401",
    name="value-without-claim",
    severity=Severity.WARNING,
    page=__doc__,
    judges=ON_TRIPS,
    needs=("DT003",),
    follows=FOLLOWS,
    find=find,
)
