"""What is written is what every reader of YAML reads.

**Why.** YAML has forms that mean one thing to a person and another to a program, or to two programs: `012` is ten to one and twelve to
another, `TRUE` is a word or a truth, an alias repeats what stands elsewhere, a tag can run code.

**Not covered.** `NO`, `on`, `12:30` and unquoted dates, which are text here, as in YAML 1.2.

**What to do.** Write the value as JSON would, or in quotes if it is text; the message shows how. Write out what an alias or a merge key
stands for, and leave tags out.

**Wrong**

```raw events.yaml
schema: 1
events:
  - {id: summit, name: 012}
```

**Right**

```raw events.yaml
schema: 1
events:
  - {id: summit, name: "012"}
```

**Since** 0.1.0
"""

from __future__ import annotations

from diplotrips.checks.check import ReaderCheck
from diplotrips.findings import Severity

CHECK = ReaderCheck(code="DT004", name="yaml-trap", severity=Severity.ERROR, page=__doc__)
