"""One concrete solution of a network, and whether a statement holds in it: the quick look before anything is searched.

It is sound whatever the solution: statements that all hold in one can all be true. Those that do not may still be able to be true in
another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from diplotrips.checks.network.limits import Node

if TYPE_CHECKING:
    from diplotrips.checks.network.compile import Program
    from diplotrips.checks.network.graph import Graph
    from diplotrips.checks.network.limits import Limit, Limits
    from diplotrips.checks.network.statement import P, Statement


class Moment(NamedTuple):
    """A day and, within the day, a rank; days are compared first."""

    day: int
    rank: int


Solution: TypeAlias = dict[Node, Moment]
"""A moment for every node of a network, the calendar too."""


def earliest_solution(program: Program, graph: Graph) -> Solution:
    """Return the earliest moment of every node of *program*, with those alternatives of its choices that *graph*, a solution, satisfies.

    A node without an earliest moment gets the latest one that the others leave it; one that nothing bounds gets any.
    """
    settled = graph.copy()
    for choice in (choice for clause in program.clauses for choice in clause.choices):
        settled.add(next(arcs for arcs in choice if graph.holds(arcs)))
    _put_early(settled)
    settled.add([(node, 0, -high) for node, high in enumerate(settled.distances(0)) if high is not None])
    _put_early(settled)  # those that only others bound, which have been put late
    values = settled.solution
    return {node: _moment(program, value - values[0]) for node, value in zip(program.nodes, values, strict=True)}


def _put_early(graph: Graph) -> None:
    """Put every node of *graph* that has an earliest moment on it."""
    graph.add([(0, node, -low) for node, low in enumerate(graph.reverse().distances(0)) if low is not None])


def _moment(program: Program, weight: int) -> Moment:
    day = program.days(weight)
    return Moment(day, weight - day * program.scale)


def holds(statement: Statement[P], solution: Solution) -> bool:
    """Whether *statement* is true in *solution*: all its limits hold, and of each choice an alternative.

    A node that the solution does not know makes the statement one that is not known to hold.
    """
    return _all_hold(statement.limits, solution) and all(
        any(_all_hold(limits, solution) for limits in choice) for choice in statement.choices
    )


def _all_hold(limits: Limits, solution: Solution) -> bool:
    return all(_holds(limit, solution) for limit in limits)


def _holds(limit: Limit, solution: Solution) -> bool:
    one, other = solution.get(limit.node), solution.get(limit.other)
    if one is None or other is None:
        return False
    gap = one.day - other.day
    if limit.rank is None or gap != limit.days:
        return gap <= limit.days
    return one.rank - other.rank <= limit.rank
