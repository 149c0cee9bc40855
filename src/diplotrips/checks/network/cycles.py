"""The negative cycle that the fewest statements make.

Searched exactly, by labels: walks, cheapest first, each with its weight and the statements paid for. No choices here: every
statement comes with one alternative of each.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from diplotrips.checks.network.compile import indexes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.checks.network.branching import Growth
    from diplotrips.checks.network.compile import Arcs, Program


class Price(NamedTuple):
    """What sets of statements cost: spoken ones first, then all; one integer, so that costs add up and compare."""

    spoken: int
    each: int

    def of(self, chosen: int) -> int:
        """Cost of a set of statements."""
        return (chosen & self.spoken).bit_count() * self.each + (chosen & ~self.spoken).bit_count()


def build_price(program: Program) -> Price:
    """Return the price at which one spoken statement outweighs all structural ones."""
    return Price(program.spoken, len(program.clauses) + 1)


class Step(NamedTuple):
    """One arc of one statement, its weight reduced by the solution (not negative where the solution satisfies it)."""

    head: int
    weight: int
    cost: int
    statement: int
    """Set of the one statement; empty where it is free."""
    lasting: int
    """The same for a statement that one cycle may use at several places (it is paid once); else empty, paid at each use."""


class Cycle(NamedTuple):
    """A negative cycle: its cost and its statements without the free ones."""

    cost: int
    statements: int


class Cheapest(NamedTuple):
    """The cheapest negative cycle found, None where there is none, and whether none can be cheaper."""

    cycle: Cycle | None
    exact: bool
    labels: int
    """Walks that were kept: what the search took."""


Label: TypeAlias = tuple[int, int, int, int, int, int, int, int]
"""Cost, steps, serial number, weight, node, goal, lasting statements paid for, all statements paid for."""


def _is_brief(arcs: Arcs) -> bool:
    """Whether a cycle without a node twice can use at most one of *arcs*: all between two nodes, and consistent by themselves."""
    pairs = {frozenset(arc[:2]) for arc in arcs}
    least: dict[int, int] = {}
    for tail, _, weight in arcs:
        least[tail] = min(weight, least.get(tail, weight))
    return [len(pair) for pair in pairs] == [2] and (len(least) == 1 or sum(least.values()) >= 0)


def _reduced(growth: Growth, index: int) -> Iterator[tuple[int, int, int]]:
    value = growth.graph.solution
    for tail, head, weight in growth.picks[index]:
        yield tail, head, weight + value[tail] - value[head]


def build_steps(growth: Growth, universe: int, free: int, price: Price) -> list[list[Step]]:
    """Return the steps from every node; of brief statements of one kind between two nodes only the tightest."""
    leaving: list[list[Step]] = [[] for _ in growth.graph.solution]
    tightest: dict[tuple[int, int, int], Step] = {}
    for index in indexes(universe):
        bit = 0 if free >> index & 1 else 1 << index
        cost = price.of(bit)
        brief = not bit or _is_brief(growth.picks[index])
        for tail, head, weight in _reduced(growth, index):
            step = Step(head, weight, cost, bit, 0 if brief else bit)
            if not brief:
                leaving[tail].append(step)
            elif (tail, head, cost) not in tightest or weight < tightest[tail, head, cost].weight:
                tightest[tail, head, cost] = step
    for (tail, _, _), step in tightest.items():
        leaving[tail].append(step)
    return leaving


@dataclass(slots=True)
class _Search:
    """Labels that wait, labels that were kept (by goal and node), and the cheapest cycle so far."""

    price: Price
    waiting: list[Label] = field(default_factory=list)
    kept: dict[tuple[int, int], list[tuple[int, int, int, int]]] = field(default_factory=dict)
    best: Cycle | None = None
    serial: int = 0

    def extend(self, label: Label, step: Step) -> None:
        """Go on from *label* by *step*: close the cycle, wait with the longer walk, or drop it."""
        cost, steps, _, weight, _, goal, lasting, paid = label
        weight += step.weight
        if weight >= 0:
            return
        if not step.lasting & lasting:
            cost += step.cost
        if self.best is not None and cost >= self.best.cost:
            return
        if step.head == goal:
            self.best = Cycle(cost, paid | step.statement)
            return
        lasting |= step.lasting
        if not self._is_dominated(goal, step.head, (cost, steps + 1, weight, lasting)):
            self.serial += 1
            heapq.heappush(self.waiting, (cost, steps + 1, self.serial, weight, step.head, goal, lasting, paid | step.statement))

    def _is_dominated(self, goal: int, node: int, new: tuple[int, int, int, int]) -> bool:
        """Whether a kept label is as good as the *new* one, even if it had to pay for all that the new one has paid for."""
        cost, steps, weight, lasting = new
        rivals = self.kept.setdefault((goal, node), [])
        for rival_cost, rival_steps, rival_weight, rival_lasting in rivals:
            if (
                rival_weight <= weight
                and rival_steps <= steps
                and rival_cost <= cost
                and rival_cost + self.price.of(lasting & ~rival_lasting) <= cost
            ):
                return True
        rivals.append(new)
        return False


def cheapest_cycle(leaving: list[list[Step]], price: Price, max_labels: int) -> Cheapest:
    """Return a negative cycle of least cost; not exact if more than *max_labels* walks would have to be kept.

    Every negative cycle can be entered so that all its beginnings are negative, so walks start with a negative step and are
    dropped when they are negative no longer. A walk is also dropped for one between the same nodes that is no dearer, no longer and
    no heavier, counting that the rest may use again what has been paid for; that loses no least cost. A cycle without a node twice
    has no more steps than there are nodes.
    """
    search = _Search(price)
    for tail, steps in enumerate(leaving):
        for step in steps:
            if step.weight < 0:
                search.extend((0, 0, 0, 0, tail, tail, 0, 0), step)
    while search.waiting and search.serial <= max_labels:
        label = heapq.heappop(search.waiting)
        if search.best is not None and label[0] >= search.best.cost:
            return Cheapest(search.best, exact=True, labels=search.serial)
        if label[1] < len(leaving):
            for step in leaving[label[4]]:
                search.extend(label, step)
    return Cheapest(search.best, exact=not search.waiting, labels=search.serial)
