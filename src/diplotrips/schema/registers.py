"""The registers: what is known of sources, people, organizations, events and coders.

One file each (`sources.yaml`) or a folder of files. The ledger, what was decided and looked for, is in `ledger`; what the dataset is, in
`info`.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval
from diplotrips.schema.fields import (
    CoderKind,
    CountryCode,
    CountryOrOrganization,
    ExternalIds,
    Id,
    Language,
    Name,
    NameKind,
    Office,
    Orcid,
    OrganizationKind,
    PublishedBasis,
    Script,
    Sha256,
    SourceKind,
    Text,
    Url,
    Wikidata,
)
from diplotrips.schema.record import Many, Opt, Record


class Source(Record):
    """An article, release, list or other document that says something about trips."""

    id: Id
    """Stable id of the source."""

    kind: SourceKind
    """What kind of document it is."""

    publisher: Opt[Id] = None
    """Id of the organization that published it; absent if unknown."""

    title: Opt[Name] = None
    """Title in its own language."""

    title_english: Opt[Name] = None
    """Title in English, where its own language is another."""

    language: Language
    """Language of the document."""

    url: Opt[Url] = None
    """Where it was read."""

    archived_url: Opt[Url] = None
    """Where a copy is kept."""

    archived_on: Opt[EdtfDate] = None
    """Day of that copy."""

    published: Opt[EdtfDate] = None
    """Day of publication, as exactly as it is known."""

    published_basis: Opt[PublishedBasis] = None
    """How that day is known."""

    dateline_place: Opt[Name] = None
    """Place of the dateline."""

    agency: Opt[Id] = None
    """Id of the news agency that the document credits."""

    copied_from: Opt[Id] = None
    """Id of the source whose text this one repeats; the two count as one voice."""

    retrieved: Opt[EdtfDate] = None
    """Day on which it was read."""

    text_sha256: Opt[Sha256] = None
    """SHA-256 of the UTF-8 of the text as read."""

    text_chars: Opt[Annotated[int, Field(ge=1, le=100_000_000)]] = None
    """Length of the text as read, in code points."""

    licence: Opt[Name] = None
    """Licence of the text, or `all rights reserved`."""

    note: Opt[Text] = None
    """Whatever a reader should know, in the coder's own words."""


class PersonName(Record):
    """One spelling of a person's or organization's name, as found."""

    name: Name
    """The spelling."""

    language: Opt[Language] = None
    """Language in which it is written so."""

    script: Opt[Script] = None
    """Script in which it is written."""

    kind: Opt[NameKind] = None
    """Native, transliteration, alias or misspelling; absent means another common form."""


class HeldOffice(Record):
    """One office that a person held."""

    office: Office
    """The office."""

    of: CountryOrOrganization
    """Country or organization in which it was held."""

    since: Opt[EdtfDate] = None
    """First day in office, as exactly as it is known."""

    until: Opt[EdtfDate] = None
    """Last day in office; absent means still held or not known."""

    acting: Opt[bool] = None
    """Whether only in an acting capacity."""


class Person(Record):
    """A traveller, counterpart, companion or quoted person."""

    id: Id
    """Stable id of the person."""

    name: Name
    """Name in English, as the dataset writes it."""

    names: Many[PersonName] = ()
    """Other spellings found in sources, misspellings included."""

    country: Opt[CountryCode] = None
    """Country to which the person belongs."""

    identified: Opt[bool] = None
    """False for somebody whom no source names, such as "a deputy minister"; absent means true."""

    offices: Many[HeldOffice] = ()
    """Offices held, with their days."""

    wikidata: Opt[Wikidata] = None
    """Item in Wikidata."""

    external_ids: Opt[ExternalIds] = None
    """Ids of the same person in other datasets, by scheme."""

    note: Opt[Text] = None
    """Whatever a reader should know, in the coder's own words."""


class Organization(Record):
    """A publisher, agency, ministry, university, company or body of states."""

    id: Id
    """Stable id of the organization."""

    name: Name
    """Name in English, as the dataset writes it."""

    names: Many[PersonName] = ()
    """Other forms of the name, as found."""

    kind: OrganizationKind
    """What kind of organization it is."""

    country: Opt[CountryCode] = None
    """Country of its seat."""

    owner: Opt[Id] = None
    """Id of the organization that owns it; media of one owner are one voice."""

    wikidata: Opt[Wikidata] = None
    """Item in Wikidata."""

    external_ids: Opt[ExternalIds] = None
    """Ids of the same organization in other datasets, by scheme."""

    note: Opt[Text] = None
    """Whatever a reader should know, in the coder's own words."""


class Event(Record):
    """A summit, conference or ceremony that travellers attend."""

    id: Id
    """Stable id of the event."""

    name: Name
    """Name in English."""

    body: Opt[Id] = None
    """Id of the organization that holds it."""

    country: Opt[CountryCode] = None
    """Country in which it took place."""

    dates: Opt[EdtfInterval] = None
    """First to last day."""

    note: Opt[Text] = None
    """Whatever a reader should know, in the coder's own words."""


class Coder(Record):
    """Who or what read a source and wrote down what it says."""

    id: Id
    """Stable id of the coder."""

    name: Name
    """Name of the person, rule set or model."""

    kind: CoderKind
    """Person, rules or model."""

    orcid: Opt[Orcid] = None
    """ORCID of a person."""

    version: Opt[Name] = None
    """Version of rules or model."""

    note: Opt[Text] = None
    """Whatever a reader should know, in the coder's own words."""
