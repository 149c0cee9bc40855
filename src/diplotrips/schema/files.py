"""What a whole file of records is: a trip document, the description of the dataset, or a register with its entries.

The records themselves are in `trip`, `said`, `coding`, `registers`, `info` and `ledger`. Reading holds the entries of a register to their
own model one by one; the models here are the same said in one piece, for JSON Schemas and the codebook.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import Field

from diplotrips.schema.coding import CodingFile
from diplotrips.schema.document import TripDocument
from diplotrips.schema.fields import Id, SchemaVersion, Sha256, SpanText
from diplotrips.schema.info import DatasetInfo
from diplotrips.schema.ledger import Coverage, Decision, Waiver, Withdrawal
from diplotrips.schema.record import Many, Record
from diplotrips.schema.registers import Coder, Event, Organization, Person, Source

if TYPE_CHECKING:
    from collections.abc import Mapping


class RecordsFile(Record):
    """A file of records that belong to no single trip."""

    schema_version: Annotated[SchemaVersion, Field(alias="schema")]
    """Version of the record format; 1."""


class DatasetFile(RecordsFile):
    """The file `dataset.yaml`: what the dataset is."""

    dataset: DatasetInfo
    """What the dataset is."""


class SourcesFile(RecordsFile):
    """The register of sources: the file `sources.yaml`, or any file in a folder `sources`."""

    sources: Many[Source]
    """Sources, in any order."""


class PeopleFile(RecordsFile):
    """The register of people: the file `people.yaml`, or any file in a folder `people`."""

    people: Many[Person]
    """People, in any order."""


class OrganizationsFile(RecordsFile):
    """The register of organizations: the file `organizations.yaml`, or any file in a folder `organizations`."""

    organizations: Many[Organization]
    """Organizations, in any order."""


class EventsFile(RecordsFile):
    """The register of events: the file `events.yaml`, or any file in a folder `events`."""

    events: Many[Event]
    """Events, in any order."""


class CodersFile(RecordsFile):
    """The register of coders: the file `coders.yaml`, or any file in a folder `coders`."""

    coders: Many[Coder]
    """Coders, in any order."""


class CoverageFile(RecordsFile):
    """What was looked for: the file `coverage.yaml`, or any file in a folder `coverage`."""

    coverage: Many[Coverage]
    """Entries, in any order."""


class DecisionsFile(RecordsFile):
    """How disagreements were settled: the file `decisions.yaml`, or any file in a folder `decisions`."""

    decisions: Many[Decision]
    """Decisions, in any order."""


class WaiversFile(RecordsFile):
    """Which checks do not apply where: the file `waivers.yaml`, or any file in a folder `waivers`."""

    waivers: Many[Waiver]
    """Waivers, in any order."""


class WithdrawnFile(RecordsFile):
    """Which ids were withdrawn: the file `withdrawn.yaml`, or any file in a folder `withdrawn`."""

    withdrawn: Many[Withdrawal]
    """Withdrawn ids, in any order."""


class SpanHashesFile(RecordsFile):
    """The hash of every passage that a record names: `span_hashes.json`, written by `diplotrips verify-spans --write` only."""

    span_hashes: dict[Id, dict[SpanText, Sha256]]
    """SHA-256 of the UTF-8 of each passage, by source id and span."""


FILES: Final[Mapping[str, type[Record]]] = MappingProxyType(
    {
        "trip": TripDocument,
        "dataset": DatasetFile,
        "sources": SourcesFile,
        "people": PeopleFile,
        "organizations": OrganizationsFile,
        "events": EventsFile,
        "coders": CodersFile,
        "coverage": CoverageFile,
        "decisions": DecisionsFile,
        "waivers": WaiversFile,
        "withdrawn": WithdrawnFile,
        "coding": CodingFile,
        "span_hashes": SpanHashesFile,
    }
)
"""The model of each kind of file, in the order of the codebook: `trip` for whatever lies below `authored/`, `coding` below `coded/` and
`parsed/`, else the name of the file."""
