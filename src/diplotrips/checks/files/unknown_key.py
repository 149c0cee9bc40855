"""A record has only keys that are its own.

**Why.** A misspelt key would be a value that nobody ever reads. The nearest known key is named.

**Not covered.** Variables of a project's own, which stand under `extra` and are declared in `dataset.yaml` (DT305).

**What to do.** Correct the key. Some keys belong to another record: `met` to a stop, `route` to the trip.

**Wrong**

```yaml
trip: {travler: jane-doe}
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

CHECK = ReaderCheck(code="DT005", name="unknown-key", severity=Severity.ERROR, page=__doc__)
