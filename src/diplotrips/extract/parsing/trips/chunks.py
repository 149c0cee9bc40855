"""Sentences as rows of chunks: words, and the places, people and days that earlier stages found, each as one chunk.

Everything in `trips` looks at these rows; nothing here knows what a trip is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.extract.parsing.mentions import PlaceKind
from diplotrips.extract.parsing.passages import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.extract.parsing.mentions import (
        People,
        PersonMention,
        PlaceMention,
        TimeMention,
    )
    from diplotrips.extract.parsing.passages import Layout
    from diplotrips.schema.fields import Span

TOKEN = re.compile(r"'s\b|'ll\b|\w+(?:[.\-]\w+)*|[^\w\s]")


class Kind(Enum):
    """What a chunk is."""

    WORD = "word"
    """A word or a mark."""
    PLACE = "place"
    """A country, territory or town."""
    REGION = "region"
    DEMONYM = "demonym"
    PERSON = "person"
    TIME = "time"


class Chunk(NamedTuple):
    """A word, or a mention as a whole."""

    kind: Kind
    word: str
    """The view's text in small letters."""
    start: int
    end: int
    number: int = -1
    """Number of the mention in its stage's result; -1 for words."""
    is_whose: bool = False
    """Whether it is a pronoun that may say whose something is: *his*, *her*."""


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence as chunks."""

    number: int
    """Number of the sentence; of a segment without sentences that of no sentence, -1."""
    segment: int
    part: Part
    span: Span
    chunks: tuple[Chunk, ...]
    words: tuple[str, ...]
    """The word of each chunk, empty for those that are none."""
    position: int
    """How many sentences of paragraphs stand before it."""
    in_programme: bool = False
    """Whether it is a line of a programme: a day and a place."""

    def word(self, index: int) -> str:
        """Return the word at *index*, empty outside of the row and for chunks that are no words."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def kind(self, index: int) -> Kind | None:
        """Return the kind at *index*; None outside of the row."""
        return self.chunks[index].kind if 0 <= index < len(self.chunks) else None


class Mentions(NamedTuple):
    """What the stages before found."""

    places: tuple[PlaceMention, ...]
    people: People
    times: tuple[TimeMention, ...]


KINDS = {PlaceKind.DEMONYM: Kind.DEMONYM, PlaceKind.REGION: Kind.REGION}


def rows_of(layout: Layout, mentions: Mentions) -> tuple[Row, ...]:
    """Return the sentences of *layout* as rows of chunks; segments without sentences are rows too, other languages are left out."""
    marked = sorted(_marked(mentions, layout.view), key=lambda chunk: (chunk.start, -chunk.end, chunk.kind is not Kind.PERSON))
    starts = [chunk.start for chunk in marked]
    rows, position = [], 0
    here = _dateline_place(layout, mentions)
    for number, segment, span in _stretches(layout):
        part = layout.segments[segment].part
        if part is Part.FOREIGN:
            continue
        inside = marked[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        chunks = tuple(_with_here(layout, chunk, here) for chunk in _chunks(layout.view, span, inside))
        words = tuple(chunk.word if chunk.kind is Kind.WORD else "" for chunk in chunks)
        rows.append(Row(number, segment, part, span, chunks, words, position))
        position += part is Part.PARAGRAPH
    return tuple(rows)


def _dateline_place(layout: Layout, mentions: Mentions) -> int | None:
    """Return the number of the place that the article's dateline names."""
    place = layout.datelines[0].place if layout.datelines else None
    return next((number for number, one in enumerate(mentions.places) if place and one.span.start == place.start), None)


def _with_here(layout: Layout, chunk: Chunk, here: int | None) -> Chunk:
    """Return *chunk*, the word *here* outside of quotations as the place of the dateline."""
    if here is None or chunk.word != "here" or chunk.kind is not Kind.WORD or layout.is_quoted(chunk.start):
        return chunk
    return chunk._replace(kind=Kind.PLACE, number=here)


def _stretches(layout: Layout) -> Iterator[tuple[int, int, Span]]:
    for number, segment in enumerate(layout.segments):
        if segment.sentences:
            yield from ((one, number, layout.sentences[one].span) for one in segment.sentences)
        else:
            yield -1, number, segment.span


WHOSE = frozenset({"his", "her", "their", "its", "my", "our"})


def _marked(mentions: Mentions, view: str) -> Iterator[Chunk]:
    for number, place in enumerate(mentions.places):
        yield Chunk(KINDS.get(place.kind, Kind.PLACE), place.name.casefold(), place.span.start, place.span.end, number)
    for number, mention in enumerate(mentions.people.mentions):
        is_whose = view[mention.span.start : mention.span.end].casefold() in WHOSE
        yield Chunk(Kind.PERSON, _reference(mention), mention.span.start, mention.span.end, number, is_whose)
    yield from _nationals(mentions, view)
    for number, time in enumerate(mentions.times):
        yield Chunk(Kind.TIME, time.kind.value, time.span.start, time.span.end, number)


VERB_NEXT = re.compile(
    r" (?:to|will|is|was|has|had|would|then|also|goes|flies|continues|continued|heads|headed|travels|travelled|traveled|leaves|left"
    r"|arrived|arrives|flew|went|visits|visited|moves|moved|proceeds|proceeded|returns|returned|came|comes|met|meets|said|told)\b"
)
"""What follows *the Latvian* where that is somebody."""


def _nationals(mentions: Mentions, view: str) -> Iterator[Chunk]:
    """Give *the Latvian* as a person where the article has one from that country, and a verb follows."""
    people = mentions.people
    first = {mention.person: number for number, mention in reversed(tuple(enumerate(people.mentions)))}
    for place in mentions.places:
        span = place.span
        if place.kind is not PlaceKind.DEMONYM or view[max(0, span.start - 4) : span.start].casefold() != "the ":
            continue
        own = [number for number, person in enumerate(people.persons) if person.country == place.country and number in first]
        if len(own) == 1 and VERB_NEXT.match(view, span.end):
            yield Chunk(Kind.PERSON, "nominal", span.start, span.end, first[own[0]])


def _reference(mention: PersonMention) -> str:
    return mention.kind


def _chunks(view: str, span: Span, inside: Sequence[Chunk]) -> Iterator[Chunk]:
    at = span.start
    for chunk in inside:
        if chunk.start < at or chunk.end > span.end:
            continue
        yield from _words(view, at, chunk.start)
        yield chunk
        at = chunk.end
    yield from _words(view, at, span.end)


def _words(view: str, start: int, end: int) -> Iterator[Chunk]:
    for match in TOKEN.finditer(view, start, end):
        yield Chunk(Kind.WORD, match[0].casefold(), match.start(), match.end())
