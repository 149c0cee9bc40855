"""One traveller is not in two countries over the same days.

**Why.** Two stays that cannot both be true hide a wrong date or two people under one name; every count of days and countries doubles.
Each stay is compared with every other one in another country, not only with the one before it.

**Not covered.** Stops of one trip (DT103, DT105 and DT107 look at those); stays that may overlap but need not, because an end is not
exactly known, or is dated `~`, `?` or `%` and off by no more than its margin; the day on which one leaves a country and arrives in the
next; side visits (`during`); stays that are only planned, postponed, cancelled or unconfirmed; countries given as `ZZ`. A trip of one stop
lends that stop its days; other stops count by their own days only (DT306 looks at their trips).

**What to do.** Correct the days; mark a side visit with `during` in one trip; or give two people of one name an id each.

**Wrong**

```yaml
authored/doe-2024-05-home.yaml:
  schema: 1
  trip:
    {id: doe-2024-05-home, traveller: jane-doe, office: foreign-minister, represents: NZ, status: completed, dates: 2024-05-14/2024-05-16}
  stops: [{id: fr, country: FR, dates: 2024-05-14/2024-05-16}]
```

**Right**

```yaml
authored/doe-2024-05-home.yaml:
  schema: 1
  trip:
    {id: doe-2024-05-home, traveller: jane-doe, office: foreign-minister, represents: NZ, status: completed, dates: 2024-05-16/2024-05-18}
  stops: [{id: fr, country: FR, dates: 2024-05-16/2024-05-18}]
```

**Since** 0.1.0
"""

from __future__ import annotations

from diplotrips.checks.check import QueryCheck
from diplotrips.checks.timing.presence import STAYS
from diplotrips.findings import Severity

CHECK = QueryCheck(
    code="DT301",
    name="two-countries-at-once",
    severity=Severity.ERROR,
    page=__doc__,
    judges=("trip", "stop"),
    needs=("DT101",),
    query=f"""
        WITH {STAYS}
        SELECT later.record_id, 'dates' AS field_name, earlier.record_id AS other_id, 'dates' AS other_field, later.traveller_id,
               later.country, earlier.country AS other_country,
               CASE WHEN later.first_day_edtf = later.last_day_edtf THEN later.first_day_edtf
                    ELSE later.first_day_edtf || '/' || later.last_day_edtf END AS days,
               CASE WHEN earlier.first_day_edtf = earlier.last_day_edtf THEN earlier.first_day_edtf
                    ELSE earlier.first_day_edtf || '/' || earlier.last_day_edtf END AS other_days
        FROM   stays AS later
        JOIN   stays AS earlier
          ON   earlier.traveller_id = later.traveller_id AND earlier.trip_id <> later.trip_id AND earlier.country <> later.country
         AND   earlier.there_from_n < later.there_until_n AND later.there_from_n < earlier.there_until_n
         AND   earlier.record_id < later.record_id
        ORDER BY later.record_id, earlier.record_id
    """,  # noqa: S608  (all of it is ours)
    message="{traveller_id} is in {country} on {days} and in {other_country} on {other_days}",
    here="in {country} on {days}",
    there="in {other_country} on {other_days}",
)
