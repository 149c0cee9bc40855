"""What claims say of days, and which dates of two of them leave no common day.

A claim about the whole stay speaks of its first and of its last day; windows, and days on which the traveller was seen, are held against
both. Who is compared with whom is the affair of the checks.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from diplotrips.schema.dates.days import FIRST, LAST
from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval
from diplotrips.schema.dates.relations import Relation, relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.schema.claims import Claim

Pair = tuple[EdtfDate, EdtfDate]
MaybePair = tuple[EdtfDate | None, EdtfDate | None]

FIELDS = ("first_day", "last_day", "dates", "left_home", "back_home", "date")
"""Fields on which claims about days can disagree; `dates` stands for windows and days seen, held against the others."""


def disjoint(field: str, one: Claim, other: Claim) -> Iterator[Pair]:
    """Give the pairs of dates that have to share a day and do not."""
    return _pairs_that_are(Relation.DISJOINT, field, one, other)


def doubtful(field: str, one: Claim, other: Claim) -> Iterator[Pair]:
    """Give the pairs of dates that have to share a day and do so only within the margin of a doubtful one."""
    return (pair for pair in _pairs_that_are(Relation.UNDETERMINED, field, one, other) if not any(day.is_reversed for day in pair))


def _pairs_that_are(wanted: Relation, field: str, one: Claim, other: Claim) -> Iterator[Pair]:
    """Give the pairs of dates that have to share a day and stand in this relation."""
    if field == "dates":
        pairs = [*_pairs_of_window(one, other), *_pairs_of_window(other, one), *_pairs_of_sight(one, other), *_pairs_of_sight(other, one)]
    else:
        pairs = [(_day(field, one), _day(field, other))]
    return ((first, second) for first, second in pairs if first and second and relation(first, second) is wanted)


def _day(field: str, claim: Claim) -> EdtfDate | None:
    """Return what *claim* says of the day *field*, None if nothing."""
    value = claim.value
    if claim.field == "dates" and isinstance(value, EdtfInterval):
        return {"first_day": value.first, "last_day": value.last}.get(field)
    return value if claim.field == field and isinstance(value, EdtfDate) else None


def _window(claim: Claim) -> EdtfDate | None:
    """Return the window that *claim* gives, None if it gives none."""
    value = claim.value
    return _span(value.first, value.last) if claim.field == "within" and isinstance(value, EdtfInterval) else None


def _pairs_of_window(one: Claim, other: Claim) -> list[MaybePair]:
    """Pair the window of *one* with all that *other* has to have in it."""
    return [(_window(one), _day(field, other)) for field in ("first_day", "last_day", "seen")] + [(_window(one), _window(other))]


def _pairs_of_sight(one: Claim, other: Claim) -> list[MaybePair]:
    """Pair the day on which *one* saw the traveller with the stay that *other* gives."""
    return [(_day("seen", one), _span(_day("first_day", other), _day("last_day", other)))]


def _span(first: EdtfDate | None, last: EdtfDate | None) -> EdtfDate | None:
    """Return all days from the earliest possible first to the latest possible last one, margins included; None if nothing bounds them."""
    low = first.first_widened if first else FIRST
    high = last.last_widened if last else LAST
    return None if (low, high) == (FIRST, LAST) else EdtfDate.parse(f"{date.fromordinal(low)}/{date.fromordinal(high)}")


def speaks_of(field: str, claim: Claim) -> bool:
    """Tell whether *claim* says anything that counts when claims are compared on *field*."""
    if field == "dates":
        return claim.field in {"within", "seen", "dates", "first_day", "last_day"}
    return _day(field, claim) is not None
