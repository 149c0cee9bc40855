"""A date is written as EDTF and is in the calendar.

**Why.** `03/04/2024` is March in one country and April in another; a day that does not exist hides a slip that no sorting shows.

**Not covered.** Intervals that end before they start (DT101).

**What to do.** Write year, month and day as `2024-05-13`, a month as `2024-05`, from–to as `2024-05-13/2024-05-16`, an end that nobody
gives as `2024-05-13/`, one of two days as `"[2024-05-13,2024-05-15]"`, a doubtful day as `2024-05-13?`, about then as `2024-05-13~`.

**Wrong**

```yaml
trip: {dates: 13.05.2024}
```

**Right**

```yaml
trip: {dates: 2024-05-13/2024-05-16}
```

**Since** 0.1.0
"""

from __future__ import annotations

from diplotrips.checks.check import ReaderCheck
from diplotrips.findings import Severity

CHECK = ReaderCheck(code="DT009", name="not-a-date", severity=Severity.ERROR, page=__doc__)
