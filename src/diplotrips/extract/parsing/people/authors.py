"""Bylines and credits: names that say who wrote or photographed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.passages import Part
from diplotrips.extract.parsing.people.reading import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.passages import Layout
    from diplotrips.extract.parsing.people.reading import Reading

_CREDIT = re.compile(
    r"\b(?:(?:Photo(?:graph)?s?|Image|Picture|Credit|Video|Author|Reporting|Editing|Writing|Written|Edited|Translated|Compiled)"
    r"(?: credit)?(?: by |: ?| ?/ ?)|(?:Written |Posted |Published )?By )",
)
_SHORT = 14


def author_offsets(layout: Layout, readings: Sequence[Reading]) -> frozenset[int]:
    """Return where the words of bylines and credits begin: lines of names and positions only, and what follows `By` or `Photo:`."""
    result: set[int] = set()
    for reading in readings:
        words = reading.phrase.words
        if not words:
            continue
        segment = layout.segments[layout.sentences[reading.phrase.number].segment]
        text = layout.view[words[0].start : words[-1].end]
        if _is_byline(reading, alone=len(segment.sentences) == 1):
            result.update(word.start for word in words)
        elif (credit := _CREDIT.search(text)) and (credit.start() == 0 or segment.part is Part.CAPTION):
            start = words[0].start + credit.end()
            result.update(word.start for word in words if start <= word.start <= start + len("Given-name Surname"))
    return frozenset(result)


def _is_byline(reading: Reading, *, alone: bool) -> bool:
    """Tell whether a line is a name with a position or an outlet, and no sentence."""
    words = reading.phrase.words
    if not alone or len(words) > _SHORT or reading.kinds[0] is not Kind.NAME or words[-1].text in {".", "!", "?", '"'}:
        return False
    return not any(
        kind is Kind.LOWER and word.lower not in {"of", "the", "and", "for", "at", "in"}
        for word, kind in zip(words, reading.kinds, strict=True)
    )
