"""How two dates stand to each other, and what may be the cause if they contradict.

Two claims about one date are compared by the days that each allows, exactly: a set by its members, not from its first to its last. Only
*disjoint* contradicts. What a date is lives in `diplotrips.schema.dates.edtf`; who claims it, and what is done about it, in the checks.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from diplotrips.schema.dates.days import covers, distance, share_a_day
from diplotrips.schema.dates.edtf import End, Precision

if TYPE_CHECKING:
    from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval


class Relation(StrEnum):
    """The five relations; each is the same seen from either date (which one refines the other: `finer`)."""

    EQUAL = "equal"
    """They allow the same days."""
    REFINES = "refines"
    """One of them allows some of the other's days and no more: agreement with gain."""
    OVERLAPS = "overlaps"
    """They share days, and each has some of its own."""
    DISJOINT = "disjoint"
    """No day satisfies both, not even within the margin of a qualified date."""
    UNDETERMINED = "undetermined"
    """No day satisfies both, but one would within the margin; or an end is unknown, or a window reversed."""


# A yearless date recurs; it is compared in the years of the other date and so many on both sides, since the 29th of February can be eight
# years away (1896 to 1904). Of two yearless dates any span with leap and other years tells all.
_LONGEST_WAIT_YEARS = 9
_ANY_YEARS = range(1990, 2016)


def relation(a: EdtfDate, b: EdtfDate) -> Relation:
    """Give the relation of two dates, the same for (b, a).

    A qualifier never turns agreement into doubt: `2023-04-17?` and `2023-04-17` are equal. It only keeps days that are off by no more than
    the margin (the sum, if both are qualified) from being a contradiction. No bound means the end of the calendar: `0001/2023` and
    `../2023` are equal.
    """
    if a.is_reversed or b.is_reversed:
        return Relation.UNDETERMINED
    years = _years(a, b)
    left, right = a.days_between(years), b.days_between(years)
    if left == right:
        return Relation.EQUAL
    if covers(left, right) or covers(right, left):
        return Relation.REFINES
    if share_a_day(left, right):
        return Relation.OVERLAPS
    return Relation.UNDETERMINED if share_a_day(a.widened_between(years), b.widened_between(years)) else Relation.DISJOINT


def finer(a: EdtfDate, b: EdtfDate) -> EdtfDate | None:
    """Give the one of the two that refines the other; None unless one does."""
    if relation(a, b) is not Relation.REFINES:
        return None
    years = _years(a, b)
    return a if covers(b.days_between(years), a.days_between(years)) else b


def gap_days(a: EdtfDate, b: EdtfDate) -> int:
    """Count the days from the nearest possible day of one to that of the other: 1 for neighbours, 0 unless disjoint."""
    if relation(a, b) is not Relation.DISJOINT:
        return 0
    years = _years(a, b)
    return distance(a.days_between(years), b.days_between(years))


def relation_of_ends(a: EdtfInterval, b: EdtfInterval) -> tuple[Relation, Relation]:
    """Give the relation of the first days and that of the last days.

    Two open ends are equal. An unknown end is undetermined against anything; so is an open one against a date, since "no end yet" and an
    end that came later are both true in their time.
    """
    return _relation_of_end(a.first, a.first_end, b.first, b.first_end), _relation_of_end(a.last, a.last_end, b.last, b.last_end)


def _relation_of_end(a: EdtfDate | None, a_end: End, b: EdtfDate | None, b_end: End) -> Relation:
    if a is not None and b is not None:
        return relation(a, b)
    return Relation.EQUAL if a_end is b_end is End.OPEN else Relation.UNDETERMINED


def likely_cause(a: EdtfDate, b: EdtfDate) -> str:
    """Say what slip would explain two disjoint dates, the same for (b, a); empty if none shows, or they are not disjoint."""
    if relation(a, b) is not Relation.DISJOINT:
        return ""
    if Precision.DAY in {a.precision, b.precision} and gap_days(a, b) == 1:
        return "off by one day (time zone, or day of publication for day of event)"
    return _slip(a, b)


def _slip(a: EdtfDate, b: EdtfDate) -> str:
    """Compare the numbers of year, month and day, as far as both have them."""
    if a.earliest is None or b.earliest is None or not {a.precision, b.precision} <= {Precision.DAY, Precision.MONTH}:
        return ""
    left, right = a.earliest, b.earliest
    both_days = a.precision is b.precision is Precision.DAY
    if both_days and (left.year, left.month, left.day) == (right.year, right.day, right.month):
        return "day and month swapped"
    if both_days and (left.year, left.day) == (right.year, right.day):
        return "same day of another month"
    if left.month == right.month and (not both_days or left.day == right.day):
        return f"same {'day' if both_days else 'month'} of another year"
    return ""


def _years(a: EdtfDate, b: EdtfDate) -> range:
    """Give the years that decide about two dates one of which may be yearless; an open end adds none, since nothing changes out there."""
    bounds = [day.year for value in (a, b) for day in (value.earliest, value.latest) if day]
    if not bounds or (a.yearless is None and b.yearless is None):
        return _ANY_YEARS
    return range(max(1, min(bounds) - _LONGEST_WAIT_YEARS), min(9999, max(bounds) + _LONGEST_WAIT_YEARS) + 1)
