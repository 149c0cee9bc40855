"""A file is YAML or JSON, as its name says.

**Why.** What cannot be parsed cannot be judged: none of the records in the file are read.

**Not covered.** What is YAML and yet refused, since a person could mean something else by it (DT004); JSON Lines, of which only the line
that is wrong is left out.

**What to do.** Look at the line and column: a bracket or quote is not closed, a colon has no space after it, a line is indented by a tab
or does not line up with those above.

**Wrong**

```raw events.yaml
schema: 1
events: [{id: summit, name: A summit}
```

**Right**

```raw events.yaml
schema: 1
events: [{id: summit, name: A summit}]
```

**Since** 0.1.0
"""

from __future__ import annotations

from diplotrips.checks.check import ReaderCheck
from diplotrips.findings import Severity

CHECK = ReaderCheck(code="DT002", name="not-yaml", severity=Severity.ERROR, page=__doc__)
