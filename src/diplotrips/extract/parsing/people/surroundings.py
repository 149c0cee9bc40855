"""What the sentence of a name says of that one's country: `its minister, X`, a host in a place, where its subject comes home."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplotrips.extract.parsing.mentions import PlaceKind
from diplotrips.extract.parsing.people.itineraries import journeys
from diplotrips.extract.parsing.people.sightings import phrase_start
from diplotrips.extract.parsing.people.subjects import is_subject
from diplotrips.extract.parsing.people.tokens import word_class

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.extract.parsing.people.reading import Reading
    from diplotrips.extract.parsing.people.sightings import Sighting

ITS_MINISTER: Final = 3.0
HOST: Final = 2.0
"""Weight of the place where somebody receives others; nothing else has it."""
_DELEGATION = 2.5
_HEADING = 2.2
_NEAR = 3
"""Sentences back in which a host's place is looked for."""
_LIST = 14
"""Words of a list of hosts."""
_PROGRAMME = 6
"""Most words of a line of a programme: `8 June, Lima.`"""


def hints_around(readings: Sequence[Reading], each: Sighting) -> Iterator[tuple[str, float]]:
    """Give what the sentence of one mention says: `its minister, X`, a host in a place, where its subject leaves and comes home."""
    reading = readings[each.sentence]
    first = phrase_start(each)
    words = reading.phrase.words
    yield from _of_heading(readings, each.sentence)
    if _is_possessed(reading, first):
        yield next(_countries_before(reading, first), ""), ITS_MINISTER
    elif (of_delegation := _delegation(reading, first)) is not None:
        yield of_delegation, _DELEGATION
    elif first and _is_hosting(reading, first):
        yield _place_of_meeting(readings, each.sentence, first), HOST
    elif is_subject(reading, first, each.end):
        end = next((at for at in range(each.end, len(words)) if words[at].text in {";", '"'}), len(words))
        yield from journeys(reading, each.end, end)


def _of_heading(readings: Sequence[Reading], number: int) -> Iterator[tuple[str, float]]:
    """Give the country that stands alone as the sentence before: `Ruritania. Foreign Minister X …`."""
    before = readings[number - 1] if number else None
    if before is None or readings[number].is_headline:
        return
    letters = [index for index, word in enumerate(before.phrase.words) if word.is_letters]
    places = {before.places[index] for index in letters}
    place = next(iter(places), None) if len(places) == 1 else None
    if place is not None and place.kind is PlaceKind.COUNTRY:
        yield place.country, _HEADING


def _delegation(reading: Reading, first: int) -> str | None:
    """Return the country of `a Ruritanian delegation led by` before the word *first*; None if nothing of the kind stands there."""
    lead = first - 1 - reading.phrase.text_is(first - 1, "the")
    if not (reading.phrase.text_is(lead, "by") and reading.phrase.text_is(lead - 1, "led", "headed", "chaired")):
        return None
    return next(_countries_before(reading, lead), "")


def _is_possessed(reading: Reading, first: int) -> bool:
    """Tell whether `its` stands before the title: `its foreign minister, X`."""
    return any(reading.phrase.text_is(at, "its", "whose") for at in (first - 1, first - 2))


def _countries_before(reading: Reading, first: int) -> Iterator[str]:
    """Give the countries named before the word *first*, the nearest one last: the clause's subject stands first."""
    for at in range(first):
        place = reading.places[at]
        governed = reading.phrase.text_is(at - 1, "in", "to", "at", "with", "from", "between")
        if place is not None and place.country and place.kind is not PlaceKind.REGION and not governed:
            yield place.country


def _is_hosting(reading: Reading, first: int) -> bool:
    at = first - 1
    while at > 0 and reading.phrase.words[at].lower in {"the", "of", "his", "her", "their", "host", "'s", "mr", "then"}:
        at -= 1
    if reading.phrase.text_is(at, ",", "and") and any(
        reading.phrase.text_is(back, "with", "met") for back in range(max(0, at - _LIST), at)
    ):
        return True
    return reading.phrase.words[at].lower in word_class("hosting")


def _place_of_meeting(readings: Sequence[Reading], number: int, first: int) -> str:
    """Return the country of the place nearest to the word *first* that a preposition leads; else that of the sentences before."""
    reading = readings[number]
    found = [(abs(at - first), place) for at, place in _located(reading)]
    if found:
        return min(found)[1]
    for before in range(number - 1, max(-1, number - _NEAR), -1):
        located = [place for _, place in _located(readings[before])]
        if located:
            return located[-1]
    return ""


def _located(reading: Reading) -> Iterator[tuple[int, str]]:
    """Give the words, with their countries, at which somebody can be: `in Lima`, `to Ruritania`."""
    for at, place in enumerate(reading.places):
        if place is None or place.kind in {PlaceKind.DEMONYM, PlaceKind.REGION} or not place.country:
            continue
        lead = at - 1 - reading.phrase.text_is(at - 1, "the")
        is_led = reading.phrase.text_is(lead, *word_class("arriving")) or len(reading.phrase.words) <= _PROGRAMME
        if is_led and not reading.phrase.text_is(at + 1, "'s", "'"):
            yield at, place.country
