"""One traveller is not on two trips to different countries over the same days.

**Why.** Where stops have no days of their own, only the trips show that somebody is booked twice: one of the two has a wrong date, or
there are two people under one name.

**Not covered.** Trips that have a country in common, which may be one trip recorded twice; trips of which a stop is in an unknown country
(`ZZ`); trips of which two stops are at once by their own days (DT301); trips that may overlap but need not, because an end is not exactly
known, or is dated `~`, `?` or `%` and off by no more than its margin; the day on which one trip ends and the next begins; trips that are
only planned, postponed, cancelled or unconfirmed.

**What to do.** Correct the days of one trip; make a side trip a stop of the longer one; or give two people of one name an id each.

**Wrong**

```yaml
authored/doe-2024-05.yaml:
  stops: [{id: cl, country: CL}, {id: pe, country: PE}]
  agreements: []
authored/doe-2024-05-home.yaml:
  schema: 1
  trip:
    {id: doe-2024-05-home, traveller: jane-doe, office: foreign-minister, represents: NZ, status: completed, dates: 2024-05-14/2024-05-15}
  stops: [{id: jp, country: JP}]
```

**Right**

```yaml
authored/doe-2024-05.yaml:
  stops: [{id: cl, country: CL}, {id: pe, country: PE}]
  agreements: []
authored/doe-2024-05-home.yaml:
  schema: 1
  trip:
    {id: doe-2024-05-home, traveller: jane-doe, office: foreign-minister, represents: NZ, status: completed, dates: 2024-05-16/2024-05-18}
  stops: [{id: jp, country: JP}]
```

**Since** 0.1.0
"""

from __future__ import annotations

from diplotrips.checks.check import QueryCheck
from diplotrips.checks.timing.presence import STAYS
from diplotrips.findings import Severity

CHECK = QueryCheck(
    code="DT306",
    name="two-trips-at-once",
    severity=Severity.ERROR,
    page=__doc__,
    judges=("trip",),
    needs=("DT101",),
    follows=("DT301",),
    query=f"""
        WITH {STAYS},
        absences AS (
            SELECT trip_id, traveller_id, first_day_latest_n + first_day_margin_n AS away_from_n,
                   last_day_earliest_n - last_day_margin_n AS away_until_n,
                   CASE WHEN first_day_edtf = last_day_edtf THEN first_day_edtf ELSE first_day_edtf || '/' || last_day_edtf END AS days
            FROM   trips
            WHERE  status IN ('completed', 'under-way') AND n_stops > 0
        ),
        clashes AS (
            SELECT DISTINCT one.trip_id, other.trip_id AS other_trip_id
            FROM   stays AS one
            JOIN   stays AS other
              ON   one.traveller_id = other.traveller_id AND other.country <> one.country
             AND   one.there_from_n < other.there_until_n AND other.there_from_n < one.there_until_n
        ),
        shared AS (
            SELECT DISTINCT one.trip_id, other.trip_id AS other_trip_id
            FROM   stops AS one
            JOIN   stops AS other
              ON   one.traveller_id = other.traveller_id
             AND   (one.country = other.country OR one.country = 'ZZ' OR other.country = 'ZZ')
        )
        SELECT later.trip_id AS record_id, 'dates' AS field_name, earlier.trip_id AS other_id, 'dates' AS other_field, later.traveller_id,
               later.days, earlier.days AS other_days
        FROM   absences AS later
        JOIN   absences AS earlier
          ON   earlier.traveller_id = later.traveller_id AND earlier.trip_id < later.trip_id
         AND   earlier.away_from_n < later.away_until_n AND later.away_from_n < earlier.away_until_n
        LEFT JOIN clashes ON clashes.trip_id = later.trip_id AND clashes.other_trip_id = earlier.trip_id
        LEFT JOIN shared ON shared.trip_id = later.trip_id AND shared.other_trip_id = earlier.trip_id
        WHERE  clashes.trip_id IS NULL AND shared.trip_id IS NULL
        ORDER BY later.trip_id, earlier.trip_id
    """,  # noqa: S608  (all of it is ours)
    message="{traveller_id} is on the trip {record_id} on {days} and on the trip {other_id}, to other countries, on {other_days}",
    here="on the trip {record_id} on {days}",
    there="on the trip {other_id} on {other_days}",
)
