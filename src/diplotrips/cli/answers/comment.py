"""What changed between two states as a comment on a change: a summary, and the sections folded away, no longer than a comment may be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplotrips.cli.formats.markdown import MOST_BYTES
from diplotrips.exports.comparing.outline import sections, step, summary
from diplotrips.schema.published.markdown import escaped
from diplotrips.words import listed, number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.exports.comparing import Comparison
    from diplotrips.exports.comparing.outline import Section

FEW: Final = 20
"""Lines that are shown at once; where there are more, sections are folded."""

_REST: Final = 200
"""Bytes that are kept for the line about what found no room."""


def render_comment(comparison: Comparison, most_bytes: int = MOST_BYTES) -> str:
    """Return the summary and the changes section by section, as Markdown.

    Args:
        comparison: What changed.
        most_bytes: How long it may be; of changes beyond it only the number is told.
    """
    head = ["### diplotrips diff", "", f"{escaped(comparison.before)} → {escaped(comparison.after)}: {_summary(comparison)}", ""]
    if not comparison.differs:
        return "\n".join(head)
    found = list(sections(comparison))
    total = sum(len(section.lines) for section in found)
    left = most_bytes - _bytes(head) - _REST
    told, shown = list(head), 0
    for section in found:
        lines = _fitting(section, left, is_open=total <= FEW)
        left -= _bytes(lines)
        told += lines
        shown += sum(line.startswith("- ") for line in lines)
    if shown < total:
        told += [f"and {number(total - shown, 'line')} more: run diplotrips diff", ""]
    return "\n".join(told)


def _summary(comparison: Comparison) -> str:
    if not comparison.differs:
        return f"nothing differs, {number(comparison.n_tables, 'table')} with {number(comparison.n_rows, 'row')}"
    return f"{escaped(listed(summary(comparison), 'and'))}. A release of this takes {escaped(step(comparison))}."


def _fitting(section: Section, most_bytes: int, *, is_open: bool) -> list[str]:
    """Return a section with as many of its lines as have at most so many bytes; nothing where not one has room."""
    title = f"{escaped(section.title)} ({number(len(section.lines), 'line')})"
    frame = [f"<details{' open' if is_open else ''}><summary>{title}</summary>", "", "", "</details>", ""]
    lines = list(_first([f"- `{line.mark}` {escaped(line.text)}" for line in section.lines], most_bytes - _bytes(frame)))
    return [*frame[:2], *lines, *frame[2:]] if lines else []


def _first(lines: list[str], most_bytes: int) -> Iterator[str]:
    """Return the first of *lines* that have together at most so many bytes."""
    left = most_bytes
    for line in lines:
        left -= _bytes([line])
        if left < 0:
            return
        yield line


def _bytes(lines: list[str]) -> int:
    return sum(len(line.encode("utf-8", "replace")) + 1 for line in lines)
