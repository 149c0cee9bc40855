"""Journeys found in short invented reports: who travels, where to, and what is no stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.extract.parsing.synthetic import Case, extract

if TYPE_CHECKING:
    from diplotrips.extract.parsing.found import FoundTrip


def trips_in(text: str, published: str = "2024-03-06") -> tuple[FoundTrip, ...]:
    """Return the journeys found in *text*, a report of *published*, a Wednesday unless another day is given."""
    return extract(Case("written", published, text, {})).trips


def countries(trip: FoundTrip) -> list[str]:
    """Return the countries of the stops."""
    return [stop.country.value for stop in trip.stops]


STOPS = {
    "Ghana's Foreign Minister Ama Darko will visit Cuba, Mexico and Peru next week.": ["CU", "MX", "PE"],
    "Ghana's Foreign Minister Ama Darko arrived in Lima on Tuesday.": ["PE"],
    "Foreign Minister Ama Darko of Ghana is in Peru for talks on fish.": ["PE"],
    "A two-day visit to Peru by Ghana's Foreign Minister Ama Darko begins on Thursday.": ["PE"],
    "Ghana's Foreign Minister Ama Darko left for Peru on Tuesday.": ["PE"],
    "Peru opens the tour of Ghana's Foreign Minister Ama Darko, who then travels on to Chile.": ["PE", "CL"],
    "In Peru on Tuesday, Ghana's Foreign Minister Ama Darko met President Luis Quispe.": ["PE"],
    "The first stop of Ghana's Foreign Minister Ama Darko is Peru, and the tour ends in Chile.": ["PE", "CL"],
    "After talks in Peru, Ghana's Foreign Minister Ama Darko flew to Chile on Tuesday.": ["PE", "CL"],
    "Coming from Peru, Ghana's Foreign Minister Ama Darko reached Santiago, the Chilean capital, on Tuesday evening.": ["PE", "CL"],
    "Ghana's Foreign Minister Ama Darko met Peruvian President Luis Quispe in Lima on Tuesday.": ["PE"],
    "Ghana's Foreign Minister Ama Darko begins a tour of three countries in Peru on Thursday.": ["PE"],
}


@pytest.mark.parametrize(("text", "expected"), STOPS.items())
def test_each_way_of_saying_it_gives_the_stops(text: str, expected: list[str]) -> None:
    """However a report says that somebody goes to a country, that country is a stop."""
    main = trips_in(text)[0]

    assert main.main
    assert main.traveller.value == "Ama Darko"
    assert countries(main) == expected


NO_STOPS = {
    "Ghana's Foreign Minister Ama Darko will visit Peru but not Chile next week.": "CL",
    "Ghana's Foreign Minister Ama Darko flew to Peru on Tuesday and returned to Accra on Wednesday.": "GH",
    "Ghana's Foreign Minister Ama Darko flew to Peru on Tuesday. She spoke by telephone with her Chilean counterpart.": "CL",
    "Ghana's Foreign Minister Ama Darko flew to Peru on Tuesday. She had been invited to visit Chile as well.": "CL",
    "Ghana's Foreign Minister Ama Darko flew to Peru on Tuesday. Her aircraft made a refuelling stop in Senegal.": "SN",
    "Ghana's Foreign Minister Ama Darko flew to Peru on Tuesday. Possible further destinations include Chile.": "CL",
    "Ghana's Foreign Minister Ama Darko flew to Peru on Tuesday. Peru sells copper to China and to Japan.": "CN",
    "Ghana's Foreign Minister Ama Darko flew to Peru on Tuesday. She visited Chile in 2019.": "CL",
    "Ghana's Foreign Minister Ama Darko flew to Peru on Tuesday. A British delegation visited Chile on Monday.": "CL",
    "Ghana's Foreign Minister Ama Darko flew to Peru on Tuesday. She was to have gone on to Chile.": "CL",
}


@pytest.mark.parametrize(("text", "other"), NO_STOPS.items())
def test_what_only_looks_like_a_stop_is_none(text: str, other: str) -> None:
    """Negation, home, calls, invitations, halts for fuel, wishes, trade, earlier visits and other people's make no stop."""
    main = trips_in(text)[0]

    assert "PE" in countries(main)
    assert other not in countries(main)


def test_towns_stand_with_their_stops() -> None:
    """A town where the traveller is belongs to its country; one that is only named as somebody's seat does not."""
    (main,) = trips_in(
        "Ghana's Foreign Minister Ama Darko landed in Cusco, Peru, on Tuesday. Santiago was silent. On Thursday she flies to Chile."
    )

    assert [[town.value for town in stop.places] for stop in main.stops] == [["Cusco"], []]


def test_the_spokesman_is_not_the_traveller() -> None:
    """Who announces a journey does not make it."""
    (main,) = trips_in("Foreign Minister Ama Darko of Ghana will go to Peru on Thursday, spokesman Kofi Mensah said in Accra.")

    assert main.traveller.value == "Ama Darko"
    assert countries(main) == ["PE"]


def test_a_host_is_not_the_traveller() -> None:
    """Who receives somebody in his own country has not travelled; his guest has."""
    (main,) = trips_in(
        "Peruvian President Luis Quispe received Ghana's Foreign Minister Ama Darko in Lima on Tuesday. Darko's visit ends on Thursday."
    )

    assert main.traveller.value == "Ama Darko"
    assert countries(main) == ["PE"]


def test_somebody_elses_journey_is_only_mentioned() -> None:
    """The visit of another official is a trip of its own, and not the main one."""
    main, other = trips_in(
        "Ghana's Foreign Minister Ama Darko flew to Peru on Tuesday. She will meet President Luis Quispe in Lima.\n\n"
        "Norwegian Prime Minister Kari Holm visited Chile in January."
    )

    assert (main.traveller.value, main.main, countries(main)) == ("Ama Darko", True, ["PE"])
    assert (other.traveller.value, other.main, countries(other)) == ("Kari Holm", False, ["CL"])
    assert str(other.within.value if other.within else "") == "2024-01"


def test_counterparts_are_those_met_at_the_stop() -> None:
    """Officials of the country whom the traveller meets there are named at the stop."""
    (main,) = trips_in("Ghana's Foreign Minister Ama Darko met Peruvian President Luis Quispe in Lima on Tuesday.")

    assert [(one.person, one.country, one.capacity) for one in main.stops[0].met] == [("Luis Quispe", "PE", "in-office")]


def test_the_number_of_countries_and_the_region_are_kept() -> None:
    """A stated number of countries and the region stand with the trip, also where only one country is named."""
    (main,) = trips_in("Ghana's Foreign Minister Ama Darko begins a four-nation tour of Latin America in Peru on Thursday.")

    assert main.n_countries is not None
    assert main.n_countries.value == 4
    assert main.region is not None
    assert main.region.value == "Latin America"


def test_a_report_without_a_journey_gives_none() -> None:
    """Countries and officials alone make no trip."""
    assert trips_in("Ghana's Foreign Minister Ama Darko said on Tuesday that Peru and Chile were friends of her country.") == ()
