"""What an export wrote, how the disagreements in it were settled, and how it differs from the newest release; for people."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from diplotrips.cli.columns import one_line
from diplotrips.cli.formats.summary import about
from diplotrips.findings import Severity
from diplotrips.schema.ledger import Decision
from diplotrips.words import number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from diplotrips.api import Release, Report
    from diplotrips.findings import Finding

WIDEST = 110
"""Columns of a line about a disagreement."""

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^a-z\s])")


def render_release(release: Release) -> str:
    """Return how every disagreement was settled, what is open, what was written where, and whether it differs from the newest release."""
    return "\n".join([*_settled(release.report), *_open(release.report), _written(release), _compared(release), *_listed(release)]) + "\n"


def _settled(report: Report) -> Iterator[str]:
    """Return each settled disagreement, and under it the decision with its verdict and the first sentence of its reason."""
    if report.settled:
        yield f"{number(len(report.settled), 'disagreement')} settled:"
    for found in report.settled:
        yield _wrapped(f"{found.code} {about(found)}: {found.message}", "  ")
        yield _wrapped(_how(report, found), "      -> ")


def _wrapped(text: str, start: str) -> str:
    """Return *text* in lines that fit a terminal, the first after *start*, the others below it."""
    return textwrap.fill(one_line(text), WIDEST, initial_indent=start, subsequent_indent=" " * len(start), break_on_hyphens=False)


def _how(report: Report, found: Finding) -> str:
    """Return the decision or waiver that settles *found*, its verdict and the first sentence of its reason."""
    entry = report.ledger[found.settled_by].record
    if not isinstance(entry, Decision):
        return f"waived by {entry.id}: {_first_sentence(entry.because)}"
    return f"{_verdict(entry)}, by {entry.id}: {_first_sentence(entry.because)}"


def _verdict(decision: Decision) -> str:
    """Return the verdict with the value that won; where there is none, with the claims that lost."""
    if decision.adopted:
        return f"{decision.verdict} {decision.adopted}"
    lost = " and ".join(str(name) for name in decision.overrules)
    return f"{decision.verdict}, overruling {lost}" if lost else decision.verdict


def _open(report: Report) -> Iterator[str]:
    """Return how many warnings and notes are open; there are no errors."""
    if report.open:
        counts = {severity: report.number(severity) for severity in (Severity.WARNING, Severity.NOTE)}
        told = ", ".join(number(count, severity.value) for severity, count in counts.items() if count)
        yield f"{told} open as of {report.today}; diplotrips check shows them"


def _written(release: Release) -> str:
    """Return what was written where."""
    manifest = release.manifest
    rows = sum(table.rows for table in manifest.tables.values())
    size_bytes = sum(file.bytes for file in manifest.files.values())
    tables = f"{number(len(manifest.tables), 'table')} with {number(rows, 'row')}"
    forms = "Parquet, JSON and CSV" if "codebook.csv" in manifest.files else "Parquet and JSON"
    return f"wrote {_shown(release.folder)}: {tables} as {forms}, {number(len(manifest.files), 'file')}, {size_bytes:,} bytes"


def _compared(release: Release) -> str:
    """Return whether the tables differ from those of the release before, and where that is told."""
    if not release.newest:
        return "there is no release in exports to compare with"
    if not release.changed:
        return f"the tables are those of {release.newest}"
    return f"not the same as in {release.newest}: {', '.join(release.changed)}; {_shown(release.folder / 'CHANGES.md')} says what changed"


def _listed(release: Release) -> Iterator[str]:
    """Return where a release is listed."""
    if release.catalog:
        yield f"{_shown(release.catalog)} lists it"


def _shown(path: Path) -> str:
    """Return a path on one line."""
    return one_line(str(path))


def _first_sentence(text: str) -> str:
    return _SENTENCE_END.split(" ".join(text.split()), maxsplit=1)[0]
