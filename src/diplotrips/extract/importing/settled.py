"""Columns of one day in a row that came back: which of them were edited, and which only show what the day was before.

A day has several columns, of which an editor fills one and leaves the others as they were. Read again after it was taken, such a row has
the day of the records in one column and the day before in the others: nothing of that is an edit any more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from diplotrips.extract.importing.cells import text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from diplotrips.extract.importing.fields import Field, Row
    from diplotrips.extract.importing.grid import Cell
    from diplotrips.schema.rows.columns import Column

Same: TypeAlias = "Callable[[object, Cell, Column], bool]"
"""Tells whether a cell says a value of its column."""

_WORKED_OUT: Final = ("_earliest", "_latest", "_precision")
_EDTF: Final = "_edtf"


def settled(cells: Mapping[str, Cell], now: Row, columns: Mapping[str, Column], same: Same) -> frozenset[str]:
    """Return the columns of *cells*, a row of a table, which say nothing of their own beside another column of the same day."""
    stems = [name.removesuffix(_EDTF) for name in columns if name.endswith(_EDTF)]
    return frozenset(name for stem in stems for name in _of_day(stem, cells, now, columns, same))


def _of_day(stem: str, cells: Mapping[str, Cell], now: Row, columns: Mapping[str, Column], same: Same) -> Iterator[str]:
    """Give the columns of one day that say nothing of their own."""
    days = [name for name in (stem, f"{stem}{_EDTF}") if name in columns]
    others = [f"{stem}{part}" for part in _WORKED_OUT if f"{stem}{part}" in columns]
    filled = [name for name in days if cells[name] is not None]
    if not filled:
        return
    yield from (name for name in others if cells[name] is None)
    agreeing = [name for name in filled if same(now[name], cells[name], columns[name])]
    if agreeing and len(agreeing) < len(days):
        if not all(same(now[name], cells[name], columns[name]) for name in others):
            yield from (*others, *(name for name in days if name not in agreeing))
        elif not others:
            yield from (name for name in days if cells[name] is None)
    elif not agreeing:
        yield from (name for name in days if cells[name] is None)


def contested(name: str, cell: Cell, now: Row, then: Row, fields: Iterable[Field]) -> str:
    """Return why an edited cell cannot be taken, as somebody else edited the same in the records since the release; empty if nobody did."""
    if all(then[each] == now[each] for each in _together(name, fields) if each in then and each in now):
        return ""
    was, is_now, says = map(shown, (then.get(name), now[name], cell))
    told = f"{name} was {was} in the release that was edited, is {is_now} in the records now, and {says} in the table"
    return f"{told}; write what is right into both, or leave it to the records"


def shown(value: object) -> str:
    """Return a value as a sentence names it."""
    return "nothing" if value is None else text_of(value if isinstance(value, str | int | float) else str(value))


def _together(name: str, fields: Iterable[Field]) -> tuple[str, ...]:
    """Return the columns that stand for the same as *name*: of a first and a last day only its own."""
    stem = name.removesuffix(_EDTF)
    columns = next((each.columns for each in fields if name in each.columns), (name,))
    ends = tuple(column for column in columns if column.removesuffix(_EDTF) == stem)
    return ends if ends[1:] else columns
