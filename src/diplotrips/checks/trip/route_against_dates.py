"""The days of the stops follow the route.

**Why.** The route says which stop came first; if the days say otherwise, one of them was copied wrongly.

**Not covered.** Stops in an inner list, whose order is not known; leaving one country and arriving in the next on the same day, which is
the rule and not a conflict.

**What to do.** Correct the route or the days; where sources give different orders, keep both as claims and settle it in the ledger.

**Wrong**

```yaml
trip: {route: [pe, cl]}
```

**Right**

```yaml
trip: {route: [cl, pe]}
```

**Since** 0.1.0
"""

from __future__ import annotations

from diplotrips.checks.itinerary.contradictions import contradiction_check

CHECK = contradiction_check("DT103", "route-against-dates", __doc__)
