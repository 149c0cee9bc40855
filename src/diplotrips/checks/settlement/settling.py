"""Which findings the ledger settles: decisions and waivers matched with what the checks found.

A decision settles a finding of its code, record and field if it names every claim that is an end of it, still holds today, and expects the
claims that there are. What is wrong with the ledger itself is found by the checks of the family `ledger`, from the same `Settlement`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from diplotrips.checks.settlement.questions import claims_in_question
from diplotrips.findings import Severity, root_of
from diplotrips.schema.claim_names import ClaimName
from diplotrips.schema.ledger import Waiver

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from diplotrips.findings import End, Finding
    from diplotrips.schema.claims import Claim
    from diplotrips.schema.dataset import Dataset, Entry
    from diplotrips.schema.ledger import Decision

    Kind = TypeVar("Kind", Decision, Waiver)
    Entries: TypeAlias = Sequence[Entry[Kind]]
    ClaimsAbout = Mapping[str, Sequence[Claim]]


@dataclass(frozen=True)
class Settlement:
    """The findings after the ledger was read, and what became of each entry of it."""

    findings: tuple[Finding, ...]
    """All findings, those that are settled with the id of what settles them."""
    meant: Mapping[str, tuple[Finding, ...]]
    """By id of a decision or waiver: the findings of its code, record and field, settled or not."""
    settled: Mapping[str, tuple[Finding, ...]]
    """By id of a decision or waiver: the findings that it settles."""
    failed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By fingerprint of a finding that stays open and is no error: the decisions and waivers that are about it and do not settle it."""
    skipped: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By code of a check: the trips and register entries on which it did not run, because an error comes first."""

    def is_moot(self, entry: Decision | Waiver) -> bool:
        """Tell whether the check that *entry* is about did not run on its record, so that nobody knows what there is to settle."""
        return root_of(entry.record) in self.skipped.get(entry.code, ())

    @cached_property
    def first_errors(self) -> Mapping[str, Finding]:
        """The first error on each trip or register entry, by its id; an error is never settled."""
        first: dict[str, Finding] = {}
        for found in sorted(self.findings, key=lambda found: found.order):
            if found.severity is Severity.ERROR:
                first.setdefault(found.root, found)
        return first


class Expected(NamedTuple):
    """How the claims on the field of a decision differ from those that it expects."""

    gone: tuple[str, ...]
    """Names that it expects and that no claim has, in its order."""
    new: tuple[Claim, ...]
    """Claims that it does not expect."""


def settle(
    findings: Iterable[Finding], decisions: Entries[Decision], waivers: Entries[Waiver], today: date, claims_about: ClaimsAbout
) -> Settlement:
    """Return *findings* with those settled that a decision or waiver settles today; errors are never settled."""
    ledger: dict[tuple[str, str], list[Decision | Waiver]] = defaultdict(list)
    both: tuple[Entry[Decision | Waiver], ...] = (*decisions, *waivers)
    for written in both:
        ledger[written.record.code, written.record.record].append(written.record)
    meant, settled = defaultdict[str, list["Finding"]](list), defaultdict[str, list["Finding"]](list)
    failed, result = dict[str, tuple[str, ...]](), []
    for found in findings:
        about = [entry for entry in ledger.get((found.code, found.record), ()) if is_about(entry, found)]
        for entry in about:
            meant[entry.id].append(found)
        settling = (entry.id for entry in about if _settles(entry, found, today, claims_about))
        by = "" if found.severity is Severity.ERROR else next(settling, "")
        if by:
            settled[by].append(found)
        elif about and found.severity is not Severity.ERROR:
            failed[found.fingerprint] = tuple(entry.id for entry in about)
        result.append(replace(found, settled_by=by) if by else found)
    return Settlement(tuple(result), _frozen(meant), _frozen(settled), failed)


def reopened(findings: Iterable[Finding], of_ledger: Sequence[Finding], failed: Mapping[str, tuple[str, ...]]) -> list[Finding]:
    """Return *findings*, those that are open because a decision or waiver fails marked with what is wrong with that.

    Args:
        findings: All findings, after the settlement.
        of_ledger: What the checks of the ledger found that keep an entry from settling anything; its warnings do not.
        failed: As in `Settlement`.
    """
    wrong: dict[str, str] = {}
    for found in sorted(of_ledger, key=lambda found: found.order):
        if found.severity is Severity.ERROR:
            wrong.setdefault(found.record, found.fingerprint)

    def cause_of(found: Finding) -> str:
        return next((wrong[entry] for entry in failed.get(found.fingerprint, ()) if entry in wrong), "")

    if not failed or not wrong:
        return list(findings)
    return [found if found.settled_by or found.because_of else replace(found, because_of=cause_of(found)) for found in findings]


def because_of_error(found: Finding, record: str, settlement: Settlement) -> Finding:
    """Return *found*, marked as a consequence of the first open error on the same trip or register entry, if there is one.

    While an error is open, checks that need the record to be right are skipped, and what they found before seems to be gone.
    """
    error = settlement.first_errors.get(root_of(record))
    return replace(found, because_of=error.fingerprint) if error else found


def is_ahead(entry: Decision | Waiver, today: date) -> bool:
    """Tell whether *entry* was decided on a day to come."""
    earliest = entry.decided_on.earliest
    return earliest is not None and earliest > today


def entries_of(dataset: Dataset) -> tuple[Entry[Decision | Waiver], ...]:
    """Return the decisions, then the waivers, in the order of the files."""
    return (*dataset.decisions, *dataset.waivers)


def is_about(entry: Decision | Waiver, found: Finding) -> bool:
    """Tell whether *entry* is about the code, record and field of *found*; a waiver without a field is about all of them."""
    return entry.code == found.code and entry.record == found.record and entry.field in {None, found.field_name}


def holds(entry: Decision | Waiver, today: date) -> bool:
    """Tell whether *entry* still holds today; its last day is included."""
    last = last_day(entry)
    return last is None or today <= last


def last_day(entry: Decision | Waiver) -> date | None:
    """Return the last day on which *entry* holds; None if it has none."""
    return entry.expires.latest if entry.expires else None


def covers(entry: Decision | Waiver, found: Finding) -> bool:
    """Tell whether *entry* is about every claim that is an end of *found*."""
    return isinstance(entry, Waiver) or all(any(means(name, end) for name in entry.settles) for end in found.ends if end.source)


def expected(decision: Decision, found: Sequence[Finding], claims_about: ClaimsAbout) -> Expected:
    """Return how the claims differ from those that *decision* expects; no difference if it expects none.

    It has to expect every claim on its field, and on whatever else is in question in what it covers of what was *found*; it may expect
    the other ends of that.
    """
    if not decision.expect:
        return Expected((), ())
    covered = [one for one in found if covers(decision, one)]
    asked = claims_in_question(decision.record, decision.field, covered, claims_about)
    claims = {str(claim.name): claim for claim in asked}
    ends = {str(name_of(end)) for one in found for end in one.ends if end.source}
    gone = tuple(name for name in decision.expect if name not in claims and name not in ends)
    return Expected(gone, tuple(claim for name, claim in claims.items() if name not in decision.expect))


def _settles(entry: Decision | Waiver, found: Finding, today: date, claims_about: ClaimsAbout) -> bool:
    as_expected = isinstance(entry, Waiver) or expected(entry, [found], claims_about) == ((), ())
    return holds(entry, today) and covers(entry, found) and as_expected


def means(name: str, end: End) -> bool:
    """Tell whether *name*, as a decision writes it, means the claim at *end*."""
    return ClaimName.parse(name).covers(name_of(end))


def name_of(end: End) -> ClaimName:
    """Return the full name of the claim at *end*."""
    return ClaimName(end.source, end.part, end.value)


def _frozen(found: Mapping[str, list[Finding]]) -> dict[str, tuple[Finding, ...]]:
    return {key: tuple(values) for key, values in found.items()}
