"""DT110: a visit abroad to one's own country."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.trip.represented_country_visited import CHECK

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding


def test_names_both_ends(find: Callable[..., list[Finding]]) -> None:
    """The stop's country and what the traveller represents are the ends."""
    (finding,) = find(CHECK, {"one": [{"id": "br"}, {"id": "nz"}]})

    assert str(finding) == (
        "extract/authored/one.yaml:13:14: warning DT110 stops.nz.country: the stop is in NZ, the country that jane-doe represents"
    )
    assert [end.label for end in finding.ends] == ["the stop is in NZ", "jane-doe represents NZ"]


@pytest.mark.parametrize(
    ("trip", "stop"),
    [
        ({}, {"kind": "technical"}),
        ({}, {"kind": "transit"}),
        ({}, {"places": [{"name": "Somewhere", "territory": "other"}]}),
        ({}, {"country": "AU"}),
        ({"represents": "united-nations"}, {}),
        ({"represents": "ZZ"}, {"country": "ZZ"}),
        ({}, {"status": "cancelled"}),
        ({"status": "postponed"}, {}),
    ],
)
def test_silent(find: Callable[..., list[Finding]], trip: dict[str, Any], stop: dict[str, Any]) -> None:
    """Stops that are no visits or were called off, stops in a territory, other and unknown countries, organizations."""
    assert find(CHECK, {"one": {"trip": trip, "stops": [{"id": "nz"} | stop]}}) == []
