"""The tables for analysis, which follow from the others: trips in one row each, and the days in each country.

Nothing is in them that the other tables do not say; how they are made is in `diplotrips.schema.flatten.derived`.
"""

from __future__ import annotations

from typing import Annotated

from diplotrips.schema.rows.columns import (
    CODE_FORM,
    Code,
    Country,
    Dated,
    Day,
    Form,
    MaybeCountry,
    NumberOfSources,
    NumberOfVoices,
    Office,
    OrganizationId,
    PersonId,
    Rows,
    StopId,
    Text,
    TripId,
    Unit,
)

Status = Annotated[str, Form(CODE_FORM), Code("trip_statuses")]
NumberOfDays = Annotated[int, Unit("days")]
NumberOfConflicts = Annotated[int, Unit("conflicts")]


class TripsFlat(Rows, key=("trip_id",)):
    """One row per journey abroad of one official, with what hangs on it as text and as counts; made from the other tables."""

    trip_id: TripId
    """Trip."""

    traveller_id: PersonId
    """Person who travels."""

    traveller_name: Text
    """Name of that person in English, as in `people`."""

    office: Office
    """Office that the traveller held on the first day."""

    office_label: Text
    """Label of that office, as in `codelists`."""

    represents_country: MaybeCountry
    """Country on whose behalf the traveller goes; null where it is an organization."""

    represents_organization: OrganizationId | None
    """Organization on whose behalf the traveller goes; null where it is a country."""

    represents_name: Text | None
    """Name of that country or organization in English; null where neither is recorded."""

    status: Status
    """How far the trip has got, by the latest that the sources say."""

    first_day: Dated
    """First day on foreign soil."""

    last_day: Dated
    """Last day on foreign soil."""

    first_year: Annotated[int, Unit("year")] | None
    """Year of the first day, by `implied_days`; null where more than one year is possible."""

    n_days_min: NumberOfDays
    """Days abroad at least, first and last day included; 0 unless the trip is completed or under way.

    By `implied_days`. A trip under way lasted at least from its first day to the last certain day of any of its stops (`country_days`),
    whatever is planned for later.
    """

    n_days_max: NumberOfDays | None
    """Days abroad at most, by `implied_days`; null where nothing bounds them, 0 of a trip that was cancelled or postponed.

    Of a trip that is not completed it rests on plans: its last day is the one that was planned.
    """

    stops_text: Text
    """Countries of the stops in the order of travel, as `BR > VE, NI > CU`: of those with a comma between them the order is not known.

    A side visit stands in round brackets after its stop; after a semicolon stand stops without a place in the order. In square brackets
    stand a kind other than `visit` and a status other than the trip's.
    """

    order_known: bool
    """Whether the whole order of travel is known, side visits aside."""

    countries_text: Text | None
    """Names of the countries of the stops in that order, each once, with semicolons in between; null where none is known."""

    places_text: Text | None
    """Towns and sites in that order, each once, with semicolons in between; null where none is known."""

    n_stops: Annotated[int, Unit("stops")]
    """Number of stops of the trip in this dataset, of every kind and status."""

    n_countries: Annotated[int, Unit("countries")]
    """Number of different countries among them, `ZZ` not counted."""

    n_meetings: Annotated[int, Unit("meetings")]
    """Number of rows in `meetings` on the trip."""

    n_agreements: Annotated[int, Unit("agreements")]
    """Number of rows in `agreements` on the trip, however far they got."""

    n_agreements_signed: Annotated[int, Unit("agreements")]
    """Number of those that were signed: `signed`, `ratified`, `in-force` or `extended`."""

    n_quoted_experts: Annotated[int, Unit("experts")]
    """Number of rows in `quoted_experts` on the trip."""

    n_quotes: Annotated[int, Unit("quotes")]
    """Number of rows in `quotes` on the trip, of experts and officials."""

    n_sources: NumberOfSources
    """Number of sources that say something of the trip or of anything on it; mere denials are not counted."""

    n_independent: NumberOfVoices
    """Number of independent voices among them: sources with one `voice` (see `sources`) count once."""

    n_claims: Annotated[int, Unit("claims")]
    """Number of rows in `claims` on the trip."""

    n_conflicts_open: NumberOfConflicts
    """Number of rows in `conflicts` on the trip that nobody has decided; notes are not counted."""

    n_conflicts_settled: NumberOfConflicts
    """Number of rows in `conflicts` on the trip that a decision or a waiver settles; notes are not counted."""


class CountryDays(Rows, key=("stop_id",)):
    """One row per stop: the days on which its traveller certainly was in its country, and those on which that is possible.

    Days are those of `implied_days`: the stop's own dates, narrowed by the rest of its trip and by what sources say. Made from the other
    tables. One day may be in several rows: one leaves a country on the day on which one arrives in the next. Planned days of the same trip
    narrow as held ones do, so that bounds before or after a planned stop hold if the plan was kept.
    """

    stop_id: StopId
    """Stop."""

    trip_id: TripId
    """Trip that the stop belongs to."""

    traveller_id: PersonId
    """Person who travels."""

    represents_country: MaybeCountry
    """Country on whose behalf the traveller goes; null where it is an organization."""

    country: Country
    """Country visited"""

    kind: Annotated[str, Form(CODE_FORM), Code("stop_kinds")]
    """What kind of stop it is."""

    status: Status
    """How far the stop has got."""

    during_stop_id: StopId | None
    """Stop from which this one was a side visit; the days of both are counted."""

    first_year: Annotated[int, Unit("year")] | None
    """Year of the first day there; null where more than one year is possible."""

    certain_first_day: Day | None
    """First of the days on all of which the traveller was there, whatever is doubtful; null where there is none.

    Only a stop that is completed has several; of one under way the last day is not certain, and of others none is.
    """

    certain_last_day: Day | None
    """Last of these days."""

    possible_first_day: Day | None
    """First day on which the traveller can have been there; null where nothing bounds it, or if the stop was cancelled or postponed."""

    possible_last_day: Day | None
    """Last day on which the traveller can have been there; null likewise."""

    n_days_certain: NumberOfDays
    """Number of days from the first to the last certain one; 0 where there is none."""

    n_days_min: NumberOfDays
    """Days there at least, whichever they were: 1 or more of a stop that is completed or under way, else 0."""

    n_days_max: NumberOfDays | None
    """Days there at most, from the first to the last possible one; null where nothing bounds them, 0 if cancelled or postponed."""

    from_implied: bool
    """Whether the rest of the trip, or what sources say, leaves fewer days than the stop's own dates."""
