"""Who says `I` outside quotation marks: the official in whose name a release is written, in its heading or under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.parsing.mentions import PersonMention, Role
from diplotrips.extract.parsing.passages import Part
from diplotrips.extract.parsing.people.reading import Kind
from diplotrips.extract.parsing.people.tokens import word_class
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.extract.parsing.passages import Layout
    from diplotrips.extract.parsing.people.profile import Profile
    from diplotrips.extract.parsing.people.reading import Reading
    from diplotrips.extract.parsing.people.sightings import Sighting

_FIRST = frozenset({"i", "my", "me", "myself"})
_FEWEST = 2
"""So often does a release in the first person say `I` at least."""
_HEAD = 3
_TAIL = 4


def speaker_of(
    layout: Layout, readings: Sequence[Reading], seen: Sequence[Sighting], profiles: Sequence[Profile], authors: frozenset[int]
) -> int | None:
    """Return the official who writes in the first person: the only one named in the first or last lines; None if nobody does."""
    if sum(1 for _ in _pronouns(layout, readings)) < _FEWEST:
        return None
    edges = {each.person for each in seen if _is_edge(readings, each.sentence) and _signs(readings[each.sentence])}
    signed = edges | {each.person for each in seen if each.span.start in authors}
    officials = [person for person in sorted(edges) if profiles[person].role is Role.OFFICIAL]
    return officials[0] if len(officials) == 1 and len(signed) == 1 else None


def _is_edge(readings: Sequence[Reading], number: int) -> bool:
    return number < _HEAD or number >= len(readings) - _TAIL


def _signs(reading: Reading) -> bool:
    """Tell whether a line only names somebody: a heading, a byline, `X is the foreign minister`."""
    told = [word for word, kind in zip(reading.phrase.words, reading.kinds, strict=True) if kind is Kind.LOWER]
    return reading.part is not Part.PARAGRAPH or sum(word.lower not in word_class("signing") for word in told) <= 1


def first_persons(layout: Layout, readings: Sequence[Reading], person: int) -> list[PersonMention]:
    """Return the mentions `I`, `my`, `me` of *person*."""
    return [PersonMention(span, person, "pronoun") for span in _pronouns(layout, readings)]


def _pronouns(layout: Layout, readings: Sequence[Reading]) -> Iterator[Span]:
    for reading in readings:
        if reading.part is not Part.PARAGRAPH:
            continue
        for word in reading.phrase.words:
            if word.lower in _FIRST and (word.text == "I" or word.lower != "i") and not layout.is_quoted(word.start):
                yield Span(word.start, word.end)
