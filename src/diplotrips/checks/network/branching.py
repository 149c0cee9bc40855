"""Whether a set of statements can all hold: limits by the graph, choices by branching.

Branching is lazy: a choice is only branched on while the solution at hand satisfies none of its alternatives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.network.compile import indexes
from diplotrips.checks.network.graph import Graph

if TYPE_CHECKING:
    from diplotrips.checks.network.compile import Arcs, Clause, Program

MAX_BRANCHES = 4096
"""Alternatives that are tried for one question before the answer is "not known"."""

MAX_WORK = 400_000
"""The same for large networks, in which an alternative takes longer: alternatives times the square of the nodes (half a second)."""

FEW = 4
"""Statements that may be left out before growing is tried in another order."""


class Answer(NamedTuple):
    """A graph whose solution satisfies every statement asked about, or None where there is none."""

    graph: Graph | None
    exact: bool
    """False if the bound on branching was passed, so that there is no answer (and no graph)."""
    branches: int = 0
    """Alternatives that were tried."""

    @property
    def refuted(self) -> bool:
        """Whether the statements certainly cannot all hold."""
        return self.graph is None and self.exact


def solve(program: Program, chosen: int, most: int | None = None) -> Answer:
    """Return a solution of the *chosen* statements of *program*; *most* bounds the alternatives that are tried further."""
    root = Graph(len(program.nodes))
    members = indexes(chosen)
    for index in members:
        if not root.add(program.clauses[index].arcs):
            return Answer(None, exact=True)
    choices = [choice for index in members for choice in program.clauses[index].choices]
    # Said at once, and not only when all choices before it have been branched on.
    if any(not any(is_open(root, arcs) for arcs in choice) for choice in choices):
        return Answer(None, exact=True)
    waiting, tried = [root], 0
    most = most_branches(program) if most is None else min(most, most_branches(program))
    while waiting:
        graph = waiting.pop()
        choice = first_open(graph, choices)
        if choice is None:
            return Answer(graph, exact=True, branches=tried)
        tried += len(choice)
        if tried > most:
            return Answer(None, exact=False, branches=tried)
        waiting += reversed(branches(graph, choice))
    return Answer(None, exact=True, branches=tried)


def most_branches(program: Program) -> int:
    """Return how many alternatives may be tried for one question about *program*."""
    return min(MAX_BRANCHES, MAX_WORK // len(program.nodes) ** 2)


def is_open(graph: Graph, arcs: Arcs) -> bool:
    """Whether *graph*, which stays as it is, could take on *arcs*."""
    return graph.holds(arcs) or graph.copy().add(arcs)


def first_open(graph: Graph, choices: list[tuple[Arcs, ...]]) -> tuple[Arcs, ...] | None:
    """Return the first of *choices* of which the solution of *graph* satisfies no alternative."""
    return next((choice for choice in choices if not any(graph.holds(arcs) for arcs in choice)), None)


def branches(graph: Graph, choice: tuple[Arcs, ...]) -> list[Graph]:
    """Return *graph* with each alternative of *choice* that it can take on."""
    twins = ((graph.copy(), arcs) for arcs in choice)
    return [twin for twin, arcs in twins if twin.add(arcs)]


class Growth(NamedTuple):
    """A set of statements that can all hold, grown as far as greedily possible."""

    members: int
    graph: Graph
    picks: tuple[Arcs, ...]
    """For every statement of the program its arcs and those of one alternative of each choice; satisfied for the members."""


def grow(program: Program, chosen: int, graph: Graph) -> Growth:
    """Grow *chosen*, which hold in *graph* (used up), by the other statements of *program*.

    Done in order and again the other way round; the one that leaves out fewer is returned, since few are left out where the many
    that agree came before the few that do not.
    """
    others = indexes(program.everything & ~chosen)
    first = grow_by(others, program, chosen, graph.copy())
    if len(others) - (first.members & ~chosen).bit_count() <= FEW:
        return first
    spoken_last = sorted(others, key=lambda index: (program.clauses[index].spoken, -index))
    second = grow_by(spoken_last, program, chosen, graph)
    return max(first, second, key=lambda growth: growth.members.bit_count())


def grow_by(others: list[int], program: Program, chosen: int, graph: Graph) -> Growth:
    """Grow *chosen* by *others*, in their order."""
    picks: list[Arcs] = [clause.arcs + tuple(arc for choice in clause.choices for arc in choice[0]) for clause in program.clauses]
    members = chosen
    for index in indexes(chosen):
        clause = program.clauses[index]
        taken = [next(arcs for arcs in choice if graph.holds(arcs)) for choice in clause.choices]
        picks[index] = clause.arcs + tuple(arc for arcs in taken for arc in arcs)
        graph.add(picks[index])
    for index in others:
        taken_on = _take_on(graph, program.clauses[index])
        if taken_on is not None:
            picks[index], graph = taken_on
            members |= 1 << index
    return Growth(members, graph, tuple(picks))


def _take_on(graph: Graph, clause: Clause) -> tuple[Arcs, Graph] | None:
    """Return the arcs by which *graph* takes on *clause*, and the graph with them; None (and the graph unchanged) if it cannot."""
    if not clause.choices:
        return (clause.arcs, graph) if graph.add(clause.arcs) else None
    twin = graph.copy()
    taken = clause.arcs
    if not twin.add(clause.arcs):
        return None
    for choice in clause.choices:
        arcs = next((arcs for arcs in choice if twin.add(arcs)), None)
        if arcs is None:
            return None
        taken += arcs
    return taken, twin
