"""A number of days or nights that a source gives fits the dates and the other numbers.

**Why.** "A four-day tour" and dates five days apart cannot both be right: one end is wrong, or the number counts something else.

**Not covered.** The days are counted with both ends, nights without; dates of which an end is open, unknown or coarse leave room; "about"
leaves one day more or less open; a plan against what took place (DT215); the number of days of a stop against those of the trip (DT213);
numbers that a source denies or holds possible. Nothing is compared on a trip whose record contradicts itself (DT101 to DT107).

**What to do.** Read the passage again: is the number that of the whole trip, or of one stop (`about:`)? Does it count nights
(`nights:`)? If it does disagree, settle it in `decisions.yaml`.

**Wrong**

```yaml
said:
  herald-2024-05:
    - {days: 6}
```

**Right**

```yaml
said:
  herald-2024-05:
    - {days: ~5}
    - {nights: 3}
    - {about: pe, days: 2}
```

**Since** 0.1.0
"""

from __future__ import annotations

from diplotrips.checks.testimony.dispute_check import dispute_check

CHECK = dispute_check(code="DT205", name="number-of-days", page=__doc__, judges=("trip", "stop"), follows=("DT201",))
