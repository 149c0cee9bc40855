"""A whole list: the trips that it adds, what it says of trips that are recorded, and what of it cannot be told."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from diplotrips.extract.importing.cells import UnmappedError
from diplotrips.extract.importing.documents import document_of, locator, stop_lines, wanted_id
from diplotrips.extract.importing.journeys import Placed, chained
from diplotrips.extract.importing.problems import Problem
from diplotrips.extract.importing.repeated import Recognised, recognised
from diplotrips.extract.importing.said_rows import recorded_rows, rows_of
from diplotrips.extract.importing.visits import Visit, read_visits
from diplotrips.schema.fields import is_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from diplotrips.extract.importing.grid import Grid
    from diplotrips.extract.importing.known import Known
    from diplotrips.schema.dataset import Entry
    from diplotrips.schema.document import TripDocument
    from diplotrips.schema.mapping import ColumnRule

_OPEN_DAYS: Final = timedelta(days=30)
"""How long a recorded trip whose end is not known is taken to last at most."""


@dataclass(frozen=True, slots=True)
class NewTrip:
    """A trip that no record has yet."""

    id: str
    rows: tuple[int, ...]
    document: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Lines:
    """What the list says of a trip that is recorded."""

    trip: Entry[TripDocument]
    rows: tuple[int, ...]
    lines: list[dict[str, Any]]
    source: str
    """Id of the source that says so."""
    agreements: list[dict[str, Any]] = field(default_factory=list)
    """Agreements that the trip does not have yet."""


@dataclass(slots=True)
class Listed:
    """What becomes of a list."""

    file: str
    rows: int
    """Rows in which something stands."""
    trips: list[NewTrip] = field(default_factory=list)
    lines: list[Lines] = field(default_factory=list)
    there: list[int] = field(default_factory=list)
    """Rows that are in the records already."""
    missing: tuple[str, ...] = ()
    """Rows that are in the records and that no row of the list says any more."""
    problems: list[Problem] = field(default_factory=list)


def read_list(grid: Grid, rules: Mapping[str, ColumnRule], known: Known, source: str) -> Listed:
    """Return what becomes of a list; rows of which nothing can be made are told among the problems only.

    Args:
        grid: The list.
        rules: The rule for each of its columns.
        known: The records, and the mapping; new entries of registers are put there.
        source: Id of the list.
    """
    read = read_visits(grid, known.mapping, rules)
    listed = Listed(grid.file, len(grid.rows), problems=list(read.problems))
    reading = _Listing(grid.file, known, source, listed)
    placed = [each for visit in read.visits if (each := reading.place(visit))]
    chains = chained(placed, known.mapping.gap_days)
    journeys = [[each for each in journey if reading.fits(each, journey)] for journey in chains]
    reading.recognise(journeys)
    for journey in journeys:
        reading.take(journey)
    listed.problems.sort(key=lambda problem: problem.row)
    return listed


class _Listing:
    """Journeys taken one after the other."""

    def __init__(self, file: str, known: Known, source: str, listed: Listed) -> None:
        self.file = file
        self.known = known
        self.source = source
        self.listed = listed
        self._recognised = Recognised()

    def recognise(self, journeys: Sequence[Sequence[Placed]]) -> None:
        """Find out which rows are recorded already, and which of them say something else now."""
        there = recorded_rows(self.known, self.source)
        if there:
            self._recognised = recognised(list(rows_of(filter(None, journeys), self.known, self.file)), there, self.file)
            self.listed.missing = self._recognised.missing

    def place(self, visit: Visit) -> Placed | None:
        """Return a visit with whoever travels resolved."""
        try:
            represents = self.known.party(visit.texts["represents"])
            person = self.known.person(visit.texts["traveller"], visit.ids.get("person", {}), represents)
        except UnmappedError as error:
            self._refuse(visit, str(error))
            return None
        return Placed(visit, person, represents)

    def fits(self, each: Placed, journey: Sequence[Placed]) -> bool:
        """Tell whether a visit can be part of its journey."""
        if each.is_at_home:
            self._refuse(each.visit, f"{each.represents} is the country that the traveller represents, so that this is no trip abroad")
            return False
        if journey[1:] and each.visit.dates is None:
            self._refuse(each.visit, "it gives no days, so that its place on the journey is not known")
            return False
        return True

    def take(self, journey: list[Placed]) -> None:
        """Make a trip of a journey, or lines about one that is recorded."""
        if not journey:
            return
        visits = [each.visit for each in journey]
        known = self._recognised
        self.listed.there += [visit.row for visit in visits if visit.row in known.there]
        for visit in visits:
            if visit.row in known.told:
                self._refuse(visit, known.told[visit.row])
        new = [visit for visit in visits if visit.row not in known.there and visit.row not in known.told]
        if not new:
            return
        recorded = self._recorded(journey)
        if recorded:
            self._add_lines(recorded, new)
        elif len(new) < len(visits):
            for visit in new:
                self._refuse(visit, f"other rows of its journey were imported already, from {self.file}; add it to that trip by hand")
        else:
            self._add_trip(journey)

    def _add_trip(self, journey: list[Placed]) -> None:
        visits = [each.visit for each in journey]
        wanted = wanted_id(journey)
        if not is_id(wanted):
            for visit in visits:
                self._refuse(visit, f"{visits[0].texts.get('trip_id', wanted)} makes no id of a trip")
            return
        try:
            document = document_of(journey, self.known.free_id(wanted), self.known, self.source, self.file)
        except UnmappedError as error:
            for visit in visits:
                self._refuse(visit, str(error))
            return
        self.listed.trips.append(NewTrip(document["trip"]["id"], tuple(visit.row for visit in visits), document))

    def _recorded(self, journey: Sequence[Placed]) -> Entry[TripDocument] | None:
        """Return the recorded trip of the same traveller on days of the journey."""
        spans = [span for each in journey if (span := _span(each.visit))]
        for entry in self.known.trips_of(journey[0].traveller):
            days = _days_of(entry.record)
            if days and any(first <= days[1] and days[0] <= last for first, last in spans):
                return entry
        return None

    def _add_lines(self, entry: Entry[TripDocument], visits: Sequence[Visit]) -> None:
        """Add what the rows say of stops that the trip has; the stops themselves stay as they are."""
        there = {line.about: line.locator for line in entry.record.said.get(self.source, ())}
        stops = list(entry.record.stops)
        lines: list[dict[str, Any]] = []
        taken = []
        for visit in visits:
            stop = next((stop for stop in stops if [stop.country] == visit.countries), None)
            if stop is None:
                told = f"{entry.record.trip.id} is recorded for these days and has no such stop; add the stop there"
                self._refuse(visit, told)
                continue
            stops.remove(stop)
            if stop.id in there:  # a second line of the list would be no second witness
                self._refuse(visit, f"{entry.record.trip.id}.{stop.id} is recorded from {there[stop.id]} already; add to it by hand")
                continue
            taken.append(visit.row)
            said: dict[str, Any] = {key: visit.texts[key] for key in ("dates", "within", "kind", "protocol") if key in visit.texts}
            said |= {key: visit.lists[key] for key in ("places", "purposes", "did", "did_not") if visit.lists.get(key)}
            notes = [*visit.notes, *_beyond_a_line(visit, entry.record.trip.office)]
            note = {"note": "; ".join(notes)} if notes else {}
            line = next(stop_lines(visit, {"id": stop.id, "country": stop.country, **said}, locator(self.file, [visit])))
            lines.append({**line, **note})
        if lines:
            self.listed.lines.append(Lines(entry, tuple(taken), lines, self.source))

    def _refuse(self, visit: Visit, told: str) -> None:
        self.listed.problems.append(Problem(self.file, visit.row, "", told))


def _beyond_a_line(visit: Visit, office: str) -> Iterator[str]:
    """Give in words what a row says that no line about a stop can: it goes to the note, for a person to enter."""
    if visit.texts.get("office", office) != office:
        yield f"office {visit.texts['office']}"
    for name, country in visit.met:
        yield f"met {name} ({country})" if country else f"met {name}"
    yield from (f"event {name}" for name in visit.lists.get("events", ()))
    yield from (f"{scheme} {value}" for ids in visit.ids.values() for scheme, value in ids.items())
    yield from (f"{variable} {value}" for variable, value in visit.extra.items())


def _span(visit: Visit) -> tuple[date, date] | None:
    """Return first and last day of a visit as widely as they may be; None for one whose days are not known."""
    dates = visit.dates
    if dates is None or dates.earliest is None:
        return None
    return dates.earliest, dates.latest or dates.earliest


def _days_of(document: TripDocument) -> tuple[date, date] | None:
    """Return first and last day of a recorded trip as widely as they may be."""
    days = document.trip.dates
    if days is None or days.earliest is None:
        return None
    return days.earliest, days.latest or days.earliest + _OPEN_DAYS
