"""The network against brute force: whether all can be true, why not, and which days are left."""

from __future__ import annotations

import random
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from tests.checks.network.brute_force import DAYS, TRIPS, BruteForce, Said, generated_trip

from diplotrips.checks.network import Bounds, Kind, Network

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def cost(said: Iterable[Said]) -> tuple[int, int]:
    """Return what a shortest explanation has least of: spoken statements, then statements."""
    kinds = [statement.kind for statement in said]
    return kinds.count(Kind.SPOKEN), len(kinds)


def shortest_by_force(brute: BruteForce, said: Sequence[Said]) -> tuple[int, int]:
    """Return the cost of the cheapest subset that cannot hold, all subsets tried, cheapest first."""
    subsets = [subset for size in range(1, len(said) + 1) for subset in combinations(said, size)]
    return next(cost(subset) for subset in sorted(subsets, key=cost) if not brute.can_hold(subset))


def check_consistent(network: Network[None], brute: BruteForce) -> None:
    """Hold the bounds of a consistent network to those by brute force."""
    found = network.bounds()
    assert set(found) == set(brute.nodes)
    for node in brute.nodes:
        low, high = brute.first_day_found(node, DAYS), brute.first_day_found(node, DAYS[::-1])
        assert found[node] == Bounds(low if low > DAYS[0] + 4 else None, high if high < DAYS[-1] - 4 else None)


def check_inconsistent(network: Network[None], brute: BruteForce, said: list[Said]) -> None:
    """Hold the explanations of an inconsistent network to brute force."""
    explanation = network.explanation()
    assert explanation is not None
    assert not brute.can_hold(explanation)
    assert all(brute.can_hold(subset) for subset in combinations(explanation, len(explanation) - 1))
    assert cost(explanation) == shortest_by_force(brute, said)
    found = [each.statements for each in network.explanations()]
    assert found[0] == explanation
    dropped = {max(each, key=lambda one: (one.kind is Kind.SPOKEN, one.id)).id for each in found}
    assert len(dropped) == len(found)
    assert brute.can_hold([one for one in said if one.id not in dropped])


@pytest.mark.parametrize("part", range(4))
def test_agrees_with_brute_force(part: int) -> None:
    """Consistency, shortest explanations and bounds are those found by trying everything, and the order of statements changes nothing."""
    for seed in range(part, TRIPS, 4):
        said = generated_trip(seed)
        network, brute = Network(said), BruteForce(said)
        assert network.exact
        assert network.is_consistent() == brute.can_hold(said), seed
        if network.is_consistent():
            check_consistent(network, brute)
        else:
            check_inconsistent(network, brute, said)
        shuffled = Network(random.Random(seed).sample(said, len(said)))
        assert (shuffled.explanations(), shuffled.bounds()) == (network.explanations(), network.bounds())
