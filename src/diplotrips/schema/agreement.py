"""An agreement made, signed, announced, offered or intended on a trip, and its parties."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field, Tag

from diplotrips.schema.dates.edtf import EdtfDate
from diplotrips.schema.fields import (
    AgreementKind,
    Arrangement,
    Count,
    CountryCode,
    CountryOrOrganization,
    ExternalIds,
    Extra,
    Id,
    Name,
    PartyRole,
    Progress,
    Text,
    Topic,
    by_shape,
)
from diplotrips.schema.record import Many, Opt, Record, demand, demand_one_of, one_of_keys


class Party(Record):
    """One party to an agreement, where more than its country is known."""

    model_config = ConfigDict(json_schema_extra=one_of_keys("country", "organization", "name"))
    _one = demand_one_of("country", "organization", "name")

    country: Opt[CountryCode] = None
    """Country that is the party."""

    organization: Opt[Id] = None
    """Organization that is the party, as in the register `organizations`."""

    name: Opt[Name] = None
    """Name of a party that has no record."""

    role: Opt[PartyRole] = None
    """What the party is in the agreement; absent means a party to it."""


BILATERAL = 2
"""Most parties that need no word on how they stand to each other."""


def _arrangement_is_told(agreement: dict[str, object]) -> bool:
    """Tell whether *agreement* has at most two parties or says how more of them stand to each other."""
    parties = agreement.get("parties")
    return "arrangement" in agreement or not isinstance(parties, list) or len(parties) <= BILATERAL


class Agreement(Record):
    """Something agreed, signed, announced, offered or intended on the trip: one package or one named paper."""

    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": ["arrangement"]}, {"properties": {"parties": {"maxItems": BILATERAL}}}]}
    )
    _told = demand(_arrangement_is_told, "arrangement")

    id: Id
    """Local id of the agreement, unique in this document."""

    stop: Opt[Id] = None
    """Local id of the stop on which it was agreed."""

    title: Opt[Name] = None
    """Name of the paper; absent means that no source names it."""

    parties: Annotated[
        Many[Annotated[Annotated[CountryOrOrganization, Tag("word")] | Annotated[Party, Tag("entry")], by_shape]], Field(min_length=1)
    ]
    """Who agrees: country codes, organization ids, or entries with a role."""

    arrangement: Opt[Arrangement] = None
    """How more than two parties stand to each other; needed then."""

    papers: Opt[Count] = None
    """Number of papers in the package; absent means one."""

    kind: Opt[AgreementKind] = None
    """What kind of paper it is, where a source says so."""

    progress: Progress
    """How far it has got."""

    subject: Text
    """What it is about, in the coder's own words."""

    topics: Opt[Many[Topic]] = None
    """What it is about, as codes."""

    date: Opt[EdtfDate] = None
    """Day of the signature, announcement or offer."""

    external_ids: Opt[ExternalIds] = None
    """Ids of the same agreement in other datasets, by scheme."""

    note: Opt[Text] = None
    """Whatever a reader should know, in the coder's own words."""

    extra: Opt[Extra] = None
    """The project's own variables, as declared in `dataset.yaml`."""
