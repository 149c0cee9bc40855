"""Families of phrasings for the days, the order and the status of journeys: each member gives what the others give."""

from __future__ import annotations

import pytest
from tests.extract.parsing.test_trips import trips_in

N = "Ghana's Foreign Minister Ama Darko "
"""The traveller of every sentence; all are of Wednesday 6 March 2024."""

ENDS = (
    "She will stay until Friday.",
    "She leaves on Friday.",
    "She is due to leave on Friday.",
    "She will leave the country on Friday.",
    "She returns to Accra on Friday.",
    "She is to fly back to Ghana on Friday.",
    "She is expected back in Accra on Friday.",
    "She goes home on Friday.",
    "She will be in the country until Friday.",
    "Friday is the last day of her visit.",
    "Her visit lasts until Friday.",
    "The trip winds up on Friday.",
    "The visit, which ends on Friday, is her first.",
)


@pytest.mark.parametrize("words", ENDS)
def test_each_way_of_ending_a_visit_gives_its_last_day(words: str) -> None:
    """However a report says when a visit ends, the stop and the journey end on that day, and both have begun."""
    (main,) = trips_in(f"{N}arrived in Lima on Monday. {words}")

    assert str(main.first_day.value if main.first_day else "") == "2024-03-04"
    assert str(main.last_day.value if main.last_day else "") == "2024-03-08"
    assert str(main.stops[0].last_day.value if main.stops[0].last_day else "") == "2024-03-08"
    assert main.status.value == "under-way"


HOME = (
    "She left on Tuesday.",
    "She returned home on Tuesday.",
    "She flew back to Ghana on Tuesday.",
    "She arrived back in Accra on Tuesday.",
    "She left for home on Tuesday.",
    "She wrapped up her visit on Tuesday.",
    "The visit came to an end on Tuesday.",
)


@pytest.mark.parametrize("words", HOME)
def test_whoever_has_left_has_completed_the_journey(words: str) -> None:
    """However a report says that somebody is gone, the journey is over on that day."""
    (main,) = trips_in(f"{N}arrived in Lima on Monday. {words}")

    assert str(main.last_day.value if main.last_day else "") == "2024-03-05"
    assert main.status.value == "completed"


COUNTED = {
    "met President Luis Quispe in Lima on Wednesday, the second day of a three-day visit to Peru.": ("2024-03-05", "2024-03-07"),
    "told reporters in Lima on Wednesday, the second and last day of her visit to Peru, that fish was cheap.": ("2024-03-05", "2024-03-06"),
}


@pytest.mark.parametrize(("words", "days"), COUNTED.items())
def test_the_number_of_a_day_gives_the_edges_of_the_visit(words: str, days: tuple[str, str]) -> None:
    """The second day of a visit tells when it began, the last one when it ends."""
    (main,) = trips_in(f"{N}{words}")

    assert (str(main.first_day.value if main.first_day else ""), str(main.last_day.value if main.last_day else "")) == days


ROUTES = {
    "will visit Peru first, then Chile, finally Bolivia.": "pe>cl>bo",
    "will visit Peru before heading to Chile and then Bolivia.": "pe>cl>bo",
    "will visit Peru, Chile and Bolivia, in that order.": "pe>cl>bo",
    "begins her tour in Peru, goes on to Chile and winds it up in Bolivia.": "pe>cl>bo",
    "flew to Lima on Monday. Before that she had been to Chile and, before it, to Bolivia.": "bo>cl>pe",
    "visited Peru last week. It was the last leg of a tour that had taken her to Chile.": "cl>pe",
    "flew to Peru on Tuesday, wrapping up a tour that also took her to Chile.": "cl>pe",
    "arrived in Lima on Tuesday, coming from Santiago de Chile.": "cl>pe",
    "is in Peru. On Thursday she travels on to Chile and on Saturday to Bolivia.": "pe>cl>bo",
    "will visit Peru, Chile and Bolivia.": "",
}


@pytest.mark.parametrize(("words", "expected"), ROUTES.items())
def test_each_word_of_sequence_gives_the_route(words: str, expected: str) -> None:
    """Ordinals, words that point back, participles and days give an order; a list alone gives none."""
    main = trips_in(N + words)[0]
    is_stated = main.route_evidence is not None and main.route_evidence.basis == "stated"

    assert (">".join("+".join(sorted(level)) for level in main.route) if is_stated else "") == expected


STATUSES = {
    "is visiting Peru this week.": "under-way",
    "is on a tour of Peru and Chile.": "under-way",
    "arrived in Lima on Monday. A meeting with President Luis Quispe set for Tuesday was called off.": "under-way",
    "has decided against going to Peru. The trip was cancelled on Tuesday.": "cancelled",
    "has put her trip to Peru on hold, an aide said. It was to have begun on Thursday.": "postponed",
    "will travel to Peru from 7 to 9 March. The trip had been planned for January and was put off because the minister was ill.": "planned",
    "broke off her tour of Peru and Chile on Tuesday and left for home.": "completed",
    "is back from Peru. She had gone there on Sunday.": "completed",
}


@pytest.mark.parametrize(("words", "expected"), STATUSES.items())
def test_each_way_of_telling_how_far_it_is_gives_the_status(words: str, expected: str) -> None:
    """What goes on, was called off, put off, broken off or is over is told apart."""
    assert trips_in(N + words)[0].status.value == expected


def test_who_moves_on_leaves_the_stop_before() -> None:
    """The day on which somebody flies on is the last one of the stop before; what somebody only reaches is not."""
    (flown,) = trips_in(f"{N}arrived in Lima on Monday. On Tuesday she flew on to Santiago, Chile.")
    (reached,) = trips_in(f"{N}landed in Lima on Monday. On Tuesday she was in Santiago, Chile.")

    assert str(flown.stops[0].last_day.value if flown.stops[0].last_day else "") == "2024-03-05"
    assert reached.stops[0].last_day is None


def test_a_range_that_holds_the_days_of_the_other_stops_is_of_the_journey() -> None:
    """A range at the end of a list of visits is that of the whole journey, and the stop beside it is the last one."""
    main = trips_in(
        f"{N}will visit Peru and Chile and attend a summit in Bolivia from March 7 to 14.\n\n"
        "The visit to Peru takes place on March 7-9. From March 9 to 11 the minister will be in Chile."
    )[0]

    assert (str(main.first_day.value if main.first_day else ""), str(main.last_day.value if main.last_day else "")) == (
        "2024-03-07",
        "2024-03-14",
    )
    assert main.route == (("pe",), ("cl",), ("bo",))
