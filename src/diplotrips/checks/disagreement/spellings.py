"""Spellings of people's names that sources use, and the records whose person they name.

Only registered people are looked at; the traveller of a trip, the counterpart of a meeting and the quoted expert are the people named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.checks.check import finding
from diplotrips.checks.disagreement.clashes import ends_of, speaker

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diplotrips.checks.check import Check
    from diplotrips.checks.evidence import Evidence, Row
    from diplotrips.findings import Finding
    from diplotrips.schema.claims import Claim

BEARERS = """
           (SELECT trip_id AS record_id, traveller_id AS person_id FROM trips
            UNION ALL
            SELECT meeting_id, person_id FROM meetings
            UNION ALL
            SELECT quoted_expert_id, person_id FROM quoted_experts)"""
"""One row per record that names a person."""


def find_spellings(check: Check, evidence: Evidence, rows: Iterable[Row], remark: str) -> Iterator[Finding]:
    """Return one finding a record, with every claim among *rows*, one a spelling, and the name in the register.

    Args:
        check: The check that finds.
        evidence: What it looks at.
        rows: With `record_id`, `claim_id`, `person_id` and `person_name`.
        remark: What is wrong with the spelling, with `{name}` for the person's name in the register.
    """
    by_record: dict[str, dict[str, Row]] = {}
    for row in rows:
        by_record.setdefault(str(row["record_id"]), {}).setdefault(str(row["claim_id"]), row)
    for record, found in by_record.items():
        claims = [evidence.claims[claim_id] for claim_id in found]
        row = next(iter(found.values()))
        person, name = str(row["person_id"]), str(row["person_name"])
        spellings = dict.fromkeys(map(_wording, claims))
        here, *there = ends_of(evidence, claims, _wording)
        register = evidence.end(person, "name", label=f"the register has {name}", value=name)
        message = f"{' and '.join(spellings)}, {remark.format(name=name)}"
        yield finding(check, evidence, record=record, field="named", message=message, here=here, there=[*there, register])


def _wording(claim: Claim) -> str:
    return f"{speaker(claim)} writes {claim.text}"
