"""Cells that come back: what spreadsheet programs make of a value says that value still, and whatever may be an edit is none of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.extract.importing.returned import back, rows_of, write_csv

from diplotrips.extract.importing.cells import UnmappedError
from diplotrips.extract.importing.edits import cells_told
from diplotrips.extract.importing.likeness import is_same, order_of, read_cell
from diplotrips.extract.importing.tables import read_grid
from diplotrips.extract.starting.project import project_files
from diplotrips.schema.phrases.written import Order
from diplotrips.schema.rows import TABLES

if TYPE_CHECKING:
    from pathlib import Path

    from diplotrips.extract.importing.grid import Cell
    from diplotrips.schema.rows.columns import Column

COLUMNS = {column.name: column for column in TABLES["stops"].columns}
DAY, EDTF = COLUMNS["first_day"], COLUMNS["first_day_edtf"]

SAME: dict[tuple[str, object, Cell], str] = {
    ("first_day", date(2023, 3, 4), date(2023, 3, 4)): "a real day",
    ("first_day", date(2023, 3, 4), "2023-03-04"): "the text that was exported",
    ("first_day", date(2023, 3, 4), "44989"): "a serial",
    ("first_day", date(2023, 3, 14), "14/03/2023"): "numerals that are one day only",
    ("first_day", date(2023, 3, 14), "3/14/2023"): "the same in the other order",
    ("first_day", date(2023, 4, 4), "4/4/2023"): "the same day in both orders",
    ("first_day", date(2023, 3, 4), "4-Mar-2023"): "a month by its name",
    ("first_day_edtf", "2023-03-14", "14/03/2023"): "a day in EDTF",
    ("first_day_edtf", "2023-04", date(2023, 4, 1)): "a month that became a real day",
    ("first_day_edtf", "2023-04", "45017"): "a month that became a serial",
    ("first_day_edtf", "2023-04", "Apr-23"): "a month as only a spreadsheet writes it",
    ("first_day_edtf", "2023-04", "APR-23"): "the same in capitals",
}
EDITS: list[tuple[str, object, Cell]] = [
    ("first_day_edtf", "2023-04", "2023-04-01"),
    ("first_day_edtf", "2023-04", "1 April 2023"),
    ("first_day_edtf", "2023-04", "01/04/2023"),
    ("first_day_edtf", "2023-04", "May-23"),
    ("first_day_edtf", "2023-04", date(2023, 4, 2)),
    ("first_day_edtf", "2023-04~", date(2023, 4, 1)),
    ("first_day_edtf", "2023-03-04", "4/3/2023"),
    ("first_day_edtf", "2023-04-03", "4/3/2023"),
    ("first_day", date(2023, 3, 4), "4/3/2023"),
    ("first_day", date(2023, 4, 3), "4/3/2023"),
    ("first_day", date(2023, 4, 4), "2023-04-05"),
]


@pytest.mark.parametrize(("name", "now", "cell"), SAME, ids=SAME.values())
def test_what_a_program_makes_of_a_day_is_no_edit(name: str, now: object, cell: Cell) -> None:
    """A day and a month are the same in every form that a program gives them and that means one of them only."""
    assert is_same(now, cell, COLUMNS[name])


@pytest.mark.parametrize(("name", "now", "cell"), EDITS)
def test_what_may_be_an_edit_is_one(name: str, now: object, cell: Cell) -> None:
    """Numerals that may be two days, and a first day that stands there as text, are not what was exported."""
    assert not is_same(now, cell, COLUMNS[name])


def test_the_file_tells_the_order(tmp_path: Path) -> None:
    """One cell that can be read in one order only tells how all of the file are written, and then a day that was corrected is an edit."""

    def order(*cells: str) -> Order | None:
        (tmp_path / "x.csv").write_text("a;b\n" + ";".join(cells) + "\n", encoding="utf-8")
        return order_of(read_grid(tmp_path / "x.csv"))

    assert order("4/3/2023", "14/3/2023") is Order.DAY_FIRST
    assert order("4/3/2023", "3/14/2023") is Order.MONTH_FIRST
    assert (order("14/3/2023", "3/14/2023"), order("4/3/2023", "2023-03-14"), order("14.03.2023", "x")) == (None, None, None)
    assert is_same(date(2023, 3, 4), "4/3/2023", DAY, Order.DAY_FIRST)
    assert not is_same(date(2023, 3, 4), "3/4/2023", DAY, Order.DAY_FIRST)
    assert read_cell("3/4/2023", EDTF, Order.DAY_FIRST) == "2023-04-03"
    assert is_same("2023-04", "01/04/2023", EDTF, Order.DAY_FIRST)
    assert not is_same("2023-04", "01/04/2023", EDTF, Order.MONTH_FIRST)


@pytest.mark.parametrize("column", [DAY, EDTF], ids=lambda column: column.name)
def test_numerals_that_may_be_two_days_are_told(column: Column) -> None:
    """A cell that may be one of two days is refused with both, in a column of days and in one of EDTF."""
    with pytest.raises(UnmappedError, match=r"^4/3/2023 may be 2023-03-04 or 2023-04-03; write it as 2021-03-15$"):
        read_cell("4/3/2023", column)


def test_a_corrected_day_is_not_lost(tmp_path: Path) -> None:
    """A table whose one day comes back in numerals is refused; written out it is that edit, in both columns of a day."""
    folder = tmp_path / "project"
    trip = folder / "extract" / "authored" / "one.yaml"
    trip.parent.mkdir(parents=True)
    (folder / "extract" / "dataset.yaml").write_text(
        project_files("example", "An example", date(2026, 11, 22))["extract/dataset.yaml"], encoding="utf-8"
    )
    (folder / "extract" / "people.yaml").write_text("schema: 1\npeople:\n  - {id: jo-poe, name: Jo Poe}\n", encoding="utf-8")
    head = (
        "schema: 1\ntrip: {id: one, traveller: jo-poe, office: president, represents: PE, status: completed, dates: 2023-03-04/2023-04}\n"
    )
    trip.write_text(f"{head}stops:\n  - {{id: cl, country: CL, dates: 2023-03-04/2023-04}}\n", encoding="utf-8")

    def brought(**cells: object) -> tuple[list[str], list[str]]:
        rows = [{**row, **cells} for row in rows_of(folder, "stops")]
        done = back(folder, write_csv(tmp_path / "stops.csv", rows), dry_run=True).returned
        return list(map(str, done.problems)), cells_told(done.edited)

    assert brought(first_day="4/3/2023") == (
        ["stops.csv:2:first_day: 4/3/2023 may be 2023-03-04 or 2023-04-03; write it as 2021-03-15"],
        [],
    )
    assert brought(first_day_edtf="4/3/2023")[0] == [
        "stops.csv:2:first_day_edtf: 4/3/2023 may be 2023-03-04 or 2023-04-03; write it as 2021-03-15"
    ]
    assert brought(first_day="2023-04-03") == ([], ["one.cl first_day: 2023-03-04 -> 2023-04-03"])
    assert brought(last_day_edtf="2023-04-01") == ([], ["one.cl last_day_edtf: 2023-04 -> 2023-04-01"])
    assert brought(last_day_edtf="Apr-23") == ([], [])
