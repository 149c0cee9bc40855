"""The recorded trip, stop or other record that a row is about: named by its id, or found by traveller, country and day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from diplotrips.extract.importing.cells import UnmappedError
from diplotrips.schema.codelists import nearest
from diplotrips.schema.dates.edtf import EdtfInterval
from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from diplotrips.extract.importing.known import Known
    from diplotrips.extract.importing.visits import Visit
    from diplotrips.schema.dataset import Entry
    from diplotrips.schema.document import TripDocument

OPEN_DAYS: Final = timedelta(days=30)
"""How long a trip or stop one end of which is not known is taken to last at most."""


class Found(NamedTuple):
    """A record of a trip document."""

    trip: Entry[TripDocument]
    local: str
    """Its local id; empty for the trip itself."""
    kind: str
    """One of the code list `record_kinds`."""

    @property
    def id(self) -> str:
        """Its released id."""
        return ".".join(filter(None, (self.trip.record.trip.id, self.local)))


def wide(days: EdtfInterval | None) -> tuple[date, date] | None:
    """Return first and last day as widely as they may be; None if neither is known."""
    if days is None:
        return None
    first, last = days.earliest, days.latest
    if first is None:
        return (last - OPEN_DAYS, last) if last else None
    return first, last or first + OPEN_DAYS


def record_of(visit: Visit, known: Known, kinds: Collection[str]) -> Found:
    """Return the record that a row is about, which is one of *kinds*.

    Raises:
        UnmappedError: there is none, or several may be meant.
    """
    if "record" in visit.texts:
        return _named(visit.texts["record"], known, kinds)
    person = known.registered_person(visit.texts.get("traveller", ""), visit.ids.get("person", {}))
    if not person or known.kind_of(person) != "person":
        raise UnmappedError(
            f"nobody called {visit.texts.get('traveller') or listed(tuple(visit.ids['person'].values()), 'or')} is registered"
        )
    fitting = list(_fitting(visit, known, person))
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise UnmappedError(f"{listed([each.id for each in fitting], 'and')} fit; say which in a column that is record")
    what = f"stop of {person} in {visit.countries[0]}" if visit.countries else f"trip of {person}"
    when = f" on {visit.texts['date']}" if "date" in visit.texts else ""
    raise UnmappedError(f"no {what}{when} is recorded; begin that trip first, or say which record it is in a column that is record")


def _named(record: str, known: Known, kinds: Collection[str]) -> Found:
    items = known.dataset.by_id.get(record, ())
    if not items:
        near = nearest(record, [item.id for item in known.dataset.items if item.kind in kinds])
        raise UnmappedError(f"no record is called {record}" + (f"; did you mean {near}?" if near else ""))
    item = items[0]
    if item.kind not in kinds:
        told = listed([kind.replace("-", " ") for kind in kinds], "or")
        raise UnmappedError(f"{record} is a record of the kind {item.kind}; here it has to be of the kind {told}")
    trip = next(entry for entry in known.dataset.trips if entry.record.trip.id == item.trip)
    return Found(trip, record.removeprefix(item.trip).removeprefix("."), item.kind)


def _fitting(visit: Visit, known: Known, person: str) -> Iterator[Found]:
    """Give the stops in the country of a row, or the trips if it names none, on whose days its day may lie."""
    day = wide(EdtfInterval.parse(visit.texts["date"])) if "date" in visit.texts else None
    for entry in known.trips_of(person):
        trip = entry.record.trip
        of_trip = wide(trip.dates or trip.within)
        if not visit.countries:
            if _meet(day, of_trip):
                yield Found(entry, "", "trip")
            continue
        for stop in entry.record.stops:
            if stop.country in visit.countries and _meet(day, wide(stop.dates or stop.within) or of_trip):
                yield Found(entry, stop.id, "stop")


def _meet(one: tuple[date, date] | None, other: tuple[date, date] | None) -> bool:
    """Tell whether two stretches of days may share one; nothing is said against one that is not known."""
    return one is None or (other is not None and one[0] <= other[1] and other[0] <= one[1])
