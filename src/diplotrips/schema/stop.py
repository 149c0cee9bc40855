"""A stop of a trip, the places visited on it and the counterparts met."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Tag

from diplotrips.schema.dates.edtf import EdtfInterval
from diplotrips.schema.fields import (
    Activity,
    Capacity,
    Certainty,
    Channel,
    CountryCode,
    ExternalIds,
    Extra,
    Id,
    Name,
    Office,
    Protocol,
    Purpose,
    StopKind,
    Territory,
    Text,
    Topic,
    TripStatus,
    by_shape,
)
from diplotrips.schema.record import Many, Opt, Record, demand_one_of, one_of_keys


class StopPlace(Record):
    """A town or site within a stop, where more than its name is known."""

    name: Name
    """Name of the place in English."""

    dates: Opt[EdtfInterval] = None
    """First to last day in this place."""

    territory: Opt[Territory] = None
    """Contested, autonomous or dependent territory in which the place lies."""


class Meeting(Record):
    """One counterpart whom the traveller met, or was to meet, on a stop."""

    model_config = ConfigDict(json_schema_extra=one_of_keys("person", "office", "organization"))
    _one = demand_one_of("person", "office", "organization")

    id: Opt[Id] = None
    """Local id of the meeting; needed only where no person is named, or one person was met twice."""

    person: Opt[Id] = None
    """Id of the person met, as in the register `people`."""

    office: Opt[Office] = None
    """Office of the person met; alone where the source names no person."""

    organization: Opt[Id] = None
    """Organization whose people were met, as in the register `organizations`."""

    of: Opt[CountryCode] = None
    """Country of the counterpart; absent means the country of the stop."""

    capacity: Opt[Capacity] = None
    """In what capacity the counterpart sat there; absent means in office."""

    channel: Opt[Channel] = None
    """How they met; absent means in person."""

    session: Opt[Id] = None
    """Meetings of one stop with the same session sat together."""

    dates: Opt[EdtfInterval] = None
    """Day or days of the meeting."""

    topics: Opt[Many[Topic]] = None
    """What was talked about."""

    note: Opt[Text] = None
    """Whatever a reader should know, in the coder's own words."""

    @property
    def local_id(self) -> str:
        """What follows the stop's id when the meeting is addressed: its own id, else the person, organization or office."""
        return self.id or self.person or self.organization or str(self.office)


class Stop(Record):
    """A stay of the traveller in one country, both end days included (what COLT calls a trip)."""

    id: Id
    """Local id of the stop, unique in this document, such as `cu` or `eg-2`."""

    country: CountryCode
    """ISO 3166 code of the country visited, valid on the days of the stop; `ZZ` if unknown."""

    kind: Opt[StopKind] = None
    """What kind of stop it is; absent means a visit."""

    places: Opt[Many[Annotated[Annotated[Name, Tag("word")] | Annotated[StopPlace, Tag("entry")], by_shape]]] = None
    """Towns or sites visited, the first one first: a name, or a name with days or territory."""

    during: Opt[Id] = None
    """Local id of the stop from which this one was a side visit."""

    dates: Opt[EdtfInterval] = None
    """First to last day on the ground, local calendar of the place; absent if no source gives any."""

    within: Opt[EdtfInterval] = None
    """Window in which the stop lies, where no source gives its days."""

    status: Opt[TripStatus] = None
    """Status of this stop where it differs from the trip's."""

    purposes: Opt[Many[Purpose]] = None
    """What the stop was for."""

    events: Opt[Many[Id]] = None
    """Ids of the events attended, as in the register `events`."""

    protocol: Opt[Protocol] = None
    """Rank of the visit as a source calls it."""

    met: Opt[Many[Meeting]] = None
    """Counterparts met, one entry a person or office."""

    did: Opt[Many[Activity]] = None
    """What the traveller is reported to have done."""

    did_not: Opt[Many[Activity]] = None
    """What the traveller is expressly reported not to have done."""

    certainty: Opt[Certainty] = None
    """How sure the coder is that the stop is recorded rightly."""

    external_ids: Opt[ExternalIds] = None
    """Ids of the same stop in other datasets, by scheme."""

    note: Opt[Text] = None
    """Whatever a reader should know, in the coder's own words."""

    extra: Opt[Extra] = None
    """The project's own variables, as declared in `dataset.yaml`."""
