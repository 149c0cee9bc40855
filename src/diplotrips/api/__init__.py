"""What the package does, as functions: check records, export them, cite and verify passages. The command line is one face of it.

Reading, checking and exporting do not know each other; they are joined here and nowhere else. Nothing is printed here. One module a
subject; whatever is heavy is imported when it is used.
"""

from __future__ import annotations

from diplotrips.api.baseline import Baseline
from diplotrips.api.checking import Report, check
from diplotrips.api.deciding import Entered, decide, waive
from diplotrips.api.exporting import OpenErrorsError, Release, export
from diplotrips.api.formatting import format_records
from diplotrips.api.pages import all_checks, explain
from diplotrips.api.passages import cite, verify_spans
from diplotrips.api.reliability import Reliability, reliability
from diplotrips.api.schemas import write_schema
from diplotrips.api.starting import Project, init
from diplotrips.api.trips import Begun, Wanted, new
from diplotrips.checks.rulings import Ruling, Verdict
from diplotrips.checks.selection import Selection
from diplotrips.checks.targets import Matter

__all__ = [
    "Baseline",
    "Begun",
    "Entered",
    "Matter",
    "OpenErrorsError",
    "Project",
    "Release",
    "Reliability",
    "Report",
    "Ruling",
    "Selection",
    "Verdict",
    "Wanted",
    "all_checks",
    "check",
    "cite",
    "decide",
    "explain",
    "export",
    "format_records",
    "init",
    "new",
    "reliability",
    "verify_spans",
    "waive",
    "write_schema",
]
