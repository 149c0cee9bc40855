"""The claims that cannot be true together with the others, each with the shortest explanation why.

Which claims these are is searched for in `removal`, what is shortest in `explain`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple

from diplotrips.checks.network.statement import Kind, P, Statement

if TYPE_CHECKING:
    from collections.abc import Sequence


class Conflict(NamedTuple, Generic[P]):
    """One claim that cannot be true together with the others, and why."""

    removed: Statement[P]
    """The claim, one of the smallest set of claims without which everything else can be true."""

    explanation: tuple[Statement[P], ...]
    """A shortest set of statements that cannot all be true, with `removed` and no other removed claim in it, sorted by id."""

    is_shortest: bool
    """False if a bound of the search was passed, so that fewer claims, or fewer statements, might do."""


def removal_prices(statements: Sequence[Statement[P]]) -> list[int]:
    """Return for each of *statements*, claims sorted by id, what it costs to remove it; 0 for those that are no claims.

    Sets are compared by their number of claims first, then by the sum of witnesses, then by their ids in order, the lower the cheaper;
    prices add up to that, so that no two sets cost the same.
    """
    claims = [index for index, statement in enumerate(statements) if statement.kind is Kind.CLAIMED]
    number = 1 + sum(statements[index].witnesses for index in claims)
    prices = [0] * len(statements)
    for place, index in enumerate(claims, start=1):
        prices[index] = (number + statements[index].witnesses << len(claims)) - (1 << len(claims) - place)
    return prices
