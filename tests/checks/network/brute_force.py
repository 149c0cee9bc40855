"""Small generated trips, and brute force: a day and a rank tried for every node.

`DIPLOTRIPS_TRIPS` sets how many trips are generated (the default is for every run; 20,000 were run once).
"""

from __future__ import annotations

import os
import random
from itertools import pairwise, product
from typing import TYPE_CHECKING, TypeAlias

from diplotrips.checks.network import (
    CALENDAR,
    Choice,
    Kind,
    Limit,
    Limits,
    Node,
    Statement,
    after,
    apart,
    lasts,
    not_after,
    not_before,
    not_seen,
    one_of,
    seen,
    starts_before_end,
    within,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Said: TypeAlias = Statement[None]
Stay: TypeAlias = tuple[Node, Node]
Values: TypeAlias = dict[Node, int]
Spans: TypeAlias = dict[Node, tuple[int, int]]

TRIPS = int(os.environ.get("DIPLOTRIPS_TRIPS", "1000"))
DAYS = range(-9, 12)
"""Dates lie in 0..2 and two durations in 1..3 days, so bounds lie in -4..6; whatever comes within four days of the edge is open."""

TRIP: Stay = (("trip", "first"), ("trip", "last"))


def stop(number: int) -> Stay:
    """Return the start and the end of a stop."""
    return (f"stop{number}", "first"), (f"stop{number}", "last")


def on_day(node: Node, day: int) -> Limits:
    """Return limits that put *node* on *day*."""
    return not_before(node, day) + not_after(node, day)


class BruteForce:
    """All days, then all ranks, tried for every node; what was found is kept, since it answers for every part or for every whole."""

    def __init__(self, statements: Sequence[Said]) -> None:
        self.statements = statements
        self.nodes = sorted({node for said in statements for node in said.nodes()} - {CALENDAR}, key=str)
        self.solved: set[frozenset[int]] = set()
        self.unsolved: set[frozenset[int]] = set()

    def can_hold(self, chosen: Iterable[Said]) -> bool:
        """Whether some day and rank for every node satisfy all *chosen* statements."""
        wanted = list(chosen)
        ids = frozenset(said.id for said in wanted)
        if any(ids <= solved for solved in self.solved):
            return True
        if any(unsolved <= ids for unsolved in self.unsolved):
            return False
        found = self.solve(wanted, {})
        if found is None:
            self.unsolved.add(ids)
        else:
            self.solved.add(frozenset(said.id for said in self.statements if is_true(said, *found)))
        return found is not None

    def first_day_found(self, node: Node, days: Iterable[int]) -> int:
        """Return the first of *days* that *node* can have when all statements hold."""
        return next(day for day in days if self.solve(self.statements, {node: (day, day)}) is not None)

    def solve(self, wanted: Sequence[Said], given: Spans) -> tuple[Values, Values] | None:
        """Return days and ranks that satisfy the *wanted* statements, each node with any of its days *given*, else with any day."""
        touched = {node for said in wanted for node in said.nodes()}
        days: Spans = {node: given.get(node, (DAYS[0], DAYS[-1]) if node in touched else (0, 0)) for node in self.nodes}
        plain = [limit for said in wanted for limit in said.limits]
        for taken in product(*(choice for said in wanted for choice in said.choices)):
            found = self.search([*plain, *(limit for limits in taken for limit in limits)], {**days, CALENDAR: (0, 0)})
            if found is not None:
                assert all(is_true(said, *found) for said in wanted)
                return found
        return None

    def search(self, limits: Sequence[Limit], days: Spans) -> tuple[Values, Values] | None:
        """Return days of those given, and ranks, that satisfy all *limits*; nodes with an order are tried first."""
        left = narrow(days, limits)
        if left is None:
            return None
        known = {node: low for node, (low, high) in left.items() if low == high}
        ranks = self.find_ranks(limits, known)
        if ranks is None or len(known) == len(left):
            return None if ranks is None else (known, ranks)
        ordered = {node for limit in limits if limit.rank == -1 for node in limit[:2]}
        node = min(left.keys() - known.keys(), key=lambda one: (one not in ordered, left[one][1] - left[one][0], one))
        found = (self.search(limits, {**left, node: (day, day)}) for day in range(left[node][0], left[node][1] + 1))
        return next((solution for solution in found if solution is not None), None)

    def find_ranks(self, limits: Sequence[Limit], days: Values) -> Values | None:
        """Return ranks that satisfy the *limits* between nodes with known *days*, every rank tried for every node with an order."""
        known = [limit for limit in limits if limit.node in days and limit.other in days]
        inner = [limit for limit in known if limit.rank is not None and days[limit.node] - days[limit.other] >= limit.days]
        nodes = sorted({node for limit in inner for node in limit[:2]}, key=str)
        checks = [
            [limit for limit in inner if node in limit[:2] and {*nodes[: depth + 1]} >= {*limit[:2]}] for depth, node in enumerate(nodes)
        ]
        ranks: Values = dict.fromkeys([CALENDAR, *self.nodes], 0)
        enough = range(1 + sum(limit.rank == -1 for limit in inner))

        def go_on(depth: int) -> bool:
            if depth == len(nodes):
                return True
            for rank in enough:
                ranks[nodes[depth]] = rank
                if all(holds(limit, days, ranks) for limit in checks[depth]) and go_on(depth + 1):
                    return True
            return False

        return ranks if go_on(0) else None


def narrow(days: Spans, limits: Sequence[Limit]) -> Spans | None:
    """Return *days* without those for which one limit leaves no day of its other node, again and again; None if that takes all."""
    left, changed = dict(days), True
    while changed:
        changed = False
        for limit in limits:
            low, high = left[limit.node]
            other_low, other_high = left[limit.other]
            if high > other_high + limit.days or other_low < low - limit.days:
                high, other_low = min(high, other_high + limit.days), max(other_low, low - limit.days)
                if high < low or other_high < other_low:
                    return None
                left[limit.node], left[limit.other] = (low, high), (other_low, other_high)
                changed = True
    return left


def holds(limit: Limit, days: Values, ranks: Values) -> bool:
    """Whether *limit* holds, days first, then ranks where they count."""
    gap = days[limit.node] - days[limit.other]
    if limit.rank is None or gap != limit.days:
        return gap <= limit.days
    return ranks[limit.node] - ranks[limit.other] <= limit.rank


def is_true(said: Said, days: Values, ranks: Values) -> bool:
    """Whether a statement holds: all its limits, and of each choice an alternative."""
    choices = (any(all(holds(limit, days, ranks) for limit in limits) for limits in choice) for choice in said.choices)
    return all(holds(limit, days, ranks) for limit in said.limits) and all(choices)


def spoken_limits(rng: random.Random, stays: Sequence[Stay], *, may_last: bool) -> Limits:
    """Return what one generated statement without choices says."""
    start, end = rng.choice(stays)
    day, later = sorted((rng.randint(0, 2), rng.randint(0, 2)))
    shortest = rng.randint(1, 3)
    said = [
        not_before(start, day) + not_after(end, later),
        on_day(start, day) + on_day(end, later),
        on_day(start, day),
        on_day(end, day),
        seen(start, end, day, later),
        not_before(end, later),
        not_after(start, day),
    ]
    if may_last:
        said += [lasts(start, end, shortest, rng.choice([shortest, 3, None]))] * 3
    if len(stays) > 2:
        said += [route(rng.sample(stays[1:], k=2)), route(rng.sample(stays[1:], k=len(stays) - 1))]
    return rng.choice(said)


def spoken_choice(rng: random.Random, stays: Sequence[Stay]) -> Choice:
    """Return the choice that one generated statement says."""
    one, other = rng.choice(stays[1:]), rng.choice(stays)
    day, later = sorted((rng.randint(0, 2), rng.randint(0, 2)))
    said = [
        one_of(on_day(rng.choice(other), rng.randint(0, 2)) for _ in range(rng.choice([2, 3]))),
        rng.choice([not_seen(node := rng.choice(other), node, day, later), not_seen(*other, day, later)]),
    ]
    if one != stays[-1]:
        said += [apart(*one, *stays[-1])] * 2
    return rng.choice(said)


def route(stays: Sequence[Stay]) -> Limits:
    """Return the limits of stays one after the other."""
    return tuple(limit for (_, left), (reached, _) in pairwise(stays) for limit in after(left, reached))


def generated_trip(seed: int, most_said: int = 6) -> list[Said]:
    """Return the statements of a small trip: its structure, and what is said of it."""
    rng = random.Random(seed)
    stops = [stop(number) for number in range(rng.choice([1, 1, 2, 2, 2, 3]))]
    stays = [TRIP, *stops]
    structure: list[Limits] = [starts_before_end(*stay) for stay in stays] + [within(*stay, *TRIP) for stay in stops]
    said = [Statement[None](index, f"structure {index}", limits, kind=Kind.STRUCTURE) for index, limits in enumerate(structure)]
    lasting = 0
    for index in range(len(said), len(said) + rng.randint(2, most_said)):
        if rng.random() < 0.2:
            said.append(Statement(index, f"choice {index}", choices=(spoken_choice(rng, stays),)))
            continue
        limits = spoken_limits(rng, stays, may_last=lasting < 2)
        lasting += any(limit.rank is None and CALENDAR not in limit[:2] and limit.days for limit in limits)
        said.append(Statement(index, f"spoken {index}", limits))
    return said
