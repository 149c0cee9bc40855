"""What lasts ends on or after the day on which it starts.

**Why.** A last day before the first day is a slip of the pen, or two dates exchanged; every length and every overlap computed from it is
wrong.

**Not covered.** Two ends that may be in the right order because one of them is a month, a set or approximate.

**What to do.** Compare both days with the sources and correct the wrong one; if the sources themselves give them so, record what they say
as claims and hold what you take to be true.

**Wrong**

```yaml
trip: {dates: 2024-05-16/2024-05-13}
```

**Right**

```yaml
trip: {dates: 2024-05-13/2024-05-16}
```

**Since** 0.1.0
"""

from __future__ import annotations

from diplotrips.checks.itinerary.contradictions import contradiction_check

CHECK = contradiction_check("DT101", "ends-before-it-starts", __doc__, judges=("trip", "stop"))
