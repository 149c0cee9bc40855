"""Journeys of the same people that are to come after the one that the article is about: weeks later, or said to be another one."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.mentions import TimeKind
from diplotrips.extract.parsing.trips.calendar import bounds
from diplotrips.extract.parsing.trips.chunks import Kind
from diplotrips.extract.parsing.trips.relations import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from diplotrips.extract.parsing.mentions import TimeMention
    from diplotrips.extract.parsing.trips.chunks import Row
    from diplotrips.extract.parsing.trips.sightings import Sighting
    from diplotrips.schema.dates.edtf import EdtfDate

TRAVELLED = frozenset({Relation.OBJECT, Relation.MOTION, Relation.TRIP, Relation.STAY, Relation.FRONTED, Relation.EVENT, Relation.EDGE})
BREAK = timedelta(days=14)
"""From the last day of the journey to the first one of another."""
NEAR = 20
"""Twice the chunks between a place and the day on which somebody is there, at most."""
KINDS = frozenset({TimeKind.DAY, TimeKind.RANGE, TimeKind.WINDOW})

Dated = tuple["Sighting", "tuple[date, date]"]


def later_in(
    rows: Sequence[Row], sightings: Sequence[Sequence[Sighting]], times: Sequence[TimeMention], anchor: EdtfDate | None
) -> frozenset[tuple[int, int]]:
    """Return row and first chunk of the groups that belong to a later journey; none if all days are as late as they."""
    dated = [(one, when) for found in sightings for one in found if (when := _when(rows[one.row], one, times))]
    now = bounds(anchor) if anchor and anchor.yearless is None else None
    if not now or not dated:
        return frozenset()
    soon = [when for _, when in dated if when[0] - now[1] <= BREAK and now[0] - when[1] <= 2 * BREAK]
    last = max((when[1] for when in _joined(soon)), default=None)
    if last is None:
        return frozenset()
    return frozenset((one.row, one.group.first) for one, when in dated if when[0] - max(last, now[1]) > BREAK and not _ends(one))


def _ends(sighting: Sighting) -> bool:
    """Tell whether *sighting* is where the journey itself ends, however late."""
    return sighting.relation is Relation.EDGE and sighting.cue is not None and sighting.cue.group == "end"


def _joined(soon: list[tuple[date, date]]) -> Iterator[tuple[date, date]]:
    """Give the days of *soon*, in order, up to a break between two journeys."""
    end: date | None = None
    for when in sorted(soon):
        if end is not None and when[0] - end > BREAK:
            return
        end = when[1] if end is None else max(end, when[1])
        yield when


def _when(row: Row, sighting: Sighting, times: Sequence[TimeMention]) -> tuple[date, date] | None:
    """Return the days beside *sighting*, if it has somebody travel."""
    if sighting.relation not in TRAVELLED:
        return None
    near = [at for at, chunk in enumerate(row.chunks) if chunk.kind is Kind.TIME and times[chunk.number].kind in KINDS]
    at = min(near, key=lambda one: _distance(sighting, one), default=None)
    if at is None or _distance(sighting, at) > NEAR:
        return None
    day = times[row.chunks[at].number].date
    return bounds(day) if day else None


def _distance(sighting: Sighting, at: int) -> int:
    """Return how far chunk *at* is from the place; the day behind it is nearer than the one before."""
    return 2 * (at - sighting.group.last) if at > sighting.group.last else 2 * (sighting.group.first - at) + 1
