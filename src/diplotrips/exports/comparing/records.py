"""What became of records: added, withdrawn, merged into another, and what became of their fields; and the routes of trips."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Unpack

from diplotrips.exports.comparing.change import Change, Kind
from diplotrips.exports.comparing.fields import changed_fields, text_of
from diplotrips.exports.comparing.matching import told_by
from diplotrips.exports.comparing.subjects import RECORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diplotrips.exports.comparing.change import Told
    from diplotrips.exports.comparing.matching import Matched
    from diplotrips.exports.comparing.snapshots import Row, Snapshot
    from diplotrips.exports.comparing.subjects import Subjects

POSITION = "position"


def changes_of_records(
    found: Matched, subjects: Subjects, after: Snapshot, statuses: Mapping[object, tuple[object, object]]
) -> Iterator[Change]:
    """Return what became of the records of one table.

    Args:
        found: The rows that differ.
        subjects: The records of both states.
        after: The later state, whose tombstones say what took the place of a withdrawn record.
        statuses: Status of each trip that both have, before and after; a stop's that goes with it only follows.
    """
    kind = RECORDS[found.name]
    tombstones = {row.get("record_id"): row for row in _rows(after, "withdrawn") if row.get("record_kind") == kind}
    for row in found.gone:
        stone = tombstones.get(_id(found, row), {})
        successor = text_of(stone.get("successor_id"))
        told: Told = {"successor_id": successor, "because": text_of(stone.get("because")), "before": told_by(row, found)}
        yield _change(Kind.RECORD_MERGED if successor else Kind.RECORD_WITHDRAWN, found, subjects, row, **told)
    for row in found.added:
        yield _change(Kind.RECORD_ADDED, found, subjects, row, after=told_by(row, found), because=text_of(row.get("because")))
    for before, row in found.both:
        derived = [column for column in found.derived(before, row) if column != POSITION]
        for what, field, old, new in changed_fields(before, row, found.fields):
            if found.name == "stops" and field == "status" and statuses.get(row.get("trip_id")) == (old, new):
                derived.append(field)
            else:
                yield _change(what, found, subjects, row, field_name=field, before=old, after=new)
        if derived:
            yield follows(found.name, derived)


def changes_of_routes(found: Matched, before: Snapshot, after: Snapshot) -> Iterator[Change]:
    """Return the trips in both states whose stops come in another order, and the stops that are only numbered anew."""
    if not {POSITION, "trip_id", "stop_id"} <= set(found.shared):
        return
    old, new = (_routes(state) for state in (before, after))
    kept = {row.get("trip_id") for row in _rows(before, "trips")} & {row.get("trip_id") for row in _rows(after, "trips")}
    changed = {trip for trip in kept - {None} if old.get(trip) != new.get(trip)}
    for trip in changed:
        name = str(trip)
        route = Change(kind=Kind.ROUTE_CHANGED, table="stops", record_id=name, record_kind="trip", trip_id=name, field_name="route")
        yield replace(route, before=old.get(trip), after=new.get(trip))
    for one, other in found.both:
        if one[POSITION] != other[POSITION] and other["trip_id"] not in changed:
            yield follows(found.name, [POSITION])


def follows(table: str, columns: list[str], n_rows: int = 1) -> Change:
    """Return the change of rows that only follow from others."""
    return Change(kind=Kind.FOLLOWS, table=table, after=" ".join(sorted(columns)) or None, n_rows=n_rows)


def _change(kind: Kind, found: Matched, subjects: Subjects, row: Row, **told: Unpack[Told]) -> Change:
    """Return a change of the record that *row* is."""
    record_id = _id(found, row)
    trip = subjects.trip_of(found.name, record_id) if record_id else None
    if trip is None and row.get("record_id") is not None:  # entries of the ledger are told with the trip that they are about
        about = str(row["record_id"])
        trip = subjects.trip_of(subjects.table_of(None, about), about)
    change = Change(kind=kind, table=found.name, row_key=found.key_text(row), record_id=record_id, trip_id=trip)
    return replace(replace(change, record_kind=RECORDS[found.name]), **told)


def _id(found: Matched, row: Row) -> str | None:
    """Return the id of the record that *row* is; None where the states share no column of ids."""
    return str(row[found.key[0]]) if len(found.key) == 1 else None


def _routes(state: Snapshot) -> Mapping[object, str]:
    """Return the route of each trip with local ids of its stops, those of unknown order among themselves in brackets: `br [ni ve] cu`."""
    groups: dict[object, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in _rows(state, "stops"):
        position = row.get(POSITION)
        if isinstance(position, int):
            groups[row["trip_id"]][position].append(str(row["stop_id"]).removeprefix(f"{row['trip_id']}."))
    return {trip: " ".join(_group(found[position]) for position in sorted(found)) for trip, found in groups.items()}


def _group(stops: list[str]) -> str:
    return f"[{' '.join(sorted(stops))}]" if stops[1:] else stops[0]


def _rows(state: Snapshot, table: str) -> tuple[Row, ...]:
    return tuple(state.tables[table].rows) if table in state.tables else ()
