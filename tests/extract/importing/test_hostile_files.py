"""Files that would be read as something else than they are, or that would fill the memory: refused before anything is made of them."""

from __future__ import annotations

import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from diplotrips.errors import UnreadablePathError
from diplotrips.extract.importing.cells import day_of
from diplotrips.extract.importing.tables import read_grid
from diplotrips.extract.importing.workbooks import FEW_BYTES, MOST_BYTES

if TYPE_CHECKING:
    from pathlib import Path


def refusal(path: Path) -> str:
    """Return why a file is refused."""
    with pytest.raises(UnreadablePathError) as refused:
        read_grid(path)
    return str(refused.value).removeprefix(f"cannot read {path}: ")


@pytest.mark.parametrize("good", ["São", "Île-€", "Łódź", "東京", "😀"])
def test_two_encodings_in_one_file_are_refused(tmp_path: Path, good: str) -> None:
    """One byte of Latin-1 in a file that is UTF-8 otherwise makes no mojibake of the rest; it is told where the byte stands."""
    (tmp_path / "a.csv").write_bytes(f"Place,Note\n{good},x\n{good},Bras".encode() + b"\xedlia\n")

    told = f"it is UTF-8 but for the byte ED in line 3, column {len(good) + 6}; save it as UTF-8, or tell its encoding with --encoding"
    assert refusal(tmp_path / "a.csv") == told


def test_an_encoding_that_was_guessed_is_told(tmp_path: Path) -> None:
    """A file that is no UTF-8 anywhere is read as Windows-1252, which the table says; nothing was guessed of UTF-8 and of what was told."""
    (tmp_path / "a.csv").write_bytes("Place\nBrasília, “Nação”\n".encode("cp1252").replace(b", ", b" "))

    assert read_grid(tmp_path / "a.csv").guessed == "cp1252"
    assert read_grid(tmp_path / "a.csv", encoding="cp1252").guessed == ""
    (tmp_path / "a.csv").write_text("Place\nBrasília\n", encoding="utf-8")
    assert read_grid(tmp_path / "a.csv").guessed == ""


def _with_sheet(path: Path, size: int) -> Path:
    """Write a workbook whose sheet unpacks to *size* bytes of rows, and to little when it is packed."""
    Workbook().save(path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if "sheet1" not in name}
    row = b'<row r="1">' + b" " * 1_000 + b"</row>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            for _ in range(size // len(row) // 1_000 + 1):
                sheet.write(row * 1_000)
    return path


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    """Its parts are counted before any of them is unpacked, and both sizes are told."""
    path = _with_sheet(tmp_path / "a.xlsx", MOST_BYTES)

    assert refusal(path) == "it unpacks to 200.4 MB, and 200.0 MB at most are read; split it"


def test_a_workbook_that_is_much_larger_than_its_file_is_refused(tmp_path: Path) -> None:
    """So is one that unpacks to more than its file can be of a table; both sizes are told."""
    path = _with_sheet(tmp_path / "a.xlsx", FEW_BYTES)

    told = "0.1 MB of it unpack to 20.4 MB, which is more than 100 times as much; save the table anew, or as CSV"
    assert refusal(path) == told


def test_a_time_of_day_is_of_its_day(tmp_path: Path) -> None:
    """A cell of a workbook with a day and a time of day names that day."""
    book = Workbook()
    assert book.active is not None
    book.active.append(["Dates"])
    book.active.append([datetime(2021, 3, 15, 22, 30)])
    book.save(tmp_path / "a.xlsx")

    (row,) = read_grid(tmp_path / "a.xlsx").rows

    assert day_of(row.cells["Dates"], None) == "2021-03-15"
