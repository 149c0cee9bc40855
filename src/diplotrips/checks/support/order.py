"""Whether what sources say of the order of stops implies the route that a trip holds."""

from __future__ import annotations

from itertools import combinations, pairwise, product
from typing import TYPE_CHECKING

from diplotrips.schema.fields import groups

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from diplotrips.schema.claims import Claim
    from diplotrips.schema.fields import Route
    from diplotrips.schema.stop import Stop

Pair = tuple[str, str]


def is_implied(route: Route, claims: Iterable[Claim], stops: Sequence[Stop]) -> bool:
    """Tell whether every step of *route* follows from *claims* of order, of whatever basis, or from the days of the stops."""
    known = _closed({*_said(claims, [stop.id for stop in stops]), *_by_days(stops)})
    return all(pair in known for one, other in pairwise(groups(route)) for pair in product(one, other))


def _said(claims: Iterable[Claim], stops: Sequence[str]) -> Iterator[Pair]:
    """Return every pair of stops of which a source puts the first before the second."""
    for claim in claims:
        value = claim.value
        if claim.field == "route" and isinstance(value, tuple):
            for one, other in combinations(groups(value), 2):
                yield from product(one, other)
        elif claim.field == "first_stop":
            yield from ((str(value), stop) for stop in stops if stop != value)
        elif claim.field == "last_stop":
            yield from ((stop, str(value)) for stop in stops if stop != value)
        elif claim.field == "after":
            yield str(value), claim.record.rpartition(".")[2]


def _by_days(stops: Sequence[Stop]) -> Iterator[Pair]:
    """Return every pair of stops of which the first ends before or on the day on which the second begins."""
    for one, other in product(stops, stops):
        ends = one.dates.latest if one.dates else None
        begins = other.dates.earliest if other.dates else None
        if one.id != other.id and ends and begins and ends <= begins:
            yield one.id, other.id


def _closed(pairs: set[Pair]) -> set[Pair]:
    """Return *pairs* with all that follows from them."""
    known = set(pairs)
    while True:
        more = {(one, last) for one, middle in known for again, last in known if middle == again} - known
        if not more:
            return known
        known |= more
