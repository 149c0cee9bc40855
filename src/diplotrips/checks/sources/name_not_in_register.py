"""Every spelling of a person's name that a source uses is in the register of people.

**Why.** A spelling that nobody registered may be a mistake of the source, of the coder, or another person; and whoever searches for it
finds nothing.

**Not covered.** Parts of a registered spelling in its own order, such as a surname alone; capitals; spellings registered as a misspelling
(DT211); people without an entry in the register.

**What to do.** Read the passage again. If it is the same person, add the spelling under `names` in the register, with its `kind`.

**Wrong**

```yaml
said:
  herald-2024-05:
    - {about: cl.ana-lopez, named: Anna Lopes}
```

**Right**

```yaml
said:
  herald-2024-05:
    - {about: cl.ana-lopez, named: López}
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
    WHERE  claims.field_name = 'named' AND claims.value_text <> people.name
      AND  NOT EXISTS (SELECT 1 FROM people_names
                       WHERE  people_names.person_id = people.person_id AND people_names.name = claims.value_text)
    ORDER BY claims.record_id, claims.source_id, claims.part, claims.value_text, claims.claim_id
"""  # noqa: S608  (the text is ours)


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return one finding a record, with every claim of a spelling that is not in the register."""
    known = _known(evidence)
    rows = [row for row in evidence.rows(QUERY) if not any(_is_part(str(row["value_text"]), name) for name in known[str(row["person_id"])])]
    return find_spellings(CHECK, evidence, rows, "which is no spelling that the register has of {name}")


CHECK = Check(
    code="DT210",
    name="name-not-in-register",
    severity=Severity.WARNING,
    page=__doc__,
    judges=("trip", "meeting", "quoted-expert"),
    find=find,
    query=QUERY,
)


def _known(evidence: Evidence) -> dict[str, list[str]]:
    """Return the right spellings of each person."""
    people = (entry.record for entry in evidence.dataset.people)
    return {person.id: [person.name, *(other.name for other in person.names if other.kind != "misspelling")] for person in people}


def _is_part(spelling: str, name: str) -> bool:
    """Tell whether *spelling* is made of words of *name* in their order, whatever the capitals."""
    words = iter(name.casefold().split())
    return all(word in words for word in spelling.casefold().split())
