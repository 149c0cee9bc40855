"""`diplotrips new`: the file of a trip from what is known at first, stubs in the registers, and what cannot be begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.cli.records import GAZETTE, RECORDS, sha256

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.cli.records import Ran

TODAY = ("--today", "2024-06-01")
KNOWN = ("--traveller", "jane-doe", "--office", "foreign-minister", "--represents", "NZ", "--country", "PE")
DAYS = ("--dates", "2024-05-20/2024-05-22")
TEXT = "Minister Ann Poe flew to Lima on Monday, 20 May, and to Santiago a day later. She was back on Wednesday. In Lima she met nobody.\n"

CITED = (
    "named=Minister Ann Poe",
    "dates=on Monday, 20 May",
    "dates=was back on Wednesday",
    "route=flew to Lima on Monday, 20 May, and to Santiago",
    "pe=flew to Lima",
    "In Lima she met nobody",
)

DOCUMENT = """\
# Begun by diplotrips new. Give the stops their places, dates and counterparts; leave in `said` only what the source says, a line a passage.
schema: 1
trip:
  id: poe-2024-05
  traveller: ann-poe
  office: foreign-minister
  represents: NZ
  status: completed
  dates: 2024-05-20/2024-05-22
  route: [pe, cl]
stops:
  - {id: pe, country: PE}
  - {id: cl, country: CL}
said:
  post:
    - {named: Ann Poe, office: foreign-minister, represents: NZ, span: 0-16}
    - {status: completed, dates: 2024-05-20/2024-05-22, span: [30-47, 82-103]}
    - {route: [pe, cl], span: 17-64}
    - {about: pe, country: PE, span: 17-29}
    - {about: cl, country: CL}
    - {span: 105-127}  # the fields that this passage states go here
"""

WRITTEN = """\
wrote extract/authored/poe-2024-05.yaml: a trip of ann-poe with 2 stops
added ann-poe to extract/people.yaml, line 4: a stub, of which the note says what is missing
added post to extract/sources.yaml, line 5: a stub, of which the note says what is missing

diplotrips check finds nothing wrong with it

What comes next:
  - take out of `said` what post does not say, and add what it says besides
  - give the stops their places, their dates and the people met
  - diplotrips check says what is missing or wrong
"""


def files(project: Path) -> Iterator[tuple[str, bytes]]:
    """Return every file of the project with its content."""
    for path in sorted(project.rglob("*")):
        if path.is_file():
            yield str(path.relative_to(project)), path.read_bytes()


def test_writes_the_trip_with_its_passages_and_stubs(project: Path, run: Callable[..., Ran]) -> None:
    """Countries by code and name, spans by what they are given to; people and sources that are not registered get an entry."""
    (project / "post.txt").write_text(TEXT)

    who = ("--traveller", "Ann Poe", "--office", "foreign-minister", "--represents", "New Zealand", *DAYS)
    where = ("--country", "PE", "--country", "chile", "--in-order")
    source = ("--source", "post", "--published", "2024-05-23", "--text", "post.txt")
    cited = [word for cite in CITED for word in ("--cite", cite)]

    ran = run("new", "poe-2024-05", *who, *where, *source, *cited, *TODAY)

    assert ran == (0, WRITTEN, "")
    assert (project / "extract/authored/poe-2024-05.yaml").read_text() == DOCUMENT
    person = "{id: ann-poe, name: Ann Poe, country: NZ, note: Begun by diplotrips new; offices and other spellings are missing.}"
    assert (project / "extract/people.yaml").read_text() == RECORDS["people.yaml"] + f"  - {person}\n"
    entry = (project / "extract/sources.yaml").read_text().removeprefix(RECORDS["sources.yaml"])
    assert f"text_sha256: {sha256(TEXT)}" in entry
    assert "published: 2024-05-23" in entry


def test_nothing_is_missing_but_what_no_source_says(project: Path, run: Callable[..., Ran]) -> None:
    """Without a source there is no error; the check says of each value that nobody is known to say so."""
    ran = run("new", "doe-2024-05", *KNOWN, *DAYS, *TODAY)

    assert ran.status == 0
    assert "said:" not in (project / "extract/authored/doe-2024-05.yaml").read_text()
    assert "diplotrips check finds 5 things wrong with it:\n  extract/authored/doe-2024-05.yaml:6:11: warning DT401 office: " in ran.out
    assert "  - say under `said` who says so: one block a source, one line a passage\n" in ran.out
    assert run("check", *TODAY).out.endswith("0 errors, 5 warnings, 0 notes as of 2024-06-01\n")


@pytest.mark.parametrize("traveller", ["jane-doe", "Jane Doe", "JANE  DOE"])
def test_a_registered_traveller_is_found_by_name(project: Path, run: Callable[..., Ran], traveller: str) -> None:
    """Id or any spelling of the register; no entry is added."""
    ran = run("new", "doe-2024-05", "--traveller", traveller, *KNOWN[2:], *DAYS, *TODAY)

    assert ran.out.startswith("wrote extract/authored/doe-2024-05.yaml: a trip of jane-doe with 1 stop\n\n")
    assert (project / "extract/people.yaml").read_text() == RECORDS["people.yaml"]


def test_a_near_name_is_told(project: Path, run: Callable[..., Ran]) -> None:
    """A new entry that is nearly a registered one may be a slip, and the registered one is named."""
    ran = run("new", "doe-2024-05", "--traveller", "jane-do", *KNOWN[2:], *DAYS, *TODAY)

    assert ran.status == 0
    assert "  jane-doe is registered too; if that is who travels, take jane-do out and write jane-doe in the trip\n" in ran.out
    assert "  - {id: jane-do, name: Jane Do, country: NZ, " in (project / "extract/people.yaml").read_text()


def test_comes_back_to_a_country_and_lies_in_a_window(project: Path, run: Callable[..., Ran]) -> None:
    """The second stay in a country has an id of its own; a window takes the place of days, and a one-of-a-set is quoted."""
    run("new", "doe-2024", *KNOWN, "--country", "CL", "--country", "PE", "--within", "[2024-03,2024-05]", "--source", "gazette", *TODAY)

    text = (project / "extract/authored/doe-2024.yaml").read_text()
    assert '\n  within: "[2024-03,2024-05]"\nstops:\n' in text
    assert "  - {id: pe, country: PE}\n  - {id: cl, country: CL}\n  - {id: pe-2, country: PE}\n" in text
    assert not [line for line in run("check", *TODAY).out.splitlines() if line.startswith("error")]


def test_comments_of_the_registers_stay(project: Path, run: Callable[..., Ran]) -> None:
    """What people wrote in a register is there afterwards, byte for byte."""
    before = "# people\nschema: 1\npeople: # by id\n  - id: jane-doe # the minister\n    name: Jane Doe\n"
    (project / "extract/people.yaml").write_text(before)

    run("new", "poe-2024-05", "--traveller", "Ann Poe", *KNOWN[2:], *DAYS, *TODAY)

    assert (project / "extract/people.yaml").read_text().startswith(before + "  - id: ann-poe\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("andes", *KNOWN, *DAYS), "andes is the id of a trip already; an id belongs to one record"),
        (("gazette", *KNOWN, *DAYS), "gazette is the id of a source already; an id belongs to one record"),
        (("gone", *KNOWN, *DAYS), "gone is an id that was withdrawn, and no id is used again"),
        (("Doe 2024", *KNOWN, *DAYS), "“Doe 2024” cannot be the id of a trip: "),
        (("../doe", *KNOWN, *DAYS), "“../doe” cannot be the id of a trip: "),
        (("new", *KNOWN), "a trip has either its dates or a window within which it lies: give one of the two"),
        (("new", *KNOWN, *DAYS, "--within", "2024"), "a trip has either its dates or a window within which it lies: give one of the two"),
        (("new", *KNOWN, "--country", "Chle", *DAYS), "no country is called Chle; did you mean CL, Chile?"),
        (("new", *KNOWN, "--country", "Q", *DAYS), "no country is called Q; write its two letters, such as CL"),
        (("new", *KNOWN, "--represents", "NX", *DAYS), "no country is called NX; write its two letters, such as CL"),
        (("new", *KNOWN, "--office", "forein-minister", *DAYS), "no office is called forein-minister; did you mean foreign-minister?"),
        (("new", *KNOWN, "--status", "complete", *DAYS), "no status is called complete; did you mean completed?"),
        (("new", *KNOWN, "--dates", "20.5.2024"), "20.5.2024 is not a date or from-to: write the year first, "),
        (("new", *KNOWN, "--dates", "2024-05-22/2024-05-20"), "2024-05-22/2024-05-20 ends before it starts"),
        (("new", *KNOWN, "--dates", "2024-02-30"), "2024-02-30 is not a date or from-to: "),
        (("new", *KNOWN, *DAYS, "--source", "The Post"), "“The Post” cannot be the id of a source: "),
        (("new", *KNOWN, *DAYS, "--source", "andes"), "andes is the id of a trip; an id belongs to one record"),
        (("new", *KNOWN, *DAYS, "--source", "new"), "new is the id of a trip; an id belongs to one record"),
        (("new", *KNOWN, *DAYS, "--source", "post", "--published", "May"), "May is not a date: "),
        (
            ("new", *KNOWN, *DAYS, "--source", "gazette", "--published", "2024"),
            "gazette is registered already; its day of publication is written there",
        ),
        (("new", *KNOWN, *DAYS, "--text", "gazette.txt"), "a text and a day of publication are those of a source: name the source"),
        (
            ("new", *KNOWN, *DAYS, "--source", "gazette", "--cite", "Lima"),
            "what is cited stands in the text of the source: name the file of the text",
        ),
        (
            ("new", *KNOWN, *DAYS, "--source", "herald", "--text", "gazette.txt"),
            "gazette.txt is not the text of herald: the register has another SHA-256",
        ),
        (
            ("new", *KNOWN, *DAYS, "--source", "gazette", "--text", "gazette.txt", "--cite", "pe=Quito"),
            "“Quito” is not in gazette.txt",
        ),
        (
            ("new", *KNOWN, *DAYS, "--source", "gazette", "--text", "gazette.txt", "--cite", "Lima"),
            "“Lima” stands 2 times in gazette.txt; cite more words around the one that is meant",
        ),
        (("new", "--traveller", "旅", *KNOWN[2:], *DAYS), "“旅” makes no id of a person; write the name in Latin letters"),
    ],
)
def test_what_cannot_be_begun_is_told_in_a_sentence(project: Path, run: Callable[..., Ran], arguments: tuple[str, ...], told: str) -> None:
    """Status 2, one reason, and every file as it was."""
    (project / "extract/withdrawn.yaml").write_text(
        "schema: 1\nwithdrawn: [{id: gone, kind: trip, withdrawn_on: 2024-01-01, because: It never was.}]\n"
    )
    (project / "gazette.txt").write_bytes(GAZETTE.encode())
    before = list(files(project))

    ran = run("new", *arguments, *TODAY)

    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"diplotrips: {told}")
    assert ran.err.count("\n") == 1
    assert list(files(project)) == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("doe-2024-05", "nowhere", *KNOWN, *DAYS), "cannot read nowhere: the folder does not exist"),
        (("doe-2024-05", *KNOWN, *DAYS, "--source", "post", "--text", "post.txt"), "cannot read post.txt: the file does not exist"),
        (("twin", *KNOWN, *DAYS), "cannot write extract/authored/twin.yaml: the file is there already"),
        (
            ("poe-2024-05", "--traveller", "Ann Poe", *KNOWN[2:], *DAYS, "--source", "post"),
            "cannot write extract/sources.yaml: it has errors of its own; run diplotrips check",
        ),
    ],
)
def test_what_cannot_be_read_or_written_is_told(project: Path, run: Callable[..., Ran], arguments: tuple[str, ...], told: str) -> None:
    """Status 3, one reason, and every file as it was."""
    (project / "extract/authored/twin.yaml").write_text(RECORDS["authored/andes.yaml"].replace("id: andes", "id: other"))
    (project / "extract/sources.yaml").write_text(RECORDS["sources.yaml"] + "  - {id: [}\n")
    before = list(files(project))

    assert run("new", *arguments, *TODAY) == (3, "", f"diplotrips: {told}\n")
    assert list(files(project)) == before


def test_what_is_needed_is_told(project: Path, run: Callable[..., Ran]) -> None:
    """An option that is missing is named as it is typed."""
    assert project.is_dir()

    ran = run("new", "doe-2024-05", "--office", "foreign-minister")

    assert ran == (2, "", "diplotrips: --traveller, --represents and --country are missing (diplotrips new --help tells more)\n")


@pytest.mark.parametrize("name", ["null", "1234"])
def test_an_id_that_yaml_takes_for_something_else_is_quoted(project: Path, run: Callable[..., Ran], name: str) -> None:
    """An id that reads as a number or as nothing stays an id."""
    run("new", "poe-2024-05", "--traveller", name, *KNOWN[2:], *DAYS, *TODAY)

    assert f'traveller: "{name}"' in (project / "extract/authored/poe-2024-05.yaml").read_text("utf-8")
    assert "error[" not in run("check", *TODAY).out
