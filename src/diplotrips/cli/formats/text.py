"""Findings for people: each with the source line of both ends and carets under the value, then a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from diplotrips.cli.columns import columns_of, one_line, window
from diplotrips.cli.formats.summary import about, render_summary
from diplotrips.findings import Severity
from diplotrips.words import number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from diplotrips.api import Report
    from diplotrips.findings import Finding, Place

MOST_ENDS: Final = 20
"""Other ends of one finding that are shown with their lines."""

_COLOURS: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def render_text(report: Report, *, colour: bool = False) -> str:
    """Return the open findings of *report* with their places, then the summary; in *colour* what a terminal makes colours of."""
    return "\n".join([*render_findings(report, report.open, colour=colour), render_summary(report)])


def render_findings(report: Report, findings: Iterable[Finding], *, colour: bool = False) -> Iterator[str]:
    """Return each of *findings*, some of those of *report*, with the cause that it follows from."""
    causes = report.causes
    for found in findings:
        yield render_finding(found, report.lines, causes, colour=colour)


def render_finding(found: Finding, lines: Mapping[Place, str], causes: Mapping[str, Finding] | None = None, *, colour: bool = False) -> str:
    """Return one finding: headline, both ends with carets, likely cause, and where to read on.

    Args:
        found: The finding.
        lines: Source line of each place; a place without one is only named.
        causes: By fingerprint, the findings that others follow from.
        colour: Whether severity, code and carets have the colour of the severity, as a terminal shows it.
    """
    paint = _painter(found.severity) if colour else str
    gutter = " " * max(len(str(place.line)) for place in (found.place, *(end.place for end in found.related if end.place)))
    parts = [_headline(found, paint), *_excerpt(found.place, found.end.label if found.end else "", ("-->", "^"), gutter, lines, paint)]
    for end in found.related[:MOST_ENDS]:
        if end.place == found.place:
            parts.append(f"{gutter} = and {one_line(end.label)}")
        elif end.place:
            parts += _excerpt(end.place, end.label, (":::", "-"), gutter, lines)
        else:
            parts.append(f"{gutter} = against {one_line(end.label)}")
    if more := len(found.related) - MOST_ENDS:
        parts += [f"{gutter} = and {number(more, 'other end')}; --format json names them"] if more > 0 else []
    parts += [f"{gutter} = {one_line(note)}" for note in _notes(found, causes or {})]
    return "\n".join(parts) + "\n"


def _painter(severity: Severity) -> Callable[[str], str]:
    """Return a function that gives a text the colour of *severity*."""
    return lambda text: click.style(text, fg=_COLOURS[severity], bold=True)


def _headline(found: Finding, paint: Callable[[str], str]) -> str:
    where = about(found)
    return paint(f"{found.severity}[{found.code}]") + one_line(f" {where}{': ' if where else ''}{found.message}")


def _notes(found: Finding, causes: Mapping[str, Finding]) -> Iterator[str]:
    """Return what is known beside the two ends; the nearest name only where the message does not say it already."""
    if found.fix and found.fix not in found.message:
        yield f"did you mean: {found.fix}"
    if found.cause:
        yield f"likely cause: {found.cause}"
    if cause := causes.get(found.because_of):
        yield f"follows from: {cause.code} at {cause.place}"
    if found.draft:
        yield f"to settle it: diplotrips review {found.draft} --text FILE"
    elif any(end.source for end in found.ends) and found.severity is not Severity.ERROR and not found.settled_by:
        yield f"to settle it: diplotrips decide {found.code} {found.record} {found.field.rpartition('.')[2]}"
    yield f"what to do: diplotrips explain {found.code}"


def _excerpt(  # noqa: PLR0913, PLR0917  (what is shown, and how)
    place: Place, label: str, signs: tuple[str, str], gutter: str, lines: Mapping[Place, str], paint: Callable[[str], str] = str
) -> Iterator[str]:
    """Return the line at *place* with marks under the value, and what it says; *signs* are the arrow before the place, and the mark."""
    arrow, mark = signs
    yield f"{gutter}{arrow} {one_line(str(place))}"
    line = lines.get(place)
    if line is None:
        if label:
            yield f"{gutter} = {one_line(label)}"
        return
    shown, index = window(line, place.column - 1)
    marks = mark * columns_of(shown[index : index + place.width] or " ")
    yield f"{gutter} |"
    yield f"{place.line:>{len(gutter)}} | {shown}".rstrip()
    yield f"{gutter} | {' ' * columns_of(shown[:index])}{paint(marks)} {one_line(label)}".rstrip()
