"""The networks of what sources claim of one trip: what was held, what was planned, and both across; and which claims have to go.

Network B of a trip stands on the ground of its record. Claims of what took place are held against all that the record says; plans against
each other, and against the record where it is itself no more than a plan; then what is left of the plans against what took place. What
exactly a claim says is told in `assertions`, what is made of a conflict in `disputes`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.disagreement.clashes import ASSERTED, PLANS
from diplotrips.checks.itinerary.facts import Fact
from diplotrips.checks.itinerary.statements import ITSELF, Ground, written_of
from diplotrips.checks.itinerary.stays import MAX_OPEN
from diplotrips.checks.network import Kind, Network, Statement, holds
from diplotrips.checks.testimony.assertions import Scene, assertions_of
from diplotrips.checks.testimony.told import clause
from diplotrips.checks.testimony.voices import HELD, PLANNED, heard, years_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from diplotrips.checks.itinerary.facts import Said
    from diplotrips.checks.itinerary.placing import Rules
    from diplotrips.checks.itinerary.statements import Written
    from diplotrips.checks.network import Bounds, Conflict, Node
    from diplotrips.checks.testimony.assertions import Assertion
    from diplotrips.schema.claims import Claim
    from diplotrips.schema.dataset import Entry
    from diplotrips.schema.document import TripDocument


class Clashing(NamedTuple):
    """A network of claims, and which of them have to go for all others to be true."""

    network: Network[Fact]
    conflicts: Sequence[Conflict[Fact]]
    is_across: bool = False
    """Whether plans are held against what took place."""

    @property
    def left(self) -> Network[Fact]:
        """What is left of the network without the claims that have to go."""
        return self.network.without(conflict.removed for conflict in self.conflicts)

    @property
    def gone(self) -> frozenset[tuple[str, ...]]:
        """Identities of the claims that have to go."""
        facts = [conflict.removed.payload for conflict in self.conflicts if conflict.removed.payload]
        return frozenset(claim.identity for fact in facts for claim in fact.claims)


@dataclass(frozen=True)
class Testimony:
    """What is claimed of the days and the order of one trip, beside what its record says of them, which must be sound."""

    entry: Entry[TripDocument]
    claims: Sequence[Claim]
    """Those that nothing settles."""

    @cached_property
    def held(self) -> Clashing:
        """The record and the claims of what took place."""
        return _judged(self._network(self._held, ITSELF))

    @cached_property
    def planned(self) -> Clashing:
        """The claims of what was planned, and the record if it is itself a plan; of stops that were cancelled too."""
        ground = Ground(has_values=self.entry.record.trip.status in PLANS, has_cancelled=True)
        return _judged(self._network(self._planned, ground))

    @cached_property
    def across(self) -> Clashing:
        """What is left of both. What took place stands firm, since a plan can change and what happened cannot."""
        gone = self.held.gone | self.planned.gone
        network = self._network(self._planned, ITSELF, firm=self._held, gone=gone)
        return Clashing(network, network.conflicts(), is_across=True)

    @property
    def bounds(self) -> Mapping[Node, Bounds]:
        """The days that the record and what is claimed leave to every node, of a plan what is claimed as planned; none if that clashes."""
        clashing = self.planned if self.entry.record.trip.status in PLANS else self.held
        return {} if clashing.conflicts else clashing.network.bounds()

    @property
    def clashing(self) -> Iterator[Clashing]:
        """The networks in which claims clash; none of them is looked at if the screen shows that all claims can be true."""
        if not self.is_screened_out:
            yield from (clashing for clashing in (self.held, self.planned, self.across) if clashing.conflicts)

    @cached_property
    def is_screened_out(self) -> bool:
        """Whether all claims hold in the earliest solution of what the record says, or else in some other, so that all of them can be true.

        False where that does not tell: a stop that was cancelled has days in a plan only, of very many stops not every two are compared.
        """
        stops = self.entry.record.stops
        may_tell = not any(stop.status == "cancelled" for stop in stops) and len(stops) * (len(stops) - 1) <= 2 * MAX_OPEN
        if not (self._held or self._planned) or not may_tell:
            return may_tell
        network = self._network([*self._held, *self._planned], ITSELF)
        claimed = _claimed(network)
        earliest = network.without(claimed).solution() or {}
        return all(holds(statement, earliest) for statement in claimed) or network.solution() is not None

    @cached_property
    def _held(self) -> list[Claim]:
        return heard(self.claims, HELD)

    @cached_property
    def _planned(self) -> list[Claim]:
        return heard(self.claims, PLANNED)

    @cached_property
    def _years(self) -> range:
        return years_of(self.entry.record, self.claims)

    def _network(
        self, claims: Sequence[Claim], ground: Ground, *, firm: Sequence[Claim] = (), gone: frozenset[tuple[str, ...]] = frozenset()
    ) -> Network[Fact]:
        """Return the network of *claims* on *ground*, to which *firm* claims belong; what is *gone* is left out of both."""
        touched = frozenset((claim.record, claim.field) for claim in (*claims, *firm))
        ground = replace(ground, touched=touched)
        bare = written_of(self.entry, ground)
        scene = self._scene(bare)
        said, granted = (
            [assertion for claim in given if claim.identity not in gone for assertion in assertions_of(claim, scene)]
            for given in (claims, firm)
        )
        spoken_stops = _spoken_stops([*said, *granted])
        if spoken_stops:
            apart = written_of(self.entry, replace(ground, spoken_stops=spoken_stops, side_visits=self._side_visits()))
            joined = _joined(apart, said, granted)
            if joined.without(_claimed(joined)).is_consistent():
                return joined
        return _joined(bare, said, granted)

    def _scene(self, ground: Written) -> Scene:
        """Return what can be spoken of on *ground*."""
        document = self.entry.record
        nodes = frozenset(node for statement in ground.statements for node in statement.nodes())
        aside = self._side_visits() | {stop.id for stop in document.stops if stop.during or stop.kind in {"transit", "technical"}}
        scene = Scene(document.trip.id, nodes, (), self._years)
        visits = dict.fromkeys(stop.id for stop in document.stops if stop.id not in aside and scene.knows(stop.id))
        return replace(scene, visits=tuple(visits))

    def _side_visits(self) -> frozenset[str]:
        """Return the local ids of the stops of which a source says that they were side visits."""
        trip = self.entry.record.trip.id
        return frozenset(
            claim.record.removeprefix(f"{trip}.") for claim in self.claims if claim.field == "during" and claim.mode in ASSERTED
        )


def _judged(network: Network[Fact]) -> Clashing:
    return Clashing(network, network.conflicts())


def _claimed(network: Network[Fact]) -> list[Said]:
    """Return the statements of *network* that can go."""
    return [statement for statement in network.statements if statement.kind is Kind.CLAIMED]


def _spoken_stops(assertions: Iterable[Assertion]) -> frozenset[str]:
    """Return the local ids of the stops of whose days *assertions* speak."""
    return frozenset(
        assertion.claim.record.partition(".")[2]
        for assertion in assertions
        if assertion.claim.kind == "stop" and assertion.sort in {"dates", "length"}
    )


def _joined(ground: Written, said: Sequence[Assertion], granted: Sequence[Assertion]) -> Network[Fact]:
    """Return *ground* with what is *said*, and with what is *granted* as firm as the ground is.

    What follows from one of its statements is no statement of its own: whoever says it is a witness of that one.
    """
    ids = count(max(statement.id for statement in ground.statements) + 1)
    firm = [*ground.statements, *_statements(granted, Kind.SPOKEN, ids)]
    witnessed = [_with_witnesses(statement, [*granted, *said]) if statement.kind is Kind.SPOKEN else statement for statement in firm]
    limits = {limit for statement in firm if statement.payload for limit in statement.limits}
    choices = {choice for statement in firm if statement.payload for choice in statement.choices}
    new = [one for one in said if not (limits >= set(one.rules.limits) and choices >= set(one.rules.choices))]
    return Network([*witnessed, *_statements(new, Kind.CLAIMED, ids)], is_whole=ground.is_whole)


def _statements(assertions: Iterable[Assertion], kind: Kind, ids: Iterator[int]) -> Iterator[Said]:
    """Return one statement for all that say the same, in the order in which they are given."""
    same: dict[Rules, list[Assertion]] = {}
    for assertion in assertions:
        same.setdefault(assertion.rules, []).append(assertion)
    for rules, given in same.items():
        first, claim = given[0], given[0].claim
        claims = _each(assertion.claim for assertion in given)
        where = (first.sort, claim.record, claim.field, claim.place, first.matter)
        fact = Fact(*where, claim.text, first.day, claims=claims, stay_ends=first.stay_ends)
        yield Statement(next(ids), clause(claim), rules.limits, rules.choices, kind, fact, len({claim.source for claim in claims}))


def _with_witnesses(statement: Said, assertions: Iterable[Assertion]) -> Said:
    """Return a *statement* of the record with those who say the same, be it among other things."""
    limits, choices = set(statement.limits), set(statement.choices)
    if not statement.payload or not (limits or choices):
        return statement
    saying = (one.claim for one in assertions if limits <= set(one.rules.limits) and choices <= set(one.rules.choices))
    return replace(statement, payload=replace(statement.payload, claims=_each((*statement.payload.claims, *saying))))


def _each(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return *claims* in the order of their identities, each once."""
    return tuple(claim for _, claim in sorted({claim.identity: claim for claim in claims}.items()))
