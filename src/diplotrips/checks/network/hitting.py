"""The cheapest set that has a member of every core: which claims to remove, once it is known which cannot all be true.

A core is a set of claims of which one must go. Sets are integers with a bit a claim, as in `compile`. What claims say is not known here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.network.compile import indexes
from diplotrips.checks.network.cores import Cores

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MAX_DEPTH = 150
"""Branches within branches, before some set has to do."""


class Hitting(NamedTuple):
    """A set that has a member of every core."""

    members: int
    exact: bool
    """Whether certainly no other is cheaper."""
    steps: int
    """Claims of the branches that were looked at: what the search took."""


def cheapest_hitting(cores: Iterable[int], prices: Sequence[int], max_steps: int) -> Hitting:
    """Return the cheapest set that has a member of each of *cores*, or, if that takes more than *max_steps*, some set.

    *prices* (by claim) are such that no two sets cost the same.
    """
    search = _Search(prices, max_steps)
    found = search.run(Cores(cores), limit=1 + sum(prices), depth=0)
    return Hitting(found or 0, search.exact, search.steps)


class _Search:
    """Branch and bound over claims: each is taken, or left, which takes all that it clashes with."""

    def __init__(self, prices: Sequence[int], max_steps: int) -> None:
        self.prices = prices
        self.steps = 0
        self.max_steps = max_steps
        self.exact = True

    def run(self, cores: Cores, limit: int, depth: int) -> int | None:
        """Return the cheapest set that hits *cores* (used up) together with what is taken already; None if that costs *limit* or more."""
        cores.simplify(self.prices)
        if self._price(cores.taken) + cores.least(self.prices) >= limit:
            return None
        if cores.is_empty:
            return cores.taken
        parts = cores.parts()
        self.steps += sum(part.claims.bit_count() for part in parts)
        if self.steps > self.max_steps or depth > MAX_DEPTH:
            self.exact = False
            return self._greedy(cores, limit)
        return self._join(cores.taken, parts, limit, depth) if len(parts) > 1 else self._branch(cores, limit, depth)

    def _join(self, taken: int, parts: list[Cores], limit: int, depth: int) -> int | None:
        """Return *taken* and the cheapest set of each of *parts*, which have no claim in common."""
        least = [part.least(self.prices) for part in parts]
        spent, ahead = self._price(taken), sum(least)
        for part, bound in zip(parts, least, strict=True):
            ahead -= bound
            found = self.run(part, limit - spent - ahead, depth + 1)
            if found is None:
                return None
            spent += self._price(found)
            taken |= found
        return taken

    def _branch(self, cores: Cores, limit: int, depth: int) -> int | None:
        """Return the cheaper of the sets with and without the claim that is in most cores."""
        claim = cores.busiest(self.prices)
        best = None
        for branch in (cores.with_taken(claim), cores.with_left(claim)):
            found = self.run(branch, limit, depth + 1)
            if found is not None:
                best, limit = found, self._price(found)
        return best

    def _greedy(self, cores: Cores, limit: int) -> int | None:
        """Return some set, always taking the claim that is in most cores."""
        while not cores.is_empty:
            cores.take(cores.busiest(self.prices))
        return cores.taken if self._price(cores.taken) < limit else None

    def _price(self, claims: int) -> int:
        return sum(self.prices[claim] for claim in indexes(claims))
