"""What became of parts of records: places of stops, parties, names, offices, codes; and of codes of lists."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, Unpack

from diplotrips.exports.comparing.change import Change, Kind
from diplotrips.exports.comparing.fields import changed_fields, text_of
from diplotrips.exports.comparing.matching import renumbered, told_by
from diplotrips.exports.comparing.records import follows
from diplotrips.exports.comparing.subjects import COUNTED, PARTS, PARTS_OF_ANY, RECORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.exports.comparing.change import Told
    from diplotrips.exports.comparing.matching import Matched
    from diplotrips.exports.comparing.snapshots import Row
    from diplotrips.exports.comparing.subjects import Subjects


class Part(NamedTuple):
    """What became of a part of something, and of what: the table and the key of that."""

    whole: tuple[str, str]
    change: Change


def changes_of_parts(found: Matched, subjects: Subjects) -> Iterator[Part]:
    """Return what became of the entries of one table; those that only have another number in their list are counted."""
    left, n_rows = renumbered(found)
    if n_rows:
        yield Part(("", ""), follows(found.name, sorted(set(found.key) & COUNTED), n_rows))
    for row in left.gone:
        yield _part(Kind.ENTRY_WITHDRAWN, left, subjects, row, before=told_by(row, left))
    for row in left.added:
        yield _part(Kind.ENTRY_ADDED, left, subjects, row, after=told_by(row, left))
    for before, row in left.both:
        for kind, field, old, new in changed_fields(before, row, left.fields):
            told = kind if kind.startswith("date-") else Kind.ENTRY_CHANGED
            yield _part(told, left, subjects, row, field_name=field, before=old, after=new)
        if derived := left.derived(before, row):
            yield Part(("", ""), follows(found.name, derived))


def changes_of_codes(found: Matched) -> Iterator[Change]:
    """Return what became of the codes of lists and countries."""
    for row in found.gone:
        yield _code(Kind.CODE_WITHDRAWN, found, row, before=_label(row))
    for row in found.added:
        yield _code(Kind.CODE_ADDED, found, row, after=_label(row))
    for before, row in found.both:
        for _, field, old, new in changed_fields(before, row, found.fields):
            yield _code(Kind.CODE_CHANGED, found, row, field_name=field, before=old, after=new)
        if derived := found.derived(before, row):
            yield follows(found.name, derived)


def _part(kind: Kind, found: Matched, subjects: Subjects, row: Row, **told: Unpack[Told]) -> Part:
    """Return the change of an entry, told of the record that it is a part of."""
    if found.key[0] not in _owning(found.name, subjects):
        return Part(("", ""), replace(Change(kind=kind, table=found.name, row_key=found.key_text(row)), **told))
    owner = str(row[found.key[0]])
    table = PARTS[found.name] if found.name in PARTS else subjects.table_of(row.get("record_kind"), owner)
    change = Change(kind=kind, table=found.name, row_key=found.key_text(row), record_id=owner, record_kind=RECORDS.get(table or ""))
    of_trip = replace(change, trip_id=subjects.trip_of(table, owner))
    return Part((table or "", owner), replace(of_trip, **told))


def _owning(table: str, subjects: Subjects) -> tuple[str | None, ...]:
    """Return the columns of a table that may hold the id of the record that a row is a part of; none if it is a part of no record."""
    if table in PARTS:
        return (subjects.column_of(PARTS[table]),)
    return ("record_id",) if table in PARTS_OF_ANY else ()


def _code(kind: Kind, found: Matched, row: Row, **told: Unpack[Told]) -> Change:
    return replace(Change(kind=kind, table=found.name, row_key=found.key_text(row)), **told)


def _label(row: Row) -> str | None:
    return text_of(row.get("label", row.get("name")))
