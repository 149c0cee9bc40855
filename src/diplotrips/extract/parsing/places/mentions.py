"""The mentions of places in an article: what others call is `find_places`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.mentions import PlaceKind, PlaceMention
from diplotrips.extract.parsing.places.matching import matches
from diplotrips.extract.parsing.places.readings import chosen, codes_of
from diplotrips.extract.parsing.places.strangers import without_strangers
from diplotrips.extract.parsing.places.words import words_of
from diplotrips.schema.countries import country_name
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from diplotrips.extract.parsing.passages import Layout
    from diplotrips.extract.parsing.places.matching import Match
    from diplotrips.extract.parsing.places.names import Reading


_JOINTS = frozenset({", ", " (", ",", " in ", ", in ", " in the ", ", the "})


def find_places(layout: Layout) -> tuple[PlaceMention, ...]:
    """Return all mentions of places, regions and peoples in the order of the text.

    Names that are part of a person's, an outlet's or a treaty's are left out. A name that several places have stays open (`country` is
    empty) where neither the context nor the size of the places decides.
    """
    words = words_of(layout.view)
    found = without_strangers(layout.view, words, list(matches(layout.view, words)))
    followed_by = _countries_after(layout.view, found)
    readings = chosen(layout, found, followed_by)
    kept = [number for number, match in enumerate(found) if match.name.readings]
    numbers = {number: place for place, number in enumerate(kept)}
    return tuple(_mention(found[number], readings[number], numbers.get(followed_by.get(number, -1))) for number in kept)


def _countries_after(view: str, found: list[Match]) -> dict[int, int]:
    """Return the number of the country or state that follows each town as in `Lima, Peru`, `Lima (Peru)` and `Portland, Oregon`."""
    after: dict[int, int] = {}
    for number, (one, other) in enumerate(pairwise(found)):
        if _is_town(one) and (other.name.state_of or not _is_town(other)) and view[one.end : other.start] in _JOINTS:
            codes = {reading.country for reading in one.name.readings}
            if codes.intersection(codes_of(other)):
                after[number] = number + 1
    return after


def _is_town(match: Match) -> bool:
    return bool(match.name.readings) and match.name.readings[0].kind is PlaceKind.CITY


def _mention(match: Match, reading: Reading | None, of: int | None) -> PlaceMention:
    first = reading or match.name.readings[0]
    kind = first.kind
    return PlaceMention(
        span=Span(match.start, match.end),
        kind=kind,
        name=country_name(first.country) if kind in {PlaceKind.COUNTRY, PlaceKind.DEMONYM} else first.name,
        country=reading.country if reading else "",
        readings=tuple(reading.country for reading in match.name.readings if reading.country),
        is_seat=kind is PlaceKind.CITY and bool(first.role),
        of=of,
    )
