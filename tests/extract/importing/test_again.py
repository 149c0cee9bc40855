"""Lists that are imported again after they were edited: every row is recorded once or told, whatever number it has now."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplotrips.api import Listing, Spreadsheet, import_list
from diplotrips.errors import UnusableRequestError
from diplotrips.extract.reading import read_dataset
from diplotrips.extract.starting.project import project_files

if TYPE_CHECKING:
    from diplotrips.api import Imported

MAPPING = """\
schema: 1
title: A list
row: stop
constants: {traveller: Robin Roe, office: prime-minister, represents: NZ}
columns:
  Country: country
  Dates: dates
  Place: {to: places, split: ";"}
  Met: {to: met, split: ";"}
  Forum: event
  Why: note
  Id: {to: stop_external_id, scheme: colt}
"""
HEAD = "Country,Dates,Place,Met,Forum,Why,Id\n"
FRANCE = "France,2024-05-01/2024-05-02,Paris;Lyon,Jo Poe;Ann Lee,Big Forum,Talks of trade,F-1"
KENYA = "Kenya,2024-05-13,,,,,"
CHILE = "Chile,2024-07-02,Arica,,,,"
PERU = "Peru,2024-06-01,,,,,"


def project(folder: Path) -> Path:
    """Return a project without records, and with a mapping."""
    (folder / "extract").mkdir(parents=True)
    (folder / "extract" / "dataset.yaml").write_text(
        project_files("example", "An example", date(2026, 11, 22))["extract/dataset.yaml"], encoding="utf-8"
    )
    (folder / "mapping.yaml").write_text(MAPPING, encoding="utf-8")
    return folder


def imported(folder: Path, *rows: str, name: str = "visits.csv", head: str = HEAD, **how: Any) -> Imported:  # noqa: ANN401  (fields of `Listing`)
    """Import rows into a project."""
    (folder / name).write_text(head + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return import_list(Spreadsheet(file=folder / name), Listing(mapping=str(folder / "mapping.yaml"), source="visits", **how), folder)


def told(done: Imported) -> list[str]:
    """Return what cannot be told."""
    return list(map(str, done.problems))


def said(folder: Path) -> list[tuple[str, str, str]]:
    """Return country, days and row of every stop that the list is recorded to tell of."""
    lines = [line for entry in read_dataset(folder).dataset.trips for line in entry.record.said.get("visits", ()) if line.country]
    return sorted((str(line.country), str(line.dates), str(line.locator)) for line in lines)


def files(folder: Path) -> dict[str, bytes]:
    """Return every file of records."""
    return {path.as_posix(): path.read_bytes() for path in sorted((folder / "extract").rglob("*")) if path.is_file()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project into which a list of three rows was imported."""
    folder = project(tmp_path / "project")
    assert imported(folder, FRANCE, KENYA, CHILE).is_written
    return folder


def test_an_inserted_row_is_new(folder: Path) -> None:
    """A row that is inserted becomes a trip with its number, and the rows that it shifts are the ones that are recorded."""
    before = files(folder)

    done = imported(folder, FRANCE, PERU, KENYA, CHILE)

    assert told(done) == []
    assert (done.there, [(trip, rows) for trip, _, rows in done.trips], done.lines) == ((2, 4, 5), [("roe-2024-06-pe", (3,))], ())
    assert files(folder).items() >= before.items()
    assert said(folder)[-1] == ("PE", "2024-06-01", "visits.csv row 3")
    again = imported(folder, FRANCE, PERU, KENYA, CHILE)
    assert (again.there, again.trips, told(again)) == ((2, 3, 4, 5), (), [])


def test_rows_in_another_order_are_recorded(folder: Path) -> None:
    """A list that is sorted otherwise, or has another name, changes nothing."""
    before = files(folder)

    for name in ("visits.csv", "other.csv"):
        done = imported(folder, CHILE, KENYA, FRANCE, name=name)
        assert (sorted(done.there), done.trips, done.lines, told(done), done.missing) == ([2, 3, 4], (), (), [], ())

    assert files(folder) == before


def test_records_with_errors_tell_no_rows(folder: Path) -> None:
    """A trip that cannot be read may have rows of the list, so that none of them is taken for new."""
    trip = next((folder / "extract" / "authored" / "visits").glob("*ke.yaml"))
    trip.write_text(trip.read_text(encoding="utf-8").replace("KE", "XK2"), encoding="utf-8")
    before = files(folder)

    with pytest.raises(
        UnusableRequestError, match=r"^the records have errors of their own, so that it cannot be told which rows are new; "
    ):
        imported(folder, FRANCE, KENYA, CHILE)

    assert files(folder) == before


CHANGED = {
    FRANCE.replace("Paris;Lyon", "Paris"): (
        "visits.csv:2: row 2 was imported as FR 2024-05-01/2024-05-02, and says FR 2024-05-01/2024-05-02 places Paris now:"
        " correct the lines of roe-2024-05-fr, or the list"
    ),
    FRANCE.replace("05-02", "05-03"): (
        "visits.csv:2: row 2 was imported as FR 2024-05-01/2024-05-02, and says FR 2024-05-01/2024-05-03 now:"
        " correct the lines of roe-2024-05-fr, or the list"
    ),
    FRANCE.replace(";Ann Lee", ""): (
        "visits.csv:2: row 2 was imported as FR 2024-05-01/2024-05-02, and says FR 2024-05-01/2024-05-02 met Jo Poe now:"
        " correct the lines of roe-2024-05-fr, or the list"
    ),
    FRANCE.replace("Big Forum", ""): (
        "visits.csv:2: row 2 was imported as FR 2024-05-01/2024-05-02, and says FR 2024-05-01/2024-05-02 events nothing now:"
        " correct the lines of roe-2024-05-fr, or the list"
    ),
    FRANCE.replace("trade", "fish"): "visits.csv:2: roe-2024-05-fr has it, but not note Talks of fish: add that there, or mend the list",
    FRANCE.replace("F-1", "F-2"): "visits.csv:2: roe-2024-05-fr has it, but not colt F-2: add that there, or mend the list",
}


@pytest.mark.parametrize(("row", "problem"), CHANGED.items())
def test_a_changed_row_is_told(folder: Path, row: str, problem: str) -> None:
    """Whatever a recorded row says otherwise now is told with both, and refuses the list; the rest can be written without it."""
    before = files(folder)

    done = imported(folder, row, KENYA, CHILE, PERU)

    assert told(done) == [problem]
    assert (done.is_written, files(folder)) == (False, before)
    assert [rows for _, _, rows in imported(folder, row, KENYA, CHILE, PERU, leave_out=True).trips] == [(5,)]


def test_what_may_be_new_or_changed_is_told(folder: Path) -> None:
    """A row beside a recorded one that is gone may be that one, and is told; between others it is new; what is gone is named."""
    gone = imported(folder, FRANCE, CHILE)
    assert (gone.there, gone.missing, told(gone)) == ((2, 3), ("row 3 was imported as KE 2024-05-13",), [])

    done = imported(folder, FRANCE, PERU, KENYA.replace("05-13", "05-14"), CHILE, PERU.replace("06-01", "08-01"))
    assert told(done) == [
        ("visits.csv:3: row 3 was imported as KE 2024-05-13, and says PE 2024-06-01 now: correct the lines of roe-2024-05-ke, or the list"),
        (
            "visits.csv:4: KE 2024-05-14 may be new; but row 3 was imported as KE 2024-05-13, which no row says now:"
            " correct or take out the lines of roe-2024-05-ke first"
        ),
    ]
    assert [rows for _, _, rows in done.trips] == [(6,)]


def test_a_row_that_stands_there_twice_is_told(folder: Path) -> None:
    """A recorded row that is repeated says nothing new."""
    assert told(imported(folder, FRANCE, KENYA, KENYA, CHILE)) == ["visits.csv:4: it says what row 3 says, which is in the records already"]


def test_a_stop_gets_one_line_of_a_list(folder: Path) -> None:
    """A new row on days of a stop that the list tells of already would be no second witness, and is told."""
    done = imported(folder, FRANCE, KENYA, CHILE, "Kenya,2024-05-12/2024-05-13,,,,,")

    assert told(done) == ["visits.csv:5: roe-2024-05-ke.ke is recorded from visits.csv row 3 already; add to it by hand"]


def test_lines_of_a_recorded_trip_are_known_again(folder: Path) -> None:
    """Rows that gave a trip of another source a line are recorded too, and told if they are changed."""
    trip = next((folder / "extract" / "authored" / "visits").glob("*ke.yaml"))
    trip.write_text(trip.read_text(encoding="utf-8").split("said:")[0], encoding="utf-8")
    assert [rows for _, _, rows in imported(folder, FRANCE, KENYA, CHILE).lines] == [(3,)]

    assert imported(folder, FRANCE, PERU, KENYA, CHILE).there == (2, 4, 5)
    assert told(imported(folder, FRANCE, PERU, KENYA.replace(",,,,,", ",Nairobi,,,,"), CHILE)) == [
        (
            "visits.csv:4: KE 2024-05-13 places Nairobi may be new; but row 3 was imported as KE 2024-05-13,"
            " which no row says now: correct or take out the lines of roe-2024-05-ke first"
        )
    ]


def test_an_edited_record_stays_known(folder: Path) -> None:
    """What a coder corrects in the record, and not in what the list says, makes no row a new one."""
    trip = next((folder / "extract" / "authored" / "visits").glob("*fr.yaml"))
    text = trip.read_text(encoding="utf-8")
    held, lines = text.split("said:")
    trip.write_text(held.replace("2024-05-02", "2024-05-03").replace("trade", "trade, and more") + "said:" + lines, encoding="utf-8")

    done = imported(folder, FRANCE, KENYA, CHILE)

    assert (done.there, told(done)) == ((2, 3, 4), [])


def test_rows_with_several_countries_are_known_again(tmp_path: Path) -> None:
    """A row that is a whole trip is known by all that it says, wherever it stands."""
    folder = project(tmp_path / "project")
    mapping = MAPPING.replace("row: stop", "row: trip").replace("Country: country", "Country: {to: country, split: ;}")
    (folder / "mapping.yaml").write_text(mapping, encoding="utf-8")
    tour = "France;Kenya,May 2024,,,,Talks,"
    assert imported(folder, tour, CHILE).is_written

    done = imported(folder, PERU, tour, CHILE)

    assert (done.there, [rows for _, _, rows in done.trips], told(done)) == ((3, 4), [(2,)], [])
    assert told(imported(folder, PERU, tour.replace("Kenya", "Cuba"), CHILE)) == [
        (
            "visits.csv:3: FR, CU 2024-05 may be new; but row 2 was imported as FR, KE 2024-05, which no row says now:"
            " correct or take out the lines of roe-2024-05-fr first"
        )
    ]


COUNTRIES = {"Peru": "PE", "Chile": "CL", "Cuba": "CU"}
ROW = st.tuples(st.sampled_from(list(COUNTRIES)), st.integers(1, 28).map(lambda day: f"2024-05-{day:02}"))
ROWS = st.lists(ROW, max_size=6, unique=True)


@settings(max_examples=60)
@given(first=ROWS, kept=st.lists(st.booleans(), min_size=6, max_size=6), more=ROWS, mix=st.randoms(use_true_random=False))
def test_every_row_is_recorded_once_or_told(first: list[tuple[str, str]], kept: list[bool], more: list[tuple[str, str]], mix: Any) -> None:  # noqa: ANN401  (hypothesis' Random)
    """Whatever rows are taken out, put in, changed and moved: each row of the new list is recorded exactly once, or is told."""
    second = [row for row, is_kept in zip(first, kept, strict=False) if is_kept]
    second += [row for row in more if row not in second]
    if kept[-1]:
        mix.shuffle(second)
    folder = project(Path(tempfile.mkdtemp()) / "project")
    try:
        imported(folder, *(f"{country},{day},,,," for country, day in first), leave_out=True)
        done = imported(folder, *(f"{country},{day},,,," for country, day in second), leave_out=True)
        recorded = Counter((country, days.partition("/")[0]) for country, days, _ in said(folder))
        assert set(recorded.values()) <= {1}
        refused = {problem.row for problem in done.problems}
        for number, (country, day) in enumerate(second, start=2):
            assert (recorded[COUNTRIES[country], day] == 1) != (number in refused), (number, country, day)
    finally:
        shutil.rmtree(folder.parent)
