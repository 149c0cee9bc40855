"""What the package does, as functions, and what these take and return. The command line is one face of it.

Reading, checking and exporting do not know each other; they are joined here and nowhere else. Nothing is printed here. One module a
subject, which is imported when one of its names is first used: checking, exporting, deciding, the baseline, choosing checks and their
pages, beginning datasets and trips, formatting, passages of sources, comparing coders, making and reviewing drafts, and schemas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.lazily import imported_from

if TYPE_CHECKING:
    from diplotrips.api.approving import Approved, approve
    from diplotrips.api.baseline import BaselineUse
    from diplotrips.api.building import OpenErrorsError
    from diplotrips.api.checking import Report, check
    from diplotrips.api.comparing import Reliability, reliability
    from diplotrips.api.deciding import Entered, decide, waive
    from diplotrips.api.drafting import Drafted, Wished
    from diplotrips.api.exporting import Release, export
    from diplotrips.api.extracting import Extracting, drafts_folder, extract
    from diplotrips.api.formatting import format_records
    from diplotrips.api.pages import all_checks, explain
    from diplotrips.api.passages import cite, verify_spans
    from diplotrips.api.reviewing import Opened, open_review, take_answers
    from diplotrips.api.schemas import write_schema
    from diplotrips.api.starting import Project, init
    from diplotrips.api.trips import Begun, Wanted, new
    from diplotrips.checks.reporting.selection import Selection
    from diplotrips.checks.settlement.rulings import Ruling, Verdict
    from diplotrips.checks.settlement.targets import Matter
    from diplotrips.extract.articles.known import Known

__all__ = [
    "Approved",
    "BaselineUse",
    "Begun",
    "Drafted",
    "Entered",
    "Extracting",
    "Known",
    "Matter",
    "OpenErrorsError",
    "Opened",
    "Project",
    "Release",
    "Reliability",
    "Report",
    "Ruling",
    "Selection",
    "Verdict",
    "Wanted",
    "Wished",
    "all_checks",
    "approve",
    "check",
    "cite",
    "decide",
    "drafts_folder",
    "explain",
    "export",
    "extract",
    "format_records",
    "init",
    "new",
    "open_review",
    "reliability",
    "take_answers",
    "verify_spans",
    "waive",
    "write_schema",
]

_HOMES = {
    "Approved": "diplotrips.api.approving",
    "BaselineUse": "diplotrips.api.baseline",
    "Begun": "diplotrips.api.trips",
    "Drafted": "diplotrips.api.drafting",
    "Entered": "diplotrips.api.deciding",
    "Extracting": "diplotrips.api.extracting",
    "Known": "diplotrips.extract.articles.known",
    "Matter": "diplotrips.checks.settlement.targets",
    "OpenErrorsError": "diplotrips.api.building",
    "Opened": "diplotrips.api.reviewing",
    "Project": "diplotrips.api.starting",
    "Release": "diplotrips.api.exporting",
    "Reliability": "diplotrips.api.comparing",
    "Report": "diplotrips.api.checking",
    "Ruling": "diplotrips.checks.settlement.rulings",
    "Selection": "diplotrips.checks.reporting.selection",
    "Verdict": "diplotrips.checks.settlement.rulings",
    "Wanted": "diplotrips.api.trips",
    "Wished": "diplotrips.api.drafting",
    "all_checks": "diplotrips.api.pages",
    "approve": "diplotrips.api.approving",
    "check": "diplotrips.api.checking",
    "cite": "diplotrips.api.passages",
    "decide": "diplotrips.api.deciding",
    "drafts_folder": "diplotrips.api.extracting",
    "explain": "diplotrips.api.pages",
    "export": "diplotrips.api.exporting",
    "extract": "diplotrips.api.extracting",
    "format_records": "diplotrips.api.formatting",
    "init": "diplotrips.api.starting",
    "new": "diplotrips.api.trips",
    "open_review": "diplotrips.api.reviewing",
    "reliability": "diplotrips.api.comparing",
    "take_answers": "diplotrips.api.reviewing",
    "verify_spans": "diplotrips.api.passages",
    "waive": "diplotrips.api.deciding",
    "write_schema": "diplotrips.api.schemas",
}
"""Where each name lives."""

__getattr__ = imported_from(__name__, _HOMES)
