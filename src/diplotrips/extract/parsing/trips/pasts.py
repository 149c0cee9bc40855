"""Words and days of a sentence that tell of earlier times than the article's journey."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.lexicons.phrases import Phrases
from diplotrips.extract.parsing.lexicons.words import lexicon
from diplotrips.extract.parsing.mentions import TimeKind
from diplotrips.extract.parsing.trips.calendar import bounds
from diplotrips.extract.parsing.trips.chunks import Kind

if TYPE_CHECKING:
    from diplotrips.extract.parsing.mentions import TimeMention
    from diplotrips.extract.parsing.trips.chunks import Row
    from diplotrips.schema.dates.edtf import EdtfDate

WEEK = 6
"""Days from which *ago* is earlier than the journey."""
LONGEST_JOURNEY = 45
"""Days before the article up to which a day can be one of the journey that it is about."""
LONGEST_LAG = 10
"""Days from the end of a window to the article from which that window is history."""
MONTH = 27
"""Days of a window from which it is history sooner."""
MONTH_LAG = 4
"""Days from the end of such a window to the article."""


@cache
def _remarks() -> Phrases[str]:
    return Phrases((row["words"], "history") for row in lexicon("background"))


def history_in(row: Row, view: str, times: tuple[TimeMention, ...], anchor: EdtfDate | None) -> list[int]:
    """Return the chunks of *row* that make what is near them history; *anchor* is the day of the article."""
    found = [match.first for match in _remarks().all_in(row.words) if match.first or row.word(0) != "previously"]
    for at, chunk in enumerate(row.chunks):
        time = times[chunk.number] if chunk.kind is Kind.TIME else None
        if not time or row.word(at - 1) in {"since", "until", "for"} or time.kind is TimeKind.RANGE:
            continue
        if _is_earlier(time, anchor) or (view.endswith(" ago", chunk.start, chunk.end) and _is_weeks_ago(time, anchor)):
            found.append(at)
    return found


def _is_earlier(time: TimeMention, anchor: EdtfDate | None) -> bool:
    """Tell whether *time* is history: said to be, or a month or year that was over well before the article."""
    window, now = bounds(time.date) if time.date else None, bounds(anchor) if anchor else None
    if not window or not now:
        return time.background
    lag_days = (now[0] - window[1]).days
    if time.kind is TimeKind.WINDOW:
        month_lag = MONTH_LAG if now[0] == now[1] else 1
        return lag_days >= (month_lag if (window[1] - window[0]).days >= MONTH else LONGEST_LAG)
    return time.background and lag_days > LONGEST_JOURNEY


def _is_weeks_ago(time: TimeMention, anchor: EdtfDate | None) -> bool:
    window, now = bounds(time.date) if time.date else None, bounds(anchor) if anchor else None
    return not window or not now or (now[0] - window[1]).days >= WEEK
