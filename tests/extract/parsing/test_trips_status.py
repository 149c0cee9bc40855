"""How far a journey is as of the report."""

from __future__ import annotations

import pytest
from tests.extract.parsing.test_trips import trips_in

START = "Ghana's Foreign Minister Ama Darko "
STATUSES = {
    "will visit Peru and Chile next week.": "planned",
    "flies to Peru on Thursday.": "planned",
    "arrived in Peru on Tuesday and will go on to Chile.": "under-way",
    "is in Peru and will go on to Chile.": "under-way",
    "left on Tuesday for a tour that will take her to Peru and Chile.": "under-way",
    "wrapped up a visit to Peru and Chile on Sunday.": "completed",
    "visited Peru from February 5 to 7.": "completed",
    "returned on Sunday from a visit to Peru and Chile.": "completed",
    "has called off her visit to Peru, her office said on Tuesday.": "cancelled",
    "cancelled a trip to Peru and Chile because of a strike.": "cancelled",
    "has postponed her visit to Peru indefinitely.": "postponed",
    "has postponed her visit to Peru until March 20.": "planned",
}


@pytest.mark.parametrize(("text", "status"), STATUSES.items())
def test_status_as_of_the_report(text: str, status: str) -> None:
    """What is called off comes first, then what is over, begun, and ahead; put off to a day is planned."""
    assert trips_in(START + text)[0].status.value == status


def test_a_headline_in_the_present_tense_is_no_evidence() -> None:
    """A headline that says *visits* does not make a planned journey one under way."""
    (main,) = trips_in("Darko visits Peru\n\nGhana's Foreign Minister Ama Darko will go to Peru on Friday, her office said.")

    assert main.status.value == "planned"


def test_a_dropped_leg_does_not_cancel_the_journey() -> None:
    """A stop that is struck off is none, and the rest of the journey goes on."""
    main = trips_in(START + "arrived in Peru on Tuesday after scrapping a stop in Chile. On Friday she will go on to Cuba.")[0]

    assert main.status.value == "under-way"
    assert [stop.country.value for stop in main.stops] == ["PE", "CU"]
