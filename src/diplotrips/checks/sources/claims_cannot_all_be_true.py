"""What sources say of the days and the order of a trip can all be true together.

**Why.** Each pair of statements may be possible, and yet not all of them: "four days", a first stop, a day on which somebody was seen at
the last one. One of them is wrong, and only who sees them side by side can tell which.

**Not covered.** What two statements of one record or one order tell already (DT201, DT202, DT205, DT213); what a source holds possible, and
orders and lengths that it denies; countries, names and numbers of papers, which are not days. What is named is a smallest set of claims
without which all others can be true; of several such sets it has the fewest witnesses, and that need not be the one that is wrong. Nothing
is compared on a trip whose record contradicts itself (DT101 to DT107).

**What to do.** Read the passages again, all that are named. If they do disagree, settle it in `decisions.yaml`.

**Wrong**

```yaml
stops: [{id: cl, country: CL}, {id: pe, country: PE}]
said:
  gazette-2024-05:
    - {about: pe, seen: 2024-05-14}
  herald-2024-05:
    - {about: cl, seen: 2024-05-15}
```

**Right**

```yaml
stops: [{id: cl, country: CL}, {id: pe, country: PE}]
said:
  gazette-2024-05:
    - {about: pe, seen: 2024-05-15}
  herald-2024-05:
    - {about: cl, seen: 2024-05-15}
```

**Since** 0.2.0
"""

from __future__ import annotations

from diplotrips.checks.testimony.dispute_check import dispute_check

CHECK = dispute_check(code="DT214", name="claims-cannot-all-be-true", page=__doc__, judges=("trip",))
