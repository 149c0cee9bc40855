"""Claims that disagree: who takes part, what each says in users' words, and the one finding that names them all.

What makes two claims contradict each other is told by the checks; dates are compared in `days`, orders in `orders`, numbers in
`numbers`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.check import finding
from diplotrips.findings import End
from diplotrips.schema.fields import Count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from diplotrips.checks.check import Check
    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import Finding
    from diplotrips.schema.claims import Claim
    from diplotrips.schema.dataset import Entry
    from diplotrips.schema.document import TripDocument

ASSERTED = frozenset({"held", "planned"})
"""Modes in which a source asserts something; what it denies or holds possible contradicts nobody here."""

PLANS = frozenset({"planned", "postponed", "unconfirmed", "cancelled"})
"""Statuses of a record that is itself no more than a plan."""

NOT_VISITED = frozenset({"cancelled", "postponed"})
"""Statuses of a stop at which nobody was, unless the whole trip is a plan."""

DENIED = "denied"

OWN_PARTS = ("headline", "caption", "dateline", "table", "body")
"""Parts in which a source speaks for itself, and not somebody whom it quotes or cites."""


class Clash(NamedTuple):
    """Claims that cannot all be true."""

    first: Claim
    second: Claim
    """Of those that contradict `first`, the one that comes first."""
    claims: tuple[Claim, ...]
    """All that contradict another one: the witnesses of every side, in the order of the files."""


def asserted(claims: Iterable[Claim]) -> list[Claim]:
    """Return what is said to be so or planned of records that exist; of claims that are equal and have the same basis the first."""
    found: dict[tuple[str, ...], Claim] = {}
    for claim in claims:
        if claim.mode in ASSERTED and claim.kind:
            found.setdefault((*claim.identity, claim.basis), claim)
    return list(found.values())


def modes_of(status: str) -> frozenset[str]:
    """Return the modes of claims that a record of this status is to agree with; what took place need not be what was planned."""
    return ASSERTED if status in PLANS else frozenset({"held"})


def end_of_stops(entry: Entry[TripDocument], label: str) -> End:
    """Return the stops of a record as an end of a finding."""
    return End(label=label, record=entry.record.trip.id, field="stops", place=entry.place("stops"))


def clash_of(claims: Sequence[Claim], contradict: Callable[[Claim, Claim], bool]) -> Clash | None:
    """Return the clash among *claims*, None if no two contradict each other; *contradict* gives the same for (b, a)."""
    rivals = [[other for other in claims if other is not claim and contradict(claim, other)] for claim in claims]
    involved = [claim for claim, against in zip(claims, rivals, strict=True) if against]
    if not involved:
        return None
    return Clash(involved[0], next(against[0] for against in rivals if against), tuple(involved))


def end_key(claim: Claim) -> tuple[str | bool, ...]:
    """Return what claims that are one end of a finding have in common; a denial is another end."""
    return (claim.source, claim.record, claim.field, claim.text, claim.part, claim.mode == DENIED)


def ends_of(evidence: Evidence, claims: Iterable[Claim], word: Callable[[Claim], str] | None = None) -> list[End]:
    """Return *claims* as ends of a finding, one of those that differ only in mode, basis or passage."""
    word = word or wording
    ends: dict[tuple[str | bool, ...], End] = {}
    for claim in claims:
        ends.setdefault(end_key(claim), evidence.claim_end(claim, word(claim)))
    return list(ends.values())


def disagreement(  # noqa: PLR0913  (as `finding`)
    check: Check,
    evidence: Evidence,
    clash: Clash,
    *,
    record: str,
    field: str,
    tail: str = "",
    cause: str = "",
    word: Callable[[Claim], str] | None = None,
) -> Finding:
    """Return the finding of *clash*: the first claim is its place, all others are its other ends; *tail* closes the message."""
    word = word or wording
    here, *there = ends_of(evidence, clash.claims, word)
    told = joined((claim.voice, word(claim)) for claim in (clash.first, clash.second))
    message = f"{told}{tail}"
    return finding(check, evidence, record=record, field=field, message=message, here=here, there=there, cause=cause)


def joined(told: Iterable[tuple[str, str]]) -> str:
    """Return what several speakers say, each given with what it says, as one sentence; one who speaks twice running is named once."""
    before, parts = "", []
    for who, words in told:
        parts.append(words.removeprefix(f"{who} ") if who and who == before else words)
        before = who
    return " and ".join(parts)


def wording(claim: Claim) -> str:
    """Return what *claim* says in users' words, such as `gazette-2024-05 (headline) says last day 2024-05-16`."""
    return f"{claim.voice} {'denies' if claim.mode == DENIED else 'says'} {what(claim)}"


def what(claim: Claim) -> str:
    """Return what is said, such as `4 days` or `last day 2024-05-16`."""
    if isinstance(claim.value, Count):
        return counted(claim.value, _UNITS.get(claim.field, claim.field))
    return f"{claim.field.replace('_', ' ')} {claim.text}".rstrip()


def counted(count: Count, unit: str) -> str:
    """Return *count* in words, such as `about 4 days`, `1 day`, `3 to 5 days` or `2 or more days`."""
    if count.most is None:
        number = f"{count.least} or more"
    else:
        number = str(count.least) if count.least == count.most else f"{count.least} to {count.most}"
    return f"{'about ' if count.approximate else ''}{number} {_ONE.get(unit, unit) if count.least == count.most == 1 else unit}"


_UNITS = {"n_countries": "countries", "days": "days", "nights": "nights", "papers": "papers"}
_ONE = {"countries": "country", "days": "day", "nights": "night", "papers": "paper"}
