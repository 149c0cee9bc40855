"""Every file of the dataset can be read as text.

**Why.** A file that is left out silently makes every count wrong. It is named, and the rest is read all the same.

**Not covered.** A path named on the command line that cannot be read: that ends the run (exit status 3).

**What to do.** The message says what stands in the way: the file is empty, not UTF-8, larger than 32 MB, nested too deeply, a folder, or
a link that leads nowhere or out of the dataset; or an invisible character stands in it. Save it as UTF-8 text, or take it out.

**Wrong**

```raw events.yaml
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

CHECK = ReaderCheck(code="DT001", name="unreadable-file", severity=Severity.ERROR, page=__doc__)
