"""What belongs to a stop lies in it: the days of its places and meetings, and side visits made during it.

**Why.** A meeting or a town dated outside the stay belongs to another stop, or one of the two dates is wrong.

**Not covered.** Meetings by telephone or video, which can be on any day.

**What to do.** Correct the days of the part or of the stop, or move the part to the stop to which it belongs.

**Wrong**

```yaml
stops:
  - {id: cl, country: CL, dates: 2024-05-13/2024-05-14, met: [{person: ana-lopez, dates: 2024-05-16}]}
  - {id: pe, country: PE, dates: 2024-05-15/2024-05-16}
```

**Right**

```yaml
stops:
  - {id: cl, country: CL, dates: 2024-05-13/2024-05-14, met: [{person: ana-lopez, dates: 2024-05-13}]}
  - {id: pe, country: PE, dates: 2024-05-15/2024-05-16}
```

**Since** 0.1.0
"""

from __future__ import annotations

from diplotrips.checks.itinerary.contradictions import contradiction_check

CHECK = contradiction_check("DT106", "part-outside-its-stop", __doc__)
