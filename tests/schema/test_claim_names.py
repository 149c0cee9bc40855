"""Names of claims as decisions write them."""

from __future__ import annotations

import pytest

from diplotrips.schema.claim_names import ClaimName


@pytest.mark.parametrize("text", ["gazette", "gazette:headline", "gazette:body:under-way", "gazette:body:4:30, at night", "gazette:body:"])
def test_a_name_is_read_as_it_is_written(text: str) -> None:
    """The text comes back; colons in a value belong to it."""
    assert str(ClaimName.parse(text)) == text


def test_a_shorter_name_covers_the_longer_ones() -> None:
    """A source covers its parts and values, a part its values, and none what another one says."""
    source, part, value = ClaimName("gazette", "body", "4").shortened

    assert source.covers(part)
    assert part.covers(value)
    assert value.covers(value)
    assert not value.covers(part)
    assert not part.covers(ClaimName("gazette", "headline", "4"))
    assert not value.covers(ClaimName.parse("gazette:body:40"))
