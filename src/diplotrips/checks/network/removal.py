"""The cheapest set of claims without which everything else can be true.

Found by an implicit hitting set (Moreno-Centeno & Karp 2013): of the cores known so far the cheapest hitting set, then the cores that it
leaves, until it leaves none. Why each claim of it must go is explained in `conflicts`.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.network.branching import grow, grow_by, most_branches, solve
from diplotrips.checks.network.compile import indexes, only, relax
from diplotrips.checks.network.cycles import Price, build_steps, cheapest_cycle
from diplotrips.checks.network.explain import FEW_BRANCHES, thin
from diplotrips.checks.network.graph import Graph
from diplotrips.checks.network.hitting import cheapest_hitting
from diplotrips.checks.network.small_cores import small_cores

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.checks.network.compile import Program

MAX_WORK = 100_000
"""Statements of the networks in which a core is looked for (a second), before claims are removed one by one."""

MAX_STEPS = 20_000
"""Claims looked at in the search for cheapest hitting sets (half a second), before the same."""

MAX_LABELS = 2_000
"""Walks that are kept in the search for one core, before any core has to do."""

MAX_BRANCHINGS = 8
"""How often one question may take as many branches as a question may, over all questions."""


class Removal(NamedTuple):
    """A set of claims without which everything else can be true, and whether it certainly is the cheapest."""

    claims: int
    exact: bool


def cheapest_removal(program: Program, claims: int, prices: Sequence[int]) -> Removal:
    """Return the cheapest set of *claims* of *program* without which all other statements can be true.

    Args:
        program: Its statements that are no claims can all be true.
        claims: Those that may be removed.
        prices: Of each statement; no two sets of claims cost the same.

    Past a bound it is a set that no claim can be taken out of, but that may not be the cheapest.
    """
    return _Search(program, claims, prices).run()


class _Search:
    """Cores found so far, and what is left of the bounds."""

    def __init__(self, program: Program, claims: int, prices: Sequence[int]) -> None:
        self.program = program
        self.claims = claims
        self.certain = program.everything & ~claims
        self.prices = prices
        self.branches_left = MAX_BRANCHINGS * most_branches(program)
        self.work_left = MAX_WORK
        self.steps_left = MAX_STEPS

    def run(self) -> Removal:
        """Return the cheapest hitting set of all cores; past a bound, what is left out of growing greedily."""
        cores = small_cores(self.program, indexes(self.certain), indexes(self.claims))
        while True:
            hitting = cheapest_hitting(cores, self.prices, self.steps_left)
            self.steps_left -= hitting.steps
            rest = self.program.everything & ~hitting.members
            left = self._disjoint_cores(rest) if hitting.exact else []
            if not left:
                break
            cores += left
        # All cores are real, however they were found, so no cheaper set would do.
        if hitting.exact and solve(self.program, rest, self.branches_left).graph is not None:
            return Removal(hitting.members, exact=True)
        return Removal(self._left_out(hitting.members), exact=False)

    def _disjoint_cores(self, chosen: int) -> list[int]:
        """Return cores of the *chosen* statements that have no claim in common, until there are no more or the bound is passed."""
        found: list[int] = []
        while min(self.work_left, self.branches_left) > 0 and self._is_refuted(chosen):
            self.work_left -= len(self.program.clauses)
            found.append(self._core(chosen))
            chosen &= ~found[-1]
        return found

    def _core(self, chosen: int) -> int:
        """Return claims of *chosen*, which cannot all be true, none of which can be spared."""
        claims = chosen & self.claims & self._cycle(chosen)
        if not self._is_refuted(self.certain | claims):
            claims = chosen & self.claims
        return thin(self.certain | claims, self._is_refuted, kept=self.certain) & self.claims

    def _cycle(self, chosen: int) -> int:
        """Return the fewest statements that make a negative cycle under some way to take the choices of the *chosen* ones."""
        graph = solve(self.program, self.certain).graph
        if graph is None:
            return 0
        price = Price(self.claims, 1)
        growth = grow(only(self.program, chosen), self.certain, graph)
        cycle = cheapest_cycle(build_steps(growth, chosen, self.certain, price), price, MAX_LABELS).cycle
        return 0 if cycle is None else cycle.statements

    def _is_refuted(self, chosen: int) -> bool:
        """Whether the *chosen* statements cannot all be true; past the bound on branching, with choices relaxed."""
        answer = solve(self.program, chosen, self.branches_left)
        self.branches_left -= answer.branches
        return answer.refuted if answer.exact else solve(self._relaxed, chosen).refuted

    def _left_out(self, suspects: int) -> int:
        """Return the claims that are left out when every one that still can be true is taken on, the *suspects* last, dear ones first."""
        graph = solve(self.program, self.certain).graph
        program = self._relaxed if graph is None else self.program
        graph = graph or solve(program, self.certain).graph or Graph(len(program.nodes))
        order = sorted(indexes(self.claims), key=lambda claim: (suspects >> claim & 1, -self.prices[claim]))
        members = grow_by(order, program, self.certain, graph).members
        for claim in order:
            # Growing takes the first alternatives that it can; with others there may be room.
            if not members >> claim & 1 and solve(program, members | 1 << claim, FEW_BRANCHES).graph is not None:
                members |= 1 << claim
        return self.claims & ~members

    @cached_property
    def _relaxed(self) -> Program:
        return relax(self.program)
