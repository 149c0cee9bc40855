"""DT101 to DT107: a trip whose own days and order cannot be true is found under the name that a person expects, with all ends."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.evidence import Evidence
from diplotrips.checks.registry import CHECKS
from diplotrips.checks.testimony.hearings import implied_days

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding
    from diplotrips.schema.dataset import Dataset

Written = dict[str, Any]

BR: Written = {"id": "br", "dates": "2023-04-17/2023-04-18"}
VE: Written = {"id": "ve", "dates": "2023-04-18/2023-04-19"}


@pytest.fixture
def judge(dataset: Callable[..., Dataset]) -> Callable[..., list[Finding]]:
    """A function that writes one trip, `one`, and returns what the checks inside a trip find in it."""

    def judge(trip: Written | None = None, stops: list[Written] | None = None, **parts: object) -> list[Finding]:
        document = {"trip": trip or {"dates": "2023-04-17/2023-04-20"}, "stops": stops or [BR, VE], **parts}
        evidence = Evidence(dataset(trips={"one": document}), date(2026, 11, 22))
        return [found for check in CHECKS if check.code < "DT200" for found in check.find(evidence)]

    return judge


def told(findings: list[Finding]) -> list[tuple[str, str, str]]:
    """Return code, field and message of each finding."""
    return [(found.code, found.field, found.message) for found in findings]


def test_a_sound_trip_is_silent(judge: Callable[..., list[Finding]]) -> None:
    """Leaving one country and reaching the next on the same day is the rule and no conflict."""
    assert judge({"dates": "2023-04-17/2023-04-20", "route": ["br", "ve"]}) == []


def test_a_trip_ends_before_it_starts(judge: Callable[..., list[Finding]]) -> None:
    """Exchanged days of the trip are one finding at its dates, though its stops lie in it no more."""
    (found,) = judge({"dates": "2023-04-20/2023-04-17"}, [{"id": "br"}])

    assert told([found]) == [("DT101", "dates", "the trip ends on 2023-04-17, but the trip starts on 2023-04-20")]
    assert found.place == found.related[0].place


def test_a_stop_outside_its_trip_names_both_dates(judge: Callable[..., list[Finding]]) -> None:
    """The stop is the place, the trip's dates are the other end."""
    (found,) = judge(stops=[BR, {"id": "ve", "dates": "2023-04-19/2023-04-22"}])

    assert told([found]) == [("DT102", "stops.ve.dates", "ve ends on 2023-04-22, but the trip ends on 2023-04-20")]
    assert [end.field for end in found.related] == ["dates"]
    assert found.related[0].record == "one"


def test_a_stop_may_be_outside_a_window_too(judge: Callable[..., list[Finding]]) -> None:
    """Where the trip has only a window, a stop is held against that."""
    (found,) = judge({"within": "2023-04-01/2023-04-15"}, [BR])

    assert told([found]) == [("DT102", "stops.br.dates", "br ends on 2023-04-18, but the trip lies within 2023-04-01/2023-04-15")]


@pytest.mark.parametrize("dates", ["2023-04-19/", "2023-04-19/2023-04", "2023-04-19/2023-04-22?", "2023-04-19/.."])
def test_what_may_lie_in_the_trip_is_silent(judge: Callable[..., list[Finding]], dates: str) -> None:
    """An end that is unknown, open, a month or doubtful within its margin contradicts nothing."""
    assert judge(stops=[BR, {"id": "ve", "dates": dates}]) == []


def test_a_doubtful_window_has_its_margin(judge: Callable[..., list[Finding]]) -> None:
    """A window about a month leaves room for a month more on both sides, and for no more than that."""
    assert judge({"within": "2023-03~"}, [BR]) == []
    assert judge({"within": "2023-05~"}, [BR]) == []

    (found,) = judge({"within": "2023-02~"}, [BR])
    assert told([found]) == [("DT102", "stops.br.dates", "br ends on 2023-04-18, but the trip lies within 2023-02~")]


def test_more_orders_than_can_be_tried(judge: Callable[..., list[Finding]]) -> None:
    """Where the orders of many stops were not all tried, a finding says that it may not be the shortest reason."""
    stops = [{"id": f"br-{number}", "country": "BR", "within": "2023-05"} for number in range(26)]
    lost = {"id": "ve", "dates": "[2023-03-03,2023-03-20]"}
    trip = {"within": "2023", "left_home": "[2023-04-28,2023-04-30]"}

    (found,) = judge(trip, [*stops, lost])
    (sure,) = judge(trip, [lost])

    assert told([found]) == told([sure])
    assert found.cause == "too many possible orders to try them all; a shorter explanation may exist"
    assert sure.cause == ""


def test_a_doubtful_day_far_off_is_found(judge: Callable[..., list[Finding]]) -> None:
    """The margin of a doubtful day is three days, not more."""
    (found,) = judge(stops=[BR, {"id": "ve", "dates": "2023-04-19/2023-04-27?"}])

    assert found.code == "DT102"


def test_the_route_against_the_days(judge: Callable[..., list[Finding]]) -> None:
    """A route that has the later stop first clashes with the days of both."""
    (found,) = judge({"dates": "2023-04-17/2023-04-20", "route": ["ve", "br"]}, [BR, {"id": "ve", "dates": "2023-04-19/2023-04-20"}])

    assert told([found]) == [
        ("DT103", "stops.ve.dates", "ve ends on 2023-04-20, but br starts on 2023-04-17 and the route has ve before br")
    ]


def test_a_tie_in_the_route_is_silent(judge: Callable[..., list[Finding]]) -> None:
    """Stops in an inner list have no order that days could contradict."""
    assert judge({"dates": "2023-04-17/2023-04-20", "route": [["ve", "br"]]}) == []


def test_an_agreement_outside_its_stop(judge: Callable[..., list[Finding]]) -> None:
    """A signature dated after the stop names the stop's dates."""
    agreement = {"id": "visas", "stop": "br", "parties": ["NZ", "BR"], "progress": "signed", "subject": "visas", "date": "2023-04-19"}

    (found,) = judge(agreements=[agreement])

    assert told([found]) == [("DT104", "agreements.visas.date", "the agreement visas is dated 2023-04-19, but br ends on 2023-04-18")]


def test_what_was_only_offered_may_be_dated_elsewhere(judge: Callable[..., list[Finding]]) -> None:
    """The day of an offer is no day of the stop."""
    agreement = {"id": "visas", "stop": "br", "parties": ["NZ", "BR"], "progress": "offered", "subject": "visas", "date": "2023-01-19"}

    assert judge(agreements=[agreement]) == []


def test_three_statements_that_clash(judge: Callable[..., list[Finding]]) -> None:
    """Stops that fill the trip leave no day for the one between them, though each two of the statements agree."""
    stops = [BR, {"id": "ni", "within": "2023-04-19/2023-04-19"}, {"id": "ve", "dates": "2023-04-18/2023-04-18"}]

    (found,) = judge({"dates": "2023-04-17/2023-04-20", "route": ["br", "ni", "ve"]}, stops)

    assert (found.code, found.field, len(found.related)) == ("DT103", "stops.ve.dates", 2)


def test_home_is_left_before_the_trip(judge: Callable[..., list[Finding]]) -> None:
    """Whoever leaves home after the first day abroad cannot have been there."""
    (found,) = judge({"dates": "2023-04-17/2023-04-18", "left_home": "2023-04-18"}, [BR])

    assert found.code == "DT105"
    assert "the traveller left home on 2023-04-18" in {found.message.split(",")[0], *(end.label for end in found.related)}


def test_a_meeting_outside_its_stop(judge: Callable[..., list[Finding]]) -> None:
    """A meeting in person lies in its stop; one by telephone need not."""
    meeting = {"person": "ana-lopez", "dates": "2023-04-20"}

    (found,) = judge(stops=[BR | {"met": [meeting]}])
    assert told([found]) == [("DT106", "stops.br.dates", "the meeting with ana-lopez ends on 2023-04-20, but br ends on 2023-04-18")]

    assert judge(stops=[BR | {"met": [meeting | {"channel": "phone"}]}]) == []


def test_two_stops_at_once(judge: Callable[..., list[Finding]]) -> None:
    """Two stays that share more than the day of travel are one finding; a side visit is none."""
    long = {"id": "br", "dates": "2023-04-17/2023-04-19"}

    (found,) = judge(stops=[long, {"id": "ve", "dates": "2023-04-18/2023-04-20"}])
    assert (found.code, found.record, {end.record for end in found.related}) == ("DT107", "one.ve", {"one.br", "one.ve"})

    assert judge(stops=[long, {"id": "ve", "dates": "2023-04-18/2023-04-18", "during": "br"}]) == []


def test_a_cancelled_stop_says_nothing(judge: Callable[..., list[Finding]]) -> None:
    """Nobody was on a stop that was cancelled, whatever days were planned for it."""
    assert judge(stops=[BR, {"id": "ve", "dates": "2023-05-01/2023-05-02", "status": "cancelled"}]) == []


def test_independent_errors_are_all_found(judge: Callable[..., list[Finding]]) -> None:
    """Two stops outside the trip are two findings in one run."""
    found = judge(stops=[{"id": "br", "dates": "2023-04-10/2023-04-11"}, {"id": "ve", "dates": "2023-04-22/2023-04-23"}])

    assert sorted((one.code, one.record) for one in found) == [("DT102", "one.br"), ("DT102", "one.ve")]


def test_a_stop_that_ends_before_it_starts_is_not_hidden(judge: Callable[..., list[Finding]]) -> None:
    """A trip and a stop whose days are exchanged are two findings, and neither is held against the other's days."""
    found = judge({"dates": "2024-05-20/2024-05-01"}, [{"id": "br", "dates": "2024-05-30/2024-05-29"}])

    assert told(found) == [
        ("DT101", "dates", "the trip ends on 2024-05-01, but the trip starts on 2024-05-20"),
        ("DT101", "stops.br.dates", "br ends on 2024-05-29, but br starts on 2024-05-30"),
    ]


def test_both_ends_of_a_stop_outside_its_trip(judge: Callable[..., list[Finding]]) -> None:
    """A stop that begins before its trip and ends after it is one finding that says both; one wholly after it is told once."""
    trip = {"dates": "2024-05-10/2024-05-20"}

    (both,) = judge(trip, [{"id": "br", "dates": "2024-05-01/2024-05-30"}])
    (after,) = judge(trip, [{"id": "br", "dates": "2024-05-25/2024-05-30"}])

    assert sorted(both.message.split(", and ")) == [
        "br ends on 2024-05-30, but the trip ends on 2024-05-20",
        "br starts on 2024-05-01, but the trip starts on 2024-05-10",
    ]
    assert [end.record for end in both.ends].count("one") == 2
    assert after.message == "br ends on 2024-05-30, but the trip ends on 2024-05-20"


@pytest.mark.parametrize("n_stops", [8, 60, 100])
def test_stops_that_all_last_the_whole_trip(judge: Callable[..., list[Finding]], n_stops: int) -> None:
    """Each is named with the first one, of very many the first twenty."""
    stops = [{"id": f"fr-{number}", "country": "FR", "dates": "2001-01-01/2001-12-31"} for number in range(n_stops)]

    found = judge({"dates": "2001-01-01/2001-12-31"}, stops)

    named = [(one.code, one.record, {end.record for end in one.ends}) for one in found]
    assert named == [("DT107", f"one.fr-{n}", {"one.fr-0", f"one.fr-{n}"}) for n in range(1, min(n_stops, 21))]


@pytest.mark.parametrize("days", [{"within": "2001-01-01/2001-12-31"}, {"dates": "2001-05"}, {"dates": "2001-05-01"}])
def test_many_stops_in_any_order(judge: Callable[..., list[Finding]], days: Written) -> None:
    """A hundred stops that may be in any order are sound, though not all orders can be tried."""
    stops = [{"id": f"fr-{number}", "country": "FR", **days} for number in range(100)]

    assert judge({"dates": "2001-01-01/2001-12-31"}, stops) == []


def test_many_errors_in_a_long_trip(judge: Callable[..., list[Finding]]) -> None:
    """Twenty stops of a hundred that lie outside the trip are all named."""
    starts = [date(2001, 1, 1) + timedelta(3 * number + (400 if number % 5 == 3 else 0)) for number in range(100)]
    stops = [{"id": f"fr-{number}", "country": "FR", "dates": f"{day}/{day + timedelta(2)}"} for number, day in enumerate(starts)]

    found = judge({"dates": "2001-01-01/2001-10-28", "route": [stop["id"] for stop in stops]}, stops)

    assert [(one.code, one.record) for one in found] == [("DT102", f"one.fr-{number}") for number in range(3, 100, 5)]


def test_the_tightest_bounds_of_a_stop_between_two_others(dataset: Callable[..., Dataset]) -> None:
    """A stop without dates has the days that its neighbours on the route leave it."""
    stops = [{"id": "br", "dates": "2023-04-17/2023-04-18"}, {"id": "ve"}, {"id": "ni", "dates": "2023-04-19"}]
    document = {"trip": {"dates": "2023-04-17/2023-04-20", "route": ["br", "ve", "ni"]}, "stops": stops}

    bounds = implied_days(Evidence(dataset(trips={"one": document}), date(2026, 11, 22)))["one.ve"]

    assert [date.fromordinal(day) for day in bounds[:4] if day] == [
        date(2023, 4, 18),
        date(2023, 4, 19),
        date(2023, 4, 18),
        date(2023, 4, 19),
    ]
