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
    from diplotrips.api.differing import changes_parquet, diff
    from diplotrips.api.drafting import Drafted, Wished
    from diplotrips.api.exporting import Release, export
    from diplotrips.api.extracting import Extracting, drafts_folder, extract
    from diplotrips.api.formatting import format_records
    from diplotrips.api.importing import Imported, Listing, Spreadsheet, import_list, shipped_mappings
    from diplotrips.api.migrating import Migrated, migrate
    from diplotrips.api.pages import all_checks, explain
    from diplotrips.api.passages import cite, verify_spans
    from diplotrips.api.returning import BroughtBack, Returning, bring_back
    from diplotrips.api.reviewing import Opened, open_review, take_answers
    from diplotrips.api.schemas import write_schema
    from diplotrips.api.starting import Project, init
    from diplotrips.api.trips import Begun, Wanted, new
    from diplotrips.api.verifying import verify
    from diplotrips.checks.reporting.selection import Selection
    from diplotrips.checks.settlement.rulings import Ruling, Verdict
    from diplotrips.checks.settlement.targets import Matter
    from diplotrips.exports.reading.cache import clear_cache
    from diplotrips.exports.reading.fetching import Fetched, Fetching, fetched
    from diplotrips.exports.reading.offered import Offered, versions
    from diplotrips.extract.articles.known import Known

__all__ = [
    "Approved",
    "BaselineUse",
    "Begun",
    "BroughtBack",
    "Drafted",
    "Entered",
    "Extracting",
    "Fetched",
    "Fetching",
    "Imported",
    "Known",
    "Listing",
    "Matter",
    "Migrated",
    "Offered",
    "OpenErrorsError",
    "Opened",
    "Project",
    "Release",
    "Reliability",
    "Report",
    "Returning",
    "Ruling",
    "Selection",
    "Spreadsheet",
    "Verdict",
    "Wanted",
    "Wished",
    "all_checks",
    "approve",
    "bring_back",
    "changes_parquet",
    "check",
    "cite",
    "clear_cache",
    "decide",
    "diff",
    "drafts_folder",
    "explain",
    "export",
    "extract",
    "fetched",
    "format_records",
    "import_list",
    "init",
    "migrate",
    "new",
    "open_review",
    "reliability",
    "shipped_mappings",
    "take_answers",
    "verify",
    "verify_spans",
    "versions",
    "waive",
    "write_schema",
]

_HOMES = {
    "Approved": "diplotrips.api.approving",
    "BaselineUse": "diplotrips.api.baseline",
    "Begun": "diplotrips.api.trips",
    "BroughtBack": "diplotrips.api.returning",
    "Drafted": "diplotrips.api.drafting",
    "Entered": "diplotrips.api.deciding",
    "Extracting": "diplotrips.api.extracting",
    "Fetched": "diplotrips.exports.reading.fetching",
    "Fetching": "diplotrips.exports.reading.fetching",
    "Imported": "diplotrips.api.importing",
    "Known": "diplotrips.extract.articles.known",
    "Listing": "diplotrips.api.importing",
    "Matter": "diplotrips.checks.settlement.targets",
    "Migrated": "diplotrips.api.migrating",
    "Offered": "diplotrips.exports.reading.offered",
    "OpenErrorsError": "diplotrips.api.building",
    "Opened": "diplotrips.api.reviewing",
    "Project": "diplotrips.api.starting",
    "Release": "diplotrips.api.exporting",
    "Reliability": "diplotrips.api.comparing",
    "Report": "diplotrips.api.checking",
    "Returning": "diplotrips.api.returning",
    "Ruling": "diplotrips.checks.settlement.rulings",
    "Selection": "diplotrips.checks.reporting.selection",
    "Spreadsheet": "diplotrips.api.importing",
    "Verdict": "diplotrips.checks.settlement.rulings",
    "Wanted": "diplotrips.api.trips",
    "Wished": "diplotrips.api.drafting",
    "all_checks": "diplotrips.api.pages",
    "approve": "diplotrips.api.approving",
    "bring_back": "diplotrips.api.returning",
    "changes_parquet": "diplotrips.api.differing",
    "check": "diplotrips.api.checking",
    "cite": "diplotrips.api.passages",
    "clear_cache": "diplotrips.exports.reading.cache",
    "decide": "diplotrips.api.deciding",
    "diff": "diplotrips.api.differing",
    "drafts_folder": "diplotrips.api.extracting",
    "explain": "diplotrips.api.pages",
    "export": "diplotrips.api.exporting",
    "extract": "diplotrips.api.extracting",
    "fetched": "diplotrips.exports.reading.fetching",
    "format_records": "diplotrips.api.formatting",
    "import_list": "diplotrips.api.importing",
    "init": "diplotrips.api.starting",
    "migrate": "diplotrips.api.migrating",
    "new": "diplotrips.api.trips",
    "open_review": "diplotrips.api.reviewing",
    "reliability": "diplotrips.api.comparing",
    "shipped_mappings": "diplotrips.api.importing",
    "take_answers": "diplotrips.api.reviewing",
    "verify": "diplotrips.api.verifying",
    "verify_spans": "diplotrips.api.passages",
    "versions": "diplotrips.exports.reading.offered",
    "waive": "diplotrips.api.deciding",
    "write_schema": "diplotrips.api.schemas",
}
"""Where each name lives."""

__getattr__ = imported_from(__name__, _HOMES)
