"""Rows of one table in two states, matched by their key whatever their order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diplotrips.exports.comparing.fields import fields_of, number_of, text_of
from diplotrips.exports.comparing.subjects import COUNTED, derived_columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from diplotrips.exports.comparing.snapshots import Row, TableSnapshot


@dataclass(frozen=True, slots=True)
class Matched:
    """The rows of one table in two states."""

    name: str
    key: tuple[str, ...]
    """The columns by which rows were matched."""
    shared: tuple[str, ...]
    """The columns that both states have with the same type; only these are compared."""
    fields: Mapping[str, tuple[str, ...]]
    """Fields made of the shared columns that are neither of the key nor derived."""
    gone: Sequence[Row]
    added: Sequence[Row]
    both: Sequence[tuple[Row, Row]]
    """Rows of one key that differ in a shared column."""

    def key_text(self, row: Row) -> str:
        """Return the key of a row as text."""
        return " ".join(text_of(row[column]) or "-" for column in self.key)

    def derived(self, before: Row, after: Row) -> list[str]:
        """Return the derived columns in which two rows differ."""
        derived = derived_columns(self.name)
        return [column for column in self.shared if column in derived and before[column] != after[column]]


def matched(before: TableSnapshot, after: TableSnapshot) -> Matched:
    """Match the rows of one table, and return those that differ."""
    types = {column.name: column.type for column in before.columns}
    shared = tuple(column.name for column in after.columns if types.get(column.name) == column.type)
    key = next((key for key in (after.key, before.key) if _identifies(key, shared, before.rows, after.rows)), shared)
    old, new = (_by_key(table.rows, key) for table in (before, after))
    both = [(row, new[place]) for place, row in old.items() if place in new]
    return Matched(
        after.name,
        key,
        shared,
        fields_of(column for column in shared if column not in key and column not in derived_columns(after.name)),
        [row for place, row in old.items() if place not in new],
        [row for place, row in new.items() if place not in old],
        [(one, other) for one, other in both if any(one[column] != other[column] for column in shared)],
    )


def renumbered(found: Matched) -> tuple[Matched, int]:
    """Return the same without entries that only have another number in their list, and how many rows these are.

    An entry that comes or goes moves all behind it, which is no change of theirs; so entries are matched by what they say first, then by
    their number, and then in their order: of a list that has as many entries as before none is added.
    """
    numbers = set(found.key) & COUNTED
    if not numbers:
        return found, 0
    said = [column for column in found.shared if column not in numbers and column not in derived_columns(found.name)]
    old = _in_order([*found.gone, *(one for one, _ in found.both)], numbers)
    new = _in_order([*found.added, *(other for _, other in found.both)], numbers)
    common = Counter(_values(row, said) for row in old) & Counter(_values(row, said) for row in new)
    left = [_by_key(_without(rows, said, common), found.key) for rows in (old, new)]
    both = [(left[0].pop(place), left[1].pop(place)) for place in list(left[0]) if place in left[1]]
    owners = [column for column in found.key if column not in numbers]
    lists = [_lists(_in_order(rows.values(), numbers), owners) for rows in left]
    gone, added = [], []
    for owner in {**lists[0], **lists[1]}:
        before, after = (one.get(owner, []) for one in lists)
        both += zip(before, after, strict=False)
        gone += before[len(after) :]
        added += after[len(before) :]
    return Matched(found.name, found.key, found.shared, found.fields, gone, added, both), common.total()


def _lists(rows: Iterable[Row], owners: Sequence[str]) -> dict[tuple[object, ...], list[Row]]:
    """Return *rows* by whose entries they are."""
    found: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        found.setdefault(_values(row, owners), []).append(row)
    return found


def _in_order(rows: Iterable[Row], numbers: Iterable[str]) -> list[Row]:
    """Return *rows* by their place in their lists, so that the order in which they came does not show."""
    return sorted(rows, key=lambda row: [int(str(row[column])) for column in sorted(numbers)])


def told_by(row: Row, found: Matched) -> str | None:
    """Return what a row says beside its owner and its number: each field with its value; None if nothing."""
    own = {*found.key[:1], *COUNTED, "record_kind", "trip_id"}
    keys = ((column, (column,)) for column in found.key if column not in own)
    fields = [*keys, *((field, columns) for field, columns in found.fields.items() if field not in own)]
    said = ((field, number_of(row, columns) if columns[0].endswith("_min") else text_of(row[columns[0]])) for field, columns in fields)
    return ", ".join(f"{field} {text}" for field, text in said if text is not None) or None


def _identifies(key: tuple[str, ...], shared: tuple[str, ...], *states: Sequence[Row]) -> bool:
    """Tell whether *key* is in both states and no two rows of one share it."""
    if not key or not set(key) <= set(shared):
        return False
    return all(len({_values(row, key) for row in rows}) == len(rows) for rows in states)


def _by_key(rows: Iterable[Row], key: Sequence[str]) -> dict[tuple[object, ...], Row]:
    """Return *rows* by their key; of rows that share it (only where whole rows are the key) each counts."""
    seen: Counter[tuple[object, ...]] = Counter()
    found: dict[tuple[object, ...], Row] = {}
    for row in rows:
        values = _values(row, key)
        found[*values, seen[values]] = row
        seen[values] += 1
    return found


def _without(rows: Iterable[Row], columns: Sequence[str], common: Counter[tuple[object, ...]]) -> list[Row]:
    """Return *rows* without as many as *common* has of each."""
    left, kept = Counter(common), []
    for row in rows:
        values = _values(row, columns)
        if left[values]:
            left[values] -= 1
        else:
            kept.append(row)
    return kept


def _values(row: Row, columns: Iterable[str]) -> tuple[object, ...]:
    return tuple(row[column] for column in columns)
