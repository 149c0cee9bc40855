"""Which findings somebody means who wants to decide or waive something: by code, record, field and claims, as a finding shows them.

What is written into the ledger about them is in `rulings`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.settlement.settling import means, name_of
from diplotrips.errors import UnknownNameError, UnusableRequestError
from diplotrips.findings import Severity, root_of
from diplotrips.schema.claims import CLAIM_FIELDS
from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diplotrips.findings import Finding
    from diplotrips.schema.dataset import Dataset

_MOST_TOLD = 5


class Matter(NamedTuple):
    """What somebody wants settled."""

    code: str
    record: str
    """Released id of the record; or the id of its trip, where `field` is a whole path."""
    field: str
    """Name of the field, or its path as a finding shows it; empty for every field of the record."""

    def __str__(self) -> str:
        return f"{self.code} on {self.field} of {self.record}" if self.field else f"{self.code} on {self.record}"

    def is_of(self, found: Finding) -> bool:
        """Tell whether *found* stands on the record and field, whatever its code."""
        if not self.field:
            return found.record == self.record
        of_record = found.record == self.record and self.field in {found.field, found.field_name}
        return of_record or (found.root == self.record and "." in self.field and found.field == self.field)


def open_findings(matter: Matter, claims: Sequence[str], findings: Iterable[Finding], dataset: Dataset) -> tuple[Finding, ...]:
    """Return the open findings that *matter* means: one, or all in which one of *claims* takes part.

    Raises:
        UnknownNameError: there is no such record, field or claim; the nearest are named.
        UnusableRequestError: none is open, because of what the sentence says, or several are and no claim tells which.
    """
    everything = tuple(findings)
    _refuse_unknown(matter, everything, dataset)
    found = [one for one in everything if one.code == matter.code and matter.is_of(one)]
    meant = [one for one in found if not one.settled_by and one.severity is not Severity.ERROR]
    if not meant:
        raise UnusableRequestError(_why_none(matter, found, everything, dataset))
    names = names_of(meant)
    for claim in claims:
        if not any(means(claim, end) for one in meant for end in one.ends if end.source):
            raise UnknownNameError(f"claim of this {matter.code}", claim, names)
    chosen = tuple(one for one in meant if any(means(claim, end) for claim in claims for end in one.ends if end.source))
    if len(meant) > 1 and matter.field and not chosen:
        raise UnusableRequestError(_which(matter, meant))
    return chosen or tuple(meant)


def names_of(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Return the names of all claims that are ends of *findings*, each once."""
    return tuple(dict.fromkeys(str(name_of(end)) for found in findings for end in found.ends if end.source))


def _refuse_unknown(matter: Matter, findings: Sequence[Finding], dataset: Dataset) -> None:
    """Refuse a record or field that there is not.

    Raises:
        UnknownNameError: it is not there.
        UnusableRequestError: the record has errors of its own and was not read.
    """
    if matter.record in dataset.broken:
        raise UnusableRequestError(f"{matter.record} could not be read because of errors of its own; run diplotrips check")
    items = dataset.by_id.get(matter.record)
    if not items:
        raise UnknownNameError("record", matter.record, tuple(dataset.by_id))
    on_it = {found.field_name for found in findings if found.root == matter.record}
    names = on_it | set(type(items[0].record).model_fields) | set(CLAIM_FIELDS)
    if matter.field and matter.field.rpartition(".")[2] not in names:
        raise UnknownNameError(f"field of {matter.record}", matter.field, sorted(names))


def _why_none(matter: Matter, found: Sequence[Finding], findings: Sequence[Finding], dataset: Dataset) -> str:
    """Return why no finding that *matter* means is open, those *found* being settled or errors."""
    if error := next((one for one in found if one.severity is Severity.ERROR), None):
        return f"{matter} is an error, and an error is never settled; correct the record at {error.place}"
    if settled := next((one for one in found if one.settled_by), None):
        return (
            f"{matter} is settled already by {settled.settled_by} at {dataset.place(settled.settled_by, 'id')}{_renewal(settled, dataset)}"
        )
    there = [one for one in findings if one.root == root_of(matter.record) and not one.settled_by]
    told = list(dict.fromkeys(f"{one.code} on {one.field_name} of {one.record}" for one in there))
    elsewhere = f"open there {'are' if told[1:] else 'is'} {listed(told, 'and', most=_MOST_TOLD)}" if told else "nothing is open there"
    return f"no {matter} is open; {elsewhere}"


def _renewal(settled: Finding, dataset: Dataset) -> str:
    """Return how to renew what settles a finding; nothing if it has no last day."""
    entry = next((item.record for item in dataset.by_id.get(settled.settled_by, ())), None)
    until = getattr(entry, "expires", None)
    return f"; to renew it, change its `expires` at {dataset.place(settled.settled_by, 'expires')}" if until else ""


def _which(matter: Matter, meant: Sequence[Finding]) -> str:
    """Return that several findings are open, and how to tell which is meant."""
    told = [f"{listed(names_of([one]), 'and')} at {one.place}" for one in meant[:_MOST_TOLD]]
    told += [f"{len(meant) - _MOST_TOLD} more"] if meant[_MOST_TOLD:] else []
    return f"{len(meant)} times {matter} is open; name with --claim a claim of the one that is meant: {'; '.join(told)}"
