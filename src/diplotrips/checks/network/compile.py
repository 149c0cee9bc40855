"""Statements as integers: nodes numbered, (days, rank) as one weight, limits as arcs.

Nothing is decided here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from diplotrips.checks.network.limits import CALENDAR, Limit, Limits, Node
from diplotrips.checks.network.statement import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diplotrips.checks.network.graph import Arc
    from diplotrips.checks.network.statement import Statement

P = TypeVar("P")

Arcs: TypeAlias = "tuple[Arc, ...]"


@dataclass(frozen=True, slots=True)
class Clause:
    """One statement as arcs."""

    arcs: Arcs
    choices: tuple[tuple[Arcs, ...], ...]
    spoken: bool
    """Whether somebody says it, be it the record or a source."""


@dataclass(frozen=True, slots=True)
class Program:
    """All statements of a network as arcs; a set of statements is an integer with bit *i* for clause *i*."""

    clauses: tuple[Clause, ...]
    nodes: tuple[Node, ...]
    """By number; the calendar is number 0."""

    scale: int
    """Weight of one day."""

    @property
    def everything(self) -> int:
        """The set of all statements."""
        return (1 << len(self.clauses)) - 1

    @property
    def spoken(self) -> int:
        """The set of spoken statements."""
        return sum(1 << index for index, clause in enumerate(self.clauses) if clause.spoken)

    def days(self, weight: int) -> int:
        """Whole days of a *weight*, the rank taken off."""
        return (weight + self.scale // 2) // self.scale


def indexes(chosen: int) -> list[int]:
    """Numbers of the statements in a set, ascending."""
    found = []
    while chosen:
        lowest = chosen & -chosen
        found.append(lowest.bit_length() - 1)
        chosen ^= lowest
    return found


def _limits(statements: Iterable[Statement[P]]) -> list[Limit]:
    """Every limit of *statements*, those of alternatives too."""
    found: list[Limit] = []
    for statement in statements:
        found += statement.limits
        found += [limit for choice in statement.choices for limits in choice for limit in limits]
    return found


def build_program(statements: Sequence[Statement[P]]) -> Program:
    """Return *statements* (in the order given) as arcs.

    The slack of a limit on days alone is above what all "before" together cost, so on a cycle one such limit outweighs every
    rank, and only the days decide. A cycle or path without a node twice has at most as many arcs as there are nodes, so its ranks
    add up to less than nodes × slack; eight times that is a day, which leaves the order of weights that of (days, rank) for every
    sum and difference that is ever compared (a path, an arc and the difference of two solutions).
    """
    limits = _limits(statements)
    nodes = tuple(dict.fromkeys([CALENDAR, *(node for statement in statements for node in statement.nodes())]))
    slack = 1 + sum(-limit.rank for limit in limits if limit.rank is not None)
    scale = 8 * slack * (len(nodes) + 2)
    number = {node: index for index, node in enumerate(nodes)}

    def arcs(given: Limits) -> Arcs:
        return tuple(
            (number[limit.other], number[limit.node], limit.days * scale + (slack if limit.rank is None else limit.rank)) for limit in given
        )

    clauses = tuple(
        Clause(
            arcs=arcs(statement.limits),
            choices=tuple(tuple(arcs(limits) for limits in choice) for choice in statement.choices),
            spoken=statement.kind is not Kind.STRUCTURE,
        )
        for statement in statements
    )
    return Program(clauses, nodes, scale)


def only(program: Program, chosen: int) -> Program:
    """Return *program* with the statements that are not *chosen* emptied, so that the numbers of the others stay."""
    clauses = tuple(clause if chosen >> index & 1 else _EMPTY for index, clause in enumerate(program.clauses))
    return Program(clauses, program.nodes, program.scale)


_EMPTY = Clause((), (), spoken=False)


def relax(program: Program) -> Program:
    """Return *program* with every choice replaced by its hull: of each arc that all alternatives have, the loosest."""
    clauses = tuple(
        Clause(clause.arcs + tuple(arc for choice in clause.choices for arc in _hull(choice)), (), clause.spoken)
        for clause in program.clauses
    )
    return Program(clauses, program.nodes, program.scale)


def _hull(choice: tuple[Arcs, ...]) -> Arcs:
    """Arcs that follow from every alternative of *choice*."""
    tightest: list[dict[tuple[int, int], int]] = []
    for arcs in choice:
        own: dict[tuple[int, int], int] = {}
        for tail, head, weight in arcs:
            own[tail, head] = min(weight, own.get((tail, head), weight))
        tightest.append(own)
    shared = [pair for pair in tightest[0] if all(pair in own for own in tightest)]
    return tuple((tail, head, max(own[tail, head] for own in tightest)) for tail, head in shared)
