"""The tables of the registers: sources, people, organizations, events, coders, and the spellings and offices of people."""

from __future__ import annotations

from typing import Annotated

from diplotrips.schema.rows.columns import (
    CODE_FORM,
    AsSaid,
    Code,
    CoderId,
    Dated,
    EventId,
    Form,
    Id,
    MaybeCountry,
    Office,
    OrganizationId,
    PersonId,
    Rows,
    Sha256,
    SourceId,
    Text,
    Unit,
)

NameKind = Annotated[str, Form(CODE_FORM), Code("name_kinds")]


class Sources(Rows, key=("source_id",)):
    """One row per article, release, list or other document that says something about trips."""

    source_id: SourceId
    """Stable id of the source."""

    kind: Annotated[str, Form(CODE_FORM), Code("source_kinds")]
    """What kind of document it is."""

    publisher_id: OrganizationId | None
    """Organization that published it; null if unknown."""

    title: Text | None
    """Title in its own language."""

    title_english: Text | None
    """Title in English, where its own language is another."""

    language: Text
    """Language of the document (BCP 47)."""

    url: Text | None
    """Where it was read."""

    archived_url: Text | None
    """Where a copy is kept."""

    archived_on: AsSaid
    """Day of that copy."""

    published: Dated
    """Day of publication."""

    published_basis: Annotated[str, Form(CODE_FORM), Code("published_bases")] | None
    """How that day is known."""

    dateline_place: Text | None
    """Place of the dateline."""

    agency_id: OrganizationId | None
    """News agency that the document credits."""

    copied_from_id: SourceId | None
    """Source whose text this one repeats."""

    voice: Id
    """Whose voice it is: of a copy its original's; else the topmost owner of the credited agency, else of the publisher; else its own.

    Sources with the same voice are not independent of each other. Those that look like copies of one report share one too.
    """

    retrieved: AsSaid
    """Day on which it was read."""

    text_sha256: Sha256 | None
    """SHA-256 of the UTF-8 of the text as read."""

    text_chars: Annotated[int, Unit("code points")] | None
    """Length of the text as read."""

    n_claims: Annotated[int, Unit("claims")]
    """Number of rows in `claims`."""

    licence: Text | None
    """Licence of the text, or `all rights reserved`."""

    note: Text | None
    """Whatever a reader should know, in the coder's own words."""


class People(Rows, key=("person_id",)):
    """One row per traveller, counterpart, companion or quoted person."""

    person_id: PersonId
    """Stable id of the person."""

    name: Text
    """Name in English, as the dataset writes it."""

    country: MaybeCountry
    """Country to which the person belongs"""

    identified: bool
    """False for somebody whom no source names, such as "a deputy minister"."""

    wikidata: Annotated[str, Form("Q[1-9][0-9]*")] | None
    """Item in Wikidata."""

    note: Text | None
    """Whatever a reader should know, in the coder's own words."""


class PeopleNames(Rows, key=("person_id", "ordinal")):
    """One row per other spelling of a person's name, as found."""

    person_id: PersonId
    """Person."""

    ordinal: int
    """Place in the list, from 1."""

    name: Text
    """The spelling."""

    language: Text | None
    """Language in which it is written so (BCP 47)."""

    script: Annotated[str, Form("[A-Z][a-z]{3}")] | None
    """Script in which it is written (ISO 15924)."""

    kind: NameKind | None
    """Native, transliteration, alias or misspelling; null means another common form."""


class PeopleOffices(Rows, key=("person_id", "ordinal")):
    """One row per office that a person held."""

    person_id: PersonId
    """Person."""

    ordinal: int
    """Place in the list, from 1."""

    office: Office
    """The office."""

    office_country: MaybeCountry
    """Country in which it was held; null where it was an organization"""

    office_organization_id: OrganizationId | None
    """Organization in which it was held; null where it was a country."""

    held_since: Dated
    """First day in office."""

    held_until: Dated
    """Last day in office; nothing said means still held or not known."""

    acting: bool | None
    """Whether only in an acting capacity; null where nothing is said."""


class Organizations(Rows, key=("organization_id",)):
    """One row per publisher, agency, ministry, university, company or body of states."""

    organization_id: OrganizationId
    """Stable id of the organization."""

    name: Text
    """Name in English, as the dataset writes it."""

    kind: Annotated[str, Form(CODE_FORM), Code("organization_kinds")]
    """What kind of organization it is."""

    country: MaybeCountry
    """Country of its seat"""

    owner_id: OrganizationId | None
    """Organization that owns it."""

    wikidata: Annotated[str, Form("Q[1-9][0-9]*")] | None
    """Item in Wikidata."""

    note: Text | None
    """Whatever a reader should know, in the coder's own words."""


class OrganizationNames(Rows, key=("organization_id", "ordinal")):
    """One row per other form of an organization's name, as found."""

    organization_id: OrganizationId
    """Organization."""

    ordinal: int
    """Place in the list, from 1."""

    name: Text
    """The form."""

    language: Text | None
    """Language in which it is written so (BCP 47)."""

    script: Annotated[str, Form("[A-Z][a-z]{3}")] | None
    """Script in which it is written (ISO 15924)."""

    kind: NameKind | None
    """Native, transliteration, translation, alias or misspelling; null means another common form."""


class Events(Rows, key=("event_id",)):
    """One row per summit, conference or ceremony that travellers attend."""

    event_id: EventId
    """Stable id of the event."""

    name: Text
    """Name in English."""

    body_id: OrganizationId | None
    """Organization that holds it."""

    country: MaybeCountry
    """Country in which it took place"""

    first_day: Dated
    """First day of the event."""

    last_day: Dated
    """Last day of the event."""

    note: Text | None
    """Whatever a reader should know, in the coder's own words."""


class Coders(Rows, key=("coder_id",)):
    """One row per person, rule set or model that read sources and wrote down what they say."""

    coder_id: CoderId
    """Stable id of the coder."""

    name: Text
    """Name of the person, rule set or model."""

    kind: Annotated[str, Form(CODE_FORM), Code("coder_kinds")]
    """Person, rules or model."""

    orcid: Annotated[str, Form("[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]")] | None
    """ORCID of a person."""

    coder_version: Text | None
    """Version of rules or model."""

    note: Text | None
    """Whatever a reader should know, in the coder's own words."""
