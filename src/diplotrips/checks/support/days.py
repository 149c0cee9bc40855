"""Which days sources give for the ends of a trip or stop, said outright or following from a length."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from diplotrips.schema.dates.days import FIRST as DAY_ONE
from diplotrips.schema.dates.days import LAST as LAST_OF_ALL
from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval
from diplotrips.schema.dates.relations import Relation, finer, relation
from diplotrips.schema.fields import Count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from diplotrips.schema.claims import Claim

FIRST, LAST = "first_day", "last_day"


def is_borne_out(held: EdtfDate, claimed: Iterable[EdtfDate]) -> bool:
    """Tell whether one of the dates *claimed* allows the same days as *held*, or fewer."""
    return any(relation(held, date) is Relation.EQUAL or finer(held, date) is date for date in claimed)


def ends_said(claims: Iterable[Claim], end: str) -> Iterator[EdtfDate]:
    """Return every date that *claims* give for one end (`first_day` or `last_day`): the end itself, one of both ends, or a window."""
    for claim in claims:
        value = claim.value
        if claim.field == end and isinstance(value, EdtfDate):
            yield value
        elif claim.field == "dates" and isinstance(value, EdtfInterval):
            one = value.first if end == FIRST else value.last
            if one:
                yield one
        elif claim.field == "within" and isinstance(value, EdtfInterval):
            yield from window_of(value)


def ends_derived(claims: Sequence[Claim], end: str) -> Iterator[EdtfDate]:
    """Return every date for one end that follows from the other end and a length in days or nights, both of one record."""
    others = list(ends_said(claims, LAST if end == FIRST else FIRST))
    for claim in claims:
        if claim.field in {"days", "nights"} and isinstance(claim.value, Count) and claim.value.most is not None:
            counted = 0 if claim.field == "nights" else 1
            least, most = claim.value.least - counted, claim.value.most - counted
            for other in others:
                yield from _shifted(other, -most, -least) if end == FIRST else _shifted(other, least, most)


def window_of(interval: EdtfInterval) -> Iterator[EdtfDate]:
    """Return an interval as the window in which one day lies; nothing if it has no bound at all."""
    if interval.earliest or interval.latest:
        yield EdtfDate.parse(f"{interval.earliest or '..'}/{interval.latest or '..'}")


def _shifted(date_said: EdtfDate, least: int, most: int) -> Iterator[EdtfDate]:
    """Return the window of the days that lie *least* to *most* days after a date; nothing if it has no bounds or the calendar ends."""
    if not date_said.earliest or not date_said.latest:
        return
    earliest, latest = date_said.earliest.toordinal() + least, date_said.latest.toordinal() + most
    if DAY_ONE <= earliest <= latest <= LAST_OF_ALL:
        yield EdtfDate.parse(f"{date.fromordinal(earliest)}/{date.fromordinal(latest)}")
