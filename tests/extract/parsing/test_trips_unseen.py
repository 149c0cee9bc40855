"""Days and sequences in phrasings that news pages use and earlier examples do not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.extract.parsing.test_trips import trips_in

if TYPE_CHECKING:
    from diplotrips.extract.parsing.found import Found
    from diplotrips.schema.dates.edtf import EdtfDate

START = "Ghana's Foreign Minister Ama Darko "


def _day(found: Found[EdtfDate] | None) -> str:
    return str(found.value) if found else ""


def _stays(text: str) -> dict[str, tuple[str, str]]:
    return {stop.country.value: (_day(stop.first_day), _day(stop.last_day)) for stop in trips_in(text)[0].stops}


def test_a_list_of_dated_goals_gives_no_ends() -> None:
    """The day on which the next goal of one verb is reached does not end the stay before."""
    stays = _stays(START + "travelled to Peru on 26 February, to Chile on 28 February and to Bolivia on 1 March.")

    assert stays == {"PE": ("2024-02-26", ""), "CL": ("2024-02-28", ""), "BO": ("2024-03-01", "")}


def test_the_end_of_the_journey_is_not_that_of_the_last_stop() -> None:
    """A range of the whole journey says nothing about how long the last of several stops lasts."""
    stays = _stays(START + "will visit Peru and Chile from March 11 to 15. She will start in Peru and then fly to Chile.")

    assert stays["CL"][1] == ""


@pytest.mark.parametrize("words", ["at the start of a three-day visit", "at the outset of her official visit", "as she began a visit"])
def test_a_day_of_saying_at_the_start_of_a_visit_begins_it(words: str) -> None:
    """What is said on a day at the start of a visit dates the visit."""
    main = trips_in(START + f"said on Monday {words} to Peru that trade would grow.")[0]

    assert _day(main.first_day) == "2024-03-04"


def test_a_day_of_saying_alone_dates_nothing() -> None:
    """The day of a statement about a visit is none of its days."""
    main = trips_in(START + "said on Monday that she would visit Peru.")[0]

    assert _day(main.first_day) == ""


def test_a_day_spent_somewhere_is_the_whole_stay() -> None:
    """Whoever spends a day in a place arrives and leaves on it."""
    stays = _stays(START + "will spend Thursday in Peru and Friday and Saturday in Chile.")

    assert stays["PE"] == ("2024-03-07", "2024-03-07")


def test_a_day_in_a_clause_about_somebody_else_is_no_day_of_the_visit() -> None:
    """What a host did on a day, told behind *who*, dates no stop."""
    main = trips_in(START + "will visit Peru and Chile. In Lima she will see President Luis Quispe, who won the vote on January 28.")[0]

    assert all(not stop.first_day and not stop.seen for stop in main.stops)


def test_the_day_of_taking_office_is_no_day_of_the_visit() -> None:
    """A government that takes office on a day is no guest on it."""
    main = trips_in(START + "will visit Peru and Chile. In Peru, the new government takes office on March 11.")[0]

    assert all(not stop.first_day and not stop.seen for stop in main.stops)


def test_a_visit_left_after_its_length_began_that_much_before() -> None:
    """The day of leaving and the length of the visit give the day of arrival there, not that of the journey's end."""
    stays = _stays(START + "left Peru on Sunday for Chile after a two-day visit.")

    assert stays["PE"] == ("2024-03-02", "2024-03-03")


def test_each_stop_with_a_day_of_its_own_gives_both_ends_of_the_journey() -> None:
    """One sentence with a day for each stop tells when the journey begins and ends."""
    main = trips_in(START + "will pay an official visit to Peru on 11 March and to Chile on 12 March.")[0]

    assert (_day(main.first_day), _day(main.last_day)) == ("2024-03-11", "2024-03-12")


def test_an_agenda_before_a_colon_names_stops_with_their_days() -> None:
    """Places with days before a colon are stops, and the days theirs."""
    main = trips_in("Lima on Thursday, Santiago on Friday: " + START + "leaves for two countries this week.")[0]

    assert {stop.country.value: str(stop.seen[0].value) for stop in main.stops} == {"PE": "2024-03-07", "CL": "2024-03-08"}


def test_places_before_a_colon_without_travel_are_no_stops() -> None:
    """Countries that an opinion is about are none that somebody visits."""
    main = trips_in(START + "will visit Chile. Peru, Bolivia, Brazil: everybody wants the lithium.")[0]

    assert [stop.country.value for stop in main.stops] == ["CL"]


def test_steps_of_one_sentence_follow_each_other() -> None:
    """Verbs one after another, the first two of them of sequence, give the order of all their places."""
    main = trips_in(
        START + "will visit Chile, Peru and Bolivia. She begins in Lima, continues to Chile on Friday and spends a day in Bolivia."
    )[0]

    assert main.route == (("pe",), ("cl",), ("bo",))


def test_a_relative_clause_between_commas_does_not_part_a_place_from_its_day() -> None:
    """The day of the main clause is of the place at its head, whatever stands between."""
    main = trips_in(
        START + "toured Peru and Chile. In Chile, which Darko reached after Peru, Chilean President Rosa Tapia received her on March 1."
    )[0]
    chile = next(stop for stop in main.stops if stop.country.value == "CL")

    assert "2024-03-01" in {_day(chile.first_day), *(str(day.value) for day in chile.seen)}


@pytest.mark.parametrize("word", ["Barely", "Freshly", "Scarcely"])
def test_an_adverb_at_the_head_of_a_sentence_is_nobody(word: str) -> None:
    """The first word of a sentence is no traveller because a verb of motion follows."""
    main = trips_in(f"{word} landed in Lima, " + START + "met President Luis Quispe. She will also visit Chile.")[0]

    assert main.traveller.value == "Ama Darko"


def test_his_host_is_no_verb() -> None:
    """A host who is told something leaves the place to the one who speaks."""
    main = trips_in(START + "arrived in Peru on Monday. Darko told her host, Luis Quispe, in the city of Cusco that trade would grow.")[0]

    assert "Cusco" in [place.value for place in main.stops[0].places]
