"""Rows of a list as trips: which rows are one journey, what each cell becomes, and what cannot be told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.extract.importing.lists import listed, only, told

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diplotrips.schema.dataset import Dataset

HEAD = "Country,Dates\n"


def journeys(tmp_path: Path, table: str, **others: Any) -> list[tuple[int, ...]]:  # noqa: ANN401  (keys of a mapping)
    """Return the rows of each trip of a list."""
    found, _ = listed(tmp_path, table, **others)
    assert not found.problems, told(found)
    return [trip.rows for trip in found.trips]


def test_rows_that_follow_at_once_are_one_journey(tmp_path: Path) -> None:
    """The next stop begins on the last day of the one before or the day after; two days later is another journey."""
    table = HEAD + "Peru,2021-05-01/2021-05-03\nChile,2021-05-03/2021-05-04\nBrazil,2021-05-05\nCuba,2021-05-07\n"

    assert journeys(tmp_path, table) == [(2, 3, 4), (5,)]
    assert journeys(tmp_path, table, gap_days=0) == [(2, 3), (4,), (5,)]
    assert journeys(tmp_path, table, gap_days=2) == [(2, 3, 4, 5)]


def test_rows_are_sorted_by_their_days(tmp_path: Path) -> None:
    """The order of the rows in the file does not matter, and the route is that of the days; the same days have no order."""
    table = HEAD + "Chile,2021-05-04\nPeru,2021-05-01/2021-05-03\nBrazil,2021-05-05\nCuba,2021-05-05\n"

    document = only(listed(tmp_path, table)[0])

    assert document["trip"] == {
        "id": "roe-2021-05-pe",
        "traveller": "robin-roe",
        "office": "prime-minister",
        "represents": "NZ",
        "status": "completed",
        "dates": "2021-05-01/2021-05-05",
        "route": ["pe", "cl", ["br", "cu"]],
    }


def test_others_are_not_chained(tmp_path: Path) -> None:
    """Another traveller, another office, and days that are not known to the day each make a journey of their own."""
    columns = {"Who": "traveller", "Office": "office"}
    table = (
        "Who,Office,Country,Dates\n"
        "Robin Roe,president,Peru,2021-05-01\nJo Poe,president,Chile,2021-05-02\n"
        "Robin Roe,prime-minister,Chile,2021-05-02\nRobin Roe,president,Cuba,2021-05\n"
    )
    assert journeys(tmp_path, table, columns=columns) == [(2,), (3,), (4,), (5,)]


def test_home_ends_a_journey(tmp_path: Path) -> None:
    """A row in the country that the traveller represents is no trip abroad, and what follows it is another journey."""
    table = HEAD + "Peru,2021-05-01\nNew Zealand,2021-05-02\nChile,2021-05-02\n"

    found, _ = listed(tmp_path, table, gap_days=9)

    assert [trip.rows for trip in found.trips] == [(2,), (4,)]
    assert told(found) == ["visits.csv:3: NZ is the country that the traveller represents, so that this is no trip abroad"]


def test_a_number_of_the_journey_decides(tmp_path: Path) -> None:
    """Rows with one number are one journey whatever their days are; an empty cell repeats the number above it."""
    table = "No,Country,Dates\n7,Peru,2021-05-01\n,Chile,2021-05-09\n8,Cuba,2021-05-10\n"

    assert journeys(tmp_path, table, columns={"No": {"to": "journey", "down": True}}) == [(2, 3), (4,)]


def test_an_end_that_is_not_known_stays_unknown(tmp_path: Path) -> None:
    """A first day without a last one is kept as that, and only what follows at once is chained to it."""
    columns = {"Dates": "first_day", "Until": "last_day"}
    table = "Country,Dates,Until\nPeru,2021-05-01,TBD\nChile,2021-05-02,2021-05-03\nCuba,2021-05-04,TBD\n"

    document = only(listed(tmp_path, table, columns, blank=["TBD"])[0])

    assert [stop["dates"] for stop in document["stops"]] == ["2021-05-01/", "2021-05-02/2021-05-03", "2021-05-04/"]
    assert document["trip"]["dates"] == "2021-05-01/"


def test_a_stay_within_another_is_a_side_visit(tmp_path: Path) -> None:
    """A stop inside the days of another one was made from there and is not on the route; coming back is another stop."""
    table = HEAD + "Israel,2021-05-01/2021-05-04\nState of Palestine,2021-05-02\nJordan,2021-05-04/2021-05-05\nIsrael,2021-05-06\n"

    document = only(listed(tmp_path, table)[0])

    assert [(stop["id"], stop.get("during")) for stop in document["stops"]] == [("il", None), ("ps", "il"), ("jo", None), ("il-2", None)]
    assert document["trip"]["route"] == ["il", "jo", "il-2"]


def test_every_line_names_its_row(tmp_path: Path) -> None:
    """What the list says stands in lines with file and row; what follows from several rows is derived from all of them."""
    columns = {"Place": {"to": "places", "split": ","}, "Days": "days"}
    table = 'Country,Dates,Place,Days\nPeru,1 May 2021,"Lima, Cusco",1\nChile,2 May 2021,,2..\n'

    document = only(listed(tmp_path, table, columns)[0])

    assert document["said"] == {
        "visits": [
            {
                "named": "Robin Roe",
                "office": "prime-minister",
                "represents": "NZ",
                "status": "completed",
                "dates": "2021-05-01/2021-05-02",
                "route": ["pe", "cl"],
                "basis": "derived",
                "part": "table",
                "locator": "visits.csv rows 2, 3",
            },
            {
                "about": "pe",
                "country": "PE",
                "dates": "2021-05-01",
                "places": ["Lima", "Cusco"],
                "days": 1,
                "part": "table",
                "locator": "visits.csv row 2",
            },
            {"about": "cl", "country": "CL", "dates": "2021-05-02", "days": "2..", "part": "table", "locator": "visits.csv row 3"},
        ]
    }


def test_yes_no_and_blank_are_three_things(tmp_path: Path) -> None:
    """Yes is what happened, No what did not, blank is nothing; where a No denies nothing it goes to the note."""
    columns = {"Spoke": {"to": "did", "code": "speech"}, "Met": {"to": "did", "code": "talks", "denies": False, "label": "Met"}}
    table = "Country,Dates,Spoke,Met\nPeru,2021-05-01,Yes,No\nCuba,2021-06-01,NO,yes\nChile,2021-07-01,,\n"

    found, _ = listed(tmp_path, table, columns)

    stops = [trip.document["stops"][0] for trip in found.trips]
    assert [{key: stop[key] for key in ("did", "did_not", "note") if key in stop} for stop in stops] == [
        {"did": ["speech"], "note": "Met: No"},
        {"did": ["talks"], "did_not": ["speech"]},
        {},
    ]


def test_codes_are_told_by_code_label_or_the_mapping(tmp_path: Path) -> None:
    """A code is known by itself, by its label in any case, or by the word of the mapping; anything else by `otherwise` and a note."""
    columns = {"Office": {"to": "office", "codes": {"Emir": "monarch"}, "otherwise": "other"}}
    table = "Country,Dates,Office\nPeru,2021-05-01,Foreign Minister\nCuba,2021-06-01,EMIR\nChile,2021-07-01,Wizard\n"

    found, _ = listed(tmp_path, table, columns)

    assert [trip.document["trip"]["office"] for trip in found.trips] == ["foreign-minister", "monarch", "other"]
    assert found.trips[2].document["stops"][0]["note"] == "Office: Wizard"


def test_people_and_events_are_entered_once(tmp_path: Path) -> None:
    """A name in several rows is one person, entered with what the rows tell; a second id of one data set goes to the note."""
    columns = {"Id": {"to": "person_external_id", "scheme": "colt"}, "Met": {"to": "met", "split": ";", "of": "ZZ"}, "Forum": "event"}
    table = "Country,Dates,Id,Met,Forum\nPeru,2021-05-01,NZ-1,Jo Poe; Ann Lee,Big Forum\nCuba,2021-06-01,NZ-2,Jo Poe,Big Forum\n"

    found, known = listed(tmp_path, table, columns)

    assert known.entries == {
        "robin-roe": (
            "people",
            {
                "id": "robin-roe",
                "name": "Robin Roe",
                "country": "NZ",
                "external_ids": {"colt": "NZ-1"},
                "note": "Begun; offices and other spellings are missing. The list has colt NZ-2 too.",
            },
        ),
        "big-forum": ("events", {"id": "big-forum", "name": "Big Forum", "note": "Begun; country, days and body are missing."}),
        "jo-poe": ("people", {"id": "jo-poe", "name": "Jo Poe", "note": "Begun; offices and other spellings are missing."}),
        "ann-lee": ("people", {"id": "ann-lee", "name": "Ann Lee", "note": "Begun; offices and other spellings are missing."}),
    }
    assert found.trips[0].document["stops"][0]["met"] == [{"person": "jo-poe", "of": "ZZ"}, {"person": "ann-lee", "of": "ZZ"}]


def test_registered_people_are_known_by_every_spelling(tmp_path: Path, dataset: Callable[..., Dataset]) -> None:
    """Somebody whom the register has under another spelling, or by the id of another data set, is not entered again."""
    people = [
        {"id": "robin-roe-1960", "name": "R. Roe", "names": [{"name": "Robin Roe"}]},
        {"id": "jo-poe", "name": "Jo Poe", "external_ids": {"colt": "X-1"}},
    ]
    columns = {"Who": "traveller", "Id": {"to": "person_external_id", "scheme": "colt"}}
    table = "Who,Id,Country,Dates\nrobin roe,,Peru,2021-05-01\nJoanna P.,X-1,Cuba,2021-06-01\n"

    found, known = listed(tmp_path, table, columns, dataset(people=people))

    assert [trip.document["trip"]["traveller"] for trip in found.trips] == ["robin-roe-1960", "jo-poe"]
    assert not known.entries


def test_organizations_are_represented_too(tmp_path: Path) -> None:
    """An organization that the mapping names is entered; one that it does not name is asked for."""
    columns = {"For": "represents"}
    table = "Country,Dates,For\nPeru,2021-05-01,United Nations\nPeru,2021-06-01,European Onion\n"

    found, known = listed(tmp_path, table, columns, organizations={"United Nations": "un"})

    assert found.trips[0].document["trip"]["represents"] == "un"
    assert known.entries["un"][1]["kind"] == "igo"
    assert told(found) == [
        "visits.csv:3: no country is called European Onion, and no organization is; give its id under organizations in the mapping"
    ]


def test_a_row_can_be_a_whole_trip(tmp_path: Path) -> None:
    """Where a row is a trip its cell names all countries; what else the row says belongs to none of them and goes to the note."""
    columns = {"Country": {"to": "country", "split": ","}, "Place": {"to": "places", "split": ","}, "Why": "note"}
    table = 'Country,Dates,Place,Why\n"Peru, Chile",May 2021,"Lima, Santiago",Trade\nCuba,2021-06-01,Havana,\n'

    found, _ = listed(tmp_path, table, columns, row="trip")

    assert not found.problems
    tour, stay = (trip.document for trip in found.trips)
    assert tour["trip"]["note"] == "Trade; Places: Lima, Santiago"
    assert tour["stops"] == [{"id": "pe", "country": "PE"}, {"id": "cl", "country": "CL"}]
    assert stay["stops"] == [{"id": "cu", "country": "CU", "dates": "2021-06-01", "places": ["Havana"]}]


PROBLEMS = {
    "Macedona,2021": "visits.csv:2:Country: no country is called Macedona; did you mean MK, North Macedonia?",
    "Atlantis,2021": "visits.csv:2:Country: no country is called Atlantis",
    ",2021": "visits.csv:2: nothing says the country visited",
    "Peru,": "visits.csv:2: nothing says when it was",
    '"Peru, Chile",2021': "visits.csv:2:Country: no country is called Peru, Chile",
    "Peru,3/4/2021": "visits.csv:2:Dates: 3/4/2021 may be 2021-04-03 or 2021-03-04: say whether dates are day-first or month-first",
}


@pytest.mark.parametrize(("row", "problem"), PROBLEMS.items())
def test_what_cannot_be_told_is_named(tmp_path: Path, row: str, problem: str) -> None:
    """A cell that cannot be told is named with file, row and column, and nothing is made of its row."""
    found, _ = listed(tmp_path, f"{HEAD}{row}\n")

    assert told(found) == [problem]
    assert not found.trips


def test_a_cell_that_costs_nothing_goes_to_the_note(tmp_path: Path) -> None:
    """Of a cell that no record needs the text is kept in the note, and told; the rest of the row is taken."""
    found, _ = listed(tmp_path, "Country,Dates,Rank\nPeru,2021-05-01,grand\n", {"Rank": "protocol"})

    assert told(found) == ["visits.csv:2:Rank: grand is not in the list protocols"]
    assert [problem.costs_row for problem in found.problems] == [False]
    assert found.trips[0].document["stops"][0]["note"] == "Rank: grand"


def test_contradictions_within_a_row_are_told(tmp_path: Path) -> None:
    """A row that ends before it starts, or has happened and not happened, is told and left out."""
    columns = {"Dates": "first_day", "Until": "last_day", "A": {"to": "did", "code": "speech"}, "B": {"to": "did", "code": "speech"}}
    table = "Country,Dates,Until,A,B\nPeru,2021-05-03,2021-05-01,,\nPeru,2021-05-03,2021-05-04,Yes,No\n"

    assert told(listed(tmp_path, table, columns)[0]) == [
        "visits.csv:2: it ends before it starts: 2021-05-03/2021-05-01",
        "visits.csv:3: speech is said to have happened and not to have happened",
    ]


def test_an_id_that_is_taken_gets_a_number(tmp_path: Path, dataset: Callable[..., Dataset]) -> None:
    """The id that a journey suggests belongs to one trip only; who would get the id of something else is told."""
    there = dataset(trips={"roe-2021-05-pe": [{"id": "x", "country": "FR", "dates": "2001-01-01"}]}, organizations=[{"id": "jo-poe"}])
    table = "Who,Country,Dates\nRobin Roe,Peru,2021-05-01\nRobin Roe,Peru,2021-05-20\nJo Poe,Peru,2021-05-01\n"

    found, _ = listed(tmp_path, table, {"Who": "traveller"}, there)

    assert [trip.id for trip in found.trips] == ["roe-2021-05-pe-2", "roe-2021-05-pe-3"]
    assert told(found) == ["visits.csv:4: Jo Poe would get the id jo-poe, which belongs to another kind of record: organization"]


def test_a_recorded_trip_gets_lines_only(tmp_path: Path, dataset: Callable[..., Dataset]) -> None:
    """Rows on days of a recorded trip of the same traveller become lines about its stops; a stop that it has not is told."""
    people = [{"id": "robin-roe", "name": "Robin Roe"}]
    stop = {"id": "pe", "country": "PE", "dates": "2021-05-01/2021-05-03"}
    trip = {"traveller": "robin-roe", "represents": "NZ", "office": "prime-minister", "dates": "2021-05-01/2021-05-03"}
    there = dataset(trips={"tour": {"trip": trip, "stops": [stop]}}, people=people)

    found, _ = listed(tmp_path, f"{HEAD}Peru,2021-05-02/2021-05-03\nCuba,2021-05-03\n", dataset=there)

    assert not found.trips
    (lines,) = found.lines
    assert (lines.rows, lines.lines) == (
        (2,),
        [{"about": "pe", "country": "PE", "dates": "2021-05-02/2021-05-03", "part": "table", "locator": "visits.csv row 2"}],
    )
    assert told(found) == ["visits.csv:3: tour is recorded for these days and has no such stop; add the stop there"]


def test_what_no_line_can_say_goes_to_its_note(tmp_path: Path, dataset: Callable[..., Dataset]) -> None:
    """Another office, people met and events of a row about a recorded stop are kept in words, since no record is made of them."""
    people = [{"id": "robin-roe", "name": "Robin Roe"}]
    stop = {"id": "pe", "country": "PE", "dates": "2021-05-01/2021-05-03"}
    document = {"trip": {"traveller": "robin-roe", "represents": "NZ", "dates": "2021-05-01/2021-05-03"}, "stops": [stop]}
    there = dataset(trips={"tour": document}, people=people)
    table = "Country,Dates,Whom,At\nPeru,2021-05-02,Ana Lopez,Andes Summit\n"

    found, _ = listed(tmp_path, table, {"Whom": "met", "At": "event"}, there)

    assert [line["note"] for lines in found.lines for line in lines.lines] == ["office prime-minister; met Ana Lopez; event Andes Summit"]
