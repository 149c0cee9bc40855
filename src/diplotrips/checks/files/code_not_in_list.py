"""A coded value is in its list.

**Why.** A code that only one author uses falls out of every count. The nearest known code is named.

**Not covered.** Whether the code is the right one; codes of a project's own variables (DT305).

**What to do.** Take a code of the list; `docs/records.md` has them all with their meaning. If none fits, take the nearest one and say the
rest in `note`.

**Wrong**

```yaml
trip: {status: complete}
```

**Right**

```yaml
trip: {status: completed}
```

**Since** 0.1.0
"""

from __future__ import annotations

from diplotrips.checks.check import ReaderCheck
from diplotrips.findings import Severity

CHECK = ReaderCheck(code="DT008", name="code-not-in-list", severity=Severity.ERROR, page=__doc__)
