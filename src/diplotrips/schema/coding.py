"""One reading of one source by one coder: a second coder's blind coding, or a draft of the parser.

Both have the shape of the lines in an author's document. They are no records of the dataset: nobody has vouched for them. The lines are in
`said`, an author's documents in `document`.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, Tag

from diplotrips.schema.agreement import Agreement
from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval
from diplotrips.schema.fields import (
    CountryOrOrganization,
    Id,
    Name,
    Office,
    PublishedBasis,
    Route,
    SchemaVersion,
    Sha256,
    Share,
    Spans,
    Speaker,
    Text,
    TripStatus,
    Url,
    by_shape,
)
from diplotrips.schema.quote import Quote
from diplotrips.schema.record import Many, Opt, Record
from diplotrips.schema.said import Block
from diplotrips.schema.stop import Stop


class CodedTrip(Record):
    """A trip as one coder finds it in one source, with local ids; only what that source tells."""

    id: Id
    """Local id of the trip, unique in this file, such as `t1`."""

    traveller: Name
    """Who travels: the id of the person if the coder knows it, else the name as the source spells it."""

    office: Opt[Office] = None
    """Office that the source gives the traveller."""

    represents: Opt[CountryOrOrganization] = None
    """Country (ISO 3166 code) or organization (id) on whose behalf the traveller goes."""

    status: Opt[TripStatus] = None
    """How far the trip has got, as of this source."""

    dates: Opt[EdtfInterval] = None
    """First to last day on foreign soil, both included, local days."""

    within: Opt[EdtfInterval] = None
    """Window in which the whole trip lies."""

    route: Opt[Route] = None
    """Local ids of the stops in the order of travel."""

    main: Opt[bool] = None
    """Whether the source is about this trip; false where it only mentions it, absent where the coder does not say."""

    note: Opt[Text] = None
    """Whatever a reader should know, in the coder's own words."""


class ReadQuote(Quote):
    """A quotation as one coder finds it in one source, with what says whose words they are."""

    attribution: Opt[Spans] = None
    """Passage that says whose words they are, such as the verb of saying and the name."""

    confidence: Opt[Share] = None
    """How sure the extractor is of the speaker, from 0 to 1."""

    rule: Opt[Name] = None
    """Name of the rule that found the speaker (parser)."""


class CodedExpert(Record):
    """An analyst, academic or commentator whom the source quotes on the trip."""

    id: Id
    """Local id of the expert, unique in this block."""

    person: Name
    """Who is quoted: the id of the person if the coder knows it, else the name as the source spells it."""

    affiliation: Opt[Name] = None
    """Organization that the source names: its id, or its name as the source spells it."""

    position: Opt[Text] = None
    """Position that the source gives the expert."""

    quotes: Annotated[Many[ReadQuote], Field(min_length=1)]
    """The quotations, in the order of the source."""

    note: Opt[Text] = None
    """Whatever a reader should know, in the coder's own words."""


class CodedQuote(ReadQuote):
    """A quotation in the source of an official or another person who is no expert."""

    person: Name
    """Who is quoted: the id of the person if the coder knows it, else the name as the source spells it."""

    speaker: Opt[Speaker] = None
    """As what the person speaks; absent means as an official."""


class CodedBlock(Record):
    """What one source says of one trip, as one coder reads it."""

    trip: Annotated[Annotated[Id, Tag("word")] | Annotated[CodedTrip, Tag("entry")], by_shape]
    """Id of an authored trip, whose local ids the lines use; or a trip with local ids of its own."""

    stops: Many[Stop] = ()
    """Stops that the lines are about, where no authored trip has them."""

    agreements: Many[Agreement] = ()
    """Agreements that the lines are about, where no authored trip has them."""

    quoted_experts: Many[CodedExpert] = ()
    """Experts whom the source quotes on the trip."""

    quotes: Many[CodedQuote] = ()
    """Quotations of officials."""

    said: Block
    """What the source says, one line a passage; a line without `about` is about the trip of this block."""


class ReadArticle(Record):
    """What an extractor read: the text by its hash, and what is known of the article from its page or from whoever handed it in."""

    title: Opt[Name] = None
    """Title from the metadata of the page."""

    publisher: Opt[Name] = None
    """Name of the outlet."""

    url: Opt[Url] = None
    """Where it was read."""

    published: Opt[EdtfDate] = None
    """Day of publication: as given or in the metadata, else as the article states it; a phrase counts from the anchor of its line."""

    published_basis: Opt[PublishedBasis] = None
    """How that day is known; absent where whoever handed the article in gave it."""

    text_sha256: Sha256
    """SHA-256 of the UTF-8 of the text as read; spans count its code points."""

    text_chars: Annotated[int, Field(ge=0, le=100_000_000)]
    """Length of the text as read, in code points."""


class CodingFile(Record):
    """One source as one coder reads it: `coded/<coder>/<source>.yaml`, or a draft of the parser, `parsed/<source>.json`."""

    schema_version: Annotated[SchemaVersion, Field(alias="schema")]
    """Version of the record format; 1."""

    source: Id
    """Id of the source that was read, as in the register `sources`."""

    coder: Id
    """Id of the coder who read it (a person, a set of rules or a model), as in the register `coders`."""

    codebook: Opt[Name] = None
    """Version of the coding rules that the coder followed; absent means that of the dataset."""

    coded_on: Opt[EdtfDate] = None
    """Day on which the source was coded."""

    article: Opt[ReadArticle] = None
    """What an extractor read; only drafts have it."""

    dropped: Opt[dict[Id, Annotated[int, Field(ge=1)]]] = None
    """How many values an extractor found and left out, by the reason, since the text does not bear them out; only drafts have it."""

    trips: Many[CodedBlock]
    """The trips that the source tells of, one block each; an empty list if it tells of none."""

    note: Opt[Text] = None
    """Whatever a reader should know, in the coder's own words."""
