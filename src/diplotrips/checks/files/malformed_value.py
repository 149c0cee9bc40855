"""A value has the form that its key takes.

**Why.** Ids, spans, addresses and hashes are read by programs; one with another form is found by none of them.

**Not covered.** Ids of the right form that name nothing (DT303), spans that lead beyond their source (DT403).

**What to do.** Write ids in lower case with single hyphens (`jane-doe`), spans as two numbers (`739-932`), counts as `4`, `~4`, `3..5` or
`1..`, texts with something in them.

**Wrong**

```yaml
trip: {traveller: Jane Doe}
```

**Right**

```yaml
trip: {traveller: jane-doe}
```

**Since** 0.1.0
"""

from __future__ import annotations

from diplotrips.checks.check import ReaderCheck
from diplotrips.findings import Severity

CHECK = ReaderCheck(code="DT010", name="malformed-value", severity=Severity.ERROR, page=__doc__)
