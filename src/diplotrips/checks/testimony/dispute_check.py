"""Disputes as findings: the sentence, every side with its place, and the check that reports the disputes of one code."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from diplotrips.checks.check import Check, finding
from diplotrips.checks.disagreement.clashes import counted, end_key, joined
from diplotrips.checks.itinerary.contradictions import OF_NETWORK_A
from diplotrips.checks.network import Kind
from diplotrips.checks.testimony.causes import CHANGED, cause_of
from diplotrips.checks.testimony.disputes import DATES, ORDERS, PLANS
from diplotrips.checks.testimony.distances import days_apart, length_of, stops_in_question
from diplotrips.checks.testimony.hearings import hearings
from diplotrips.checks.testimony.stay_ends import in_question
from diplotrips.checks.testimony.told import own, sentence, short
from diplotrips.findings import End, Severity
from diplotrips.schema.fields import Count
from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplotrips.checks.evidence import Evidence
    from diplotrips.checks.itinerary.facts import Said
    from diplotrips.checks.testimony.disputes import Dispute
    from diplotrips.findings import Finding
    from diplotrips.schema.claims import Claim
    from diplotrips.schema.dates.edtf import EdtfDate

_BOUNDED = "too many possible orders to try them all; fewer claims, or fewer statements, may do"
"""Cause of a conflict that need not be a smallest one."""

_WORDS = {DATES: short, ORDERS: short}
"""How claims are told that are all of one matter, so that its name and the value say enough; others in whole sentences."""

_NOT_BOTH, _NOT_ALL = ", which cannot both be true", ", which cannot all be true"

_TWO = 2


def dispute_check(  # noqa: PLR0913  (what checks differ in; all are named)
    *, code: str, name: str, page: str, judges: tuple[str, ...], severity: Severity = Severity.WARNING, follows: tuple[str, ...] = ()
) -> Check:
    """Return the check called *name* that reports, of each trip whose record is sound, the disputes that have *code*."""

    def find(evidence: Evidence) -> Iterator[Finding]:
        published = {entry.record.id: entry.record.published for entry in evidence.dataset.sources if entry.record.published}
        for hearing in evidence.of(hearings).values():
            for dispute in hearing.disputes:
                if dispute.heading.code == code:
                    yield _found(check, evidence, dispute, published)

    check = Check(code=code, name=name, severity=severity, page=page, judges=judges, needs=OF_NETWORK_A, follows=follows, find=find)
    return check


def _found(check: Check, evidence: Evidence, dispute: Dispute, published: Mapping[str, EdtfDate]) -> Finding:
    """Return the finding of *dispute*: its place is the first claim that has to go."""
    here, *there = _ends(evidence, dispute)
    conflict, heading = dispute.conflicts[0], dispute.heading
    pair = in_question(conflict)
    cause = CHANGED if heading.code == PLANS else cause_of(pair, dispute.network.statements, published) if len(pair) == _TWO else ""
    return finding(
        check,
        evidence,
        record=heading.record,
        field=heading.field,
        message=_message(dispute),
        here=here,
        there=there,
        cause=cause if all(one.is_shortest for one in dispute.conflicts) else _BOUNDED,
    )


def _ends(evidence: Evidence, dispute: Dispute) -> list[End]:
    """Return all who say what is disputed, and the values of the record: the first claim that has to go first."""
    ends: dict[tuple[str | bool, ...], End] = {}
    for fact in (said.payload for said in dispute.sides):
        for claim in fact.claims if fact else ():
            ends.setdefault(end_key(claim), evidence.claim_end(claim, _words(dispute, claim)))
        if fact and fact.is_own:
            label = own(fact)
            ends.setdefault((label,), End(label=label, record=fact.record, field=fact.field, value=fact.value, place=fact.place))
    return list(ends.values())


def _words(dispute: Dispute, claim: Claim) -> str:
    return _WORDS.get(dispute.heading.code, sentence)(claim)


def _message(dispute: Dispute) -> str:
    """Return what the first conflict of *dispute* is, in one sentence."""
    conflict = dispute.conflicts[0]
    sides = sorted(in_question(conflict), key=lambda said: said.id != conflict.removed.id)
    if dispute.heading.field == "days":
        sides.sort(key=_is_length, reverse=True)
    told = list(dict.fromkeys(_told(dispute, said, sides) for said in sides))
    tail = _tail(dispute, sides, len(told))
    together = listed([words for _, words in told], "and") if tail == _NOT_ALL else joined(told)
    return f"{together}{tail}"


def _is_length(said: Said) -> bool:
    return said.payload is not None and said.payload.sort == "length"


def _told(dispute: Dispute, said: Said, sides: Sequence[Said]) -> tuple[str, str]:
    """Return who says *said*, and what: the source that says most of the *sides* at once, or just that, or else the record."""
    fact = said.payload
    if fact is None:
        return "", said.wording
    if not fact.claims:
        return "", own(fact)
    spread = Counter(claim.identity for side in sides if side.payload for claim in side.payload.claims)
    claim = min(fact.claims, key=lambda claim: (-spread[claim.identity], claim.field != fact.matter, claim.identity))
    return claim.voice, _words(dispute, claim)


def _tail(dispute: Dispute, sides: Sequence[Said], n_told: int) -> str:
    """Return by what *sides* differ, as the end of a sentence."""
    rules = [said for said in dispute.network.statements if said.kind is Kind.STRUCTURE]
    if n_told == 1:
        return ", which cannot be true"
    if dispute.heading.field == "days":
        return _length(sides, rules)
    if len(sides) > _TWO:
        return _NOT_BOTH if n_told == _TWO else _NOT_ALL
    stops = stops_in_question(sides[0], sides[1])
    if stops:
        return f", which differ on the order of {listed(stops, 'and')}"
    days = days_apart(sides[0], sides[1], rules)
    return f", {days} {'day' if days == 1 else 'days'} apart" if days else _NOT_BOTH


def _length(sides: Sequence[Said], rules: Sequence[Said]) -> str:
    """Return the end of a sentence about a number of days: how many days the dates are, if the first of *sides* is held against dates."""
    dates = [said for said in sides if not _is_length(said)]
    if not dates:
        return ""
    days = length_of(dates, rules) if len(dates) == len(sides) - 1 else None
    return f", which {_lasting(days, sides[0])}" if days else _NOT_ALL


def _lasting(days: Count, length: Said) -> str:
    """Return how long so many *days* are, in nights if *length* is given in nights and they have any."""
    in_nights = length.payload is not None and length.payload.field == "nights" and days.least > 1
    count = Count(days.least - 1, (days.most or days.least) - 1) if in_nights else days
    return f"{'is' if count.least == count.most == 1 else 'are'} {counted(count, 'nights' if in_nights else 'days')}"
