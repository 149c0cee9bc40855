"""Rows of a list that came back under another number: what they say is recorded already, and would be there twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from diplotrips.extract.importing.fields import Row
    from diplotrips.extract.importing.grid import GridRow
    from diplotrips.extract.importing.settled import Same
    from diplotrips.schema.rows.columns import Column

Key: TypeAlias = tuple[object, ...]
Keyed: TypeAlias = "tuple[GridRow, Key]"
"""A row of the table, with the key of its record: an id and a number in the list."""


def moved(keyed: Sequence[Keyed], now: Mapping[Key, Row], columns: Iterable[Column], same: Same) -> dict[int, str]:
    """Return, by the number of each row that says what is recorded under another number, why it cannot be taken.

    Items that change places with each other are none of these, as long as no item of the record is missing.

    Args:
        keyed: All rows of a table whose rows are items of lists.
        now: The recorded items.
        columns: The columns that say what an item is.
        same: Tells whether a cell says a value.
    """
    compared = tuple(columns)
    items: dict[object, list[Key]] = {}
    for key in now:
        items.setdefault(key[0], []).append(key)
    present = {key for _, key in keyed}
    changed = {key for row, key in keyed if key not in now or not _says(row, now[key], now[key], compared, same)}
    whole = {record for record, keys in items.items() if present.issuperset(keys)}
    found: dict[int, str] = {}
    entered: dict[Key, int] = {}
    for row, key in keyed:
        if key not in changed:
            continue
        others = [each for each in items.get(key[0], ()) if each != key and not (key[0] in whole and each in changed)]
        recorded = next((each for each in others if _says(row, now[each], now.get(key), compared, same)), None)
        if recorded:
            found[row.number] = _told(" ".join(map(str, recorded)))
        elif key not in now:
            above = entered.setdefault((key[0], *(row.cells.get(column.name) for column in compared)), row.number)
            if above != row.number:
                found[row.number] = _told(f"row {above}")
    return found


def _says(row: GridRow, item: Row, own: Row | None, columns: Iterable[Column], same: Same) -> bool:
    """Tell whether a row says what *item* is; of a column that the table has not, its own record says it."""
    return all(
        same(item[column.name], row.cells[column.name], column)
        if column.name in row.cells
        else item[column.name] == (own[column.name] if own else None)
        for column in columns
    )


def _told(same: str) -> str:
    told = f"it says what {same} says: items of a list are known by their ordinal, and none is moved or deleted here"
    return f"{told}; leave the numbers as they were, and take an item out in the file of its record"
