"""First and last days of stops and journeys, with how they follow."""

from __future__ import annotations

import pytest
from tests.extract.parsing.test_trips import trips_in

START = "Ghana's Foreign Minister Ama Darko "
JOURNEYS = {
    "will visit Peru and Chile from March 11 to 15.": ("2024-03-11", "2024-03-15"),
    "begins a four-day tour of Peru and Chile on Monday.": ("2024-03-11", "2024-03-14"),
    "sets out on Thursday for Peru and Chile.": ("2024-03-07", ""),
    "wrapped up a three-day visit to Latin America on Tuesday, visiting Peru and Chile.": ("2024-03-03", "2024-03-05"),
    "will be in Peru from March 11 to 13 and in Chile from March 13 to 15.": ("2024-03-11", "2024-03-15"),
    "landed in Lima on Monday. On Friday she flies to Chile.": ("2024-03-04", ""),
}


@pytest.mark.parametrize(("text", "expected"), JOURNEYS.items())
def test_days_of_the_journey(text: str, expected: tuple[str, str]) -> None:
    """A range, a start with a length, an end with a length, or the stops give the days of the journey."""
    main = trips_in(START + text)[0]
    first, last = expected

    assert (str(main.first_day.value) if main.first_day else "") == first
    assert (str(main.last_day.value) if main.last_day else "") == last


def test_a_length_gives_the_end_as_derived() -> None:
    """An end that is counted from a start says so, and rests on both passages."""
    (main,) = trips_in(START + "begins a four-day tour of Peru and Chile on Monday.")

    assert main.last_day is not None
    assert main.last_day.evidence.basis == "derived"
    assert main.last_day.evidence.rule == "start-and-length"
    assert len(main.last_day.evidence.spans) == 2


def test_a_window_is_within() -> None:
    """A window in which the whole journey lies is neither its first nor its last day."""
    (main,) = trips_in(START + "will visit Peru and Chile in the second half of April.")

    assert main.first_day is None
    assert main.within is not None
    assert str(main.within.value) == "2024-04-16/2024-04-30"


def test_an_arrival_opens_the_stay_and_a_meeting_is_a_day_seen() -> None:
    """The day of landing is the first day; a day on which something happens there ends nothing."""
    main = trips_in(START + "landed in Lima on Sunday. On Monday she met President Luis Quispe in Lima. She will visit Chile on Friday.")[0]
    peru, chile = main.stops

    assert str(peru.first_day.value if peru.first_day else "") == "2024-03-03"
    assert [str(day.value) for day in peru.seen] == ["2024-03-04"]
    assert [str(day.value) for day in chile.seen] == ["2024-03-08"]


def test_a_range_of_one_stop_is_not_that_of_the_journey() -> None:
    """The days beside one country are those of that stop."""
    main = trips_in(START + "will visit Peru from March 11 to 13, and then travel to Chile.")[0]
    peru, chile = main.stops

    assert (str(peru.first_day.value if peru.first_day else ""), str(peru.last_day.value if peru.last_day else "")) == (
        "2024-03-11",
        "2024-03-13",
    )
    assert chile.first_day is None
    assert main.last_day is None


def test_the_day_of_an_announcement_is_no_day_of_the_journey() -> None:
    """A day beside a verb of saying is when it was said."""
    (main,) = trips_in(START + "will visit Peru, the ministry announced on Tuesday.")

    assert main.first_day is None
    assert main.stops[0].seen == ()
