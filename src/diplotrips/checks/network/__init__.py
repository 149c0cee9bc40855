"""A trip as a simple temporal network: which statements about days and order can all be true, and which cannot.

What lives here: statements, the question whether they can all hold, the shortest explanation if they cannot, and the days that are
left if they can (Dechter, Meiri & Pearl 1991, over days and ranks). It knows neither records nor sources nor findings: a check
turns values into statements and explanations into findings.
"""

from __future__ import annotations

from diplotrips.checks.network.bounds import Bounds
from diplotrips.checks.network.conflicts import Conflict
from diplotrips.checks.network.limits import (
    CALENDAR,
    Choice,
    Limit,
    Limits,
    Node,
    after,
    apart,
    lasts,
    not_after,
    not_before,
    not_seen,
    one_of,
    seen,
    starts_before_end,
    within,
)
from diplotrips.checks.network.solution import Moment, Solution, holds
from diplotrips.checks.network.solver import Explained, Network
from diplotrips.checks.network.statement import Kind, Statement

__all__ = [
    "CALENDAR",
    "Bounds",
    "Choice",
    "Conflict",
    "Explained",
    "Kind",
    "Limit",
    "Limits",
    "Moment",
    "Network",
    "Node",
    "Solution",
    "Statement",
    "after",
    "apart",
    "holds",
    "lasts",
    "not_after",
    "not_before",
    "not_seen",
    "one_of",
    "seen",
    "starts_before_end",
    "within",
]
