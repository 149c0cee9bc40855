"""What somebody said, or what holds of every trip, with the limits that it puts on days and order.

The limits themselves are made in `limits`; whether statements can all be true is asked of a `Network`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from diplotrips.checks.network.limits import Choice, Limits, Node

P = TypeVar("P")
"""What the caller keeps with a statement; the network never looks at it."""


class Kind(StrEnum):
    """Who says it: the nature of trips, the record, or a source."""

    STRUCTURE = "structure"
    """True of every trip, such as "a stop lies in its trip"; explanations in which fewer other statements are come first."""

    SPOKEN = "spoken"
    """A value of a record."""

    CLAIMED = "claimed"
    """A claim of a source; only these are removed where not all can be true."""


@dataclass(frozen=True)  # no slots: with them `Statement[P](…)` fails on Python 3.11
class Statement(Generic[P]):
    """One thing said, however many limits it puts on days and order; it is true or not as a whole."""

    id: int
    """Ordinal, unique in a network. Order of reading: of equally short explanations and in lists, lower ordinals come first."""

    wording: str
    """What is said, in users' words, such as `the tour lasted four days`."""

    limits: Limits = ()
    """What holds in any case."""

    choices: tuple[Choice, ...] = ()
    """What else holds: of each choice at least one alternative."""

    kind: Kind = Kind.SPOKEN
    payload: P | None = None

    witnesses: int = 1
    """How many sources say it; of two claims that cannot both be true, the one with fewer is removed."""

    def nodes(self) -> tuple[Node, ...]:
        """Every node that the statement is about, in order of first mention."""
        alternatives = (limit for choice in self.choices for limits in choice for limit in limits)
        return tuple(dict.fromkeys(node for limit in (*self.limits, *alternatives) for node in (limit.node, limit.other)))
