"""Sources write people's names as the register has them.

**Why.** A misspelling that is known changes nothing in the records, but it tells of the care that a source took, and two sources that share
one may be one voice.

**Not covered.** Spellings that are not in the register (DT210).

**What to do.** Nothing has to be done. If the spelling is in use after all, give it another `kind` in the register.

**Wrong**

```yaml
people.yaml:
  people:
    - {id: jane-doe, name: Jane Doe}
    - {id: ana-lopez, name: Ana López, names: [{name: Ana Lopes, kind: misspelling}]}
authored/doe-2024-05.yaml:
  said:
    herald-2024-05:
      - {about: cl.ana-lopez, named: Ana Lopes}
```

**Right**

```yaml
people.yaml:
  people:
    - {id: jane-doe, name: Jane Doe}
    - {id: ana-lopez, name: Ana López, names: [{name: Ana Lopez}]}
authored/doe-2024-05.yaml:
  said:
    herald-2024-05:
      - {about: cl.ana-lopez, named: Ana Lopez}
```

**Since** 0.1.0
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.checks.check import Check
from diplotrips.checks.disagreement.spellings import BEARERS, find_spellings
from diplotrips.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import Finding

QUERY = f"""
    SELECT claims.record_id, 'named' AS field_name, claims.claim_id, claims.value_text, people.person_id, people.name AS person_name
    FROM   claims
    JOIN   {BEARERS} AS bearers ON bearers.record_id = claims.record_id
    JOIN   people ON people.person_id = bearers.person_id
    JOIN   people_names ON people_names.person_id = people.person_id AND people_names.name = claims.value_text
    WHERE  claims.field_name = 'named' AND claims.value_text <> people.name AND people_names.kind = 'misspelling'
    ORDER BY claims.record_id, claims.source_id, claims.part, claims.value_text, claims.claim_id
"""  # noqa: S608  (the text is ours)


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return one finding a record, with every claim of a registered misspelling."""
    return find_spellings(CHECK, evidence, evidence.rows(QUERY), "which the register has as a misspelling of {name}")


CHECK = Check(
    code="DT211",
    name="registered-misspelling",
    severity=Severity.NOTE,
    page=__doc__,
    judges=("trip", "meeting", "quoted-expert"),
    find=find,
    query=QUERY,
)
