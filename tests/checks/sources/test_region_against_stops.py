"""DT216: a region that leaves out the country of a stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.sources.region_against_stops import CHECK

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding

Written = dict[str, Any]


@pytest.fixture
def found_in(find: Callable[..., list[Finding]]) -> Callable[..., list[Finding]]:
    """A function that returns what is found in the lines of `gazette`, on a tour of Brazil, Venezuela, Nicaragua and Cuba."""

    def found(*lines: Written, status: str = "completed", stops: str = "br ve ni cu", cuba: Written | None = None) -> list[Finding]:
        visited = [{"id": stop} | ((cuba or {}) if stop == "cu" else {}) for stop in stops.split()]
        return find(CHECK, {"gazette": list(lines)}, trip={"status": status}, stops=visited)

    return found


def test_cuba_in_south_and_central_america(found_in: Callable[..., list[Finding]]) -> None:
    """Cuba lies neither in South nor in Central America, however many of the other countries do."""
    (finding,) = found_in(
        {"region": "South and Central America"}, {"route": ["br", "ve", "ni", "cu"], "countries": ["BR", "VE", "NI", "CU"]}
    )

    assert str(finding) == (
        "extract/authored/one.yaml:20:15: warning DT216 region: "
        "gazette says region South and Central America, and the record has a stop in CU"
    )
    assert [(end.field, end.value) for end in finding.related] == [("country", "CU")]


def test_names_all_stops_outside(found_in: Callable[..., list[Finding]]) -> None:
    """Every stop outside the region is an end."""
    (finding,) = found_in({"region": "South America"}, {"region": "the region"}, {"region": "Latin America", "mode": "denied"})

    assert finding.message == "gazette says region South America, and the record has stops in CU and NI"
    assert [end.value for end in finding.related] == ["NI", "CU"]


def test_of_one_stop(found_in: Callable[..., list[Finding]]) -> None:
    """A region told of one stop is held against that stop."""
    (finding,) = found_in({"about": "cu", "region": "Central America"}, {"about": "br", "region": "South America"})

    assert finding.field == "stops.cu.region"


def test_narrower_of_two(found_in: Callable[..., list[Finding]]) -> None:
    """A narrower region is not made right by a wider one that the same source names too."""
    (finding,) = found_in({"region": "Latin America", "part": "headline"}, {"region": "South and Central America"})

    assert finding.ends[0].value == "South and Central America"


@pytest.mark.parametrize(
    "lines",
    [
        [{"region": "Latin America"}],
        [{"region": "four Latin American countries"}],
        [{"region": "South and Central America"}, {"region": "the Caribbean"}],
        [{"region": "Venezuela, Cuba and Africa"}, {"region": "Brazil and Nicaragua"}],
        [{"region": "Africa", "countries": ["BR", "VE"]}],
        [{"region": "Africa", "basis": "list"}],
        [{"region": "the backyard of Washington"}],
        [{"region": "Africa", "mode": "denied"}],
        [{"region": "Africa", "mode": "planned"}],
        [{"region": "Africa", "part": "quotation"}],
    ],
)
def test_silent(found_in: Callable[..., list[Finding]], lines: list[Written]) -> None:
    """Regions that fit, that make up one another, items of a list, unknown words, plans and what others are quoted with."""
    assert found_in(*lines) == []


@pytest.mark.parametrize("cuba", [{"kind": "transit"}, {"status": "cancelled"}, {"country": "ZZ"}])
def test_silent_for_stops_that_are_no_visits(found_in: Callable[..., list[Finding]], cuba: dict[str, str]) -> None:
    """Transits, stops that were called off and stops in unknown countries need not lie in the region."""
    assert found_in({"region": "South and Central America"}, cuba=cuba) == []


def test_plan_against_plan(found_in: Callable[..., list[Finding]]) -> None:
    """What a source plans is held against a record that is itself a plan."""
    assert found_in({"region": "Central America", "mode": "planned"}, status="planned", stops="cu")
