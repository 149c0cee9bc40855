"""The days that are left to every node by statements that can all hold.

Over choices: from the earliest to the latest day of any consistent way to take them.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from diplotrips.checks.network.branching import branches, first_open, is_open, most_branches
from diplotrips.checks.network.graph import Graph

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.checks.network.compile import Arcs, Program


class Bounds(NamedTuple):
    """First and last day that a node can have; None where nothing bounds it."""

    earliest: int | None
    latest: int | None


Spans: TypeAlias = tuple[Bounds, ...]
"""Bounds of every node, by number."""


class Tightest(NamedTuple):
    """Bounds of every node, and whether they are exact (else some may be too wide, none too tight)."""

    spans: Spans
    exact: bool


def find_bounds(program: Program) -> Tightest:
    """Return the tightest bounds of all nodes of *program*, whose statements can all hold.

    A branch that cannot widen what was found is not followed.
    """
    root = Graph(len(program.nodes))
    for clause in program.clauses:
        root.add(clause.arcs)
    choices = _undecided(root, [choice for clause in program.clauses for choice in clause.choices])
    waiting, hull, tried, most = [root], None, 0, most_branches(program)
    while waiting:
        graph = waiting.pop()
        spans = _spans(graph, program)
        if hull is not None and _unite(hull, spans) == hull:
            continue
        choice = _first_undecided(graph, choices) if tried <= most else None
        tried += 0 if choice is None else len(choice)
        if choice is None or tried > most:
            hull = spans if hull is None else _unite(hull, spans)
        else:
            waiting += reversed(branches(graph, choice))
    return Tightest(hull or (), tried <= most)


def _undecided(root: Graph, choices: list[tuple[Arcs, ...]]) -> list[tuple[Arcs, ...]]:
    """Add to *root* the arcs of every choice of which only one alternative is possible, and return the other choices."""
    left = []
    for choice in choices:
        possible = tuple(arcs for arcs in choice if is_open(root, arcs))
        if len(possible) == 1:
            root.add(possible[0])
        else:
            left.append(possible)
    return left


def _first_undecided(graph: Graph, choices: list[tuple[Arcs, ...]]) -> tuple[Arcs, ...] | None:
    """Return the first of *choices* that does not follow from the arcs of *graph*, be it that its solution satisfies it."""
    distances = cache(graph.distances)
    return first_open(graph, choices) or next((choice for choice in choices if not any(_follows(distances, arcs) for arcs in choice)), None)


def _follows(distances: Callable[[int], list[int | None]], arcs: Arcs) -> bool:
    """Whether every solution of the graph that has these *distances* satisfies *arcs*."""
    for tail, head, weight in arcs:
        least = distances(tail)[head]
        if least is None or least > weight:
            return False
    return True


def _spans(graph: Graph, program: Program) -> Spans:
    """Return the bounds of all nodes under the arcs of *graph* alone."""
    latest = graph.distances(0)
    earliest = graph.reverse().distances(0)
    return tuple(
        Bounds(None if low is None else -program.days(low), None if high is None else program.days(high))
        for low, high in zip(earliest, latest, strict=True)
    )


def _unite(one: Spans, other: Spans) -> Spans:
    """Return the spans that hold both."""
    pairs = zip(one, other, strict=True)
    return tuple(Bounds(_outer(a.earliest, b.earliest, -1), _outer(a.latest, b.latest, 1)) for a, b in pairs)


def _outer(one: int | None, other: int | None, side: int) -> int | None:
    """Return the day further out; *side* is 1 for latest days, -1 for earliest ones."""
    return None if one is None or other is None else side * max(side * one, side * other)
