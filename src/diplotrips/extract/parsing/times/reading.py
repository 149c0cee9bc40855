"""What each phrase for a day means where it stands: from the day of writing, or from the day that was named before it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from diplotrips.extract.parsing.times.choosing import choose, gap_of
from diplotrips.extract.parsing.times.cues import Direction
from diplotrips.extract.parsing.times.dates import date_of
from diplotrips.extract.parsing.times.narration import Narration
from diplotrips.extract.parsing.times.readings import reading_of, unknown, yearless_reading
from diplotrips.schema.dates.edtf import Precision
from diplotrips.schema.phrases.kinds import Counting, Extent

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.extract.parsing.times.narration import Named
    from diplotrips.extract.parsing.times.phrases import Phrase
    from diplotrips.extract.parsing.times.readings import Reading
    from diplotrips.schema.dates.edtf import EdtfDate

MOST_ANCHOR_DAYS = 400
"""Days that the day of writing may be, beyond which nothing is counted from it."""
_WEEK = 7
_SAME_JOURNEY_DAYS = 60
"""Days from a full date within which a date without a year is taken in its year."""
_LEAP_YEAR, _OTHER_YEAR = 2012, 2013
_LEAP_DAY = (2, 29)
_SOME_DAY = date(_LEAP_YEAR, 7, 1)
_OWN_SIDE = frozenset({"last", "next", "this", "past", "previous", "coming", "following", "upcoming"})


class Setting(NamedTuple):
    """Where a phrase stands."""

    direction: Direction
    """Which way its clause looks."""
    segment: int
    """Number of its segment."""
    sentence: int
    """Where its sentence begins."""
    is_after: bool = False
    """Whether it may be the next after the day named before it, in a list of what is to come."""
    says: bool = False
    """Whether its verb is one of saying, which was on a day around that of writing."""


@dataclass(slots=True)
class Reader:
    """Reads the phrases of one article in the order of the text."""

    anchor: EdtfDate | None
    """The day of writing; None if nobody knows it."""
    hint: date | None = None
    """A day that the text gives in full, where nobody knows the day of writing."""
    narration: Narration = field(default_factory=Narration)
    days: list[date] = field(init=False)
    """The days that the day of writing may be; none if that is not known, or of too many."""

    def __post_init__(self) -> None:
        ranges = self.anchor.widened if self.anchor else ()
        number = sum(high - low + 1 for low, high in ranges)
        few = number <= MOST_ANCHOR_DAYS
        self.days = [date.fromordinal(day) for low, high in ranges for day in range(low, high + 1)] if few else []

    @property
    def written(self) -> date | None:
        """The day of writing, or the first that it may be."""
        return self.days[0] if self.days else None

    def read(self, phrase: Phrase, setting: Setting) -> Reading:
        """Return what a phrase means where it stands."""
        return self._readers[phrase.sort.counting](self, phrase, setting)

    def _alone(self, phrase: Phrase, setting: Setting) -> Reading:
        """Return what a phrase means by itself."""
        return self._from_days(phrase, setting.direction, [self.written or _SOME_DAY], None)

    def _from_anchor(self, phrase: Phrase, setting: Setting) -> Reading:
        """Return what counts from the day of writing."""
        if self.anchor and self.anchor.yearless:
            return _from_yearless(phrase, setting.direction, self.anchor)
        return self._from_days(phrase, setting.direction, self._few_days, self.anchor)

    def _in_month(self, phrase: Phrase, setting: Setting) -> Reading:
        """Return a day of a month that is not named: that of the day of writing, else of the day named before."""
        if self.days:
            return self._from_days(phrase, setting.direction, self._few_days, self.anchor)
        return self._from_named(phrase, setting)

    def _in_week(self, phrase: Phrase, setting: Setting) -> Reading:
        """Return a weekday: of a week spoken of, after a day named, or around the day of writing."""
        if not setting.says and phrase.words.split(maxsplit=1)[0].lower() not in _OWN_SIDE:
            monday = self.narration.monday(setting.segment, setting.direction)
            found = choose(phrase.words, phrase.sort, monday, Direction.AHEAD) if monday else None
            if monday and found:
                return reading_of(phrase, found[0], date_of((monday, monday)), found[1])
            named = self.narration.chained(setting.segment, self.written, setting.direction)
            if named:
                return _counted(phrase, Direction.AHEAD, named)
        reading = self._from_days(phrase, setting.direction, self.days if len(self.days) <= _WEEK else [], self.anchor)
        return self._in_order(phrase, setting, reading) or reading

    def _in_order(self, phrase: Phrase, setting: Setting, reading: Reading) -> Reading | None:
        """Return a weekday of what is to come as the next after the day named before it, if it were before that: plans go in order."""
        named = self.narration.day_before(setting.segment)
        is_plan = setting.is_after and not setting.says and setting.direction is not Direction.BACK
        if not is_plan or not named or named.is_yearless or not self.written or named.day <= self.written:
            return None
        is_before = reading.date and reading.date.latest and reading.date.latest < named.day
        return _counted(phrase, Direction.AHEAD, named) if is_before else None

    def _in_year(self, phrase: Phrase, setting: Setting) -> Reading:
        """Return a date without a year: in that of the history told, of the day of writing, of a full date near it, or of none."""
        told = self._in_history(phrase, setting)
        if told:
            return told
        if not self.days:
            return self._without_year(phrase)
        if self.anchor and self.anchor.precision is Precision.YEAR:
            return self._from_days(phrase, Direction.EITHER, [self.days[len(self.days) // 2]], self.anchor)
        return self._from_days(phrase, setting.direction, self._few_days, self.anchor)

    def _in_history(self, phrase: Phrase, setting: Setting) -> Reading | None:
        """Return a date in the year of the past that its sentence has named; None if it has named none."""
        past = self.narration.history(setting.sentence)
        if not past or not past.earliest or setting.direction is Direction.AHEAD:
            return None
        found = choose(phrase.words, phrase.sort, past.earliest if past.is_day else date(past.earliest.year, 7, 1), Direction.EITHER)
        return reading_of(phrase, found[0], past, found[1]) if found and (past.is_day or past.contains(found[0][0])) else None

    def _without_year(self, phrase: Phrase) -> Reading:
        """Return a date without a year where nobody knows the day of writing: in the year of a full date near it, or in an unknown one."""
        hint = choose(phrase.words, phrase.sort, self.hint, Direction.EITHER) if self.hint else None
        if hint and self.hint and abs(gap_of(hint[0], self.hint)) <= _SAME_JOURNEY_DAYS:
            return reading_of(phrase, hint[0], date_of((self.hint, self.hint)), hint[1])
        found = choose(phrase.words, phrase.sort, _SOME_DAY, Direction.EITHER)
        return yearless_reading(phrase, found[0]) if found else unknown(phrase)

    def _from_named(self, phrase: Phrase, setting: Setting) -> Reading:
        """Return what counts from the day named before; if none was, "a day earlier" counts from the day of writing."""
        named = self.narration.day_before(setting.segment)
        if named:
            return _counted(phrase, setting.direction, named)
        is_back = setting.direction is Direction.BACK and phrase.words.lower().endswith(("earlier", "before"))
        return self._from_days(phrase, setting.direction, self.days[:_WEEK] if is_back else [], self.anchor)

    @property
    def _few_days(self) -> list[date]:
        """The days of writing that decide: all, or of many the first, one between, and the last."""
        return self.days if len(self.days) <= _WEEK else [self.days[0], self.days[len(self.days) // 2], self.days[-1]]

    @staticmethod
    def _from_days(phrase: Phrase, direction: Direction, days: list[date], anchor: EdtfDate | None) -> Reading:
        """Return what a phrase means from some day: of several possible ones only what all of them give, of windows the hull."""
        chosen = [found for day in days if (found := choose(phrase.words, phrase.sort, day, direction))]
        if not chosen or len(chosen) < len(days):
            return unknown(phrase, anchor)
        runs = [run for run, _ in chosen]
        whole = (min(run[0] for run in runs), max(run[1] for run in runs))
        if phrase.sort.extent is not Extent.WINDOW and any(run != whole for run in runs):
            return unknown(phrase, anchor)
        return reading_of(phrase, whole, anchor, chosen[0][1])

    _readers: ClassVar[dict[Counting, Callable[[Reader, Phrase, Setting], Reading]]] = {
        Counting.NOTHING: _alone,
        Counting.YEAR: _in_year,
        Counting.MONTH: _in_month,
        Counting.WEEK: _in_week,
        Counting.ANCHOR: _from_anchor,
        Counting.NARRATION: _from_named,
    }


def _from_yearless(phrase: Phrase, direction: Direction, anchor: EdtfDate) -> Reading:
    """Return what counts from a day of an unknown year, if it is the same in every year."""
    month, day = anchor.yearless or (0, None)
    if not day or phrase.sort.extent is not Extent.DAY or (month, day) == _LEAP_DAY:
        return unknown(phrase, anchor)
    found = [choose(phrase.words, phrase.sort, date(year, month, day), direction) for year in (_LEAP_YEAR, _OTHER_YEAR)]
    readings = {yearless_reading(phrase, each[0], anchor) if each else unknown(phrase, anchor) for each in found}
    return readings.pop() if len(readings) == 1 else unknown(phrase, anchor)


def _counted(phrase: Phrase, direction: Direction, named: Named) -> Reading:
    """Return what counts from a day that was named."""
    found = choose(phrase.words, phrase.sort, named.day, direction)
    if not found:
        return unknown(phrase)
    return yearless_reading(phrase, found[0], named.date) if named.is_yearless else reading_of(phrase, found[0], named.date, found[1])
