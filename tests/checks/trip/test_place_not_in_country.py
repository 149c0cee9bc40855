"""DT109: a place that is known in other countries only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.trip.place_not_in_country import CHECK

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding

Written = dict[str, Any]


def test_names_record_claims_and_country(find: Callable[..., list[Finding]]) -> None:
    """The record's place, every source that names it, and the country of the stop are ends of one finding."""
    said = {"gazette": [{"about": "pe", "places": ["Bogota"]}], "herald": [{"about": "pe", "places": ["Bogotá", "Lima"]}]}

    (finding,) = find(CHECK, {"one": {"stops": [{"id": "pe", "places": ["Lima", "Bogotá"]}], "said": said}})

    assert str(finding) == (
        "extract/authored/one.yaml:13:9: warning DT109 stops.pe.places: Bogotá is in CO (Colombia), and the stop is in PE (Peru)"
    )
    assert [(end.source, end.value) for end in finding.ends] == [("", "Bogotá"), ("gazette", "Bogota"), ("herald", "Bogotá"), ("", "PE")]


@pytest.mark.parametrize(
    ("country", "place", "told"),
    [
        ("PE", "La Habana", "CU (Cuba)"),
        ("AT", "Bratislava", "SK (Slovakia)"),
        ("GB", "Cayenne", "GF (French Guiana)"),
        ("US", "Tripoli", "GR (Greece), LB (Lebanon) or LY (Libya)"),
        ("GF", "Paris", "CA (Canada), FR (France) or US (United States)"),
    ],
)
def test_finds(find: Callable[..., list[Finding]], country: str, place: str, told: str) -> None:
    """Other names, other countries, and the mother country of a dependency."""
    (finding,) = find(CHECK, {"one": [{"id": "a", "country": country, "places": [place]}]})

    assert finding.message.startswith(f"{place} is in {told}, and the stop is in {country} (")


@pytest.mark.parametrize(
    ("country", "place"),
    [
        ("PE", "Lima"),
        ("CR", "San José"),
        ("US", "San Jose"),
        ("CL", "Santiago"),
        ("CU", "Santiago"),
        ("JM", "Kingston"),
        ("GY", "Georgetown"),
        ("FR", "Cayenne"),
        ("PE", "Hacienda La Caravedo"),
        ("RU", "Simferopol"),
        ("IL", "Ramallah"),
        ("PE", {"name": "Bogotá", "territory": "other"}),
        ("SUHH", "Kyiv"),
        ("ZZ", "Kyiv"),
    ],
)
def test_silent(find: Callable[..., list[Finding]], country: str, place: Written | str) -> None:
    """Ambiguous names, dependencies, unknown places, contested territories, former and unknown countries."""
    assert find(CHECK, {"one": [{"id": "a", "country": country, "places": [place]}]}) == []


@pytest.mark.parametrize(("dates", "number"), [("1990-05-01", 0), ("1995-05-01", 1)])
def test_country_of_later(find: Callable[..., list[Finding]], dates: str, number: int) -> None:
    """A town of a country that there was not yet lay in another one."""
    assert len(find(CHECK, {"one": [{"id": "et", "country": "ET", "places": ["Asmara"], "dates": dates}]})) == number


def test_silent_for_denied(find: Callable[..., list[Finding]]) -> None:
    """What a source denies or thinks possible puts nobody there."""
    lines = [{"about": "pe", "places": ["Bogotá"], "mode": mode} for mode in ("denied", "possible")]

    assert find(CHECK, {"one": {"stops": [{"id": "pe"}], "said": {"gazette": lines}}}) == []
