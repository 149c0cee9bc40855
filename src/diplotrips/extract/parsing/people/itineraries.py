"""Where somebody sets out from, arrives and comes home, as far as it tells whose official that is; trips are found by another stage."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.mentions import PlaceKind
from diplotrips.extract.parsing.people.reading import motion_forms
from diplotrips.extract.parsing.people.tokens import word_class

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.extract.parsing.people.reading import Reading

_HOME = 1.5
_LEFT = 0.5
_ABROAD = -3.0
_AHEAD = 5
"""Words before a place in which its verb stands."""


def journeys(reading: Reading, first: int, end: int) -> Iterator[tuple[str, float]]:
    """Give the countries in the words from *first* to *end*, whose subject stands before, with what each says of that one's home."""
    before = None
    for at in range(first, end):
        place = reading.places[at]
        if place is None or place is before:
            continue
        before = place
        if place.country and place.kind not in {PlaceKind.DEMONYM, PlaceKind.REGION}:
            yield place.country, _weight(reading, first, at)


def _weight(reading: Reading, first: int, at: int) -> float:
    words = reading.phrase.words
    near = [words[index].lower for index in range(max(first, at - _AHEAD), at)]
    is_led = bool(near) and near[-1 - (near[-1] == "the" and len(near) > 1)] in word_class("arriving")
    if is_led and any(word in word_class("homewards") for word in near) and not {"after", "from", "following"} & set(near):
        return _HOME
    if any(word in word_class("leaving") for word in near) and "for" not in near:
        return _LEFT
    moves = any(word in motion_forms() or word in word_class("arriving-verb") for word in near)
    return _ABROAD if is_led and moves else 0.0


def named_countries(readings: Sequence[Reading]) -> Counter[str]:
    """Return how often an article names each country otherwise than as a place to be in or go to: `Ruritania's`, `the Ruritanians`."""
    counts: Counter[str] = Counter()
    for reading in readings:
        for at, place in enumerate(reading.places):
            if place is None or not place.country or place.kind is PlaceKind.REGION or (at and reading.places[at - 1] is place):
                continue
            lead = at - 1 - reading.phrase.text_is(at - 1, "the")
            is_listed = reading.phrase.text_is(at - 1, ",", "and") or reading.phrase.text_is(at + 1, ",", "and")
            if place.kind is PlaceKind.DEMONYM or not (is_listed or reading.phrase.text_is(lead, *word_class("arriving"))):
                counts[place.country] += 1
    return counts
