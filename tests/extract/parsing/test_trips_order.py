"""The order of travel: what states it, and that a list does not."""

from __future__ import annotations

import pytest
from tests.extract.parsing.test_trips import trips_in

START = "Ghana's Foreign Minister Ama Darko "
ROUTES = {
    "landed in Peru on Monday and flew to Chile on Tuesday.": (("pe",), ("cl",)),
    "will visit Peru, Chile and Cuba next week. Cuba is the first stop.": (("cu",), ("pe", "cl")),
    "will visit Peru, Chile and Cuba next week. The tour ends in Cuba.": (("pe", "cl"), ("cu",)),
    "flew to Chile on Tuesday after a visit to Peru.": (("pe",), ("cl",)),
    "will go to Peru before travelling to Chile.": (("pe",), ("cl",)),
    "arrived in Peru on Tuesday. From there she will continue to Chile and Cuba.": (("pe",), ("cl", "cu")),
    "visited Peru on Monday. She will also go to Chile and Cuba.": (("pe",), ("cl", "cu")),
    "flies to Peru, then to Chile and finally to Cuba.": (("pe",), ("cl",), ("cu",)),
    "left Peru for Chile on Tuesday.": (("pe",), ("cl",)),
}


@pytest.mark.parametrize(("text", "route"), ROUTES.items())
def test_a_stated_sequence_is_the_route(text: str, route: tuple[tuple[str, ...], ...]) -> None:
    """Days, ordinals, words of sequence and what is past or ahead order the stops; those of equal rank stand together."""
    main = trips_in(START + text)[0]

    assert main.route == route
    assert main.route_evidence is not None
    assert main.route_evidence.basis == "stated"


def test_a_list_is_no_order() -> None:
    """The members of a list keep the order of the words, and the basis says that it is a list."""
    (main,) = trips_in(START + "will visit Peru, Chile and Cuba next week.")

    assert main.route == (("pe",), ("cl",), ("cu",))
    assert main.route_evidence is not None
    assert main.route_evidence.basis == "list"


def test_dates_count_more_than_the_list() -> None:
    """Where the days contradict the order of the list, the days hold."""
    (main,) = trips_in(START + "will visit Peru and Chile. She arrives in Chile on 10 March and in Peru on 12 March.")

    assert main.route == (("cl",), ("pe",))


def test_one_stop_has_no_route() -> None:
    """A visit to one country has no order."""
    (main,) = trips_in(START + "will visit Peru next week.")

    assert main.route == ()
    assert main.route_evidence is None
