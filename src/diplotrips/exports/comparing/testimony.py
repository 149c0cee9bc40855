"""What became of what sources say: claims and their passages; and of the disagreements in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Unpack

from diplotrips.exports.comparing.change import Change, Kind
from diplotrips.exports.comparing.fields import changed_fields, text_of
from diplotrips.exports.comparing.matching import renumbered, told_by
from diplotrips.exports.comparing.parts import Part
from diplotrips.exports.comparing.records import follows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diplotrips.exports.comparing.change import Told
    from diplotrips.exports.comparing.matching import Matched
    from diplotrips.exports.comparing.snapshots import Row, Snapshot
    from diplotrips.exports.comparing.subjects import Subjects

HELD = "held"
OPEN = "open"
PASSAGES = "claim_passages"


def changes_of_claims(found: Matched) -> Iterator[Change]:
    """Return what became of the claims; the value is what the identity of a claim is made of, so another value is another claim."""
    for row in found.gone:
        yield _claim(Kind.CLAIM_WITHDRAWN, found, row, before=_said(row))
    for row in found.added:
        yield _claim(Kind.CLAIM_ADDED, found, row, after=_said(row))
    for before, row in found.both:
        for _, column, old, new in changed_fields(before, row, found.fields):
            yield _claim(Kind.CLAIM_CHANGED, found, row, before=_named(column, old), after=_named(column, new))
        if derived := found.derived(before, row):
            yield follows(found.name, derived)


def changes_of_passages(found: Matched, before: Snapshot, after: Snapshot) -> Iterator[Part]:
    """Return what became of the passages of claims; those that only have another number in the block of their source are counted."""
    claims = _by_id("claims", "claim_id", before, after)
    left, n_rows = renumbered(found)
    if n_rows:
        yield Part(("", ""), follows(found.name, ["statement"], n_rows))
    for row in left.gone:
        yield _passage(Kind.ENTRY_WITHDRAWN, left, row, claims, before=told_by(row, left))
    for row in left.added:
        yield _passage(Kind.ENTRY_ADDED, left, row, claims, after=told_by(row, left))
    for one, row in left.both:
        for _, column, old, new in changed_fields(one, row, left.fields):
            yield _passage(Kind.ENTRY_CHANGED, left, row, claims, before=_named(column, old), after=_named(column, new))


def changes_of_conflicts(found: Matched, subjects: Subjects, after: Snapshot) -> Iterator[Change]:
    """Return which disagreements are new, settled, open again or gone; those that are only told in other words are counted."""
    reasons = _reasons(after)
    for row in found.gone:
        yield _conflict(Kind.CONFLICT_GONE, found, subjects, row, before=text_of(row.get("message")))
    for row in found.added:
        is_open = row.get("state", OPEN) == OPEN
        told: Told = {"after": text_of(row.get("message")), "because": None if is_open else reasons.get(_ruling(row))}
        yield _conflict(Kind.CONFLICT_OPENED if is_open else Kind.CONFLICT_SETTLED, found, subjects, row, **told)
    for before, row in found.both:
        if "state" not in found.shared or (before["state"] == OPEN) == (row["state"] == OPEN):
            yield follows(found.name, [column for column in found.shared if before[column] != row[column]])
        else:
            kind = Kind.CONFLICT_OPENED if row["state"] == OPEN else Kind.CONFLICT_SETTLED
            old, new = text_of(before.get("message")), text_of(row.get("message"))
            yield _conflict(kind, found, subjects, row, before=old, after=new, because=reasons.get(_ruling(row)))


def _claim(kind: Kind, found: Matched, row: Row, **told: Unpack[Told]) -> Change:
    return replace(_of_claim(kind, found, row, row), **told)


def _passage(kind: Kind, found: Matched, row: Row, claims: Mapping[object, Row], **told: Unpack[Told]) -> Part:
    """Return the change of a passage, told of the record that its claim is about."""
    claim_id = row.get("claim_id")
    change = _of_claim(kind, found, row, claims.get(claim_id, {}))
    return Part(("claims", str(claim_id)) if claim_id is not None else ("", ""), replace(change, **told))


def _of_claim(kind: Kind, found: Matched, row: Row, claim: Row) -> Change:
    """Return the change of a row, told of the record, field and source of *claim*."""
    return Change(
        kind=kind,
        table=found.name,
        row_key=found.key_text(row),
        record_id=text_of(claim.get("record_id")),
        record_kind=text_of(claim.get("record_kind")),
        trip_id=text_of(claim.get("trip_id")),
        field_name=text_of(claim.get("field_name")),
        source_id=text_of(claim.get("source_id")),
    )


def _said(row: Row) -> str | None:
    """Return the value that is claimed, with the mode where it is not that it is so; None where only the record's existence is."""
    value, mode = text_of(row.get("value_text")), text_of(row.get("mode", HELD))
    return value if mode == HELD else " ".join(filter(None, (value, f"({mode})")))


def _named(column: str, value: str | None) -> str | None:
    """Return the value of a column together with its name, since the field of a claim is that of the record."""
    return None if value is None else f"{column} {value}"


def _conflict(kind: Kind, found: Matched, subjects: Subjects, row: Row, **told: Unpack[Told]) -> Change:
    record_id = text_of(row.get("record_id"))
    table = subjects.table_of(None, record_id) if record_id else None
    trip = subjects.trip_of(table, record_id) if record_id else None
    field = text_of(row.get("field_name"))
    change = Change(kind=kind, table=found.name, row_key=found.key_text(row), record_id=record_id, trip_id=trip, field_name=field)
    return replace(replace(change, finding_code=text_of(row.get("finding_code"))), **told)


def _reasons(state: Snapshot) -> Mapping[object, str | None]:
    """Return the reason of each decision and waiver by its id."""
    found = {**_by_id("decisions", "decision_id", state), **_by_id("waivers", "waiver_id", state)}
    return {ruling: text_of(row.get("because")) for ruling, row in found.items()}


def _by_id(table: str, key: str, *states: Snapshot) -> dict[object, Row]:
    """Return the rows of a table by their id, of the last state that has it; none where there is no such table or column."""
    return {row[key]: row for state in states if table in state.tables for row in state.tables[table].rows if key in row}


def _ruling(row: Row) -> object:
    decision = row.get("decision_id")
    return decision if decision is not None else row.get("waiver_id")
