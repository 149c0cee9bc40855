"""The ledger: what was looked for, how disagreements were settled, which findings are waived, and which ids were withdrawn."""

from __future__ import annotations

from pydantic import ConfigDict

from diplotrips.schema.codelists import codes
from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval
from diplotrips.schema.fields import (
    ClaimNameText,
    Count,
    CountryOrOrganization,
    Extent,
    FieldName,
    FindingCode,
    Id,
    Name,
    Office,
    RecordId,
    RecordKind,
    Text,
    Verdict,
)
from diplotrips.schema.record import Many, Opt, Record, demand, demand_one_of, one_of_keys

ADOPT = "adopt"
"""Verdict that one side is held to be true."""


def _adopts_or_overrules(decision: dict[str, object]) -> bool:
    """Tell whether *decision* says which value won or which claims lost, if its verdict is that one side is adopted."""
    return decision.get("verdict") != ADOPT or "adopted" in decision or bool(decision.get("overrules"))


class Decision(Record):
    """How one disagreement was settled, and what it rests on."""

    model_config = ConfigDict(
        json_schema_extra={
            "anyOf": [
                {"required": ["adopted"]},
                {"required": ["overrules"], "properties": {"overrules": {"minItems": 1}}},
                {"properties": {"verdict": {"enum": [code for code in codes("verdicts") if code != ADOPT]}}},
            ]
        }
    )
    _told = demand(_adopts_or_overrules, "adopted", "overrules")

    id: Id
    """Stable id of the decision."""

    code: FindingCode
    """Code of the finding that it settles."""

    record: RecordId
    """Released id of the record, such as `lavrov-2023-04-latin-america.cu`."""

    field: FieldName
    """Field on which the claims disagree."""

    source: Opt[Id] = None
    """Id of the source, where coders of one source disagree."""

    verdict: Verdict
    """What came of it."""

    adopted: Opt[Name] = None
    """Value that the record holds because of it."""

    settles: Many[ClaimNameText] = ()
    """Claims that the decision is about: `source`, `source:part` or `source:part:value`."""

    overrules: Many[ClaimNameText] = ()
    """Those of them that lost."""

    expect: Many[ClaimNameText] = ()
    """All claims on this field when it was decided, with their values; if they change, the decision is stale."""

    because: Text
    """The reason, in the decider's own words."""

    decided_by: Id
    """Coder who decided."""

    decided_on: EdtfDate
    """Day of the decision."""

    expires: Opt[EdtfDate] = None
    """Last day on which it holds."""


class Waiver(Record):
    """A check that does not apply to one record, and why."""

    id: Id
    """Stable id of the waiver."""

    code: FindingCode
    """Code of the check."""

    record: RecordId
    """Released id of the record, or id of the register entry."""

    field: Opt[FieldName] = None
    """Field to which it is limited."""

    because: Text
    """The reason, in the decider's own words."""

    decided_by: Id
    """Coder who decided."""

    decided_on: EdtfDate
    """Day of the decision."""

    expires: Opt[EdtfDate] = None
    """Last day on which it holds."""


class Withdrawal(Record):
    """A tombstone: an id that was released once and is no more."""

    id: RecordId
    """The id that was withdrawn."""

    kind: RecordKind
    """Kind of the record."""

    successor: Opt[RecordId] = None
    """Id of the record that took its place."""

    withdrawn_on: EdtfDate
    """Day of the withdrawal."""

    because: Text
    """The reason, in the decider's own words."""


class Coverage(Record):
    """What was looked for, where and how thoroughly, so that "no trip" and "not researched" differ."""

    model_config = ConfigDict(json_schema_extra=one_of_keys("traveller", "office"))
    _one = demand_one_of("traveller", "office")

    id: Id
    """Stable id of the entry."""

    traveller: Opt[Id] = None
    """Id of the person whose trips were looked for."""

    office: Opt[Office] = None
    """Office whose holders' trips were looked for."""

    of: Opt[CountryOrOrganization] = None
    """Country or organization of that office."""

    period: EdtfInterval
    """Days that were looked at."""

    looked_in: Many[Id] = ()
    """Ids of the sources that were read for it."""

    extent: Extent
    """How thoroughly."""

    found: Count
    """Number of trips found."""

    decided_by: Id
    """Coder who looked."""

    decided_on: EdtfDate
    """Day of the look."""

    note: Opt[Text] = None
    """Whatever a reader should know, in the coder's own words."""
