"""Who is meant by pronouns, bare offices and nominals; each in invented sentences."""

from __future__ import annotations

import pytest

from diplotrips.extract.parsing.article import Article
from diplotrips.extract.parsing.people.inventory import find_people
from diplotrips.extract.parsing.places.mentions import find_places
from diplotrips.extract.parsing.segmenting.layout import take_apart


def references(text: str) -> list[tuple[str, str]]:
    """Return every reference of *text* that is no name, with the surname of whom it means."""
    layout = take_apart(Article(text))
    people = find_people(layout, find_places(layout))
    return [(layout.words(each.span), people.persons[each.person].surname) for each in people.mentions if each.kind != "name"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Foreign Minister Lars Ekman left Rome. He will be back.", [("He", "Ekman")]),
        ("Foreign Minister Lars Ekman met President Ana Rojas before he left.", [("he", "Ekman")]),
        ("Foreign Minister Lars Ekman met President Ana Rojas. He left.", [("He", "Ekman")]),
        ("Foreign Minister Lars Ekman met First Lady Ana Rojas. She smiled.", [("She", "Rojas")]),
        ("During his tour of Peru, Foreign Minister Lars Ekman saw Cuzco.", [("his", "Ekman")]),
        ("Foreign Minister Lars Ekman is in Lima. President Luis Rojas will receive him.", [("him", "Ekman")]),
        ("Minister Lars Ekman left. With President Luis Rojas and Vice President Ivo Paz he spoke of ports.", [("he", "Ekman")]),
    ],
)
def test_pronouns(text: str, meant: list[tuple[str, str]]) -> None:
    """A pronoun means the nearest subject that it agrees with; an object is not the subject of its own clause."""
    assert references(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Swedish Foreign Minister Lars Ekman left. The minister will be back.", [("minister", "Ekman")]),
        ("Swedish Foreign Minister Lars Ekman left. The top diplomat will be back.", [("top diplomat", "Ekman")]),
        (
            "Swedish Foreign Minister Lars Ekman met Peruvian Foreign Minister Luis Rojas. The Peruvian foreign minister smiled.",
            [("Peruvian foreign minister", "Rojas")],
        ),
        ("US Secretary of State Grace Holloway met Foreign Minister Luis Rojas. The secretary smiled.", [("secretary", "Holloway")]),
        ("EAM K. Raghavan is in Lima. EAM will be back on Friday.", [("EAM", "Raghavan")]),
        ("“It is late,” warned analyst Rosa Quispe. The expert sees no way out.", [("expert", "Quispe")]),
        ("Analyst Rosa Quispe wrote it. Analyst Juho Virtanen denied it. The analyst lives in Oslo.", [("analyst", "Virtanen")]),
    ],
)
def test_offices_and_nominals(text: str, meant: list[tuple[str, str]]) -> None:
    """A bare office means its holder, a nominal the expert named last."""
    assert references(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Swedish Foreign Minister Lars Ekman met a minister.",
        "Swedish Foreign Minister Lars Ekman met several ministers.",
        "Lars Ekman is the foreign minister.",
        "Swedish Foreign Minister Lars Ekman saw the Peruvian president.",
    ],
)
def test_no_reference(text: str) -> None:
    """What is indefinite, plural, said of somebody or held by somebody else refers to nobody of the article."""
    assert references(text) == []
