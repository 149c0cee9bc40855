"""What a row of a list says, in one form for the row as it is read and for the lines in which it is recorded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from diplotrips.extract.importing.cells import UnmappedError
from diplotrips.extract.importing.documents import COMPLETED, document_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from diplotrips.extract.importing.journeys import Placed
    from diplotrips.extract.importing.known import Known
    from diplotrips.schema.dataset import Entry
    from diplotrips.schema.document import TripDocument
    from diplotrips.schema.said import ClaimLine

    Json = Mapping[str, Any]

OF_WHOLE: Final = frozenset({"office", "represents", "events", "met"})
"""What is recorded only of rows that became stops, and not of those that gave a recorded trip a line."""

_OF_TRIP: Final = ("office", "represents")
_DAYS: Final = ("dates", "within")
_OF_STOP: Final = ("country", "kind", "protocol", "purposes", "events", "did", "did_not", "places", "status", "territory", "days")
_OF_JOURNEY: Final = (*_OF_TRIP, "status", *_DAYS)
_BESIDES: Final = ("certainty", "external_ids", "extra", "note")
_FIELDS: Final = (*_OF_TRIP, *_DAYS, *_OF_STOP, "about", "named", "of", "locator", "note")
_LOCATOR: Final = re.compile(r"(?P<file>.+) rows? (?P<rows>[0-9]+(?:, [0-9]+)*)")


@dataclass(frozen=True, slots=True)
class Row:
    """What one row says; where rows have several countries, all rows of a journey, since their stops have no days of their own."""

    file: str
    rows: tuple[int, ...]
    says: Mapping[str, str]
    """By field, with the `traveller` by id, and those `met`."""
    besides: tuple[tuple[str, str], ...]
    """What no line says and only the record itself has: notes, ids, variables of the project."""
    is_whole: bool = True
    """Whether the row became a stop; else it gave a recorded trip a line."""
    trip: str = ""
    """Id of the trip that has it; empty for a row as it is read."""

    def key(self, *, is_whole: bool) -> frozenset[tuple[str, str]]:
        """Return what is the same for rows that say the same; of less than a whole row that which a line can say."""
        return frozenset((name, value) for name, value in self.says.items() if is_whole or name not in OF_WHOLE)

    def holds(self, name: str, value: str) -> bool:
        """Tell whether a recorded row has something besides; a note may have been added to."""
        return any(name == each and (value in has if name == "note" else value == has) for each, has in self.besides)


def rows_of(journeys: Iterable[Sequence[Placed]], known: Known, file: str) -> Iterator[Row]:
    """Give the rows of a list; what would be entered in registers for them is not."""
    for journey in journeys:
        several = any(placed.visit.countries[1:] for placed in journey)
        for placed in [journey] if several else [[each] for each in journey]:
            before = set(known.entries)
            try:
                document = document_of(placed, "x", known, "x", file)
            except UnmappedError:  # it is told when the row is taken, as it was before
                continue
            finally:
                known.forget(known.entries.keys() - before)
            rows = tuple(sorted(each.visit.row for each in placed))
            yield _read_row(document, placed, file, rows, several=several)


def _read_row(document: Json, placed: Sequence[Placed], file: str, rows: tuple[int, ...], *, several: bool) -> Row:
    trip, *lines = document["said"]["x"]
    traveller = placed[0].traveller
    if several:
        return Row(file, rows, _journey_says(traveller, trip, lines), tuple(_besides(document["trip"], ("note",))))
    (visit,) = (each.visit for each in placed)
    notes = [("note", _plain(note)) for note in visit.notes]
    besides = [*_besides(document["stops"][0], _BESIDES[:-1]), *notes]
    return Row(file, rows, _row_says(traveller, trip, lines[0], lines[1:]), tuple(besides))


def recorded_rows(known: Known, source: str) -> list[Row]:
    """Return every row of the list that is recorded under *source*, as its lines say."""
    return [row for entry in known.dataset.trips if source in entry.record.said for row in _Block(entry, source).rows()]


class _Block:
    """The lines of the list about one trip."""

    def __init__(self, entry: Entry[TripDocument], source: str) -> None:
        self.document = entry.record
        self.stops = {stop.id: stop for stop in entry.record.stops}
        self.lines = [_json(line) for line in entry.record.said[source]]
        self.trip: Json = next((line for line in self.lines if "about" not in line and _LOCATOR.fullmatch(line.get("locator", ""))), {})
        self.file, self.of_trip = _place(self.trip)

    def rows(self) -> Iterator[Row]:
        """Give the rows."""
        stops = [line for line in self.lines if line.get("about") in self.stops and "country" in line and _place(line)[1]]
        whole = [line for line in stops if line["locator"] == self.trip.get("locator")]
        if whole and (whole[1:] or self.of_trip[1:]):
            besides = tuple(_besides(self._fields_of(self.document.trip), ("note",)))
            says = _journey_says(self.document.trip.traveller, self.trip, whole)
            yield Row(self.file, self.of_trip, says, besides, trip=self.document.trip.id)
            stops = [line for line in stops if line not in whole]
        seen: set[int] = set()
        for line in stops:
            file, rows = _place(line)
            is_whole = file == self.file and set(rows) <= set(self.of_trip) - seen
            seen |= set(rows) if is_whole else set()
            yield self._row(line, file, rows, is_whole=is_whole)

    def _row(self, line: Json, file: str, rows: tuple[int, ...], *, is_whole: bool) -> Row:
        met = [
            each for each in self.lines if each.get("about", "").startswith(f"{line['about']}.") and each.get("locator") == line["locator"]
        ]
        alone = self.trip if is_whole and not self.of_trip[1:] else {}
        trip = {**({name: value for name, value in self.trip.items() if name in _OF_TRIP} if is_whole else {}), **alone}
        says = _row_says(self.document.trip.traveller, trip, line, met if is_whole else ())
        stop = self._fields_of(self.stops[line["about"]])
        besides = _besides(stop if is_whole else {"note": line.get("note")}, _BESIDES)
        return Row(file, rows, says, tuple(besides), is_whole, self.document.trip.id)

    @staticmethod
    def _fields_of(record: object) -> Json:
        return {name: getattr(record, name, None) for name in _BESIDES}


def _json(line: ClaimLine) -> Json:
    return {name: value for name in _FIELDS if (value := getattr(line, name)) is not None}


def _place(line: Json) -> tuple[str, tuple[int, ...]]:
    """Return file and rows of a line; nothing if it is of no row."""
    found = _LOCATOR.fullmatch(line.get("locator", ""))
    return (found["file"], tuple(map(int, found["rows"].split(", ")))) if found else ("", ())


def _row_says(traveller: str, trip: Json, stop: Json, met: Iterable[Json]) -> dict[str, str]:
    """Return what one row says; its days stand in the line of the trip where it has no other stop."""
    days = stop if any(name in stop for name in _DAYS) else trip
    people = sorted(f"{line['named']} ({line['of']})" if "of" in line else line["named"] for line in met if "named" in line)
    return {
        "traveller": traveller,
        "status": COMPLETED,
        **_texts(trip, _OF_TRIP),
        **_texts(days, _DAYS),
        **_texts(stop, _OF_STOP),
        **({"met": ", ".join(people)} if people else {}),
    }


def _journey_says(traveller: str, trip: Json, stops: Iterable[Json]) -> dict[str, str]:
    countries = ", ".join(str(line["country"]) for line in stops)
    return {"traveller": traveller, "countries": countries, **_texts(trip, _OF_JOURNEY)}


def _texts(line: Json, names: Iterable[str]) -> dict[str, str]:
    return {name: _text(line[name]) for name in names if name in line}


def _text(value: object) -> str:
    """Return a value as text; a list in its order, whatever sign a mapping splits it by."""
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _besides(record: Json, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give what a record has that no line says, each thing by itself."""
    for name in names:
        value = record.get(name)
        if isinstance(value, dict):
            yield from ((str(key), str(each)) for key, each in value.items())
        elif value is not None:
            yield name, _plain(str(value))


def _plain(text: str) -> str:
    return " ".join(text.split())
