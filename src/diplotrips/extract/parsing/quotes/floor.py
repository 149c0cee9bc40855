"""Quotations that stand alone: whoever held the floor before speaks on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.quotes.attribution import Attribution
from diplotrips.extract.parsing.quotes.noun_phrases import sentence_subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.quotes.acts import Act
    from diplotrips.extract.parsing.quotes.lines import Line

_SAME_PARAGRAPH = 0.8
_NEXT_PARAGRAPH = 0.6
_AFTER_COLON = 0.9
_LEAST = 0.5


@dataclass(slots=True)
class Floor:
    """Who spoke last, and where."""

    held: Attribution | None = None
    sentence: int = -1
    segment: int = -1

    def note(self, attribution: Attribution, sentence: int, segment: int) -> None:
        """Take down who speaks in a sentence; nobody named takes the floor from somebody."""
        self.held, self.sentence, self.segment = attribution, sentence, segment

    def hear(self, line: Line, acts: Sequence[Act], segment: int) -> None:
        """Take down the last act of a sentence."""
        telling = [act for act in acts if act.kind in {"say", "phrase", "call", "quote"}]
        if not telling:
            self._expect(line, segment)
            return
        speaker = next((act.speaker for act in reversed(telling) if act.speaker is not None), None)
        person = speaker.mention.person if speaker is not None else None
        self.note(Attribution(person, "organization" if person is None else "floor", _SAME_PARAGRAPH), line.number, segment)

    def _expect(self, line: Line, segment: int) -> None:
        """Give the floor to the subject of a sentence that ends with a colon."""
        found = sentence_subject(line, len(line.phrase.words))
        if found is not None and line.phrase.text_is(len(line.phrase.words) - 1, ":"):
            self.note(Attribution(found.mention.person, "floor", _SAME_PARAGRAPH), line.number, segment)

    def speaker(self, sentence: int, segment: int, *, after_colon: bool) -> Attribution | None:
        """Return who holds the floor at a quotation that is a sentence by itself: of this paragraph, or of the one before."""
        if self.held is None or self.held.person is None or segment - self.segment > 1:
            return None
        if after_colon and sentence - self.sentence <= 1:
            return replace(self.held, rule="colon-before", confidence=_AFTER_COLON)
        if segment == self.segment:
            return replace(self.held, rule="same-paragraph", confidence=min(_SAME_PARAGRAPH, self.held.confidence))
        if sentence - self.sentence > 1 or self.held.confidence < _LEAST:
            return None
        return replace(self.held, rule="paragraph-before", confidence=min(_NEXT_PARAGRAPH, self.held.confidence))
