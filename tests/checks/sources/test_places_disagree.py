"""DT217: towns that sources name for one stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.sources.places_disagree import CHECK

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding


def test_two_towns(find: Callable[..., list[Finding]]) -> None:
    """Sources that name one town each, and not the same, are one note with every one of them; plans count as well."""
    said = {
        "gazette": [{"about": "br", "places": ["Brasília"]}, {"about": "br", "places": ["BRASILIA"], "part": "caption"}],
        "herald": [{"about": "br", "places": ["Recife"], "mode": "planned"}],
        "times": [{"about": "br", "places": ["Brasilia"]}],
    }

    (finding,) = find(CHECK, said)

    assert str(finding) == (
        "extract/authored/one.yaml:20:11: note DT217 stops.br.places: gazette says places Brasília and herald says places Recife"
    )
    assert [(end.source, end.part, end.value) for end in finding.ends] == [
        ("gazette", "body", "Brasília"),
        ("gazette", "caption", "BRASILIA"),
        ("herald", "body", "Recife"),
        ("times", "body", "Brasilia"),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"places": ["Santiago"]}, {"places": ["Santiago de Chile"]}),
        ({"places": ["São Paulo"]}, {"places": ["Sao Paulo"]}),
        ({"places": ["Brasília"]}, {"places": ["Brasília", "Recife"]}),
        ({"places": ["Brasília"]}, {"places": ["Recife"], "mode": "denied"}),
        ({"places": ["Brasília"]}, {"places": ["Recife"], "mode": "possible"}),
        ({"places": ["Brasília"]}, {"seen": "2023-04-17"}),
    ],
)
def test_towns_that_agree(find: Callable[..., list[Finding]], one: dict[str, Any], other: dict[str, Any]) -> None:
    """Part of a name, accents, several towns, and what is not asserted are no disagreement."""
    assert find(CHECK, {"gazette": [{"about": "br", **one}], "herald": [{"about": "br", **other}]}) == []


def test_towns_of_the_record(find: Callable[..., list[Finding]]) -> None:
    """Two towns that the record holds are both right; with one of them only, the sources still disagree."""
    said = {"gazette": [{"about": "br", "places": ["Brasília"]}], "herald": [{"about": "br", "places": ["Recife"]}]}

    assert find(CHECK, said, stops=[{"id": "br", "places": ["Recife", {"name": "Brasília"}]}]) == []
    assert len(find(CHECK, said, stops=[{"id": "br", "places": ["Recife"]}])) == 1


def test_other_stops(find: Callable[..., list[Finding]]) -> None:
    """Towns of two stops are not compared."""
    assert find(CHECK, {"gazette": [{"about": "br", "places": ["Recife"]}], "herald": [{"about": "ve", "places": ["Caracas"]}]}) == []
