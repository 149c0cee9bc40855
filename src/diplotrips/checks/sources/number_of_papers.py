"""What sources say of the number of papers can be one number.

**Why.** Sources count a package of agreements differently (annexes, memoranda, papers of companies), and whoever counts agreements has
to know that the number is in doubt.

**Not covered.** Numbers that can be one (`2..` and `5`; "about" leaves one more or less open); a plan against what was signed; the number
in the record itself, which may follow any source.

**What to do.** Read both passages again; if they count different things, make them two agreements, else settle it in `decisions.yaml`.

**Wrong**

```yaml
said:
  gazette-2024-05:
    - {about: visas, papers: 2}
  herald-2024-05:
    - {about: visas, papers: 5}
```

**Right**

```yaml
said:
  gazette-2024-05:
    - {about: visas, papers: 2..}
  herald-2024-05:
    - {about: visas, papers: 5}
```

**Since** 0.1.0
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.checks.check import Check
from diplotrips.checks.disagreement.clashes import asserted
from diplotrips.checks.disagreement.numbers import find_among, said
from diplotrips.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import Finding


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return one finding a record, with every number that another one contradicts."""
    for record, claims in evidence.dataset.claims_about.items():
        numbers = said((claim for claim in asserted(claims) if claim.field == "papers"), evidence)
        yield from find_among(CHECK, evidence, numbers, record, "papers")


CHECK = Check(
    code="DT212",
    name="number-of-papers",
    severity=Severity.WARNING,
    page=__doc__,
    judges=("trip", "stop", "agreement"),
    find=find,
)
