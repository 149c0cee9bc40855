"""Why two statements about days may have come to differ, where it shows; what of two dates alone is told by `relations`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.checks.testimony.stay_ends import ends_of_stay
from diplotrips.schema.dates.relations import Relation, gap_days, likely_cause, relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from diplotrips.checks.itinerary.facts import Fact, Said
    from diplotrips.schema.dates.edtf import EdtfDate

CHANGED = "a plan that changed"
PUBLISHED = "the day of publication taken for the day of the event"
EXCHANGED = "arrival and departure exchanged"

_OTHER_END = {"first_day": "last_day", "last_day": "first_day"}


def cause_of(pair: Sequence[Said], others: Iterable[Said], published: Mapping[str, EdtfDate]) -> str:
    """Return the likely cause why two statements differ; empty if none shows.

    Args:
        pair: The two statements.
        others: All that is said of the trip.
        published: The day of publication of each source.
    """
    first, second = (said.payload for said in pair)
    if not (first and second and first.day and second.day) or relation(first.day, second.day) is not Relation.DISJOINT:
        return ""
    facts = [end.payload for said in others for end in ends_of_stay(said) if end.payload]
    for fact, other in ((first, second), (second, first)):
        if gap_days(first.day, second.day) > 1 and _is_publication(fact, published):
            return PUBLISHED
        if _is_other_end(fact, other, facts):
            return EXCHANGED
    return likely_cause(first.day, second.day)


def _is_publication(fact: Fact, published: Mapping[str, EdtfDate]) -> bool:
    """Whether all who say *fact* were published on the very day that they give."""
    days = [published.get(claim.source) for claim in fact.claims]
    return bool(days) and fact.day is not None and fact.day.is_day and all(day == fact.day for day in days)


def _is_other_end(fact: Fact, other: Fact, facts: Iterable[Fact]) -> bool:
    """Whether *fact* gives as one end of a stay the day that others, of whom *other* is one, give as its other end."""
    if fact.matter not in _OTHER_END or fact.matter != other.matter or fact.day is None or not fact.day.is_day:
        return False
    sources = {claim.source for claim in fact.claims}
    opposite = (one for one in facts if one.record == fact.record and one.matter == _OTHER_END[fact.matter] and one.day == fact.day)
    return any(one.is_own or {claim.source for claim in one.claims} - sources for one in opposite)
