"""The trip itself, without its stops.

Here as in every model, the text under a field is its documentation: in the JSON Schema, the dictionary and the codebook too.
"""

from __future__ import annotations

from pydantic import ConfigDict

from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval
from diplotrips.schema.fields import Certainty, CountryOrOrganization, ExternalIds, Extra, Id, Office, Route, Text, TripStatus
from diplotrips.schema.record import Many, Opt, Record, demand_one_of, one_of_keys


class Companion(Record):
    """Somebody who travelled with the traveller."""

    model_config = ConfigDict(json_schema_extra=one_of_keys("person", "office"))
    _one = demand_one_of("person", "office")

    person: Opt[Id] = None
    """Id of the person, as in the register `people`."""

    office: Opt[Office] = None
    """Office that the companion held then."""

    trip: Opt[Id] = None
    """The companion's own trip record, where there is one."""


class Trip(Record):
    """One journey abroad of one official, from leaving for the first country to the return."""

    model_config = ConfigDict(json_schema_extra=one_of_keys("dates", "within"))
    _one = demand_one_of("dates", "within")

    id: Id
    """Stable id of the trip, never used again for another one."""

    traveller: Id
    """Id of the person who travels, as in the register `people`."""

    office: Office
    """Office that the traveller held on the first day."""

    represents: CountryOrOrganization
    """Country (ISO 3166 code) or organization (id) on whose behalf the traveller goes."""

    status: TripStatus
    """How far the trip has got, by the latest that the sources say."""

    dates: Opt[EdtfInterval] = None
    """First to last day on foreign soil, both included, local days; an end that no source states is left empty: `2020-02-05/`."""

    within: Opt[EdtfInterval] = None
    """Window in which the whole trip lies, where no source gives its days."""

    left_home: Opt[EdtfDate] = None
    """Day on which the traveller left home; may be the day before the first day abroad."""

    back_home: Opt[EdtfDate] = None
    """Day on which the traveller was home again."""

    route: Opt[Route] = None
    """Local ids of the stops in the order of travel; stops in an inner list have no known order among themselves."""

    companions: Opt[Many[Companion]] = None
    """Officials who travelled along."""

    replaces: Opt[Id] = None
    """Id of the cancelled or postponed trip that this one makes up for."""

    certainty: Opt[Certainty] = None
    """How sure the coder is that the trip is recorded rightly."""

    external_ids: Opt[ExternalIds] = None
    """Ids of the same trip in other datasets, by scheme."""

    note: Opt[Text] = None
    """Whatever a reader should know, in the coder's own words."""

    extra: Opt[Extra] = None
    """The project's own variables, as declared in `dataset.yaml`."""
