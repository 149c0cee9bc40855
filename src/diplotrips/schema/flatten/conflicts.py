"""Rows of what the checks found: disagreements with their ends, and the days that a trip's network leaves open.

They are added to the tables of a dataset by whoever ran the checks, since flattening knows none.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from diplotrips.findings import root_of
from diplotrips.schema.claim_names import ClaimName
from diplotrips.schema.flatten.tables import arrange

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from diplotrips.findings import End, Finding
    from diplotrips.schema.flatten.spread import Cells, Row
    from diplotrips.schema.flatten.tables import Tables

Bounds = tuple[int | None, int | None, int | None, int | None, bool]
"""Earliest and latest first day, earliest and latest last day, as `date.toordinal()` or None where there is no bound; whether claims took
part."""


def add_implied_days(tables: Tables, bounds: Mapping[str, Bounds]) -> Tables:
    """Return *tables* with `implied_days` filled from the tightest bounds of each trip and stop, by released id."""
    columns = ("first_day_implied_earliest", "first_day_implied_latest", "last_day_implied_earliest", "last_day_implied_latest")
    rows: Iterator[Row] = (
        ("implied_days", {"record_id": record, **dict(zip(columns, map(_day, days), strict=True)), "from_claims": from_claims})
        for record, (*days, from_claims) in bounds.items()
    )
    return {**tables, "implied_days": arrange(rows)["implied_days"]}


def add_conflicts(tables: Tables, findings: Iterable[Finding]) -> Tables:
    """Return *tables* with `conflicts` and `conflict_claims` filled, one row a finding and one an end.

    What is about a file alone is left out, and what a draft of the parser has a part in: drafts are in no release. Findings with the same
    fingerprint are numbered in the order of their messages. Claims that decisions name, and that were not found on the decision's own
    record, are taken from the ends of what the decision settles.
    """
    settled_how = {row["decision_id"]: "waived" if row["verdict"] == "waive" else "settled" for row in tables["decisions"]}
    claims = {_name_of_row(row): str(row["claim_id"]) for row in reversed(tables["claims"])}
    trips = {row["trip_id"] for row in tables["trips"]}
    named: dict[tuple[object, object], str] = {}
    rows: list[Row] = []
    for conflict_id, finding in _numbered(found for found in findings if found.record and not found.draft):
        rows.append(("conflicts", {"conflict_id": conflict_id, "trip_id": _trip_of(finding, trips), **_conflict(finding, settled_how)}))
        for ordinal, end in enumerate(finding.ends, start=1):
            claim_id = claims.get((end.record, _field(end.field), end.source, end.part, end.value))
            rows.append(("conflict_claims", {"conflict_id": conflict_id, "ordinal": ordinal, "claim_id": claim_id, **_end(end)}))
            if claim_id:
                named |= {(finding.settled_by, str(name)): claim_id for name in ClaimName(end.source, end.part, end.value).shortened}
    added = arrange(rows)
    decision_claims = [
        {**row, "claim_id": row["claim_id"] or named.get((row["decision_id"], row["claim_name"]))} for row in tables["decision_claims"]
    ]
    return {**tables, "conflicts": added["conflicts"], "conflict_claims": added["conflict_claims"], "decision_claims": decision_claims}


def _numbered(findings: Iterable[Finding]) -> Iterator[tuple[str, Finding]]:
    """Return each finding with an id of its own, in an order that does not depend on files and lines."""
    seen: Counter[str] = Counter()
    for finding in sorted(findings, key=lambda found: (found.fingerprint, found.message)):
        seen[finding.fingerprint] += 1
        number = seen[finding.fingerprint]
        yield finding.fingerprint if number == 1 else f"{finding.fingerprint}-{number}", finding


def _conflict(finding: Finding, settled_how: Mapping[object, str]) -> Cells:
    """Return what is released of a finding."""
    by_decision = finding.settled_by in settled_how
    return {
        "finding_code": finding.code,
        "severity": str(finding.severity),
        "state": settled_how.get(finding.settled_by, "waived") if finding.settled_by else "open",
        "record_id": finding.record or None,
        "field_name": _field(finding.field) or None,
        "message": finding.message,
        "cause": finding.cause or None,
        "decision_id": finding.settled_by if by_decision else None,
        "waiver_id": None if by_decision else finding.settled_by or None,
    }


def _trip_of(finding: Finding, trips: Container[object]) -> str | None:
    """Return the trip that the record of a finding belongs to; None if that is an entry of a register."""
    root = root_of(finding.record)
    return root if root in trips else None


def _end(end: End) -> Cells:
    """Return what is released of one end of a finding."""
    return {
        "label": end.label or None,
        "record_id": end.record or None,
        "field_name": _field(end.field) or None,
        "source_id": end.source or None,
        "part": end.part or None,
        "value_text": end.value or None,
    }


def _name_of_row(row: Mapping[str, object]) -> tuple[object, ...]:
    """Return what an end and a row of `claims` have in common; of several claims the first by id is meant."""
    return (row["record_id"], row["field_name"], row["source_id"], row["part"], row["value_text"] or "")


def _field(path: str) -> str:
    """Return the name of the field at the end of a path such as `stops.ve.dates`; places in a list are no fields."""
    return next((step for step in reversed(path.split(".")) if not step.isdigit()), "")


def _day(number: int | None) -> date | None:
    """Return the day of that number, or None where there is no bound."""
    return None if number is None else date.fromordinal(number)
