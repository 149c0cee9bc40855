"""An agreement made on a stop is dated within it.

**Why.** The day of a signature is often the day of a report about it, or the day on which it took effect.

**Not covered.** Agreements that were only offered, intended or negotiated, and ratification or entry into force, which come later;
agreements without a stop are held against the trip.

**What to do.** Correct the date, name the right stop, or leave `stop` out if it was made elsewhere.

**Wrong**

```yaml
agreements: [{id: visas, stop: cl, parties: [NZ, CL], progress: signed, subject: visas for students, date: 2024-05-16}]
```

**Right**

```yaml
agreements: [{id: visas, stop: cl, parties: [NZ, CL], progress: signed, subject: visas for students, date: 2024-05-14}]
```

**Since** 0.1.0
"""

from __future__ import annotations

from diplotrips.checks.itinerary.contradictions import contradiction_check

CHECK = contradiction_check("DT104", "agreement-outside-its-stop", __doc__, judges=("agreement",))
