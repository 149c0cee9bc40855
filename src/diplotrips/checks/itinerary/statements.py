"""A trip's own values as statements about days and order: what network A of a trip is made of, and the firm ground of network B.

Every stop lies in its trip, what happened on a stop lies in that stop, the route puts one stop before the next, and nobody is at two
stops at once; cancelled stops and meetings that were not in person say nothing about where somebody was. What sources claim is written in
`testimony`, what dates mean as limits is in `placing`, the solver in `network`, what a contradiction is called in `contradictions`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations, count, pairwise, product
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.itinerary.facts import Fact, Said
from diplotrips.checks.itinerary.placing import Rules, closes, ends, on, opens
from diplotrips.checks.itinerary.stays import UNKNOWN, pairs_of, stay_of
from diplotrips.checks.network import Kind, Network, Statement, after, apart, starts_before_end, within
from diplotrips.schema.claims import text_of
from diplotrips.schema.fields import groups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.checks.itinerary.stays import Stay
    from diplotrips.checks.network import Choice, Limits, Node
    from diplotrips.schema.dataset import Entry
    from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval
    from diplotrips.schema.document import TripDocument
    from diplotrips.schema.stop import Stop


@dataclass(frozen=True, slots=True)
class Ground:
    """How much of a record stands firm where claims are held against it, and what they speak of besides."""

    has_values: bool = True
    """Whether its own values hold; without them only what is true of every trip."""
    has_cancelled: bool = False
    """Whether stops that were cancelled have days too, as they have in a plan; their values hold in no case."""
    touched: frozenset[tuple[str, str]] = frozenset()
    """Record and field of what claims speak of; without them a meeting or agreement without days has no place in the network."""
    spoken_stops: frozenset[str] = frozenset()
    """Local ids of the stops of whose days claims speak, be it that these have to go."""
    side_visits: frozenset[str] = frozenset()
    """Local ids of the stops that claims have lie in another stop."""


ITSELF = Ground()
"""A record and nothing else."""


class Written(NamedTuple):
    """What a record says, as statements."""

    statements: tuple[Said, ...]
    is_whole: bool
    """False if some were left out because there are too many."""


def network_of(entry: Entry[TripDocument]) -> Network[Fact]:
    """Return everything that the record itself says about the days and the order of one trip."""
    written = written_of(entry, ITSELF)
    return Network(written.statements, is_whole=written.is_whole)


def written_of(entry: Entry[TripDocument], ground: Ground) -> Written:
    """Return what of the record stands firm on *ground*."""
    writer = _Writer(entry, ground)
    return Written(tuple(writer.write()), writer.is_whole)


class _Writer:
    """Writes the statements of one document, in its order."""

    def __init__(self, entry: Entry[TripDocument], ground: Ground) -> None:
        self.entry = entry
        self.ground = ground
        self.document = entry.record
        self.trip = entry.record.trip.id
        self.ids = count(1)
        self.spoken_of = {record for record, _ in ground.touched}
        self.stops = [(number, stop) for number, stop in enumerate(self.document.stops) if ground.has_cancelled or self._counts(stop)]
        self.known = {stop.id for _, stop in self.stops}
        self.is_whole = True

    def _counts(self, stop: Stop) -> bool:
        """Tell whether *stop* says where somebody was: one that was cancelled says nothing, unless the whole trip was."""
        status = self.document.trip.status
        return (stop.status or status) != "cancelled" or status == "cancelled"

    def write(self) -> Iterator[Said]:
        """Return all statements: the trip, its stops with what belongs to them, their order, the agreements."""
        trip, values = self.document.trip, self.ground.has_values
        yield self._nature("a trip starts before it ends", starts_before_end(*ends(self.trip)))
        if values:
            yield from self._days("the trip", trip.dates, self._fact("dates", self.trip, "dates", "trip", "dates"))
            yield from self._window("the trip", trip.within, self._fact("dates", self.trip, "within", "trip", "within"))
        yield from self._leave_and_return()
        for number, stop in self.stops:
            yield from self._stop(number, stop, has_values=values and self._counts(stop))
        yield from self._route() if values else ()
        yield from self._apart()
        yield from self._agreements()

    def _stop(self, number: int, stop: Stop, *, has_values: bool) -> Iterator[Said]:
        """Say what one stop says: its days, that it lies in its trip, and what lies in it."""
        record, path = f"{self.trip}.{stop.id}", ("stops", number)
        yield self._nature(f"{stop.id} starts before it ends", starts_before_end(*ends(record)))
        yield self._nature(f"{stop.id} lies in the trip", within(*ends(record), *ends(self.trip)))
        if has_values:
            yield from self._days(stop.id, stop.dates, self._fact("dates", record, "dates", *path, "dates"))
            yield from self._window(stop.id, stop.within, self._fact("dates", record, "within", *path, "within"))
            yield from self._side_visit_and_places(stop, record, path)
        for order, meeting in enumerate(stop.met or ()):
            part, name = f"{record}.{meeting.local_id}", f"the meeting with {meeting.local_id}"
            dates = meeting.dates if has_values else None
            if (dates or part in self.spoken_of) and meeting.channel in {None, "in-person"}:
                fact = self._fact("part", record, "dates", *path, "met", order, "dates")
                yield from self._part(part, name, dates, fact)

    def _side_visit_and_places(self, stop: Stop, record: str, path: tuple[str | int, ...]) -> Iterator[Said]:
        """Say what a stop lies in, and when its places were visited."""
        if stop.during:
            fact = replace(self._fact("part", record, "during", *path, "during"), matter="during", value=stop.during)
            limits = within(*ends(record), *ends(f"{self.trip}.{stop.during}"))
            yield self._spoken(fact, f"{stop.id} is a side visit during {stop.during}", Rules(limits))
        for order, place in enumerate(stop.places or ()):
            if not isinstance(place, str) and place.dates:
                fact = self._fact("part", record, "dates", *path, "places", order, "dates")
                yield from self._part(f"{record}#{order}", place.name, place.dates, fact)

    def _days(self, name: str, dates: EdtfInterval | None, fact: Fact, around: str = "") -> Iterator[Said]:
        """Say on which day *name* starts and on which it ends."""
        first, last = ends(around or fact.record)
        halves = (("first_day", first, "starts", dates.first), ("last_day", last, "ends", dates.last)) if dates else ()
        for matter, node, verb, day in halves:
            if day:
                yield self._dated(replace(fact, matter=matter, value=str(dates)), f"{name} {verb} on {day}", node, day)

    def _window(self, name: str, window: EdtfInterval | None, fact: Fact) -> Iterator[Said]:
        """Say that *name* lies in a window, each end of it for itself, qualifiers widened by their margin."""
        first, last = ends(fact.record)
        for rules in (opens(first, window), closes(last, window)):
            if rules.limits:
                yield self._spoken(replace(fact, matter="dates", value=str(window)), f"{name} lies within {window}", rules)

    def _part(self, part: str, name: str, dates: EdtfInterval | None, fact: Fact) -> Iterator[Said]:
        """Say when a place was visited or a meeting held, and that it lies in its stop."""
        yield self._nature(f"{name} starts before it ends", starts_before_end(*ends(part)))
        yield self._nature(f"{name} lies in its stop", within(*ends(part), *ends(fact.record)))
        yield from self._days(name, dates, replace(fact, part=name), part)

    def _leave_and_return(self) -> Iterator[Said]:
        """Say that the traveller left home before the first day abroad, and was home again after the last."""
        trip, (first, last) = self.document.trip, ends(self.trip)
        left, back = (self.trip, "left_home"), (self.trip, "back_home")
        rule = "one leaves home before a trip and is back after it"
        if trip.left_home or left in self.ground.touched:
            yield self._nature(rule, starts_before_end(left, first))
        if trip.left_home and self.ground.has_values:
            yield self._home(f"the traveller left home on {trip.left_home}", left, trip.left_home)
        if trip.back_home or back in self.ground.touched:
            yield self._nature(rule, starts_before_end(last, back))
        if trip.back_home and self.ground.has_values:
            yield self._home(f"the traveller was back home on {trip.back_home}", back, trip.back_home)

    def _home(self, wording: str, node: tuple[str, str], day: EdtfDate) -> Said:
        """Say on which day the traveller left home or was back."""
        return self._dated(replace(self._fact("dates", *node, "trip", node[1]), matter=node[1], value=str(day)), wording, node, day)

    def _route(self) -> Iterator[Said]:
        """Say of each two neighbours on the route that one comes before the other."""
        route = self.document.trip.route
        visited = [(index, known) for index, group in enumerate(groups(route)) if (known := [stop for stop in group if stop in self.known])]
        for (_, earlier), (index, later) in pairwise(visited):
            for x, y in product(earlier, later):
                limits = after(ends(f"{self.trip}.{x}")[1], ends(f"{self.trip}.{y}")[0])
                fact = self._fact("route", self.trip, "route", "trip", "route", index)
                yield self._spoken(
                    replace(fact, matter="route", value=text_of("route", route)), f"the route has {x} before {y}", Rules(limits)
                )

    def _apart(self) -> Iterator[Said]:
        """Say of each two dated stops whose order neither the route nor their days give that they are not at once."""
        route = self.document.trip.route if self.ground.has_values else None
        ranks = {stop: rank for rank, group in enumerate(groups(route)) for stop in group}
        stays = {stop.id: stay for _, stop in self.stops if (stay := self._stay(stop))}
        unordered = (
            (one, other)
            for one, other in combinations(stays, 2)
            if ranks.get(one, -1) == ranks.get(other, -1) or not {one, other} <= ranks.keys()
        )
        pairs = pairs_of(stays, unordered)
        self.is_whole = pairs.is_whole
        for one, other in pairs.pairs:
            choice = apart(*ends(f"{self.trip}.{one}"), *ends(f"{self.trip}.{other}"))
            yield self._nature(f"nobody is on {one} and on {other} at once", choices=(choice,))

    def _stay(self, stop: Stop) -> Stay | None:
        """Return when somebody was on *stop* as the record has it; None of a side visit, or if nobody says."""
        if stop.during or stop.id in self.ground.side_visits:
            return None
        has_days = self.ground.has_values and (stop.dates or stop.within)
        if has_days:
            return stay_of(stop.dates, stop.within)
        return UNKNOWN if stop.id in self.ground.spoken_stops else None

    def _agreements(self) -> Iterator[Said]:
        """Say when each agreement was made, and that this was on its stop, or on the trip."""
        for number, agreement in enumerate(self.document.agreements):
            record = f"{self.trip}.{agreement.id}"
            day = agreement.date if self.ground.has_values else None
            if agreement.progress in _NOT_THEN or not (day or record in self.spoken_of):
                continue
            around = f"{self.trip}.{agreement.stop}" if agreement.stop in self.known else self.trip
            node: Node = (record, "day")
            yield self._nature(f"{agreement.id} is made on its stop", within(node, node, *ends(around)))
            if day:
                fact = replace(self._fact("agreement", record, "date", "agreements", number, "date"), matter="date", value=str(day))
                yield self._dated(fact, f"the agreement {agreement.id} is dated {day}", node, day)

    def _fact(self, sort: str, record: str, field: str, *path: str | int) -> Fact:
        return Fact(sort, record, field, self.entry.place(*path), is_own=True)

    def _dated(self, fact: Fact, wording: str, node: Node, day: EdtfDate) -> Said:
        """Say that *node* is on *day*, qualifiers widened by their margin."""
        return self._spoken(replace(fact, day=day), wording, on(node, day))

    def _spoken(self, fact: Fact, wording: str, rules: Rules) -> Said:
        return Statement(next(self.ids), wording, rules.limits, rules.choices, Kind.SPOKEN, fact)

    def _nature(self, wording: str, limits: Limits = (), choices: tuple[Choice, ...] = ()) -> Said:
        return Statement(next(self.ids), wording, limits, choices, Kind.STRUCTURE)


_NOT_THEN = frozenset({"refused", "offered", "intended", "negotiated", "ratified", "in-force", "extended"})
"""Progress of an agreement whose date need not lie in the stop."""
