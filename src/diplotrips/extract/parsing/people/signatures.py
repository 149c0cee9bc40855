"""Lines that sign a text in the first person: segmenting sets them aside with bylines, but here they tell whose words all are."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.passages import Part, Segment, Sentence
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from diplotrips.extract.parsing.passages import Layout

_FIRST = re.compile(r"\b(?:I|[Mm]y)\b")
_FEWEST = 2
_EDGE = 5
"""Segments at the beginning and end of a text among which a signature stands."""
_LONGEST = 120


def with_signatures(layout: Layout) -> Layout:
    """Return *layout* with the lines around a text in the first person as sentences; any other text as it is."""
    said = sum(1 for found in _FIRST.finditer(layout.view) if not layout.is_quoted(found.start()))
    if said < _FEWEST:
        return layout
    segments: list[Segment] = []
    sentences: list[Sentence] = []
    last = len(layout.segments) - _EDGE
    listed = [(_is_signature(each) and (at < _EDGE or at >= last), each) for at, each in enumerate(layout.segments)]
    for is_signature, group in groupby(listed, key=lambda pair: pair[0]):
        own = [each for _, each in group]
        if is_signature:
            own = [Segment(Part.PARAGRAPH, Span(own[0].span.start, own[-1].span.end))]
        for each in own:
            spans = [each.span] if is_signature else [layout.sentences[number].span for number in each.sentences]
            first = len(sentences)
            sentences.extend(Sentence(span, len(segments)) for span in spans)
            segments.append(replace(each, sentences=tuple(range(first, len(sentences)))))
    return replace(layout, segments=tuple(segments), sentences=tuple(sentences))


def _is_signature(segment: Segment) -> bool:
    return segment.part is Part.BOILERPLATE and not segment.sentences and segment.span.end - segment.span.start <= _LONGEST
