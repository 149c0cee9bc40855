"""A key is given once.

**Why.** Most readers of YAML and JSON keep the last of two values and say nothing; which one was meant only the author knows.

**Not covered.** Two records with one id (DT302).

**What to do.** Take one of the two out; both values are in the message. In lists of sources, put both lines under one key.

**Wrong**

```raw events.yaml
schema: 1
events:
  - {id: summit, name: A summit, country: CL, country: PE}
```

**Right**

```raw events.yaml
schema: 1
events:
  - {id: summit, name: A summit, country: CL}
```

**Since** 0.1.0
"""

from __future__ import annotations

from diplotrips.checks.check import ReaderCheck
from diplotrips.findings import Severity

CHECK = ReaderCheck(code="DT003", name="duplicate-key", severity=Severity.ERROR, page=__doc__)
