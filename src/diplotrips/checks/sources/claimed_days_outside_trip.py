"""What a source says of the days of a stop fits what the record, or any source, says of the days of the trip.

**Why.** A source that has the traveller at a stop before the tour began or after it ended tells of another journey, or one of the two days
is wrong.

**Not covered.** The record's own days of a stop against those of its trip (DT102); days of meetings and agreements (DT214); what only
follows from three or more statements (DT214); a plan against what took place (DT215). Nothing is compared on a trip whose record
contradicts itself (DT101 to DT107).

**What to do.** Read the passage again: does it speak of this tour? If it does disagree, settle it in `decisions.yaml`.

**Wrong**

```yaml
stops: [{id: cl, country: CL}, {id: pe, country: PE}]
said:
  gazette-2024-05:
    - {about: cl, country: CL}
  herald-2024-05:
    - {about: pe, seen: 2024-05-18}
```

**Right**

```yaml
stops: [{id: cl, country: CL}, {id: pe, country: PE}]
said:
  gazette-2024-05:
    - {about: cl, country: CL}
  herald-2024-05:
    - {about: pe, seen: 2024-05-16}
```

**Since** 0.2.0
"""

from __future__ import annotations

from diplotrips.checks.testimony.dispute_check import dispute_check

CHECK = dispute_check(code="DT213", name="claimed-days-outside-trip", page=__doc__, judges=("stop",))
