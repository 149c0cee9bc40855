"""Checking records: read them, let every check judge them, and say what was found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from diplotrips.checks.evidence import Evidence
from diplotrips.checks.registry import CHECKS, LEDGER_CHECKS
from diplotrips.checks.run import judge
from diplotrips.extract.excerpts import lines_of
from diplotrips.extract.reading import read_dataset
from diplotrips.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diplotrips.checks.run import Outcome
    from diplotrips.extract.reading import Reading
    from diplotrips.findings import Finding, Place
    from diplotrips.schema.dataset import Dataset, Entry
    from diplotrips.schema.ledger import Decision, Waiver


@dataclass(frozen=True, slots=True)
class Report:
    """What was read, and everything that is wrong with it."""

    root: str
    """The folder of the records, as shown to the user."""
    today: date
    """The day as of which it was judged."""
    counts: Mapping[str, int]
    """Number of trips, stops, agreements, quoted experts, sources and claims that were read."""
    findings: tuple[Finding, ...]
    """Everything that was found, settled or not, sorted by place."""
    outcomes: tuple[Outcome, ...]
    """How each check went, by code."""
    lines: Mapping[Place, str]
    """The source line of every place that an open finding names."""
    evidence: Evidence
    """What was judged, for an export of the same records."""

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that nothing settles."""
        return tuple(found for found in self.findings if not found.settled_by)

    @property
    def settled(self) -> tuple[Finding, ...]:
        """The findings that a decision or waiver settles."""
        return tuple(found for found in self.findings if found.settled_by)

    @property
    def ledger(self) -> Mapping[str, Entry[Decision | Waiver]]:
        """Decisions and waivers by id, with the places where they stand; `settled_by` of a finding is such an id."""
        dataset = self.evidence.dataset
        entries: tuple[Entry[Decision | Waiver], ...] = (*dataset.decisions, *dataset.waivers)
        return {entry.record.id: entry for entry in entries}

    def number(self, severity: Severity) -> int:
        """Count the open findings of *severity*."""
        return sum(found.severity is severity for found in self.open)

    def fails(self, fail_on: str) -> bool:
        """Tell whether an open finding is as grave as *fail_on* (`error`, `warning`, `note` or `never`)."""
        return fail_on != "never" and any(found.severity.rank <= Severity(fail_on).rank for found in self.open)


def check(root: Path | str = ".", today: date | None = None) -> Report:
    """Read the records under *root*, hold them to the schemas and cross-check them.

    Args:
        root: Folder of a dataset project, whose `extract/` is read; or that folder itself.
        today: Day as of which they are judged; unless given the clock's, in UTC.

    Raises:
        UnreadablePathError: *root* is no folder with records.
    """
    return judged(read_dataset(Path(root)), today)


def judged(reading: Reading, today: date | None) -> Report:
    """Return what all checks say of what was read, as of *today* or the clock's day."""
    evidence = Evidence(reading.dataset, today or datetime.now(UTC).date())
    judgement = judge(evidence, CHECKS, LEDGER_CHECKS, reading.findings)
    lines = lines_of(found for found in judgement.findings if not found.settled_by)
    return Report(reading.dataset.root, evidence.today, _counts(reading.dataset), judgement.findings, judgement.outcomes, lines, evidence)


def _counts(dataset: Dataset) -> dict[str, int]:
    """Count what was read, in the order in which a summary names it."""
    kinds = {"trip": "trip", "stop": "stop", "agreement": "agreement", "quoted-expert": "quoted expert", "source": "source"}
    counts = {name: sum(item.kind == kind for item in dataset.items) for kind, name in kinds.items()}
    return {**counts, "claim": len({claim.id for claim in dataset.claims})}
