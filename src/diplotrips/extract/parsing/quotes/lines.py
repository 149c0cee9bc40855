"""A sentence as the search for speakers sees it: words, who is mentioned at which of them, what stands between quotation marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.people.titles import Title, titled_phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.mentions import People, PersonMention
    from diplotrips.extract.parsing.passages import Layout, Quotation
    from diplotrips.extract.parsing.people.tokens import Phrase


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A mention of a person by the words of a sentence."""

    first: int
    end: int
    mention: PersonMention


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence."""

    number: int
    phrase: Phrase
    mentioned: tuple[Mentioned, ...]
    """Outside quotation marks, in the order of the text."""
    quoted: tuple[bool, ...]
    """For each word whether it stands between quotation marks, the marks included."""
    covered: frozenset[int]
    """The words of titles of one person, with what leads them."""
    several: frozenset[int]
    """Where a title of several people stands: `ministers`."""

    starts: dict[int, Mentioned]
    """The mentions by their first word."""
    ends: dict[int, Mentioned]
    """The mentions by their last word."""

    def ending_at(self, index: int) -> Mentioned | None:
        """Return the mention whose last word is the one at *index*."""
        return self.ends.get(index)

    def starting_at(self, index: int) -> Mentioned | None:
        """Return the mention whose first word is the one at *index*."""
        return self.starts.get(index)


def read_lines(layout: Layout, people: People) -> tuple[Line, ...]:
    """Return the sentences of *layout* with the mentions of *people* in them."""
    result, at, quotation = [], 0, 0
    mentions, quotations = people.mentions, layout.quotations
    for phrase, titles in titled_phrases(layout):
        span = layout.sentences[phrase.number].span
        own = []
        while at < len(mentions) and mentions[at].span.start < span.end:
            if mentions[at].span.start >= span.start:
                own.append(mentions[at])
            at += 1
        while quotation < len(quotations) and quotations[quotation].span.end <= span.start:
            quotation += 1
        quoted = _quoted(phrase, quotations, quotation)
        mentioned = _mentioned(phrase, own, quoted)
        starts, ends = {each.first: each for each in mentioned}, {each.end - 1: each for each in mentioned}
        result.append(Line(phrase.number, phrase, mentioned, quoted, *_titles(titles), starts, ends))
    return tuple(result)


def _titles(titles: tuple[Title, ...]) -> tuple[frozenset[int], frozenset[int]]:
    covered = frozenset(index for title in titles if not title.is_plural for index in range(title.first, title.end))
    return covered, frozenset(title.head for title in titles if title.is_plural)


def _quoted(phrase: Phrase, quotations: Sequence[Quotation], at: int) -> tuple[bool, ...]:
    result = []
    for word in phrase.words:
        while at < len(quotations) and quotations[at].span.end <= word.start:
            at += 1
        result.append(at < len(quotations) and quotations[at].span.start <= word.start)
    return tuple(result)


def _mentioned(phrase: Phrase, own: Sequence[PersonMention], quoted: Sequence[bool]) -> tuple[Mentioned, ...]:
    starts = {word.start: index for index, word in enumerate(phrase.words)}
    ends = {word.end: index for index, word in enumerate(phrase.words)}
    result = []
    for mention in own:
        first, last = starts.get(mention.span.start), ends.get(mention.span.end)
        if first is not None and last is not None and not quoted[first]:
            result.append(Mentioned(first, last + 1, mention))
    return tuple(result)
