"""Which of several places a name means, by the article around it."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log10
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.mentions import PlaceKind
from diplotrips.extract.parsing.places.uses import used_as
from diplotrips.extract.parsing.places.words import folded_words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from diplotrips.extract.parsing.passages import Layout
    from diplotrips.extract.parsing.places.matching import Match
    from diplotrips.extract.parsing.places.names import Reading

_TOLD = 10.0
"""Weight of words that say it: `Tripoli, Lebanon`, `the Lebanese city of Tripoli`."""
_SAME_SENTENCE = 1.2
_SAME_SEGMENT = 1.0
_SAME_ARTICLE = 0.9
_CAPITAL = 0.7
"""A capital counts as five times as large as it is."""
_METROPOLIS = 1.5
"""What a capital of millions has besides: London is in Canada only where the words say so."""
_MILLIONS = 3_000_000
_FIRST = 1.0
"""Weight of the first reading of a country's name."""
_ALIAS = -0.5
"""Weight of a name that is not the town's first one."""
_VILLAGE = 4.0
"""Logarithm of the inhabitants of a town of unknown size."""
_STATE = 2.0
"""Weight of a part of a country that its towns' table has: Florida."""
_SPELLED = 4.0
"""Weight of a spelling with accents that is the reading's own: San José against San Jose."""
_CLEAR = 0.3
"""Least lead of the reading that is taken."""
_LONGEST_TIE = 40
"""Most characters between a country and its town."""
_MERE = frozenset({"the", "in", "of"})
"""Words that tell nothing alone: Chilean officials in Lima."""


def chosen(layout: Layout, found: Sequence[Match], followed_by: Mapping[int, int]) -> list[Reading | None]:
    """Return the reading that each match has, in the same order; None where it stays open or has none."""
    context = _Context(layout, found)
    ties = {number: codes_of(found[other]) for number, other in followed_by.items()}
    result: list[Reading | None] = []
    for number, match in enumerate(found):
        readings = match.name.readings
        if len(readings) < 2:  # noqa: PLR2004  (nothing to choose)
            result.append(readings[0] if readings else None)
            continue
        told = ties.get(number) or _told_before(layout.view, found, number)
        result.append(_best(layout, match, context, told))
    return result


def codes_of(match: Match) -> frozenset[str]:
    """Return the codes of a country or of the one that a part belongs to; none of towns, demonyms and regions."""
    readings = match.name.readings
    is_country = not readings or readings[0].kind in {PlaceKind.COUNTRY, PlaceKind.TERRITORY}
    return frozenset({*(reading.country for reading in readings if is_country), match.name.state_of} - {""})


def _best(layout: Layout, match: Match, context: _Context, told: Collection[str]) -> Reading | None:
    """Return the reading with the greatest weight, None if another one is about as likely."""
    readings = match.name.readings
    spelling = layout.view[match.start : match.end]
    weights = [
        (_prior(match, reading, place, spelling) + context.weight(match, reading) + (_TOLD if reading.country in told else 0.0), -place)
        for place, reading in enumerate(readings)
    ]
    (best, place), (second, _) = sorted(weights, reverse=True)[:2]
    # A disputed territory is nobody's unless the article says so.
    least = {PlaceKind.CITY: _CLEAR, PlaceKind.TERRITORY: _TOLD / 2}.get(readings[0].kind, 0.0)
    return None if best - second < least else readings[-place]


def _prior(match: Match, reading: Reading, place: int, spelling: str) -> float:
    """Return how likely a reading is without any context, as a logarithm."""
    if match.name.readings[0].kind is not PlaceKind.CITY:
        return 0.0 if place else _FIRST
    size = log10(reading.population) if reading.population else _VILLAGE
    alias = 0.0 if folded_words(reading.name) == match.name.words else _ALIAS
    accents = _SPELLED if not spelling.isascii() and spelling == reading.name else 0.0
    state = _STATE if match.name.state_of == reading.country else 0.0
    capital = (_CAPITAL if reading.role else 0.0) + (_METROPOLIS if reading.role and reading.population >= _MILLIONS else 0.0)
    return size + alias + accents + state + capital


class _Context:
    """Which countries an article names where, as far as their names are clear."""

    def __init__(self, layout: Layout, found: Sequence[Match]) -> None:
        self._layout = layout
        self._by_sentence: dict[int, Counter[str]] = defaultdict(Counter)
        self._by_segment: dict[int, Counter[str]] = defaultdict(Counter)
        self._all: Counter[str] = Counter()
        self._states: dict[int, set[str]] = defaultdict(set)
        for match in found:
            self._add(match)

    def _add(self, match: Match) -> None:
        sentence = self._layout.sentence_at(match.start)
        readings = match.name.readings
        if sentence is not None and ((match.name.state_of and not readings) or _is_plain_town(match)):
            self._states[sentence].add(match.name.state_of or readings[0].country)
        if len(readings) != 1 or (readings[0].kind is PlaceKind.CITY and not readings[0].role):
            return
        code = readings[0].country
        self._all[code] += 1
        if sentence is not None:
            self._by_sentence[sentence][code] += 1
            self._by_segment[self._layout.sentences[sentence].segment][code] += 1

    def weight(self, match: Match, reading: Reading) -> float:
        """Return how much the article speaks for *reading*."""
        sentence = self._layout.sentence_at(match.start)
        states = self._states.get(sentence, set()) if sentence is not None else set()
        if reading.kind is PlaceKind.TERRITORY and match.name.state_of == reading.country:
            # The United States are named everywhere; a state only among states and its towns.
            return _TOLD if reading.country in states else 0.0
        code = reading.country
        weight = _SAME_SENTENCE if code in states else 0.0
        if sentence is not None:
            weight = max(weight, _SAME_SENTENCE if self._by_sentence[sentence][code] else 0.0)
            weight += _SAME_SEGMENT if self._by_segment[self._layout.sentences[sentence].segment][code] else 0.0
        return weight + (_SAME_ARTICLE if self._all[code] else 0.0)


def _is_plain_town(match: Match) -> bool:
    """Tell whether it is a town of one country that is no capital."""
    readings = match.name.readings
    return len(readings) == 1 and readings[0].kind is PlaceKind.CITY and not readings[0].role


def _told_before(view: str, found: Sequence[Match], number: int) -> set[str]:
    """Return the codes of the country that the words before tell: `the Lebanese port of Tripoli`, `Chile's capital, Santiago`."""
    if not number:
        return set()
    before, match = found[number - 1], found[number]
    between = view[before.end : match.start]
    if len(between) > _LONGEST_TIE or not before.name.readings or before.name.readings[0].kind is PlaceKind.CITY:
        return set()
    words = [word for word in folded_words(between) if word != "s"]
    if not words and "'s " not in between:
        return set()
    if any(word not in used_as("kind") for word in words) or (words and _MERE.issuperset(words)):
        return set()
    return {reading.country for reading in before.name.readings if reading.country}
