"""The table `changes`: what a comparison found, one row a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.exports.comparing.sentences import sentence

if TYPE_CHECKING:
    from diplotrips.exports.comparing.change import Comparison


def change_rows(comparison: Comparison | None) -> list[dict[str, object]]:
    """Return the rows of `changes`, in the order of the comparison; none where there was nothing to compare with."""
    if comparison is None:
        return []
    return [
        {
            "ordinal": ordinal,
            "since_version": comparison.since_version,
            "change_kind": str(change.kind),
            "change_level": change.level.word,
            "changed_table": change.table,
            "row_key": change.row_key,
            "record_kind": change.record_kind,
            "record_id": change.record_id,
            "trip_id": change.trip_id,
            "field_name": change.field_name,
            "source_id": change.source_id,
            "finding_code": change.finding_code,
            "value_before": change.before,
            "value_after": change.after,
            "successor_id": change.successor_id,
            "because": change.because,
            "n_rows": change.n_rows,
            "message": sentence(change),
        }
        for ordinal, change in enumerate(comparison.changes, start=1)
    ]
