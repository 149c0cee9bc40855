"""The tables that serve all others: codes of records, ids elsewhere, a project's own variables, countries and code lists."""

from __future__ import annotations

from typing import Annotated

from diplotrips.schema.rows.columns import (
    CODE_FORM,
    ON_TRIPS,
    AnyId,
    Code,
    Country,
    CountryText,
    Day,
    Form,
    Name,
    RecordId,
    RecordKind,
    Refers,
    Rows,
    Text,
)


class RecordCodes(Rows, key=("record_id", "scheme", "code", "happened")):
    """One row per code of a record: purposes and activities of stops, topics of meetings, agreements and quotations."""

    record_id: Annotated[RecordId, Refers(*ON_TRIPS, "quotes")]
    """Record."""

    record_kind: RecordKind
    """Kind of the record."""

    scheme: Annotated[str, Form(CODE_FORM), Code("code_schemes")]
    """Which list the code is of."""

    code: Annotated[str, Form(CODE_FORM)]
    """The code."""

    happened: bool | None
    """Of an activity, whether it was done (true) or expressly not done (false); null of purposes and topics.

    No row means that nothing is reported.
    """


class ExternalIds(Rows, key=("record_id", "scheme", "external_id")):
    """One row per id that a record has in another dataset."""

    record_id: AnyId
    """Record."""

    record_kind: RecordKind
    """Kind of the record."""

    scheme: Annotated[str, Form(CODE_FORM), Code("external_id_schemes")]
    """The other dataset."""

    external_id: Text
    """Id there, as written there."""


class Extras(Rows, key=("record_id", "variable")):
    """One row per value of a variable of the project's own, as declared in its `dataset.yaml`."""

    record_id: AnyId
    """Record."""

    record_kind: RecordKind
    """Kind of the record."""

    variable: Name
    """Name of the variable."""

    value_type: Annotated[str, Form(CODE_FORM), Code("variable_types")]
    """What the value is."""

    value_text: Text
    """The value as text."""

    value_number: float | None
    """The value as a number, where it is one."""


class Countries(Rows, key=("country", "ordinal")):
    """One row per country code and period of validity, with the codes of other lists."""

    country: Country
    """Country"""

    ordinal: int
    """Number of the period of this code, from 1."""

    name: Text
    """Short name in English."""

    iso_numeric: Annotated[str, Form("[0-9]{3}")] | None
    """Number in ISO 3166-1, with leading zeros."""

    cow: int | None
    """Number in the list of states of Correlates of War."""

    gw: int | None
    """Number in the list of states of Gleditsch and Ward."""

    m49_region: Annotated[str, Form("[0-9]{3}")] | None
    """Region of the UN standard M49."""

    status: Annotated[str, Form(CODE_FORM), Code("country_statuses")]
    """What the code is in ISO 3166."""

    valid_since: Day | None
    """First day of the period; null where no change is known."""

    valid_until: Day | None
    """Last day of the period; null where no change is known."""

    parent: CountryText | None
    """Country that it belongs to."""


class Codelists(Rows, key=("list_name", "code")):
    """One row per code of every code list. The lists are open: a new code is a minor version."""

    list_name: Name
    """Name of the list."""

    ordinal: int
    """Place of the code in the list, from 1; a level order where the list has one."""

    code: Annotated[str, Form(CODE_FORM)]
    """What is written in the data."""

    label: Text
    """What a reader of a table or figure sees."""

    description: Text
    """What it means."""

    level: Annotated[str, Form(CODE_FORM), Code("levels")] | None
    """Of an office: its level."""

    territory_kind: Annotated[str, Form(CODE_FORM), Code("territory_kinds")] | None
    """Of a territory: disputed, autonomous or dependency."""

    administered_by: Text | None
    """Of a territory: countries that have it, with spaces in between."""

    claimed_by: Text | None
    """Of a territory: countries that say that it is theirs, with spaces in between."""

    part_of: Annotated[str, Form(CODE_FORM)] | None
    """Of a region: the larger one that it is part of."""
