"""Stops and travellers in the many ways of saying that somebody goes on, has been, or comes too."""

from __future__ import annotations

import pytest
from tests.extract.parsing.test_trips import countries, trips_in

LEAD = "LIMA, March 6 (AA) -- Ghana's Foreign Minister Ama Darko held talks with Peruvian President Luis Quispe in Lima on Tuesday.\n\n"
"""A stop in Peru, before the sentence that a test is about."""

FURTHER_STOPS = {
    "She had been to Chile and, before it, to Bolivia.": {"CL", "BO"},
    "She will displace herself to Chile on Friday.": {"CL"},
    "She is on her way to Chile.": {"CL"},
    "She boarded a plane bound for Chile.": {"CL"},
    "Her delegation is headed for Chile.": {"CL"},
    "From Peru it is on to Chile.": {"CL"},
    "On Friday it is Chile's turn.": {"CL"},
    "The Chilean leg of the tour begins on Friday.": {"CL"},
    "Chile follows on Friday, Bolivia on Saturday.": {"CL", "BO"},
    "Chile and Bolivia are the others.": {"CL", "BO"},
    "The tour spans Chile and Bolivia.": {"CL", "BO"},
    "She added Chile to her itinerary.": {"CL"},
    "The first port of call, Chile, was difficult.": {"CL"},
    "She arrived in Peru from Chile on Monday.": {"CL"},
    "A helicopter brought the minister to La Paz on Monday.": {"BO"},
    "After stops in Chile and Bolivia, she came to Lima on Monday.": {"CL", "BO"},
    "The trip culminates with a summit in Santiago, Chile.": {"CL"},
    "She went to Chile for the fair and, at the end, to Bolivia.": {"CL", "BO"},
    "Friday: Santiago.\n\nSaturday: La Paz, Bolivia.": {"CL", "BO"},
}


@pytest.mark.parametrize(("sentence", "expected"), FURTHER_STOPS.items())
def test_a_later_sentence_adds_its_stops(sentence: str, expected: set[str]) -> None:
    """Whatever way a sentence says where the traveller goes or has been, its countries are stops beside the first."""
    main = trips_in(LEAD + sentence)[0]

    assert main.traveller.value == "Ama Darko"
    assert set(countries(main)) == {"PE"} | expected


NO_FURTHER_STOPS = (
    "Her aircraft stopped in Senegal to refuel.",
    "She may visit Chile next year.",
    "She flew via Paris.",
    "She was accompanied by the ambassador to Bolivia.",
    "She called on Chile to open its ports.",
    "She expressed concern over the fighting in Sudan on Monday.",
    "Will she also visit Chile?",
    "On the sidelines of the talks she met the Chilean foreign minister Pedro Rojas.",
    "A planned stop in Chile fell through.",
    "She will travel to Chile in September.",
    "The Foreign Minister of Chile, Pedro Rojas, attended the talks in Lima.",
)


@pytest.mark.parametrize("sentence", NO_FURTHER_STOPS)
def test_a_later_sentence_adds_no_stop(sentence: str) -> None:
    """Halts for fuel, hopes, questions, topics, hosts met elsewhere and journeys months later add nothing."""
    assert countries(trips_in(LEAD + sentence)[0]) == ["PE"]


def test_two_guests_of_one_host_both_travel() -> None:
    """Two people who come to the same place from different countries have a main journey each."""
    text = (
        "LIMA -- Two guests in one day: Poland's foreign minister Piotr Kowal and Denmark's foreign minister Lars Holm both came to Lima "
        "on Tuesday. Kowal arrived from Quito and goes on to La Paz. Holm had been in Santiago and flies home tonight."
    )

    found = {trip.traveller.value: set(countries(trip)) for trip in trips_in(text) if trip.main}

    assert found == {"Piotr Kowal": {"PE", "EC", "BO"}, "Lars Holm": {"PE", "CL"}}


def test_a_host_who_travels_later_is_not_the_traveller() -> None:
    """The article stays about the guest of its first sentence, wherever the host goes afterwards."""
    main = trips_in(LEAD + "Quispe leaves for Chile on Friday.")[0]

    assert main.traveller.value == "Ama Darko"
    assert countries(main) == ["PE"]


def test_a_relative_clause_is_about_the_name_before_it() -> None:
    """Who paid a visit is the one named before *who*, though only an object of the sentence."""
    text = "Roads have to wait, Peruvian President Luis Quispe told Ghana's Foreign Minister Ama Darko, who paid a one-day visit to Peru."

    main = trips_in(text)[0]

    assert main.traveller.value == "Ama Darko"
    assert countries(main) == ["PE"]


def test_the_town_of_the_dateline_is_where_the_guest_is() -> None:
    """Where no other town of the stop is named, the place of the dateline is it."""
    main = trips_in("LIMA, March 6 (AA) -- Ghana's Foreign Minister Ama Darko arrived in Peru on Tuesday.")[0]

    assert [place.value for place in main.stops[0].places] == ["Lima"]
