"""DT202 and DT203: what sources say of the order of stops, as partial orders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.sources import route_against_list_or_narration, route_stated_against_stated

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding


STATED = route_stated_against_stated.CHECK
EVIDENCE = route_against_list_or_narration.CHECK
STOPS = [{"id": "br"}, {"id": "ve"}, {"id": "cu"}, {"id": "ni"}]


def test_two_stated_orders(find: Callable[..., list[Finding]]) -> None:
    """A stated route and a stated last stop that it does not end with are a warning that names the stops."""
    said = {"gazette": [{"route": ["br", "ve", "cu", "ni"]}], "herald": [{"last_stop": "cu"}], "times": [{"first_stop": "br"}]}

    (finding,) = find(STATED, said, stops=STOPS)

    assert str(finding) == (
        "extract/authored/one.yaml:21:9: warning DT202 route: "
        "gazette says route br ve cu ni and herald says last stop cu, which differ on the order of cu and ni"
    )
    assert [end.label for end in finding.ends] == ["gazette says route br ve cu ni", "herald says last stop cu"]
    assert find(EVIDENCE, said, stops=STOPS) == []


def test_three_orders_in_a_circle(find: Callable[..., list[Finding]]) -> None:
    """Three orders of which any two can be true are found with all three; the route of the record takes part without a source."""
    circle = {"gazette": [{"route": ["br", "ve"]}], "herald": [{"route": ["ve", "cu"]}], "times": [{"about": "br", "after": "cu"}]}

    (finding,) = find(STATED, circle, stops=STOPS)
    (against,) = find(STATED, {"gazette": [{"route": ["cu", "br"]}]}, trip={"route": ["br", "ve", "cu"]}, stops=STOPS)

    assert finding.message == "gazette says route br ve, herald says route ve cu and times says br came after cu, which cannot all be true"
    assert [end.source for end in finding.ends] == ["gazette", "herald", "times"]
    assert against.message == "gazette says route cu br and the record has route br ve cu, which cannot both be true"
    assert [(end.source, end.value) for end in against.ends] == [("gazette", "cu br"), ("", "br ve cu")]


def test_side_visits_and_transits_are_no_stations(find: Callable[..., list[Finding]]) -> None:
    """The first stop is the first visit: a technical stop before it, and a side visit from it, contradict nobody."""
    stops = [{"id": "pt", "kind": "technical"}, {"id": "it"}, {"id": "va", "during": "it"}, {"id": "fr"}]
    said = {"gazette": [{"route": ["pt", "it", "fr"]}, {"first_stop": "it"}, {"about": "fr", "after": "va"}]}

    assert find(STATED, said, stops=stops) == []
    assert len(find(STATED, said | {"herald": [{"first_stop": "fr"}]}, stops=stops)) == 1


def test_stated_against_listed(find: Callable[..., list[Finding]]) -> None:
    """A plan that lists the stops otherwise than the report states the last one is a note; a list that agrees takes no part."""
    said = {
        "gazette": [{"route": ["br", "ve", "ni", "cu"], "basis": "list"}, {"first_stop": "br"}, {"last_stop": "cu"}],
        "herald": [{"route": ["br", "ve", "cu", "ni"], "basis": "list", "mode": "planned"}],
    }

    (finding,) = find(EVIDENCE, said, stops=STOPS)

    assert str(finding) == (
        "extract/authored/one.yaml:27:18: note DT203 route: "
        "gazette says last stop cu and herald lists br ve cu ni, which differ on the order of cu and ni"
    )
    assert [end.label for end in finding.ends] == ["gazette says last stop cu", "herald lists br ve cu ni"]
    assert find(STATED, said, stops=STOPS) == []


def test_list_against_narration_of_one_source(find: Callable[..., list[Finding]]) -> None:
    """A source that lists in one order and tells in another is a note, with both passages."""
    said = {"gazette": [{"route": ["br", "ve", "cu"], "basis": "list"}, {"route": ["br", "cu", "ve"], "basis": "narration"}]}

    (finding,) = find(EVIDENCE, said, stops=STOPS)

    assert finding.message == "gazette lists br ve cu and tells in the order br cu ve, which differ on the order of cu and ve"
    assert [end.value for end in finding.ends] == ["br ve cu", "br cu ve"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"first_stop": "br"}, {"first_stop": "ve"}),
        ({"last_stop": "br"}, {"last_stop": "ve"}),
        ({"about": "br", "after": "ve"}, {"route": ["br", "ve"]}),
        ({"about": "br", "after": "ve"}, {"about": "ve", "after": "br"}),
        ({"about": "br", "after": "ve"}, {"first_stop": "br"}),
        ({"route": [["br", "ve"], "cu"]}, {"route": ["cu", "ve"], "basis": "derived"}),
        ({"first_stop": "br"}, {"last_stop": "br"}),
    ],
)
def test_opposite_orders(find: Callable[..., list[Finding]], one: dict[str, Any], other: dict[str, Any]) -> None:
    """Every way to state an order contradicts its opposite, whoever is named first."""
    assert len(find(STATED, {"gazette": [one], "herald": [other]}, stops=STOPS)) == 1
    assert len(find(STATED, {"gazette": [other], "herald": [one]}, stops=STOPS)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"route": ["br", "ve", "cu"]}, {"route": ["br", "cu"]}),
        ({"route": ["br", "cu"]}, {"route": ["br", "ve", "cu", "ni"]}),
        ({"route": ["br", ["ve", "cu"]]}, {"route": ["br", "cu", "ve"]}),
        ({"route": ["br", "ve"]}, {"route": ["cu", "ni"]}),
        ({"first_stop": "br"}, {"route": ["ve", "cu"]}),
        ({"first_stop": "br"}, {"last_stop": "ve"}),
        ({"route": ["br", "ve", "br"]}, {"route": ["ve", "br"]}),
        ({"route": ["br", "ve"], "status": "planned"}, {"route": ["ve", "br"]}),
        ({"about": "ve", "after": "br"}, {"route": ["br", "ve"]}),
        ({"route": ["br", "ve"], "mode": "denied"}, {"route": ["ve", "br"]}),
        ({"route": ["br", "ve"], "mode": "possible"}, {"route": ["ve", "br"]}),
        ({"route": ["br", "ve"], "basis": "list"}, {"route": ["ve", "br"], "basis": "list"}),
        ({"route": ["br", "ve"], "basis": "list"}, {"route": ["ve", "br"], "basis": "narration"}),
        ({"route": ["br", "ve"]}, {"route": ["br", "ve", "cu"], "basis": "list"}),
    ],
)
def test_silent_where_both_can_be_true(find: Callable[..., list[Finding]], one: dict[str, Any], other: dict[str, Any]) -> None:
    """Stops left out, ties, denials and the enumerations of two sources contradict nothing."""
    said = {"gazette": [one], "herald": [other]}

    assert find(STATED, said, stops=STOPS) == []
    assert find(EVIDENCE, said, stops=STOPS) == []
