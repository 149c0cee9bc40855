"""Tables in XLSX workbooks: the values that were saved with them. No formula is computed, no link is followed, no macro is run."""

from __future__ import annotations

import warnings
import zipfile
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Final
from xml.etree.ElementTree import ParseError  # only the name of what openpyxl raises

from diplotrips.errors import UnknownNameError, UnreadablePathError, UnusableRequestError, reason_of
from diplotrips.extract.importing.grid import Cell, Grid, grid_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_BYTES: Final = 200_000_000
"""All that is in a workbook may be this large when it is unpacked."""

MOST_TIMES: Final = 100
"""How many times larger than the file that may be, if it is more than `FEW_BYTES`: sheets of different cells come to about twenty."""

FEW_BYTES: Final = 20_000_000
"""What is no larger when it is unpacked is read soon, however small the file is."""

_NO_WORKBOOK: Final = "it is no XLSX workbook that can be read"


def read_workbook(path: Path, sheet: str = "") -> Grid:
    """Return the table on a sheet of a workbook; days are days, whole numbers are whole.

    Args:
        path: The file.
        sheet: Name of the sheet; it may be left out where only one has something on it.

    Raises:
        UnreadablePathError: it is no workbook, or a cell has a formula without a value, or an error.
        UnknownNameError: there is no such sheet.
        UnusableRequestError: openpyxl is not installed, or no sheet was named and several could be meant.
    """
    _refuse_others(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # of what openpyxl does not read: styles, validations, pictures
            saved, written = (_opened(path, values=values) for values in (True, False))
            try:
                name = _sheet_of(saved, sheet)
                return grid_of(path.name, path, _rows(saved[name], written[name], path))
            finally:
                saved.close()
                written.close()
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, IndexError, ParseError) as error:
        raise UnreadablePathError(path, _NO_WORKBOOK) from error


def _refuse_others(path: Path) -> None:
    """Refuse what is no archive, or one that unpacks to more than anybody has in a table."""
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
        packed = path.stat().st_size
    except OSError as error:
        raise UnreadablePathError(path, reason_of(error)) from error
    except zipfile.BadZipFile as error:
        raise UnreadablePathError(path, _NO_WORKBOOK) from error
    if size > MOST_BYTES:
        raise UnreadablePathError(path, f"it unpacks to {_megabytes(size)}, and {_megabytes(MOST_BYTES)} at most are read; split it")
    if size > max(FEW_BYTES, packed * MOST_TIMES):
        told = f"{_megabytes(packed)} of it unpack to {_megabytes(size)}, which is more than {MOST_TIMES} times as much"
        raise UnreadablePathError(path, f"{told}; save the table anew, or as CSV")


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB"


def _opened(path: Path, *, values: bool) -> Any:  # noqa: ANN401  (openpyxl gives two kinds of workbook)
    """Return the workbook with what was saved of formulas (*values*), or with the formulas themselves."""
    try:
        from openpyxl import load_workbook  # noqa: PLC0415  (an extra: only who reads workbooks has it)
    except ImportError as error:
        told = "workbooks are read by the package openpyxl, which is not installed; install diplotrips[xlsx], or save the sheet as CSV"
        raise UnusableRequestError(told) from error
    return load_workbook(path, read_only=True, data_only=values, keep_links=False)


def _sheet_of(workbook: Any, sheet: str) -> str:  # noqa: ANN401  (as above)
    """Return the name of the sheet that is meant."""
    names = [each.title for each in workbook.worksheets]
    if sheet and sheet not in names:
        raise UnknownNameError("sheet", sheet, names)
    if sheet or len(names) == 1:
        return sheet or str(names[0])
    filled = [name for name in names if any(cell is not None for row in workbook[name].iter_rows(values_only=True) for cell in row)]
    if len(filled) == 1:
        return str(filled[0])
    raise UnusableRequestError(f"{len(filled)} sheets have something on them: name one of {', '.join(filled)}")


def _rows(saved: Any, written: Any, path: Path) -> Iterator[list[Cell]]:  # noqa: ANN401  (sheets of openpyxl)
    """Give the rows of a sheet, empty ones between others too."""
    for each in (saved, written):
        each.reset_dimensions()  # some programs write wrong ones, by which cells would be missing
    for values, formulas in zip(saved.iter_rows(), written.iter_rows(), strict=False):
        yield [_value(cell, formula, path) for cell, formula in zip(values, formulas, strict=False)]


def _value(cell: Any, formula: Any, path: Path) -> Cell:  # noqa: ANN401  (cells of openpyxl)
    """Return what was saved in a cell."""
    value = cell.value
    if value is None:
        if formula.data_type == "f":
            raise UnreadablePathError(path, f"{formula.coordinate} has a formula and no value; save the workbook in a spreadsheet program")
        return None
    if cell.data_type == "e":
        raise UnreadablePathError(path, f"{cell.coordinate} holds the error {value}")
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, str | int | float | date) else str(value)
