"""Why the record of a trip cannot be true: what is wrong with one record, then with two, then with the trip as a whole.

What a record says of its own days is left out of the rest once it is wrong by itself, so that it neither hides nor causes anything
else. What each reason is called is in `contradictions`, the solver in `network`.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from diplotrips.checks.network import CALENDAR, Kind, Network
from diplotrips.checks.network.explain import MAX_EXPLANATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diplotrips.checks.itinerary.facts import Fact, Said
    from diplotrips.checks.network import Explained, Node


def reasons_against(network: Network[Fact]) -> list[Explained[Fact]]:
    """Return why not all statements of a trip can be true, at most `MAX_EXPLANATIONS` reasons; none where all can."""
    if network.is_consistent():
        return []
    found = []
    for dates in _own_dates(network.statements).values():
        alone = Network(dates).explanations(1)
        if alone:
            found += alone
            network = network.without(statement for statement in dates if statement.kind is Kind.SPOKEN)
    nodes = {statement.id: frozenset(statement.nodes()) for statement in network.statements}
    rules = [statement for statement in network.statements if statement.kind is Kind.STRUCTURE]
    for rule in rules:
        if not rule.choices and len(found) < MAX_EXPLANATIONS:
            near = _around(rule, network, nodes).explanations()
            found += near
            network = network.without(reason.blamed for reason in near) if near else network
    at_once = [rule for rule in rules if rule.choices and not _around(rule, network, nodes).is_consistent()]
    rest = network.without(at_once).explanations(max(MAX_EXPLANATIONS - len(found), 0))
    found += rest
    left = network.without(reason.blamed for reason in rest)
    for rule in at_once:
        found += _around(rule, left, nodes).explanations(1)
    return found[:MAX_EXPLANATIONS]


def _own_dates(statements: Iterable[Said]) -> Mapping[str, list[Said]]:
    """Return by record what is said of its first and last day, windows left out, and that the one is not after the other."""
    found: dict[str, list[Said]] = defaultdict(list)
    for statement in statements:
        nodes = [node for node in statement.nodes() if node != CALENDAR]
        is_window = statement.payload and statement.payload.field == "within"
        if not is_window and nodes and all(node[0] == nodes[0][0] and node[1] in {"first", "last"} for node in nodes):
            found[nodes[0][0]].append(statement)
    return found


def _around(rule: Said, network: Network[Fact], nodes: Mapping[int, frozenset[Node]]) -> Network[Fact]:
    """Return all that *network* says of nothing else than the one or two records of *rule*; *nodes* by id of a statement."""
    own = nodes[rule.id] | {CALENDAR}
    return Network(statement for statement in network.statements if nodes[statement.id] <= own)
