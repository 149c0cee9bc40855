"""Every file of the dataset has a name that says what it holds.

**Why.** A register called `persons.yaml` would be passed over, and all its people would be missing. The nearest known name is told.

**Not covered.** Files and folders that are hidden, a README, and backups of an editor, which are passed over; `parsed` and `coded`, which
hold no records of the dataset yet.

**What to do.** Rename the file, or take it out of `extract`. Trips are files below `authored/`; each register is one file or a folder of
files.

**Wrong**

```raw evnts.yaml
schema: 1
events: []
```

**Right**

```raw events.yaml
schema: 1
events: []
```

**Since** 0.1.0
"""

from __future__ import annotations

from diplotrips.checks.check import ReaderCheck
from diplotrips.findings import Severity

CHECK = ReaderCheck(code="DT011", name="unknown-file", severity=Severity.ERROR, page=__doc__)
