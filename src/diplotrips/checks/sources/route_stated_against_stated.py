"""No source says that one stop came before another while others, or the record, say that it came after.

**Why.** The order of travel carries meaning (whom one visits first), and what follows from one order is wrong if another one is true.

**Not covered.** Stops that a source leaves out, and stops whose order it leaves open; routes that name a stop twice; transits, technical
stops and side visits, which a source need not count where it speaks of the first or last stop; the order of an enumeration or of telling
(DT203); orders against dates (DT214); plans against what took place (DT215); what a source denies or holds possible. Nothing is compared on
a trip whose record contradicts itself (DT101 to DT107).

**What to do.** Read both passages again: was the order stated, or only listed (`basis: list`)? If both state it, adopt one route in the
record and settle the disagreement in `decisions.yaml`.

**Wrong**

```yaml
said:
  herald-2024-05:
    - {first_stop: pe}
```

**Right**

```yaml
said:
  herald-2024-05:
    - {first_stop: cl}
    - {about: pe, after: cl}
```

**Since** 0.1.0
"""

from __future__ import annotations

from diplotrips.checks.testimony.dispute_check import dispute_check

CHECK = dispute_check(code="DT202", name="route-stated-against-stated", page=__doc__, judges=("trip",))
