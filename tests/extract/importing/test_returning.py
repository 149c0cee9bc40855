"""Edited tables of an export: what was not edited changes nothing, what was changes exactly that, and nothing is deleted."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from tests.extract.importing.returned import as_a_program_saves_it, as_serials, back, contents, rows_of, write_csv, write_xlsx

from diplotrips.errors import UnusableRequestError
from diplotrips.extract.importing.fields import RETURNING
from diplotrips.extract.starting.project import project_files
from diplotrips.schema.codelists import codes
from diplotrips.schema.rows import TABLES
from diplotrips.schema.rows.columns import Type

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MANGLED: dict[str, Callable[[Path, Any], Path]] = {
    "csv": write_csv,
    "xlsx": write_xlsx,
    "csv-of-a-program": lambda path, rows: write_csv(path, rows, as_a_program_saves_it),
    "xlsx-with-serials": lambda path, rows: write_xlsx(path, rows, as_serials),
}

NASTY = """\
schema: 1
# A trip of which little is known.
trip:
  id: nasty-1   # stays
  traveller: "007"
  office: foreign-minister
  represents: NA
  status: planned
  dates: 2023-04/..
  left_home: 2023-04~
  companions: [{person: anna-lind}, {office: president}]
  note: |
    NA, "quoted"; 1.0
    and 2023-04 on a line of its own
stops:
  - {id: na, country: NA, dates: "[2023-04-01,2023-04-03]", places: [Windhoek, {name: "2023-04", territory: other}]}
  - {id: fr, country: FR, within: 2023-04-01/2023-05, kind: transit, status: cancelled}
  - id: de
    country: DE
    dates: 2023-05-03?
    during: fr
    met: [{office: president, of: "NA"}, {person: "007", channel: phone}]
agreements:
  - {id: a, stop: fr, parties: [NA, FR], progress: signed, subject: "TRUE", papers: 2.., date: 1969-07-20}
  - {id: b, parties: [NA, FR], progress: signed, subject: "3.10", papers: ~3}
  - {id: c, parties: [NA, FR, DE], arrangement: joint, progress: signed, subject: x}
"""

PERSON = """\
  - {id: "007", name: "1.50", country: NA, identified: false, offices: [{office: president, of: NA, since: "2001", acting: true}]}
"""
BODY = '  - {id: someone, name: Somebody, country: NA, names: [{name: "12", language: fr}]}\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the two example trips, and one with everything that spreadsheet programs mangle."""
    for name, text in project_files("example", "An example", date(2026, 11, 22)).items():
        if name.startswith("extract/"):
            (tmp_path / "project" / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "project" / name).write_text(text, encoding="utf-8", newline="")
    folder = tmp_path / "project" / "extract"
    (folder / "authored" / "nasty-1.yaml").write_text(NASTY, encoding="utf-8")
    people = (folder / "people.yaml").read_text(encoding="utf-8")
    (folder / "people.yaml").write_text(people + PERSON + BODY, encoding="utf-8")
    bodies = (folder / "organizations.yaml").read_text(encoding="utf-8")
    body = BODY.replace("someone", "some-body").replace("country", "kind: igo, country")
    (folder / "organizations.yaml").write_text(bodies + body, encoding="utf-8")
    (folder / "events.yaml").write_text("schema: 1\nevents:\n  - {id: forum, name: Forum, dates: 2023-04/2023-05}\n", encoding="utf-8")
    return tmp_path / "project"


@pytest.mark.parametrize("form", MANGLED)
def test_what_was_not_edited_changes_nothing(project: Path, tmp_path: Path, form: str) -> None:
    """Every table comes back from every form without a cell that is taken for edited, and not a byte of the records changes."""
    before = contents(project)
    for table in RETURNING:
        rows = rows_of(project, table)
        if not rows:
            continue
        file = MANGLED[form](tmp_path / f"{table}.{form[:4].rstrip('-')}", rows)

        brought = back(project, file)

        assert not brought.returned.edited, table
        assert not [str(problem) for problem in brought.returned.problems], table
        assert not brought.returned.new, table
        assert not brought.returned.missing, table
        assert brought.files == ()
    assert contents(project) == before


@pytest.mark.parametrize("form", ["csv-of-a-program", "xlsx-with-serials"])
def test_the_real_records_come_back(root: Path, tmp_path: Path, form: str) -> None:
    """The same for the records of this dataset."""
    shutil.copytree(root / "extract", tmp_path / "project" / "extract")
    before = contents(tmp_path / "project")
    for table in RETURNING:
        rows = rows_of(tmp_path / "project", table)
        if rows:
            brought = back(tmp_path / "project", MANGLED[form](tmp_path / f"{table}.{form[:4].rstrip('-')}", rows))
            assert (brought.returned.edited, brought.returned.problems, brought.files) == ([], [], ()), table
    assert contents(tmp_path / "project") == before


OTHERS: dict[str, object] = {
    **dict.fromkeys(("country", "represents_country", "counterpart_country", "office_country"), "JP"),
    "wikidata": "Q2",
    "language": "pt-BR",
    "script": "Latn",
    "url": "https://example.org/x",
    "archived_url": "https://example.org/y",
    "text_sha256": "0" * 64,
    "within_edtf": "2023-04",
    "orcid": "0000-0002-1825-0097",
}
"""Another value of columns that do not take any text."""


def other(table: str, column: str, now: object) -> object:
    """Return another value for a column, of which the records then have no error."""
    told = next(each for each in TABLES[table].columns if each.name == column)
    if told.codelist:
        return next(code for code in codes(told.codelist) if code not in {now, "other"})
    day = date(2029 if column.startswith("last_day") else 2023, 4, 2)
    by_type = {Type.DAY: day, Type.BOOL: not now, Type.INT32: (now if isinstance(now, int) else 3) + 1}
    if told.type in by_type:
        return by_type[told.type]
    text = "another-text" if told.pattern else "Another: text, “quoted” # no comment"
    return OTHERS.get(column, str(day) if column.endswith("_edtf") else text)


TOGETHER = {"papers_min", "papers_max", "papers_approximate", "represents_organization", "office_organization_id"}
TOGETHER |= {"during_stop_id", "stop_id", "session_id"}
"""Columns that cannot be edited alone, or only to the id of something that is there."""

OF_ONE = {("agreement_parties", "organization_id"), ("agreement_parties", "name"), ("stop_events", "event_id")}
"""Columns of which a row has one, or that are the whole row."""

WORKED_OUT = {"n_sources", "n_independent", "n_countries", "voice", "status", "traveller_id", "place", "n_claims"}
"""Columns that follow from others, in other rows too."""


def passes(table: str) -> list[list[str]]:
    """Return the columns of a table that can be edited, in parts that have one column of each key."""
    fields = [
        [column for column in field.columns if column not in TOGETHER and (table, column) not in OF_ONE]
        for field in RETURNING[table].fields
    ]
    return [[field[number] for field in fields if number < len(field)] for number in range(max(map(len, fields)))]


EDITED = [(table, columns) for table in RETURNING for columns in passes(table) if columns]


@pytest.mark.parametrize(("table", "columns"), EDITED, ids=lambda value: value if isinstance(value, str) else value[0])
def test_every_cell_changes_itself_alone(project: Path, tmp_path: Path, table: str, columns: list[str]) -> None:
    """In each table every column that can be edited is: those cells say so then, and nothing else does but what is worked out of them."""
    rows = rows_of(project, table)
    name = "ordinal" if "ordinal" in rows[0] else RETURNING[table].key
    edited = next((row for row in rows if str(row[name]).startswith(("1", "nasty-1.de"))), rows[0])
    before = [dict(row) for row in rows]
    was = dict(edited)
    edited |= {column: other(table, column, edited[column]) for column in columns}

    brought = back(project, write_csv(tmp_path / f"{table}.csv", rows))

    assert [str(problem) for problem in brought.returned.problems] == []
    assert {each.column: each.before for each in brought.returned.edited} == {column: was[column] for column in columns}
    after = rows_of(project, table)
    (again,) = (row for row in after if all(row[name] == edited[name] for name in TABLES[table].key))
    assert {column: again[column] for column in columns} == {column: edited[column] for column in columns}
    own = {name for field in RETURNING[table].fields if set(field.columns) & set(columns) for name in field.columns}
    stems = {name.removesuffix("_edtf") for name in own}
    follows = own | {f"{stem}{part}" for stem in stems for part in ("_earliest", "_latest", "_precision", "_edtf", "_iso3")}
    for old, new in zip(before, after, strict=True):
        changed = {name for name in old if old[name] != new[name]}
        assert changed <= (follows | WORKED_OUT if old == was else WORKED_OUT), changed - follows


def test_comments_and_order_stay(project: Path, tmp_path: Path) -> None:
    """Only the line of an edited cell changes; comments, order and every other byte stay."""
    before = contents(project)
    rows = rows_of(project, "trips")
    next(row for row in rows if row["trip_id"] == "nasty-1")["status"] = "cancelled"

    brought = back(project, write_csv(tmp_path / "trips.csv", rows))

    assert brought.files == (f"{project.as_posix()}/extract/authored/nasty-1.yaml",)
    name = "authored/nasty-1.yaml"
    assert contents(project) == {**before, name: before[name].replace(b"status: planned", b"status: cancelled")}


def test_an_uncertain_day_is_edited_in_either_column(project: Path, tmp_path: Path) -> None:
    """The day and its EDTF are one value: one of the two is edited, and two that differ are told."""
    rows = [row for row in rows_of(project, "stops") if row["stop_id"] == "nasty-1.de"]
    rows[0]["last_day_edtf"] = "2023-05-04~"
    assert back(project, write_csv(tmp_path / "stops.csv", rows)).files
    (now,) = (row for row in rows_of(project, "stops") if row["stop_id"] == "nasty-1.de")
    assert (now["first_day_edtf"], now["last_day_edtf"], now["last_day"]) == ("2023-05-03?", "2023-05-04~", None)

    now |= {"first_day": "2023-05-02", "first_day_edtf": "2023-05-01"}
    assert [str(each) for each in back(project, write_csv(tmp_path / "stops.csv", [now])).returned.problems] == [
        "stops.csv:2: first_day is 2023-05-02 and first_day_edtf is 2023-05-01; edit one of the two"
    ]


def test_the_id_of_a_meeting_stays(project: Path, tmp_path: Path) -> None:
    """A meeting that is called by its person keeps its released id when somebody else turns out to have been met."""
    rows = [row for row in rows_of(project, "meetings") if row["meeting_id"] == "nasty-1.de.007"]
    rows[0]["person_id"] = "anna-lind"

    assert back(project, write_csv(tmp_path / "meetings.csv", rows)).files

    assert b'{person: anna-lind, channel: phone, id: "007"}' in contents(project)["authored/nasty-1.yaml"]


def test_a_stop_of_another_trip_is_told(project: Path, tmp_path: Path) -> None:
    """What stands on a trip cannot be put on the stop of another one."""
    rows = [row for row in rows_of(project, "agreements") if row["agreement_id"] == "nasty-1.a"]
    rows[0]["stop_id"] = "lind-2025-06-nairobi.ke"

    (problem,) = back(project, write_csv(tmp_path / "agreements.csv", rows)).returned.problems

    assert str(problem) == "agreements.csv:2: stop_id is lind-2025-06-nairobi.ke, which is not on nasty-1"


def test_derived_columns_are_told(project: Path, tmp_path: Path) -> None:
    """A cell that is worked out from the records is told with the column to edit instead, and nothing is written."""
    before = contents(project)
    rows = [row for row in rows_of(project, "stops") if row["stop_id"] == "nasty-1.fr"]
    rows[0] |= {"n_sources": 9, "country_iso3": "DEU", "within_latest": date(2023, 5, 1), "status": "completed"}

    brought = back(project, write_csv(tmp_path / "stops.csv", rows))

    assert [str(problem) for problem in brought.returned.problems] == [
        "stops.csv:2:country_iso3: country_iso3 is worked out from the records, where it is FRA, and cannot be DEU; edit country",
        (
            "stops.csv:2:within_latest: within_latest is worked out from the records, where it is 2023-05-31, and cannot be 2023-05-01;"
            " edit within_edtf"
        ),
        "stops.csv:2:n_sources: n_sources is worked out from the records, where it is 0, and cannot be 9",
    ]
    assert brought.is_refused
    assert contents(project) == before

    assert back(project, tmp_path / "stops.csv", leave_out=True).is_written
    assert [row["status"] for row in rows_of(project, "stops") if row["stop_id"] == "nasty-1.fr"] == ["completed"]


def test_missing_rows_are_told_and_kept(project: Path, tmp_path: Path) -> None:
    """A row that is gone is named; its record stays."""
    before = contents(project)
    rows = [row for row in rows_of(project, "people") if row["person_id"] != "007"]

    brought = back(project, write_csv(tmp_path / "people.csv", rows))

    assert (brought.returned.missing, brought.is_refused) == (["007"], False)
    assert contents(project) == before


def test_new_rows_become_records(project: Path, tmp_path: Path) -> None:
    """New rows of a register, of stops, of meetings, and of a list of a record become records where they belong."""
    blank = {table: dict.fromkeys(TABLES[table].names) for table in RETURNING}
    new: dict[str, dict[str, object]] = {
        "people": {"person_id": "jo-poe", "name": "Jo Poe", "country": "PE"},
        "stops": {"stop_id": "nasty-1.pe", "country": "PE", "first_day": "2023-05-05", "last_day": "2023-05-06"},
        "stop_places": {"stop_id": "nasty-1.na", "place": "Swakopmund"},
        "meetings": {"meeting_id": "nasty-1.fr.anna-lind", "person_id": "anna-lind", "capacity": "former"},
        "people_names": {"person_id": "007", "name": "One Fifty", "kind": "alias"},
        "stop_events": {"stop_id": "nasty-1.fr", "event_id": "forum"},
        "agreement_parties": {"agreement_id": "nasty-1.c", "organization_id": "some-body", "role": "witness"},
    }
    for table, cells in new.items():
        rows = [*rows_of(project, table), {**blank[table], **cells}]

        brought = back(project, write_csv(tmp_path / f"{table}.csv", rows))

        assert [str(problem) for problem in brought.returned.problems] == [], table
        assert len(brought.returned.new) == 1
        rows = rows_of(project, table)
        assert any(all(str(row[name]) == str(value) for name, value in cells.items()) for row in rows), table
    assert contents(project)["authored/nasty-1.yaml"].startswith(b"schema: 1\n# A trip of which little is known.\n")


def test_what_no_record_can_be_is_told(project: Path, tmp_path: Path) -> None:
    """A new trip without stops, an item of a record that there is not, a second row and an empty id are told, all in one run."""
    before = contents(project)
    blank = dict.fromkeys(TABLES["trips"].names)
    rows = rows_of(project, "trips")
    rows += [{**blank, "trip_id": "new-trip"}, rows[0], {**blank, "note": "x"}]
    places = [{**dict.fromkeys(TABLES["stop_places"].names), "stop_id": "nasty-1.xx", "place": "Nowhere"}]

    trips = back(project, write_csv(tmp_path / "trips.csv", rows))

    assert [str(problem) for problem in trips.returned.problems] == [
        f"trips.csv:{len(rows) - 1}: a trip has stops, which this table does not have; begin it with diplotrips new",
        f"trips.csv:{len(rows)}: {rows[0]['trip_id']} has a row above already",
        f"trips.csv:{len(rows) + 1}:trip_id: trip_id is empty; a new record needs an id",
    ]
    (problem,) = back(project, write_csv(tmp_path / "stop_places.csv", places)).returned.problems
    assert str(problem) == "stop_places.csv:2: there is no nasty-1.xx, of which this would be one more of its places"
    assert contents(project) == before


def test_a_value_that_the_model_refuses_is_told(project: Path, tmp_path: Path) -> None:
    """What a record cannot hold is told in the words of a check, and nothing is written."""
    before = contents(project)
    rows = [row for row in rows_of(project, "people") if row["person_id"] == "007"]
    rows[0] |= {"wikidata": "12", "name": None, "country": "Peruu"}

    brought = back(project, write_csv(tmp_path / "people.csv", rows))

    assert [problem.reason for problem in brought.returned.problems] == [
        "no country is called Peruu; did you mean PE, Peru?",
        "this person needs name, which is missing",
        "12 is not a Wikidata id such as Q58217",
    ]
    assert contents(project) == before


def test_the_edited_release_is_the_base(project: Path, tmp_path: Path) -> None:
    """Without its base a table that was edited long ago would take back what was recorded since; with it only edited cells are."""
    from diplotrips.api import export  # noqa: PLC0415  (Arrow takes a while, and only this test needs it)

    path = project / "extract" / "authored" / "nasty-1.yaml"
    path.unlink()
    export(project, tmp_path / "release")
    rows = rows_of(project, "sources")
    rows[0]["licence"] = "CC0-1.0"
    file = write_csv(tmp_path / "sources.csv", rows)
    register = project / "extract" / "sources.yaml"
    register.write_text(register.read_text(encoding="utf-8").replace("language: en", "language: pt", 1), encoding="utf-8")

    assert len(back(project, file, dry_run=True).returned.edited) == 2
    brought = back(project, file, base=tmp_path / "release")
    assert [(each.column, each.after) for each in brought.returned.edited] == [("licence", "CC0-1.0")]


def test_which_table_it_is_is_told_by_name_or_columns(project: Path, tmp_path: Path) -> None:
    """A table is known by the name of its file or by its columns; other files are refused, and so are tables that cannot come back."""
    rows = rows_of(project, "people")
    assert back(project, write_csv(tmp_path / "my people (2).csv", rows)).returned.table == "people"
    with pytest.raises(UnusableRequestError, match=r"^x\.csv is no table of an export that can come back; --map says what the columns "):
        back(project, write_csv(tmp_path / "x.csv", [{"Country": "PE"}]))
    with pytest.raises(UnusableRequestError, match=r"^no table visits can come back; those that can are trips, trip_companions, stops, "):
        back(project, tmp_path / "x.csv", name="visits")
    with pytest.raises(UnusableRequestError, match=r"^people\.csv has no column person_id, which says the records of the table people$"):
        back(project, write_csv(tmp_path / "people.csv", [{"name": "x"}]))


def test_another_column_is_told(project: Path, tmp_path: Path) -> None:
    """A column that no table has is told if something stands in it, since it would be lost."""
    rows = [{**row, "my remark": None} for row in rows_of(project, "people")]
    assert not back(project, write_csv(tmp_path / "people.csv", rows)).returned.problems
    rows[2]["my remark"] = "look up"
    (problem,) = back(project, write_csv(tmp_path / "people.csv", rows)).returned.problems
    assert str(problem) == "people.csv:1:my remark: my remark is no column of the table people; take it out"
