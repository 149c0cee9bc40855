"""The stops of a trip as one text, in the order of travel as far as it is known: `BR > VE, NI > CU`."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Stop = Mapping[str, object]


@dataclass(frozen=True)
class Itinerary:
    """The stops of one trip, which are rows of `stops`, and the status of the trip."""

    given: Sequence[Stop]
    status: str

    @cached_property
    def _visits(self) -> Mapping[object, Sequence[Stop]]:
        """The side visits made from each stop; under None the other stops. Both in the order of travel, as far as it is known."""
        hosts = {stop["stop_id"]: stop["during_stop_id"] for stop in self.given}
        found: dict[object, list[Stop]] = defaultdict(list)
        for stop in sorted(self.given, key=_place_in_order):
            found[_host(stop["stop_id"], hosts)].append(stop)
        return found

    @cached_property
    def stops(self) -> tuple[Stop, ...]:
        """The stops in the order of the text."""
        return tuple(visit for stop in self._visits[None] for visit in self._with_side_visits(stop))

    @property
    def order_known(self) -> bool:
        """Whether every stop has a place of its own in the order, side visits aside; a single stop needs none."""
        positions = [stop["position"] for stop in self._visits[None]]
        return len(positions) == 1 or (None not in positions and len(set(positions)) == len(positions))

    @property
    def text(self) -> str:
        """The stops as text; after a semicolon those without a place in the order."""
        groups = {place: list(stops) for place, stops in groupby(self._visits[None], lambda stop: stop["position"])}
        written = {place: ", ".join(map(self._written, stops)) for place, stops in groups.items()}
        apart = written.pop(None, "")
        return "; ".join(part for part in (" > ".join(written.values()), apart) if part)

    def _with_side_visits(self, stop: Stop) -> Iterator[Stop]:
        """Return *stop*, the side visits made from it, and those made from them."""
        yield stop
        for visit in self._visits.get(stop["stop_id"], ()):
            yield from self._with_side_visits(visit)

    def _written(self, stop: Stop) -> str:
        """Return one stop with what is unusual of it and its side visits."""
        unusual = [str(stop[column]) for column, usual in (("kind", "visit"), ("status", self.status)) if stop[column] != usual]
        visits = self._visits.get(stop["stop_id"], ())
        marks = f" [{', '.join(unusual)}]" if unusual else ""
        return f"{stop['country']}{marks}" + (f" ({', '.join(map(self._written, visits))})" if visits else "")


def _host(stop_id: object, hosts: Mapping[object, object]) -> object:
    """Return the stop from which that one was a side visit; None if it was none, or if that leads round in a circle."""
    above, seen = hosts[stop_id], {stop_id}
    while above in hosts and above not in seen:
        seen.add(above)
        above = hosts[above]
    return hosts[stop_id] if above is None else None


def _place_in_order(stop: Stop) -> tuple[bool, int, str, str]:
    """Return what stops are sorted by: their position, those without one last; within one by country and id."""
    position = stop["position"]
    return (position is None, position if isinstance(position, int) else 0, str(stop["country"]), str(stop["stop_id"]))
