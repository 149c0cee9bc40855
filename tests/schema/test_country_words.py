"""The names of countries, territories and peoples."""

from __future__ import annotations

from collections import Counter

import pytest

from diplotrips.schema.codelists import fold
from diplotrips.schema.countries import countries, country_codes
from diplotrips.schema.country_words import country_words

NOBODY = {"AQ", "BV", "GS", "HM", "IO", "TF", "UM"}


@pytest.mark.parametrize(
    ("word", "kind", "codes"),
    [
        ("Türkiye", "country", ("TR",)),
        ("U.A.E.", "country", ("AE",)),
        ("Congo", "country", ("CD", "CG")),
        ("Dominican", "demonym", ("DO", "DM")),
        ("Nigerien", "demonym", ("NE",)),
        ("Crimea", "territory", ("UA", "RU")),
    ],
)
def test_words(word: str, kind: str, codes: tuple[str, ...]) -> None:
    """A word has its kind and all codes that it may mean, likeliest first."""
    assert (word, kind, codes) in country_words()


def test_every_state_has_a_name_and_a_demonym() -> None:
    """Every state that there is has a name, and its people have one."""
    states = {row.country for row in countries() if row.status in {"official", "user-assigned"} and not row.parent} - NOBODY
    named = {code for word in country_words() if word.kind == "country" for code in word.countries}
    peoples = {code for word in country_words() if word.kind == "demonym" for code in word.countries}

    assert states - named == set()
    assert states - peoples == {"CF", "VA"}


def test_no_word_twice() -> None:
    """A word stands once, parts of countries apart, and every code is one that there is."""
    words = Counter(fold(word.word) for word in country_words() if word.kind != "state")

    assert [word for word, count in words.items() if count > 1] == []
    assert {code for word in country_words() for code in word.countries} <= set(country_codes())
    assert {word.kind for word in country_words()} == {"country", "demonym", "territory", "state"}
