"""Findings as annotations of GitHub Actions: workflow commands that it shows on the lines of a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.cli.columns import one_line
from diplotrips.cli.formats.summary import about, render_summary
from diplotrips.cli.formats.text import MOST_ENDS
from diplotrips.findings import Severity
from diplotrips.words import number

if TYPE_CHECKING:
    from diplotrips.api import Report
    from diplotrips.findings import Finding

MOST_A_LEVEL = 10
"""GitHub shows ten annotations of a level for a step and drops the rest."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render_github(report: Report) -> str:
    """Return ten annotations of each severity at most, the last of which says how many findings have none, then the summary."""
    lines = []
    for severity, level in _LEVELS.items():
        found = [one for one in report.open if one.severity is severity]
        most = MOST_A_LEVEL if len(found) <= MOST_A_LEVEL else MOST_A_LEVEL - 1
        lines += [_annotation(level, one) for one in found[:most]]
        if more := found[most:]:
            lines.append(f"::{level}::and {number(len(more), severity.value)} more: see the summary of this step, or run diplotrips check")
    return "\n".join([*lines, render_summary(report)])


def _annotation(level: str, found: Finding) -> str:
    """Return one annotation; it names the other ends, since only one line can carry it."""
    place = found.place
    ends = [f"against {end.place}: {end.label}" if end.place else f"against {end.label}" for end in found.related[:MOST_ENDS]]
    where = about(found)
    fields = {
        "file": place.file,
        "line": place.line,
        "col": place.column,
        "endColumn": place.column + place.width - 1,
        "title": f"{found.code} {where}".rstrip(),
    }
    told = ",".join(f"{key}={_escape_property(one_line(str(value)))}" for key, value in fields.items())
    message = "\n".join(map(one_line, (found.message, *ends)))
    return f"::{level} {told}::{_escape(message)}"


def _escape(text: str) -> str:
    """Escape what would end a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    """Escape what would end a property of a workflow command."""
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
