"""A network of statements: can they all be true, why not, and which days are left.

This is what checks use; how it is decided lies in the other modules of this folder.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Generic, NamedTuple

from diplotrips.checks.network.bounds import Bounds, find_bounds
from diplotrips.checks.network.branching import MAX_BRANCHES, grow_by, solve
from diplotrips.checks.network.compile import build_program, indexes, only, relax
from diplotrips.checks.network.conflicts import Conflict, removal_prices
from diplotrips.checks.network.explain import MAX_EXPLANATIONS, Effort, explain
from diplotrips.checks.network.limits import CALENDAR
from diplotrips.checks.network.removal import Removal, cheapest_removal
from diplotrips.checks.network.solution import earliest_solution
from diplotrips.checks.network.statement import Kind, P, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplotrips.checks.network.bounds import Tightest
    from diplotrips.checks.network.compile import Program
    from diplotrips.checks.network.explain import Explanation
    from diplotrips.checks.network.limits import Node
    from diplotrips.checks.network.solution import Solution


_ORDER = {kind: order for order, kind in enumerate(Kind)}


class _Verdict(NamedTuple):
    """The statements as arcs, and whether they certainly cannot all hold."""

    program: Program
    is_refuted: bool
    is_relaxed: bool
    """Whether the bound on branching was passed and `program` has hulls in place of choices."""


def _judge(program: Program, chosen: int) -> _Verdict:
    """Say whether the *chosen* statements of *program* can all hold."""
    answer = solve(program, chosen)
    if answer.exact:
        return _Verdict(program, answer.refuted, is_relaxed=False)
    hull = relax(program)
    return _Verdict(hull, solve(hull, chosen).refuted, is_relaxed=True)


class Explained(NamedTuple, Generic[P]):
    """One reason why statements cannot all be true."""

    statements: tuple[Statement[P], ...]
    is_shortest: bool
    """False if a bound of the search was passed, so that fewer statements might do."""

    @property
    def blamed(self) -> Statement[P]:
        """The statement with the highest id that somebody makes; where nobody makes any, the highest id."""
        return max(self.statements, key=lambda statement: (statement.kind is not Kind.STRUCTURE, statement.id))


class Network(Generic[P]):
    """Statements about one trip, taken together; the order in which they are given changes nothing.

    Args:
        statements: Their ids must differ.
        is_whole: False if statements were left out because there are too many; nothing is `exact` then.
        effort: What may be spent on explanations; None for as much as one network may take.

    Raises:
        ValueError: two statements have one id.
    """

    def __init__(self, statements: Iterable[Statement[P]], *, is_whole: bool = True, effort: Effort | None = None) -> None:
        # Structure first: what is grown greedily then leaves out what somebody says, of which explanations are made.
        self.statements = tuple(sorted(statements, key=lambda statement: (_ORDER[statement.kind], statement.id)))
        """Structural ones first, then those of the record, then claims; each kind by id."""
        if len({statement.id for statement in self.statements}) < len(self.statements):
            raise ValueError("two statements of one network have the same id")
        self._is_whole = is_whole
        self._effort = effort or Effort()

    def without(self, dropped: Iterable[Statement[P]]) -> Network[P]:
        """Return the network of all statements but the *dropped* ones; what may be spent on explanations is spent by both."""
        ids = {statement.id for statement in dropped}
        left = (statement for statement in self.statements if statement.id not in ids)
        return Network(left, is_whole=self._is_whole, effort=self._effort)

    def is_consistent(self) -> bool:
        """Whether all statements can be true; past the bound on branching, whether it was not shown that they cannot."""
        return not self._verdict.is_refuted

    def explanation(self) -> tuple[Statement[P], ...] | None:
        """Return a shortest set of statements that cannot all be true, sorted by id; None if all can.

        It has the fewest statements that somebody makes, and of those sets the fewest statements, so every proper subset can be true.
        Which one of several equally short ones depends on ids alone. Where `exact` is False it may be longer than need be.
        """
        found = self._explanation
        return None if found is None else self._pick(found.statements)

    def explanations(self, most: int = MAX_EXPLANATIONS) -> list[Explained[P]]:
        """Return at most *most* shortest explanations, one after the other, each after one statement of each one before was dropped.

        Dropped is the one that is blamed: with ids in the order of the document, what is said of a stop is dropped before what is said
        of the trip, so three stops outside their trip are three explanations, and a stop whose day is wrong is one. No explanation
        contains a statement dropped for an earlier one, so none is another in other words; after the last drop all others can be true,
        unless there are *most* of them, or the search was cut short, which ends the list too.
        """
        found: list[Explained[P]] = []
        network = self
        while len(found) < most and (explanation := network.explanation()) is not None:
            found.append(Explained(explanation, network.exact))
            if self._effort.is_spent:
                break
            network = network.without([found[-1].blamed])
        return found

    def conflicts(self) -> list[Conflict[P]]:
        """Return the claims of the smallest set without which all others can be true, by id, each with what it clashes with.

        Smallest is the set of fewest claims, then of fewest witnesses, then the one whose ids come first, so there is one only. Past a
        bound of the search the conflicts say that they may not be the smallest; without them the others still are consistent, by
        what `is_consistent` means.

        Raises:
            ValueError: not even the statements that are no claims can all be true.
        """
        return list(self._conflicts)

    def solution(self, honouring: Iterable[Statement[P]] = ()) -> Solution | None:
        """Return the earliest day and rank of every node; None if the statements cannot all be true, or it is not known.

        Args:
            honouring: Further statements, each of which holds in the solution if it can be true with those before it: those without
                choices in the order given, then those with choices, each of which is taken as it comes. Their ids must differ.
        """
        everything = (*self.statements, *sorted(honouring, key=lambda statement: bool(statement.choices)))
        program = build_program(everything)
        given = (1 << len(self.statements)) - 1
        graph = solve(program, given).graph
        if graph is None:
            return None
        growth = grow_by(indexes(program.everything & ~given), program, given, graph)
        return earliest_solution(only(program, growth.members), growth.graph)

    def bounds(self) -> dict[Node, Bounds]:
        """Return the first and last day that each node can have, the calendar left out; empty if the statements cannot all be true."""
        if self._verdict.is_refuted:
            return {}
        pairs = zip(self._verdict.program.nodes, self._tightest.spans, strict=True)
        return {node: span for node, span in pairs if node != CALENDAR}

    @cached_property
    def exact(self) -> bool:
        """Whether every answer is exact.

        False if statements were left out, if the bound on branching was passed, so that choices were relaxed to their hull, or if the
        search for a shortest explanation was cut short (the explanation is right then, but may not be a shortest).
        """
        if not self._is_whole or self._verdict.is_relaxed:
            return False
        return self._tightest.exact if self._explanation is None else self._explanation.exact

    def _pick(self, chosen: int) -> tuple[Statement[P], ...]:
        return tuple(sorted((self.statements[index] for index in indexes(chosen)), key=lambda statement: statement.id))

    @cached_property
    def _verdict(self) -> _Verdict:
        program = build_program(self.statements)
        return _judge(program, program.everything)

    @cached_property
    def _explanation(self) -> Explanation | None:
        return explain(self._verdict.program, self._effort) if self._verdict.is_refuted else None

    @cached_property
    def _conflicts(self) -> tuple[Conflict[P], ...]:
        program, removed, effort, found = build_program(self.statements), self._removal.claims, Effort(MAX_BRANCHES), []
        for index in indexes(removed):
            left = program.everything & ~removed | 1 << index
            verdict = _Verdict(program, is_refuted=True, is_relaxed=False) if self._removal.exact else _judge(program, left)
            if verdict.is_refuted:
                reason = explain(only(verdict.program, left), effort)
                is_shortest = self._is_whole and self._removal.exact and reason.exact
                found.append(Conflict(self.statements[index], self._pick(reason.statements & left), is_shortest))
            else:
                removed ^= 1 << index  # only past a bound: it is not shown that it must go
        return tuple(found)

    @cached_property
    def _removal(self) -> Removal:
        if not self._verdict.is_refuted:
            return Removal(0, exact=True)
        claims = sum(1 << index for index, statement in enumerate(self.statements) if statement.kind is Kind.CLAIMED)
        if not self.without(self._pick(claims)).is_consistent():
            raise ValueError("not even the statements that are no claims can all be true")
        return cheapest_removal(build_program(self.statements), claims, removal_prices(self.statements))

    @cached_property
    def _tightest(self) -> Tightest:
        return find_bounds(self._verdict.program)
