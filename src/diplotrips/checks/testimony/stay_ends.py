"""On which end of a stay a conflict is: stays are claimed as a whole, and disagree on their first or their last day.

What the ends of a record's own dates are is said in two statements; where a conflict takes both, they are told as one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diplotrips.checks.itinerary.facts import StayEnd
from diplotrips.checks.itinerary.placing import Rules
from diplotrips.checks.network import Kind, Network

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.checks.itinerary.facts import Fact, Said
    from diplotrips.checks.network import Conflict

_ENDS = ("first_day", "last_day")

_THREE = 3


def spoken(conflict: Conflict[Fact]) -> list[Said]:
    """Return what somebody says in the explanation of *conflict*."""
    return [said for said in conflict.explanation if said.kind is not Kind.STRUCTURE]


def in_question(conflict: Conflict[Fact]) -> list[Said]:
    """Return what is said in *conflict*, of each stay only the end that matters if one is enough, of the record's dates both together."""
    return _united([said for said in _sharpened(conflict.explanation) if said.kind is not Kind.STRUCTURE])


def ends_of_stay(said: Said) -> tuple[Said, ...]:
    """Return what *said* says of each end if it is of a whole stay; else itself."""
    fact = said.payload
    if fact is None or not fact.stay_ends:
        return (said,)
    return tuple(
        replace(said, limits=rules.limits, choices=rules.choices, payload=replace(fact, matter=matter, day=day, stay_ends=()))
        for matter, rules, day in fact.stay_ends
    )


def _sharpened(explanation: Sequence[Said]) -> Sequence[Said]:
    """Return *explanation* with one end of each stay, the same of all if that will do; a whole stay where both ends are needed.

    An end that another statement is about comes first.
    """
    matters = {fact.matter for said in explanation if (fact := said.payload)}
    for end in sorted(_ENDS, key=lambda end: end not in matters):
        at_one_end = [_at(said, end) for said in explanation]
        if not Network(at_one_end).is_consistent():
            return at_one_end
    sharp = list(explanation)
    for index, said in enumerate(explanation):
        tried = ([*sharp[:index], one, *sharp[index + 1 :]] for one in ends_of_stay(said))
        sharp = next((ends for ends in tried if not Network(ends).is_consistent()), sharp)
    return sharp


def _at(said: Said, end: str) -> Said:
    return next((one for one in ends_of_stay(said) if one.payload and one.payload.matter == end), said)


def _united(said: list[Said]) -> list[Said]:
    """Return what is *said*, with both ends of the record's dates as one statement if they are held against one other."""
    own = [one for one in said if one.payload and one.payload.is_own and one.payload.matter in _ENDS]
    places = {one.payload.place for one in own if one.payload}
    has_length = any(one.payload and one.payload.sort == "length" for one in said)
    if has_length or len(said) != _THREE or len(own) != len(_ENDS) or len(places) > 1:
        return said
    return [_whole(*own), *(one for one in said if one not in own)]


def _whole(first: Said, last: Said) -> Said:
    """Return two ends as one statement, whose witnesses say both."""
    rules = [Rules(end.limits, end.choices) for end in (first, last)]
    facts = [end.payload for end in (first, last) if end.payload]
    stay_ends = tuple(StayEnd(fact.matter, end_rules, fact.day) for fact, end_rules in zip(facts, rules, strict=True))
    claims = tuple(claim for claim in facts[0].claims if claim in facts[1].claims)
    fact = replace(facts[0], matter="dates", day=None, claims=claims, stay_ends=stay_ends)
    limits, choices = Rules.every(rules)
    return replace(first, limits=limits, choices=choices, payload=fact)
