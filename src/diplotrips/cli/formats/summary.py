"""What every format for people says the same way: the summary of a run, and what a finding is about."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from diplotrips.cli.columns import one_line
from diplotrips.findings import Severity
from diplotrips.schema.ledger import Waiver
from diplotrips.words import listed, number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.api import Report
    from diplotrips.findings import Finding

MOST_BROKEN = 5
"""Records that could not be read and are named in the summary."""


def render_summary(report: Report) -> str:
    """Return what was read, what is open by severity, what was skipped, and what is settled where, by code."""
    read = ", ".join(number(count, name) for name, count in report.counts.items())
    found = ", ".join(number(report.number(severity), severity.value) for severity in Severity) if report.open else "nothing to report"
    parts = [f"{one_line(report.root)}: {read}", "; ".join([f"{found} as of {report.today}", *_settled(report), *_left_out(report)])]
    if broken := sorted(name for name in report.evidence.dataset.broken if "." not in name):
        parts.insert(1, one_line(f"not read, because of errors of their own: {listed(broken, 'and', MOST_BROKEN)}"))
    if skipped := sum(outcome.skipped for outcome in report.outcomes):
        parts.insert(1, f"{number(skipped, 'check')} of single records skipped, because an error comes first")
    return "\n".join([*parts, *_of_baseline(report)]) + "\n"


def by_code(codes: Counter[str]) -> str:
    """Return how many of which code: `2 x DT203, DT207`."""
    return ", ".join(f"{count} x {code}" if count > 1 else code for code, count in sorted(codes.items()))


def about(found: Finding) -> str:
    """Return the trip or register entry and the field that a finding is about; nothing where a file could not be read."""
    return " ".join(part for part in (found.root, found.field) if part)


def _settled(report: Report) -> Iterator[str]:
    """Say how many disagreements which file of the ledger settles, and how many findings are waived."""
    codes: dict[tuple[str, bool], Counter[str]] = {}
    for found in report.settled:
        entry = report.ledger[found.settled_by]
        file = entry.place().file.removeprefix(f"{report.root}/")
        codes.setdefault((file, isinstance(entry.record, Waiver)), Counter())[found.code] += 1
    for (file, is_waived), counted in sorted(codes.items()):
        told = f"{number(counted.total(), 'finding')} waived" if is_waived else f"{number(counted.total(), 'disagreement')} settled"
        yield f"{told} in {one_line(file)} ({by_code(counted)})"


def _left_out(report: Report) -> Iterator[str]:
    """Say how much the baseline knows, and how much the checks found that are not selected."""
    if report.known:
        yield f"{number(len(report.known), 'known finding')} of the baseline not shown"
    if report.hidden:
        counted = Counter(found.severity for found in report.hidden)
        told = ", ".join(number(counted[severity], severity.value) for severity in Severity if counted[severity])
        yield f"{number(len(report.hidden), 'finding')} hidden, of checks that are not selected ({told})"


def _of_baseline(report: Report) -> Iterator[str]:
    """Say what was written into the baseline, or how much of it is found no more."""
    known = report.baseline
    if known and known.written is not None:
        yield one_line(f"{known.path}: wrote {number(known.written, 'known finding')}")
    if known and known.changed:
        changed = number(known.changed, "known finding has changed and is shown above", "known findings have changed and are shown above")
        yield one_line(f"{known.path}: {changed}{'; dropped' if known.dropped else ''}")
    if known and known.gone:
        then = "dropped" if known.dropped else "kept, since new errors may hide them" if known.withheld else "--update-baseline drops them"
        yield one_line(f"{known.path}: {number(known.gone, 'known finding')} found no more; {then}")
