"""The tables of the trips: journeys, stops, meetings, and what hangs on them. Agreements and quotations are in `outcomes`."""

from __future__ import annotations

from typing import Annotated

from diplotrips.schema.rows.columns import (
    CODE_FORM,
    Code,
    CoderId,
    Country,
    Dated,
    EventId,
    Form,
    MaybeCountry,
    MeetingId,
    NumberOfSources,
    NumberOfVoices,
    Office,
    OrganizationId,
    PersonId,
    RecordId,
    Rows,
    StopId,
    Text,
    TripId,
    Unit,
    Window,
)

Status = Annotated[str, Form(CODE_FORM), Code("trip_statuses")]
Certainty = Annotated[str, Form(CODE_FORM), Code("certainty")]


class Trips(Rows, key=("trip_id",)):
    """One row per journey abroad of one official."""

    trip_id: TripId
    """Stable id of the trip."""

    traveller_id: PersonId
    """Person who travels."""

    office: Office
    """Office that the traveller held on the first day."""

    represents_country: MaybeCountry
    """Country on whose behalf the traveller goes; null where it is an organization."""

    represents_organization: OrganizationId | None
    """Organization on whose behalf the traveller goes; null where it is a country."""

    status: Status
    """How far the trip has got, by the latest that the sources say."""

    first_day: Dated
    """First day on foreign soil."""

    last_day: Dated
    """Last day on foreign soil."""

    within: Window
    """Window in which the whole trip lies, where no source gives its days."""

    left_home: Dated
    """Day on which the traveller left home, which may be the day before the first day abroad."""

    back_home: Dated
    """Day on which the traveller was home again."""

    n_stops: Annotated[int, Unit("stops")]
    """Number of stops of the trip in this dataset, of every kind and status."""

    n_countries: Annotated[int, Unit("countries")]
    """Number of different countries among them, `ZZ` not counted."""

    n_sources: NumberOfSources
    """Number of sources that say something of the trip or of anything on it; mere denials are not counted."""

    n_independent: NumberOfVoices
    """Number of independent voices among them: sources with one `voice` (see `sources`) count once."""

    replaces_id: TripId | None
    """Cancelled or postponed trip that this one makes up for."""

    certainty: Certainty | None
    """How sure the coder is that the trip is recorded rightly."""

    reviewed_by_id: CoderId | None
    """Coder who approved a draft of the parser."""

    note: Text | None
    """Whatever a reader should know, in the coder's own words."""

    document_note: Text | None
    """The same about the document as a whole."""


class TripCompanions(Rows, key=("trip_id", "ordinal")):
    """One row per official who travelled along."""

    trip_id: TripId
    """Trip."""

    ordinal: int
    """Place in the list, from 1."""

    person_id: PersonId | None
    """Companion; null where only the office is known."""

    office: Office | None
    """Office that the companion held then."""

    companion_trip_id: TripId | None
    """The companion's own trip record, where there is one."""


class Stops(Rows, key=("stop_id",)):
    """One row per stay of a traveller in one country (what COLT calls a trip)."""

    stop_id: StopId
    """Stable id of the stop: id of the trip, a full stop, local id."""

    trip_id: TripId
    """Trip that the stop belongs to."""

    traveller_id: PersonId
    """Person who travels, as in `trips`."""

    position: int | None
    """Place in the order of travel, from 1; stops whose order among themselves is not known share one, null where nothing is known."""

    country: Country
    """Country visited"""

    place: Text | None
    """Town or site, the first one of `stop_places`."""

    kind: Annotated[str, Form(CODE_FORM), Code("stop_kinds")]
    """What kind of stop it is; `visit` where the record says nothing else."""

    status: Status
    """How far the stop has got; the trip's where the record says nothing else."""

    during_stop_id: StopId | None
    """Stop from which this one was a side visit."""

    first_day: Dated
    """First day on the ground, local calendar of the place."""

    last_day: Dated
    """Last day on the ground, local calendar of the place."""

    within: Window
    """Window in which the stop lies, where no source gives its days."""

    protocol: Annotated[str, Form(CODE_FORM), Code("protocols")] | None
    """Rank of the visit as a source calls it."""

    n_sources: NumberOfSources
    """Number of sources that speak of the stop or a meeting on it, or name it or its country in a list; mere denials are not counted."""

    n_independent: NumberOfVoices
    """Number of independent voices among them: sources with one `voice` (see `sources`) count once."""

    certainty: Certainty | None
    """How sure the coder is that the stop is recorded rightly."""

    note: Text | None
    """Whatever a reader should know, in the coder's own words."""


class StopPlaces(Rows, key=("stop_id", "ordinal")):
    """One row per town or site visited on a stop."""

    stop_id: StopId
    """Stop."""

    ordinal: int
    """Place in the list, from 1; no order of travel."""

    place: Text
    """Name of the town or site in English."""

    territory: Annotated[str, Form(CODE_FORM), Code("territories")] | None
    """Contested, autonomous or dependent territory in which it lies."""

    first_day: Dated
    """First day in this place."""

    last_day: Dated
    """Last day in this place."""


class StopEvents(Rows, key=("stop_id", "event_id")):
    """One row per stop and event attended on it."""

    stop_id: StopId
    """Stop."""

    event_id: EventId
    """Event attended."""


class Meetings(Rows, key=("meeting_id",)):
    """One row per counterpart met, or to be met."""

    meeting_id: MeetingId
    """Stable id of the meeting: id of the stop, a full stop, the person or the meeting's own local id."""

    stop_id: StopId | None
    """Stop on which it took place; null where that is not known."""

    trip_id: TripId | None
    """Trip on which it took place; null where that is not known."""

    person_id: PersonId | None
    """Person met; null where no source names one."""

    office: Office | None
    """Office of the person met."""

    organization_id: OrganizationId | None
    """Organization whose people were met."""

    counterpart_country: MaybeCountry
    """Country of the counterpart; that of the stop where the record says nothing else"""

    capacity: Annotated[str, Form(CODE_FORM), Code("capacities")]
    """In what capacity the counterpart sat there; `in-office` where the record says nothing else."""

    channel: Annotated[str, Form(CODE_FORM), Code("channels")]
    """How they met; `in-person` where the record says nothing else."""

    session_id: RecordId | None
    """Meetings with the same session sat together."""

    first_day: Dated
    """First day of the meeting."""

    last_day: Dated
    """Last day of the meeting."""

    note: Text | None
    """Whatever a reader should know, in the coder's own words."""
