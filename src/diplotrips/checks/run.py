"""Running the checks: in the order of their codes, skipping those whose preconditions are unmet, and reading the ledger at the end.

Three outcomes of a check on a record: passed, found, skipped; all three are counted.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diplotrips.checks.drafts.second_look import second_look
from diplotrips.checks.reporting.ordering import in_order
from diplotrips.checks.settlement.lost import lost_again
from diplotrips.checks.settlement.settling import reopened, settle
from diplotrips.findings import root_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diplotrips.checks.check import AnyCheck, LedgerCheck
    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import Finding


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
    """By place, a cause before what follows from it in its file; settled ones carry the id of the decision or waiver."""
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
    read = list(before)
    findings = list(read)
    outcomes, skipped = [], dict[str, frozenset[str]]()
    for check in checks:
        unfit = {root for found in findings if found.code in check.needs for root in _roots(found)}
        found, outcome = _run(check, evidence, unfit)
        findings += found
        outcomes.append(outcome)
        skipped[check.code] = frozenset(unfit)
    of_drafts = second_look(evidence, checks, findings)
    settlement = settle(findings, evidence.dataset.decisions, evidence.dataset.waivers, evidence.today, evidence.dataset.claims_about)
    settlement = replace(settlement, skipped=skipped)
    of_ledger = [(check, found) for check in ledger_checks for found in check.find(evidence, settlement)]
    # No decision is about a draft, so that none is stale because of one.
    linked = _linked([*settlement.findings, *(found for _, found in of_ledger), *of_drafts], checks)
    linked = reopened(linked, [found for check, found in of_ledger if check.reopens], settlement.failed)
    linked = lost_again(linked, evidence.dataset, read)
    return Judgement(in_order(linked), tuple(outcomes))


def _run(check: AnyCheck, evidence: Evidence, unfit: set[str]) -> tuple[list[Finding], Outcome]:
    """Run one check on all records but those of the trips and register entries in *unfit*, on which its preconditions are unmet."""
    judged = [item.id for item in evidence.dataset.items if item.kind in check.judges]
    skipped = sum(root_of(record) in unfit for record in judged)
    found = [one for one in check.find(evidence) if not any(root_of(record) in unfit for record in _records(one))]
    with_finding = {one.record for one in found}
    hit = sum(record in with_finding for record in judged)
    return found, Outcome(check.code, len(judged) - skipped - hit, hit, skipped)


def _linked(findings: Sequence[Finding], checks: Sequence[AnyCheck]) -> list[Finding]:
    """Mark the findings that are only a consequence of an open one on the same field of a record, with the first of those.

    What a check finds that concerns the record, such as an id given twice, is a cause for all of its fields.
    """
    follows = {check.code: check.follows for check in checks}
    of_records = {check.code for check in checks if check.concerns_record}

    def matter(code: str, record: str, field: str) -> tuple[str, str, str]:
        return (code, record, "" if code in of_records else field)

    first: dict[tuple[str, str, str], Finding] = {}
    for found in sorted(findings, key=lambda one: one.order):
        for record, field in () if found.settled_by else _matters(found):
            first.setdefault(matter(found.code, record, field), found)
    linked = []
    for found in findings:
        keys = [matter(code, record, field) for code in follows.get(found.code, ()) for record, field in _matters(found)]
        causes = [first[key] for key in keys if first.get(key, found) is not found]
        linked.append(replace(found, because_of=min(causes, key=lambda one: one.order).fingerprint) if causes else found)
    return linked


def _matters(found: Finding) -> list[tuple[str, str]]:
    """Return record and field of every end of a finding, sorted."""
    return sorted({(end.record, end.field) for end in found.ends if end.record})


def _roots(found: Finding) -> list[str]:
    """Return the trips and register entries that a finding is about, sorted."""
    return sorted({root_of(record) for record in _records(found)})


def _records(found: Finding) -> set[str]:
    return {found.record, *(end.record for end in found.ends)} - {""}
