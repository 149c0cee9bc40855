"""Whose claims about days and order are heard, and in which years a date without a year may have been.

Of one source's own parts only one is heard on one matter, since the parts are held against each other by a check of their own (DT209).
What a claim says is told in `assertions`.
"""

from __future__ import annotations

from calendar import isleap
from itertools import chain
from typing import TYPE_CHECKING

from diplotrips.checks.disagreement.clashes import DENIED, OWN_PARTS
from diplotrips.checks.testimony.assertions import FIELDS
from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diplotrips.schema.claims import Claim
    from diplotrips.schema.document import TripDocument

HELD = frozenset({"held", DENIED})
"""Modes of claims about what took place."""

PLANNED = frozenset({"planned"})
"""Modes of claims about what was to take place."""

_BY_PART = ("body", *(part for part in OWN_PARTS if part != "body"))
"""The parts of a source, the one first that is heard where several speak of one matter."""

_ANY_YEARS = range(2000, 2009)
"""Years that stand for all where nothing gives one; with two leap years, so that every day of the year is among them."""

_NEAR_YEARS = 6
"""Years on each side of the middle one that is named in which a date without a year is looked for."""


def heard(claims: Iterable[Claim], modes: frozenset[str]) -> list[Claim]:
    """Return the claims of these *modes* that speak of days or order, in the order of their identities, each once."""
    speaking = {claim.identity: claim for claim in claims if claim.mode in modes and claim.kind and claim.field in FIELDS}
    chosen: dict[tuple[object, ...], str] = {}
    for claim in sorted(speaking.values(), key=_part_order):
        for matter in _matters(claim):
            chosen.setdefault(matter, claim.part)
    return [
        claim
        for _, claim in sorted(speaking.items())
        if claim.part not in OWN_PARTS or {chosen[m] for m in _matters(claim)} == {claim.part}
    ]


def years_of(document: TripDocument, claims: Iterable[Claim]) -> range:
    """Return the years in which a date without a year may have been: those that the trip and its claims name, and one on each side.

    Windows of several years count only where nothing else is named. Of years that lie far apart those near the middle one are taken; some
    leap year is always among them, lest the 29th of February be no day.
    """
    spans = [(document.trip.dates, document.trip.within), *((stop.dates, stop.within) for stop in document.stops)]
    values: list[object] = [*chain.from_iterable(spans), *(claim.value for claim in claims)]
    bounds = [years for value in values for years in _years(value)]
    named = sorted(first for first, last in bounds if first == last) or sorted(chain.from_iterable(bounds))
    if not named:
        return _ANY_YEARS
    middle = named[len(named) // 2]
    low, high = max(named[0] - 1, middle - _NEAR_YEARS), min(named[-1] + 1, middle + _NEAR_YEARS)
    while not any(isleap(year) for year in range(low, high + 1)):
        low, high = low - 1, high + 1
    return range(max(1, low), min(9999, high) + 1)


def _part_order(claim: Claim) -> int:
    return _BY_PART.index(claim.part) if claim.part in _BY_PART else len(_BY_PART)


def _matters(claim: Claim) -> Iterator[tuple[object, ...]]:
    """Return what *claim* speaks of, so that claims which speak of the same have one in common."""
    fields = ("first_day", "last_day") if claim.field == "dates" else (claim.field,)
    for field in fields:
        yield (claim.source, claim.record, field, claim.mode == DENIED)


def _years(value: object) -> Iterator[tuple[int, int]]:
    """Return the first and last year of each bounded end of a date or interval."""
    for end in (value.first, value.last) if isinstance(value, EdtfInterval) else (value,):
        if isinstance(end, EdtfDate) and end.earliest and end.latest:
            yield end.earliest.year, end.latest.year
