"""One trip document: the trip, its stops, its agreements, who is quoted on it, and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from pydantic import Field

from diplotrips.schema.agreement import Agreement
from diplotrips.schema.fields import Extra, Id, SchemaVersion, Sha256, Text
from diplotrips.schema.quote import OfficialQuote, QuotedExpert
from diplotrips.schema.record import Many, Opt, Record
from diplotrips.schema.said import Said
from diplotrips.schema.stop import Stop
from diplotrips.schema.trip import Trip

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class LocalRecord(NamedTuple):
    """A record of a trip document that its lines can be about: a stop, meeting, agreement or expert."""

    id: str
    """Its local id, such as `cu` or `cu.raul-castro`."""
    kind: str
    """One of the code list `record_kinds`."""
    record: Record
    path: tuple[str | int, ...]
    """Keys and indexes that lead to it from the document."""


class Review(Record):
    """A draft of the parser that a person held to its text, value by value; void when text or draft is not that one any more."""

    source: Id
    """Id of the source of the draft, as in the register `sources`."""

    reviewed_by: Id
    """Coder who held the draft to the text, as in the register `coders`."""

    draft_sha256: Sha256
    """SHA-256 of the file of the draft."""

    text_sha256: Sha256
    """SHA-256 of the UTF-8 of the text as read."""


class TripDocument(Record):
    """One YAML file under `extract/authored/`: what we hold to be true of one trip, and below it who says so."""

    schema_version: Annotated[SchemaVersion, Field(alias="schema")]
    """Version of the record format; 1."""

    trip: Trip
    """The trip itself."""

    stops: Annotated[Many[Stop], Field(min_length=1)]
    """Its stops, in any order (`route` says which)."""

    agreements: Many[Agreement] = ()
    """What was agreed, signed, announced or intended on it."""

    quoted_experts: Many[QuotedExpert] = ()
    """Experts whom the sources quote on it."""

    quotes: Many[OfficialQuote] = ()
    """Quotations of officials."""

    said: Said = Field(default_factory=dict)
    """Who says so: one block a source, one line a passage."""

    note: Opt[Text] = None
    """Whatever a reader should know, in the coder's own words."""

    extra: Opt[Extra] = None
    """The project's own variables, as declared in `dataset.yaml`."""

    reviewed_by: Opt[Id] = None
    """Coder who approved a draft of the parser."""

    reviews: Many[Review] = ()
    """Which drafts were approved, one entry each."""

    def local_records(self) -> Iterator[LocalRecord]:
        """Walk the stops, each with its meetings, then agreements and experts, in the order of the document."""
        for number, stop in enumerate(self.stops):
            yield LocalRecord(stop.id, "stop", stop, ("stops", number))
            for order, meeting in enumerate(stop.met or ()):
                yield LocalRecord(f"{stop.id}.{meeting.local_id}", "meeting", meeting, ("stops", number, "met", order))
        for number, agreement in enumerate(self.agreements):
            yield LocalRecord(agreement.id, "agreement", agreement, ("agreements", number))
        for number, expert in enumerate(self.quoted_experts):
            yield LocalRecord(expert.id, "quoted-expert", expert, ("quoted_experts", number))

    @property
    def kinds(self) -> Mapping[str, str]:
        """The kind of record of each local id; of records with one id that of the last."""
        return {local.id: local.kind for local in self.local_records()}
