"""Who is in an article: names, titles, offices, countries, affiliations; each in an invented sentence."""

from __future__ import annotations

import pytest

from diplotrips.extract.parsing.article import Article
from diplotrips.extract.parsing.mentions import People, Person, Role
from diplotrips.extract.parsing.people.inventory import find_people
from diplotrips.extract.parsing.places.mentions import find_places
from diplotrips.extract.parsing.segmenting.layout import take_apart


def people_of(text: str) -> People:
    """Return the people of *text*."""
    layout = take_apart(Article(text))
    return find_people(layout, find_places(layout))


def names(text: str) -> list[str]:
    """Return the names of the people of *text*."""
    return [person.name for person in people_of(text).persons]


def only(text: str) -> Person:
    """Return the one person of *text*."""
    (person,) = people_of(text).persons
    return person


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Swedish Foreign Minister Lars Ekman arrived on Monday.", "Lars Ekman"),
        ("The Minister of Foreign Affairs of Sweden Lars Ekman arrived on Monday.", "Lars Ekman"),
        ("Lars Ekman, Sweden's foreign minister, arrived on Monday.", "Lars Ekman"),
        ("The Swedish foreign minister, Lars Ekman, arrived on Monday.", "Lars Ekman"),
        ("The head of the country's largest shipping company, Lars Ekman, arrived on Monday.", "Lars Ekman"),
        ("The tour was announced by Lars Ekman, who leads the Baltic Council, on Monday.", "Lars Ekman"),
        ("Prime Minister and Defence Minister Carlos Andrade landed in Quito.", "Carlos Andrade"),
        ("Prime Minister Dr Carlos Andrade landed in Quito.", "Carlos Andrade"),
        ("External Affairs Minister S. Raghavan landed in Guyana.", "S. Raghavan"),
        ("External Affairs Minister S Raghavan landed in Guyana.", "S Raghavan"),
        ("Egyptian Foreign Minister Hany al-Masri landed in Rome.", "Hany al-Masri"),
        ("Dutch Prime Minister Pieter van der Berg landed in Rome.", "Pieter van der Berg"),
        ("Prime Minister João dos Santos e Melo landed in Rome.", "João dos Santos e Melo"),
        ("Irish Foreign Minister Sean O'Malley landed in Rome.", "Sean O'Malley"),
        ("South Korean Foreign Minister Han Ji-won landed in Rome.", "Han Ji-won"),
        ("Chinese Foreign Minister WEI Jian landed in Rome.", "WEI Jian"),
        ("Foreign Minister Jordan Malik landed in Rome.", "Jordan Malik"),
        ("President Santiago Ferrer landed in Rome.", "Santiago Ferrer"),
        ("U.S. Defense Secretary Carl Boston landed in Rome.", "Carl Boston"),
        ("The chairperson of the African Union Commission, Adama Sarr-Toure, landed in Rome.", "Adama Sarr-Toure"),
        ("On Monday Lars Ekman left Stockholm for Rome.", "Lars Ekman"),
        ("Sir Leonard Fox-Hale flew to Rome.", "Leonard Fox-Hale"),
    ],
)
def test_name_is_found(text: str, name: str) -> None:
    """A name beside a title or a verb is a person, whole, with particles and initials, and without titles."""
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Corridor and the Andean Policy Forum were discussed in the Casa Blanca on Friday.",
        "The Bank of Ruritania signed the Green Port Accord.",
        "Demonstrators shouted slogans in Dakar.",
        "Officials said the Ministry of Finance would pay.",
        "Equatorial Guinea and Saudi Arabia met in March.",
        "Last Monday Peru and Chile signed the Humboldt Current Treaty.",
        "The magazine Voz del Puerto printed the photo.",
    ],
)
def test_things_are_no_people(text: str) -> None:
    """Places, organizations, events and plurals at the head of a sentence are no people."""
    assert names(text) == []


def test_short_forms_are_the_same_person() -> None:
    """Surname, honorific, other transliteration and headline all refer to the full name."""
    text = (
        "Ekman Leaves For Rome\n\nSwedish Foreign Minister Sergei Lars Ekman left on Monday. Mr. Ekman will meet the pope."
        " Sergey Lars Ekman's plane was late, Ekman said."
    )
    (person,) = (each for each in people_of(text).persons if each.surname == "Ekman")

    assert person.name == "Sergei Lars Ekman"
    assert len(person.mentions) == 5


def test_family_name_first() -> None:
    """Of a Chinese name the first word is what the article calls the person by."""
    person = people_of("Foreign Minister Luo Feng flew to Chad. Luo met the president there.").persons[0]

    assert (person.name, person.surname, len(person.mentions)) == ("Luo Feng", "Luo", 2)


def test_two_of_one_surname_stay_two() -> None:
    """Two people of one surname are two, and a bare surname is the one named last."""
    people = people_of("President Ana Rojas met Vice President Luis Rojas. Rojas then left.")

    assert [person.name for person in people.persons] == ["Ana Rojas", "Luis Rojas"]
    assert [len(person.mentions) for person in people.persons] == [1, 2]


@pytest.mark.parametrize(
    ("text", "office", "country"),
    [
        ("Swedish Foreign Minister Lars Ekman left.", "foreign-minister", "SE"),
        ("Lars Ekman, Sweden's foreign minister, left.", "foreign-minister", "SE"),
        ("The Minister of Foreign Affairs of Sweden, Lars Ekman, left.", "foreign-minister", "SE"),
        ("Sweden's top diplomat, Lars Ekman, left.", "foreign-minister", "SE"),
        ("The head of Swedish diplomacy, Lars Ekman, left.", "foreign-minister", "SE"),
        ("Secretary of State Grace Holloway left.", "foreign-minister", "US"),
        ("US Secretary of State Grace Holloway left.", "foreign-minister", "US"),
        ("EAM K. Raghavan left.", "foreign-minister", "IN"),
        ("British Foreign Secretary Clara Whitmore left.", "foreign-minister", "GB"),
        ("Mexican Foreign Secretary Clara Whitmore left.", "foreign-minister", "MX"),
        ("State Department spokesperson Grace Holloway left.", "spokesperson", "US"),
        ("Kremlin spokesman Oleg Voronin left.", "spokesperson", "RU"),
        ("Former Peruvian president Luis Otero left.", "president", "PE"),
        ("Prime Minister Oumar Seid of Chad left.", "prime-minister", "TD"),
        ("Chile's Minister of Mines Rosa Quispe left.", "mining-minister", "CL"),
        ("Chile's Minister of Roads and Transport Rosa Quispe left.", "transport-minister", "CL"),
        ("Chile's Deputy Foreign Minister Rosa Quispe left.", "deputy-foreign-minister", "CL"),
        ("The president of the Chilean Senate, Rosa Quispe, left.", "legislature-speaker", "CL"),
        ("The secretary of Iran's Supreme Security Council, Reza Kamali, left.", "secretary-of-security-council", "IR"),
        ("African Union Commission Chairperson Fatou Sarr left.", "commission-president", ""),
        ("Swedish Ambassador to Ghana Lars Ekman left.", "ambassador", "SE"),
        ("Special envoy for Sudan Lars Ekman left.", "special-envoy", ""),
    ],
)
def test_office_and_country(text: str, office: str, country: str) -> None:
    """The office is a code of the list, and its country the one that the title names or implies."""
    person = only(text)

    assert (person.office, person.country) == (office, country)


def test_counterpart_has_the_same_office() -> None:
    """A counterpart holds the office of the person beside, for the country named."""
    people = people_of("Swedish Foreign Minister Lars Ekman met his Kenyan counterpart, Daniel Kiprop, in Nairobi.")

    assert [(each.name, each.office, each.country) for each in people.persons[1:]] == [("Daniel Kiprop", "foreign-minister", "KE")]


def test_title_in_the_words_of_the_article() -> None:
    """Title and affiliation stand as the article has them, with their spans."""
    text = "“It is late,” said Omar Benali, a senior fellow at the Maghreb Policy Centre of Rabat."
    person = only(text)

    assert (person.title, person.affiliation) == ("senior fellow at the Maghreb Policy Centre of Rabat", "Maghreb Policy Centre of Rabat")
    assert person.title_span is not None
    assert text[person.title_span.start : person.title_span.end] == person.title


def test_office_named_before_its_holder() -> None:
    """A minister who is first only called that gets the title when the name follows without one."""
    person = only("Sweden's foreign minister called the tour off.\n\nLars Ekman left Rome on Sunday.")

    assert (person.name, person.office, person.country, person.role) == ("Lars Ekman", "foreign-minister", "SE", Role.OFFICIAL)


@pytest.mark.parametrize(
    "text",
    [
        "Minister Leaves Rome\n\nThe minister left on Monday for talks. (Photo by Anna Lund/Gazette)",
        "Minister Leaves Rome\n\nAnna Lund in Rome\n\nThe minister left on Monday for talks.",
    ],
)
def test_byline_is_an_author(text: str) -> None:
    """Whoever stands only in a byline or a photo credit is an author."""
    assert [(person.name, person.is_author) for person in people_of(text).persons] == [("Anna Lund", True)]


@pytest.mark.parametrize("line", ["By Anna Lund", "Reporting by Anna Lund; Editing by Per Holm"])
def test_boilerplate_names_nobody(line: str) -> None:
    """A line that is boilerplate brings nobody into the inventory."""
    assert names(f"Minister Leaves Rome\n\nThe minister left on Monday for talks.\n\n{line}") == []


def test_long_text_gives_the_same_people() -> None:
    """A paragraph told a hundred times has the same people as told once, each mentioned as often more."""
    paragraph = "Swedish Foreign Minister Lars Ekman met President Ana Rojas in Lima. Ekman thanked her."
    once, often = people_of(paragraph), people_of("\n\n".join([paragraph] * 100))

    assert [each.name for each in often.persons] == [each.name for each in once.persons]
    assert len(often.mentions) == 100 * len(once.mentions)
