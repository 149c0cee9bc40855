"""All expressions of time of an article, resolved."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.mentions import TimeKind, TimeMention
from diplotrips.extract.parsing.passages import Part
from diplotrips.extract.parsing.times.anchoring import anchor_of, anchors_of
from diplotrips.extract.parsing.times.clauses import verb_of
from diplotrips.extract.parsing.times.cues import Direction
from diplotrips.extract.parsing.times.durations import durations
from diplotrips.extract.parsing.times.history import is_history
from diplotrips.extract.parsing.times.homonyms import settled
from diplotrips.extract.parsing.times.phrases import phrases
from diplotrips.extract.parsing.times.reading import Reader, Setting
from diplotrips.extract.parsing.times.roles import role_of
from diplotrips.extract.parsing.times.sentences import Sentences
from diplotrips.schema.fields import Span
from diplotrips.schema.phrases.kinds import Counting, Extent
from diplotrips.schema.phrases.relative import names_date, runs_of, weekday_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.extract.parsing.found import Found
    from diplotrips.extract.parsing.passages import Layout
    from diplotrips.extract.parsing.times.cues import Cue
    from diplotrips.extract.parsing.times.phrases import Phrase
    from diplotrips.extract.parsing.times.readings import Reading
    from diplotrips.schema.dates.edtf import EdtfDate

__all__ = ["anchor_of", "anchors_of", "find_times"]

_ANY_DAY = date(2012, 7, 1)
_LONGEST_STEP = 160
"""Characters between two days of one list of plans."""
_BACKWARDS = re.compile(r"\b(?:after|following|since|previous|before|earlier|prior|ahead of)\b[^,;]*$", re.IGNORECASE)
_MOST_DAYS_APART = 60
"""Days within which the full dates of a text must lie to tell the year of its other dates."""


def find_times(layout: Layout, published: Found[EdtfDate] | None) -> tuple[TimeMention, ...]:
    """Return every expression of time of an article, in the order of the text.

    Args:
        layout: The article taken apart.
        published: The day from which relative dates count; None: nobody knows it, and they stay unresolved.
    """
    numbers = [number for number, segment in enumerate(layout.segments) if segment.part is not Part.FOREIGN]
    spans = [layout.segments[number].span for number in numbers]
    known = [list(phrases(layout.view, span.start, span.end)) for span in spans]
    anchor = published.value if published else None
    stage = _Stage(layout, Reader(anchor, None if anchor and anchor.ranges else _hint(known)))
    found = [mention for number, of_segment in zip(numbers, known, strict=True) for mention in stage.mentions(number, of_segment)]
    return settled(layout, sorted(found, key=lambda mention: (mention.span.start, mention.span.end)))


def _hint(known: list[list[Phrase]]) -> date | None:
    """Return the first day that a text gives with its year, if all such days are near each other; None if not."""
    full = [phrase for of_segment in known for phrase in of_segment if phrase.sort == (Extent.DAY, Counting.NOTHING)]
    days = [run[0] for phrase in full for run in runs_of(phrase.words, _ANY_DAY)]
    return days[0] if days and (max(days) - min(days)).days <= _MOST_DAYS_APART else None


_SINCE = re.compile(r"\bsince\s+$", re.IGNORECASE)
"""What leads a day that has been, whatever the verb says."""


class _Stage:
    """Makes the mentions of one article."""

    def __init__(self, layout: Layout, reader: Reader) -> None:
        self._layout = layout
        self._reader = reader
        self._own = _own_kinds(layout)
        self._last_end = 0

    def mentions(self, number: int, known: list[Phrase]) -> Iterator[TimeMention]:
        """Give the mentions of a segment: first the phrases for days, then the lengths of time."""
        span = self._layout.segments[number].span
        taken = [(phrase.start, phrase.end) for phrase in known]
        sentences = Sentences(self._layout, taken)
        for phrase in known:
            yield self._mention(phrase, sentences, number)
        yield from durations(self._layout.view, span.start, span.end, taken)

    def _is_after(self, phrase: Phrase) -> bool:
        """Tell whether a phrase may name what comes after the day named before it in the same paragraph."""
        between = self._layout.view[self._last_end : phrase.start]
        self._last_end = phrase.end
        return len(between) <= _LONGEST_STEP and "\n" not in between and not _BACKWARDS.search(between)

    def _own_kind(self, offset: int) -> TimeKind | None:
        """Return whose day it is that stands at an offset, if it is none of the report's; a day of publication may stand in a dateline."""
        at = bisect_right(self._own, offset, key=itemgetter(0))
        return next((kind for low, high, kind in reversed(self._own[max(0, at - 2) : at]) if low <= offset < high), None)

    def _mention(self, phrase: Phrase, sentences: Sentences, number: int) -> TimeMention:
        view, part = self._layout.view, self._layout.segments[number].part
        start, cues = sentences.around(phrase.start)
        verb = verb_of(view, cues, start, phrase.start, phrase.end)
        own = self._own_kind(phrase.start)
        direction = (
            Direction.BACK if _SINCE.search(view, max(start, phrase.start - len("since  ")), phrase.start) else _direction(verb, part, own)
        )
        setting = Setting(direction, number, start, self._is_after(phrase), verb is not None and verb.says)
        reading = self._reader.read(phrase, setting)
        background = is_history(view, start, phrase, reading.date, self._reader.written)
        if background:
            self._reader.narration.remember_history(phrase, reading, start)
        elif own is None and part is not Part.BOILERPLATE:
            self._reader.narration.remember(phrase, reading, number)
        return TimeMention(
            span=Span(phrase.start, phrase.end),
            kind=own if own and reading.kind is not TimeKind.WINDOW else reading.kind,
            date=reading.date,
            first=reading.first,
            last=reading.last,
            anchor=reading.anchor,
            basis=reading.basis,
            role=role_of(view, start, phrase, verb),
            background=background,
            tense=reading.tense,
            weekday_conflicts=_weekday_conflicts(phrase.words, reading),
        )


def _own_kinds(layout: Layout) -> list[tuple[int, int, TimeKind]]:
    """Return where datelines, days of publication and citations are, in the order of the text."""
    lines = [(line.span.start, line.span.end, TimeKind.DATELINE) for line in layout.datelines]
    stated = [(span.start, span.end, TimeKind.PUBLICATION) for span in layout.stated_dates]
    cited = [(citation.span.start, citation.span.end, TimeKind.CITATION) for citation in layout.citations]
    return sorted([*lines, *stated, *cited])


def _direction(verb: Cue | None, part: Part, own: TimeKind | None) -> Direction:
    """Return which way a phrase looks: headlines and captions tell in the present what has been."""
    if own:
        return Direction.BACK if own is TimeKind.CITATION else Direction.EITHER
    direction = verb.direction if verb else Direction.EITHER
    if direction is Direction.PRESENT and part in {Part.TITLE, Part.HEADING, Part.CAPTION}:
        return Direction.BACK if part is Part.CAPTION else Direction.EITHER
    return direction


def _weekday_conflicts(words: str, reading: Reading) -> bool:
    """Tell whether a phrase names a weekday that its day of the month does not have."""
    weekday = weekday_named(words)
    if weekday is None or not names_date(words) or not reading.date or not reading.date.is_day or not reading.date.earliest:
        return False
    return reading.date.earliest.weekday() != weekday
