"""What decisions leave of the disputes of a trip: what they settle, what stays open, and what a settled claim disputes all the same.

What a dispute is lives in `disputes`; which finding a decision settles is told by `settlement`, which sees findings only.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.settlement.settling import holds
from diplotrips.checks.testimony.disputes import CODES, Heading, disputes_of
from diplotrips.findings import root_of
from diplotrips.schema.claim_names import ClaimName

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from diplotrips.checks.testimony.disputes import Dispute
    from diplotrips.checks.testimony.networks import Testimony
    from diplotrips.schema.claims import Claim
    from diplotrips.schema.ledger import Decision

MAX_STANDING = 40
"""Settled claims of one trip that are heard once more, each alone."""

Identity = tuple[str, ...]


class Hearing(NamedTuple):
    """What came of the claims of one trip."""

    disputes: Sequence[Dispute]
    left: Testimony
    """What is claimed and no decision settles."""


class _Settled(NamedTuple):
    """A decision that holds, and one dispute that it settles."""

    decision: Decision
    dispute: Dispute


def hearing_of(testimony: Testimony, decisions: Iterable[Decision], today: date) -> Hearing:
    """Return what cannot all be true of one trip: first what *decisions* settle that hold *today*, then what is open.

    A decision is about the dispute that the claims which it settles have by themselves. They leave, so that whoever agrees with the record
    changes nothing, and whoever does not disputes it anew. What is settled is that dispute and no other one: a claim that did not lose is
    heard again in every other matter, and in the same one if somebody comes who agrees with no side.
    """
    trip = testimony.entry.record.trip.id
    rulings: list[_Settled] = []
    for decision in decisions:
        if decision.code in CODES and root_of(decision.record) == trip and holds(decision, today):
            rulings += [_Settled(decision, dispute) for dispute in _meant(decision, testimony)]
    if not rulings:
        return Hearing(list(disputes_of(testimony)), testimony)
    settled = {identity for ruling in rulings for identity in ruling.dispute.claims}
    rest = replace(testimony, claims=[claim for claim in testimony.claims if claim.identity not in settled])
    closed = {ruling.dispute.claims: ruling.dispute for ruling in reversed(rulings)}
    still_open = list(disputes_of(rest))
    anew = _disputed_anew(rulings, testimony, rest, {dispute.heading for dispute in still_open})
    return Hearing([*closed.values(), *still_open, *anew], rest)


def _meant(decision: Decision, testimony: Testimony) -> list[Dispute]:
    """Return the disputes that the claims which *decision* settles have among themselves and with the record."""
    names = [ClaimName.parse(name) for name in decision.settles]
    named = [claim for claim in testimony.claims if any(name.covers(claim.name) for name in names)]
    meant = Heading(decision.code, decision.record, decision.field)
    return [dispute for dispute in disputes_of(replace(testimony, claims=named)) if dispute.heading == meant]


def _disputed_anew(rulings: Sequence[_Settled], testimony: Testimony, rest: Testimony, known: set[Heading]) -> Iterator[Dispute]:
    """Return what settled claims that did not lose dispute with the *rest*, each heard alone, but for what is *known* to be open."""
    for claim in islice(_standing(rulings, testimony), MAX_STANDING):
        for dispute in disputes_of(replace(rest, claims=[*rest.claims, claim])):
            if claim.identity not in dispute.claims or dispute.heading in known:
                continue
            settled = next((ruling.dispute for ruling in rulings if ruling.dispute.heading == dispute.heading), None)
            found = _with_third_sides(settled, dispute, testimony, rest) if settled else dispute
            if found:
                known.add(found.heading)
                yield found


def _standing(rulings: Sequence[_Settled], testimony: Testimony) -> Iterator[Claim]:
    """Return the settled claims that no decision has lose, each once."""
    lost = {claim.identity for ruling in rulings for claim in _claims(ruling.dispute, testimony) if _loses(claim, ruling.decision)}
    seen: set[Identity] = set()
    for ruling in rulings:
        for claim in _claims(ruling.dispute, testimony):
            if claim.identity not in lost | seen:
                seen.add(claim.identity)
                yield claim


def _loses(claim: Claim, decision: Decision) -> bool:
    """Tell whether *decision* overrules *claim*, or adopts what it does not say."""
    is_overruled = any(ClaimName.parse(name).covers(claim.name) for name in decision.overrules)
    return is_overruled or decision.adopted not in {None, claim.text}


def _with_third_sides(settled: Dispute, dispute: Dispute, testimony: Testimony, rest: Testimony) -> Dispute | None:
    """Return what was *settled*, disputed anew by those of the *rest* who clash with every side of it; None if nobody does.

    Where the record is a side, whoever clashes with it is found without this.
    """
    if settled.is_with_record:
        return None
    sides = _claims(settled, testimony)
    third = [claim for claim in _claims(dispute, rest) if all(_clash(claim, side, testimony) for side in sides)]
    together = disputes_of(replace(testimony, claims=[*sides, *third])) if third else ()
    return next((one for one in together if one.heading == settled.heading and one.claims > settled.claims), None)


def _claims(dispute: Dispute, testimony: Testimony) -> list[Claim]:
    """Return the claims of *testimony* that take part in *dispute*."""
    return [claim for claim in testimony.claims if claim.identity in dispute.claims]


def _clash(one: Claim, other: Claim, testimony: Testimony) -> bool:
    """Tell whether two claims cannot both be true beside the record."""
    both = {one.identity, other.identity}
    return any(dispute.claims >= both for dispute in disputes_of(replace(testimony, claims=[one, other])))
