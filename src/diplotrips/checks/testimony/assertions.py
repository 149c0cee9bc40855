"""What a claim says about the days and the order of a trip, as limits between the nodes of its network.

A claim of a whole stay or window is one assertion, which goes or stays as a whole; on which end it clashes is told in `stay_ends`. A route
of a source may leave stops out, and one that names a stop twice asserts nothing. What a source calls the first or last stop is so among the
visits: transits, technical stops and side visits do not count. A denial keeps its days off, unless they are doubtful; denied orders and
lengths assert nothing. Who is heard is the affair of `voices`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, pairwise, product
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.disagreement.clashes import DENIED
from diplotrips.checks.disagreement.orders import is_evidence
from diplotrips.checks.itinerary.facts import StayEnd
from diplotrips.checks.itinerary.placing import Rules, closes, ends, met, missed, on, opens
from diplotrips.checks.network import CALENDAR, after, lasts, not_after, not_before, within
from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval
from diplotrips.schema.fields import Count, groups

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from diplotrips.checks.network import Limits, Node
    from diplotrips.schema.claims import Claim


@dataclass(frozen=True, slots=True)
class Scene:
    """What claims about a trip can speak of."""

    trip: str
    nodes: frozenset[Node]
    """All that has days here; a claim about anything else asserts nothing."""
    visits: tuple[str, ...]
    """Local ids of the stops among which one is the first and one the last."""
    years: range
    """Years in which a date without a year may have been."""

    def stop(self, local: object) -> tuple[Node, Node]:
        """Return the nodes of a stop by its local id."""
        return ends(f"{self.trip}.{local}")

    def knows(self, local: object) -> bool:
        """Whether there is such a stop here."""
        return self.stop(local)[0] in self.nodes


class Assertion(NamedTuple):
    """One thing that a claim says of days or order; it holds or not as a whole."""

    claim: Claim
    sort: str
    """As in `Fact`."""
    matter: str
    """As in `Fact`."""
    rules: Rules
    day: EdtfDate | None = None
    """The day that is given, if it is one end of a stay, or the day of something."""
    stay_ends: tuple[StayEnd, ...] = ()
    """As in `Fact`."""


def assertions_of(claim: Claim, scene: Scene) -> Iterator[Assertion]:
    """Return what *claim* says of the days and the order of what is on the *scene*, nothing if nothing."""
    read = (_DENIALS if claim.mode == DENIED else _READERS).get(claim.field)
    for assertion in read(claim, scene) if read else ():
        nodes = {node for limit in _limits(assertion.rules) for node in (limit.node, limit.other)}
        if nodes and nodes - {CALENDAR} <= scene.nodes:
            yield assertion


def _limits(rules: Rules) -> Limits:
    """Return every limit of *rules*, those of alternatives too."""
    return rules.limits + tuple(chain.from_iterable(chain.from_iterable(rules.choices)))


def _node(claim: Claim) -> Node:
    """Return the node whose day *claim* gives."""
    first, last = ends(claim.record)
    return {"first_day": first, "last_day": last, "date": (claim.record, "day")}.get(claim.field, (claim.record, claim.field))


def _day(claim: Claim, scene: Scene) -> Iterator[Assertion]:
    if isinstance(claim.value, EdtfDate):
        yield Assertion(claim, "dates", claim.field, on(_node(claim), claim.value, scene.years), claim.value)


def _no_day(claim: Claim, scene: Scene) -> Iterator[Assertion]:  # noqa: ARG001  (one signature for all readers)
    if isinstance(claim.value, EdtfDate):
        yield Assertion(claim, "dates", claim.field, missed((_node(claim), _node(claim)), claim.value))


def _seen(claim: Claim, scene: Scene) -> Iterator[Assertion]:
    if isinstance(claim.value, EdtfDate):
        yield Assertion(claim, "dates", "dates", met(ends(claim.record), claim.value, scene.years), claim.value)


def _not_seen(claim: Claim, scene: Scene) -> Iterator[Assertion]:  # noqa: ARG001  (as above)
    if isinstance(claim.value, EdtfDate):
        yield Assertion(claim, "dates", "dates", missed(ends(claim.record), claim.value), claim.value)


def _dates(claim: Claim, scene: Scene) -> Iterator[Assertion]:
    value, stay = claim.value, ends(claim.record)
    if isinstance(value, EdtfInterval):
        both = (("first_day", stay[0], value.first), ("last_day", stay[1], value.last))
        given = tuple(StayEnd(matter, on(node, day, scene.years), day) for matter, node, day in both if day)
        if len(given) > 1:
            yield Assertion(claim, "dates", "dates", Rules.every(end.rules for end in given), stay_ends=given)
        else:
            yield from (Assertion(claim, "dates", *end) for end in given)


def _not_dates(claim: Claim, scene: Scene) -> Iterator[Assertion]:  # noqa: ARG001  (as above)
    """Of dates that are denied one end is another."""
    value = claim.value
    if isinstance(value, EdtfInterval):
        nodes_and_days = zip(ends(claim.record), (value.first, value.last), strict=True)
        off = [missed((node, node), day).choices if day else () for node, day in nodes_and_days]
        if all(len(choices) == 1 for choices in off):
            yield Assertion(claim, "dates", "dates", Rules.either(chain.from_iterable(choices[0] for choices in off)))


def _within(claim: Claim, scene: Scene) -> Iterator[Assertion]:  # noqa: ARG001  (as above)
    value, stay = claim.value, ends(claim.record)
    if isinstance(value, EdtfInterval):
        yield Assertion(claim, "dates", "dates", Rules.every((opens(stay[0], value), closes(stay[1], value))))


def _not_within(claim: Claim, scene: Scene) -> Iterator[Assertion]:  # noqa: ARG001  (as above)
    """What is denied to lie in a window begins before it or ends after it."""
    value, (first, last) = claim.value, ends(claim.record)
    if isinstance(value, EdtfInterval):
        low, high = value.earliest, value.latest
        before = [not_after(first, low.toordinal() - 1)] if low else []
        past = [not_before(last, high.toordinal() + 1)] if high else []
        yield Assertion(claim, "dates", "dates", Rules.either(before + past))


def _length(claim: Claim, scene: Scene) -> Iterator[Assertion]:  # noqa: ARG001  (as above)
    """Days are counted with both ends, nights without; "about" leaves one more or less open."""
    count = claim.value
    if isinstance(count, Count) and (count.most is None or count.least <= count.most):
        more = claim.field == "nights"
        most = None if count.most is None else count.most + more + count.approximate
        yield Assertion(claim, "length", "days", Rules(lasts(*ends(claim.record), count.least + more - count.approximate, most)))


def _route(claim: Claim, scene: Scene) -> Iterator[Assertion]:
    route = groups(claim.value if isinstance(claim.value, tuple) else None)
    visited = [known for group in route if (known := [stop for stop in group if scene.knows(stop)])]
    stops = list(chain.from_iterable(visited))
    pairs = [pair for earlier, later in pairwise(visited) for pair in product(earlier, later)]
    if len(set(stops)) == len(stops) and claim.kind == "trip":
        yield from _order(claim, scene, pairs)


def _first_or_last(claim: Claim, scene: Scene) -> Iterator[Assertion]:
    end = str(claim.value)
    if end in scene.visits and claim.kind == "trip":
        others = [stop for stop in scene.visits if stop != end]
        yield from _order(claim, scene, [(end, other) if claim.field == "first_stop" else (other, end) for other in others])


def _after(claim: Claim, scene: Scene) -> Iterator[Assertion]:
    this = claim.record.removeprefix(f"{claim.trip}.")
    if this != str(claim.value):
        yield from _order(claim, scene, [(str(claim.value), this)])


def _order(claim: Claim, scene: Scene, pairs: list[tuple[str, str]]) -> Iterator[Assertion]:
    """Say of each pair that the first stop comes before the second."""
    if not is_evidence(claim):
        limits = (after(scene.stop(earlier)[1], scene.stop(later)[0]) for earlier, later in pairs)
        yield Assertion(claim, "route", "route", Rules(tuple(chain.from_iterable(limits))))


def _during(claim: Claim, scene: Scene) -> Iterator[Assertion]:
    yield Assertion(claim, "part", "during", Rules(within(*ends(claim.record), *scene.stop(claim.value))))


_READERS: Mapping[str, Callable[[Claim, Scene], Iterator[Assertion]]] = {
    "seen": _seen,
    "first_day": _day,
    "last_day": _day,
    "left_home": _day,
    "back_home": _day,
    "date": _day,
    "dates": _dates,
    "within": _within,
    "days": _length,
    "nights": _length,
    "route": _route,
    "first_stop": _first_or_last,
    "last_stop": _first_or_last,
    "after": _after,
    "during": _during,
}
"""How a claim of each field is read; a claim of any other says nothing of days or order."""

_DENIALS: Mapping[str, Callable[[Claim, Scene], Iterator[Assertion]]] = {
    "seen": _not_seen,
    "first_day": _no_day,
    "last_day": _no_day,
    "left_home": _no_day,
    "back_home": _no_day,
    "date": _no_day,
    "dates": _not_dates,
    "within": _not_within,
}
"""How the denial of each field is read."""

FIELDS = frozenset(_READERS)
"""Fields of which claims enter the network."""
