"""The tables for analysis follow from the others: trips in one row, certain days within possible ones, as if every day were tried."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from diplotrips.api.building import build
from diplotrips.findings import Finding, Place, Severity
from diplotrips.schema.flatten import add_conflicts, add_derived, add_implied_days, flatten
from diplotrips.schema.flatten.itineraries import Itinerary
from diplotrips.schema.flatten.presence import Stay, certain, lengths, presence
from diplotrips.schema.rows import TABLES

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from diplotrips.schema.dataset import Dataset

START = date(2023, 4, 1)
NUMBER_OF_DAYS = 9


def cells(rows: Any, *columns: str) -> list[tuple[object, ...]]:  # noqa: ANN401  (rows of any table)
    """Return the values of *columns* of each row."""
    return [tuple(row[column] for column in columns) for row in rows]


def stop(local_id: str, position: int | None = None, during: str = "", **given: str) -> Mapping[str, object]:
    """Return a row of `stops` whose country is its id in capitals."""
    host = f"one.{during}" if during else None
    usual = {"kind": "visit", "status": "completed"}
    return {"stop_id": f"one.{local_id}", "position": position, "country": local_id.upper(), "during_stop_id": host, **usual, **given}


@pytest.mark.parametrize(
    ("stops", "text", "known"),
    [
        ([stop("ve", 2), stop("br", 1), stop("cu", 3)], "BR > VE > CU", True),
        ([stop("ve", 2), stop("br", 1), stop("ni", 2), stop("cu", 4)], "BR > NI, VE > CU", False),
        ([stop("mx"), stop("cu"), stop("gt")], "CU, GT, MX", False),
        ([stop("mx", 1), stop("cu", 2), stop("pe")], "MX > CU; PE", False),
        ([stop("mx")], "MX", True),
        ([stop("mx", 1), stop("us", None, "mx"), stop("cu", 2)], "MX (US) > CU", True),
        ([stop("mx"), stop("us", None, "mx"), stop("ca", None, "us")], "MX (US (CA))", True),
        ([stop("mx", 1), stop("cu", 2, status="cancelled")], "MX > CU [cancelled]", True),
        ([stop("de", 1, kind="technical", status="planned"), stop("mx", 2)], "DE [technical, planned] > MX", True),
        ([stop("mx", 1), stop("cu", 2), stop("mx-2", 3, country="MX")], "MX > CU > MX", True),
        ([stop("mx", None, "us"), stop("us", None, "mx"), stop("cu", 1)], "CU; MX, US", False),
        ([stop("mx", 1, "elsewhere")], "MX", True),
    ],
)
def test_stops_are_one_text(stops: list[Mapping[str, object]], text: str, *, known: bool) -> None:
    """Known order is `>`, unknown order a comma, no place in the order a semicolon; brackets hold side visits and what is unusual."""
    itinerary = Itinerary(stops, "completed")

    assert (itinerary.text, itinerary.order_known) == (text, known)
    assert len(itinerary.stops) == len(stops)


def test_the_order_of_rows_does_not_count() -> None:
    """The text is the same in whatever order the stops are given."""
    stops = [stop("ve", 2), stop("br", 1), stop("co", None, "ve"), stop("pe"), stop("cu", 2), stop("ec", None, "ve")]

    assert {Itinerary(given, "completed").text for given in (stops, stops[::-1], sorted(stops, key=str))} == {"BR > CU, VE (CO, EC); PE"}


days = st.none() | st.integers(0, NUMBER_OF_DAYS - 1).map(lambda number: START + timedelta(number))
stays = st.builds(Stay, days, days, days, days)


def possibilities(stay: Stay) -> list[tuple[date, date]]:
    """Return every first and last day that *stay* can have; where nothing bounds it, up to one day before and after all bounds."""
    calendar = [START + timedelta(number) for number in range(-1, NUMBER_OF_DAYS + 1)]
    return [
        (first, last)
        for first, last in product(calendar, repeat=2)
        if first <= last
        and (stay.first_earliest or first) <= first <= (stay.first_latest or first)
        and (stay.last_earliest or last) <= last <= (stay.last_latest or last)
    ]


@given(stays)
def test_days_are_those_of_every_possibility(stay: Stay) -> None:
    """Certain days are those on which every possible stay agrees, possible ones those of any; the fewest and most days likewise."""
    possible = possibilities(stay)
    assume(possible)
    calendar = [START + timedelta(number) for number in range(-1, NUMBER_OF_DAYS + 1)]
    certain = [day for day in calendar if all(first <= day <= last for first, last in possible)]
    row = presence(stay, "completed")

    assert row["n_days_certain"] == len(certain)
    assert (row["certain_first_day"], row["certain_last_day"]) == ((certain[0], certain[-1]) if certain else (None, None))
    assert row["n_days_min"] == min((last - first).days for first, last in possible) + 1
    if stay.first_earliest and stay.last_latest:
        assert row["possible_first_day"] == stay.first_earliest
        assert row["n_days_max"] == (stay.last_latest - stay.first_earliest).days + 1
        if stay == tight(stay, possible):
            assert {row["possible_first_day"], row["possible_last_day"]} <= {day for ends in possible for day in ends}


def tight(stay: Stay, possible: list[tuple[date, date]]) -> Stay:
    """Return the tightest bounds of *possible*, as `implied_days` has them; what is unbounded stays so."""
    firsts, lasts = zip(*possible, strict=True)
    bounds = (min(firsts), max(firsts), min(lasts), max(lasts))
    return Stay(*(new if old else None for old, new in zip(stay, bounds, strict=True)))


@given(stays, st.sampled_from(["completed", "under-way", "planned", "unconfirmed", "cancelled", "postponed"]))
def test_certain_days_are_possible_days(stay: Stay, status: str) -> None:
    """Whatever the bounds and the status, certain days are possible, and numbers grow from certain to fewest to most."""
    assume(possibilities(stay))
    row: Any = presence(stay, status)

    assert (row["certain_first_day"] is None) == (row["certain_last_day"] is None) == (row["n_days_certain"] == 0)
    if row["certain_first_day"]:
        assert (row["possible_first_day"] or date.min) <= row["certain_first_day"] <= row["certain_last_day"]
        assert row["certain_last_day"] <= (row["possible_last_day"] or date.max)
    assert row["n_days_certain"] <= row["n_days_min"] <= (row["n_days_min"] if row["n_days_max"] is None else row["n_days_max"])


FOUR_DAYS = Stay(START, START, START + timedelta(3), START + timedelta(3))


@pytest.mark.parametrize(
    ("status", "certain", "least", "most"),
    [
        ("completed", 4, 4, 4),
        ("under-way", 1, 1, 4),
        ("planned", 0, 0, 4),
        ("unconfirmed", 0, 0, 4),
        ("cancelled", 0, 0, 0),
        ("postponed", 0, 0, 0),
    ],
)
def test_nobody_was_where_nobody_went(status: str, certain: int, least: int, most: int) -> None:
    """Four days on paper are four days only once they are over, one of a stay under way, and none of one that was called off."""
    row = presence(FOUR_DAYS, status)

    assert (row["n_days_certain"], row["n_days_min"], row["n_days_max"]) == (certain, least, most)
    assert (row["possible_first_day"] is None) == (most == 0)


@given(stays, st.lists(st.tuples(stays, st.sampled_from(["completed", "under-way", "planned", "cancelled"])), max_size=4))
def test_a_trip_lasted_as_long_as_its_stops(trip: Stay, stops: list[tuple[Stay, str]]) -> None:
    """A trip under way lasted at least as many days as its stops certainly cover, each counted once, and those between them."""
    assume(all(possibilities(stay) for stay in (trip, *(stay for stay, _ in stops))))
    spans = [span for stay, status in stops if (span := certain(stay, status))]
    covered = {first + timedelta(number) for first, last in spans for number in range((last - first).days + 1)}
    alone: Any = lengths(trip, "under-way")
    row: Any = lengths(trip, "under-way", [certain(stay, status) for stay, status in stops])

    assert row["n_days_min"] >= max(len(covered), alone["n_days_min"])
    assert not covered or row["n_days_min"] >= (max(covered) - min(covered)).days + 1
    assert row["n_days_max"] == alone["n_days_max"]
    assert {lengths(trip, status, spans)["n_days_min"] for status in ("planned", "unconfirmed", "cancelled", "postponed")} == {0}


@pytest.mark.parametrize(
    ("first_day", "stops", "least"),
    [
        (1, [(1, 1, "under-way"), (2, 3, "completed"), (3, 6, "planned")], 3),
        (1, [(1, 3, "completed"), (3, 4, "under-way")], 3),
        (1, [(1, 3, "completed"), (4, 6, "cancelled")], 3),
        (1, [(4, 4, "under-way")], 4),
        (1, [(3, 6, "planned")], 1),
    ],
    ids=["one stop is over", "one day of the last", "a stop called off", "nothing of the days before", "only its first day"],
)
def test_a_trip_under_way_is_as_long_as_it_has_been(
    first_day: int, stops: list[tuple[int, int, str]], least: int, dataset: Callable[..., Dataset]
) -> None:
    """From the first day to the last one on which the traveller certainly was anywhere; what is planned for later does not count."""
    told = [
        {"id": f"c{number}", "country": "BR", "dates": f"2023-04-{first:02}/2023-04-{last:02}", "status": status}
        for number, (first, last, status) in enumerate(stops)
    ]
    trip = {"status": "under-way", "dates": f"2023-04-{first_day:02}/"}
    row = add_derived(flatten(dataset(trips={"one": {"trip": trip, "stops": told}})))["trips_flat"][0]

    assert (row["n_days_min"], row["n_days_max"]) == (least, None)


def test_a_trip_in_one_row(dataset: Callable[..., Dataset]) -> None:
    """Names, stops, places and counts of a trip are in its row, the trips beside it not among them."""
    stops = [
        {"id": "br", "places": ["Brasilia", "São Paulo"], "met": [{"person": "jane-roe"}]},
        {"id": "na", "places": ["Windhoek", "Brasilia"]},
        {"id": "zz", "status": "cancelled"},
    ]
    agreements = [
        {"id": name, "parties": ["NZ", "BR"], "progress": progress, "subject": "fish"}
        for name, progress in [("one", "signed"), ("two", "in-force"), ("three", "agreed")]
    ]
    one = {"trip": {"route": ["br", ["na", "zz"]], "dates": "2023-12-30/2024-01-02"}, "stops": stops, "agreements": agreements}
    people = [{"id": "jane-doe", "name": "Jane Doe"}]
    flat = flatten(dataset(trips={"one": one, "one-more": [{"id": "br"}]}, people=people))
    finding = Finding("DT201", Severity.WARNING, "one.br", "dates", "they disagree", Place("x.yaml"))
    note = Finding("DT203", Severity.NOTE, "one", "route", "they list it otherwise", Place("x.yaml"))
    row, other = add_derived(add_conflicts(flat, [finding, note]))["trips_flat"]

    assert row["trip_id"] == "one"
    assert cells([row], "traveller_name", "office_label", "represents_name", "first_year", "n_days_min", "n_days_max") == [
        ("Jane Doe", "Foreign minister", "New Zealand", 2023, 4, 4)
    ]
    assert cells([row], "stops_text", "order_known", "countries_text", "places_text") == [
        ("BR > NA, ZZ [cancelled]", False, "Brazil; Namibia", "Brasilia; São Paulo; Windhoek")
    ]
    assert cells([row], "n_stops", "n_countries", "n_meetings", "n_agreements", "n_agreements_signed", "n_quotes") == [(3, 2, 1, 3, 2, 0)]
    assert cells([row, other], "n_conflicts_open", "n_conflicts_settled", "n_quoted_experts") == [(1, 0, 0), (0, 0, 0)]
    assert row["n_claims"] == sum(claim["trip_id"] == "one" for claim in flat["claims"]) > 20
    assert cells([other], "first_year", "n_days_min", "order_known") == [(None, 1, True)]


def test_a_traveller_of_an_organization(dataset: Callable[..., Dataset]) -> None:
    """Who travels for an organization has its name in the row, and no country."""
    organizations = [{"id": "un", "name": "United Nations", "kind": "igo"}]
    flat = flatten(dataset(trips={"one": {"trip": {"represents": "un"}}}, organizations=organizations))
    tables = add_derived(flat)

    assert cells(tables["trips_flat"], "represents_country", "represents_organization", "represents_name") == [
        (None, "un", "United Nations")
    ]
    assert cells(tables["country_days"], "represents_country", "represents_country_iso3", "country") == [(None, None, "BR")]


def test_days_of_stops_are_the_implied_ones(dataset: Callable[..., Dataset]) -> None:
    """What the rest of the trip leaves counts, and is told from the stop's own dates; without it the stop's own days stand."""
    stops = [{"id": "br", "dates": "2023-04"}, {"id": "ve", "dates": "2023-04-17/2023-04-19"}, {"id": "cu", "status": "planned"}]
    flat = flatten(dataset(trips={"one": {"trip": {"dates": "2023-04-15/2023-04-20"}, "stops": stops}}))
    first, last, most = (date(2023, 4, day).toordinal() for day in (15, 16, 17))
    implied = {"one.br": (first, first, last, most, True), "one.cu": (None, None, None, None, False)}
    columns = ("stop_id", "certain_first_day", "certain_last_day", "possible_first_day", "possible_last_day", "from_implied")
    rows = cells(add_derived(add_implied_days(flat, implied))["country_days"], *columns)

    april = [None, *(date(2023, 4, number or 1) for number in range(31))]
    assert rows == [
        ("one.br", april[16], april[17], april[16], april[18], True),
        ("one.cu", None, None, None, None, False),
        ("one.ve", april[18], april[20], april[18], april[20], False),
    ]


@st.composite
def itineraries(draw: st.DrawFn) -> list[Mapping[str, object]]:
    """Draw stops with any positions and side visits, circles of which are possible too."""
    names = draw(st.lists(st.sampled_from("abcdefg"), min_size=1, max_size=6, unique=True))
    return [stop(name, draw(st.none() | st.integers(1, 4)), draw(st.sampled_from(["", *names, "elsewhere"]))) for name in names]


@given(itineraries(), st.randoms())
def test_every_stop_is_in_the_text_once(stops: list[Mapping[str, object]], chance: random.Random) -> None:
    """Whatever is a side visit of what, each stop is told of once, and commas and semicolons outside brackets say that order is missing."""
    text = Itinerary(stops, "completed").text
    shuffled = chance.sample(stops, len(stops))
    without_side_visits = text
    while "(" in without_side_visits:
        without_side_visits = re.sub(r" \([^()]*\)", "", without_side_visits)

    assert sorted(re.findall("[A-Z]", text)) == sorted(str(given["country"]) for given in stops)
    assert Itinerary(stops, "completed").order_known == (not {",", ";"} & {*without_side_visits})
    assert Itinerary(shuffled, "completed").text == text


def test_the_real_records_as_tables_for_analysis(root: Path) -> None:
    """Every trip and stop of this repository is in the tables once, says what the other tables say, and stops lie in their trips."""
    tables: Any = build(root).tables
    bounds = {row["record_id"]: row for row in tables["implied_days"]}

    shared = [name for name in TABLES["trips"].names if name in TABLES["trips_flat"].names]
    assert cells(tables["trips_flat"], *shared) == cells(tables["trips"], *shared)
    assert cells(tables["country_days"], "stop_id", "country", "status") == cells(tables["stops"], "stop_id", "country", "status")
    for row in tables["country_days"]:
        implied = bounds[row["trip_id"]]
        first, last = implied["first_day_implied_earliest"] or date.min, implied["last_day_implied_latest"] or date.max
        assert first <= (row["possible_first_day"] or first) <= (row["possible_last_day"] or last) <= last
