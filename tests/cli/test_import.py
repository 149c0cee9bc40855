"""`diplotrips import`: lists by the mappings that are shipped, edited tables, and what cannot be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.records import Ran

VISITS = """\
#,Country,Locations,Details,Dates
1,Brazil,Brasília,Met the President.,"March 15–17, 2021"
,Venezuela,Caracas,,March 17–18 2021
2,Chile,"Santiago, Valparaíso",,"March 30 – April 2, 2021"
3,Namibia,Windhoek,,c. June 2021
4,Kenya,Nairobi,,early May 2022
"""

WHO = ("--set", "traveller=Jane Doe", "--set", "office=foreign-minister", "--set", "represents=New Zealand")
LIST = ("import", "visits.csv", "--map", "encyclopedia-visits", *WHO, "--today", "2024-06-01")

WRITTEN = """\
visits.csv, 5 rows: 4 trips written
  doe-2021-03-br: rows 2 and 3 -> extract/authored/visits/doe-2021-03-br.yaml
  doe-2021-03-cl: row 4 -> extract/authored/visits/doe-2021-03-cl.yaml
  doe-2021-06-na: row 5 -> extract/authored/visits/doe-2021-06-na.yaml
  doe-2022-05-ke: row 6 -> extract/authored/visits/doe-2022-05-ke.yaml
  new in sources, as stubs: visits
everything could be told
diplotrips check finds nothing wrong with it
"""

BRAZIL = """\
schema: 1
trip:
  id: doe-2021-03-br
  traveller: jane-doe
  office: foreign-minister
  represents: NZ
  status: completed
  dates: 2021-03-15/2021-03-18
  route: [br, ve]
stops:
  - {id: br, country: BR, places: [Brasília], dates: 2021-03-15/2021-03-17, note: Met the President.}
  - {id: ve, country: VE, places: [Caracas], dates: 2021-03-17/2021-03-18}
said:
  visits:
    - named: Jane Doe
      office: foreign-minister
      represents: NZ
      status: completed
      dates: 2021-03-15/2021-03-18
      route: [br, ve]
      basis: derived
      part: table
      locator: "visits.csv rows 2, 3"
    - {about: br, country: BR, dates: 2021-03-15/2021-03-17, places: [Brasília], status: completed, part: table, locator: visits.csv row 2}
    - {about: ve, country: VE, dates: 2021-03-17/2021-03-18, places: [Caracas], status: completed, part: table, locator: visits.csv row 3}
"""

COLT = """\
TripID,LeaderID,LeaderCountryOrIGO,LeaderRole,LeaderTitle,LeaderFullName,CountryVisited,CityVisited,TripYear,TripStartDate,TripEndDate,\
TripDuration,MetHostHoGS,HostHOGSName,AttendedMultilatEvent,NameMultilatEvent,MetNonhostHOGS,NonhostHOGSNames,PublicAddress,Notes,\
Confidence(1-5),SourceLink1
1-NZL-PER-1,NZL-1,New Zealand,HOGS,Prime Minister,Robin Roe,Peru,Lima,2019,2019-05-01,2019-05-03,3,Yes,Inca Maro,No,,,,Yes,,5,https://example.org/1
1-NZL-CHL-1,NZL-1,New Zealand,HOGS,Prime Minister,Robin Roe,Chile,,2019,2019-05-04,TBD,TBD,No,,Yes,Andes Forum,Yes,Ola Norge,,,2,
1-NZL-NAM-1,NZL-2,New Zealand,F,Foreign Minister,Kim Poe,Namibia,,2019,TBD,TBD,TBD,,,,,,,,By phone,,
"""


def files(project: Path) -> dict[str, bytes]:
    """Return every file of records of a project."""
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in sorted(project.rglob("*")) if path.is_file()}


def test_mappings_are_listed(project: Path, run: Callable[..., Ran]) -> None:
    """The mappings that come with the package are named with what they are for, without a file."""
    assert run("import", "--list").out == (
        "colt                 Country and Organization Leader Travel (COLT), one row a country visited\n"
        "encyclopedia-visits  An encyclopedia's list of one official's visits, one row a country\n"
    )
    assert project.exists()


def test_an_encyclopedia_s_list_becomes_trips(project: Path, run: Callable[..., Ran]) -> None:
    """Rows become trips with the lines of their source, and there is nothing for a check to find; a second run finds them there."""
    (project / "visits.csv").write_text(VISITS, encoding="utf-8")

    ran = run(*LIST)

    assert (ran.status, ran.out) == (0, WRITTEN)
    assert (project / "extract/authored/visits/doe-2021-03-br.yaml").read_text(encoding="utf-8") == BRAZIL
    before = files(project)
    again = run(*LIST)
    assert (again.status, again.out.splitlines()[0]) == (0, "visits.csv, 5 rows: 0 trips written; 5 rows are in the records already")
    assert files(project) == before


def test_a_colt_table_becomes_trips(project: Path, run: Callable[..., Ran]) -> None:
    """Rows of one country are chained to journeys; TBD is nothing; yes, no and blank stay three things; and a check finds nothing."""
    (project / "colt.csv").write_text(COLT, encoding="latin-1")

    ran = run("import", "colt.csv", "--map", "colt", "--source", "colt-2025", "--today", "2024-06-01")

    assert (ran.status, ran.out) == (
        0,
        """\
colt.csv, 3 rows: 2 trips written
  roe-2019-05-pe: rows 2 and 3 -> extract/authored/colt-2025/roe-2019-05-pe.yaml
  poe-2019-na: row 4 -> extract/authored/colt-2025/poe-2019-na.yaml
  new in people, as stubs: robin-roe, kim-poe, inca-maro and ola-norge
  new in events, as stubs: andes-forum
  new in sources, as stubs: colt-2025
everything could be told
diplotrips check finds nothing wrong with it
""",
    )
    trip = (project / "extract/authored/colt-2025/roe-2019-05-pe.yaml").read_text(encoding="utf-8")
    assert (
        """\
  dates: 2019-05-01/
  route: [pe, cl]
stops:
  - id: pe
    country: PE
    places: [Lima]
    dates: 2019-05-01/2019-05-03
    did: [talks, speech]
    did_not: [event-attendance]
    met: [{person: inca-maro}]
    certainty: high
    external_ids: {colt: 1-NZL-PER-1}
    note: "Source: https://example.org/1"
  - id: cl
    country: CL
    dates: 2019-05-04/
    events: [andes-forum]
    did: [event-attendance, talks]
    met: [{person: ola-norge, of: ZZ}]
    certainty: low
    external_ids: {colt: 1-NZL-CHL-1}
    note: "MetHostHoGS: No"
"""
        in trip
    )
    assert "  within: 2019\n" in (project / "extract/authored/colt-2025/poe-2019-na.yaml").read_text(encoding="utf-8")


def test_what_cannot_be_told_refuses_the_list(project: Path, run: Callable[..., Ran]) -> None:
    """A name that is no country is answered with the nearest, once with all its rows, and nothing is written, dry or not."""
    (project / "visits.csv").write_text(VISITS + "5,Macedona,,,2 July 2022\n6,Macedona,,,3/4/2023\n", encoding="utf-8")
    before = files(project)

    dry, real = run(*LIST, "--dry-run"), run(*LIST)

    told = """\
what cannot be told:
  visits.csv:7:Country: no country is called Macedona; did you mean MK, North Macedonia? (also in row 8)
  visits.csv:8:Dates: 3/4/2023 may be 2023-04-03 or 2023-03-04: say whether dates are day-first or month-first
nothing was written"""
    assert (dry.status, real.status) == (1, 1)
    assert dry.out.endswith(f"{told}, since this is a dry run\n")
    assert real.out.endswith(f"{told}: mend visits.csv or the mapping, or leave out what cannot be told with --leave-out\n")
    assert "visits.csv, 7 rows: 4 trips would be written\n" in real.out
    assert files(project) == before


def test_the_rest_is_written_if_that_is_wanted(project: Path, run: Callable[..., Ran]) -> None:
    """What cannot be told is left out where somebody says so; a mapping that names the country takes it later."""
    (project / "visits.csv").write_text(VISITS + "5,Macedona,,,2 July 2022\n", encoding="utf-8")
    assert run(*LIST, "--leave-out").status == 0

    shipped = run("import", "visits.csv", "--map", "encyclopedia-visits", *WHO)
    (project / "my.yaml").write_text(
        "schema: 1\ntitle: Mine\nrow: stop\ncountries: {Macedona: MK}\n"
        "columns: {'#': {to: journey, down: true}, Country: country, Locations: places, Details: note, Dates: dates}\n"
    )
    ran = run("import", "visits.csv", "--map", "my.yaml", *WHO)

    assert shipped.status == 1
    assert ran.out.splitlines()[:2] == [
        "visits.csv, 6 rows: 1 trip written; 5 rows are in the records already",
        "  doe-2022-07-mk: row 7 -> extract/authored/visits/doe-2022-07-mk.yaml",
    ]


def test_a_wrong_mapping_is_told_with_its_place(project: Path, run: Callable[..., Ran]) -> None:
    """What is wrong with a mapping is told like what is wrong with records."""
    (project / "visits.csv").write_text(VISITS, encoding="utf-8")
    (project / "my.yaml").write_text("schema: 1\ntitle: Mine\nrow: stop\ncolumns: {Country: contry}\n")

    ran = run("import", "visits.csv", "--map", "my.yaml")

    assert (ran.status, ran.out) == (1, "my.yaml:4:20: contry is not what a column can be, such as country, dates, note or ignored\n")


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("visits.csv", "--map", "cold"), 2, "diplotrips: no mapping is called cold; there are colt and encyclopedia-visits\n"),
        (("visits.csv", "--map", "colt"), 2, "diplotrips: the column “#” is not in the mapping: say what it is, or ignored\n"),
        (("none.csv", "--map", "colt"), 3, "diplotrips: cannot read none.csv: the file does not exist\n"),
        (
            ("visits.csv",),
            2,
            "diplotrips: visits.csv is no table of an export that can come back; --map says what the columns of a list are\n",
        ),
        (
            ("visits.csv", "--map", "encyclopedia-visits", *WHO, "--source", "jane-doe"),
            2,
            "diplotrips: jane-doe is the id of a person; give the list another one with --source\n",
        ),
    ],
)
def test_what_cannot_be_is_one_sentence(
    project: Path, run: Callable[..., Ran], arguments: tuple[str, ...], status: int, message: str
) -> None:
    """A request that cannot be served is refused in a sentence."""
    (project / "visits.csv").write_text(VISITS, encoding="utf-8")

    ran = run("import", *arguments)

    assert (ran.status, ran.out, ran.err) == (status, "", message)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--set", "office"), "--set takes a field and its value such as office=president, not office"),
        (("--map", "colt", "--table", "stops"), "--table and --base are for a table of an export, which has no --map"),
        (("--source", "x"), "--source and --set are for a list, which has a --map"),
    ],
)
def test_options_that_do_not_go_together(project: Path, run: Callable[..., Ran], arguments: tuple[str, ...], message: str) -> None:
    """Options of lists and of tables are not mixed."""
    (project / "visits.csv").write_text(VISITS, encoding="utf-8")

    ran = run("import", "visits.csv", *arguments)

    assert ran.status == 2
    assert message in " ".join(ran.err.split())


def test_an_edited_table_comes_back(project: Path, run: Callable[..., Ran]) -> None:
    """The cells that were edited are named with what they were, and stand in the records then."""
    (project / "people.csv").write_text('person_id,name,country\njane-doe,"Doe, Jane",NZ\njo-poe,Jo Poe,PE\n')

    ran = run("import", "people.csv", "--today", "2024-06-01")

    assert (ran.status, ran.out) == (
        0,
        """\
people.csv is the table people: 2 cells of 2 rows edited
  jane-doe name: Jane Doe -> Doe, Jane
  jane-doe country: nothing -> NZ
  jo-poe: new, from row 3
changed extract/people.yaml
diplotrips check finds nothing wrong with it
""",
    )
    assert (project / "extract/people.yaml").read_text() == (
        'schema: 1\npeople:\n  - {id: jane-doe, name: "Doe, Jane", country: NZ}\n  - {id: jo-poe, name: Jo Poe, country: PE}\n'
    )


def test_nothing_is_half_done_where_it_cannot_be_written(project: Path, run: Callable[..., Ran]) -> None:
    """If the last file cannot be written the first ones are as they were."""
    (project / "visits.csv").write_text(VISITS, encoding="utf-8")
    (project / "extract/authored/visits").write_text("in the way")
    before = files(project)

    ran = run(*LIST)

    assert ran.status == 3
    assert ran.err.startswith("diplotrips: cannot ")
    assert files(project) == before


def test_an_encoding_that_was_guessed_is_told(project: Path, run: Callable[..., Ran]) -> None:
    """The first line says how a file was read that is no UTF-8, of a list and of an edited table."""
    told = "is no UTF-8 and was read as cp1252; --encoding tells another"
    (project / "people.csv").write_bytes("person_id,name\njane-doe,Jané Doe\n".encode("cp1252"))
    assert run("import", "people.csv", "--dry-run").out.splitlines()[0] == f"people.csv {told}"
    (project / "visits.csv").write_bytes(VISITS.encode("cp1252"))
    assert run(*LIST, "--dry-run").out.splitlines()[0] == f"visits.csv {told}"
