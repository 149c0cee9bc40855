"""The tables of towns, of places in contested territories, and how a place is looked up."""

from __future__ import annotations

from collections import Counter

import pytest

from diplotrips.schema.codelists import codes, fold
from diplotrips.schema.countries import countries
from diplotrips.schema.places import CONTESTED_YEARS, OWN_COUNTRY, countries_with, recurs, territories_with, towns

UNINHABITED = {"AQ", "BV", "GS", "HM", "IO", "UM"}


@pytest.mark.parametrize(
    ("place", "known"),
    [
        ("Bogotá", {"CO"}),
        ("BOGOTA", {"CO"}),
        ("Kiev", {"UA"}),
        ("Lyon, France", {"FR"}),
        ("Washington, D.C.", {"US", "GB"}),
        ("Georgetown", {"GY", "KY", "MY", "US"}),
        ("Singapore", {"SG"}),
        ("Georgia", {"GE", "US"}),
        ("Nowhere-on-Sea", set()),
        ("", set()),
    ],
)
def test_countries_with(place: str, known: set[str]) -> None:
    """A name is looked up without accents and case, up to a comma, in all countries that have it; a country's name is a place in it."""
    assert countries_with(place) == known


@pytest.mark.parametrize("place", ["San José", "Georgetown", "Kingston", "Santiago", "Tripoli", "Córdoba", "Hyderabad"])
def test_ambiguous_names(place: str) -> None:
    """Names that several countries have are known in several."""
    assert len(countries_with(place)) > 1


def test_every_country_has_a_capital() -> None:
    """Every country that there is has its capital in the table, the uninhabited ones apart."""
    there_are = {row.country for row in countries() if row.status not in {"former", "special"}} - UNINHABITED

    assert there_are <= {town.country for town in towns() if town.role == "capital"}


def test_no_name_twice() -> None:
    """A country has each name once, and every code is one of a country that there is."""
    names = Counter((town.country, fold(name)) for town in towns() for name in (town.name, *town.other_names))

    assert [name for name, count in names.items() if count > 1] == []
    assert {town.country for town in towns()} <= {row.country for row in countries() if row.status != "former"}
    assert {town.role for town in towns()} == {"capital", "seat", ""}


def test_every_name_is_found() -> None:
    """Every name of the table is found in its country, whatever letter it begins with."""
    lost = [(town.country, name) for town in towns() for name in (town.name, *town.other_names) if town.country not in countries_with(name)]

    assert lost == []


def test_capitals_have_positions() -> None:
    """Every capital and seat of government has a position, and every position lies on the globe."""
    placed = [(town.latitude, town.longitude) for town in towns() if town.latitude is not None and town.longitude is not None]

    assert [town.name for town in towns() if town.role and town.latitude is None] == []
    assert len(placed) > 5_000
    assert all(-60 < north < 85 and -180 <= east <= 180 for north, east in placed)


@pytest.mark.parametrize(
    ("country", "name", "latitude", "longitude", "population"),
    [("PE", "Lima", -12.04, -77.03, 7_737_002), ("AG", "St. John's", 17.12, -61.84, 51_737), ("GB", "Chequers", None, None, 0)],
)
def test_positions(country: str, name: str, latitude: float | None, longitude: float | None, population: int) -> None:
    """A town has its position and size from GeoNames; a site that is no town has none."""
    (town,) = (one for one in towns() if (one.country, one.name) == (country, name))

    assert (town.latitude, town.longitude, town.population) == (latitude, longitude, population)


def test_territories() -> None:
    """Places of contested territories are known, and every code is one of the list."""
    assert territories_with("Yalta") == ("crimea",)
    assert territories_with("Vienna") == ()
    assert {*OWN_COUNTRY, *CONTESTED_YEARS} <= set(codes("territories"))


@pytest.mark.parametrize(
    ("place", "expected"), [("San Pedro", True), ("São Luís", True), ("San José", False), ("Santiago", False), ("Sanaa", False)]
)
def test_towns_named_after_saints_recur(place: str, expected: bool) -> None:  # noqa: FBT001  (what is expected, not a switch)
    """A saint's name that is no capital's says nothing about the country."""
    assert recurs(place) is expected
