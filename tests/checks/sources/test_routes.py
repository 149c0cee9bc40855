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
        ({"route": ["br", "ve"], "status": "planned"}, {"route": ["ve", "br"]}),
    ],
)
def test_opposite_orders(find: Callable[..., list[Finding]], one: dict[str, Any], other: dict[str, Any]) -> None:
    """Every way to state an order contradicts its opposite, whoever is named first, and of a plan too."""
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
        ({"first_stop": "br"}, {"last_stop": "br"}),
        ({"first_stop": "br"}, {"last_stop": "ve"}),
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
