"""Columns of an edited table that stand for one key together, or that name something which is there; and tables that cannot come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.extract.importing.returned import back, rows_of, write_csv

from diplotrips.errors import UnusableRequestError
from diplotrips.extract.importing.fields import RETURNING
from diplotrips.schema.rows import TABLES

if TYPE_CHECKING:
    from pathlib import Path

TRIP = """\
schema: 1
trip: {id: andes, traveller: jane-doe, office: foreign-minister, represents: NZ, status: completed, dates: 2024-05-06/2024-05-09}
stops:
  - {id: pe, country: PE, met: [{office: president}, {office: prime-minister}]}
  - {id: cl, country: CL, events: [forum]}
agreements:
  - {id: a, stop: pe, parties: [NZ, PE], progress: signed, subject: fish}  # the first
  - {id: b, parties: [NZ, {country: CL, role: witness}], progress: signed, subject: ports, papers: ~3}
"""

EDITS: list[tuple[str, str, dict[str, object], str, str]] = [
    ("agreements", "andes.a", {"papers_min": 2, "papers_max": 2}, "subject: fish}", "subject: fish, papers: 2}"),
    ("agreements", "andes.a", {"papers_min": 2, "papers_max": None}, "subject: fish}", "subject: fish, papers: 2..}"),
    ("agreements", "andes.b", {"papers_approximate": False}, "papers: ~3", "papers: 3"),
    ("agreements", "andes.b", dict.fromkeys(("papers_min", "papers_max", "papers_approximate")), ", papers: ~3", ""),
    ("agreements", "andes.a", {"stop_id": "andes.cl"}, "stop: pe", "stop: cl"),
    ("agreements", "andes.a", {"stop_id": None}, "{id: a, stop: pe, ", "{id: a, "),
    ("stops", "andes.pe", {"during_stop_id": "andes.cl"}, "{office: prime-minister}]}", "{office: prime-minister}], during: cl}"),
    (
        "meetings",
        "andes.pe.president",
        {"session_id": "andes.pe.prime-minister"},
        "{office: president}",
        "{office: president, session: prime-minister}",
    ),
    ("trips", "andes", {"represents_country": None, "represents_organization": "some-body"}, "represents: NZ", "represents: some-body"),
    ("trips", "andes", {"represents_organization": "some-body"}, "represents: NZ", "represents: some-body"),
    ("agreement_parties", "andes.a 2", {"country": "CL"}, "[NZ, PE]", "[NZ, CL]"),
    ("agreement_parties", "andes.a 2", {"country": None, "organization_id": "some-body"}, "[NZ, PE]", "[NZ, some-body]"),
    ("agreement_parties", "andes.a 2", {"role": "witness"}, "[NZ, PE]", "[NZ, {country: PE, role: witness}]"),
    ("agreement_parties", "andes.b 2", {"role": None}, "{country: CL, role: witness}", "{country: CL}"),
]
"""Table, record, what is edited, and what of the file becomes what."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one trip, one person, one body and one event."""
    files = {
        "people.yaml": "schema: 1\npeople: [{id: jane-doe, name: Jane Doe}]\n",
        "organizations.yaml": "schema: 1\norganizations: [{id: some-body, name: Some Body, kind: igo}]\n",
        "events.yaml": "schema: 1\nevents: [{id: forum, name: Forum}]\n",
        "authored/andes.yaml": TRIP,
    }
    for name, text in files.items():
        (tmp_path / "extract" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "extract" / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("table", "record", "edit", "was", "becomes"), EDITS)
def test_what_stands_in_several_columns(  # noqa: PLR0913, PLR0917  (a case has what it has)
    project: Path, table: str, record: str, edit: dict[str, object], was: str, becomes: str
) -> None:
    """Numbers of papers, parties and ids of stops and meetings come back as what they are in the file, and nothing else changes."""
    rows = rows_of(project, table)
    (row,) = (row for row in rows if " ".join(str(row[name]) for name in TABLES[table].key) == record)
    row |= edit

    brought = back(project, write_csv(project / f"{table}.csv", rows))

    assert [str(problem) for problem in brought.returned.problems] == []
    assert (project / "extract/authored/andes.yaml").read_text(encoding="utf-8") == TRIP.replace(was, becomes, 1)


@pytest.mark.parametrize(
    ("table", "column", "value", "told"),
    [
        ("agreements", "papers_max", 5, "agreements.csv:3: papers is about 3 and at most 5; a number that is approximate has no bounds"),
        (
            "agreement_parties",
            "country",
            None,
            "agreement_parties.csv:5:country: this party needs country, organization or name, and has none of them",
        ),
    ],
)
def test_what_no_value_can_be_is_told(project: Path, table: str, column: str, value: object, told: str) -> None:
    """Columns that contradict each other are told, and nothing is written."""
    rows = rows_of(project, table)
    rows[-1][column] = value

    brought = back(project, write_csv(project / f"{table}.csv", rows))

    assert [str(problem).removeprefix(f"{project}/") for problem in brought.returned.problems] == [told]
    assert (project / "extract/authored/andes.yaml").read_text(encoding="utf-8") == TRIP


def test_an_agreement_needs_its_parties(project: Path) -> None:
    """A new agreement is told, since its parties are another table."""
    rows = rows_of(project, "agreements")
    rows.append({**rows[0], "agreement_id": "andes.c"})

    (problem,) = back(project, write_csv(project / "agreements.csv", rows)).returned.problems

    told = "an agreement has parties, which this table does not have; add it as a list whose mapping has row: agreement"
    assert str(problem) == f"agreements.csv:4: {told}"


@pytest.mark.parametrize("table", sorted(TABLES.keys() - RETURNING.keys()))
def test_a_table_that_cannot_come_back_is_told(project: Path, table: str) -> None:
    """Every other table is known by its name or its columns, and where to edit it is told."""
    names = TABLES[table].names
    for file in (f"{table}.csv", "edited.csv"):
        with pytest.raises(UnusableRequestError, match=rf"^{file} is the table {table}, which cannot come back: [^:]+(: claim)?$"):
            back(project, write_csv(project / file, [dict.fromkeys(names, "x")]))


def test_the_ids_of_a_record_are_edited_in_its_file(project: Path) -> None:
    """The sentence names the key."""
    with pytest.raises(UnusableRequestError) as refused:
        back(project, write_csv(project / "external_ids.csv", [dict.fromkeys(TABLES["external_ids"].names, "x")]))

    assert (
        str(refused.value)
        == "external_ids.csv is the table external_ids, which cannot come back: edit external_ids of the record in its file"
    )
