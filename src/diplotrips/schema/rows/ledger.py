"""The tables of the ledger: decisions, waivers, coverage, withdrawn ids."""

from __future__ import annotations

from typing import Annotated

from diplotrips.schema.rows.columns import (
    CODE_FORM,
    AnyId,
    AsSaid,
    ClaimId,
    Code,
    CoderId,
    Counted,
    CoverageId,
    DecisionId,
    FindingCode,
    Form,
    MaybeCountry,
    Name,
    Office,
    OrganizationId,
    PersonId,
    RecordId,
    RecordKind,
    Rows,
    SourceId,
    Text,
    WaiverId,
    Window,
)


class Decisions(Rows, key=("decision_id",)):
    """One row per decision on a disagreement."""

    decision_id: DecisionId
    """Stable id of the decision."""

    finding_code: FindingCode
    """Code of the finding that it settles."""

    record_id: AnyId
    """Record that it is about."""

    field_name: Name
    """Field on which the claims disagree."""

    source_id: SourceId | None
    """Source, where coders of one source disagree."""

    verdict: Annotated[str, Form(CODE_FORM), Code("verdicts")]
    """What came of it."""

    adopted: Text | None
    """Value that the record holds because of it."""

    because: Text
    """The reason, in the decider's own words."""

    decided_by_id: CoderId
    """Coder who decided."""

    decided_on: AsSaid
    """Day of the decision."""

    expires_on: AsSaid
    """Last day on which it holds."""


class DecisionClaims(Rows, key=("decision_id", "role", "ordinal")):
    """One row per claim that a decision names."""

    decision_id: DecisionId
    """Decision."""

    role: Annotated[str, Form("settles|overrules|expect")]
    """`settles`: the decision is about it; `overrules`: it lost; `expect`: it was there when it was decided."""

    ordinal: int
    """Place among the claims in that role, from 1."""

    claim_name: Text
    """The claim as the decision names it: `source`, `source:part` or `source:part:value`."""

    claim_id: ClaimId | None
    """A claim of that name; a name that means several claims has several rows; null where it means none."""


class Waivers(Rows, key=("waiver_id",)):
    """One row per finding that is accepted as it is."""

    waiver_id: WaiverId
    """Stable id of the waiver."""

    finding_code: FindingCode
    """Code of the check."""

    record_id: AnyId
    """Record that it is about."""

    field_name: Name | None
    """Field to which it is limited."""

    because: Text
    """The reason, in the decider's own words."""

    decided_by_id: CoderId
    """Coder who decided."""

    decided_on: AsSaid
    """Day of the decision."""

    expires_on: AsSaid
    """Last day on which it holds."""


class Coverage(Rows, key=("coverage_id",)):
    """One row per statement of what was looked for, so that "no trip" and "not researched" differ."""

    coverage_id: CoverageId
    """Stable id of the entry."""

    traveller_id: PersonId | None
    """Person whose trips were looked for."""

    office: Office | None
    """Office whose holders' trips were looked for."""

    office_country: MaybeCountry
    """Country of that office"""

    office_organization_id: OrganizationId | None
    """Organization of that office."""

    period: Window
    """Days that were looked at."""

    extent: Annotated[str, Form(CODE_FORM), Code("extents")]
    """How thoroughly."""

    found: Counted
    """Number of trips found"""

    decided_by_id: CoderId
    """Coder who looked."""

    decided_on: AsSaid
    """Day of the look."""

    note: Text | None
    """Whatever a reader should know, in the coder's own words."""


class CoverageSources(Rows, key=("coverage_id", "source_id")):
    """One row per source that was read for a statement of coverage."""

    coverage_id: CoverageId
    """Statement of coverage."""

    source_id: SourceId
    """Source that was read."""


class Withdrawn(Rows, key=("record_id",)):
    """One row per id that was released once and is no more."""

    record_id: RecordId
    """The id that was withdrawn."""

    record_kind: RecordKind
    """Kind of the record."""

    successor_id: AnyId | None
    """Record that took its place."""

    withdrawn_on: AsSaid
    """Day of the withdrawal."""

    because: Text
    """The reason, in the decider's own words."""
