"""Whether a cell that comes back from a spreadsheet program still says what an export wrote there, and what it says if not.

Such programs make days of texts that look like days, numbers of digits, TRUE of true. A cell that can be read as what is there, and as
nothing else, says that. Which number of `4/3/2023` is the day is told by the other cells of the file or not at all.
"""

from __future__ import annotations

import math
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from diplotrips.extract.importing.cells import UnmappedError, code_in, country_of, text_of
from diplotrips.schema.codelists import codes, fold
from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval
from diplotrips.schema.dates.reasons import EdtfError
from diplotrips.schema.phrases.written import Order, WrittenDateError, read_written, read_written_day
from diplotrips.schema.rows.columns import Type

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from diplotrips.extract.importing.grid import Cell, Grid
    from diplotrips.schema.rows.columns import Column

_DAY_ZERO: Final = date(1899, 12, 30)
"""The day before the first one that spreadsheet programs count, as they count since March 1900."""

_FIRST_SERIAL: Final = 61
_LAST_SERIAL: Final = 2_958_465
_NUMERALS: Final = re.compile(r"(?P<first>[0-9]{1,2})[/-](?P<second>[0-9]{1,2})[/-][0-9]{4}")
_LAST_MONTH: Final = 12
_TRUE: Final = frozenset({"true", "1"})
_FALSE: Final = frozenset({"false", "0"})


def order_of(grid: Grid) -> Order | None:
    """Return which of two numbers before a year is the day in *grid*, which one program wrote; None if no cell tells, or they differ."""
    found = set()
    for row in grid.rows:
        for cell in row.cells.values():
            numerals = _NUMERALS.fullmatch(cell.strip()) if isinstance(cell, str) else None
            if numerals and int(numerals["first"]) > _LAST_MONTH:
                found.add(Order.DAY_FIRST)
            elif numerals and int(numerals["second"]) > _LAST_MONTH:
                found.add(Order.MONTH_FIRST)
    return found.pop() if len(found) == 1 else None


def is_same(now: object, cell: Cell, column: Column, order: Order | None = None) -> bool:
    """Tell whether *cell* says *now*, the value of *column* in the table; None for one that is not there.

    A day in numerals that may be one of two is neither of them unless *order* says which.
    """
    if cell is None or now is None:
        return (cell is None or (text_of(cell) == "NA" and column.refers != ("countries",))) and now is None
    text = _plain(cell)
    if isinstance(now, bool):
        return fold(text) in (_TRUE if now else _FALSE)
    if isinstance(now, int | float):
        return _number(text) == now
    if isinstance(now, date):
        return _days(cell, order) == {now}
    if text == _plain(str(now)):
        return True
    # a name is never written in numerals, so that there either order will do
    orders = (order,) if column.name.endswith("_edtf") else tuple(Order)
    return any(_is_mangled(str(now), cell, each) for each in orders)


def read_cell(cell: Cell, column: Column, order: Order | None = None) -> str | int | bool | date | None:
    """Return what *cell* says, as a value of *column*; *order* as of `is_same`.

    Raises:
        UnmappedError: it is none.
    """
    if cell is None:
        return None
    text = _plain(cell)
    if column.type in _READERS:
        return _READERS[column.type](cell)
    if column.type is Type.DAY:
        return _one_day(cell, order)
    if column.name.endswith("_edtf"):
        return _edtf(cell, column.name, order)
    if column.refers == ("countries",):
        return country_of(text, {})
    return _code(text, column) if column.codelist else text


def _plain(cell: Cell) -> str:
    """Return the text of a cell, with line feeds at its line ends and nothing around it."""
    text = text_of(cell) if not isinstance(cell, str) else cell
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _is_mangled(now: str, cell: Cell, order: Order | None) -> bool:
    """Tell whether *cell* is what a spreadsheet program makes of the text *now*: a number of digits, the first day of a month."""
    text = _plain(cell)
    number = _number(text)
    if now.isdigit() and number is not None:
        return int(now) == number
    try:
        known = EdtfDate.parse(now)
    except EdtfError:
        return False
    if known.qualifiers or known.earliest is None:
        return False
    if known.precision == "month":
        is_short = fold(text) == fold(f"{known.earliest:%b-%y}")
        return is_short or (_is_of_a_program(cell, order) and _days(cell, order) == {known.earliest})
    return known.is_day and _days(cell, order) == {known.earliest}


def _is_of_a_program(cell: Cell, order: Order | None) -> bool:
    """Tell whether only a program writes a day so: as a real day, as a number, or in numerals as all days of its file are written."""
    text = _plain(cell)
    return isinstance(cell, date) or _number(text) is not None or (order is not None and bool(_NUMERALS.fullmatch(text)))


def _days(cell: Cell, order: Order | None) -> set[date]:
    """Return every day that *cell* may mean."""
    if isinstance(cell, date):
        return {cell}
    text = _plain(cell)
    number = _number(text)
    if number is not None and _FIRST_SERIAL <= number <= _LAST_SERIAL and number == int(number):
        return {_DAY_ZERO + timedelta(days=int(number))}
    found = set()
    for each in Order if order is None else (order,):
        try:
            known = EdtfDate.parse(read_written_day(text, each))
        except WrittenDateError:
            continue
        found |= {known.earliest} if known.is_day and known.earliest else set()
    return found


def _one_day(cell: Cell, order: Order | None) -> date:
    found = sorted(_days(cell, order))
    if len(found) != 1:
        told = f"may be {found[0]} or {found[1]}" if found else "is no day"
        raise UnmappedError(f"{_plain(cell)} {told}; write it as 2021-03-15")
    return found[0]


def _edtf(cell: Cell, name: str, order: Order | None) -> str:
    """Return what a cell of a column in EDTF says; `..` is an end that is open."""
    if isinstance(cell, date) or _plain(cell) == "..":
        return _plain(cell)
    if _NUMERALS.fullmatch(_plain(cell)):
        return str(_one_day(cell, order))
    try:
        if name == "within_edtf":
            return str(EdtfInterval.parse(read_written(_plain(cell)).edtf))
        return read_written_day(_plain(cell))
    except WrittenDateError as error:
        raise UnmappedError(str(error)) from error


def _flag(cell: Cell) -> bool:
    text = _plain(cell)
    if fold(text) not in _TRUE | _FALSE:
        raise UnmappedError(f"{text} is neither TRUE nor FALSE")
    return fold(text) in _TRUE


def _whole(cell: Cell) -> int:
    number = _number(_plain(cell))
    if number is None or not number.is_integer():
        raise UnmappedError(f"{_plain(cell)} is no whole number")
    return int(number)


_READERS: Final[Mapping[Type, Callable[[Cell], bool | int]]] = {Type.BOOL: _flag, Type.INT32: _whole}
"""What reads a cell, by the type of its column; texts are read by what they are."""


def _code(text: str, column: Column) -> str:
    return text if text in codes(column.codelist) else code_in(text, column.codelist)
