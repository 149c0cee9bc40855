"""What was planned is what took place, as far as days and order go.

**Why.** Plans change, so this is no contradiction. But a plan that is read as a report is, and whoever compares announcements with
journeys wants to know where they differ.

**Not covered.** Plans against plans (DT201 and its like, as for what took place); plans of stops that were cancelled; countries and
statuses (DT204, DT208); windows that contain what took place, which were kept. Nothing is compared on a trip whose record contradicts
itself (DT101 to DT107).

**What to do.** Nothing, if the plan did change. If the passage reports what took place, take `mode: planned`, or the status that makes it a
plan, out of its line.

**Wrong**

```yaml
said:
  herald-2024-05:
    - {first_day: 2024-05-10, mode: planned}
```

**Right**

```yaml
said:
  herald-2024-05:
    - {within: 2024-05, mode: planned}
```

**Since** 0.2.0
"""

from __future__ import annotations

from diplotrips.checks.testimony.dispute_check import dispute_check
from diplotrips.findings import Severity

CHECK = dispute_check(
    code="DT215",
    name="plan-against-what-took-place",
    page=__doc__,
    judges=("trip", "stop", "meeting", "agreement"),
    severity=Severity.NOTE,
)
