"""Findings for people: each with the source line of both ends and carets under the value, then a summary."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from diplotrips.cli.columns import columns_of, one_line, window
from diplotrips.findings import Severity
from diplotrips.schema.claim_names import ClaimName
from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diplotrips.api import Report
    from diplotrips.findings import Finding, Place


MOST_ENDS = 20
"""Other ends of one finding that are shown with their lines."""


MOST_BROKEN = 5
"""Records that could not be read and are named in the summary."""


def render_text(report: Report) -> str:
    """Return the open findings of *report* with their places, then the summary."""
    causes = {found.fingerprint: found for found in reversed(report.open)} if any(found.because_of for found in report.open) else {}
    blocks = [render_finding(found, report.lines, causes) for found in report.open]
    return "\n".join([*blocks, render_summary(report)])


def render_finding(found: Finding, lines: Mapping[Place, str], causes: Mapping[str, Finding] | None = None) -> str:
    """Return one finding: headline, both ends with carets, likely cause, and where to read on.

    Args:
        found: The finding.
        lines: Source line of each place; a place without one is only named.
        causes: By fingerprint, the findings that others follow from.
    """
    gutter = " " * max(len(str(place.line)) for place in (found.place, *(end.place for end in found.related if end.place)))
    parts = [_headline(found), *_excerpt(found.place, found.end.label if found.end else "", ("-->", "^"), gutter, lines)]
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


def render_summary(report: Report) -> str:
    """Return what was read, what is open by severity, what was skipped, and what is settled where, by code."""
    read = ", ".join(number(count, name) for name, count in report.counts.items())
    found = ", ".join(number(report.number(severity), severity.value) for severity in Severity) if report.open else "nothing to report"
    parts = [f"{one_line(report.root)}: {read}", "; ".join([f"{found} as of {report.today}", *_settled(report)])]
    if broken := sorted(name for name in report.evidence.dataset.broken if "." not in name):
        told = [*broken[:MOST_BROKEN], *([f"{len(broken) - MOST_BROKEN:,} more"] if broken[MOST_BROKEN:] else [])]
        parts.insert(1, one_line(f"not read, because of errors of their own: {listed(told, 'and')}"))
    if skipped := sum(outcome.skipped for outcome in report.outcomes):
        parts.insert(1, f"{number(skipped, 'check')} of single records skipped, because an error comes first")
    return "\n".join(parts) + "\n"


def number(count: int, name: str, names: str = "") -> str:
    """Return `1 trip`, `3 trips`, `1,200 trips`."""
    return f"{count:,} {name if count == 1 else names or f'{name}s'}"


def by_code(codes: Counter[str]) -> str:
    """Return how many of which code: `2 x DT203, DT207`."""
    return ", ".join(f"{count} x {code}" if count > 1 else code for code, count in sorted(codes.items()))


def about(found: Finding) -> str:
    """Return the trip or register entry and the field that a finding is about; nothing where a file could not be read."""
    return " ".join(part for part in (found.record.partition(".")[0], found.field) if part)


def _headline(found: Finding) -> str:
    where = about(found)
    return one_line(f"{found.severity}[{found.code}] {where}{': ' if where else ''}{found.message}")


def _settled(report: Report) -> Iterator[str]:
    """Say how many disagreements which file of the ledger settles."""
    ledger = report.ledger
    codes: dict[str, Counter[str]] = {}
    for found in report.settled:
        entry = ledger.get(found.settled_by)
        file = entry.place().file.removeprefix(f"{report.root}/") if entry else "the ledger"
        codes.setdefault(file, Counter())[found.code] += 1
    for file, counted in sorted(codes.items()):
        yield f"{number(counted.total(), 'disagreement')} settled in {one_line(file)} ({by_code(counted)})"


def _notes(found: Finding, causes: Mapping[str, Finding]) -> Iterator[str]:
    """Return what is known beside the two ends; the nearest name only where the message does not say it already."""
    if found.fix and found.fix not in found.message:
        yield f"did you mean: {found.fix}"
    if found.cause:
        yield f"likely cause: {found.cause}"
    if cause := causes.get(found.because_of):
        yield f"follows from: {cause.code} at {cause.place}"
    if claims := [end for end in found.ends if end.source and found.severity is not Severity.ERROR]:
        names = ", ".join(dict.fromkeys(f'"{ClaimName(end.source, end.part, end.value)}"' for end in claims[: MOST_ENDS + 1]))
        yield f"to settle it: code: {found.code}, record: {found.record}, field: {found.field.rpartition('.')[2]}, settles: [{names}]"
    yield f"what to do: diplotrips explain {found.code}"


def _excerpt(place: Place, label: str, signs: tuple[str, str], gutter: str, lines: Mapping[Place, str]) -> Iterator[str]:
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
    yield f"{gutter} | {' ' * columns_of(shown[:index])}{marks} {one_line(label)}".rstrip()
