"""The tables of what sources say: claims with their passages, and where they disagree."""

from __future__ import annotations

from typing import Annotated

from diplotrips.schema.rows.columns import (
    CODE_FORM,
    AnyId,
    AsSaid,
    ClaimId,
    Code,
    CoderId,
    ConflictId,
    Day,
    DecisionId,
    FindingCode,
    Form,
    Id,
    Name,
    NumberOfSources,
    NumberOfVoices,
    OnTripId,
    RecordKind,
    Rows,
    Sha256,
    SourceId,
    Text,
    TripId,
    Unit,
    WaiverId,
    Window,
)

ClaimPart = Annotated[str, Form(CODE_FORM), Code("claim_parts")]
Basis = Annotated[str, Form(CODE_FORM), Code("claim_bases")]


class Claims(Rows, key=("claim_id",)):
    """One row per thing that one source says about one field of one record, in one part of it, as one coder read it."""

    claim_id: ClaimId
    """`c-` and hexadecimal digits made of source, record, field, value, mode, part and coder; survives moved passages."""

    source_id: SourceId
    """Source that says so."""

    record_id: OnTripId
    """Record that the claim is about."""

    record_kind: RecordKind
    """Kind of that record."""

    trip_id: TripId
    """Trip that the record belongs to."""

    field_name: Name
    """Field of the claim; `exists` where the source says no more than that there is such a record."""

    value_text: Text | None
    """The value as text: dates in EDTF, routes as `br [ve ni] cu`, sets of countries sorted; null for `exists`."""

    value_earliest: Day | None
    """Of a date, the earliest possible day; of an interval, the earliest possible first day."""

    value_latest: Day | None
    """Of a date, the latest possible day; of an interval, the latest possible last day."""

    value_first_latest: Day | None
    """Of an interval, the latest possible first day; null of a single date."""

    value_last_earliest: Day | None
    """Of an interval, the earliest possible last day; null of a single date."""

    value_precision: Annotated[str, Form(CODE_FORM), Code("precisions")] | None
    """How exactly a date is known; of an interval, its coarser end."""

    value_margin_days: Annotated[int, Unit("days")] | None
    """How far off another date may be and still not contradict this one; 0 unless the date is qualified by `?`, `~` or `%`."""

    value_min: int | None
    """Of a number, the least that it may be."""

    value_max: int | None
    """Of a number, the most that it may be; null where no upper bound is given."""

    value_approximate: bool | None
    """Of a number, whether it is said to be about so many."""

    mode: Annotated[str, Form(CODE_FORM), Code("claim_modes")]
    """Whether the source says that it is so, is planned, is denied or is possible."""

    part: ClaimPart
    """Part of the source in which it stands."""

    basis: Basis
    """How the value follows from the first of the passages."""

    as_of: Window
    """Day as of which the first of the passages holds, where it is not the day of publication."""

    according_to_id: Id | None
    """Person or organization whom the source gives as its authority in the first of the passages."""

    coder_id: CoderId | None
    """Second coder who read it so; null for what the author of the record wrote."""

    coded_on: AsSaid
    """Day on which that coder read it; null for what the author of the record wrote."""

    codebook: Text | None
    """Version of the coding rules that this coder followed; null for what the author of the record wrote."""

    n_passages: Annotated[int, Unit("passages")]
    """Number of rows in `claim_passages`: places where this source says the same again."""

    n_sources: NumberOfSources
    """Number of sources, this one included, that say the same value of the same field of the record in the same mode."""

    n_independent: NumberOfVoices
    """Number of independent voices among them: sources with one `voice` (see `sources`) count once."""


class ClaimPassages(Rows, key=("claim_id", "statement")):
    """One row per passage in which a source makes a claim."""

    claim_id: ClaimId
    """Claim."""

    statement: int
    """Number of the line in the source's block of the trip document, from 1; fields of one line share it."""

    basis: Basis
    """How the value follows from the passage."""

    phrase: Text | None
    """The few words that a resolved date rests on, such as `on Thursday`."""

    anchor: Window
    """Day from which the phrase counts; nothing said means the day of publication."""

    as_of: Window
    """Day as of which the statement holds, where it is not the day of publication."""

    according_to_id: Id | None
    """Person or organization whom the source gives as its authority."""

    language: Text | None
    """Language of the passage (BCP 47); the source's where the record says nothing else."""

    locator: Text | None
    """Page, minute or row, where the source has no code points."""

    confidence: float | None
    """How sure the extractor is, from 0 to 1."""

    rule: Text | None
    """Name of the rule that made the line."""

    note: Text | None
    """Whatever a reader should know, in the coder's own words."""


class ClaimSpans(Rows, key=("claim_id", "statement", "ordinal")):
    """One row per unbroken stretch of a passage; none where the source has no code points or all of it is meant."""

    claim_id: ClaimId
    """Claim."""

    statement: int
    """Passage, as in `claim_passages`."""

    ordinal: int
    """Place in the list, from 1."""

    span_start: Annotated[int, Unit("code points")]
    """First code point of the stretch, from 0, in the text as read."""

    span_end: Annotated[int, Unit("code points")]
    """Code point after the last one of the stretch."""

    sha256: Sha256 | None
    """SHA-256 of the UTF-8 of the stretch; null where no copy of the text was at hand."""


class Conflicts(Rows, key=("conflict_id",)):
    """One row per disagreement or doubt that the checks found, open or settled, as of the dataset's reference date."""

    conflict_id: ConflictId
    """Fingerprint of the finding; survives moved lines, changed values and reworded messages."""

    finding_code: FindingCode
    """Code of the check; `diplotrips explain` prints its page."""

    severity: Annotated[str, Form(CODE_FORM), Code("severities")]
    """How grave it is."""

    state: Annotated[str, Form(CODE_FORM), Code("finding_states")]
    """Whether somebody has decided it."""

    record_id: AnyId | None
    """Record that it is about."""

    trip_id: TripId | None
    """Trip that the record belongs to; null of an entry of a register, such as a person or a source."""

    field_name: Name | None
    """Field of the record."""

    message: Text
    """What disagrees with what, in one sentence."""

    cause: Text | None
    """The likely cause, where one shows."""

    decision_id: DecisionId | None
    """Decision that settles it."""

    waiver_id: WaiverId | None
    """Waiver that accepts it as it is."""


class ConflictClaims(Rows, key=("conflict_id", "ordinal")):
    """One row per end of a disagreement: a claim, the record's own value, another part of the same source, or the calendar."""

    conflict_id: ConflictId
    """Disagreement."""

    ordinal: int
    """Place among the ends, from 1."""

    label: Text | None
    """What this end says, in words."""

    claim_id: ClaimId | None
    """The claim; null for a record's own value and for the calendar."""

    record_id: AnyId | None
    """Record that this end is about."""

    field_name: Name | None
    """Field that this end is about."""

    source_id: SourceId | None
    """Source that says so; null for a record's own value and for the calendar."""

    part: ClaimPart | None
    """Part of that source."""

    value_text: Text | None
    """What is said, as text."""


class ImpliedDays(Rows, key=("record_id",)):
    """One row per trip and stop: the tightest bounds that its dates, its order of stops, those of its trip and what sources say leave."""

    record_id: OnTripId
    """Trip or stop."""

    first_day_implied_earliest: Day | None
    """Earliest first day that is possible; null where there is no bound."""

    first_day_implied_latest: Day | None
    """Latest first day that is possible; null where there is no bound."""

    last_day_implied_earliest: Day | None
    """Earliest last day that is possible; null where there is no bound."""

    last_day_implied_latest: Day | None
    """Latest last day that is possible; null where there is no bound."""

    from_claims: bool
    """Whether what sources say leaves fewer days than the record alone; where it cannot all be true, the record alone counts."""
