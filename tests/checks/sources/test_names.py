"""DT210 and DT211: spellings of names against the register of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diplotrips.checks.sources import name_not_in_register, registered_misspelling

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding


UNKNOWN, MISSPELT = name_not_in_register.CHECK, registered_misspelling.CHECK
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
        "times": [{"about": "br.bob-roe", "named": "Bob Diaz", "part": "caption"}],
    }

    (finding,) = find(UNKNOWN, said, stops=STOPS, people=PEOPLE)

    assert str(finding) == (
        "extract/authored/one.yaml:17:14: warning DT210 stops.br.bob-roe.named: "
        "gazette writes Bob Rho and times (caption) writes Bob Diaz, which is no spelling that the register has of Bob Díaz Roe"
    )
    assert [(end.record, end.source, end.value) for end in finding.ends] == [
        ("one.br.bob-roe", "gazette", "Bob Rho"),
        ("one.br.bob-roe", "times", "Bob Diaz"),
        ("bob-roe", "", "Bob Díaz Roe"),
    ]


def test_traveller_and_expert(find: Callable[..., list[Finding]]) -> None:
    """The traveller is looked up as well as those met."""
    (finding,) = find(UNKNOWN, {"gazette": [{"named": "Jayne Doe"}]}, people=PEOPLE)

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
