"""Which trips of several articles are one journey.

Articles of one trip key that are about a trip of one traveller to a common country tell of one journey; so does an article of any key that
only mentions it, if its dates or its countries say that it is the same. Trips that are only mentioned, and are none of these, are earlier
visits, and compared with each other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from statistics import median
from typing import TYPE_CHECKING

from diplotrips.checks.disagreement.likeness import likeness, likeness_to_part
from diplotrips.schema.dates.edtf import EdtfDate
from diplotrips.schema.dates.reasons import EdtfError
from diplotrips.schema.dates.relations import Relation, relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.reading import Article, GoldTrip

ENOUGH_COUNTRIES = 2
"""Common countries by which a trip without dates is taken for the same."""


@dataclass(slots=True)
class Journey:
    """One journey of one traveller as several articles tell of it, one trip an article."""

    key: str
    is_main: bool
    """Whether articles of the key are about it; if not, it is an earlier visit."""
    trips: list[GoldTrip] = field(default_factory=list)

    @property
    def countries(self) -> frozenset[str]:
        """Every country that an article names."""
        return frozenset[str]().union(*(trip.countries for trip in self.trips))

    def has(self, trip: GoldTrip) -> bool:
        """Tell whether *trip* may be the same journey: the same traveller, a common country, and told by an article that is not here."""
        is_told = any(trip.article == other.article for other in self.trips)
        return not is_told and bool(trip.countries & self.countries) and same_person(trip.traveller, self.trips[0].traveller)


def journeys(articles: Sequence[Article]) -> list[Journey]:
    """Return every journey of *articles*, by key, main ones first."""
    found: list[Journey] = []
    for article in articles:
        for trip in article.trips:
            if trip.is_main:
                _join(found, Journey(article.key, is_main=True), trip)
    mains = list(found)
    for article in articles:
        for trip in article.trips:
            if not trip.is_main and not _join_mentioned(mains, trip):
                _join(found, Journey(article.key, is_main=False), trip)
    return sorted(found, key=lambda journey: (journey.key, not journey.is_main))


def _join(found: list[Journey], alone: Journey, trip: GoldTrip) -> None:
    """Add *trip* to the first journey like *alone* that it may be, or to *alone*."""
    same = (one for one in found if (one.key, one.is_main) == (alone.key, alone.is_main) and one.has(trip))
    journey = next((one for one in same if one.is_main or _in_one_year(trip, one.trips[0])), None)
    if journey is None:
        found.append(alone)
    (journey or alone).trips.append(trip)


def _join_mentioned(mains: Iterable[Journey], trip: GoldTrip) -> bool:
    """Add a trip that an article only mentions to the journey that it is; return False if it is none of *mains*."""
    for journey in mains:
        if journey.has(trip) and _is_same(journey, trip):
            journey.trips.append(trip)
            return True
    return False


def _is_same(journey: Journey, trip: GoldTrip) -> bool:
    """Tell whether the dates of *trip* lie in those of *journey*; without dates, whether enough countries are common."""
    days, whole = _days([trip]), _days(journey.trips)
    if not days or not whole:
        return not days and len(trip.countries & journey.countries) >= ENOUGH_COUNTRIES
    return relation(days, whole) is not Relation.DISJOINT


def _in_one_year(one: GoldTrip, other: GoldTrip) -> bool:
    """Tell whether two earlier visits can be of one year; visits of two years are two visits, and nothing is compared."""
    years = [EdtfDate.parse(f"{days.earliest.year:04}") for trip in (one, other) if (days := _days([trip])) and days.earliest]
    return len(years) == 2 and years[0] == years[1]  # noqa: PLR2004  (both have one)


def _days(trips: Iterable[GoldTrip]) -> EdtfDate | None:
    """Return the window from the first to the last day that *trips* and their stops give; None if none has a year."""
    dates = [EdtfDate.parse(text) for trip in trips for text in texts(trip)]
    firsts = [value.earliest for value in dates if value.earliest]
    lasts = [value.latest for value in dates if value.latest]
    return EdtfDate.parse(f"{min(firsts)}/{max(lasts)}") if firsts and lasts else None


def texts(trip: GoldTrip) -> list[str]:
    """Return every date of *trip* and its stops."""
    given = [trip.start, trip.end, *(text for stop in trip.stops for text in (stop.start, stop.end))]
    return [text for text in given if text]


def in_year(text: str, journey: Journey) -> str:
    """Return the date *text*, with a year if it has none: that in which it lies nearest to what the articles give on this journey."""
    dates = [EdtfDate.parse(given) for trip in journey.trips for given in texts(trip)]
    known = [value.earliest.toordinal() for value in dates if value.earliest]
    if not text.startswith("XXXX") or not known:
        return text
    middle = date.fromordinal(int(median(known)))
    dated = [text.replace("XXXX", f"{year:04}") for year in range(max(middle.year - 1, 1), middle.year + 2)]
    return min((one for one in dated if _is_date(one)), key=lambda one: _distance(EdtfDate.parse(one), middle), default=text)


def _is_date(text: str) -> bool:
    """Tell whether there is such a day; the 29th of February is not in every year."""
    try:
        return EdtfDate.parse(text).earliest is not None
    except EdtfError:
        return False


def _distance(value: EdtfDate, day: date) -> int:
    return abs(value.earliest.toordinal() - day.toordinal()) if value.earliest else 0


def same_person(one: str, other: str) -> bool:
    """Tell whether two spellings are of one person: one is like a part of the other, or surname and first letter are alike."""
    short, long = sorted((one, other), key=lambda name: len(name.split()))
    if likeness_to_part(short, long):
        return True
    first, second = one.split(), other.split()
    return first[0][0].casefold() == second[0][0].casefold() and likeness(first[-1], second[-1]) is not None
