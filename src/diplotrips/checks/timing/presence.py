"""Where somebody certainly was, and when: the part of a query that the checks across trips share."""

from __future__ import annotations

STAYS = """stays AS (
            SELECT stop_id AS record_id, trip_id, traveller_id, country, first_day_edtf, last_day_edtf,
                   first_day_latest_n + first_day_margin_n AS there_from_n, last_day_earliest_n - last_day_margin_n AS there_until_n
            FROM   stops
            WHERE  during_stop_id IS NULL AND status IN ('completed', 'under-way') AND country <> 'ZZ'
            UNION ALL
            SELECT trips.trip_id AS record_id, trips.trip_id, trips.traveller_id, stops.country, trips.first_day_edtf, trips.last_day_edtf,
                   trips.first_day_latest_n + trips.first_day_margin_n AS there_from_n,
                   trips.last_day_earliest_n - trips.last_day_margin_n AS there_until_n
            FROM   trips
            JOIN   stops ON stops.trip_id = trips.trip_id
            WHERE  trips.n_stops = 1 AND stops.status IN ('completed', 'under-way') AND stops.country <> 'ZZ'
              AND  (stops.first_day_latest_n IS NULL OR stops.last_day_earliest_n IS NULL)
        )"""
"""One row per stop in a known country that took place, from the day on which somebody must have been there to the day until which; a trip
of one stop lends that stop its days."""
