"""Every reference that a record can hold, as one table: which field of which kind of record names what.

What is done about a reference that leads nowhere is the affair of the check DT303.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from diplotrips.findings import Place
    from diplotrips.schema.coding import CodingFile
    from diplotrips.schema.dataset import Dataset, Entry
    from diplotrips.schema.document import TripDocument
    from diplotrips.schema.record import Record
    from diplotrips.schema.tree import Node

RECORD = "record"
"""Target of a reference to any released id."""

LOCAL = "local"
"""Target of a reference to a stop, meeting, agreement or expert of the same trip by its local id."""

LOCAL_STOP = "local stop"
"""Target of a reference to a stop of the same trip by its local id."""


class Reference(NamedTuple):
    """One id that a record names."""

    record: str
    """Released id of the record that names it."""
    field: str
    """Field that names it, without `*` and `@`."""
    name: str
    """The id that is named."""
    targets: tuple[str, ...]
    """Kinds of record, or `RECORD`, `LOCAL`, `LOCAL_STOP`."""
    trip: str
    """Id of the trip in which a local id is looked for; empty in a register."""
    place: Place
    source: str = ""
    """Source in whose block it stands; empty outside `said`."""


REFERENCES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "document": {"said.@": ("source",), "reviewed_by": ("coder",), "reviews.*.source": ("source",), "reviews.*.reviewed_by": ("coder",)},
    "trip": {
        "traveller": ("person",),
        "represents": ("organization",),
        "route.*": (LOCAL_STOP,),
        "companions.*.person": ("person",),
        "companions.*.trip": ("trip",),
        "replaces": ("trip",),
    },
    "stop": {"during": (LOCAL_STOP,), "events.*": ("event",)},
    "meeting": {"person": ("person",), "organization": ("organization",)},
    "agreement": {"stop": (LOCAL_STOP,), "parties.*": ("organization",), "parties.*.organization": ("organization",)},
    "quoted-expert": {"person": ("person",), "source": ("source",), "affiliation": ("organization",), "quotes.*.about": (LOCAL,)},
    "quote": {"person": ("person",), "source": ("source",), "about": (LOCAL,)},
    "line": {
        "about": (LOCAL,),
        "according_to": ("person", "organization"),
        "route.*": (LOCAL_STOP,),
        "first_stop": (LOCAL_STOP,),
        "last_stop": (LOCAL_STOP,),
        "after": (LOCAL_STOP,),
        "during": (LOCAL_STOP,),
        "events.*": ("event",),
        "represents": ("organization",),
        "parties.*": ("organization",),
        "affiliation": ("organization",),
    },
    "coding": {"source": ("source",), "coder": ("coder",), "trips.*.trip": ("trip",)},
    "coded line": {"about": (LOCAL,)},
    "source": {"publisher": ("organization",), "agency": ("organization",), "copied_from": ("source",)},
    "person": {"offices.*.of": ("organization",)},
    "organization": {"owner": ("organization",)},
    "event": {"body": ("organization",)},
    "coverage": {"traveller": ("person",), "of": ("organization",), "looked_in.*": ("source",), "decided_by": ("coder",)},
    "decision": {
        "record": (RECORD,),
        "source": ("source",),
        "settles.*": ("source",),
        "overrules.*": ("source",),
        "expect.*": ("source",),
        "decided_by": ("coder",),
    },
    "waiver": {"record": (RECORD,), "decided_by": ("coder",)},
    "withdrawal": {"successor": (RECORD,)},
}
"""By kind of the record that holds them, the paths of its references and the kinds of record of which one must have that id.

A path is a chain of fields, in which `*` stands for each item of a list and `@` for each key of a mapping.
"""


class _Holder(NamedTuple):
    """A record that may name others."""

    kind: str
    record: Record
    node: Node
    record_id: str
    """Released id of the record, or of the one around it."""
    trip: str = ""
    source: str = ""


def references_in(dataset: Dataset) -> Iterator[Reference]:
    """Return every reference that is written down, in the order of the files of each kind; a country code is none."""
    for holder in _holders(dataset):
        for path, targets in REFERENCES.get(holder.kind, {}).items():
            steps = path.split(".")
            field = ".".join(step for step in steps if step not in {"*", "@"})
            for value, place in _values(holder.record, holder.node, steps):
                name = value.partition(":")[0]
                if not name[:1].isupper():
                    yield Reference(holder.record_id, field, name, targets, holder.trip, place, holder.source)


def _holders(dataset: Dataset) -> Iterator[_Holder]:
    """Return every record that may name others: with an id of its own, inside a trip document without one, tombstones, codings."""
    for item in dataset.items:
        yield _Holder(item.kind, item.record, item.node, item.id, item.trip)
    for entry in dataset.trips:
        yield from _in_document(entry)
    for tombstone in dataset.withdrawn:
        yield _Holder("withdrawal", tombstone.record, tombstone.node, tombstone.record.id)
    trips = {entry.record.trip.id for entry in dataset.trips}
    for coding in dataset.codings:
        yield _Holder("coding", coding.record, coding.node, "")
        yield from _coded_lines(coding, trips)


def _in_document(entry: Entry[TripDocument]) -> Iterator[_Holder]:
    """Return the document itself, the quotations of officials and the lines of `said`."""
    document, node = entry.record, entry.node
    trip = document.trip.id
    yield _Holder("document", document, node, trip, trip)
    for number, quote in enumerate(document.quotes):
        yield _Holder("quote", quote, node.at(("quotes", number)), trip, trip)
    local = document.kinds
    for source, lines in document.said.items():
        for number, line in enumerate(lines):
            record = f"{trip}.{line.about}" if line.about in local else trip
            yield _Holder("line", line, node.at(("said", source, number)), record, trip, source)


def _coded_lines(coding: Entry[CodingFile], trips: Collection[str]) -> Iterator[_Holder]:
    """Return the lines of a second coder on *trips*, unless they may be about records that the coder declares."""
    for number, block in enumerate(coding.record.trips):
        if isinstance(block.trip, str) and block.trip in trips and not (block.stops or block.agreements or block.quoted_experts):
            for order, line in enumerate(block.said):
                node = coding.node.at(("trips", number, "said", order))
                yield _Holder("coded line", line, node, block.trip, block.trip, coding.record.source)


def _values(value: object, node: Node, steps: list[str]) -> Iterator[tuple[str, Place]]:
    """Return every text that *steps* lead to from *value*, with its place."""
    if isinstance(value, tuple):
        rest = steps[1:] if steps[:1] == ["*"] else steps
        for index, inner in enumerate(value):
            yield from _values(inner, node.at((index,)), rest)
    elif not steps:
        if isinstance(value, str):
            yield value, node.place
    elif steps == ["@"] and isinstance(value, dict):
        yield from ((key, node.at((key,)).key or node.place) for key in value)
    elif value is not None and steps[0] != "*":
        yield from _values(getattr(value, steps[0], None), node.at((steps[0],)), steps[1:])
