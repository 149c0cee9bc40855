"""A row of a list as a line below `said`: what a source says of one field of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from diplotrips.extract.importing import cells
from diplotrips.extract.importing.cells import UnmappedError
from diplotrips.schema.claims import CLAIM_FIELDS, EXISTS, ONE_EACH
from diplotrips.schema.codelists import fold, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from diplotrips.extract.importing.known import Known
    from diplotrips.extract.importing.recorded import Found
    from diplotrips.extract.importing.visits import Visit

    Json = dict[str, Any]

KINDS: Final = ("trip", "stop", "meeting", "agreement", "quoted-expert")
"""Kinds of records that lines can be about."""

_SEVERAL: Final = ONE_EACH | {"countries"}
_STRETCHES: Final = ("dates", "within")
_DAYS: Final = ("seen", "first_day", "last_day", "left_home", "back_home", "date")
_COUNTS: Final = ("days", "nights", "n_countries", "papers")
_STOPS: Final = ("first_stop", "last_stop", "after", "during")
_LISTS: Final = {
    "status": "trip_statuses",
    "territory": "territories",
    "purposes": "purposes",
    "protocol": "protocols",
    "did": "activities",
    "did_not": "activities",
    "office": "offices",
    "capacity": "capacities",
    "channel": "channels",
    "topics": "topics",
    "arrangement": "arrangements",
    "progress": "progress",
}


def line_of(visit: Visit, found: Found, known: Known) -> Json:
    """Return the line that a row gives, without its place.

    Raises:
        UnmappedError: there is no such field, or its value is none.
    """
    name = _field(visit.texts["field"])
    about = {"about": found.local} if found.local else {}
    mode = {"mode": visit.texts["mode"]} if "mode" in visit.texts else {}
    if name == EXISTS:
        if "value" in visit.texts:
            raise UnmappedError(f"exists has no value, and {visit.texts['value']} stands there")
        return {**about, **mode}
    if "value" not in visit.texts:
        raise UnmappedError(f"nothing says the value of {name}; for a mere mention the field is exists")
    return {**about, name: _value(name, visit, found, known), **mode}


def _field(text: str) -> str:
    """Return the field that a cell names."""
    name = fold(text).replace(" ", "_").replace("-", "_")
    if name in CLAIM_FIELDS or name == EXISTS:
        return name
    near = nearest(name, (*CLAIM_FIELDS, EXISTS))
    raise UnmappedError(f"{text} is no field that a source can state" + (f"; did you mean {near}?" if near else ""))


def _value(name: str, visit: Visit, found: Found, known: Known) -> object:
    if name in {"cited", "route"}:
        raise UnmappedError(f"{name} has more than a cell can hold; write that line by hand")
    reading = _Reading(name, found, known)
    if name in _SEVERAL:
        return [reading.one(part) for part in visit.lists["value"]]
    return reading.one(visit.texts["value"])


class _Reading:
    """Values of one field, read one by one."""

    def __init__(self, name: str, found: Found, known: Known) -> None:
        self.name = name
        self.found = found
        self.known = known

    def one(self, text: str) -> object:
        """Return one value.

        Raises:
            UnmappedError: *text* is none.
        """
        if self.name in _LISTS:
            return cells.code_in(text, _LISTS[self.name])
        return _READERS.get(self.name, _Reading.text)(self, text)

    def text(self, text: str) -> str:
        """Return a text as it is."""
        return text

    def stretch(self, text: str) -> str:
        """Return a first and a last day."""
        days = cells.days_of(text, self.known.mapping.order)
        if days.is_window and self.name == "dates":
            raise UnmappedError(f"{text} is a window in which the days lie; its field is within")
        return days.edtf

    def day(self, text: str) -> str:
        """Return a day."""
        return cells.day_of(text, self.known.mapping.order)

    def count(self, text: str) -> int | str:
        """Return a number as the source gives it."""
        number = cells.count_of(text)
        return int(number) if number.isdigit() else number

    def country(self, text: str) -> str:
        """Return a country code."""
        return cells.country_of(text, self.known.mapping.countries)

    def party(self, text: str) -> str:
        """Return a country code, or the id of an organization."""
        return self.known.party(text)

    def kind(self, text: str) -> str:
        """Return the kind of a stop or agreement."""
        return cells.code_in(text, "agreement_kinds" if self.found.kind == "agreement" else "stop_kinds")

    def stop(self, text: str) -> str:
        """Return the local id of another stop, which may be given with the id of the trip before it."""
        local = text.removeprefix(f"{self.found.trip.record.trip.id}.")
        if local not in {stop.id for stop in self.found.trip.record.stops}:
            raise UnmappedError(f"{self.found.trip.record.trip.id} has no stop {local}")
        return local

    def event(self, text: str) -> str:
        """Return the id of an event; a new one gets an entry."""
        return text if self.known.kind_of(text) == "event" else self.known.event(text)

    def organization(self, text: str) -> str:
        """Return the id of a registered organization."""
        key = self.known.party(text)
        if key.isupper():
            raise UnmappedError(f"{text} is a country; {self.name} is an organization")
        return key


_READERS: Final[Mapping[str, Callable[[_Reading, str], object]]] = {
    **dict.fromkeys(_STRETCHES, _Reading.stretch),
    **dict.fromkeys(_DAYS, _Reading.day),
    **dict.fromkeys(_COUNTS, _Reading.count),
    **dict.fromkeys(_STOPS, _Reading.stop),
    **dict.fromkeys(("country", "of", "countries"), _Reading.country),
    **dict.fromkeys(("represents", "parties"), _Reading.party),
    "kind": _Reading.kind,
    "events": _Reading.event,
    "affiliation": _Reading.organization,
}
"""What reads a value, by field, where it is neither a code of one list nor a text."""
