"""Mentions of places: which names are found, which of several places is meant, and what is no place."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotrips.extract.parsing.article import Article
from diplotrips.extract.parsing.mentions import PlaceKind, PlaceMention
from diplotrips.extract.parsing.places.mentions import find_places
from diplotrips.extract.parsing.segmenting.layout import take_apart
from diplotrips.schema.country_words import country_words
from diplotrips.schema.places import towns


def found_in(text: str) -> list[tuple[str, PlaceMention]]:
    """Return the words of each mention with it."""
    return [(text[mention.span.start : mention.span.end], mention) for mention in find_places(take_apart(Article(text)))]


def countries_in(text: str) -> list[tuple[str, str]]:
    """Return the words of each mention with its country."""
    return [(words, mention.country) for words, mention in found_in(text)]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Turkey", "TR"),
        ("Türkiye", "TR"),
        ("TURKIYE", "TR"),
        ("UAE", "AE"),
        ("U.A.E.", "AE"),
        ("U.S.", "US"),
        ("USA", "US"),
        ("Côte d’Ivoire", "CI"),
        ("Cote dIvoire", "CI"),
        ("Ivory Coast", "CI"),
        ("DRC", "CD"),
        ("Democratic Republic of Congo", "CD"),
        ("Republic of the Congo", "CG"),
        ("Congo-Brazzaville", "CG"),
        ("Guinea-Bissau", "GW"),
        ("Guinea Bissau", "GW"),
        ("Equatorial Guinea", "GQ"),
        ("Papua New Guinea", "PG"),
        ("Guinea", "GN"),
        ("eSwatini", "SZ"),
        ("Peoples Republic of China", "CN"),
        ("Kingdom of Saudi Arabia", "SA"),
        ("St. Vincent and the Grenadines", "VC"),
        ("São Tomé & Príncipe", "ST"),
        ("South Korea", "KR"),
        ("south Korea", "KR"),
        ("the Palestinian territories", "PS"),
    ],
)
def test_names_of_countries(name: str, code: str) -> None:
    """A country is found under each name, the whole name and nothing else."""
    ((words, mention),) = found_in(f"She left for {name} on Monday.")

    assert (words, mention.kind, mention.country) == (name.removeprefix("the "), PlaceKind.COUNTRY, code)


@pytest.mark.parametrize(
    "text", ["He gave us some turkey on good china.", "Mr. Germán Ruiz paid US$5 in jordan almonds.", "HE SAID NO TO IT"]
)
def test_words_that_are_no_countries(text: str) -> None:
    """Common words in small letters, money and words in capitals are no countries."""
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cuban and Emirati officials", ["CU", "AE"]),
        ("Nigerien and Nigerian troops", ["NE", "NG"]),
        ("Brazilians and the Dutch", ["BR", "NL"]),
        ("the Congolese President in Brazzaville", ["CG", "CG"]),
        ("the Congolese President in Goma", ["CD", "CD"]),
        ("Dominican ministers in Roseau", ["DM", "DM"]),
        ("Dominican ministers", ["DO"]),
    ],
)
def test_demonyms(text: str, expected: list[str]) -> None:
    """A people is one of a country, of several the one whose towns are near."""
    assert [country for _, country in countries_in(f"There were {text} today.")] == expected


def test_kinds() -> None:
    """Territories, regions, towns and seats of government are told apart."""
    found = found_in("From Abidjan in West Africa to Bouaké, from Gaza to Latin American states, and to Crimea.")

    assert [(words, mention.kind.value, mention.country, mention.is_seat) for words, mention in found] == [
        ("Abidjan", "city", "CI", True),
        ("West Africa", "region", "", False),
        ("Bouaké", "city", "CI", False),
        ("Gaza", "territory", "PS", False),
        ("Latin American", "region", "", False),
        ("Crimea", "territory", "", False),
    ]


@pytest.mark.parametrize(
    ("text", "town", "code"),
    [
        ("He went to Tripoli, Lebanon.", "Tripoli", "LB"),
        ("He saw the Lebanese port of Tripoli.", "Tripoli", "LB"),
        ("He flew to Tripoli.", "Tripoli", "LY"),
        ("In Beirut he met Lebanese leaders. A day later he saw Tripoli.", "Tripoli", "LB"),
        ("Chilean President Ana Berg spoke in Santiago.", "Santiago", "CL"),
        ("They met in Santiago de Cuba.", "Santiago de Cuba", "CU"),
        ("In Granada, Nicaragua, they signed.", "Granada", "NI"),
        ("Alabama officials met her in Birmingham.", "Birmingham", "US"),
        ("She flew to Birmingham.", "Birmingham", "GB"),
        ("She flew to London, Ontario.", "London", "CA"),
        ("Canadian ministers flew to London.", "London", "GB"),
        ("Mexican and U.S. officials met in San José.", "San José", "CR"),
        ("He will tour Seychelles, first Victoria.", "Victoria", "SC"),
        ("In Venezuela, he will see Valencia.", "Valencia", "VE"),
        ("Spain's Valencia is a port.", "Valencia", "ES"),
        ("She flew from Valencia to Madrid.", "Valencia", "ES"),
    ],
)
def test_which_town_is_meant(text: str, town: str, code: str) -> None:
    """The country that is told or named near decides, else the far larger town."""
    assert dict(countries_in(text))[town] == code


def test_open_readings() -> None:
    """A name of towns of about one size stays open, with all that it may mean."""
    mention = dict(found_in("She went to Los Angeles and San Pedro."))["San Pedro"]

    assert mention.country == ""
    assert len(mention.readings) > 1


def test_town_with_its_country() -> None:
    """A town has the number of the country that follows it."""
    found = find_places(take_apart(Article("Stops are Lima, Peru, and Quito (Ecuador), then Portland, Oregon, and Bogotá.")))

    assert [(mention.name, mention.of) for mention in found if mention.kind is PlaceKind.CITY] == [
        ("Lima", 1),
        ("Quito", 3),
        ("Portland", None),
        ("Bogotá", None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Georgia's ministers met U.S. envoys in Georgia.", {"GE", "US"}),
        ("He campaigned in Atlanta, Georgia.", {"US"}),
        ("Florida, Alabama and Georgia voted.", {"US"}),
    ],
)
def test_georgia(text: str, expected: set[str]) -> None:
    """Georgia is the country, and the American state only among states and their towns."""
    assert {country for _, country in countries_in(text)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She met Jordan Berger and Chad Miller in Jordan.", ["Jordan"]),
        ("Foreign Minister Israel Katzenberg left for Israel.", ["Israel"]),
        ("Denzel Washington was there. Washington smiled.", []),
        ("Tom Holland left Holland.", ["Holland"]),
        ("President Lincoln met Mr. London and Lincoln Riley.", []),
        ("Mao Lihua, a spokesperson, spoke. Mao said so.", []),
        ("The Moscow Times wrote that from Moscow.", ["Moscow"]),
        ("China Daily and the Washington Post agree on China.", ["China"]),
        ("The Oslo Accords were signed, said Oslo.", ["Oslo"]),
        ("They flew over New Mexico and the Gulf of Mexico to Mexico.", ["Mexico"]),
        ("Real Madrid played in Madrid.", ["Madrid"]),
        ("Nice talks. Reading a book, he flew to Nice.", ["Nice"]),
        ("He rode to San Antonio de los Robles.", []),
        ("Jordan Foreign Minister Ana Berg stayed in Jordan Thursday.", ["Jordan", "Jordan"]),
    ],
)
def test_names_of_something_else(text: str, expected: list[str]) -> None:
    """Names of persons, outlets, treaties, teams and common words are no places, though they have a place's name in them."""
    assert [words for words, _ in found_in(text)] == expected


def test_person_in_a_headline() -> None:
    """A headline has only capital words; who is a person in it the article shows."""
    text = "Chad Millerson Visits Lima\n\nThe minister, Chad Millerson, came from Quito on Monday and will see the president.\n"

    assert [words for words, _ in found_in(text)] == ["Lima", "Quito"]


def test_every_town_is_found_with_its_country() -> None:
    """Nearly every town of the table is found before the name of its country; the others are called as countries or territories are."""
    lost = []
    for town in towns()[::5]:
        text = f"On Monday she arrived in {town.name} (see the map), where she spoke."
        if not any(mention.span.start == 25 and town.country in mention.readings for _, mention in found_in(text)):
            lost.append(town.name)

    assert set(lost) <= {"Golan Heights", "Trinidad", "Georgia", "Svalbard", "'s-Hertogenbosch", "East Jerusalem", "Luxembourg"}


def test_every_word_for_a_country_is_found() -> None:
    """Every word of the table is found as what it is."""
    lost = []
    for word in country_words():
        mentions = [mention for _, mention in found_in(f"On Monday the visit to {word.word} went well.")]
        if word.kind != "state" and [(one.kind, one.readings[: len(word.countries)]) for one in mentions] != [(word.kind, word.countries)]:
            lost.append(word.word)

    assert lost == []


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    """Any text gives mentions in order that lie in it and do not overlap."""
    mentions = find_places(take_apart(Article(text)))

    ends = [0, *(mention.span.end for mention in mentions)]
    assert all(end <= mention.span.start < mention.span.end <= len(text) for end, mention in zip(ends, mentions, strict=False))


@given(
    st.lists(st.sampled_from(["Lima", ", ", "Peru", "Congo", " (", "U.S.", " ", "\n", "Jordan", "Ann", ".", "of", "Georgia", "́", "the"]))
)
def test_any_names(parts: list[str]) -> None:
    """Names in any order are found without overlap, and a town's country is a mention that follows it."""
    mentions = find_places(take_apart(Article("".join(parts))))

    assert all(one.span.end <= other.span.start for one, other in pairwise(mentions))
    assert all(mention.of is None or mention.of == number + 1 for number, mention in enumerate(mentions))
