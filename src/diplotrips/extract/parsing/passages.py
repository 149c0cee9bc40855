"""The parts of an article: segments with their sentences, quotations between marks, citations of outlets; what `segmenting` returns.

The view is the text with look-alike characters folded one to one (marks, dashes, spaces), so that every offset into it is an offset into
the text. Stages match patterns on the view, never on the text, and take the words of a value from the text.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.article import Article
    from diplotrips.schema.fields import Span


class Part(StrEnum):
    """What a segment is."""

    TITLE = "title"
    """Headline or summary line at the head of the article."""
    HEADING = "heading"
    """Line between paragraphs without a sentence, such as the name of a country above what happened there."""
    CAPTION = "caption"
    """Caption, photo credit with content, or alternative text."""
    PARAGRAPH = "paragraph"
    BOILERPLATE = "boilerplate"
    """Navigation, teasers of other articles, notices of rights, forms: nothing in it is about the trip of the article."""
    FOREIGN = "foreign"
    """Text in another language."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, without the white space around it; a full stop inside a quotation ends none."""

    span: Span
    segment: int
    """Number of its segment."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of lines that belongs together: a title, a paragraph."""

    part: Part
    span: Span
    sentences: tuple[int, ...] = ()
    """Numbers of its sentences."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks; marks of two styles may pair, and a paragraph that opens without closing continues in the next."""

    span: Span
    """With its marks; where a mark is missing (a quotation that goes on in the next paragraph), without it."""
    inner: Span
    """Without its marks."""
    segment: int
    continues: bool = False
    """Whether it goes on from the quotation before it, across a paragraph."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place, outlet and day at the beginning of a report: `MOSCOW (Agency) 5 February, 2020 -`."""

    span: Span
    place: Span | None = None
    date: Span | None = None
    """The words of the day; `times` resolves them."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A bracketed reference to another report: outlet and day, `(Interfax, 15 February)`."""

    span: Span
    outlet: Span
    date: Span | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """An article taken apart; sentences and segments in the order of the text."""

    article: Article
    view: str
    """The text, folded one to one; `len(view) == len(article.text)`."""
    segments: tuple[Segment, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    datelines: tuple[Dateline, ...] = ()
    stated_dates: tuple[Span, ...] = ()
    """Words of a day of publication that the article prints about itself: `Published 6 February 2020`, a day alone on its line."""
    citations: tuple[Citation, ...] = ()

    def words(self, span: Span) -> str:
        """Return the text of *span*, as the source has it."""
        return self.article.text[span.start : span.end]

    def sentence_at(self, offset: int) -> int | None:
        """Return the number of the sentence that *offset* lies in; None between sentences."""
        return _holding(self.sentences, offset)

    def part_at(self, offset: int) -> Part | None:
        """Return what the segment is that *offset* lies in; None between segments."""
        number = self.sentence_at(offset)
        if number is not None:
            return self.segments[self.sentences[number].segment].part
        around = _holding(self.segments, offset)
        return None if around is None else self.segments[around].part

    def is_quoted(self, offset: int) -> bool:
        """Tell whether *offset* lies between quotation marks."""
        return _holding(self.quotations, offset) is not None


def _holding(stretches: Sequence[Sentence | Segment | Quotation], offset: int) -> int | None:
    """Return the number of the one of *stretches*, which stand in the order of the text, that *offset* lies in; None between them."""
    number = bisect_right(stretches, offset, key=lambda stretch: stretch.span.end)
    return number if number < len(stretches) and stretches[number].span.start <= offset else None
