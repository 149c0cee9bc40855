"""For which country an official acts, where no title beside the name says it; each in invented sentences."""

from __future__ import annotations

import pytest

from diplotrips.extract.parsing.article import Article
from diplotrips.extract.parsing.people.inventory import find_people
from diplotrips.extract.parsing.places.mentions import find_places
from diplotrips.extract.parsing.segmenting.layout import take_apart


def countries(text: str) -> dict[str, str]:
    """Return the country of each person of *text* by surname."""
    layout = take_apart(Article(text))
    return {person.surname: person.country for person in find_people(layout, find_places(layout)).persons}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Swedish prime minister goes to Peru\n\nPrime Minister Lars Ekman landed in Lima on Monday.", "SE"),
        ("Prime Minister Lars Ekman landed in Lima on Monday. It is the first visit by a Swedish prime minister.", "SE"),
        ("Prime Minister Lars Ekman landed in Lima on Monday. The Swedish leader stays two days.", "SE"),
        ("STOCKHOLM, May 4 (Norra) - Prime Minister Lars Ekman will leave for Peru on Monday.", "SE"),
        ("Sweden wants more trade, its foreign minister, Lars Ekman, said here on Monday.", "SE"),
        ("A Swedish delegation led by Trade Minister Lars Ekman paid a visit to Peru.", "SE"),
        ("Foreign Minister Lars Ekman was in Lima. On Friday Ekman returned to Stockholm.", "SE"),
        ("Foreign Minister Lars Ekman was in Lima. The minister is expected back in Stockholm on Friday.", "SE"),
        ("Sweden.\n\nForeign Minister Lars Ekman travelled to Lima on 11 July.", "SE"),
        ("Minister Lars Ekman flew to Lima. Sweden's exports have fallen. The Swedish press was not told, Ekman said.", "SE"),
        ("Sweden's Lars Ekman arrived in Lima on Monday.", "SE"),
    ],
)
def test_country_of_the_office(text: str, country: str) -> None:
    """A country follows from other mentions of the office, the dateline, the way home, or what the article is about; else none."""
    assert countries(text)["Ekman"] == country


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "STOCKHOLM, May 4 (Norra) - Prime Minister Lars Ekman will see President Ana Rojas in Lima on Monday.",
            {"Ekman": "SE", "Rojas": "PE"},
        ),
        (
            "Swedish Prime Minister Lars Ekman flies to Peru, where President Ana Rojas expects him.",
            {"Ekman": "SE", "Rojas": "PE"},
        ),
        (
            "Sweden's finance minister, Lars Ekman, stayed at home and sent his deputy, Pia Holm, to Lima.",
            {"Ekman": "SE", "Holm": "SE"},
        ),
        (
            "STOCKHOLM, May 4 (Norra) - Swedish Foreign Minister Lars Ekman met his counterpart Ana Rojas.",
            {"Ekman": "SE", "Rojas": ""},
        ),
        (
            "LIMA, May 4 (Norra) - Swedish Foreign Minister Lars Ekman arrived in Lima. UN Secretary-General Ida Bruun was there.",
            {"Ekman": "SE", "Bruun": ""},
        ),
    ],
)
def test_hosts_and_companions(text: str, expected: dict[str, str]) -> None:
    """A host is of the place where one meets, a deputy of the superior's country; a counterpart is not of the traveller's."""
    assert countries(text) == expected


def test_no_country_from_a_destination() -> None:
    """An official without any hint has no country, least of all the one travelled to."""
    assert countries("LIMA, May 4 (Norra) - Foreign Minister Lars Ekman arrived in Lima on Monday.")["Ekman"] == ""
