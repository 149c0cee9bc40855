"""Words in a row, as sentences have them."""

from __future__ import annotations

import pytest

from diplotrips.words import listed, number


@pytest.mark.parametrize(("words", "told"), [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")])
def test_only_the_last_word_is_joined_by_the_joint(words: list[str], told: str) -> None:
    """Commas between all others; one word stands alone."""
    assert listed(words, "or") == told


@pytest.mark.parametrize(("n_words", "told"), [(2, "a and a"), (3, "a, a and 1 more"), (1_236, "a, a and 1,234 more")])
def test_too_many_words_are_counted(n_words: int, told: str) -> None:
    """What is over the most that are told is a number at the end."""
    assert listed(["a"] * n_words, "and", 2) == told


@pytest.mark.parametrize(
    ("count", "names", "told"), [(0, "", "0 trips"), (1, "", "1 trip"), (2, "", "2 trips"), (1_200, "journeys", "1,200 journeys")]
)
def test_a_number_of_things(count: int, names: str, told: str) -> None:
    """One thing alone is singular, and thousands are told apart."""
    assert number(count, "trip", names) == told
