"""Claims that contradict what is certain, and pairs of claims that contradict each other: seen from distances, without a search.

A cheap start for `removal`, which finds the cores that are not of this kind: those of three claims or more, those that need a choice
of what is certain, and those in which one claim is used at two places.
"""

from __future__ import annotations

from functools import reduce
from itertools import combinations, product
from math import prod
from operator import or_
from typing import TYPE_CHECKING, TypeAlias

from diplotrips.checks.network.graph import Graph

if TYPE_CHECKING:
    from diplotrips.checks.network.compile import Arcs, Clause, Program
    from diplotrips.checks.network.graph import Arc

MAX_WAYS = 4
"""Ways to take the choices of one claim; a claim with more is left to the search."""

MAX_ARCS = 1000
"""Different arcs of claims that are compared each with each (a tenth of a second); claims with more are left to the search."""

Ways: TypeAlias = dict[int, list["Arcs"]]
"""Of every claim: the arcs of each way to take its choices."""


def small_cores(program: Program, certain: list[int], claims: list[int]) -> list[int]:
    """Return the cores of one and of two *claims* of *program* that are seen at once; the *certain* statements can all hold."""
    ways = _ways(program, claims)
    arcs = sorted({arc for several in ways.values() for way in several for arc in way})
    against = _compare(arcs, _distances(program, certain, arcs))
    number = {arc: index for index, arc in enumerate(arcs)}
    own = {claim: [sum(1 << number[arc] for arc in set(way)) for way in several] for claim, several in ways.items()}
    foes = {claim: [reduce(or_, (against[number[arc]] for arc in way), 0) for way in several] for claim, several in ways.items()}
    alone = [claim for claim in ways if all(way & foe for way, foe in zip(own[claim], foes[claim], strict=True))]
    left = sorted(claim for claim in ways.keys() - set(alone) if all(foes[claim]))
    pairs = [(one, other) for one, other in combinations(left, 2) if all(foe & way for foe in foes[one] for way in own[other])]
    return [1 << claim for claim in alone] + [1 << one | 1 << other for one, other in pairs]


def _ways(program: Program, claims: list[int]) -> Ways:
    """Return the ways to take each of *claims*, without those that have too many, and without the last ones once there are enough arcs."""
    found: Ways = {}
    seen: set[Arc] = set()
    for claim in claims:
        ways = _ways_of(program.clauses[claim])
        seen.update(arc for way in ways for arc in way)
        if len(seen) > MAX_ARCS:
            break
        if ways:
            found[claim] = ways
    return found


def _ways_of(clause: Clause) -> list[Arcs]:
    """Return the arcs of each way to take the choices of *clause*; none if there are too many."""
    if prod(len(choice) for choice in clause.choices) > MAX_WAYS:
        return []
    return [clause.arcs + tuple(arc for arcs in taken for arc in arcs) for taken in product(*clause.choices)]


def _distances(program: Program, certain: list[int], arcs: list[Arc]) -> dict[int, list[int | None]]:
    """Return the distances, under what is certain in any case, from the head of each of *arcs*."""
    graph = Graph(len(program.nodes))
    for index in certain:
        graph.add(program.clauses[index].arcs)
    return {head: graph.distances(head) for head in sorted({head for _, head, _ in arcs})}


def _compare(arcs: list[Arc], distances: dict[int, list[int | None]]) -> list[int]:
    """Return for each of *arcs* the set of those that close a negative cycle with it, be it the same one."""
    against = [0] * len(arcs)
    for one, (tail, head, weight) in enumerate(arcs):
        onward, loop = distances[head], distances[head][tail]
        if loop is not None and weight + loop < 0:
            against[one] |= 1 << one
        for other in range(one):
            other_tail, other_head, other_weight = arcs[other]
            there, back = onward[other_tail], distances[other_head][tail]
            if there is not None and back is not None and weight + there + other_weight + back < 0:
                against[one] |= 1 << other
                against[other] |= 1 << one
    return against
