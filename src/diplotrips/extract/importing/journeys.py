"""Rows of one country each put together to journeys: same traveller, and the next begins when the last one ends, not after days at home."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from diplotrips.extract.importing.visits import Visit


@dataclass(frozen=True, slots=True)
class Placed:
    """A visit with whoever travels resolved."""

    visit: Visit
    traveller: str
    """Id of the person."""
    represents: str
    """Country code, or id of the organization."""

    @property
    def who(self) -> tuple[str, str, str]:
        """What is the same on one journey."""
        return self.traveller, self.represents, self.visit.texts["office"]

    @property
    def is_at_home(self) -> bool:
        """Whether the country visited is the one that the traveller represents."""
        return self.represents in self.visit.countries

    @property
    def first(self) -> date | None:
        """The first day if it is known to the day."""
        dates = self.visit.dates
        return dates.first.earliest if dates and dates.first and dates.first.is_day else None

    @property
    def last(self) -> date | None:
        """The last day if it is known to the day."""
        dates = self.visit.dates
        return dates.last.latest if dates and dates.last and dates.last.is_day else None

    @property
    def left(self) -> date | None:
        """The last day; where it is not known the first, since only a visit that follows at once then belongs to it."""
        return self.last or self.first


def chained(placed: Iterable[Placed], gap_days: int) -> list[list[Placed]]:
    """Return visits as journeys, in the order of their first rows.

    Args:
        placed: Visits.
        gap_days: Days from the last day of a visit to the first day of the next at which both are one journey still.

    Visits that name a journey are put together by that, whatever their days are. Of others, one whose first day is not known to the day
    stands alone, and one at home, in the country that the traveller represents, ends a journey and is no part of one.
    """
    named: dict[tuple[object, ...], list[Placed]] = defaultdict(list)
    others: dict[tuple[object, ...], list[Placed]] = defaultdict(list)
    for each in placed:
        if "journey" in each.visit.texts:
            named[*each.who, each.visit.texts["journey"]].append(each)
        else:
            others[each.who].append(each)
    journeys = [*named.values(), *(run for visits in others.values() for run in _runs(visits, timedelta(days=gap_days)))]
    ordered = [sorted(journey, key=_order) for journey in journeys]
    return sorted(ordered, key=lambda journey: min(each.visit.row for each in journey))


def _order(each: Placed) -> tuple[int, int, int]:
    """Return what visits of a journey are sorted by: days, then rows."""
    dates = each.visit.dates
    first = dates.earliest if dates else None
    last = (dates.latest if dates else None) or first
    return (first.toordinal() if first else 0, last.toordinal() if last else 0, each.visit.row)


def _runs(visits: list[Placed], gap: timedelta) -> Iterator[list[Placed]]:
    """Give the journeys of one traveller."""
    run: list[Placed] = []
    until: date | None = None
    for each in sorted(visits, key=_order):
        first = each.first
        if run and (each.is_at_home or first is None or until is None or first - until > gap):
            yield run
            run, until = [], None
        run.append(each)
        until = max(filter(None, (until, each.left)), default=None) if first and not each.is_at_home else None
    if run:
        yield run


def side_visits(journey: list[Placed]) -> dict[int, int]:
    """Return, by index, the visits that lie within the days of another one, with the index of that one.

    One that shares only the last day of the other follows it; one on days all of which lie before that is a side visit.
    """
    found = {}
    for index, inner in enumerate(journey):
        for other, outer in enumerate(journey[:index]):
            days = inner.first, inner.last, outer.first, outer.last
            if None not in days and other not in found and outer.first < inner.first and inner.last < outer.last:  # type: ignore[operator]  # none of them is None
                found[index] = other
                break
    return found


def groups_of(journey: list[Placed], beside: Iterable[int]) -> list[list[int]]:
    """Return the order of travel as groups of indexes, without those *beside*; empty if it is not known.

    Visits with the same days have no known order among themselves.
    """
    indexes = [index for index in range(len(journey)) if index not in set(beside)]
    if any(journey[index].first is None for index in indexes):
        return []
    days = [(journey[index].first, journey[index].left) for index in indexes]
    groups: list[list[int]] = []
    for index, day in zip(indexes, days, strict=True):
        if groups and (journey[groups[-1][0]].first, journey[groups[-1][0]].left) == day:
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups
