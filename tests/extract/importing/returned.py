"""Tables of a project as spreadsheet programs leave them, and bringing them back, for the tests of this folder."""

from __future__ import annotations

import csv
import re
from datetime import date
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook

from diplotrips.api import Returning, Spreadsheet, bring_back
from diplotrips.extract.reading import read_dataset
from diplotrips.schema.flatten import flatten

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from diplotrips.api import BroughtBack

Rows = list[dict[str, Any]]


def rows_of(project: Path, table: str) -> Rows:
    """Return the rows that a table of a project has now."""
    return [dict(row) for row in flatten(read_dataset(project).dataset)[table]]


def write_csv(path: Path, rows: Sequence[Mapping[str, Any]], cell: Callable[[Any], Any] = lambda value: value) -> Path:
    """Write rows as CSV, each cell as *cell* makes it."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(rows[0])
        writer.writerows([[cell(value) for value in row.values()] for row in rows])
    return path


def write_xlsx(path: Path, rows: Sequence[Mapping[str, Any]], cell: Callable[[Any], Any] = lambda value: value) -> Path:
    """Write rows as a workbook, each cell as *cell* makes it."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(list(rows[0]))
    for row in rows:
        sheet.append([cell(value) for value in row.values()])
    book.save(path)
    return path


def as_a_program_saves_it(value: Any) -> Any:  # noqa: ANN401  (whatever a cell can hold)
    """Return what a spreadsheet program saves as CSV for a value that it opened from CSV: days in another form, numbers, TRUE and FALSE."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int):
        return f"{value}.0"
    if isinstance(value, date):
        return f"{value.day:02}/{value.month:02}/{value.year}"
    return _retyped(value) if isinstance(value, str) else value


def _retyped(text: str) -> str:
    """Return what becomes of a text that looks like a number, a month or a day."""
    if text.isdigit():
        return str(int(text))
    day = re.fullmatch(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?", text)
    return f"{day[3] or '01'}/{day[2]}/{day[1]}" if day else text


def as_serials(value: Any) -> Any:  # noqa: ANN401  (as above)
    """Return what a workbook holds whose days lost their form: numbers counted from 1900."""
    return (value - date(1899, 12, 30)).days if isinstance(value, date) and value > date(1900, 3, 1) else value


def back(project: Path, file: Path, **how: Any) -> BroughtBack:  # noqa: ANN401  (fields of `Returning`)
    """Bring a table back into a project."""
    return bring_back(Spreadsheet(file=file), Returning(**how), project, date(2026, 11, 22))


def contents(project: Path) -> dict[str, bytes]:
    """Return every file of records of a project."""
    folder = project / "extract"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
