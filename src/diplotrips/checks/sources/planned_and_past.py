"""What is planned or under way lies in the future or the present.

**Why.** A plan that the calendar has passed is a question, not a fact: the trip took place, was called off, or nobody looked. Counted as
a trip it may be one too many, left out one too few.

**Not covered.** Postponed and unconfirmed trips, which have no day any more; trips that are under way and whose last day nobody knows;
stops whose status is that of their trip; a last day that is dated `~`, `?` or `%` and over by no more than its margin.

**What to do.** Look for a source that says what became of it. If there is none, leave the status (the dataset knows nothing that no source
says) and settle it in `decisions.yaml`, best with an `expires`.

**Wrong**

```yaml
trip: {status: planned}
said:
  gazette-2024-05:
    - {status: planned, dates: 2024-05-13/2024-05-16}
  herald-2024-05:
    - {status: planned}
```

**Right**

```yaml
trip: {status: planned, dates: 2027-05-13/2027-05-16}
stops:
  - {id: cl, country: CL}
said:
  gazette-2024-05:
    - {status: planned, dates: 2027-05-13/2027-05-16}
  herald-2024-05:
    - {status: planned}
```

**Since** 0.1.0
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.checks.check import Check, finding
from diplotrips.checks.disagreement.clashes import ends_of
from diplotrips.findings import End, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.checks.evidence import Evidence, Row
    from diplotrips.findings import Finding

QUERY = """
    SELECT judged.record_id, 'status' AS field_name, judged.status, judged.last_day, judged.first_day
    FROM   (SELECT trip_id AS record_id, status,
                   COALESCE(last_day_latest, within_latest) AS last_day,
                   COALESCE(last_day_latest_n + last_day_margin_n, within_latest_n + within_margin_n) AS last_day_n,
                   first_day_latest AS first_day,
                   first_day_latest_n + first_day_margin_n AS first_day_n
            FROM   trips
            UNION ALL
            SELECT stops.stop_id, stops.status,
                   COALESCE(stops.last_day_latest, stops.within_latest, trips.last_day_latest, trips.within_latest),
                   COALESCE(stops.last_day_latest_n + stops.last_day_margin_n, stops.within_latest_n + stops.within_margin_n,
                            trips.last_day_latest_n + trips.last_day_margin_n, trips.within_latest_n + trips.within_margin_n),
                   stops.first_day_latest,
                   stops.first_day_latest_n + stops.first_day_margin_n
            FROM   stops
            JOIN   trips ON trips.trip_id = stops.trip_id AND trips.status <> stops.status) AS judged
    JOIN   today
      ON   judged.last_day_n < today.today_n
      OR   (judged.last_day_n IS NULL AND judged.first_day_n < today.today_n AND judged.status = 'planned')
    WHERE  judged.status IN ('planned', 'under-way')
    ORDER BY judged.record_id
"""


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return one finding a trip or stop, with every claim of the same status, and the calendar."""
    for row in evidence.rows(QUERY):
        yield _found(evidence, row)


CHECK = Check(
    code="DT207",
    name="planned-and-past",
    severity=Severity.WARNING,
    page=__doc__,
    judges=("trip", "stop"),
    needs=("DT101",),
    follows=("DT208",),
    find=find,
    query=QUERY,
)


def _found(evidence: Evidence, row: Row) -> Finding:
    """Return the finding on the trip or stop of *row*."""
    record, status = str(row["record_id"]), str(row["status"])
    bound = f"last possible day, {row['last_day']}" if row["last_day"] else f"first day, {row['first_day']}"
    about = evidence.dataset.claims_about.get(record, ())
    witnesses = [claim for claim in about if claim.field == "status" and claim.text == status and claim.mode != "denied"]
    return finding(
        CHECK,
        evidence,
        record=record,
        field="status",
        message=f"the status is {status}, but the {bound}, lies before today, {evidence.today}",
        here=evidence.end(record, "status", label=f"the record says status {status}", value=status),
        there=[
            *ends_of(evidence, witnesses),
            End(label=f"the calendar: today is {evidence.today}", value=evidence.today.isoformat()),
        ],
    )
