"""All that a record says about days and order can be true at once.

**Why.** Three statements can clash though every two of them agree: two stops that fill the trip leave no day for a third one between
them. The finding names a smallest set of statements that cannot all be true: take any one of them away, and the rest can.

**Not covered.** What the sources say (claims are compared by the checks DT2xx). Of a trip with dozens of contradictions the first are
told, and of a hundred stops that may be in any order not every order is tried; a finding says so where that may matter.

**What to do.** One of the statements named is wrong; find out which, and correct it.

**Wrong**

```yaml
trip: {within: 2024-05-20/2024-05-30}
```

**Right**

```yaml
trip: {within: 2024-05-01/2024-05-30}
```

**Since** 0.1.0
"""

from __future__ import annotations

from diplotrips.checks.itinerary.contradictions import contradiction_check

CHECK = contradiction_check("DT105", "dates-that-cannot-all-hold", __doc__, judges=("trip", "stop", "agreement"))
