"""A stop lies in its trip, the first and the last day included.

**Why.** A trip is from its first day on foreign soil to its last, so a stop before or after it makes one of the two wrong, and with it
every count of days abroad.

**Not covered.** Stops that may lie in the trip because an end is open, unknown or approximate; side visits, which are measured against
their own stop (DT106).

**What to do.** Correct the days of the stop or of the trip, whichever the sources do not bear out.

**Wrong**

```yaml
stops: [{id: cl, country: CL, dates: 2024-05-13/2024-05-14}, {id: pe, country: PE, dates: 2024-05-15/2024-05-18}]
```

**Right**

```yaml
stops: [{id: cl, country: CL, dates: 2024-05-13/2024-05-14}, {id: pe, country: PE, dates: 2024-05-15/2024-05-16}]
```

**Since** 0.1.0
"""

from __future__ import annotations

from diplotrips.checks.itinerary.contradictions import contradiction_check

CHECK = contradiction_check("DT102", "stop-outside-its-trip", __doc__)
