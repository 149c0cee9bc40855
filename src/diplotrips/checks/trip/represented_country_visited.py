"""Nobody pays a visit abroad to the country that he or she represents.

**Why.** The stop is a step at home that does not belong to the trip, or a wrong country code; or `represents` is wrong, and with it every
count by sending country.

**Not covered.** Transits and technical landings; stops with a place in a territory (contested, autonomous or dependent), which may count as
abroad; stops and trips that were called off; travellers for an organization or a country that is not known.

**What to do.** Take the stop out, or correct its country or what the traveller represents.

**Wrong**

```yaml
trip: {represents: PE}
```

**Right**

```yaml
stops:
  - {id: cl, country: CL, places: [Santiago], dates: 2024-05-13/2024-05-14, met: [{person: ana-lopez, office: president}]}
  - {id: pe, country: PE, places: [Lima], dates: 2024-05-15/2024-05-16}
  - {id: nz, country: NZ, kind: technical}
```

**Since** 0.2.0
"""

from __future__ import annotations

from diplotrips.checks.check import QueryCheck
from diplotrips.findings import Severity

CHECK = QueryCheck(
    code="DT110",
    name="represented-country-visited",
    severity=Severity.WARNING,
    page=__doc__,
    judges=("stop",),
    needs=("DT302",),
    query="""
        SELECT stops.stop_id AS record_id, 'country' AS field_name, trips.trip_id AS other_id, 'represents_country' AS other_field,
               stops.country, trips.traveller_id
        FROM   stops
        JOIN   trips ON trips.trip_id = stops.trip_id AND trips.represents_country = stops.country
        WHERE  stops.kind = 'visit' AND stops.country <> 'ZZ' AND stops.status NOT IN ('cancelled', 'postponed')
          AND  NOT EXISTS (
                   SELECT 1 FROM stop_places
                   WHERE  stop_places.stop_id = stops.stop_id AND stop_places.territory IS NOT NULL)
        ORDER BY record_id
    """,
    message="the stop is in {country}, the country that {traveller_id} represents",
    here="the stop is in {country}",
    there="{traveller_id} represents {country}",
)
