"""Spellings of people's names that sources use, and the records whose person they name.

Only registered people are looked at; the traveller of a trip, the counterpart of a meeting and the quoted expert are the people named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.check import finding
from diplotrips.checks.disagreement.clashes import ends_of
from diplotrips.checks.disagreement.near_names import Near, Register

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


UNREGISTERED = f"""
    SELECT claims.record_id, 'named' AS field_name, claims.claim_id, claims.value_text, people.person_id, people.name AS person_name
    FROM   claims
    JOIN   {BEARERS} AS bearers ON bearers.record_id = claims.record_id
    JOIN   people ON people.person_id = bearers.person_id
    WHERE  claims.field_name = 'named' AND claims.value_text <> people.name
      AND  NOT EXISTS (SELECT 1 FROM people_names
                       WHERE  people_names.person_id = people.person_id AND people_names.name = claims.value_text)
    ORDER BY claims.record_id, claims.source_id, claims.part, claims.value_text, claims.claim_id
"""  # noqa: S608  (the text is ours)
"""One row per claim of a spelling that the register does not have of the person whom the record names."""


class Unknown(NamedTuple):
    """A claim of a spelling that the register does not have, and the registered name that it is like, if there is one."""

    row: Row
    near: Near | None
    is_another: bool
    """Whether it is like the name of somebody else, and like none of the person whom the record names."""


def unknown_spellings(evidence: Evidence) -> list[Unknown]:
    """Return every claim of a spelling that is neither in the register nor made of words of a registered one."""
    people = [entry.record for entry in evidence.dataset.people]
    known = {person.id: [person.name, *(other.name for other in person.names if other.kind != "misspelling")] for person in people}
    register = Register(people)
    return [
        _unknown(row, register)
        for row in evidence.rows(UNREGISTERED)
        if not any(_is_part(str(row["value_text"]), name) for name in known[str(row["person_id"])])
    ]


def _unknown(row: Row, register: Register) -> Unknown:
    """Return the claim of *row* with the name that it is like: one of the person whom the record names before one of anybody else."""
    person, spelling = str(row["person_id"]), str(row["value_text"])
    own = register.of_person(person, spelling)
    return Unknown(row, own or register.of_others(person, spelling), is_another=own is None)


def _is_part(spelling: str, name: str) -> bool:
    """Tell whether *spelling* is made of words of *name* in their order, whatever the capitals."""
    words = iter(name.casefold().split())
    return all(word in words for word in spelling.casefold().split())


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
    return f"{claim.voice} writes {claim.text}"
