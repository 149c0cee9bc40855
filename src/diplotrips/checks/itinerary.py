"""A trip's own values as statements about days and order: what network A of a trip is made of.

Every stop lies in its trip, what happened on a stop lies in that stop, the route puts one stop before the next, and nobody is at two
stops at once; cancelled stops and meetings that were not in person say nothing about where somebody was. The solver is in `network`,
what a contradiction is called in `contradictions`.
Days are counted as `date.toordinal()` does.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, count, pairwise, product
from typing import TYPE_CHECKING

from diplotrips.checks.network import Kind, Network, Statement, after, apart, not_after, not_before, one_of, starts_before_end, within
from diplotrips.checks.stays import pairs_of, stay_of
from diplotrips.schema.dates.days import FIRST, LAST
from diplotrips.schema.fields import groups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.checks.network import Choice, Limits, Node
    from diplotrips.findings import Place
    from diplotrips.schema.dataset import Entry
    from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval
    from diplotrips.schema.document import TripDocument
    from diplotrips.schema.stop import Stop


@dataclass(frozen=True, slots=True)
class Fact:
    """Where a statement of a trip stands, and what sort of statement it is."""

    sort: str
    """`dates` (or a window) of a trip or stop, `route`, `agreement`, or `part` (of a stop: a place, meeting or side visit)."""
    record: str
    """Released id of the record."""
    field: str
    place: Place


Said = Statement[Fact]


def network_of(entry: Entry[TripDocument]) -> Network[Fact]:
    """Return everything that the record itself says about the days and the order of one trip."""
    writer = _Writer(entry)
    statements = tuple(writer.write())
    return Network(statements, is_whole=writer.is_whole)


class _Writer:
    """Writes the statements of one document, in its order."""

    def __init__(self, entry: Entry[TripDocument]) -> None:
        self.entry = entry
        self.document = entry.record
        self.trip = entry.record.trip.id
        self.ids = count(1)
        self.stops = [(number, stop) for number, stop in enumerate(self.document.stops) if self._counts(stop)]
        self.known = {stop.id for _, stop in self.stops}
        self.is_whole = True

    def _counts(self, stop: Stop) -> bool:
        """Tell whether *stop* says where somebody was: one that was cancelled says nothing, unless the whole trip was."""
        status = self.document.trip.status
        return (stop.status or status) != "cancelled" or status == "cancelled"

    def write(self) -> Iterator[Said]:
        """Return all statements: the trip, its stops with what belongs to them, their order, the agreements."""
        trip = self.document.trip
        yield self._nature("a trip starts before it ends", starts_before_end(*_ends(self.trip)))
        yield from self._days("the trip", trip.dates, self._fact("dates", self.trip, "dates", "trip", "dates"))
        yield from self._window("the trip", trip.within, self._fact("dates", self.trip, "within", "trip", "within"))
        yield from self._leave_and_return()
        for number, stop in self.stops:
            yield from self._stop(number, stop)
        yield from self._route()
        yield from self._apart()
        yield from self._agreements()

    def _stop(self, number: int, stop: Stop) -> Iterator[Said]:
        """Say what one stop says: its days, that it lies in its trip, and what lies in it."""
        record, path = f"{self.trip}.{stop.id}", ("stops", number)
        yield self._nature(f"{stop.id} starts before it ends", starts_before_end(*_ends(record)))
        yield self._nature(f"{stop.id} lies in the trip", within(*_ends(record), *_ends(self.trip)))
        yield from self._days(stop.id, stop.dates, self._fact("dates", record, "dates", *path, "dates"))
        yield from self._window(stop.id, stop.within, self._fact("dates", record, "within", *path, "within"))
        if stop.during:
            fact = self._fact("part", record, "during", *path, "during")
            limits = within(*_ends(record), *_ends(f"{self.trip}.{stop.during}"))
            yield self._spoken(fact, f"{stop.id} is a side visit during {stop.during}", limits)
        for order, place in enumerate(stop.places or ()):
            if not isinstance(place, str) and place.dates:
                fact = self._fact("part", record, "dates", *path, "places", order, "dates")
                yield from self._part(f"{record}#{order}", place.name, place.dates, fact)
        for order, meeting in enumerate(stop.met or ()):
            if meeting.dates and meeting.channel in {None, "in-person"}:
                fact = self._fact("part", record, "dates", *path, "met", order, "dates")
                yield from self._part(f"{record}.{meeting.local_id}", f"the meeting with {meeting.local_id}", meeting.dates, fact)

    def _days(self, name: str, dates: EdtfInterval | None, fact: Fact, around: str = "") -> Iterator[Said]:
        """Say on which day *name* starts and on which it ends."""
        for node, day, verb in zip(
            _ends(around or fact.record), (dates.first, dates.last) if dates else (), ("starts", "ends"), strict=False
        ):
            if day:
                yield self._dated(fact, f"{name} {verb} on {day}", node, day)

    def _window(self, name: str, window: EdtfInterval | None, fact: Fact) -> Iterator[Said]:
        """Say that *name* lies in a window, each end of it for itself, qualifiers widened by their margin."""
        first, last = _ends(fact.record)
        if window and window.first and window.first.widened:
            yield self._spoken(fact, f"{name} lies within {window}", not_before(first, window.first.widened[0][0]))
        if window and window.last and window.last.widened:
            yield self._spoken(fact, f"{name} lies within {window}", not_after(last, window.last.widened[-1][1]))

    def _part(self, part: str, name: str, dates: EdtfInterval, fact: Fact) -> Iterator[Said]:
        """Say when a place was visited or a meeting held, and that it lies in its stop."""
        yield self._nature(f"{name} starts before it ends", starts_before_end(*_ends(part)))
        yield self._nature(f"{name} lies in its stop", within(*_ends(part), *_ends(fact.record)))
        yield from self._days(name, dates, fact, part)

    def _leave_and_return(self) -> Iterator[Said]:
        """Say that the traveller left home before the first day abroad, and was home again after the last."""
        trip, (first, last) = self.document.trip, _ends(self.trip)
        left, back = (self.trip, "left_home"), (self.trip, "back_home")
        rule = "one leaves home before a trip and is back after it"
        if trip.left_home:
            yield self._nature(rule, starts_before_end(left, first))
            fact = self._fact("dates", self.trip, "left_home", "trip", "left_home")
            yield self._dated(fact, f"the traveller left home on {trip.left_home}", left, trip.left_home)
        if trip.back_home:
            yield self._nature(rule, starts_before_end(last, back))
            fact = self._fact("dates", self.trip, "back_home", "trip", "back_home")
            yield self._dated(fact, f"the traveller was back home on {trip.back_home}", back, trip.back_home)

    def _route(self) -> Iterator[Said]:
        """Say of each two neighbours on the route that one comes before the other."""
        route = enumerate(groups(self.document.trip.route))
        visited = [(index, known) for index, group in route if (known := [stop for stop in group if stop in self.known])]
        for (_, earlier), (index, later) in pairwise(visited):
            for x, y in product(earlier, later):
                limits = after(_ends(f"{self.trip}.{x}")[1], _ends(f"{self.trip}.{y}")[0])
                fact = self._fact("route", self.trip, "route", "trip", "route", index)
                yield self._spoken(fact, f"the route has {x} before {y}", limits)

    def _apart(self) -> Iterator[Said]:
        """Say of each two dated stops whose order neither the route nor their days give that they are not at once."""
        ranks = {stop: rank for rank, group in enumerate(groups(self.document.trip.route)) for stop in group}
        stays = {stop.id: stay_of(stop.dates, stop.within) for _, stop in self.stops if (stop.dates or stop.within) and not stop.during}
        unordered = (
            (one, other)
            for one, other in combinations(stays, 2)
            if ranks.get(one, -1) == ranks.get(other, -1) or not {one, other} <= ranks.keys()
        )
        pairs = pairs_of(stays, unordered)
        self.is_whole = pairs.is_whole
        for one, other in pairs.pairs:
            choice = apart(*_ends(f"{self.trip}.{one}"), *_ends(f"{self.trip}.{other}"))
            yield self._nature(f"nobody is on {one} and on {other} at once", choices=(choice,))

    def _agreements(self) -> Iterator[Said]:
        """Say when each agreement was made, and that this was on its stop, or on the trip."""
        for number, agreement in enumerate(self.document.agreements):
            if not agreement.date or agreement.progress in _NOT_THEN:
                continue
            record = f"{self.trip}.{agreement.id}"
            around = f"{self.trip}.{agreement.stop}" if agreement.stop in self.known else self.trip
            node: Node = (record, "day")
            yield self._nature(f"{agreement.id} is made on its stop", within(node, node, *_ends(around)))
            fact = self._fact("agreement", record, "date", "agreements", number, "date")
            yield self._dated(fact, f"the agreement {agreement.id} is dated {agreement.date}", node, agreement.date)

    def _fact(self, sort: str, record: str, field: str, *path: str | int) -> Fact:
        return Fact(sort, record, field, self.entry.place(*path))

    def _dated(self, fact: Fact, wording: str, node: Node, day: EdtfDate) -> Said:
        """Say that *node* is on *day*, qualifiers widened by their margin."""
        limits, choices = _on(node, day)
        return self._spoken(fact, wording, limits, choices)

    def _spoken(self, fact: Fact, wording: str, limits: Limits, choices: tuple[Choice, ...] = ()) -> Said:
        return Statement(next(self.ids), wording, limits, choices, Kind.SPOKEN, fact)

    def _nature(self, wording: str, limits: Limits = (), choices: tuple[Choice, ...] = ()) -> Said:
        return Statement(next(self.ids), wording, limits, choices, Kind.STRUCTURE)


_NOT_THEN = frozenset({"refused", "offered", "intended", "negotiated", "ratified", "in-force", "extended"})
"""Progress of an agreement whose date need not lie in the stop."""


def _ends(record: str) -> tuple[Node, Node]:
    """Return the nodes of the first and last day of *record*."""
    return (record, "first"), (record, "last")


def _on(node: Node, day: EdtfDate) -> tuple[Limits, tuple[Choice, ...]]:
    """Return limits and choices that put *node* on one of the possible days of *day*; none for a date without a year."""
    ranges = [(low, high) for low, high in day.widened]
    if day.is_reversed and day.earliest and day.latest:
        ranges = [(day.earliest.toordinal(), day.latest.toordinal())]
    alternatives = [
        not_before(node, None if low == FIRST else low) + not_after(node, None if high == LAST else high) for low, high in ranges
    ]
    if len(alternatives) > 1:
        return (), (one_of(alternatives),)
    return (alternatives[0] if alternatives else ()), ()
