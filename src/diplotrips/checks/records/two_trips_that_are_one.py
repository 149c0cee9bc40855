"""One journey is recorded as one trip.

**Why.** A journey recorded twice, from two lists or once as a plan and once as it took place, is counted twice; and its sources are never
compared, since each of the two records has its own.

**Not covered.** Trips of which nobody can tell within a quarter of a year when they were: those of an unknown end are taken to last a
month at most. Trips without a country in common (DT306 says if they cannot both be true); trips of which stops are at once in two
countries (DT301); a trip that was cancelled or postponed and one that was not. That two trips may be one does not say that they are: it
is the same traveller, in the same country, on days that can be the same.

**What to do.** Make one record of the two: put the lines of `said` into one document, and withdraw the other id with the first one as its
successor. If the one made up for the other, give it `replaces`. If they are two journeys, correct the days or waive it for the later one.

**Wrong**

```yaml
authored/doe-2024-05-lima.yaml:
  schema: 1
  trip: {id: doe-2024-05-lima, traveller: jane-doe, office: foreign-minister, represents: NZ, status: planned, within: 2024-05}
  stops: [{id: pe, country: PE}]
```

**Right**

```yaml
authored/doe-2024-05-lima.yaml:
  schema: 1
  trip: {id: doe-2024-05-lima, traveller: jane-doe, office: foreign-minister, represents: NZ, status: planned, within: 2024-07}
  stops: [{id: pe, country: PE}]
```

**Since** 0.2.0
"""

from __future__ import annotations

from diplotrips.checks.check import QueryCheck
from diplotrips.checks.timing.presence import STAYS
from diplotrips.findings import Severity

LONGEST_TRIP_DAYS = 30
"""How long a trip is taken to last at most of which one end is not known."""

LONGEST_WINDOW_DAYS = 92
"""From the first to the last possible day of a trip whose days say enough."""

CHECK = QueryCheck(
    code="DT309",
    name="two-trips-that-are-one",
    severity=Severity.WARNING,
    page=__doc__,
    judges=("trip",),
    needs=("DT101", "DT302"),
    query=f"""
        WITH {STAYS},
        journeys AS (
            SELECT trip_id, traveller_id, replaces_id, status,
                   CASE WHEN status IN ('completed', 'under-way') THEN 'made'
                        WHEN status IN ('cancelled', 'postponed') THEN 'called off' ELSE 'planned' END AS stage,
                   CASE WHEN first_day_edtf IS NULL AND last_day_edtf IS NULL THEN 'within' ELSE 'dates' END AS field_name,
                   CASE WHEN first_day_edtf IS NULL AND last_day_edtf IS NULL THEN within_edtf
                        WHEN first_day_edtf = last_day_edtf THEN first_day_edtf
                        ELSE COALESCE(first_day_edtf, '') || '/' || COALESCE(last_day_edtf, '') END AS days,
                   COALESCE(first_day_earliest_n - first_day_margin_n, last_day_earliest_n - last_day_margin_n - {LONGEST_TRIP_DAYS},
                            within_earliest_n - within_margin_n) AS from_n,
                   COALESCE(last_day_latest_n + last_day_margin_n, first_day_latest_n + first_day_margin_n + {LONGEST_TRIP_DAYS},
                            within_latest_n + within_margin_n) AS until_n
            FROM   trips
        ),
        visits AS (
            SELECT journeys.trip_id, journeys.traveller_id, stops.country,
                   COALESCE(stops.first_day_earliest_n - stops.first_day_margin_n, stops.within_earliest_n - stops.within_margin_n,
                            journeys.from_n) AS from_n,
                   COALESCE(stops.last_day_latest_n + stops.last_day_margin_n, stops.within_latest_n + stops.within_margin_n,
                            journeys.until_n) AS until_n
            FROM   journeys
            JOIN   stops ON stops.trip_id = journeys.trip_id
            WHERE  stops.country <> 'ZZ' AND journeys.until_n - journeys.from_n <= {LONGEST_WINDOW_DAYS}
        ),
        shared AS (
            SELECT later.trip_id, earlier.trip_id AS other_trip_id, MIN(later.country) AS country
            FROM   visits AS later
            JOIN   visits AS earlier
              ON   earlier.traveller_id = later.traveller_id AND earlier.trip_id < later.trip_id AND earlier.country = later.country
             AND   earlier.from_n <= later.until_n AND later.from_n <= earlier.until_n
            GROUP BY later.trip_id, earlier.trip_id
        )
        SELECT later.trip_id AS record_id, later.field_name, earlier.trip_id AS other_id, earlier.field_name AS other_field,
               later.traveller_id, shared.country, later.status, earlier.status AS other_status, later.days, earlier.days AS other_days,
               CASE WHEN later.stage = earlier.stage THEN 'the two may be one' ELSE 'one may be the plan of the other' END AS doubt
        FROM   shared
        JOIN   journeys AS later ON later.trip_id = shared.trip_id
        JOIN   journeys AS earlier ON earlier.trip_id = shared.other_trip_id
        WHERE  earlier.from_n <= later.until_n AND later.from_n <= earlier.until_n
          AND  (later.stage = earlier.stage OR (later.stage <> 'called off' AND earlier.stage <> 'called off'))
          AND  COALESCE(later.replaces_id, '') <> earlier.trip_id AND COALESCE(earlier.replaces_id, '') <> later.trip_id
          AND  NOT EXISTS (
                   SELECT 1 FROM stays AS one
                   JOIN   stays AS other
                     ON   other.country <> one.country
                    AND   one.there_from_n < other.there_until_n AND other.there_from_n < one.there_until_n
                   WHERE  one.trip_id = later.trip_id AND other.trip_id = earlier.trip_id)
        ORDER BY later.trip_id, earlier.trip_id
    """,  # noqa: S608  (all of it is ours)
    message="{traveller_id} is in {country} on the trip {record_id}, {status}, on {days} and on the trip {other_id}, {other_status}, on "
    "{other_days}; {doubt}",
    here="the trip {record_id} on {days}",
    there="the trip {other_id} on {other_days}",
)
