"""What the sources say: one block a source, one line a passage, with the fields that this very passage states.

The same shape serves an author's document, a parser's draft and a second coder's reading. How lines become single claims is in
`claims`.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field

from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval
from diplotrips.schema.fields import (
    About,
    Activity,
    Arrangement,
    Capacity,
    Channel,
    ClaimBasis,
    ClaimMode,
    ClaimPart,
    Count,
    CountryCode,
    CountryOrOrganization,
    Id,
    KindOfStopOrAgreement,
    Language,
    Name,
    Office,
    Progress,
    Protocol,
    Purpose,
    Route,
    Sha256,
    Share,
    Spans,
    Territory,
    Text,
    Topic,
    TripStatus,
)
from diplotrips.schema.record import Many, Opt, Record


class Cited(Record):
    """A report that a source cites in its turn."""

    outlet: Name
    """Outlet that is cited, as the source names it."""

    date: EdtfDate
    """Day of the report that is cited."""


class Provenance(Record):
    """Where a line stands in its source and how it is to be read; none of these keys is a claim."""

    about: Opt[About] = None
    """Local id of the record that the line is about (`cu`, `cu.raul-castro`); absent means the trip."""

    span: Opt[Spans] = None
    """The passage, in code points of the text as read."""

    locator: Opt[Name] = None
    """Page, minute or row, where the source has no code points."""

    basis: Opt[ClaimBasis] = None
    """How the value follows from the passage; absent means that it is stated."""

    part: Opt[ClaimPart] = None
    """Part of the source in which the passage stands; absent means the body."""

    mode: Opt[ClaimMode] = None
    """Whether the source says that it is so, planned, denied or possible; absent follows the status (what was called off was planned)."""

    phrase: Opt[Name] = None
    """The few words that a resolved date rests on, such as `on Thursday`."""

    anchor: Opt[EdtfDate] = None
    """Day from which the phrase counts; absent means the day of publication."""

    as_of: Opt[EdtfDate] = None
    """Day as of which the statement holds, where it is not the day of publication."""

    according_to: Opt[Id] = None
    """Person or organization whom the source gives as its authority."""

    confidence: Opt[Share] = None
    """How sure the extractor is, from 0 to 1."""

    language: Opt[Language] = None
    """Language of the passage, where it is not the source's."""

    rule: Opt[Name] = None
    """Name of the rule that made the line (parser)."""

    sha256: Opt[Sha256] = None
    """SHA-256 of the UTF-8 of the passage (of several, joined); filled by the tool."""

    note: Opt[Text] = None
    """Whatever a reader should know, in the coder's own words."""


class ClaimLine(Provenance):
    """One passage of a source and what it states; a line without any field says that its record exists."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"days": 4, "span": "144-152"}]})

    seen: Opt[EdtfDate] = None
    """A day on which the traveller was there."""

    first_day: Opt[EdtfDate] = None
    """First day abroad, or of the stop."""

    last_day: Opt[EdtfDate] = None
    """Last day abroad, or of the stop."""

    dates: Opt[EdtfInterval] = None
    """First to last day, both in one statement."""

    within: Opt[EdtfInterval] = None
    """Window in which the trip or stop lies."""

    left_home: Opt[EdtfDate] = None
    """Day on which the traveller left home."""

    back_home: Opt[EdtfDate] = None
    """Day on which the traveller was home again."""

    days: Opt[Count] = None
    """Length in days, the first and the last one counted."""

    nights: Opt[Count] = None
    """Length in nights."""

    route: Opt[Route] = None
    """Order of stops; a source may leave stops out."""

    first_stop: Opt[Id] = None
    """Stop that the source calls the first."""

    last_stop: Opt[Id] = None
    """Stop that the source calls the last."""

    after: Opt[Id] = None
    """Stop after which this one came."""

    during: Opt[Id] = None
    """Stop from which this one was a side visit."""

    countries: Opt[Annotated[Many[CountryCode], Field(min_length=1)]] = None
    """Countries visited, these at least."""

    n_countries: Opt[Count] = None
    """Number of countries visited."""

    region: Opt[Name] = None
    """The source's phrase for the region."""

    named: Opt[Name] = None
    """Spelling that the source uses for the person."""

    cited: Opt[Annotated[Many[Cited], Field(min_length=1)]] = None
    """Reports that the source cites."""

    status: Opt[TripStatus] = None
    """How far the trip or stop has got, as of this passage."""

    country: Opt[CountryCode] = None
    """Country of the stop."""

    kind: Opt[KindOfStopOrAgreement] = None
    """Kind of the stop or agreement."""

    places: Opt[Annotated[Many[Name], Field(min_length=1)]] = None
    """Towns or sites visited."""

    territory: Opt[Territory] = None
    """Contested, autonomous or dependent territory visited."""

    purposes: Opt[Annotated[Many[Purpose], Field(min_length=1)]] = None
    """What the stop was for."""

    events: Opt[Annotated[Many[Id], Field(min_length=1)]] = None
    """Events attended."""

    protocol: Opt[Protocol] = None
    """Rank of the visit as the source calls it."""

    did: Opt[Annotated[Many[Activity], Field(min_length=1)]] = None
    """What the traveller did."""

    did_not: Opt[Annotated[Many[Activity], Field(min_length=1)]] = None
    """What the traveller expressly did not do."""

    office: Opt[Office] = None
    """Office of the traveller or counterpart."""

    represents: Opt[CountryOrOrganization] = None
    """On whose behalf the traveller goes."""

    of: Opt[CountryCode] = None
    """Country of the counterpart."""

    capacity: Opt[Capacity] = None
    """In what capacity the counterpart sat there."""

    channel: Opt[Channel] = None
    """How they met."""

    topics: Opt[Annotated[Many[Topic], Field(min_length=1)]] = None
    """What was talked about or agreed."""

    title: Opt[Name] = None
    """Name of the paper."""

    parties: Opt[Annotated[Many[CountryOrOrganization], Field(min_length=1)]] = None
    """Parties to the agreement, these at least."""

    arrangement: Opt[Arrangement] = None
    """How more than two parties stand to each other."""

    papers: Opt[Count] = None
    """Number of papers."""

    progress: Opt[Progress] = None
    """How far the agreement has got."""

    subject: Opt[Text] = None
    """What the agreement is about, in the coder's own words."""

    date: Opt[EdtfDate] = None
    """Day of the agreement."""

    affiliation: Opt[Id] = None
    """Organization of the expert."""

    position: Opt[Text] = None
    """Position of the expert."""


Block = Annotated[Many[ClaimLine], Field(min_length=1)]
"""What one source says, a line a passage."""

Said = dict[Id, Block]
"""By source id."""
