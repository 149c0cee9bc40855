"""DT210, DT211 and DT218: spellings of names against the register of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diplotrips.checks.sources import name_near_a_registered_one, name_not_in_register, registered_misspelling

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding


UNKNOWN, MISSPELT, NEAR = name_not_in_register.CHECK, registered_misspelling.CHECK, name_near_a_registered_one.CHECK
PEOPLE = [
    {"id": "jane-doe", "name": "Jane Doe"},
    {
        "id": "bob-roe",
        "name": "Bob Díaz Roe",
        "names": [{"name": "Robert Diaz Roe"}, {"name": "Bob Diaz Row", "kind": "misspelling"}],
    },
]
STOPS = [{"id": "br", "met": [{"person": "bob-roe"}]}]


def test_unknown_spelling(find: Callable[..., list[Finding]]) -> None:
    """Spellings of the person met that nobody registered are one finding, with the register as the other end."""
    said = {
        "gazette": [{"about": "br.bob-roe", "named": "Bob Rho"}],
        "herald": [{"about": "br.bob-roe", "named": "Roe"}],
        "times": [{"about": "br.bob-roe", "named": "Bert", "part": "caption"}],
    }

    (finding,) = find(UNKNOWN, said, stops=STOPS, people=PEOPLE)

    assert str(finding) == (
        "extract/authored/one.yaml:17:14: warning DT210 stops.br.bob-roe.named: "
        "gazette writes Bob Rho and times (caption) writes Bert, which is no spelling that the register has of Bob Díaz Roe"
    )
    assert [(end.record, end.source, end.value) for end in finding.ends] == [
        ("one.br.bob-roe", "gazette", "Bob Rho"),
        ("one.br.bob-roe", "times", "Bert"),
        ("bob-roe", "", "Bob Díaz Roe"),
    ]


def test_traveller_and_expert(find: Callable[..., list[Finding]]) -> None:
    """The traveller is looked up as well as those met."""
    (finding,) = find(UNKNOWN, {"gazette": [{"named": "Jenny Doe"}]}, people=PEOPLE)

    assert (finding.record, finding.field) == ("one", "named")


@pytest.mark.parametrize("spelling", ["Bob Díaz Roe", "Robert Diaz Roe", "Roe", "Díaz Roe", "Robert Roe", "BOB DÍAZ ROE", "Bob Diaz Row"])
def test_known_spellings(find: Callable[..., list[Finding]], spelling: str) -> None:
    """Registered spellings, parts of right ones and capitals are known; a registered misspelling is another check's."""
    assert find(UNKNOWN, {"gazette": [{"about": "br.bob-roe", "named": spelling}]}, stops=STOPS, people=PEOPLE) == []


@pytest.mark.parametrize("spelling", ["Row", "Roe Bob", "Bob Roe Roe"])
def test_parts_that_are_none(find: Callable[..., list[Finding]], spelling: str) -> None:
    """A part of a misspelling, words in another order and words given twice are no known spelling."""
    assert len(find(UNKNOWN, {"gazette": [{"about": "br.bob-roe", "named": spelling}]}, stops=STOPS, people=PEOPLE)) == 1


def test_registered_misspelling(find: Callable[..., list[Finding]]) -> None:
    """A spelling registered as a mistake is a note, and right ones are none."""
    said = {"gazette": [{"about": "br.bob-roe", "named": "Bob Diaz Row"}, {"about": "br.bob-roe", "named": "Robert Diaz Roe"}]}

    (finding,) = find(MISSPELT, said, stops=STOPS, people=PEOPLE)

    assert str(finding) == (
        "extract/authored/one.yaml:17:14: note DT211 stops.br.bob-roe.named: "
        "gazette writes Bob Diaz Row, which the register has as a misspelling of Bob Díaz Roe"
    )
    assert [(end.source, end.value) for end in finding.ends] == [("gazette", "Bob Diaz Row"), ("", "Bob Díaz Roe")]


@pytest.mark.parametrize(
    ("spelling", "how"),
    [
        ("Bob Diaz Roe", "Bob Díaz Roe but for accents, capitals or punctuation"),
        ("Robert Dias Roe", "Robert Diaz Roe but for one letter"),
        ("Robert Dyaz Roe", "Robert Diaz Roe in another transliteration"),
        ("Robret Diaz", "Robert Diaz Roe but for one letter"),
    ],
)
def test_like_the_person_named(find: Callable[..., list[Finding]], spelling: str, how: str) -> None:
    """A spelling that is all but one that the register has of the person, or of some words of it, is told as such, and only once."""
    said = {"gazette": [{"about": "br.bob-roe", "named": spelling}]}

    (finding,) = find(NEAR, said, stops=STOPS, people=PEOPLE)

    assert finding.message == f"gazette writes {spelling}, which is {how}"
    assert [(end.record, end.value) for end in finding.ends] == [
        ("one.br.bob-roe", spelling),
        ("bob-roe", how.partition(" Roe ")[0] + " Roe"),
    ]
    assert find(UNKNOWN, said, stops=STOPS, people=PEOPLE) == []


@pytest.mark.parametrize("spelling", ["Bob Rho", "Bert", "Jenny Doe Roe", "Bob Roe Roe"])
def test_like_nobody(find: Callable[..., list[Finding]], spelling: str) -> None:
    """Words that are too short, too different or too many are like no name; DT210 has them."""
    said = {"gazette": [{"about": "br.bob-roe", "named": spelling}]}

    assert find(NEAR, said, stops=STOPS, people=PEOPLE) == []
    assert len(find(UNKNOWN, said, stops=STOPS, people=PEOPLE)) == 1


def test_every_spelling_of_one_name(find: Callable[..., list[Finding]]) -> None:
    """Spellings that are like one registered name in one way are one finding; another way is another one."""
    said = {
        "gazette": [{"named": "Jayne Doe"}],
        "herald": [{"named": "Jane Ddoe", "part": "headline"}],
        "times": [{"named": "Jana Doe"}],
    }

    told = [finding.message for finding in find(NEAR, said, people=PEOPLE)]

    assert told == [
        "gazette writes Jayne Doe and times writes Jana Doe, which is Jane Doe but for one letter",
        "herald (headline) writes Jane Ddoe, which is Jane Doe in another transliteration",
    ]


def test_name_of_somebody_else(find: Callable[..., list[Finding]]) -> None:
    """A spelling that is another person's name, or like it, is told with that person; a name with braces is a name."""
    people = [{"id": "jane-doe", "name": "Jane {Doe}"}, PEOPLE[1]]

    (same,) = find(NEAR, {"gazette": [{"named": "Robert Diaz Roe"}]}, people=people)
    (like,) = find(NEAR, {"gazette": [{"named": "Robert Diaz Röe"}]}, people=people)

    assert same.message == "gazette writes Robert Diaz Roe, which is the register's name of somebody else, and the record names Jane {Doe}"
    assert like.message == (
        "gazette writes Robert Diaz Röe, which is Robert Diaz Roe but for accents, capitals or punctuation, and the record names Jane {Doe}"
    )
    assert [(end.record, end.value) for end in same.related] == [("bob-roe", "Robert Diaz Roe")]


def test_two_people_who_may_be_one(find: Callable[..., list[Finding]]) -> None:
    """The second of two people whose names are alike is told with the first."""
    people = [*PEOPLE, {"id": "dane-doe", "name": "Dane Roe", "names": [{"name": "Jaine Doe"}]}, {"id": "jane-doe-2", "name": "Jane Doe"}]

    told = find(NEAR, {}, people=people)

    assert [(finding.record, finding.field, finding.message) for finding in told] == [
        ("dane-doe", "name", "Jaine Doe (dane-doe) is Jane Doe (jane-doe) but for one letter"),
        ("jane-doe-2", "name", "jane-doe and jane-doe-2 are both called Jane Doe"),
    ]


@pytest.mark.parametrize(
    "other",
    [
        {"name": "Jayne Doe", "country": "AU"},
        {"name": "Jayne Doe", "wikidata": "Q2"},
        {"name": "Jayne Doe", "identified": False},
        {"name": "Doe Jane"},
        {"name": "Jaynee"},
        {"name": "Mary Major", "names": [{"name": "Jane Doe", "kind": "misspelling"}]},
        {"name": "Mary Doe", "names": [{"name": "Doe", "kind": "alias"}]},
    ],
)
def test_two_people(find: Callable[..., list[Finding]], other: dict[str, object]) -> None:
    """People of two countries or items, unnamed ones, a misspelling and a surname alone are no reason to take two people for one."""
    first = {"id": "jane-doe", "name": "Jane Doe", "country": "NZ", "wikidata": "Q1", "names": [{"name": "Doe", "kind": "alias"}]}

    assert find(NEAR, {}, people=[first, {"id": "other", **other}]) == []
