"""The status of a record is the latest that the sources say.

**Why.** A trip recorded as planned, although a later source reports on it, counts as a plan for ever.

**Not covered.** Sources whose day of publication is not known, or not known to be later; a later source that tells of an earlier stage;
what a source denies or holds possible; stops whose status is that of a trip which is found itself.

**What to do.** Give the record the later status. If the later source is not believed, settle it in `decisions.yaml`, with the reason.

**Wrong**

```yaml
trip: {status: under-way}
said:
  gazette-2024-05:
    - {status: under-way}
```

**Right**

```yaml
trip: {status: completed}
said:
  gazette-2024-05:
    - {status: under-way}
```

**Since** 0.1.0
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.checks.check import Check, finding
from diplotrips.checks.disagreement.clashes import asserted, ends_of
from diplotrips.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.checks.evidence import Evidence, Row
    from diplotrips.findings import Finding

QUERY = """
    SELECT judged.record_id, 'status' AS field_name, judged.trip_id, judged.says_id, judged.status,
           later.claim_id, later.source_id, later.value_text AS later_status, newer.published_edtf
    FROM   (SELECT trip_id AS record_id, trip_id, trip_id AS says_id, status FROM trips
            UNION ALL
            SELECT stops.stop_id, stops.trip_id,
                   CASE WHEN stops.status = trips.status THEN stops.trip_id ELSE stops.stop_id END,
                   stops.status
            FROM   stops
            JOIN   trips ON trips.trip_id = stops.trip_id) AS judged
    JOIN   claims AS later
      ON   later.record_id = judged.record_id AND later.field_name = 'status' AND later.value_text <> judged.status
     AND   later.mode IN ('held', 'planned')
    JOIN   sources AS newer
      ON   newer.source_id = later.source_id AND newer.published_earliest_n IS NOT NULL
    WHERE  later.value_text <> 'unconfirmed'
      AND  (judged.status IN ('planned', 'postponed', 'unconfirmed')
            OR later.value_text IN ('completed', 'cancelled')
            OR (judged.status = 'cancelled' AND later.value_text = 'under-way'))
      AND  NOT EXISTS (SELECT 1
                       FROM   claims AS same
                       JOIN   sources AS older ON older.source_id = same.source_id
                       WHERE  (same.record_id = judged.record_id OR same.record_id = judged.says_id)
                         AND  same.field_name = 'status' AND same.value_text = judged.status AND same.mode <> 'denied'
                         AND  (older.published_latest_n IS NULL
                               OR older.published_latest_n + older.published_margin_n
                                  >= newer.published_earliest_n - newer.published_margin_n))
    ORDER BY judged.record_id, newer.published_earliest_n DESC, later.source_id, later.part, later.claim_id
"""


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return one finding a trip or stop, with every claim of a later status, and those of the record's own."""
    by_record: dict[str, list[Row]] = {}
    for row in evidence.rows(QUERY):
        by_record.setdefault(str(row["record_id"]), []).append(row)
    for record, rows in by_record.items():
        says = str(rows[0]["says_id"])
        if says == record or says not in by_record:
            yield _found(evidence, record, rows)


CHECK = Check(
    code="DT208",
    name="status-superseded",
    severity=Severity.WARNING,
    page=__doc__,
    judges=("trip", "stop"),
    find=find,
    query=QUERY,
)


def _found(evidence: Evidence, record: str, rows: Sequence[Row]) -> Finding:
    """Return the finding on one record; of its *rows*, one a claim of a later status, the first is the newest."""
    newest, status, says = rows[0], str(rows[0]["status"]), str(rows[0]["says_id"])
    later = [claim for claim in (evidence.claims.get(str(row["claim_id"])) for row in rows) if claim]
    own = [claim for about in dict.fromkeys((record, says)) for claim in evidence.dataset.claims_about.get(about, ())]
    same = [claim for claim in asserted(own) if claim.field == "status" and claim.text == status]
    return finding(
        CHECK,
        evidence,
        record=record,
        field="status",
        message=f"the status is {status}, and {newest['source_id']}, published {newest['published_edtf']}, says {newest['later_status']}",
        here=evidence.end(says, "status", label=f"the record says status {status}", value=status),
        there=ends_of(evidence, (*later, *same)),
    )
