"""Checking records: read them, let every check judge them, and say what was found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from diplotrips.api.baseline import hold_against
from diplotrips.checks.evidence import Evidence
from diplotrips.checks.registry import CHECKS, LEDGER_CHECKS
from diplotrips.checks.reporting.selection import EVERYTHING
from diplotrips.checks.run import judge
from diplotrips.errors import UnusableRequestError
from diplotrips.extract.excerpts import lines_of
from diplotrips.extract.reading import read_dataset

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diplotrips.api.baseline import BaselineUse, Known
    from diplotrips.checks.reporting.selection import Selection
    from diplotrips.checks.run import Outcome
    from diplotrips.extract.reading import Reading
    from diplotrips.findings import Finding, Place, Severity
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
    """Everything that was found by the checks that are selected, settled or not, known or new: by place, a cause before what follows."""
    outcomes: tuple[Outcome, ...]
    """How each check went, by code."""
    lines: Mapping[Place, str]
    """The source line of every place that an open finding names."""
    evidence: Evidence
    """What was judged, for an export of the same records."""
    hidden: tuple[Finding, ...] = ()
    """Findings that nothing settles, of checks that are not selected; they are not reported and fail nothing."""
    baseline: Known | None = None
    """What was done with the baseline, if there is one."""

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that nothing settles and no baseline knows."""
        return _open(self.findings)

    @property
    def known(self) -> tuple[Finding, ...]:
        """The findings that nothing settles and the baseline knows."""
        return tuple(found for found in self.findings if found.known)

    @property
    def settled(self) -> tuple[Finding, ...]:
        """The findings that a decision or waiver settles."""
        return tuple(found for found in self.findings if found.settled_by)

    @property
    def causes(self) -> Mapping[str, Finding]:
        """The findings that open ones can follow from, by fingerprint, known ones and those that are not reported among them."""
        if not any(found.because_of for found in self.open):
            return {}
        return {found.fingerprint: found for found in reversed((*self.open, *self.known, *self.hidden))}

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
        return any(found.severity.fails(fail_on) for found in self.open)


def check(
    root: Path | str = ".", today: date | None = None, selection: Selection = EVERYTHING, baseline: BaselineUse | None = None
) -> Report:
    """Read the records under *root*, hold them to the schemas and cross-check them.

    Args:
        root: Folder of a dataset project, whose `extract/` is read; or that folder itself.
        today: Day as of which they are judged; unless given the clock's, in UTC.
        selection: The checks whose findings are reported. All checks run, and a baseline is of all of them.
        baseline: The findings that are known, and whether their file is written or shrunk.

    Raises:
        UnreadablePathError: *root* is no folder with records, or the baseline cannot be read.
        UnwritablePathError: the baseline cannot be written.
        UnusableRequestError: a baseline is to be written or updated while only some checks are reported.
    """
    if baseline and (baseline.write or baseline.update) and selection != EVERYTHING:
        raise UnusableRequestError("a baseline is of all checks: it is not written or updated while some are selected or ignored")
    return judged(read_dataset(Path(root)), today, selection, baseline)


def judged(reading: Reading, today: date | None, selection: Selection = EVERYTHING, baseline: BaselineUse | None = None) -> Report:
    """Return what the checks of *selection* say of what was read, as of *today* or the clock's day; raises as `check`."""
    evidence = Evidence(reading.dataset, today or datetime.now(UTC).date())
    judgement = judge(evidence, CHECKS, LEDGER_CHECKS, reading.findings)
    known = hold_against(judgement.findings, baseline) if baseline else None
    findings = known.findings if known else judgement.findings
    selected = tuple(found for found in findings if selection.has(found))
    return Report(
        root=reading.dataset.root,
        today=evidence.today,
        counts=_counts(reading.dataset),
        findings=selected,
        outcomes=judgement.outcomes,
        lines=lines_of(_open(selected)),
        evidence=evidence,
        hidden=_open(found for found in findings if not selection.has(found)),
        baseline=known,
    )


def _open(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return those of *findings* that nothing settles and no baseline knows."""
    return tuple(found for found in findings if not found.settled_by and not found.known)


def _counts(dataset: Dataset) -> dict[str, int]:
    """Count what was read, in the order in which a summary names it."""
    kinds = {"trip": "trip", "stop": "stop", "agreement": "agreement", "quoted-expert": "quoted expert", "source": "source"}
    counts = {name: sum(item.kind == kind for item in dataset.items) for kind, name in kinds.items()}
    return {**counts, "claim": len({claim.id for claim in dataset.claims})}
