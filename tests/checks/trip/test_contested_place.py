"""DT111: places in contested territories."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.trip.contested_place import CHECK

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding

Place = str | dict[str, Any]


def test_names_place_and_country(find: Callable[..., list[Finding]]) -> None:
    """A place without its territory is named, with the country of the stop as the other end."""
    (finding,) = find(CHECK, {"one": [{"id": "ru", "places": ["Moscow", "Sevastopol"]}]})

    assert str(finding) == (
        "extract/authored/one.yaml:13:9: note DT111 stops.ru.places: "
        "Sevastopol lies in crimea, and the stop in RU records it without the territory"
    )
    assert [end.value for end in finding.ends] == ["Sevastopol", "RU"]


@pytest.mark.parametrize(
    ("country", "place", "told"),
    [
        ("IL", "Ramallah", "Ramallah lies in west-bank, and the stop in IL records it without the territory"),
        ("RS", "Priština", "Priština lies in kosovo, and the stop in RS records it without the territory"),
        ("MA", "Laayoune", "Laayoune lies in western-sahara, and the stop in MA records it without the territory"),
        ("TR", "Simferopol", "Simferopol lies in crimea, which is held or claimed by RU and UA, and the stop is in TR"),
        (
            "PL",
            {"name": "A town", "territory": "abkhazia"},
            "A town lies in abkhazia, which is held or claimed by GE, and the stop is in PL",
        ),
    ],
)
def test_finds(find: Callable[..., list[Finding]], country: str, place: Place, told: str) -> None:
    """A territory that is missing, and one with which the country of the stop has nothing to do."""
    (finding,) = find(CHECK, {"one": [{"id": "a", "country": country, "places": [place]}]})

    assert finding.message == told


@pytest.mark.parametrize(
    ("country", "place"),
    [
        ("RU", {"name": "Yalta", "territory": "crimea"}),
        ("UA", {"name": "Yalta", "territory": "crimea"}),
        ("XK", "Pristina"),
        ("PS", "Ramallah"),
        ("TW", {"name": "Taipei", "territory": "taiwan"}),
        ("EG", "Dakhla"),
        ("DK", {"name": "Nuuk", "territory": "greenland"}),
        ("GL", {"name": "Nuuk", "territory": "greenland"}),
        ("FR", {"name": "A place", "territory": "other"}),
        ("RU", "Moscow"),
        ("SUHH", "Yalta"),
        ("ZZ", "Yalta"),
        ("ZZ", {"name": "A town", "territory": "abkhazia"}),
    ],
)
def test_silent(find: Callable[..., list[Finding]], country: str, place: Place) -> None:
    """Territories that are given, codes that stand for the territory, namesakes elsewhere, former and unknown states."""
    assert find(CHECK, {"one": [{"id": "a", "country": country, "places": [place]}]}) == []


@pytest.mark.parametrize(("dates", "number"), [("2010-05-01", 0), ("2014-05-01", 1)])
def test_before_it_was_contested(find: Callable[..., list[Finding]], dates: str, number: int) -> None:
    """Before the territory was contested there is nothing to record."""
    assert len(find(CHECK, {"one": [{"id": "ua", "places": ["Yalta"], "dates": dates}]})) == number
