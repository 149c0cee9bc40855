"""Who and what the records have already, by the names that a list may have for them, and stubs for whoever they do not have."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from diplotrips.extract.importing.cells import UnmappedError, country_of
from diplotrips.schema.codelists import fold, nearest
from diplotrips.schema.countries import UNKNOWN_COUNTRY
from diplotrips.schema.fields import LONGEST_ID, id_from, is_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diplotrips.schema.dataset import Dataset, Entry
    from diplotrips.schema.document import TripDocument
    from diplotrips.schema.mapping import ImportMapping

_NEAR: Final = 0.8
"""Least similarity of an organization's name that is offered as the one meant."""

_REGISTER_OF: Final = {"person": "people", "organization": "organizations", "event": "events", "source": "sources"}


@dataclass(slots=True)
class Known:
    """What is registered, and what an import adds to the registers."""

    dataset: Dataset
    mapping: ImportMapping
    begun: str
    """What the note of a new entry begins with."""
    entries: dict[str, tuple[str, dict[str, Any]]] = field(default_factory=dict)
    """New entries by id, each with the name of its register."""
    _names: dict[tuple[str, str], str] = field(default_factory=dict)
    """Ids by kind and folded name."""
    _external: dict[tuple[str, str], str] = field(default_factory=dict)
    """Ids of people by scheme and id there."""
    _taken: dict[str, str] = field(default_factory=dict)
    """Kind of whatever has an id; `withdrawn` where it may not be used again."""

    _trips: dict[str, list[Entry[TripDocument]]] = field(default_factory=dict)
    """The recorded trips by traveller."""

    def __post_init__(self) -> None:
        for entry in self.dataset.trips:
            self._trips.setdefault(entry.record.trip.traveller, []).append(entry)
        for item in self.dataset.items:
            self._taken.setdefault(item.id, item.kind)
            if item.kind in _REGISTER_OF:
                for name in _names_of(item.record):
                    self._names.setdefault((item.kind, fold(name)), item.id)
            if item.kind == "person":
                self._external |= dict.fromkeys((getattr(item.record, "external_ids", None) or {}).items(), item.id)
        self._taken |= dict.fromkeys(self.dataset.broken, "record with errors")
        self._taken |= {entry.record.id: "withdrawn" for entry in self.dataset.withdrawn}

    def person(self, name: str, ids: dict[str, str], country: str = "") -> str:
        """Return the id of the person called *name*, or whom a data set has by one of *ids*; a new one gets an entry.

        Raises:
            UnmappedError: no id can be made of the name.
        """
        known = self.registered_person(name, ids)
        key = known if known and self._taken.get(known) == "person" else self._new(known or self._id_of(name, "people"), "person", name)
        if key in self.entries:
            self._describe(self.entries[key][1], ids, country)
        self._external |= dict.fromkeys(ids.items(), key)
        return key

    def registered_person(self, name: str, ids: dict[str, str]) -> str:
        """Return the id that a person called *name*, or whom a data set has by one of *ids*, has or shall have; empty if nobody is."""
        known = next((self._external[pair] for pair in ids.items() if pair in self._external), "")
        return known or self.mapping.people.get(name, "") or self._names.get(("person", fold(name)), "")

    def _describe(self, entry: dict[str, Any], ids: dict[str, str], country: str) -> None:
        """Put into the new entry of a person what another row tells; a second id of one scheme goes to the note."""
        note = entry.pop("note", f"{self.begun}offices and other spellings are missing.")
        if country.isupper() and country != UNKNOWN_COUNTRY:
            entry.setdefault("country", country)
        for scheme, value in ids.items():
            first = entry.setdefault("external_ids", {}).setdefault(scheme, value)
            told = f" The list has {scheme} {value} too."
            note += told if first != value and told not in note else ""
        entry["note"] = note

    def party(self, text: str) -> str:
        """Return the country or organization that a traveller represents; an organization that the mapping names gets an entry.

        Raises:
            UnmappedError: there is neither.
        """
        own = next((each for name, each in self.mapping.organizations.items() if fold(name) == fold(text)), None)
        if own is not None:
            key, kind = (own, "igo") if isinstance(own, str) else (own.id, own.kind)
            if self._taken.get(key) == "organization":
                return key
            key = self._new(key, "organization", text)
            self.entries[key][1].update(kind=kind, note=f"{self.begun}the country of its seat is missing.")
            return key
        known = self._names.get(("organization", fold(text)), text if self._taken.get(text) == "organization" else "")
        try:
            return known or country_of(text, self.mapping.countries)
        except UnmappedError as error:
            names = [name for kind, name in self._names if kind == "organization"]
            near = nearest(fold(text), names, _NEAR)
            meant = f"did you mean {self._names['organization', near]}?" if near else "give its id under organizations in the mapping"
            raise UnmappedError(f"{error}, and no organization is; {meant}" if "did you mean" not in str(error) else str(error)) from error

    def event(self, name: str) -> str:
        """Return the id of an event; a new one gets an entry.

        Raises:
            UnmappedError: no id can be made of the name.
        """
        known = self._names.get(("event", fold(name)))
        if known:
            return known
        key = self._new(self._id_of(name, "events"), "event", name)
        self.entries[key][1]["note"] = f"{self.begun}country, days and body are missing."
        return key

    def free_id(self, wanted: str) -> str:
        """Return *wanted*, with a number behind it where it is taken, as the id of a new trip; then that is taken."""
        number, free = 1, wanted
        while free in self._taken:
            number += 1
            free = f"{wanted[: LONGEST_ID - len(f'-{number}')]}-{number}"
        self._taken[free] = "trip"
        return free

    def forget(self, keys: Iterable[str]) -> None:
        """Take back new entries that nothing needs."""
        for key in list(keys):
            _, entry = self.entries.pop(key)
            kind = self._taken.pop(key)
            del self._names[kind, fold(entry["name"])]

    def kind_of(self, key: str) -> str:
        """Return the kind of record that has an id; empty if none has."""
        return self._taken.get(key, "")

    def trips_of(self, traveller: str) -> Iterator[Entry[TripDocument]]:
        """Give the trips of a person."""
        return iter(self._trips.get(traveller, ()))

    def _id_of(self, name: str, where: str) -> str:
        key = id_from(name)
        if not key:
            told = "give one under people in the mapping" if where == "people" else "write it in Latin letters"
            raise UnmappedError(f"no id can be made of {name}; {told}")
        return key

    def _new(self, key: str, kind: str, name: str) -> str:
        """Enter somebody new."""
        if not is_id(key):
            raise UnmappedError(f"{key} cannot be an id")
        other = self._taken.get(key)
        if other:
            whose = "was withdrawn" if other == "withdrawn" else f"belongs to another kind of record: {other.replace('-', ' ')}"
            raise UnmappedError(f"{name} would get the id {key}, which {whose}")
        self._taken[key] = kind
        self._names[kind, fold(name)] = key
        self.entries[key] = (_REGISTER_OF[kind], {"id": key, "name": name})
        return key


def _names_of(record: object) -> Iterator[str]:
    """Give the names that a register entry has."""
    name = getattr(record, "name", None)
    if isinstance(name, str):
        yield name
    yield from (other.name for other in getattr(record, "names", ()))
