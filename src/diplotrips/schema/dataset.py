"""A dataset as read: every record that holds to its schema, with the place of each value.

Reading makes it, checks judge it, exports flatten it. What could not be read is not in here: it is a finding, and the id of its record is
in `broken`, so that nothing else is blamed for its absence. Second codings and drafts are kept beside the records and are none.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

from diplotrips.schema.claims import Claim, claims_of, coded_claims_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from diplotrips.findings import Place
    from diplotrips.schema.coding import CodingFile
    from diplotrips.schema.document import TripDocument
    from diplotrips.schema.info import DatasetInfo
    from diplotrips.schema.ledger import Coverage, Decision, Waiver, Withdrawal
    from diplotrips.schema.record import Record
    from diplotrips.schema.registers import Coder, Event, Organization, Person, Source
    from diplotrips.schema.tree import Node

Kind = TypeVar("Kind")
Kind_co = TypeVar("Kind_co", bound="Record", covariant=True)


@dataclass(frozen=True, slots=True)
class Entry(Generic[Kind_co]):
    """A record and where it stands."""

    record: Kind_co
    node: Node
    """The node of the record itself, so that paths begin at its own keys."""

    def place(self, *path: str | int) -> Place:
        """Return where the value at *path* stands; of an absent one, where the innermost thing around it stands."""
        return self.node.at(path).place


@dataclass(frozen=True, slots=True)
class Item(Entry["Record"]):
    """Anything with a released id: a trip, stop, meeting, agreement, expert or an entry of a register."""

    kind: str = ""
    """One of the code list `record_kinds`."""
    id: str = ""
    """Released id: `trip`, `trip.stop`, `trip.stop.person`, `trip.agreement`, or the id of the register entry."""
    trip: str = ""
    """Id of the trip that it belongs to; empty for an entry of a register."""

    def path(self, field_name: str) -> str:
        """Return *field_name* as a reader sees it: `stops.ve.dates`, or `dates` of the trip and of a register entry."""
        plural = _PLURALS.get(self.kind, "")
        local = self.id.removeprefix(f"{self.trip}.") if self.trip and self.kind != "trip" else ""
        return ".".join(part for part in (plural, local, field_name) if part)


_PLURALS = {"stop": "stops", "meeting": "stops", "agreement": "agreements", "quoted-expert": "quoted_experts"}


@dataclass(frozen=True)
class Dataset:
    """Everything that was read from one folder of records."""

    root: str = ""
    """The folder, as shown to the user."""
    info: Entry[DatasetInfo] | None = None
    trips: tuple[Entry[TripDocument], ...] = ()
    sources: tuple[Entry[Source], ...] = ()
    people: tuple[Entry[Person], ...] = ()
    organizations: tuple[Entry[Organization], ...] = ()
    events: tuple[Entry[Event], ...] = ()
    coders: tuple[Entry[Coder], ...] = ()
    coverage: tuple[Entry[Coverage], ...] = ()
    decisions: tuple[Entry[Decision], ...] = ()
    waivers: tuple[Entry[Waiver], ...] = ()
    withdrawn: tuple[Entry[Withdrawal], ...] = ()
    codings: tuple[Entry[CodingFile], ...] = ()
    """Sources as second coders read them, `coded/<coder>/<source>.yaml`."""
    drafts: tuple[Entry[CodingFile], ...] = ()
    """Sources as the parser reads them, `parsed/<source>.json`; nobody has vouched for them."""
    draft_hashes: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of the files of drafts, by file as places name it."""
    further_claims: tuple[Claim, ...] = ()
    """Claims of drafts that are read beside those of authors for a second look; a dataset as read has none."""
    span_hashes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """SHA-256 of passages, by source id and span, as `span_hashes.json` keeps them."""
    broken: frozenset[str] = field(default_factory=frozenset)
    """Ids of records that were found but do not hold to their schema."""
    unread: frozenset[str] = field(default_factory=frozenset)
    """Names of the registers, and `authored`, of which a part could not be read, so that its ids are not known."""
    lost: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    """Ids of decisions and waivers that do not hold to their schema, by code, record and field; that is empty where a waiver has none."""

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Everything with a released id, in the order of the files."""
        return tuple(_items(self))

    @cached_property
    def by_id(self) -> Mapping[str, tuple[Item, ...]]:
        """The items of each released id; more than one where an id is given twice."""
        return _grouped((item.id, item) for item in self.items)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim of every document, in the order of the files, then those of drafts in a second look."""
        return (*(claim for entry in self.trips for claim in claims_of(entry.record, entry.node)), *self.further_claims)

    @cached_property
    def coded_claims(self) -> tuple[Claim, ...]:
        """Every claim of second coders on trips of the dataset, in the order of the files; none of them is among `claims`."""
        documents = {entry.record.trip.id: entry.record for entry in reversed(self.trips)}
        return tuple(claim for entry in self.codings for claim in coded_claims_of(entry.record, entry.node, documents))

    @cached_property
    def claims_about(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims by released id of the record that they are about."""
        return _grouped((claim.record, claim) for claim in self.claims)

    @cached_property
    def claims_of_trip(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims by id of the trip that they belong to."""
        return _grouped((claim.trip, claim) for claim in self.claims)

    def place(self, record_id: str, *path: str | int) -> Place | None:
        """Return where the value at *path* of the first record called *record_id* stands; None if there is no such record."""
        items = self.by_id.get(record_id, ())
        return items[0].place(*path) if items else None


def _grouped(pairs: Iterable[tuple[str, Kind]]) -> Mapping[str, tuple[Kind, ...]]:
    """Return what is paired with each key, in the order given."""
    found: dict[str, list[Kind]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


def _items(dataset: Dataset) -> Iterator[Item]:
    """Walk all trip documents, then all registers."""
    for entry in dataset.trips:
        yield from _items_of_trip(entry)
    registers = {
        "source": dataset.sources,
        "person": dataset.people,
        "organization": dataset.organizations,
        "event": dataset.events,
        "coder": dataset.coders,
        "coverage": dataset.coverage,
        "decision": dataset.decisions,
        "waiver": dataset.waivers,
    }
    for kind, entries in registers.items():
        for register_entry in entries:
            yield Item(register_entry.record, register_entry.node, kind, register_entry.record.id)  # type: ignore[attr-defined]  # every register has ids


def _items_of_trip(entry: Entry[TripDocument]) -> Iterator[Item]:
    """Walk one trip document: trip, stops with their meetings, agreements, experts."""
    document, node = entry.record, entry.node
    trip = document.trip.id
    yield Item(document.trip, node.at(("trip",)), "trip", trip, trip)
    for local in document.local_records():
        yield Item(local.record, node.at(local.path), local.kind, f"{trip}.{local.id}", trip)
