"""`diplotrips import` of lists about trips that are recorded: agreements made on them, and what sources say of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
import yaml

from diplotrips.extract.reading import read_dataset

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.records import Ran

AGREEMENTS = """\
schema: 1
title: Agreements
row: agreement
constants: {progress: signed}
columns:
  Who: traveller
  Where: country
  Trip: record
  Signed: date
  Parties: {to: parties, split: ";"}
  What: subject
  Title: title
  Kind: {to: agreement_kind, codes: {MoU: memorandum}}
  Papers: papers
  Topics: {to: topics, split: ";"}
  How: arrangement
  Id: agreement_id
"""

SIGNED = """\
Who,Where,Trip,Signed,Parties,What,Title,Kind,Papers,Topics,How,Id
Jane Doe,Peru,,6 May 2024,New Zealand;Peru,fish,Fish Accord,MoU,,investment,,
jane DOE,Chile,,,NZ;Chile,ports and fish,,,2..,trade;investment,,ports
,,andes,,NZ;PE;CL,roads,,treaty,,,Joint,
"""

MADE = """\
agreements:
  - id: fish-accord
    stop: pe
    title: Fish Accord
    parties: [NZ, PE]
    kind: memorandum
    progress: signed
    subject: fish
    topics: [investment]
    date: 2024-05-06
  - {id: ports, stop: cl, parties: [NZ, CL], papers: 2.., progress: signed, subject: ports and fish, topics: [trade, investment]}
  - {id: roads, parties: [NZ, PE, CL], arrangement: joint, kind: treaty, progress: signed, subject: roads}
said:
"""

FISH = {
    "title": "Fish Accord",
    "parties": ["NZ", "PE"],
    "kind": "memorandum",
    "progress": "signed",
    "subject": "fish",
    "topics": ["investment"],
    "date": date(2024, 5, 6),
}
PORTS = {"parties": ["NZ", "CL"], "papers": "2..", "progress": "signed", "subject": "ports and fish", "topics": ["trade", "investment"]}
ROADS = {"parties": ["NZ", "PE", "CL"], "arrangement": "joint", "kind": "treaty", "progress": "signed", "subject": "roads"}

CLAIMS = """\
schema: 1
title: Statements
row: claim
columns:
  Record: record
  Field: field
  Value: {to: value, split: ","}
  Mode: mode
  Source: source
  Where: locator
  Who: traveller
  Country: country
  Day: date
  Remark: note
"""

SAID = """\
Record,Field,Value,Mode,Source,Where,Who,Country,Day,Remark
andes,days,4,,herald,page 2,,,,
andes.pe,places,"Lima, Cusco",planned,,,,,,as announced
,did,Talks,,,,Jane Doe,Chile,8 May 2024,
andes,first day,6 May 2024,,,,,,,
andes.pe,exists,,denied,gazette,page 3,,,,
"""


@pytest.fixture
def document(project: Path) -> Path:
    """The one trip of the project."""
    return project / "extract/authored/andes.yaml"


def take(project: Path, run: Callable[..., Ran], mapping: str, table: str, *more: str) -> Ran:
    """Import a list by a mapping."""
    (project / "list.csv").write_text(table, encoding="utf-8")
    (project / "my.yaml").write_text(mapping, encoding="utf-8")
    return run("import", "list.csv", "--map", "my.yaml", "--today", "2024-06-01", *more)


def test_agreements_of_recorded_trips(project: Path, document: Path, run: Callable[..., Ran]) -> None:
    """Each row is an agreement of the stop that traveller, country and day name, with a line that names the row; all else stays."""
    before = document.read_text(encoding="utf-8")

    ran = take(project, run, AGREEMENTS, SIGNED)

    assert (ran.status, ran.out) == (
        0,
        """\
list.csv, 3 rows: 3 agreements written
  andes is recorded: rows 2, 3 and 4 as lines -> extract/authored/andes.yaml
  new agreements: andes.fish-accord, andes.ports and andes.roads
  new in sources, as stubs: list
everything could be told
diplotrips check finds nothing wrong with it
""",
    )
    above, _, below = before.partition("said:\n")
    after = document.read_text(encoding="utf-8")
    assert after.startswith(above + MADE + below)
    assert yaml.safe_load(after)["said"]["list"] == [
        {"about": "fish-accord", **FISH, "part": "table", "locator": "list.csv row 2"},
        {"about": "ports", **PORTS, "part": "table", "locator": "list.csv row 3"},
        {"about": "roads", **ROADS, "part": "table", "locator": "list.csv row 4"},
    ]


def test_agreements_again(project: Path, document: Path, run: Callable[..., Ran]) -> None:
    """The same list again changes no byte; another list that has one of the agreements, by title or id, adds a line about it only."""
    take(project, run, AGREEMENTS, SIGNED)
    before = document.read_text(encoding="utf-8")

    again = take(project, run, AGREEMENTS, SIGNED)
    same = document.read_text(encoding="utf-8")
    table = SIGNED.splitlines()[0] + "\n,,andes,,NZ;PE,fishing,FISH accord,,,,,\n,,andes.cl,,NZ;CL,harbours,,,,,,ports\n"
    other = take(project, run, AGREEMENTS, table, "--source", "yearbook")

    assert again.out.splitlines()[0] == "list.csv, 3 rows: 0 agreements written; 3 rows are in the records already"
    assert same == before
    assert other.out.splitlines()[:2] == [
        "list.csv, 2 rows: 0 agreements written",
        "  andes is recorded: rows 2 and 3 as lines -> extract/authored/andes.yaml",
    ]
    assert [each.id for each in read_dataset(project).dataset.trips[0].record.agreements] == ["fish-accord", "ports", "roads"]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            "Jane Doe,Cuba,,,NZ;CU,x,,,,,,",
            "no stop of jane-doe in CU is recorded; begin that trip first, or say which record it is in a column",
        ),
        ("Jane Doe,Peru,,6 May 2023,NZ;PE,x,,,,,,", "no stop of jane-doe in PE on 2023-05-06 is recorded; begin that trip first, or say"),
        ("Jo Poe,Peru,,,NZ;PE,x,,,,,,", "nobody called Jo Poe is registered"),
        (",Peru,,,NZ;PE,x,,,,,,", "nothing says of which trip it is: neither a record nor a traveller"),
        (",,ands,,NZ;PE,x,,,,,,", "no record is called ands; did you mean andes?"),
        (",,gazette,,NZ;PE,x,,,,,,", "gazette is a record of the kind source; here it has to be of the kind trip or stop"),
        (",,andes,,NZ;PE;CL,x,,,,,,", "it has 3 parties, and nothing says their arrangement: whether the paper is joint"),
        (
            ",,andes,,NZ;Atlantis,x,,,,,,",
            "no country is called Atlantis, and no organization is; give its id under organizations in the mapping",
        ),
        (",,andes,,,x,,,,,,", "nothing says the parties"),
        (",,andes,,NZ;PE,x,,,,,,Cu!", "Cu! cannot be an id; give the agreement another id"),
        (",,andes,,NZ;PE,x,,,,,,pe", "pe is taken on this trip; give the agreement another id"),
        (",,andes,,NZ;PE,条約,,,,,,", "no id can be made of its title or subject; give one in a column that is agreement_id"),
    ],
)
def test_what_cannot_be_told_of_an_agreement(project: Path, document: Path, run: Callable[..., Ran], row: str, told: str) -> None:
    """A row without its trip, its parties or an id is told, and nothing is written."""
    before = document.read_bytes()

    ran = take(project, run, AGREEMENTS, f"{SIGNED.splitlines()[0]}\n{row}\n")

    assert ran.status == 1
    assert f"  list.csv:2: {told}" in ran.out
    assert document.read_bytes() == before


def test_two_stops_that_fit_are_named(project: Path, document: Path, run: Callable[..., Ran]) -> None:
    """Where traveller, country and day leave two stops, both are named and none is chosen; a day that only one has decides."""
    text = document.read_text(encoding="utf-8").replace("said:", "  - {id: pe-2, country: PE, dates: 2024-05-09}\nsaid:")
    document.write_text(text.replace("route: [pe, cl]\n", "route: [pe, cl, pe-2]\n"), encoding="utf-8")
    head = SIGNED.splitlines()[0]

    either = take(project, run, AGREEMENTS, f"{head}\nJane Doe,PE,,May 2024,NZ;PE,x,,,,,,\n")
    one = take(project, run, AGREEMENTS, f"{head}\nJane Doe,PE,,9 May 2024,NZ;PE,x,,,,,,\n")

    assert "list.csv:2: andes.pe and andes.pe-2 fit; say which in a column that is record\n" in either.out
    assert one.status == 0
    assert [each.stop for each in read_dataset(project).dataset.trips[0].record.agreements] == ["pe-2"]


def test_statements_become_lines(project: Path, document: Path, run: Callable[..., Ran]) -> None:
    """Each row is a line below its source; where the list itself is the source it names the row."""
    before = document.read_text(encoding="utf-8")

    ran = take(project, run, CLAIMS, SAID.replace("andes,days,4", "andes,days,4..5"))

    assert ran.out.splitlines()[0] == "list.csv, 5 rows: 5 lines written"
    assert document.read_text(encoding="utf-8") == before.replace(
        "  herald:\n", "    - {about: pe, mode: denied, locator: page 3}\n  herald:\n"
    ) + (
        "    - {days: 4..5, locator: page 2}\n"
        "  list:\n"
        "    - {about: pe, places: [Lima, Cusco], mode: planned, part: table, locator: list.csv row 3, note: as announced}\n"
        "    - {about: cl, did: [talks], part: table, locator: list.csv row 4}\n"
        "    - {first_day: 2024-05-06, part: table, locator: list.csv row 5}\n"
    )


def test_statements_again(project: Path, document: Path, run: Callable[..., Ran]) -> None:
    """The same statements again change no byte, whether their source is the list or another one."""
    take(project, run, CLAIMS, SAID)
    before = document.read_text(encoding="utf-8")

    again = take(project, run, CLAIMS, SAID)

    assert again.out.splitlines()[0] == "list.csv, 5 rows: 0 lines written; 5 rows are in the records already"
    assert document.read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("andes,day,4,,,,,,,", "day is no field that a source can state; did you mean days?"),
        ("andes,days,many,,,,,,,", "many is no number such as 4, ~4, 3..5 or 1.."),
        ("andes,days,,,,,,,,", "nothing says the value of days; for a mere mention the field is exists"),
        ("andes,exists,4,,,,,,,", "exists has no value, and 4 stands there"),
        ("andes,route,pe,,,,,,,", "route has more than a cell can hold; write that line by hand"),
        ("andes.pe,after,cu,,,,,,,", "andes has no stop cu"),
        ("andes,affiliation,Peru,,,,,,,", "Peru is a country; affiliation is an organization"),
        ("andes.pe,did,talk,,,,,,,", "talk is not in the list activities; did you mean talks?"),
        ("andes,dates,early May 2024,,,,,,,", "early May 2024 is a window in which the days lie; its field is within"),
        ("andes,days,4,,heralt,,,,,", "no source is called heralt; did you mean herald?"),
        ("andes.pe,days,4,planed,,,,,,", "planed is not in the list claim_modes; did you mean planned?"),
        ("andes,days,4,,herald,p. 1,,,,\nandes,days,4,,herald,p. 1,,,,", "it says what row 2 says"),
    ],
)
def test_what_cannot_be_told_of_a_statement(project: Path, document: Path, run: Callable[..., Ran], row: str, told: str) -> None:
    """A statement whose field, value, mode or source is none is told, and nothing is written."""
    before = document.read_bytes()

    ran = take(project, run, CLAIMS, f"{SAID.splitlines()[0]}\n{row}\n")

    assert ran.status == 1
    assert told in ran.out
    assert document.read_bytes() == before


def test_the_rest_is_written_without_stubs_for_what_is_left_out(project: Path, run: Callable[..., Ran]) -> None:
    """With --leave-out good rows are written, and nobody is registered for the sake of a row that is not."""
    table = f'{SAID.splitlines()[0]}\nandes.pe,events,Fish Days,,nowhere,,,,,\nandes.pe,events,"Fish Days, Fish Days",,,,,,,\n'
    refused = 'andes.pe,events,"Port Days, !!",,,,,,,\n'

    ran = take(project, run, CLAIMS, table + refused, "--leave-out")

    assert ran.status == 0
    assert "list.csv, 3 rows: 1 line written\n" in ran.out
    assert [entry.record.id for entry in read_dataset(project).dataset.events] == ["fish-days"]


@pytest.mark.parametrize(("mapping", "table"), [(AGREEMENTS, SIGNED), (CLAIMS, SAID)])
def test_a_row_above_moves_the_others(project: Path, document: Path, run: Callable[..., Ran], mapping: str, table: str) -> None:
    """With a new row on top only that is new: the others are known by what they say, whatever number they have now."""
    take(project, run, mapping, table)
    head, *rows = table.splitlines(keepends=True)
    top = {AGREEMENTS: ",,andes,,NZ;PE,bridges,,,,,,\n", CLAIMS: "andes,nights,3,,,,,,,\n"}[mapping]

    ran = take(project, run, mapping, head + top + "".join(rows))

    first = ran.out.splitlines()[0]
    assert (": 1 agreement written; 3 rows are" in first) or (": 1 line written; 5 rows are" in first)
    assert document.read_text(encoding="utf-8").count("list.csv row 2") == (2 if mapping == AGREEMENTS else 1)


@pytest.mark.parametrize(
    ("mapping", "table", "was", "now", "row"), [(AGREEMENTS, SIGNED, "roads", "rails", 4), (CLAIMS, SAID, "Cusco", "Ica", 3)]
)
def test_a_row_that_was_edited_is_told(  # noqa: PLR0913, PLR0917  (a case has what it has)
    project: Path, document: Path, run: Callable[..., Ran], mapping: str, table: str, was: str, now: str, row: int
) -> None:
    """A row that said something else when it was imported is not entered beside what it said then."""
    take(project, run, mapping, table)
    before = document.read_bytes()

    ran = take(project, run, mapping, table.replace(was, now))

    told = f"it was imported before and said something else then; edit the line of list that names list.csv row {row}"
    assert f"  list.csv:{row}: {told}\n" in ran.out
    assert document.read_bytes() == before


@pytest.mark.parametrize(
    ("mapping", "told"),
    [
        (
            AGREEMENTS.replace('{to: parties, split: ";"}', "protocol"),
            "the rule for Parties says protocol, which no row that is one agreement has",
        ),
        (AGREEMENTS.replace("progress: signed", "mode: held"), "constants say mode, which no row that is one agreement has"),
        (
            AGREEMENTS.replace("Who: traveller", "Who: ignored").replace("Trip: record", "Trip: ignored"),
            "no column says of which trip a row is, neither a record nor a traveller; the columns are Who, Where, Trip and Parties",
        ),
    ],
)
def test_a_mapping_for_other_rows_is_refused(project: Path, run: Callable[..., Ran], mapping: str, told: str) -> None:
    """What a row of that kind cannot say is told before anything is read."""
    ran = take(project, run, mapping, "Who,Where,Trip,Parties\nJane Doe,Peru,,NZ\n")

    assert (ran.status, ran.err) == (2, f"diplotrips: {told}\n")
