"""What a file of each kind has to be: the model of its records, and the mapping around them (`schema: 1`, `people: […]`).

The entries inside are held to their own model one by one, so that a bad one does not take the others with it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import Field, create_model

from diplotrips.extract.layout import AUTHORED, DATASET
from diplotrips.schema.document import TripDocument
from diplotrips.schema.fields import SchemaVersion
from diplotrips.schema.info import DatasetInfo
from diplotrips.schema.ledger import Coverage, Decision, Waiver, Withdrawal
from diplotrips.schema.record import Many, Record
from diplotrips.schema.registers import Coder, Event, Organization, Person, Source

if TYPE_CHECKING:
    from collections.abc import Mapping

MODELS: Final[Mapping[str, type[Record]]] = {
    AUTHORED: TripDocument,
    DATASET: DatasetInfo,
    "sources": Source,
    "people": Person,
    "organizations": Organization,
    "events": Event,
    "coders": Coder,
    "coverage": Coverage,
    "decisions": Decision,
    "waivers": Waiver,
    "withdrawn": Withdrawal,
}
"""What a document below `authored/`, and an entry of each register, has to be."""


@cache
def envelope_of(holds: str) -> type[Record]:
    """Return the model of the mapping around the entries of the register *holds*, which takes whatever they are."""
    inside = object if holds == DATASET else Many[object]
    keys: dict[str, Any] = {"schema_version": (Annotated[SchemaVersion, Field(alias="schema")], ...), holds: (inside, ...)}
    return create_model(f"{holds.capitalize()}File", __base__=Record, **keys)
