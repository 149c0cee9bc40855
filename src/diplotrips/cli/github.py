"""Findings as annotations of GitHub Actions: workflow commands that it shows on the lines of a change, and a table for the step."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diplotrips.cli.columns import one_line
from diplotrips.cli.text import MOST_ENDS, about, number, render_summary
from diplotrips.findings import Severity

if TYPE_CHECKING:
    from diplotrips.api import Report
    from diplotrips.findings import Finding

MOST_A_LEVEL = 10
"""GitHub shows ten annotations of a level for a step and drops the rest."""

MOST_BYTES = 900_000
"""GitHub drops the summary of a step that is larger than 1 MiB."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render_github(report: Report) -> str:
    """Return the first ten open findings of each severity as annotations, how many more there are, then the summary."""
    lines = []
    for severity, level in _LEVELS.items():
        found = [one for one in report.open if one.severity is severity]
        lines += [_annotation(level, one) for one in found[:MOST_A_LEVEL]]
        if more := found[MOST_A_LEVEL:]:
            lines.append(f"::{level}::and {number(len(more), severity.value)} more: see the summary of this step, or run diplotrips check")
    return "\n".join([*lines, render_summary(report)])


def render_step_summary(report: Report) -> str:
    """Return all open findings as a Markdown table, as many as GitHub takes, above them the summary."""
    lines = ["### diplotrips check", "", *(f"{_cell(line)}  " for line in render_summary(report).splitlines()), ""]
    if report.open:
        lines += ["| | place | about | what |", "|---|---|---|---|"]
    size = 0
    for count, found in enumerate(report.open):
        row = _row(found)
        size += len(row.encode("utf-8", "replace")) + 1
        if size > MOST_BYTES:
            lines += ["", f"and {number(len(report.open) - count, 'finding')} more: run diplotrips check"]
            break
        lines.append(row)
    return "\n".join(lines) + "\n\n"


def _row(found: Finding) -> str:
    against = "".join(f"<br>against {_cell(f'{end.place}: {end.label}' if end.place else end.label)}" for end in found.related)
    cells = (f"{found.severity} {found.code}", _cell(str(found.place)), _cell(about(found)), _cell(found.message) + against)
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    """Return *text* as it can stand in a cell: nothing in it is read as Markdown, HTML or the end of the cell."""
    plain = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_\[\]|~#!])", r"\\\1", plain)


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
