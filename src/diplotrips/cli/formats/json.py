"""Findings for programs: a JSON report whose shape is published as `schema/report.schema.json`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from diplotrips.findings import Severity
from diplotrips.version import __version__

if TYPE_CHECKING:
    from diplotrips.api import Report
    from diplotrips.findings import End, Finding, Place

REPORT_VERSION = 1
"""Version of the report's shape; raised when a key goes or changes its meaning."""


def render_json(report: Report) -> str:
    """Return everything that was found, settled or not; by place, a cause before what follows from it in its file."""
    told = {
        "report": REPORT_VERSION,
        "package": __version__,
        "root": report.root,
        "today": report.today.isoformat(),
        "read": {name.replace(" ", "_"): count for name, count in report.counts.items()},
        "open": {severity.value: report.number(severity) for severity in Severity},
        "settled": len(report.settled),
        "known": len(report.known),
        "gone": report.baseline.gone + report.baseline.changed if report.baseline else 0,
        "hidden": len(report.hidden),
        "checks": [{"code": one.code, "passed": one.passed, "found": one.found, "skipped": one.skipped} for one in report.outcomes],
        "findings": [_finding(found) for found in report.findings],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _finding(found: Finding) -> dict[str, object]:
    """Return one finding with all its ends."""
    return {
        "code": found.code,
        "severity": found.severity.value,
        "record": found.record,
        "field": found.field,
        "message": found.message,
        "place": _place(found.place),
        "ends": [_end(found.ends[0], found.place), *(_end(end, end.place) for end in found.related)],
        "cause": found.cause,
        "because_of": found.because_of,
        "settled_by": found.settled_by,
        "known": found.known,
        "fix": found.fix,
        "fingerprint": found.fingerprint,
    }


def _end(end: End, at: Place | None) -> dict[str, object]:
    told = {"label": end.label, "record": end.record, "field": end.field, "source": end.source, "part": end.part, "value": end.value}
    return {**told, "place": _place(at) if at else None}


def _place(place: Place) -> dict[str, object]:
    return place._asdict()
