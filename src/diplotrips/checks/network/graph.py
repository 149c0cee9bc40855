"""Limits that all hold, with a solution that is kept up while limits are added.

Weights are single integers, days × scale + rank; `compile` chooses the scale. Choices and statements live elsewhere.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Arc: TypeAlias = tuple[int, int, int]
"""Tail, head and weight: the value of the head is at most that of the tail plus the weight."""


class Graph:
    """Arcs over numbered nodes that can all hold.

    `solution` has one value a node and satisfies every arc. It is the greatest one without a value over 0, so each value is the
    weight of a path without a node twice: what keeps the ranks small against the scale.
    """

    __slots__ = ("leaving", "solution")

    def __init__(self, nodes: int) -> None:
        self.solution = [0] * nodes
        self.leaving: list[list[tuple[int, int]]] = [[] for _ in range(nodes)]

    def copy(self) -> Graph:
        """Return a graph with the same arcs that can be changed alone."""
        twin = Graph(0)
        twin.solution = self.solution.copy()
        twin.leaving = [arcs.copy() for arcs in self.leaving]
        return twin

    def holds(self, arcs: Iterable[Arc]) -> bool:
        """Whether the solution satisfies all of *arcs*."""
        value = self.solution
        return all(value[head] <= value[tail] + weight for tail, head, weight in arcs)

    def add(self, arcs: Sequence[Arc]) -> bool:
        """Add all of *arcs*, or none and return False if they cannot hold together with the others."""
        before = self.solution.copy()
        added: list[int] = []
        for arc in arcs:
            self.leaving[arc[0]].append((arc[1], arc[2]))
            added.append(arc[0])
            if not self._settle(arc):
                for tail in reversed(added):
                    self.leaving[tail].pop()
                self.solution = before
                return False
        return True

    def _settle(self, arc: Arc) -> bool:
        """Lower values until the new *arc* holds; False if its own tail would have to be lowered, which is a negative cycle."""
        tail, head, weight = arc
        value = self.solution
        if value[head] <= value[tail] + weight:
            return True
        if head == tail:
            return False
        value[head] = value[tail] + weight
        waiting = deque((head,))
        while waiting:
            here = waiting.popleft()
            reach = value[here]
            for there, step in self.leaving[here]:
                if reach + step < value[there]:
                    if there == tail:
                        return False
                    value[there] = reach + step
                    if there not in waiting:
                        waiting.append(there)
        return True

    def distances(self, source: int) -> list[int | None]:
        """Least weight of a path from *source* to every node; None where there is none."""
        found: list[int | None] = [None] * len(self.solution)
        found[source] = 0
        waiting = deque((source,))
        while waiting:
            here = waiting.popleft()
            reach = found[here] or 0
            for there, step in self.leaving[here]:
                known = found[there]
                if known is None or reach + step < known:
                    found[there] = reach + step
                    if there not in waiting:
                        waiting.append(there)
        return found

    def reverse(self) -> Graph:
        """Return the graph with every arc turned round; its `solution` is not one."""
        turned = Graph(len(self.solution))
        for tail, arcs in enumerate(self.leaving):
            for head, weight in arcs:
                turned.leaving[head].append((tail, weight))
        return turned
