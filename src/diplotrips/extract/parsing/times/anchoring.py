"""The day from which an article's relative dates count: that of its dateline, else the one it states, else the one given from outside.

The day of retrieval is none. A day that the text calls today counts like a dateline.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.found import Evidence, Found
from diplotrips.extract.parsing.passages import Part
from diplotrips.extract.parsing.times.choosing import choose
from diplotrips.extract.parsing.times.cues import Direction
from diplotrips.extract.parsing.times.dates import date_of, yearless
from diplotrips.extract.parsing.times.phrases import phrases
from diplotrips.schema.fields import Span
from diplotrips.schema.phrases.kinds import Counting, Extent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.extract.parsing.passages import Layout
    from diplotrips.extract.parsing.times.phrases import Phrase
    from diplotrips.schema.dates.edtf import EdtfDate

_TODAY = re.compile(r"\btoday,? (?:on )?\(?(?=[A-Z0-9])", re.IGNORECASE)
_THIS_DAY = re.compile(r"\bthis (?:mon|tues|wednes|thurs|fri|satur|sun)day,? \(?(?=[A-Z0-9])", re.IGNORECASE)
"""What is said of the day of writing, or of one near to it, where nothing else tells it."""
_CHANGED = re.compile(r"\b(?:updated|modified|changed|edited|corrected)\b[^\n|]*$", re.IGNORECASE)
"""A label of the day on which an article was changed, before that day."""
_LONGEST_LABEL = 40
_LONGEST_DATE = 60
_MOST_STATED = 20
_SOME_DAY = date(2012, 7, 1)
_CONFIDENCE = {
    "dateline-date": 0.95,
    "today-with-date": 0.9,
    "stated-publication-date": 0.9,
    "this-day-with-date": 0.6,
    "published-given": 0.95,
}


def anchor_of(layout: Layout) -> Found[EdtfDate] | None:
    """Return the day from which relative dates of an article count, with where it was found; None if nothing tells it."""
    return next(anchors_of(layout), None)


def anchors_of(layout: Layout) -> Iterator[Found[EdtfDate]]:
    """Give all days that may be the article's own, the one that counts first: two that are far apart are worth a finding."""
    yield from _dated(layout, [line.date for line in layout.datelines if line.date], "dateline-date")
    yield from _dated(
        layout,
        list(_days_behind(layout, _TODAY)),
        "today-with-date",
    )
    yield from _dated(layout, sorted(layout.stated_dates[:_MOST_STATED], key=lambda span: _rank(layout, span)), "stated-publication-date")
    if layout.article.published:
        basis = "metadata" if layout.article.published_basis else "stated"
        yield Found(layout.article.published, Evidence((), "published-given", basis, _CONFIDENCE["published-given"], "metadata"))
    yield from _dated(layout, list(_days_behind(layout, _THIS_DAY)), "this-day-with-date")


def _days_behind(layout: Layout, words: re.Pattern[str]) -> Iterator[Span]:
    """Give the stretches of text behind *words*, in which a day may stand; what somebody is quoted with is said of another day."""
    for found in words.finditer(layout.view):
        if not layout.is_quoted(found.start()):
            yield Span(found.end(), min(found.end() + _LONGEST_DATE, len(layout.view)))


def _rank(layout: Layout, span: Span) -> tuple[bool, bool, bool, int]:
    """Return where a stated day stands among others: first those that agree with the given one, last days of a change, foreign matter."""
    given = layout.article.published
    found = _read(layout, span)
    agrees = bool(
        given and found and found[0].ranges and given.earliest and given.latest and given.contains(date.fromordinal(found[0].ranges[0][0]))
    )
    is_changed = bool(_CHANGED.search(layout.view, max(span.start - _LONGEST_LABEL, 0), span.start))
    return not agrees, is_changed, layout.part_at(span.start) is Part.BOILERPLATE, span.start


def _dated(layout: Layout, spans: list[Span], rule: str) -> Iterator[Found[EdtfDate]]:
    for span in spans:
        found = _read(layout, span)
        if found and not (rule in {"today-with-date", "this-day-with-date"} and found[1].start > span.start + 20):
            day, phrase = found
            words = layout.article.text[phrase.start : phrase.end]
            basis = "stated" if phrase.sort.counting is Counting.NOTHING else "resolved"
            confidence = _CONFIDENCE[rule] if day.ranges else 0.5
            part = "dateline" if rule == "dateline-date" else "body"
            yield Found(day, Evidence((Span(phrase.start, phrase.end),), rule, basis, confidence, part, words))


def _read(layout: Layout, span: Span) -> tuple[EdtfDate, Phrase] | None:
    """Return the first day of the calendar that the words of a span name, with the year of the given day where they have none."""
    for phrase in phrases(layout.view, span.start, span.end):
        if phrase.sort.extent is Extent.DAY and phrase.sort.counting in {Counting.NOTHING, Counting.YEAR}:
            given = layout.article.published
            day = given.earliest if given and given.earliest else None
            chosen = choose(phrase.words, phrase.sort, day or _SOME_DAY, Direction.EITHER)
            if chosen:
                needs_year = phrase.sort.counting is Counting.YEAR and not day
                return (yearless(chosen[0][0]) if needs_year else date_of(chosen[0])), phrase
    return None
