"""What the package does, as functions: check records, export them, cite and verify passages. The command line is one face of it.

Reading, checking and exporting do not know each other; they are joined here and nowhere else. Nothing is printed here. One module a
subject; whatever is heavy is imported when it is used.
"""

from __future__ import annotations

from diplotrips.api.checking import Report, check
from diplotrips.api.exporting import OpenErrorsError, Release, export
from diplotrips.api.pages import all_checks, explain
from diplotrips.api.passages import cite, verify_spans
from diplotrips.api.schemas import write_schema

__all__ = ["OpenErrorsError", "Release", "Report", "all_checks", "check", "cite", "explain", "export", "verify_spans", "write_schema"]
