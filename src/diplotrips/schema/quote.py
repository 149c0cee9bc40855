"""Whom the sources quote on a trip: experts with their quotations, and quotations of officials."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field

from diplotrips.schema.fields import Id, Language, Manner, Name, RecordId, Sha256, Spans, Speaker, Text, Topic
from diplotrips.schema.record import Many, Opt, Record, demand_one_of, one_of_keys


class Quote(Record):
    """One quotation: where it stands and what it says in the coder's words; the text itself only where the rights allow it."""

    model_config = ConfigDict(json_schema_extra=one_of_keys("span", "locator"))
    _one = demand_one_of("span", "locator")

    span: Opt[Spans] = None
    """Passage of the source, with its quotation marks; several where the quotation is split."""

    locator: Opt[Name] = None
    """Page, minute or row, where the source has no code points."""

    manner: Opt[Manner] = None
    """Direct, mixed or reported; absent means direct."""

    gist: Text
    """What is said, in the coder's own words."""

    about: Opt[RecordId] = None
    """Local id of what the quotation is about; absent means the trip."""

    topics: Opt[Many[Topic]] = None
    """What it is about, as codes."""

    language: Opt[Language] = None
    """Language of the passage, where it is not the source's."""

    text: Opt[Text] = None
    """The words themselves, only where the rights allow it."""

    sha256: Opt[Sha256] = None
    """SHA-256 of the UTF-8 of the passage (of several, joined); filled by the tool."""

    note: Opt[Text] = None
    """Whatever a reader should know, in the coder's own words."""


class OfficialQuote(Quote):
    """A quotation of an official or another person who is no expert."""

    person: Id
    """Id of the speaker, as in the register `people`."""

    source: Id
    """Id of the source that quotes, as in the register `sources`."""

    speaker: Opt[Speaker] = None
    """As what the person speaks; absent means as an official."""


class QuotedExpert(Record):
    """An analyst, academic or commentator whom one source quotes on this trip: one record a person and source."""

    id: Id
    """Local id of the expert, unique in this document."""

    person: Id
    """Id of the person, as in the register `people`."""

    source: Id
    """Id of the source that quotes, as in the register `sources`."""

    affiliation: Opt[Id] = None
    """Id of the organization that the source names, as in the register `organizations`."""

    position: Opt[Text] = None
    """Position that the source gives the expert."""

    quotes: Annotated[Many[Quote], Field(min_length=1)]
    """The quotations, in the order of the source."""

    note: Opt[Text] = None
    """Whatever a reader should know, in the coder's own words."""
