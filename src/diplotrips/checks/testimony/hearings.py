"""What came of the claims of every trip, once a run; and the days that all that is said leaves to a stay.

Only trips whose record is sound are looked at. What a dispute is lives in `disputes`, how it is told in `dispute_check`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.itinerary.contradictions import contradictions, networks
from diplotrips.checks.testimony.networks import Testimony
from diplotrips.checks.testimony.unsettled import hearing_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diplotrips.checks.evidence import Evidence
    from diplotrips.checks.network import Bounds, Node
    from diplotrips.checks.testimony.unsettled import Hearing


class ImpliedDays(NamedTuple):
    """Tightest bounds of a stay, as `date.toordinal()`; None where nothing bounds it."""

    first_day_earliest: int | None
    first_day_latest: int | None
    last_day_earliest: int | None
    last_day_latest: int | None
    from_claims: bool
    """Whether claims leave fewer days than the record alone."""


def testimonies(evidence: Evidence) -> dict[str, Testimony]:
    """Return what is claimed of the days and the order of each trip, by trip id, be it settled or not."""
    claims = evidence.dataset.claims_of_trip
    entries = {entry.record.trip.id: entry for entry in evidence.dataset.trips}
    against = evidence.of(contradictions)
    return {trip: Testimony(entry, claims.get(trip, ())) for trip, entry in entries.items() if not against[trip]}


def hearings(evidence: Evidence) -> dict[str, Hearing]:
    """Return what came of the claims of each trip, by trip id: the conflicts of network B, settled ones too."""
    decisions = [entry.record for entry in evidence.dataset.decisions]
    return {trip: hearing_of(testimony, decisions, evidence.today) for trip, testimony in evidence.of(testimonies).items()}


def implied_days(evidence: Evidence) -> dict[str, ImpliedDays]:
    """Return the first and last day that each trip and stop can have by all that is said, by released id.

    What sources say counts where it can all be true and no decision settles it; of a plan, what was planned.
    """
    alone_of = evidence.of(networks)
    spans = {trip: (alone_of[trip].bounds(), hearing.left.bounds) for trip, hearing in evidence.of(hearings).items()}
    implied = {}
    for item in evidence.dataset.items:
        alone, together = spans.get(item.trip, ({}, {}))
        if item.kind in {"trip", "stop"} and (item.id, "first") in alone:
            implied[item.id] = _implied(item.id, alone, together)
    return implied


def _implied(record: str, alone: Mapping[Node, Bounds], together: Mapping[Node, Bounds]) -> ImpliedDays:
    """Return the days that *record* can have by what is said *together*, or by itself where claims clash."""
    ends: tuple[Node, Node] = ((record, "first"), (record, "last"))
    own = [day for end in ends for day in alone[end]]
    first, last = (together.get(end, alone[end]) for end in ends)
    return ImpliedDays(*first, *last, from_claims=[*first, *last] != own)
