"""What sources say of the days of one record can be true at once, and beside what the record says.

**Why.** Where two sources allow no common day for the beginning or the end of a trip or stop, one of them is wrong, or tells of something
else; whoever uses the dates has to know which one the record follows, and why.

**Not covered.** Dates that share a day, however coarse or doubtful (`2024-05` and `2024-05-13` agree; `~` and `?` allow some days more);
ends that are open or unknown; a plan against what took place (DT215); what a source holds possible; doubtful days that it denies; the
headline of a source against its own body (DT209); numbers of days (DT205); the days of a stop against those of its trip (DT213). Nothing is
compared on a trip whose record contradicts itself (DT101 to DT107).

**What to do.** Read both passages again. If they do disagree, adopt one value in the record and settle the disagreement in
`decisions.yaml`, with the reason.

**Wrong**

```yaml
said:
  herald-2024-05:
    - {first_day: 2024-05-15, last_day: 2024-05-16}
```

**Right**

```yaml
said:
  herald-2024-05:
    - {first_day: 2024-05, last_day: 2024-05-16}
```

**Since** 0.1.0
"""

from __future__ import annotations

from diplotrips.checks.testimony.dispute_check import dispute_check

CHECK = dispute_check(
    code="DT201",
    name="sources-disagree-on-dates",
    page=__doc__,
    judges=("trip", "stop", "meeting", "agreement"),
    follows=("DT209",),
)
