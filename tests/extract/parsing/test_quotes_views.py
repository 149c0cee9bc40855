"""What named experts think in the article's own words, and who is an expert; each in invented sentences."""

from __future__ import annotations

import pytest

from diplotrips.extract.parsing.article import Article
from diplotrips.extract.parsing.mentions import Role
from diplotrips.extract.parsing.people.inventory import find_people
from diplotrips.extract.parsing.places.mentions import find_places
from diplotrips.extract.parsing.quotes.quotes import find_quotes
from diplotrips.extract.parsing.segmenting.layout import take_apart

INTRODUCED = '"The visit comes late and it will cost us all," said Orla Brannagh, a political scientist at the Institute for Peace.\n\n'


def reported(text: str) -> list[tuple[str, str | None, Role]]:
    """Return the reported speech of *text*: words, surname of the speaker, role."""
    layout = take_apart(Article(text))
    people = find_people(layout, find_places(layout))
    return [
        (layout.words(quote.spans[0]), people.persons[quote.person].surname if quote.person is not None else None, quote.role)
        for quote in find_quotes(layout, people)
        if quote.manner == "reported"
    ]


def role_of(introduced: str) -> Role:
    """Return the role of the speaker who is *introduced*."""
    layout = take_apart(Article(f'Ships lay in the bay. "The visit comes late and it will cost us all," said {introduced}.'))
    people = find_people(layout, find_places(layout))
    (quote,) = find_quotes(layout, people)
    assert quote.person is not None
    return quote.role


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Brannagh sees the visit as a late gesture.", "sees the visit as a late gesture"),
        ("Brannagh is convinced that the port will pay.", "is convinced that the port will pay"),
        ("Brannagh would have advised him to go by ship.", "would have advised him to go by ship"),
        ("Brannagh has no doubt that the port will pay.", "has no doubt that the port will pay"),
        ("Brannagh does not expect any change of course.", "does not expect any change of course"),
        ("Brannagh reckons that the port will pay.", "the port will pay"),
        ("According to Brannagh, the port will never pay.", "the port will never pay"),
        ("In Brannagh's reading, the tour is about votes.", "the tour is about votes"),
        ("The academic fears a new race for bases.", "fears a new race for bases"),
    ],
)
def test_view_of_an_expert(sentence: str, words: str) -> None:
    """An expert's view is reported speech with or without a clause of its own: then the predicate is taken."""
    assert reported(INTRODUCED + sentence) == [(words, "Brannagh", Role.EXPERT)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Brannagh teaches at the University of Leuven.",
        "Brannagh was born in Cork and moved to Tartu.",
        "Brannagh was speaking to a newspaper in Tallinn.",
        "Brannagh lives in Tallinn with two dogs.",
    ],
)
def test_life_of_an_expert(sentence: str) -> None:
    """What an expert does or did is no view."""
    assert reported(INTRODUCED + sentence) == []


def test_view_of_an_official() -> None:
    """Only experts have views without a clause: of an official they are narration."""
    assert reported("Swedish Foreign Minister Lars Ekman sees the visit as a late gesture.") == []


def test_addressee_is_no_clause() -> None:
    """Whom somebody told something is not what was told."""
    assert reported('Swedish Foreign Minister Lars Ekman came. "Nobody will be the richer for it," Ekman told the audience.') == []


@pytest.mark.parametrize(
    "introduced",
    [
        "Orla Brannagh, who heads a foreign policy council that advises the palace",
        "Orla Brannagh of the Coastal School of Area Studies",
        "economist Orla Brannagh of Tandem Research",
        "Orla Brannagh, head of research at the consultancy Meridian Risk",
        "Orla Brannagh, a columnist for the daily Kurier",
        "Africa watcher Orla Brannagh",
    ],
)
def test_expert(introduced: str) -> None:
    """Staff of councils, schools and consultancies, columnists and watchers are experts."""
    assert role_of(introduced) is Role.EXPERT


@pytest.mark.parametrize(
    "introduced",
    [
        "farmer Orla Brannagh",
        "Orla Brannagh, a nurse at the university hospital",
        "Orla Brannagh, an engineer at the institute",
        "Orla Brannagh, a teacher at the village school",
        "Orla Brannagh, who runs a small hotel by the river",
        "Orla Brannagh, chairwoman of the fishermen's association",
    ],
)
def test_no_expert(introduced: str) -> None:
    """An ordinary person is no expert, whatever the place of work."""
    assert role_of(introduced) is Role.OTHER


@pytest.mark.parametrize(
    "sentence",
    [
        '"It is a good year to look back on," Mr Fairly said.',
        '"It is a good year to look back on," manifested the British secretary.',
        '"It is a good year to look back on," said the European visitor.',
    ],
)
def test_speakers_that_look_like_something_else(sentence: str) -> None:
    """A surname in -ly is no adverb, and a word for where somebody is from can stand before the office."""
    layout = take_apart(Article(f"British Foreign Secretary Giles Fairly came to Lima.\n\n{sentence}"))
    people = find_people(layout, find_places(layout))
    assert [people.persons[quote.person].surname for quote in find_quotes(layout, people) if quote.person is not None] == ["Fairly"]
