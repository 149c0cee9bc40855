"""How far apart statements are that cannot both be true: in days, in the length of a stay, in the order of stops."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diplotrips.checks.disagreement.clashes import DENIED
from diplotrips.checks.network import CALENDAR, Network
from diplotrips.schema.dates.days import LAST
from diplotrips.schema.fields import Count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.checks.itinerary.facts import Fact, Said
    from diplotrips.checks.network import Limits


def days_apart(one: Said, other: Said, rules: Sequence[Said]) -> int:
    """Return by how many days *one* would have to be off to be true beside *other*; 0 where that is no question of days.

    Args:
        one: What is moved.
        other: What it clashes with.
        rules: What is true of every trip.
    """
    facts = [said.payload for said in (one, other) if said.payload]
    if len(facts) == 1 or not all(map(_is_dated, facts)) or all(fact.stay_ends for fact in facts):
        return 0  # two whole stays of which both ends matter share days; how many is another question
    low, high = 0, 1
    while high < LAST and not _fits(one, other, rules, high):
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if _fits(one, other, rules, middle) else (middle, high)
    return high


def length_of(dates: Sequence[Said], rules: Sequence[Said]) -> Count | None:
    """Return how many days there are in the one stay of which *dates* speak; None if they leave that open."""
    spans = Network([*rules, *dates]).bounds()
    record = next(str(node[0]) for node in dates[0].nodes() if node != CALENDAR)
    first, last = spans.get((record, "first")), spans.get((record, "last"))
    if not (first and last) or None in {*first, *last}:
        return None
    return Count(max((last.earliest or 0) - (first.latest or 0) + 1, 1), (last.latest or 0) - (first.earliest or 0) + 1)


def stops_in_question(one: Said, other: Said) -> list[str]:
    """Return the local ids of the stops of which *one* and *other* give opposite orders, sorted."""
    first, second = _order(one), _order(other)
    return sorted({stop.partition(".")[2] for x, y in first if (y, x) in second for stop in (x, y)})


def _is_dated(fact: Fact) -> bool:
    """Whether *fact* says when something was, and not how long or in which order, nor when it was not."""
    return fact.sort not in {"route", "length"} and fact.matter != "during" and all(claim.mode != DENIED for claim in fact.claims)


def _fits(one: Said, other: Said, rules: Sequence[Said], days: int) -> bool:
    """Whether *one* is true beside *other* if it may be off by so many *days*."""
    return Network(
        [
            *rules,
            replace(
                one,
                limits=_loose(one.limits, days),
                choices=tuple(tuple(_loose(limits, days) for limits in choice) for choice in one.choices),
            ),
            other,
        ]
    ).is_consistent()


def _loose(limits: Limits, days: int) -> Limits:
    """Return *limits*, those on days of the calendar loosened by so many *days*."""
    return tuple(limit._replace(days=limit.days + days) if CALENDAR in {limit.node, limit.other} else limit for limit in limits)


def _order(said: Said) -> set[tuple[str, str]]:
    """Return which stop *said* has before which, be it by way of others."""
    before: dict[str, set[str]] = {}
    for limit in said.limits:
        if limit.rank is not None and limit.rank < 0:
            before.setdefault(str(limit.node[0]), set()).add(str(limit.other[0]))
    found: set[tuple[str, str]] = set()
    for stop, following in before.items():
        waiting = list(following)
        while waiting:
            later = waiting.pop()
            if (stop, later) not in found:
                found.add((stop, later))
                waiting += before.get(later, ())
    return found
