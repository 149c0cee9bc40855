"""`CHANGES.md` of a release: what is different from the one before, to read; the whole list is the table `changes`."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from diplotrips.exports.comparing.outline import sections, step, summary
from diplotrips.schema.published.markdown import escaped
from diplotrips.words import listed, number

if TYPE_CHECKING:
    from diplotrips.exports.comparing.change import Comparison

MOST_LINES: Final = 200
"""Lines of one section, and sections; what is beyond is in the table."""


def changes_markdown(comparison: Comparison) -> str:
    """Return what changed as a page: a summary, and a section for the schema, each trip, the registers, the ledger and the code lists."""
    lines = [f"# Changes since {escaped(comparison.before)}", ""]
    if not comparison.differs:
        return "\n".join([*lines, "Nothing is different.", ""])
    lines += [f"{listed(summary(comparison), 'and')}.", "", f"This takes {escaped(step(comparison))}.", ""]
    found = sections(comparison)
    for section in islice(found, MOST_LINES):
        lines += [f"## {escaped(section.title)}", ""]
        lines += [f"- {escaped(line.text)}" for line in section.lines[:MOST_LINES]]
        more = len(section.lines) - MOST_LINES
        lines += [f"- and {number(more, 'change')} more, which the table `changes` has"] if more > 0 else []
        lines.append("")
    if more := sum(1 for _ in found):
        lines += [f"{number(more, 'section')} more stand in the table `changes`.", ""]
    return "\n".join(lines)
