"""A shortest explanation: the cheapest set of statements that cannot all be true.

Without choices it is the cheapest negative cycle. With choices a set must fail whichever alternatives are taken; the cheapest cycle
under one way of taking them is then a lower bound, and a search over sets, best first, has the last word.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.network.branching import grow, solve
from diplotrips.checks.network.compile import indexes
from diplotrips.checks.network.cycles import Price, build_price, build_steps, cheapest_cycle

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.checks.network.branching import Answer, Growth
    from diplotrips.checks.network.compile import Program

MAX_SETS = 100_000
"""Statements of the sets that are looked at, over all explanations of a network, before the shortest found so far has to do."""

MAX_LABELS = 15_000
"""Walks that are kept, over all sets and explanations (half a second), before the same."""

FEW_BRANCHES = 64
"""Alternatives that may be tried for one question even if none are left for all."""

MAX_EXPLANATIONS = 40
"""Explanations of one network, beyond which nobody reads on."""


class Effort:
    """What is left of the bounds; one serves all explanations of a network.

    Args:
        branches: Alternatives that may be tried over all questions, before each question has to do with a few; None for as many as
            each may take.
    """

    __slots__ = ("_branches", "labels", "sets")

    def __init__(self, branches: int | None = None) -> None:
        self.sets = MAX_SETS
        self.labels = MAX_LABELS
        self._branches = branches

    @property
    def is_spent(self) -> bool:
        """Whether a bound was passed, so that no explanation is certainly a shortest one."""
        return self.sets < 0 or self.labels < 0

    def solve(self, program: Program, chosen: int) -> Answer:
        """Return a solution of the *chosen* statements of *program*, with no more alternatives than may still be tried."""
        if self._branches is None:
            return solve(program, chosen)
        answer = solve(program, chosen, max(self._branches, FEW_BRANCHES))
        self._branches -= answer.branches
        return answer


class Explanation(NamedTuple):
    """Statements that cannot all be true."""

    statements: int
    exact: bool
    """Whether it is certainly a shortest one (and so irreducible)."""


def explain(program: Program, effort: Effort) -> Explanation:
    """Return a shortest explanation of *program*, whose statements cannot all hold; *effort* is used up by what it took."""
    return _Search(program, build_price(program), effort).run()


@dataclass(slots=True)
class _Search:
    """Best-first search over sets of statements, each of which every explanation above it contains."""

    program: Program
    price: Price
    effort: Effort
    waiting: list[tuple[int, int]] = field(default_factory=lambda: [(0, 0)])
    known: set[int] = field(default_factory=lambda: {0})
    best: int | None = None
    exact: bool = True

    def run(self) -> Explanation:
        """Return the cheapest set that cannot hold."""
        while self.waiting and self.exact:
            bound, chosen = heapq.heappop(self.waiting)
            if self.best is not None and bound >= self.price.of(self.best):
                break
            self.effort.sets -= len(self.program.clauses)
            self.exact = not self.effort.is_spent
            self._look_at(bound, chosen)
        best = self.program.everything if self.best is None else self.best
        return Explanation(best if self.exact else thin(best, lambda chosen: self.effort.solve(self.program, chosen).refuted), self.exact)

    def _look_at(self, bound: int, chosen: int) -> None:
        """Take *chosen* as the best if it cannot hold, else push every set one larger that may lead to a cheaper one."""
        answer = self.effort.solve(self.program, chosen)
        if answer.graph is None:
            self.exact = self.exact and answer.exact
            if answer.refuted:
                self._improve(chosen)
            return
        growth = grow(self.program, chosen, answer.graph)
        bound = max(bound, self._bound(growth, chosen))
        missing = self.program.everything & ~growth.members
        for index in indexes(missing):
            self._push(bound, chosen | 1 << index)

    def _bound(self, growth: Growth, chosen: int) -> int:
        """Least cost of an explanation that contains *chosen*; the cheapest cycle is tried as one."""
        steps = build_steps(growth, self.program.everything, chosen, self.price)
        cycle, exact, labels = cheapest_cycle(steps, self.price, self.effort.labels)
        self.effort.labels -= labels
        self.exact = self.exact and exact
        if cycle is None:
            return 0
        union = chosen | cycle.statements
        if self.effort.solve(self.program, union).refuted:
            self._improve(union)
        return self.price.of(chosen) + cycle.cost

    def _improve(self, refuted: int) -> None:
        if self.best is None or self.price.of(refuted) < self.price.of(self.best):
            self.best = refuted

    def _push(self, bound: int, chosen: int) -> None:
        """Wait with *chosen*, unless it is known or cannot be cheaper than the best."""
        bound = max(bound, self.price.of(chosen))
        if chosen not in self.known and (self.best is None or bound < self.price.of(self.best)):
            self.known.add(chosen)
            heapq.heappush(self.waiting, (bound, chosen))


def thin(refuted: int, is_refuted: Callable[[int], bool], kept: int = 0) -> int:
    """Drop from *refuted*, last first, every statement that is not *kept* and without which the others certainly cannot hold.

    Tried for many at a time first: if all of them can be dropped, so can each in its turn.
    """
    waiting = [indexes(refuted & ~kept)]
    while waiting:
        several = waiting.pop()
        without = refuted & ~sum(1 << index for index in several)
        if is_refuted(without):
            refuted = without
        elif len(several) > 1:
            half = len(several) // 2
            waiting += [several[:half], several[half:]]
    return refuted
