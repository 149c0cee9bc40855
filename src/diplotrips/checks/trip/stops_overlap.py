"""Nobody is on two stops of one trip at once.

**Why.** Two stays that share more than the day of travel between them hide a wrong date, or a side visit that is not marked as one.

**Not covered.** Two stays that share one day, on which the traveller went from one to the other; side visits (`during`); stops whose
order the route gives (DT103). Of many stops at once each is named with the first of them, and no more than twenty are.

**What to do.** Correct the days, or mark the shorter one as a side visit with `during`.

**Wrong**

```yaml
trip: {route: [[cl, pe]]}
stops: [{id: cl, country: CL, dates: 2024-05-13/2024-05-15}, {id: pe, country: PE, dates: 2024-05-14/2024-05-16}]
```

**Right**

```yaml
trip: {route: [[cl, pe]]}
stops: [{id: cl, country: CL, dates: 2024-05-13/2024-05-15}, {id: pe, country: PE, dates: 2024-05-15/2024-05-16}]
```

**Since** 0.1.0
"""

from __future__ import annotations

from diplotrips.checks.itinerary.contradictions import contradiction_check

CHECK = contradiction_check("DT107", "stops-that-overlap", __doc__)
