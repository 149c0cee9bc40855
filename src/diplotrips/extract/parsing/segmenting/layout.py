"""An article taken apart: the view, what each block is, its sentences and quotations, datelines, stated days and citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.parsing.passages import Layout, Part, Segment, Sentence
from diplotrips.extract.parsing.segmenting.citations import citations_in
from diplotrips.extract.parsing.segmenting.datelines import dateline_at
from diplotrips.extract.parsing.segmenting.quotations import quotations_of
from diplotrips.extract.parsing.segmenting.segments import pieces_of
from diplotrips.extract.parsing.segmenting.sentences import sentences_in
from diplotrips.extract.parsing.segmenting.view import fold
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.article import Article
    from diplotrips.extract.parsing.passages import Dateline, Quotation
    from diplotrips.extract.parsing.segmenting.segments import Piece

_DATELINES = 3
"""Paragraphs at whose beginning a dateline is looked for."""


def take_apart(article: Article) -> Layout:
    """Return the parts of *article*.

    Boilerplate has no sentences and no quotations. The first sentence of a paragraph with a dateline begins behind it.
    """
    view = fold(article.text)
    pieces, stated = pieces_of(view)
    datelines = _datelines(view, pieces)
    spans = [Span(piece.block.start, piece.block.end) for piece in pieces]
    worded = [number for number, piece in enumerate(pieces) if piece.part is not Part.BOILERPLATE]
    quotations = quotations_of(article.text, view, [(number, spans[number]) for number in worded])
    behind = {dateline.span.start: dateline.span.end for dateline in datelines}
    of_segment: dict[int, list[Quotation]] = {}
    for quotation in quotations:
        of_segment.setdefault(quotation.segment, []).append(quotation)
    segments: list[Segment] = []
    sentences: list[Sentence] = []
    for number, (piece, span) in enumerate(zip(pieces, spans, strict=True)):
        first = len(sentences)
        if piece.part is not Part.BOILERPLATE:
            start = behind.get(span.start, span.start)
            sentences += [Sentence(one, number) for one in sentences_in(view, start, span.end, of_segment.get(number, ()))]
        segments.append(Segment(piece.part or Part.PARAGRAPH, span, tuple(range(first, len(sentences)))))
    citations = tuple(
        one for number in worded for one in citations_in(view, behind.get(spans[number].start, spans[number].start), spans[number].end)
    )
    return Layout(article, view, tuple(segments), tuple(sentences), tuple(quotations), datelines, tuple(stated), citations)


def _datelines(view: str, pieces: Sequence[Piece]) -> tuple[Dateline, ...]:
    """Return the datelines at the beginning of the first paragraphs."""
    paragraphs = [piece.block for piece in pieces if piece.part is Part.PARAGRAPH][:_DATELINES]
    found = (dateline_at(view, block.start, block.end) for block in paragraphs)
    return tuple(dateline for dateline in found if dateline)
