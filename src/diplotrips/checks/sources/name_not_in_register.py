"""Every spelling of a person's name that a source uses is in the register of people.

**Why.** A spelling that nobody registered may be a mistake of the source, of the coder, or another person; and whoever searches for it
finds nothing.

**Not covered.** Parts of a registered spelling in its own order, such as a surname alone; capitals; spellings that are like a registered
name (DT218), or registered as a misspelling (DT211); people without an entry in the register.

**What to do.** Read the passage again. If it is the same person, add the spelling under `names` in the register, with its `kind`.

**Wrong**

```yaml
said:
  herald-2024-05:
    - {about: cl.ana-lopez, named: Anne Loup}
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
from diplotrips.checks.disagreement.spellings import UNREGISTERED, find_spellings, unknown_spellings
from diplotrips.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import Finding


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return one finding a record, with every claim of a spelling that is not in the register and like no name in it."""
    rows = [unknown.row for unknown in unknown_spellings(evidence) if not unknown.near]
    return find_spellings(CHECK, evidence, rows, "which is no spelling that the register has of {name}")


CHECK = Check(
    code="DT210",
    name="name-not-in-register",
    severity=Severity.WARNING,
    page=__doc__,
    judges=("trip", "meeting", "quoted-expert"),
    find=find,
    query=UNREGISTERED,
)
