"""The shape of the JSON report of a check, as published; `diplotrips check --format json` writes it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from diplotrips.schema.record import Many, Record

Number = Annotated[int, Field(ge=0)]


class ReportedPlace(Record):
    """Where something stands."""

    file: str
    """File, as shown to the user."""

    line: Annotated[int, Field(ge=1)]
    """Line, counted from 1."""

    column: Annotated[int, Field(ge=1)]
    """Column in code points, counted from 1."""

    width: Annotated[int, Field(ge=1)]
    """Number of columns."""


class ReportedEnd(Record):
    """One end of a disagreement: a claim, a record's own value, or the calendar."""

    label: str
    """What this end says."""

    record: str
    """Released id of the record that it is about; empty for the calendar."""

    field: str
    """Field that it is about."""

    source: str
    """Source that says so; empty for a record's own value and the calendar."""

    part: str
    """Part of the source."""

    value: str
    """What is said, as text."""

    place: ReportedPlace | None
    """Where it stands; null for the calendar."""


class ReportedFinding(Record):
    """One thing that is wrong with the data."""

    code: str
    """Code of the check."""

    severity: Literal["error", "warning", "note"]
    """How grave it is."""

    record: str
    """Released id of the record; empty where a file could not be read."""

    field: str
    """Path by id, such as `stops.ve.dates`."""

    message: str
    """One sentence with both values."""

    place: ReportedPlace
    """Where it stands."""

    ends: Many[ReportedEnd]
    """All ends, the one at `place` first; at least one."""

    cause: str
    """Likely cause; empty if none shows."""

    because_of: str
    """Fingerprint of the finding that it follows from; empty if none."""

    settled_by: str
    """Id of the decision or waiver that settles it; empty if it is open."""

    known: bool
    """Whether the baseline of the run has it, so that it fails nothing."""

    fix: str
    """Nearest known key, code or id; empty if there is none."""

    fingerprint: str
    """Sixteen hexadecimal digits that survive moved lines, renamed files and reworded messages."""


class ReportedOutcome(Record):
    """How one check went."""

    code: str
    """Code of the check."""

    passed: Number
    """Records that passed."""

    found: Number
    """Records with a finding."""

    skipped: Number
    """Records that were not judged, because an error of theirs comes first."""


class OpenCounts(Record):
    """Number of open findings by severity."""

    error: Number
    """Errors."""

    warning: Number
    """Warnings."""

    note: Number
    """Notes."""


class CheckReport(Record):
    """What `diplotrips check --format json` writes."""

    report: Annotated[int, Field(ge=1, le=1)]
    """Version of this shape; raised when a key goes or changes its meaning."""

    package: str
    """Version of the package."""

    root: str
    """Folder that was checked, as shown to the user."""

    today: str
    """Day as of which it was judged, `YYYY-MM-DD`."""

    read: dict[str, Number]
    """Number of records read, by kind."""

    open: OpenCounts
    """Open findings by severity, without those that are known."""

    settled: Number
    """Findings that the ledger settles."""

    known: Number
    """Findings that the baseline of the run has; they are listed and marked."""

    gone: Number
    """Entries of the baseline that nothing open has any more."""

    hidden: Number
    """Open findings of checks that are not selected; they are not listed."""

    checks: Many[ReportedOutcome]
    """How each check went, by code."""

    findings: Many[ReportedFinding]
    """Everything that the selected checks found, settled or not, known or new; by place, a cause before what follows in its file."""
