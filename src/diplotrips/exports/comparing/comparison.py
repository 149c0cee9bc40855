"""Two states of a dataset compared: every difference once, said of the record and trip that it is about."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from diplotrips.exports.comparing.change import Change, Comparison, Kind
from diplotrips.exports.comparing.matching import matched
from diplotrips.exports.comparing.parts import Part, changes_of_codes, changes_of_parts
from diplotrips.exports.comparing.records import changes_of_records, changes_of_routes, follows
from diplotrips.exports.comparing.structure import changes_of_structure
from diplotrips.exports.comparing.subjects import DERIVED, RECORDS, Subjects
from diplotrips.exports.comparing.testimony import PASSAGES, changes_of_claims, changes_of_conflicts, changes_of_passages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from diplotrips.exports.comparing.matching import Matched
    from diplotrips.exports.comparing.snapshots import Snapshot

CODES = ("codelists", "countries")


def compare(before: Snapshot, after: Snapshot) -> Comparison:
    """Return everything that differs between two states; none of it depends on the order of rows.

    Every table, column and cell that differs is told by some change. What is derived is counted, and parts of a record that came or went
    are counted with it.
    """
    subjects = Subjects(before, after)
    names = [name for name in after.tables if name in before.tables]
    found = {name: matched(before.tables[name], after.tables[name]) for name in names}
    changes = [*changes_of_structure(before, after)]
    changes += _of_records(found, subjects, before, after)
    parts = [*_parts(found, subjects, before, after)]
    changes += _of_others(found, subjects, after)
    n_rows = sum(len(table.rows) for table in after.tables.values())
    return Comparison(before.label, after.label, tuple(_arranged(_joined(changes, parts))), before.version, len(after.tables), n_rows)


def _of_records(found: Mapping[str, Matched], subjects: Subjects, before: Snapshot, after: Snapshot) -> Iterator[Change]:
    """Return what became of records and routes."""
    old, new = (_statuses(state) for state in (before, after))
    statuses = {trip: (status, new[trip]) for trip, status in old.items() if trip in new}
    for name in RECORDS:
        if name in found:
            yield from changes_of_records(found[name], subjects, after, statuses)
    if "stops" in found:
        yield from changes_of_routes(found["stops"], before, after)


def _statuses(state: Snapshot) -> dict[object, object]:
    """Return the status of each trip; none where the state does not tell it."""
    rows = state.tables["trips"].rows if "trips" in state.tables else ()
    return {row["trip_id"]: row["status"] for row in rows if "trip_id" in row and "status" in row}


def _parts(found: Mapping[str, Matched], subjects: Subjects, before: Snapshot, after: Snapshot) -> Iterator[Part]:
    """Return what became of all parts of records and claims, and of the rows of tables that only later versions know."""
    for name, rows in found.items():
        if name == PASSAGES:
            yield from changes_of_passages(rows, before, after)
        elif name not in RECORDS and name not in DERIVED and name not in {*CODES, "claims", "conflicts"}:
            yield from changes_of_parts(rows, subjects)


def _of_others(found: Mapping[str, Matched], subjects: Subjects, after: Snapshot) -> Iterator[Change]:
    """Return what became of claims, conflicts and codes, and how many rows of derived tables differ."""
    for name, rows in found.items():
        if name in CODES:
            yield from changes_of_codes(rows)
        elif name == "claims":
            yield from changes_of_claims(rows)
        elif name == "conflicts":
            yield from changes_of_conflicts(rows, subjects, after)
        elif name in DERIVED and (n_rows := len(rows.gone) + len(rows.added) + len(rows.both)):
            yield follows(name, [], n_rows)


def _joined(changes: Iterable[Change], parts: Iterable[Part]) -> Iterator[Change]:
    """Return *changes* and *parts*, those of a record or claim that came or went counted with it, and one a table of what follows."""
    found = list(changes)
    whole = {(change.table, change.row_key) for change in found if change.kind in _WHOLE}
    counted: Counter[tuple[str, str | None]] = Counter()
    for part in parts:
        if part.whole in whole:
            counted[part.whole] += part.change.n_rows
        else:
            found.append(part.change)
    yield from (
        replace(change, n_rows=change.n_rows + counted[change.table, change.row_key]) if change.kind in _WHOLE else change
        for change in found
        if change.kind is not Kind.FOLLOWS
    )
    yield from _following(change for change in found if change.kind is Kind.FOLLOWS)


def _following(changes: Iterable[Change]) -> Iterator[Change]:
    """Return one change a table of all that follows in it."""
    n_rows: Counter[str] = Counter()
    columns: dict[str, set[str]] = {}
    for change in changes:
        n_rows[change.table] += change.n_rows
        columns.setdefault(change.table, set()).update((change.after or "").split())
    yield from (follows(table, sorted(columns[table]), count) for table, count in n_rows.items())


def _arranged(changes: Iterable[Change]) -> list[Change]:
    """Return *changes* in the order of a report: the schema, the trips one by one, registers, ledger, code lists, what follows."""
    return sorted(changes, key=lambda change: (*_section(change), *_place(change)))


def _section(change: Change) -> tuple[int, str]:
    """Return in which part of a report a change stands."""
    if change.kind.is_of_schema:
        return 0, ""
    if change.trip_id is not None:
        return 1, change.trip_id
    return (4 if change.kind is Kind.FOLLOWS else 3 if change.table in CODES else 2), ""


def _place(change: Change) -> tuple[object, ...]:
    """Return where in its part a change stands: by kind of record and record, of one what it says before what sources say of it."""
    record = _RECORDS.index(change.record_kind) if change.record_kind in _RECORDS else len(_RECORDS)
    rank = 0 if change.table in RECORDS else 2 if change.table in {"claims", PASSAGES} else 1
    texts = (change.table, change.row_key, change.field_name, change.before, change.after)
    return record, change.record_id or "", rank, change.kind not in _WHOLE, *(text or "" for text in texts), change.kind


_WHOLE = frozenset({Kind.RECORD_ADDED, Kind.RECORD_WITHDRAWN, Kind.RECORD_MERGED, Kind.CLAIM_ADDED, Kind.CLAIM_WITHDRAWN})
_RECORDS = tuple(RECORDS.values())
