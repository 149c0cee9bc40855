"""Whether a cell that comes back from a spreadsheet program still says what an export wrote there, and what it says if not.

Such programs make days of texts that look like days, numbers of digits, TRUE of true. A cell that can be read as what is there says that.
"""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from diplotrips.extract.importing.cells import UnmappedError, country_of, text_of
from diplotrips.schema.codelists import codes, fold, nearest
from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval
from diplotrips.schema.dates.reasons import EdtfError
from diplotrips.schema.phrases.written import Order, WrittenDateError, read_written, read_written_day
from diplotrips.schema.rows.columns import Type

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from diplotrips.extract.importing.grid import Cell
    from diplotrips.schema.rows.columns import Column

_DAY_ZERO: Final = date(1899, 12, 30)
"""The day before the first one that spreadsheet programs count, as they count since March 1900."""

_FIRST_SERIAL: Final = 61
_LAST_SERIAL: Final = 2_958_465
_TRUE: Final = frozenset({"true", "1"})
_FALSE: Final = frozenset({"false", "0"})


def is_same(now: object, cell: Cell, column: Column) -> bool:
    """Tell whether *cell* says *now*, the value of *column* in the table; None for one that is not there."""
    if cell is None or now is None:
        return (cell is None or (text_of(cell) == "NA" and column.refers != ("countries",))) and now is None
    text = _plain(cell)
    if isinstance(now, bool):
        return fold(text) in (_TRUE if now else _FALSE)
    if isinstance(now, int | float):
        return _number(text) == now
    if isinstance(now, date):
        return now in _days(cell)
    return text == _plain(str(now)) or _is_mangled(str(now), cell)


def read_cell(cell: Cell, column: Column) -> str | int | bool | date | None:
    """Return what *cell* says, as a value of *column*.

    Raises:
        UnmappedError: it is none.
    """
    if cell is None:
        return None
    text = _plain(cell)
    if column.type in _READERS:
        return _READERS[column.type](cell)
    if column.name.endswith("_edtf"):
        return _edtf(cell, column.name)
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


def _is_mangled(now: str, cell: Cell) -> bool:
    """Tell whether *cell* is what a spreadsheet program makes of the text *now*: a number of digits, a day of a month."""
    number = _number(_plain(cell))
    if now.isdigit() and number is not None:
        return int(now) == number
    try:
        known = EdtfDate.parse(now)
    except EdtfError:
        return False
    return not known.qualifiers and known.earliest in _days(cell) and (known.is_day or known.precision == "month")


def _days(cell: Cell) -> set[date]:
    """Return every day that *cell* may mean."""
    if isinstance(cell, date):
        return {cell}
    text = _plain(cell)
    number = _number(text)
    if number is not None and _FIRST_SERIAL <= number <= _LAST_SERIAL and number == int(number):
        return {_DAY_ZERO + timedelta(days=int(number))}
    found = set()
    for order in Order:
        try:
            known = EdtfDate.parse(read_written_day(text, order))
        except WrittenDateError:
            continue
        found |= {known.earliest} if known.is_day and known.earliest else set()
    return found


def _one_day(cell: Cell) -> date:
    found = _days(cell)
    if len(found) != 1:
        told = "is no day" if not found else "may be one of two days"
        raise UnmappedError(f"{_plain(cell)} {told}; write it as 2021-03-15")
    return found.pop()


def _edtf(cell: Cell, name: str) -> str:
    """Return what a cell of a column in EDTF says; `..` is an end that is open."""
    if isinstance(cell, date) or _plain(cell) == "..":
        return _plain(cell)
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


_READERS: Final[Mapping[Type, Callable[[Cell], bool | int | date]]] = {Type.BOOL: _flag, Type.INT32: _whole, Type.DAY: _one_day}
"""What reads a cell, by the type of its column; texts are read by what they are."""


def _code(text: str, column: Column) -> str:
    known = codes(column.codelist)
    slug = fold(text).replace(" ", "-")
    if text in known or slug in known:
        return text if text in known else slug
    near = nearest(slug, known)
    raise UnmappedError(f"{text} is not in the list {column.codelist}" + (f"; did you mean {near}?" if near else ""))
