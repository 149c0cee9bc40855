"""A weekday that a source names is that of the date.

**Why.** Where the two differ one of them is wrong, and nobody can tell which: the weekday, the day, the month or the year. It is the
cheapest test of a date that there is.

**Not covered.** Phrases in other languages than English; dates of which a week or more is possible, and doubtful ones; phrases with two
weekdays. A date without a year is taken in the year that is nearest to the day of publication (or to the line's `anchor`), or else in that
of the trip.

**What to do.** Read the passage again. If the source itself is wrong, keep its words in `phrase`, write the date that you hold to be meant,
with `?`, and settle the finding in `decisions.yaml`.

**Wrong**

```yaml
said:
  herald-2024-05:
    - {about: pe, seen: 2024-05-15, phrase: on Thursday}
```

**Right**

```yaml
said:
  herald-2024-05:
    - {about: pe, seen: 2024-05-15, phrase: Wednesday (May 15)}
    - {about: pe, last_day: 2024-05-16, phrase: on Thursday}
```

**Since** 0.2.0
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.checks.check import ON_TRIPS, Check, finding
from diplotrips.checks.timing.phrasing import WEEKDAYS, phrased_lines, weekday_not_of_date
from diplotrips.findings import Severity
from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import Finding


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return a finding for each line whose phrase names a weekday that none of the possible days is."""
    for line in evidence.of(phrased_lines):
        weekday, days = weekday_not_of_date(line)
        if days:
            here, *there = (dated.end for dated in line.dated)
            message = f'{line.source} has "{line.phrase}", and {_told(days, weekday)}'
            yield finding(CHECK, evidence, record=line.record, field=here.field, message=message, here=here, there=there)


def _told(days: Sequence[date], weekday: str) -> str:
    """Return what the days are instead."""
    possible = [str(day) for day in sorted(set(days))]
    return f"none of {listed(possible, 'and')} is a {weekday}" if possible[1:] else f"{days[0]} is a {WEEKDAYS[days[0].weekday()]}"


CHECK = Check(code="DT108", name="weekday-not-of-date", severity=Severity.WARNING, page=__doc__, judges=ON_TRIPS, find=find)
