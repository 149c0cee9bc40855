"""Tables in files: encodings and separators found or told, workbooks with real days, and what is no table."""

from __future__ import annotations

import re
import zipfile
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from diplotrips.errors import UnknownNameError, UnreadablePathError, UnusableRequestError
from diplotrips.extract.importing.tables import read_grid

if TYPE_CHECKING:
    from pathlib import Path

    from diplotrips.extract.importing.grid import Grid

TABLE = "Country,Place\nCôte d’Ivoire,Abidjan\nÎles,Sud\n"


def rows(grid: Grid) -> list[tuple[int, list[object]]]:
    """Return the rows of a table with their numbers."""
    return [(row.number, list(row.cells.values())) for row in grid.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encoding_is_found(tmp_path: Path, encoding: str) -> None:
    """UTF-8 with and without its mark, UTF-16 with its mark, and Windows-1252 are told apart."""
    (tmp_path / "a.csv").write_bytes(TABLE.encode(encoding))

    assert rows(read_grid(tmp_path / "a.csv")) == [(2, ["Côte d’Ivoire", "Abidjan"]), (3, ["Îles", "Sud"])]


def test_encoding_is_told(tmp_path: Path) -> None:
    """An encoding that nobody can find is taken if it is told; one that there is not is refused, as is a wrong one."""
    (tmp_path / "a.csv").write_bytes("Country\nČesko\n".encode("cp1250"))

    assert rows(read_grid(tmp_path / "a.csv", encoding="cp1250")) == [(2, ["Česko"])]
    with pytest.raises(UnusableRequestError, match=r"^no encoding is called utf-9; write utf-8, cp1252 or latin-1$"):
        read_grid(tmp_path / "a.csv", encoding="utf-9")
    with pytest.raises(UnreadablePathError, match=r"a\.csv: it is no text in utf-8; tell its encoding$"):
        read_grid(tmp_path / "a.csv", encoding="utf-8")


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_separator_is_found(tmp_path: Path, sign: str) -> None:
    """The sign between the cells is the one that the first row has most of, outside quotes."""
    header = f'"Days, months; years"{sign}Country{sign}Place\n'
    (tmp_path / "a.csv").write_text(f"{header}1{sign}Peru{sign}Lima\n", encoding="utf-8")

    grid = read_grid(tmp_path / "a.csv")

    assert grid.columns == ("Days, months; years", "Country", "Place")
    assert rows(grid) == [(2, ["1", "Peru", "Lima"])]


def test_rows_are_numbered_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    """Cells with line breaks are one row, empty rows count and are none, and short rows end in empty cells."""
    (tmp_path / "a.csv").write_bytes(b'Country,Note\r\nPeru,"one\r\ntwo"\r\n,\r\n\r\nChile\r\n')

    assert rows(read_grid(tmp_path / "a.csv")) == [(2, ["Peru", "one\r\ntwo"]), (5, ["Chile", None])]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "its first row names no columns"),
        (b"a,,b\n", "column 2 has no name in the first row"),
        (b"a,b,a\n", "two columns are called a"),
        (b"a,b\n1,2,3\n", "row 2 has 3 cells, and the header names 2 columns"),
        (b'a,b\n"1"2,3\n', "it is no table with quoted cells: ',' expected after '\"'"),
        (b'a,b\n"1,3\n', "it is no table with quoted cells: unexpected end of data"),
        (b"a,b\n1,\x00\n", "it holds characters that no text has"),
        (b"a\n\x81\n", "it is no text in UTF-8 or Windows-1252; tell its encoding"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    """A file that is no table with a header is refused with the reason."""
    (tmp_path / "a.csv").write_bytes(content)

    with pytest.raises(UnreadablePathError) as refused:
        read_grid(tmp_path / "a.csv")

    assert str(refused.value) == f"cannot read {tmp_path / 'a.csv'}: {reason}"


def test_other_files_are_refused(tmp_path: Path) -> None:
    """Files that are neither CSV nor XLSX, and what is told of a file that it cannot have, are refused."""
    (tmp_path / "a.ods").write_bytes(b"PK")
    (tmp_path / "a.csv").write_text("a\n")
    (tmp_path / "a.xlsx").write_bytes(b"no archive")

    with pytest.raises(UnreadablePathError, match=r"a\.ods: it is neither CSV nor XLSX; save it as one of the two$"):
        read_grid(tmp_path / "a.ods")
    with pytest.raises(UnreadablePathError, match=r"b\.csv: the file does not exist$"):
        read_grid(tmp_path / "b.csv")
    with pytest.raises(UnusableRequestError, match=r"^a\.csv has no sheets$"):
        read_grid(tmp_path / "a.csv", sheet="x")
    with pytest.raises(UnreadablePathError, match=r"a\.xlsx: it is no XLSX workbook that can be read$"):
        read_grid(tmp_path / "a.xlsx")
    with pytest.raises(UnusableRequestError, match=r"^a workbook has neither an encoding nor a separator$"):
        read_grid(tmp_path / "a.xlsx", encoding="utf-8")


def workbook(path: Path, lines: list[list[Any]], *, is_1904: bool = False) -> Path:
    """Write a workbook with one sheet."""
    book = Workbook()
    if is_1904:
        book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    assert sheet is not None
    for number, line in enumerate(lines, start=1):
        for column, value in enumerate(line, start=1):
            sheet.cell(number, column, value)
    book.save(path)
    return path


@pytest.mark.parametrize("is_1904", [False, True])
def test_days_of_a_workbook_are_days(tmp_path: Path, *, is_1904: bool) -> None:
    """Days are days whichever year the workbook counts from; numbers, texts and yes-or-no are what they are."""
    lines: list[list[Any]] = [
        ["Day", "Number", "Text", "Yes", "Time"],
        [date(2021, 3, 15), 3.0, "3/4/2021", True, datetime(2021, 3, 15, 9, 30)],
        [],
        [datetime(1969, 7, 20), 2.5, "007", False, time(9, 30)],
    ]
    grid = read_grid(workbook(tmp_path / "a.xlsx", lines, is_1904=is_1904))

    assert rows(grid) == [
        (2, [date(2021, 3, 15), 3, "3/4/2021", True, "2021-03-15 09:30:00"]),
        (4, [date(1969, 7, 20), 2.5, "007", False, "09:30:00"]),
    ]


def test_formulas_are_not_computed(tmp_path: Path) -> None:
    """A formula that was saved without its value is refused with its cell: nothing is computed, and nothing is lost."""
    with pytest.raises(UnreadablePathError) as refused:
        read_grid(workbook(tmp_path / "a.xlsx", [["a", "b"], [1, "=A2+1"]]))

    assert str(refused.value) == (
        f"cannot read {tmp_path / 'a.xlsx'}: B2 has a formula and no value; save the workbook in a spreadsheet program"
    )


def test_saved_value_of_a_formula_is_taken(tmp_path: Path) -> None:
    """A formula that was saved with its value is that value; one whose value is an error is refused with its cell."""
    path = workbook(tmp_path / "a.xlsx", [["a", "b"], [1, "=A2+1"], [2, "=A3+1"]])
    _with_saved(path, "<v></v>", ["<v>2</v>", "<v>3</v>"])
    assert [row[1] for row in rows(read_grid(path))] == [[1, 2], [2, 3]]

    bad = workbook(tmp_path / "b.xlsx", [["a"], ["#N/A"]])
    with pytest.raises(UnreadablePathError, match=r"b\.xlsx: A2 holds the error #N/A$"):
        read_grid(bad)


def _with_saved(path: Path, empty: str, values: list[str]) -> None:
    """Write the values of formulas into a workbook, as a spreadsheet program saves them."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    text = re.sub(r"<v\s*/>", empty, parts[sheet].decode())
    for value in values:
        assert empty in text
        text = text.replace(empty, value, 1)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in {**parts, sheet: text.encode()}.items():
            archive.writestr(name, content)


def test_sheet_is_told_where_several_are_filled(tmp_path: Path) -> None:
    """The one sheet with something on it is meant; of several one is named, and it has to be there."""
    book = Workbook()
    first, second = book.active, book.create_sheet("Visits")
    assert first is not None
    second.append(["Country"])
    book.save(tmp_path / "a.xlsx")
    assert read_grid(tmp_path / "a.xlsx").columns == ("Country",)

    first.append(["Notes"])
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(UnusableRequestError, match=r"^2 sheets have something on them: name one of Sheet, Visits$"):
        read_grid(tmp_path / "a.xlsx")
    with pytest.raises(UnknownNameError, match=r"^no sheet is called visit; there are Visits and Sheet$"):
        read_grid(tmp_path / "a.xlsx", sheet="visit")
    assert read_grid(tmp_path / "a.xlsx", sheet="Visits").columns == ("Country",)


def test_damaged_workbook_is_refused(tmp_path: Path) -> None:
    """An archive that is no workbook, or one cut short, is one sentence."""
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("a.txt", "no workbook")
    whole = workbook(tmp_path / "b.xlsx", [["a"], [1]]).read_bytes()
    (tmp_path / "b.xlsx").write_bytes(whole[: len(whole) // 2])

    for name in ("a", "b"):
        with pytest.raises(UnreadablePathError, match=rf"{name}\.xlsx: it is no XLSX workbook that can be read$"):
            read_grid(tmp_path / f"{name}.xlsx")
