"""Which countries a source's phrase for a region may mean."""

from __future__ import annotations

import pytest

from diplotrips.schema.codelists import code_list
from diplotrips.schema.countries import country_codes
from diplotrips.schema.regions import _phrases, countries_of_region


@pytest.mark.parametrize(
    ("phrase", "inside", "outside"),
    [
        ("South and Central America", {"BR", "VE", "NI", "MX"}, {"CU", "US"}),
        ("Latin America", {"CU", "BR", "GT"}, {"US", "ES"}),
        ("four Latin American countries", {"CU", "BR"}, {"US"}),
        ("Latin America and the Caribbean", {"CU", "JM"}, {"CA"}),
        ("the Gulf", {"QA", "IR"}, {"EG"}),
        ("Central Asia", {"KZ", "TJ"}, {"CN"}),
        ("Middle East and Africa", {"EG", "ZA", "IL"}, {"GR"}),
        ("Venezuela, Cuba and Africa", {"VE", "CU", "ML"}, {"BR"}),
        ("South and West Africa", {"ZA", "NG", "ZM"}, {"KE"}),
        ("South Africa", {"ZA"}, {"NA"}),
        ("Africa", {"EG", "ZA"}, {"YE"}),
        ("South-East Asia", {"VN", "ID"}, {"IN"}),
        ("the Western Balkans region", {"RS", "XK"}, {"BG"}),
    ],
)
def test_means(phrase: str, inside: set[str], outside: set[str]) -> None:
    """Regions, several of them, what they share, and countries among them."""
    known = countries_of_region(phrase)

    assert known is not None
    assert inside <= known
    assert not outside & known


@pytest.mark.parametrize("phrase", ["", "the region", "the Global South", "Africa and beyond", "the European Union", "and"])
def test_unknown(phrase: str) -> None:
    """A phrase of which some part is not known means nothing."""
    assert countries_of_region(phrase) is None


def test_members_exist() -> None:
    """Every member of a phrase is a country, a region of M49, or a larger one that regions are part of."""
    regions = {code.code for code in code_list("regions")} | {code.extra["part_of"] for code in code_list("regions")}

    assert {member for members in _phrases().values() for member in members} <= regions | set(country_codes())
