"""Verdicts on the order of travel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tests.extract.parsing.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.extract.parsing.found import FoundTrip

NO_ORDER: Final = ("list", "narration")
"""Bases with which a route is that of the words, not of travel."""


def judge_route(subject: str, expected: dict[str, Any], trip: FoundTrip) -> Iterator[Verdict]:
    """Yield the verdicts on the route: the whole, pairs of it, or that there is none."""
    route = _route(trip)
    told = " > ".join("/".join(sorted(group)) for group in route) or "no order"
    if "route" in expected:
        wanted = [set(group) for group in expected["route"]]
        named = set().union(*wanted) if wanted else set()
        shown = [group & named for group in route if group & named] if wanted else route
        yield Verdict("route", subject, _shown(expected["route"]), told, right=shown == wanted)
    for before, after in expected.get("route_pairs", ()):
        places = {country: number for number, group in enumerate(route) for country in group}
        right = before in places and after in places and places[before] < places[after]
        yield Verdict("route", f"{subject}, {before} before {after}", f"{before} before {after}", told, right=right)
    if "route_last" in expected:
        last = expected["route_last"]
        yield Verdict("route", f"{subject}, {last} last", f"{last} last", told, right=bool(route) and last in route[-1])


def _shown(groups: list[list[str]]) -> str:
    return " > ".join("/".join(group) for group in groups) or "no order"


def _route(trip: FoundTrip) -> list[set[str]]:
    """Return the countries of the route in groups; none where only a list or the narration gives it."""
    if trip.route_evidence and trip.route_evidence.basis in NO_ORDER:
        return []
    country = {stop.id: stop.country.value for stop in trip.stops}
    return [{country[stop] for stop in group if stop in country} for group in trip.route]
