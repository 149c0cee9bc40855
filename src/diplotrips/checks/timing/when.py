"""When something was, for checks that hold other dates against it: the days that a trip, a stop or what hangs on it can have.

Days are counted as `date.toordinal()` does, qualifiers widened by their margin; what has no bound ends with the calendar. Stays of which
both ends matter are in `stays`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diplotrips.schema.dates.days import FIRST, LAST
from diplotrips.schema.dates.edtf import EdtfInterval

if TYPE_CHECKING:
    from diplotrips.schema.dates.edtf import EdtfDate
    from diplotrips.schema.stop import Stop
    from diplotrips.schema.trip import Trip


class Days(NamedTuple):
    """Days one after the other, both ends included."""

    first: int
    last: int

    def meets(self, other: Days) -> bool:
        """Tell whether some day lies in both."""
        return self.first <= other.last and other.first <= self.last


class When(NamedTuple):
    """The days that something can have, and which value of a record gives them."""

    days: Days
    text: str
    """The value, in EDTF."""
    record: str
    """Released id of the record that has the value."""
    field: str


def days_of(first: EdtfDate | None, last: EdtfDate | None) -> Days:
    """Return every day that something can have had that began on *first* and ended on *last*; None leaves that side open."""
    return Days(
        first.first_widened if first else FIRST,
        last.last_widened if last else LAST,
    )


def when(record: str, field: str, value: EdtfInterval | EdtfDate) -> When:
    """Return the days of *value*, which is the *field* of *record*."""
    first, last = (value.first, value.last) if isinstance(value, EdtfInterval) else (value, value)
    return When(days_of(first, last), str(value), record, field)


def when_of_trip(trip: Trip) -> When | None:
    """Return the days of a trip: its own, or else those of its window."""
    return _first(trip.id, trip.dates, trip.within)


def when_of_stop(trip: Trip, stop: Stop) -> When | None:
    """Return the days of a stop: its own, or else those of its window, or else those of its trip."""
    return _first(f"{trip.id}.{stop.id}", stop.dates, stop.within) or when_of_trip(trip)


def _first(record: str, dates: EdtfInterval | None, within: EdtfInterval | None) -> When | None:
    if dates:
        return when(record, "dates", dates)
    return when(record, "within", within) if within else None
