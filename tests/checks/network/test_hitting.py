"""The cheapest hitting set against brute force: every set of claims tried."""

from __future__ import annotations

import random
from itertools import combinations
from typing import TYPE_CHECKING

from diplotrips.checks.network.hitting import cheapest_hitting

if TYPE_CHECKING:
    from collections.abc import Sequence

MANY = 10**9


def generated_cores(rng: random.Random, claims: int) -> list[int]:
    """Return cores of one to four of so many claims, pairs most often."""
    sizes = rng.choices([1, 2, 3, 4], [1, 12, 6, 3], k=rng.randint(1, 14))
    return [sum(1 << claim for claim in rng.sample(range(claims), size)) for size in sizes]


def by_force(cores: Sequence[int], prices: Sequence[int]) -> int:
    """Return the cheapest set that has a member of every core."""
    sets = range(1 << len(prices))
    hitting = (one for one in sets if all(one & core for core in cores))
    return min(hitting, key=lambda one: sum(price for claim, price in enumerate(prices) if one >> claim & 1))


def test_cheapest_set_is_found() -> None:
    """For 400 generated sets of cores the set found is the cheapest of all, whatever the prices and the order of the cores."""
    for seed in range(400):
        rng = random.Random(seed)
        claims = rng.randint(4, 9)
        cores = generated_cores(rng, claims)
        # The last bits make the prices of all sets differ.
        prices = [(rng.choice([4, 4, 5, 9]) << 10) + (1 << claim) for claim in range(claims)]

        found = cheapest_hitting(cores, prices, MANY)

        assert (found.members, found.exact) == (by_force(cores, prices), True)
        assert cheapest_hitting(cores[::-1], prices, MANY) == found


def test_past_the_bound_every_core_is_still_hit() -> None:
    """With no step allowed the set still has a member of every core, and says that it may not be the cheapest."""
    cores = [1 << one | 1 << (one + step) % 11 for one in range(11) for step in (1, 3)]

    found = cheapest_hitting(cores, [64 + claim for claim in range(11)], 0)

    assert all(found.members & core for core in cores)
    assert not found.exact


def test_claims_that_all_contradict_each_other_need_no_branching() -> None:
    """Of 60 claims each of which contradicts each, all but the dearest go, in no more steps than there are claims."""
    found = cheapest_hitting([1 << one | 1 << other for one, other in combinations(range(60), 2)], range(100, 160), 0)

    assert (found.members, found.exact) == ((1 << 59) - 1, True)
