"""The verbs of the sentences of a segment, each sentence read once."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.times.cues import cues_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.passages import Layout
    from diplotrips.extract.parsing.times.cues import Cue


class Sentences:
    """Finds the verbs around an offset."""

    def __init__(self, layout: Layout, taken: Sequence[tuple[int, int]]) -> None:
        """Take a layout, and the offsets of the phrases for days in one segment, whose words are no verbs."""
        self._layout = layout
        self._taken = taken
        self._read: dict[int, tuple[int, tuple[Cue, ...]]] = {}

    def around(self, offset: int) -> tuple[int, tuple[Cue, ...]]:
        """Return where the sentence begins that an offset lies in, and its verbs; outside of all sentences the offset and none."""
        number = self._layout.sentence_at(offset)
        if number is None:
            return offset, ()
        if number not in self._read:
            span = self._layout.sentences[number].span
            first, after = (bisect_left(self._taken, (edge, 0)) for edge in (span.start, span.end))
            self._read[number] = span.start, cues_of(self._layout.view, span.start, span.end, self._taken[first:after])
        return self._read[number]
