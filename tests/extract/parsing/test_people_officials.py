"""Officials whose office stands elsewhere than beside the name, and names that are hard to see; each in invented sentences."""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest

from diplotrips.extract.parsing.article import Article
from diplotrips.extract.parsing.mentions import People, Role
from diplotrips.extract.parsing.people.inventory import find_people
from diplotrips.extract.parsing.places.mentions import find_places
from diplotrips.extract.parsing.segmenting.layout import take_apart


def people_of(text: str) -> People:
    """Return the people of *text*."""
    layout = take_apart(Article(text))
    return find_people(layout, find_places(layout))


def offices(text: str) -> dict[str, tuple[str, str]]:
    """Return office and country of each person of *text* by surname."""
    return {person.surname: (person.office, person.country) for person in people_of(text).persons}


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("Hong Kong Chief Executive", "chief-executive-of-territory"),
        ("EU foreign policy chief", "high-representative"),
        ("the EU's top diplomat,", "high-representative"),
        ("the secretary-general of the United Nations,", "secretary-general"),
        ("UN scribe", "secretary-general"),
        ("Polish armed forces minister", "defence-minister"),
        ("the Minister of the Businesses Foreigners of Angola,", "foreign-minister"),
        ("the head of the Angolan diplomacy,", "foreign-minister"),
        ("Chinese vice premier", "deputy-prime-minister"),
        ("IMF chief", "head-of-agency"),
        ("European Commission President", "commission-president"),
        ("Japanese crown prince", "crown-prince"),
        ("the president's special envoy,", "special-envoy"),
    ],
)
def test_office_of_the_title(title: str, office: str) -> None:
    """Titles in the words of agencies, papers and machine translations come to a code of the list of offices."""
    (person,) = (
        people_of(f"On Monday {title} Lars Ekman, landed in Lima.").persons
        if title.endswith(",")
        else people_of(f"On Monday {title} Lars Ekman landed in Lima.").persons
    )
    assert (person.name, person.office) == ("Lars Ekman", office)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The presidents of the region met. Presidents Juan Paz of Bolivia, Ana Rojas of Peru and Luis Mora of Chile signed.",
            {"Paz": ("president", "BO"), "Rojas": ("president", "PE"), "Mora": ("president", "CL")},
        ),
        (
            "The foreign ministers of Sweden and Latvia are in Tbilisi. Lars Ekman and Ilze Ozola arrived on Monday.",
            {"Ekman": ("foreign-minister", "SE"), "Ozola": ("foreign-minister", "LV")},
        ),
        (
            "The king received the chancellors of Chile and of Serbia. The Chilean, Juan Paz, left. The Serbian, Mira Savic, stayed.",
            {"Paz": ("chancellor", "CL"), "Savic": ("chancellor", "RS")},
        ),
        (
            "Sweden's Lars Ekman arrived in Lima last night. The prime minister opens a fair.",
            {"Ekman": ("prime-minister", "SE")},
        ),
        (
            "Our Prime Minister has been to Lima. Lars Ekman likes it there. Nobody asked Mr Ekman why.",
            {"Ekman": ("prime-minister", "")},
        ),
    ],
)
def test_office_from_elsewhere(text: str, expected: dict[str, tuple[str, str]]) -> None:
    """A title of several goes to each of them in turn; a bare office goes to whoever is named without one."""
    assert offices(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Why I go\n\nBy Lars Ekman, Foreign Minister of Sweden\n\nNext week I will travel to Peru. My aim is trade.",
        "Next week I will travel to Peru. My aim is trade.\n\nLars Ekman\nForeign Minister of Sweden",
        "Next week I will travel to Peru. My aim is trade.\n\nLars Ekman is Foreign Minister of Sweden.",
    ],
)
def test_first_person(text: str) -> None:
    """`I` outside marks is the official who signs the text, who then is no mere author."""
    people = people_of(text)
    (person,) = people.persons
    said = [text[each.span.start : each.span.end] for each in people.mentions if each.kind == "pronoun"]
    assert (person.name, person.office, person.is_author, said) == ("Lars Ekman", "foreign-minister", False, ["I", "My"])


def test_first_person_of_nobody() -> None:
    """`I` in a column by somebody without an office is nobody's reference."""
    text = "By Pia Holm\n\nI saw the minister. My neighbour did not.\n\nSwedish Foreign Minister Lars Ekman went on to Peru."
    assert [each.kind for each in people_of(text).mentions if each.kind == "pronoun"] == []


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_accents_of_either_kind(form: Literal["NFC", "NFD"]) -> None:
    """A name with its accents as letters of their own is one name, whole."""
    text = unicodedata.normalize(form, "Serbian Foreign Minister Živorad Šćepanović-Đurić landed in Lima.")
    (person,) = people_of(text).persons
    assert unicodedata.normalize("NFC", person.name) == "Živorad Šćepanović-Đurić"


@pytest.mark.parametrize(
    ("text", "surname"),
    [
        ("Swedish Foreign Minister Lars Ekman Jr. landed in Lima.", "Ekman"),
        ("It was signed by Senator the Hon. Pia Baron.", "Baron"),
    ],
)
def test_surname(text: str, surname: str) -> None:
    """What stands behind a surname is none of it, and an honorific can be one."""
    (person,) = people_of(text).persons
    assert person.surname == surname


def test_author_with_an_institute_takes_no_office() -> None:
    """An office that nobody holds in the article goes to no expert who is named after it."""
    text = "Senegal's president gave him two hours. Danka Mbeli of the Coastal School of Area Studies thinks it was late."
    (person,) = people_of(text).persons
    assert (person.role, person.office) == (Role.EXPERT, "")
