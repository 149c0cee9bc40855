"""What sources say of the order of stops, as partial orders: which stop is said to come before which.

Here two claims are compared; how the order of a record fits its own dates is in `itinerary`, and all that is stated of a trip in
`testimony`.
"""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

from diplotrips.checks.disagreement.clashes import what
from diplotrips.schema.fields import groups

if TYPE_CHECKING:
    from diplotrips.schema.claims import Claim

Order = frozenset[tuple[str, str]]
"""Pairs of local ids: the first comes before the second."""

FIELDS = frozenset({"route", "first_stop", "last_stop", "after"})
EVIDENCE = frozenset({"list", "narration"})
"""Bases that are evidence of an order and do not state it."""


def reversed_pairs(one: Claim, other: Claim) -> Order:
    """Return what *one* puts before what, where *other* puts it after."""
    first, second = _order(one, _stops(other)), _order(other, _stops(one))
    return frozenset((x, y) for x, y in first if (y, x) in second)


def is_evidence(claim: Claim) -> bool:
    """Tell whether *claim* is only the order of a list or of telling."""
    return claim.basis in EVIDENCE


def _order(claim: Claim, stops: frozenset[str]) -> Order:
    """Return the order that *claim* gives to its own stops and, as far as it says what came first or last, to *stops*."""
    before: set[tuple[str, str]] = set()
    if claim.field == "route":
        for earlier, later in combinations(_route(claim), 2):
            before |= set(product(earlier, later))
    elif claim.field == "after":
        before = {(str(claim.value), _about(claim))}
    else:
        end = str(claim.value)
        before = {(end, stop) if claim.field == "first_stop" else (stop, end) for stop in stops}
    return frozenset((x, y) for x, y in before if x != y and (y, x) not in before)


def _stops(claim: Claim) -> frozenset[str]:
    """Return the stops that *claim* names."""
    if claim.field == "route":
        return frozenset(stop for group in _route(claim) for stop in group)
    return frozenset({str(claim.value), _about(claim)} if claim.field == "after" else {str(claim.value)})


def _route(claim: Claim) -> list[tuple[str, ...]]:
    """Return the groups of the route that *claim* gives."""
    return groups(claim.value if isinstance(claim.value, tuple) else None)


def _about(claim: Claim) -> str:
    """Return the local id of the record that *claim* is about."""
    return claim.record.removeprefix(f"{claim.trip}.")


def order_wording(claim: Claim) -> str:
    """Return what *claim* says, so that nobody takes a list for a statement."""
    if claim.field == "route" and is_evidence(claim):
        return f"{claim.voice} {'lists' if claim.basis == 'list' else 'tells in the order'} {claim.text}"
    if claim.field == "after":
        return f"{claim.voice} says {_about(claim)} came after {claim.text}"
    return f"{claim.voice} says {what(claim)}"
