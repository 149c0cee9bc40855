"""The claims that must go, and why, against brute force: every set of claims tried, the smallest first."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from tests.checks.network.brute_force import TRIPS, BruteForce, Said, generated_trip

from diplotrips.checks.network import Kind, Network, branching, holds, removal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from types import ModuleType


def claimed_trip(seed: int) -> list[Said]:
    """Return the statements of a small trip, most of which are claims of one to three sources."""
    rng = random.Random(seed)
    spoken = rng.choice([0, 0, 0.2, 0.5])
    return [
        replace(said, kind=Kind.CLAIMED, witnesses=rng.randint(1, 3)) if said.kind is Kind.SPOKEN and rng.random() >= spoken else said
        for said in generated_trip(seed, most_said=8)
    ]


def size(claims: Sequence[Said]) -> tuple[int, int, list[int]]:
    """Return that by which sets of claims are compared."""
    return len(claims), sum(said.witnesses for said in claims), sorted(said.id for said in claims)


def cost(said: Sequence[Said]) -> tuple[int, int]:
    """Return that by which explanations are compared."""
    return sum(one.kind is not Kind.STRUCTURE for one in said), len(said)


def subsets(said: Sequence[Said]) -> Iterable[tuple[Said, ...]]:
    """Return all subsets, also the empty one."""
    return (subset for number in range(len(said) + 1) for subset in combinations(said, number))


def without(said: Iterable[Said], dropped: Iterable[Said]) -> list[Said]:
    """Return the statements that are not *dropped*."""
    ids = {one.id for one in dropped}
    return [one for one in said if one.id not in ids]


def smallest_by_force(brute: BruteForce, said: Sequence[Said]) -> tuple[Said, ...]:
    """Return the smallest set of claims without which the others can hold."""
    claims = [one for one in said if one.kind is Kind.CLAIMED]
    return next(subset for subset in sorted(subsets(claims), key=size) if brute.can_hold(without(said, subset)))


def shortest_by_force(brute: BruteForce, said: Sequence[Said], member: Said) -> tuple[int, int]:
    """Return the cost of the cheapest set with *member* that cannot hold."""
    others = subsets(without(said, [member]))
    return next(cost(subset) for subset in sorted(((member, *other) for other in others), key=cost) if not brute.can_hold(subset))


def check_conflicts(network: Network[None], brute: BruteForce, said: list[Said]) -> None:
    """Hold the conflicts of a network whose record can hold to brute force."""
    conflicts = network.conflicts()
    removed = [conflict.removed for conflict in conflicts]
    assert tuple(removed) == smallest_by_force(brute, said)
    assert network.without(removed).is_consistent()
    for conflict in conflicts:
        assert conflict.is_shortest
        assert set(conflict.explanation) & set(removed) == {conflict.removed}
        assert not brute.can_hold(conflict.explanation)
        assert all(brute.can_hold(without(conflict.explanation, [one])) for one in conflict.explanation)
        left = without(said, (one for one in removed if one is not conflict.removed))
        assert cost(conflict.explanation) == shortest_by_force(brute, left, conflict.removed)


@pytest.mark.parametrize("part", range(4))
def test_agrees_with_brute_force(part: int) -> None:
    """The removed claims are the smallest set, each explanation is a shortest one, and the order of statements changes nothing."""
    for seed in range(part, TRIPS, 4):
        said = claimed_trip(seed)
        network, brute = Network(said), BruteForce(said)
        if brute.can_hold([one for one in said if one.kind is not Kind.CLAIMED]):
            check_conflicts(network, brute, said)
            assert Network(random.Random(seed).sample(said, len(said))).conflicts() == network.conflicts(), seed
        else:
            with pytest.raises(ValueError, match=r"^not even the statements that are no claims can all be true$"):
                network.conflicts()


@pytest.mark.parametrize(("module", "bound"), [(removal, "MAX_WORK"), (removal, "MAX_STEPS"), (branching, "MAX_BRANCHES")])
def test_past_a_bound_conflicts_are_real(module: ModuleType, bound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A search that is cut short removes claims each of which must go for what is left, and says so where fewer would do."""
    monkeypatch.setattr(module, bound, 0)
    for seed in range(TRIPS // 5):
        said = claimed_trip(seed)
        network, brute = Network(said), BruteForce(said)
        if not brute.can_hold([one for one in said if one.kind is not Kind.CLAIMED]):
            continue
        conflicts = network.conflicts()
        removed = [conflict.removed for conflict in conflicts]
        assert network.without(removed).is_consistent()
        assert brute.can_hold(without(said, removed)) or bound == "MAX_BRANCHES"
        assert (
            tuple(removed) == smallest_by_force(brute, said) or not all(conflict.is_shortest for conflict in conflicts) or not network.exact
        )
        for conflict in conflicts:
            assert set(conflict.explanation) & set(removed) == {conflict.removed}
            assert not brute.can_hold(conflict.explanation)
            assert bound == "MAX_BRANCHES" or all(brute.can_hold(without(conflict.explanation, [one])) for one in conflict.explanation)


@pytest.mark.parametrize("honours_claims", [False, True])
def test_whatever_holds_in_one_solution_can_be_true(honours_claims: bool) -> None:  # noqa: FBT001  one of two ways
    """Of the claims of generated trips, those that hold in one solution of the record can all be true together with it."""
    for seed in range(TRIPS):
        said = claimed_trip(seed)
        network = Network(one for one in said if one.kind is not Kind.CLAIMED)
        solution = network.solution(one for one in said if honours_claims and one.kind is Kind.CLAIMED)
        if solution is None:
            assert not network.is_consistent()
        else:
            assert all(holds(one, solution) for one in network.statements)
            assert Network(one for one in said if holds(one, solution)).is_consistent()
