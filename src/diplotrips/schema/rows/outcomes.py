"""What came of trips and was said on them: agreements with their parties, quoted experts and quotations."""

from __future__ import annotations

from typing import Annotated

from diplotrips.schema.rows.columns import (
    CODE_FORM,
    AgreementId,
    Code,
    Counted,
    Dated,
    ExpertId,
    Form,
    MaybeCountry,
    NumberOfSources,
    NumberOfVoices,
    OnTripId,
    OrganizationId,
    PersonId,
    QuoteId,
    Rows,
    Sha256,
    SourceId,
    StopId,
    Text,
    TripId,
    Unit,
)


class Agreements(Rows, key=("agreement_id",)):
    """One row per package or paper agreed, signed, announced, offered or intended."""

    agreement_id: AgreementId
    """Stable id of the agreement: id of the trip, a full stop, local id."""

    trip_id: TripId | None
    """Trip on which it was made."""

    stop_id: StopId | None
    """Stop on which it was made; null where that is not known."""

    title: Text | None
    """Name of the paper; null means that no source names it."""

    kind: Annotated[str, Form(CODE_FORM), Code("agreement_kinds")] | None
    """What kind of paper it is, where a source says so."""

    progress: Annotated[str, Form(CODE_FORM), Code("progress")]
    """How far it has got."""

    agreed_on: Dated
    """Day of the signature, announcement or offer."""

    subject: Text
    """What it is about, in the coder's own words."""

    n_parties: Annotated[int, Unit("parties")]
    """Number of rows in `agreement_parties`."""

    arrangement: Annotated[str, Form(CODE_FORM), Code("arrangements")] | None
    """How more than two parties stand to each other."""

    papers: Counted
    """Number of papers in the package, one where the record says nothing else"""

    n_sources: NumberOfSources
    """Number of sources that say something of the agreement; mere denials are not counted."""

    n_independent: NumberOfVoices
    """Number of independent voices among them: sources with one `voice` (see `sources`) count once."""

    note: Text | None
    """Whatever a reader should know, in the coder's own words."""


class AgreementParties(Rows, key=("agreement_id", "ordinal")):
    """One row per party to an agreement."""

    agreement_id: AgreementId
    """Agreement."""

    ordinal: int
    """Place in the list, from 1."""

    country: MaybeCountry
    """Country that is the party"""

    organization_id: OrganizationId | None
    """Organization that is the party."""

    name: Text | None
    """Name of a party that has no record."""

    role: Annotated[str, Form(CODE_FORM), Code("party_roles")]
    """What the party is in the agreement; `party` where the record says nothing else."""


class QuotedExperts(Rows, key=("quoted_expert_id",)):
    """One row per expert, source and trip: an analyst, academic or commentator whom the source quotes on the trip."""

    quoted_expert_id: ExpertId
    """Stable id: id of the trip, a full stop, local id."""

    trip_id: TripId
    """Trip on which the expert is quoted."""

    person_id: PersonId
    """The expert."""

    source_id: SourceId
    """Source that quotes."""

    affiliation_id: OrganizationId | None
    """Organization that the source names."""

    position_stated: Text | None
    """Position that the source gives the expert."""

    n_quotes: Annotated[int, Unit("quotes")]
    """Number of rows in `quotes`."""

    note: Text | None
    """Whatever a reader should know, in the coder's own words."""


class Quotes(Rows, key=("quote_id",)):
    """One row per quotation, of experts and of officials."""

    quote_id: QuoteId
    """`q-` and hexadecimal digits made of trip, source, person and passage; changes only if one of these does."""

    trip_id: TripId
    """Trip in whose document the quotation stands."""

    quoted_expert_id: ExpertId | None
    """Expert who speaks; null for officials."""

    person_id: PersonId
    """Person who speaks."""

    source_id: SourceId
    """Source that quotes."""

    speaker: Annotated[str, Form(CODE_FORM), Code("quote_speakers")]
    """As what the person speaks; `expert` of experts, else `official` where the record says nothing else."""

    manner: Annotated[str, Form(CODE_FORM), Code("quote_manners")]
    """Direct, mixed or reported; `direct` where the record says nothing else."""

    record_id: OnTripId
    """What the quotation is about; the trip where the record says nothing else."""

    gist: Text
    """What is said, in the coder's own words."""

    quote_text: Text | None
    """The words themselves, only where the rights allow it."""

    language: Text | None
    """Language of the passage (BCP 47); the source's where the record says nothing else."""

    locator: Text | None
    """Page, minute or row, where the source has no code points."""

    note: Text | None
    """Whatever a reader should know, in the coder's own words."""


class QuoteSpans(Rows, key=("quote_id", "ordinal")):
    """One row per unbroken passage of a quotation; several where it is split."""

    quote_id: QuoteId
    """Quotation."""

    ordinal: int
    """Place in the list, from 1."""

    span_start: Annotated[int, Unit("code points")]
    """First code point of the passage, from 0, in the text as read."""

    span_end: Annotated[int, Unit("code points")]
    """Code point after the last one of the passage."""

    sha256: Sha256 | None
    """SHA-256 of the UTF-8 of the passage; null where no copy of the text was at hand."""
