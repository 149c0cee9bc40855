"""Findings as Markdown, for a comment on a change and for the summary of a step: a table, and below it the lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplotrips.cli.formats.summary import about, render_summary
from diplotrips.cli.formats.text import MOST_ENDS, render_findings
from diplotrips.schema.published.markdown import escaped
from diplotrips.words import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.api import Report
    from diplotrips.findings import Finding

MOST_BYTES: Final = 60_000
"""A comment on GitHub has at most 65,536 characters."""

MOST_SHOWN: Final = 10
"""Findings whose lines are shown below the table."""

_FENCE: Final = re.compile("`{3,}")


def render_markdown(report: Report, most_bytes: int = MOST_BYTES) -> str:
    """Return the summary, the open findings as a table, and the lines of the first of them, folded away.

    Args:
        report: What was found.
        most_bytes: How long it may be; of findings beyond it only the number is told.
    """
    head = ["### diplotrips check", "", *(f"{escaped(line)}  " for line in render_summary(report).splitlines())]
    if not report.open:
        return "\n".join(head) + "\n"
    head += ["", "| | place | about | what |", "|---|---|---|---|"]
    rows = _fitting([_row(found) for found in report.open], most_bytes - _bytes(head))
    more = len(report.open) - len(rows)
    told = [*head, *rows, *(["", f"and {number(more, 'finding')} more: run diplotrips check"] if more else [])]
    shown = _shown(report)
    return "\n".join([*told, *(shown if _bytes(told) + _bytes(shown) <= most_bytes else ())]) + "\n"


def _fitting(rows: Sequence[str], most_bytes: int) -> list[str]:
    """Return the first *rows* that have together at most so many bytes, with a line more about the rest."""
    left = most_bytes - 100
    fitting = []
    for row in rows:
        left -= _bytes([row])
        if left < 0:
            break
        fitting.append(row)
    return fitting


def _bytes(lines: Sequence[str]) -> int:
    return sum(len(line.encode("utf-8", "replace")) + 1 for line in lines)


def _row(found: Finding) -> str:
    against = "".join(
        f"<br>against {escaped(f'{end.place}: {end.label}' if end.place else end.label)}" for end in found.related[:MOST_ENDS]
    )
    if more := found.related[MOST_ENDS:]:
        against += f"<br>and {number(len(more), 'other end')}"
    cells = (f"{found.severity} {found.code}", escaped(str(found.place)), escaped(about(found)), escaped(found.message) + against)
    return f"| {' | '.join(cells)} |"


def _shown(report: Report) -> list[str]:
    """Return the first findings as `diplotrips check` prints them, in a block that nothing in them can end."""
    text = "\n".join(render_findings(report, report.open[:MOST_SHOWN])).rstrip("\n")
    fence = "`" * max([3, *(len(ticks) + 1 for ticks in _FENCE.findall(text))])
    which = f"the first {MOST_SHOWN} stand" if len(report.open) > MOST_SHOWN else "they stand"
    return ["", f"<details><summary>Where {which}</summary>", "", f"{fence}text", text, fence, "", "</details>"]
