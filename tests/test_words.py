"""Words in a row, as sentences have them."""

from __future__ import annotations

import pytest

from diplotrips.words import listed


@pytest.mark.parametrize(("words", "told"), [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")])
def test_only_the_last_word_is_joined_by_the_joint(words: list[str], told: str) -> None:
    """Commas between all others; one word stands alone."""
    assert listed(words, "or") == told
