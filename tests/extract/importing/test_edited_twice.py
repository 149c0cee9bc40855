"""Edited tables that meet other edits: a table without its numbers, one whose rows were moved, one that was taken already, two editors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.extract.importing.returned import back, contents, rows_of, write_csv

from diplotrips.errors import UnusableRequestError

if TYPE_CHECKING:
    from pathlib import Path

    from diplotrips.api import BroughtBack

PEOPLE = """\
schema: 1
people:
  - {id: jane-doe, name: Jane Doe, country: NZ}
  - id: bruno
    name: Bruno
    names: [{name: Bruno Rodriguez}, {name: Bruno Rodríguez Parrilla, language: es}, {name: Bruno R.}]
    offices: [{office: foreign-minister, of: CU, since: 2009}, {office: president, of: CU, since: 2023}]
"""
DATASET = """\
schema: 1
dataset:
  id: made-up
  title: Made-up trips
  description: Trips for tests.
  creators: [{name: Nobody}]
  licence: CC0-1.0
  codebook: 0.1.0
  reference_date: 2024-06-01
"""
TRIP = """\
schema: 1
trip: {id: andes, traveller: jane-doe, office: foreign-minister, represents: NZ, status: completed, dates: 2020-02-14/2020-02-19}
stops:
  - {id: ar, country: AR, dates: 2020-02-14/, places: [Salta, Jujuy]}
  - {id: cl, country: CL, dates: 2020-02-16/2020-02-19}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a person of three names and two offices, and a trip whose first stop has no last day."""
    for name, text in {"dataset.yaml": DATASET, "people.yaml": PEOPLE, "authored/andes.yaml": TRIP}.items():
        (tmp_path / "project" / "extract" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "project" / "extract" / name).write_text(text, encoding="utf-8")
    return tmp_path / "project"


def told(brought: BroughtBack) -> list[str]:
    """Return what cannot be taken, as a user reads it."""
    return [str(problem) for problem in brought.returned.problems]


def change(project: Path, name: str, was: str, becomes: str) -> None:
    """Change a file of the records, as somebody else does."""
    path = project / "extract" / name
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, becomes), encoding="utf-8")


@pytest.fixture
def release(project: Path, tmp_path: Path) -> Path:
    """The release of the project that an editor has."""
    from diplotrips.api import export  # noqa: PLC0415  (Arrow takes a while, and only some tests need it)

    export(project, tmp_path / "release")
    return tmp_path / "release"


@pytest.mark.parametrize("table", ["people_names", "people_offices", "stop_places"])
def test_rows_without_their_numbers_are_refused(project: Path, tmp_path: Path, table: str) -> None:
    """Without the column of numbers every row would be one more item."""
    before = contents(project)
    rows = [{name: cell for name, cell in row.items() if name != "ordinal"} for row in rows_of(project, table)]
    refused = f"{table}.csv has no column ordinal, without which no row of the table {table} is known again; take it from the export"

    with pytest.raises(UnusableRequestError) as error:
        back(project, write_csv(tmp_path / f"{table}.csv", rows))

    assert (str(error.value), contents(project)) == (refused, before)


def test_rows_with_empty_numbers_are_told(project: Path, tmp_path: Path) -> None:
    """A row without a number that says what is recorded, or what a row above it says, is no new item."""
    rows = [{**row, "ordinal": None} for row in rows_of(project, "stop_places")]
    new = [{**rows[0], "place": "Rosario"}] * 2
    twice = "items of a list are known by their ordinal, and none is moved or deleted here; leave the numbers as they were"

    assert told(back(project, write_csv(tmp_path / "stop_places.csv", [*rows, *new]))) == [
        f"stop_places.csv:{row}: it says what {same} says: {twice}, and take an item out in the file of its record"
        for row, same in ((2, "andes.ar 1"), (3, "andes.ar 2"), (5, "row 4"))
    ]


def _names(project: Path) -> list[dict[str, Any]]:
    return rows_of(project, "people_names")


def test_a_row_that_was_moved_is_told(project: Path, tmp_path: Path) -> None:
    """Deleting a row and renumbering those below writes nothing, even where the rest is wanted: a name would stand there twice."""
    before = contents(project)
    rows = _names(project)[1:]
    rows[0]["ordinal"], rows[1]["ordinal"] = 1, 2

    brought = back(project, write_csv(tmp_path / "people_names.csv", rows), leave_out=True)

    assert [problem.partition(":")[0] + problem.rpartition("what ")[2][:14] for problem in told(brought)] == [
        "people_names.csvbruno 2 says: ",
        "people_names.csvbruno 3 says: ",
    ]
    assert contents(project) == before


def test_rows_may_change_places(project: Path, tmp_path: Path) -> None:
    """Two items that change places are edits, as none is lost."""
    rows = _names(project)
    rows[0]["ordinal"], rows[1]["ordinal"] = 2, 1

    assert told(back(project, write_csv(tmp_path / "people_names.csv", rows))) == []
    assert [row["name"] for row in _names(project)] == ["Bruno Rodríguez Parrilla", "Bruno Rodriguez", "Bruno R."]


def test_two_edits_of_one_cell_are_told(project: Path, release: Path, tmp_path: Path) -> None:
    """What somebody else wrote since the release is not overwritten; all three values are named, and nothing is written."""
    rows = rows_of(project, "people")
    next(row for row in rows if row["person_id"] == "bruno")["name"] = "B. Rodríguez"
    change(project, "people.yaml", "name: Bruno\n", "name: Bruno Rodríguez\n")
    before = contents(project)

    brought = back(project, write_csv(tmp_path / "people.csv", rows), base=release)

    (only,) = told(brought)
    assert only.partition(":name: ")[2] == (
        "name was Bruno in the release that was edited, is Bruno Rodríguez in the records now, and B. Rodríguez in the table; write what is"
        " right into both, or leave it to the records"
    )
    assert brought.is_refused
    assert contents(project) == before


def test_two_edits_of_one_day_are_told(project: Path, release: Path, tmp_path: Path) -> None:
    """Columns of one day are one value: an edit of one column meets somebody else's of another."""
    rows = rows_of(project, "stops")
    rows[0]["last_day"] = "2020-02-15"
    change(project, "authored/andes.yaml", "2020-02-14/,", "2020-02-14/2020-02~,")

    assert told(back(project, write_csv(tmp_path / "stops.csv", rows), base=release)) == [
        (
            "stops.csv:2:last_day: last_day was nothing in the release that was edited, is nothing in the records now, and 2020-02-15 in"
            " the table; write what is right into both, or leave it to the records"
        )
    ]


def test_a_record_that_was_taken_out_since_stays_out(project: Path, release: Path, tmp_path: Path) -> None:
    """A row of a record that somebody else took out is no new one: unedited it is passed over, edited it is told."""
    rows = rows_of(project, "stops")
    change(project, "authored/andes.yaml", "  - {id: cl, country: CL, dates: 2020-02-16/2020-02-19}\n", "")
    before = contents(project)

    brought = back(project, write_csv(tmp_path / "stops.csv", rows), base=release)
    assert (told(brought), brought.returned.new) == ([], [])

    rows[1]["note"] = "x"
    assert told(back(project, write_csv(tmp_path / "stops.csv", rows), base=release)) == [
        "stops.csv:3: andes.cl was in the release that was edited, and is not in the records any more; take the row out"
    ]
    assert contents(project) == before


@pytest.mark.parametrize("edit", [{"last_day": "2020-02-15"}, {"last_day_edtf": "2020-02-15"}, {"last_day_edtf": "2020-02-15?"}])
def test_a_table_that_was_taken_is_no_edit(project: Path, release: Path, tmp_path: Path, edit: dict[str, str]) -> None:
    """A day written into one of its columns, the others left empty, is taken once; the same file again changes nothing."""
    rows = rows_of(project, "stops")
    rows[0] |= edit
    file = write_csv(tmp_path / "stops.csv", rows)
    assert back(project, file, base=release).files
    before = contents(project)
    assert rows_of(project, "stops")[0]["last_day_edtf"] == next(iter(edit.values()))

    for base in (None, release):
        brought = back(project, file, base=base)
        assert (told(brought), brought.returned.edited, brought.files) == ([], [], ())
    assert contents(project) == before


def test_a_day_that_was_changed_and_taken_is_no_edit(project: Path, tmp_path: Path) -> None:
    """The same where there was another day before, which the other columns still show."""
    rows = rows_of(project, "stops")
    rows[1]["last_day"] = "2020-02-18"
    file = write_csv(tmp_path / "stops.csv", rows)
    assert back(project, file).files

    brought = back(project, file)

    assert (told(brought), brought.returned.edited) == ([], [])


def test_a_day_can_be_emptied(project: Path, tmp_path: Path) -> None:
    """A day that is emptied in one column or both, while nothing else says that it was edited before, is taken out."""
    rows = rows_of(project, "stops")
    for columns in (("last_day",), ("last_day", "last_day_edtf")):
        file = write_csv(tmp_path / "stops.csv", [rows[0], {**rows[1], **dict.fromkeys(columns)}])
        assert [each.column for each in back(project, file, dry_run=True).returned.edited] == list(columns)


def test_a_day_is_changed_and_its_other_column_emptied(project: Path, tmp_path: Path) -> None:
    """Who writes another day and empties the column beside it means that day."""
    rows = rows_of(project, "stops")
    rows[1] |= {"last_day": "2020-02-18", "last_day_edtf": None, "last_day_earliest": None, "last_day_latest": None}

    assert told(back(project, write_csv(tmp_path / "stops.csv", rows))) == []
    assert rows_of(project, "stops")[1]["last_day_edtf"] == "2020-02-18"


def test_an_emptied_cell_that_is_worked_out_is_told_in_words(project: Path, tmp_path: Path) -> None:
    """A cell that is empty is called nothing."""
    rows = rows_of(project, "stops")
    rows[0]["country_iso3"] = None

    assert told(back(project, write_csv(tmp_path / "stops.csv", rows))) == [
        "stops.csv:2:country_iso3: country_iso3 is worked out from the records, where it is ARG, and cannot be nothing; edit country"
    ]


def test_a_stay_that_ends_before_it_starts_is_told(project: Path, tmp_path: Path) -> None:
    """What a check calls impossible of one stay is told with its row before anything is written."""
    before = contents(project)
    rows = rows_of(project, "stops")
    rows[1]["first_day_edtf"] = "2020-02-21"

    assert told(back(project, write_csv(tmp_path / "stops.csv", rows))) == [
        "stops.csv:3: a stay from 2020-02-21 to 2020-02-19 ends before it starts"
    ]
    assert contents(project) == before


def test_what_a_model_refuses_is_told_where_it_was_edited(project: Path, tmp_path: Path) -> None:
    """Row and column of the table are named, of records, of items of lists and of new rows."""
    people, offices = rows_of(project, "people"), rows_of(project, "people_offices")
    people[1] |= {"wikidata": "12", "note": "x"}
    people.append({**people[0], "person_id": "new-one", "name": None, "wikidata": None})
    assert told(back(project, write_csv(tmp_path / "people.csv", people))) == [
        f"people.csv:{len(people)}:wikidata: 12 is not a Wikidata id such as Q58217",
        f"people.csv:{len(people) + 1}: this person needs name, which is missing",
    ]

    offices[1]["office"] = None
    assert told(back(project, write_csv(tmp_path / "people_offices.csv", offices))) == [
        "people_offices.csv:3:office: this held office needs office, which is missing"
    ]
