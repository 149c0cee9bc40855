"""A source reports as done only what had been done when it was published.

**Why.** Either the day of publication is wrong, or the day of the event, or the source announces and was read as if it looked back.

**Not covered.** Sources whose day of publication is not known, and what they plan, deny or think possible. A source of which only the
month is known is held against the last day of that month; days that are dated `~`, `?` or `%` have their margin. Without days in the claim
itself, a stop or trip called completed is held against the last day that the record gives, and an agreement that was made against its
date.

**What to do.** Correct the day that is wrong; where the source looks ahead, give the line `mode: planned` or `status: planned`.

**Wrong**

```yaml
said:
  gazette-2024-05:
    - {about: pe, last_day: 2024-05-26}
```

**Right**

```yaml
said:
  gazette-2024-05:
    - {about: pe, last_day: 2024-05-26, mode: planned}
```

**Since** 0.1.0
"""

from __future__ import annotations

from diplotrips.checks.check import QueryCheck
from diplotrips.findings import Severity

CHECK = QueryCheck(
    code="DT402",
    name="source-older-than-event",
    severity=Severity.WARNING,
    page=__doc__,
    judges=("trip", "stop", "meeting", "agreement"),
    follows=("DT102", "DT104", "DT209"),
    needs=("DT302",),
    query="""
        WITH readings AS (
            SELECT source_id, published_edtf, published_latest_n + published_margin_n AS read_on_n
            FROM   sources
            WHERE  published_latest_n IS NOT NULL
        ),
        ends AS (
            SELECT trip_id AS record_id, 'status' AS field_name, last_day_edtf AS day_edtf, last_day_earliest_n - last_day_margin_n AS day_n
            FROM   trips
            UNION ALL
            SELECT stop_id AS record_id, 'status' AS field_name, last_day_edtf AS day_edtf, last_day_earliest_n - last_day_margin_n AS day_n
            FROM   stops
            UNION ALL
            SELECT agreement_id AS record_id, 'progress' AS field_name, agreed_on_edtf AS day_edtf,
                   agreed_on_earliest_n - agreed_on_margin_n AS day_n
            FROM   agreements
        ),
        reports AS (
            SELECT claim_id, source_id, record_id, field_name, value_text, value_text AS day_edtf,
                   value_earliest_n - value_margin_days AS day_n
            FROM   claims
            WHERE  mode = 'held' AND field_name IN ('seen', 'first_day', 'last_day', 'dates', 'left_home', 'back_home')
            UNION ALL
            SELECT dated.claim_id, dated.source_id, dated.record_id, dated.field_name, dated.value_text, dated.value_text AS day_edtf,
                   dated.value_earliest_n - dated.value_margin_days AS day_n
            FROM   claims AS dated
            WHERE  dated.mode = 'held' AND dated.field_name = 'date'
              AND  NOT EXISTS (
                       SELECT 1 FROM claims AS open_yet
                       WHERE  open_yet.record_id = dated.record_id AND open_yet.source_id = dated.source_id
                         AND  open_yet.field_name = 'progress'
                         AND  open_yet.value_text IN ('offered', 'intended', 'negotiated'))
            UNION ALL
            SELECT claims.claim_id, claims.source_id, claims.record_id, claims.field_name, claims.value_text, ends.day_edtf, ends.day_n
            FROM   claims
            JOIN   ends ON ends.record_id = claims.record_id AND ends.field_name = claims.field_name
            WHERE  claims.mode = 'held'
              AND  claims.value_text IN ('completed', 'agreed', 'initialled', 'signed')
        )
        SELECT reports.claim_id, reports.record_id, reports.field_name, reports.source_id AS other_id, 'published' AS other_field,
               reports.source_id, reports.value_text, readings.published_edtf, reports.day_edtf,
               CASE WHEN reports.field_name IN ('status', 'progress')
                    THEN 'calls ' || reports.value_text || ' what the record dates ' || reports.day_edtf
                    ELSE 'reports ' || REPLACE(reports.field_name, '_', ' ') || ' ' || reports.value_text || ' as past' END AS report
        FROM   reports
        JOIN   readings ON readings.source_id = reports.source_id
        WHERE  readings.read_on_n < reports.day_n
        ORDER BY reports.record_id, reports.claim_id
    """,
    message="{source_id} was published {published_edtf} and {report}",
    here="",
    there="published {published_edtf}",
)
