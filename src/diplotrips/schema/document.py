"""One trip document: the trip, its stops, its agreements, who is quoted on it, and who says so."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from diplotrips.schema.agreement import Agreement
from diplotrips.schema.fields import Extra, Id, SchemaVersion, Text
from diplotrips.schema.quote import OfficialQuote, QuotedExpert
from diplotrips.schema.record import Many, Opt, Record
from diplotrips.schema.said import Said
from diplotrips.schema.stop import Stop
from diplotrips.schema.trip import Trip


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
