"""DT204: countries that sources name, against the stops, against denials and against complete lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.sources.set_of_countries import CHECK

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding


def test_country_without_a_stop(find: Callable[..., list[Finding]]) -> None:
    """A country in which a source has the traveller and the record has no stop is named, with the stops of the record."""
    (finding,) = find(CHECK, {"gazette": [{"countries": ["VE", "BR", "CU"]}], "herald": [{"countries": ["BR", "VE"]}]})

    assert str(finding) == (
        "extract/authored/one.yaml:19:9: warning DT204 countries: gazette says countries BR CU VE, and the record has no stop in CU"
    )
    assert [end.label for end in finding.ends] == ["gazette says countries BR CU VE", "the record has stops in BR VE"]
    assert str(finding.related[0].place) == "extract/authored/one.yaml:10:3"


def test_country_of_a_stop(find: Callable[..., list[Finding]]) -> None:
    """A source that puts a stop into another country is named too."""
    (finding,) = find(CHECK, {"gazette": [{"about": "br", "country": "AR"}]})

    assert finding.message == "gazette says country AR, and the record has no stop in AR"


def test_complete_list_against_one_more(find: Callable[..., list[Finding]]) -> None:
    """A source that names all countries and their number contradicts one that names another one."""
    said = {
        "gazette": [{"countries": ["BR", "VE"], "n_countries": 2, "status": "planned"}],
        "herald": [{"countries": ["BR", "CU"], "mode": "planned"}],
    }

    (finding,) = find(CHECK, said)

    assert finding.message == "gazette says countries BR VE, 2 in all, and herald names CU"
    assert [(end.source, end.field) for end in finding.ends] == [
        ("gazette", "countries"),
        ("gazette", "n_countries"),
        ("herald", "countries"),
    ]


def test_denied_visit(find: Callable[..., list[Finding]]) -> None:
    """Who denies a visit contradicts who reports it, and the record that has a stop there."""
    said = {"gazette": [{"about": "ve", "country": "VE"}], "herald": [{"about": "ve", "mode": "denied"}]}

    (finding,) = find(CHECK, said)

    assert finding.message == (
        "herald denies a visit to VE and gazette says country VE; herald denies a visit to VE and the record has a stop there"
    )
    assert [end.source for end in finding.ends] == ["gazette", "herald", ""]


@pytest.mark.parametrize(
    "lines",
    [
        [{"countries": ["BR"]}],
        [{"countries": ["BR", "VE", "CU"], "status": "planned"}],
        [{"countries": ["BR", "CU"], "mode": "possible"}],
        [{"countries": ["CU"], "mode": "denied"}],
        [{"countries": ["CU"], "mode": "denied"}, {"countries": ["CU"], "mode": "planned"}],
        [{"countries": ["BR"], "n_countries": "1.."}],
    ],
)
def test_silent_where_all_can_be_true(find: Callable[..., list[Finding]], lines: list[dict[str, Any]]) -> None:
    """These at least, plans that changed, possibilities and denials of what nobody reports contradict nothing."""
    assert find(CHECK, {"gazette": lines, "herald": [{"countries": ["BR", "VE"]}]}) == []


def test_cancelled_stop(find: Callable[..., list[Finding]]) -> None:
    """A cancelled stop is no visit; of a trip that is a plan it counts."""
    stops = [{"id": "br"}, {"id": "cu", "status": "cancelled"}]
    said = {"gazette": [{"countries": ["BR", "CU"]}]}

    assert len(find(CHECK, said, stops=stops)) == 1
    assert find(CHECK, said, stops=stops, trip={"status": "planned"}) == []
