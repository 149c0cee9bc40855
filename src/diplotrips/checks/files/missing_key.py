"""A record has every key that it needs.

**Why.** Without an id, a traveller or a status a trip cannot be counted; without dates or a window it cannot be placed in time.

**Not covered.** Values that no source gives: leave those keys out. Absent means that no source that was read says so.

**What to do.** Add the key. Where one of several is needed (`dates` or `within`; `person`, `office` or `organization`), the message lists
them.

**Wrong**

```yaml
stops: [{id: cl, places: [Santiago]}]
```

**Right**

```yaml
trip: {route: [cl]}
stops: [{id: cl, country: CL, places: [Santiago]}]
```

**Since** 0.1.0
"""

from __future__ import annotations

from diplotrips.checks.check import ReaderCheck
from diplotrips.findings import Severity

CHECK = ReaderCheck(code="DT006", name="missing-key", severity=Severity.ERROR, page=__doc__)
