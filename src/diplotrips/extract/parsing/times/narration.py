"""What has been told so far: the day last named, from which "the next day" counts; the week spoken of; days that follow each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.extract.parsing.times.cues import Direction
from diplotrips.schema.phrases.kinds import Counting, Extent
from diplotrips.schema.phrases.relative import weekday_named

if TYPE_CHECKING:
    from diplotrips.extract.parsing.times.phrases import Phrase
    from diplotrips.extract.parsing.times.readings import Reading
    from diplotrips.schema.dates.edtf import EdtfDate

_FAR = 2
"""Segments after which what was named is no longer what is told of."""
_NEAR_DAYS = 6
_WEEK = 7
_EXPLICIT = frozenset({Counting.YEAR, Counting.NOTHING, Counting.MONTH})


class Named(NamedTuple):
    """A day that was named, and where."""

    day: date
    """The day; of an unknown year one in a year that does not matter."""
    date: EdtfDate
    segment: int
    is_yearless: bool = False
    has_weekday: bool = True
    """Whether its weekday is known: of an unknown year only where the text says it."""


@dataclass(slots=True)
class Narration:
    """State while an article is read from its beginning to its end."""

    _last: Named | None = None
    _explicit: Named | None = None
    """Day last named with its day of the month, or reached from such a one by weekdays."""
    _week: tuple[date, int] | None = None
    """First day of the week last spoken of, and the segment."""
    _past: tuple[EdtfDate, int] | None = None
    """Day or year of history last named, and where its sentence begins."""

    def day_before(self, segment: int) -> Named | None:
        """Return the day that "the next day" counts from in a segment; None if none is near."""
        return self._last if self._last and segment - self._last.segment <= _FAR else None

    def chained(self, segment: int, written: date | None, direction: Direction) -> Named | None:
        """Return the named day that weekdays in a segment go on from; None if they are of the days around that of writing.

        Args:
            segment: Number of the segment.
            written: The day of writing; None if nobody knows it.
            direction: Which way the clause looks.
        """
        named = self._explicit
        if not named or not named.has_weekday or segment - named.segment > _FAR:
            return None
        if written is None:
            return named
        gap = 0 if named.is_yearless else (named.day - written).days
        if gap > 0:
            return named if direction in {Direction.AHEAD, Direction.PRESENT} else None
        return named if gap < -_NEAR_DAYS and direction in {Direction.BACK, Direction.EITHER} else None

    def monday(self, segment: int, direction: Direction) -> date | None:
        """Return the Monday of the week that is spoken of in a segment; None if none is."""
        if not self._week or direction is Direction.BACK or segment - self._week[1] > 1:
            return None
        return self._week[0] + timedelta(days=-self._week[0].weekday() % _WEEK)

    def history(self, sentence: int) -> EdtfDate | None:
        """Return the day or year of the past that a sentence has told of; None if it has told of none."""
        return self._past[0] if self._past and self._past[1] == sentence else None

    def remember(self, phrase: Phrase, reading: Reading, segment: int) -> None:
        """Keep what a phrase named for those after it."""
        if phrase.sort.extent is Extent.WINDOW:
            if _is_week_to_come(phrase.words) and reading.date and reading.date.earliest:
                self._week = (reading.date.earliest, segment)
            return
        before = self._explicit
        self._last = _named(phrase.words, reading.last or reading.date, segment, before) or self._last
        if phrase.sort.counting in _EXPLICIT or (before and reading.anchor and reading.anchor == before.date):
            self._explicit = _named(phrase.words, reading.first or reading.date, segment, before) or before

    def remember_history(self, phrase: Phrase, reading: Reading, sentence: int) -> None:
        """Keep what was named of the past, for the days without a year after it."""
        if phrase.sort.counting is Counting.NOTHING and reading.date:
            self._past = (reading.date, sentence)


def _is_week_to_come(words: str) -> bool:
    which, _, week = words.lower().rpartition(" ")
    return week == "week" and which.rpartition(" ")[2] in {"next", "coming", "following"}


def _named(words: str, found: EdtfDate | None, segment: int, before: Named | None) -> Named | None:
    """Return a day to count from; None of what is no single day."""
    if found is None or not (found.yearless and found.yearless.day):
        return Named(found.earliest, found, segment) if found and found.is_day and found.earliest else None
    month, day = found.yearless.month, found.yearless.day
    weekday = weekday_named(words)
    if weekday is None and before and before.is_yearless and before.has_weekday:
        same = _day(before.day.year, month, day)
        return Named(same, found, segment, is_yearless=True) if same else None
    years = [known for year in range(2001, 2029) if (known := _day(year, month, day))]
    fitting = next((known for known in years if known.weekday() == weekday), None)
    return Named(fitting or years[0], found, segment, is_yearless=True, has_weekday=fitting is not None)


def _day(year: int, month: int, day: int) -> date | None:
    """Return a day; None if that year has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
