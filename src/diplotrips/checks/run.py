"""Running the checks: in the order of their codes, skipping those whose preconditions are unmet, and reading the ledger at the end.

Three outcomes of a check on a record: passed, found, skipped; all three are counted.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diplotrips.checks.settling import reopened, settle
from diplotrips.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diplotrips.checks.check import AnyCheck, LedgerCheck
    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import Finding


_OF_IDS = frozenset({"DT302", "DT303"})
"""Codes of findings about ids."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one check went, counted in the records that it judges."""

    code: str
    passed: int
    found: int
    skipped: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """What all checks said."""

    findings: tuple[Finding, ...]
    """Sorted by place; settled ones carry the id of the decision or waiver."""
    outcomes: tuple[Outcome, ...]
    """One a check, by code."""


def judge(
    evidence: Evidence, checks: Sequence[AnyCheck], ledger_checks: Sequence[LedgerCheck], before: Iterable[Finding] = ()
) -> Judgement:
    """Return what *checks*, then *ledger_checks*, find in *evidence*.

    Args:
        evidence: What they look at.
        checks: The checks, sorted by code; a check that needs another comes after it.
        ledger_checks: The checks of the ledger, which look at what the others found.
        before: What reading has found already; consequences and preconditions count it in.
    """
    findings = list(before)
    outcomes = []
    for check in checks:
        found, outcome = _run(check, evidence, findings)
        findings += found
        outcomes.append(outcome)
    settlement = settle(findings, evidence.dataset.decisions, evidence.dataset.waivers, evidence.today, evidence.claims_about)
    of_ledger = [found for check in ledger_checks for found in check.find(evidence, settlement)]
    linked = reopened(_linked([*settlement.findings, *of_ledger], checks), of_ledger, settlement.failed)
    return Judgement(tuple(sorted(linked, key=lambda found: found.order)), tuple(outcomes))


def _run(check: AnyCheck, evidence: Evidence, earlier: Sequence[Finding]) -> tuple[list[Finding], Outcome]:
    """Run one check on all records but those on which its preconditions are unmet."""
    unfit = {root for found in earlier if found.code in check.needs for root in _roots(found)}
    judged = [item.id for item in evidence.dataset.items if item.kind == check.judges]
    skipped = sum(root_of(record) in unfit for record in judged)
    found = [one for one in check.find(evidence) if not any(root_of(record) in unfit for record in _records(one))]
    hit = len({one.record for one in found})
    return found, Outcome(check.code, max(len(judged) - skipped - hit, 0), hit, skipped)


def _linked(findings: Sequence[Finding], checks: Sequence[AnyCheck]) -> list[Finding]:
    """Mark the findings that are only a consequence of an open one on the same field of a record, with the first of those.

    What follows from an id given twice, or one that leads nowhere, concerns all fields of the record.
    """
    follows = {check.code: check.follows for check in checks}
    first: dict[tuple[str, str, str], Finding] = {}
    for found in sorted(findings, key=lambda one: one.order):
        for record, field in () if found.settled_by else _matters(found):
            first.setdefault(_matter(found.code, record, field), found)
    linked = []
    for found in findings:
        keys = [_matter(code, record, field) for code in follows.get(found.code, ()) for record, field in _matters(found)]
        causes = [first[key] for key in keys if first.get(key, found) is not found]
        linked.append(replace(found, because_of=min(causes, key=lambda one: one.order).fingerprint) if causes else found)
    return linked


def _matter(code: str, record: str, field: str) -> tuple[str, str, str]:
    """Return what a finding of *code* on a field of a record concerns: that field, or the whole record if it is about ids."""
    return (code, record, "" if code in _OF_IDS else field)


def _matters(found: Finding) -> list[tuple[str, str]]:
    """Return record and field of every end of a finding, sorted."""
    return sorted({(end.record, end.field) for end in found.ends if end.record})


def _roots(found: Finding) -> list[str]:
    """Return the trips and register entries that a finding is about, sorted."""
    return sorted({root_of(record) for record in _records(found)})


def _records(found: Finding) -> set[str]:
    return {found.record, *(end.record for end in found.ends)} - {""}


def root_of(record_id: str) -> str:
    """Return the id of the trip or register entry that a released id belongs to."""
    return record_id.partition(".")[0]


def open_errors(findings: Iterable[Finding]) -> int:
    """Count the errors among *findings*; an error is never settled."""
    return sum(found.severity is Severity.ERROR for found in findings)
