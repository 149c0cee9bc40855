"""Disputes: what cannot all be true of one trip, under the code, record and field by which a person looks for it.

A dispute is one finding. Which claims have to go is decided in `networks`; how a dispute is told, and why it may have come about, in
`dispute_check` and `causes`, what decisions leave of them in `unsettled`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.network import CALENDAR, Kind, Network, holds
from diplotrips.checks.testimony.stay_ends import in_question, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from diplotrips.checks.itinerary.facts import Fact, Said
    from diplotrips.checks.network import Conflict
    from diplotrips.checks.testimony.networks import Testimony

DATES, ORDERS, LENGTHS, OUTSIDE, TOGETHER, PLANS = "DT201", "DT202", "DT205", "DT213", "DT214", "DT215"

CODES = frozenset({DATES, ORDERS, LENGTHS, OUTSIDE, TOGETHER, PLANS})
"""Codes under which disputes are reported."""

MAX_TRIES = 300
"""Statements tried for whether they take the place of another in one dispute (half a second), before no more are looked for."""


class Heading(NamedTuple):
    """What a dispute is about, and where a person looks for it."""

    code: str
    record: str
    """Released id: of the one record that it is about, of the stop that is outside its trip, or else of the trip."""
    field: str


class Dispute(NamedTuple):
    """Claims that cannot all be true, as one finding."""

    heading: Heading
    conflicts: tuple[Conflict[Fact], ...]
    """Those of one heading; each has its own claim that has to go."""
    related: tuple[Said, ...]
    """What else clashes with one of those claims: in each explanation it can take the place of another statement."""
    network: Network[Fact]
    """The network in which they clash."""

    @property
    def claims(self) -> frozenset[tuple[str, ...]]:
        """The identities of all claims that take part."""
        return frozenset(claim.identity for said in self.sides if said.payload for claim in said.payload.claims)

    @property
    def is_with_record(self) -> bool:
        """Whether the record itself takes part."""
        return any(said.payload.is_own for said in self.sides if said.payload)

    @property
    def sides(self) -> tuple[Said, ...]:
        """Every statement that takes part, once: the first claim that has to go, its explanation, then the others."""
        told = (said for conflict in self.conflicts for said in (conflict.removed, *spoken(conflict)))
        return tuple({said.id: said for said in (*told, *self.related)}.values())


def disputes_of(testimony: Testimony) -> Iterator[Dispute]:
    """Return the disputes of what is claimed of a trip, those under one heading together."""
    for clashing in testimony.clashing:
        headings: dict[tuple[Heading, int], list[Conflict[Fact]]] = {}
        for conflict in clashing.conflicts:
            heading = heading_of(conflict, testimony.entry.record.trip.id, is_across=clashing.is_across)
            headings.setdefault((heading, conflict.removed.id if heading.code == TOGETHER else 0), []).append(conflict)
        for (heading, _), conflicts in headings.items():
            yield Dispute(heading, tuple(conflicts), tuple(_related(conflicts, clashing.network)), clashing.network)


def heading_of(conflict: Conflict[Fact], trip: str, *, is_across: bool) -> Heading:
    """Return under what *conflict* is found, which is the same whichever of its claims has to go."""
    said = in_question(conflict)
    facts = [one.payload for one in said if one.payload]
    records = _scope(said)
    sorts, matters = {fact.sort for fact in facts}, {fact.matter for fact in facts}
    stops = records - {trip}
    is_of_one, has_order = len(records) == 1 and "route" not in sorts, bool(matters & {"route", "during"})
    is_outside = len(said) == len(records) == 2 and len(stops) == 1 and not has_order and _is_stop(min(stops), trip, matters)  # noqa: PLR2004  (a trip and a stop)
    rules = (
        (PLANS, is_across),
        (ORDERS, sorts == {"route"}),
        (LENGTHS, is_of_one and "length" in sorts),
        (DATES, is_of_one),
        (OUTSIDE, is_outside),
    )
    code = next((code for code, fits in rules if fits), TOGETHER)
    fields = (
        ("route", sorts == {"route"}),
        ("days", is_of_one and "length" in sorts),
        (min(matters), is_of_one and len(matters) == 1),
    )
    record = min(stops) if code == OUTSIDE else min(records).partition("#")[0] if is_of_one else trip
    return Heading(code, record, next((field for field, fits in fields if fits), "dates"))


def _is_stop(record: str, trip: str, matters: set[str]) -> bool:
    """Whether *record* of *trip* is a stop, and neither a meeting or place nor an agreement."""
    return not {".", "#"} & set(record.removeprefix(f"{trip}.")) and "date" not in matters


def _related(conflicts: Sequence[Conflict[Fact]], network: Network[Fact]) -> Iterator[Said]:
    """Return what else sources say that clashes with the claims that have to go, as another statement of their explanations does.

    Where a claim is held against what stands firm alone, only what is said of the same records: whoever bears that out otherwise adds
    nothing.
    """
    rules = [said for said in network.statements if said.kind is Kind.STRUCTURE]
    known = {said.id for conflict in conflicts for said in conflict.explanation}
    tries = MAX_TRIES
    for conflict in conflicts:
        open_to = [said for said in network.statements if said.payload and said.payload.claims]
        said = spoken(conflict)
        if all(one.kind is Kind.SPOKEN for one in said if one.id != conflict.removed.id):
            scope = _scope(said)
            open_to = [one for one in open_to if _scope([one]) <= scope]
            said = in_question(conflict)
        for spared in (one for one in said if one.id != conflict.removed.id):
            rest = [one for one in said if one.id != spared.id]
            solution = Network([*rules, *rest]).solution() or {}
            for other in open_to if solution else ():
                if other.id not in known and tries and not holds(other, solution):
                    tries -= 1
                    if not Network([*_rules_about([*rest, other], rules), *rest, other]).is_consistent():
                        known.add(other.id)
                        yield other


def _rules_about(said: Iterable[Said], rules: Iterable[Said]) -> list[Said]:
    """Return *rules* without those that keep apart stops of which not both are spoken of, which are many and cost most."""
    records = {str(node[0]) for one in said for node in one.nodes()}
    records |= {record.rpartition(".")[0] for record in records}
    return [rule for rule in rules if not rule.choices or {str(node[0]) for node in rule.nodes()} <= records]


def _scope(said: Iterable[Said]) -> set[str]:
    """Return the records of which *said* speaks, all orders being of one."""
    return {
        "route" if one.payload and one.payload.sort == "route" else str(node[0]) for one in said for node in one.nodes() if node != CALENDAR
    }
