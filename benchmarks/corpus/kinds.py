"""Findings in the words of a corpus: which kind of conflict each is, and what it is about.

The tables below are all there is to it: what a finding's own ends are about decides. No text of a message is read.
"""

from __future__ import annotations

import re
from itertools import combinations, product
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval
from diplotrips.schema.dates.relations import Relation, relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus.claims import Project
    from diplotrips.findings import End, Finding

Written: TypeAlias = "dict[str, object]"

COUNTED = frozenset({"DT108", "DT201", "DT202", "DT204", "DT205", "DT208", "DT212", "DT213", "DT214", "DT215", "DT217", "DT218"})
"""Checks that tell that sources disagree, or that one of them disagrees with the calendar."""

KINDS = {
    "first_day": "trip_start",
    "last_day": "trip_end",
    "dates": "trip_range",
    "within": "trip_range",
    "seen": "trip_range",
    "days": "duration",
    "nights": "duration",
    "route": "stop_order",
    "first_stop": "stop_order",
    "last_stop": "stop_order",
    "after": "stop_order",
    "countries": "country_set",
    "country": "country_set",
    "places": "city",
    "named": "name_variant",
    "name": "name_variant",
    "papers": "agreement_count",
    "status": "status",
}
"""Kind of a conflict by the field on which sources disagree, where they speak of a trip."""

OF_STOPS = {"trip_start": "stop_date", "trip_end": "stop_date", "trip_range": "stop_date", "duration": "stop_date"}
"""What these kinds are where sources speak of a stop."""

OF_EARLIER_VISITS = {
    "trip_start": "earlier_visit",
    "trip_end": "earlier_visit",
    "trip_range": "earlier_visit",
    "duration": "earlier_visit",
    "stop_date": "earlier_visit",
    "country_set": "side_trip_country",
}
"""What kinds are on a visit that articles only mention; others are not compared there."""

ABOUT_TRIP = "trip"
BETWEEN = 2
"""Articles of a disagreement."""
ALONE = frozenset({"DT108", "DT218"})
"""Checks of which the calendar or the register is the other side."""


class Conflict(NamedTuple):
    """One conflict as a corpus lists it."""

    kind: str
    about: str


def conflicts(findings: Iterable[Finding], project: Project) -> dict[str, list[Written]]:
    """Return the conflicts of each trip key as they stand in its file, each kind and subject once, with the articles that take part."""
    told: dict[str, dict[Conflict, Written]] = {journey.key: {} for journey in project.journeys.values() if journey.is_main}
    for found in (one for one in findings if one.code in COUNTED):
        sources = {project.articles[end.source]: end.value for end in found.ends if end.source}
        for key, conflict in _of_finding(found, project):
            if len(sources) < BETWEEN and found.code not in ALONE:
                continue
            named: Written = {"kind": conflict.kind, "about": conflict.about, "sources": sources}
            written = named | {"code": found.code, "message": found.message}
            told.setdefault(key, {}).setdefault(conflict, written)
    return {key: list(found.values()) for key, found in told.items()}


def _of_finding(found: Finding, project: Project) -> Iterator[tuple[str, Conflict]]:
    """Give what a finding is in the corpus' words, with the trip key that it belongs to."""
    journey = project.journeys.get(found.record.partition(".")[0])
    kind = _kind(found)
    if not journey:
        keys = dict.fromkeys(one.key for one in project.journeys.values())
        yield from ((key, Conflict(kind, found.end.value)) for key in keys if kind == "name_variant" and found.end)
    elif journey.is_main:
        yield journey.key, Conflict(kind, _about(kind, found))
    elif kind in OF_EARLIER_VISITS:
        country = next(iter(journey.countries)) if len(journey.countries) == 1 else _about(kind, found)
        yield journey.key, Conflict(OF_EARLIER_VISITS[kind], country)


def _kind(found: Finding) -> str:
    """Return the kind of what sources disagree on."""
    days = [end for end in found.ends if KINDS.get(end.field) in OF_STOPS and end.source]
    of_trip = [end for end in days if not _country(end.record)]
    if of_trip:
        return _kind_on_trip(of_trip, [end for end in days if _country(end.record)])
    kind = KINDS.get(found.end.field if found.end else "", KINDS.get(found.field.rpartition(".")[2], ""))
    return OF_STOPS.get("trip_range" if days else kind, kind)


def _kind_on_trip(ends: Sequence[End], of_stops: Sequence[End]) -> str:
    """Return on which days of the trip *ends* disagree, among themselves or with the days *of_stops* that they leave out."""
    if any(KINDS[end.field] == "duration" for end in ends):
        return "duration"
    firsts = [day for end in ends if (day := _day(end, "first_day"))]
    lasts = [day for end in ends if (day := _day(end, "last_day"))]
    stays = [day for end in of_stops for field in ("first_day", "last_day") if (day := _day(end, field))]
    is_start = _differ(firsts) or any(_is_before(stay, first) for first in firsts for stay in stays)
    is_end = _differ(lasts) or any(_is_before(last, stay) for last in lasts for stay in stays)
    if is_start != is_end:
        return "trip_start" if is_start else "trip_end"
    return KINDS[ends[0].field] if len({end.field for end in ends}) == 1 else "trip_range"


def _day(end: End, field: str) -> EdtfDate | None:
    """Return the first or last day that *end* gives; a window, and a day seen, are neither."""
    if end.field == "dates":
        interval = EdtfInterval.parse(end.value)
        return interval.first if field == "first_day" else interval.last
    return EdtfDate.parse(end.value) if end.field == field else None


def _differ(days: Sequence[EdtfDate]) -> bool:
    """Tell whether two of *days* cannot be one."""
    return any(relation(one, other) is Relation.DISJOINT for one, other in combinations(days, 2))


def _is_before(one: EdtfDate, other: EdtfDate) -> bool:
    """Tell whether *one* is over before *other* can begin."""
    return bool(one.latest and other.earliest and one.latest < other.earliest)


def _about(kind: str, found: Finding) -> str:
    """Return what a finding of *kind* on a journey is about: a country, two stops in a row, a name, or the trip."""
    if kind == "name_variant":
        return next(end.value for end in reversed(found.ends) if not end.source)
    if kind == "stop_order":
        return _stops_in_doubt(found) or ABOUT_TRIP
    if kind == "country_set":
        return _country_in_doubt(found) or ABOUT_TRIP
    countries = [_country(record) for record in (found.record, *(end.record for end in found.ends))]
    return ABOUT_TRIP if kind in {*OF_STOPS, "status"} else next(filter(None, countries), ABOUT_TRIP)


def _country(record: str) -> str:
    """Return the country of a stop, or of an agreement, by its id; empty for a trip or person."""
    return record.partition(".")[2].rpartition("-")[2].upper()


def _country_in_doubt(found: Finding) -> str:
    """Return the country that some source names and a list that says how many there are lacks; empty if it is not one."""
    named = [(end.source, frozenset(end.value.split())) for end in found.ends if end.field == "countries"]
    counting = {end.source for end in found.ends if end.field == "n_countries"}
    complete = [countries for source, countries in named if source in counting]
    everything = frozenset[str]().union(*(countries for _, countries in named))
    doubtful = [country for country in sorted(everything) if any(country not in countries for countries in complete)]
    return doubtful[0] if len(doubtful) == 1 else ""


def _stops_in_doubt(found: Finding) -> str:
    """Return the first two stops, by name, that one route has in one order and another one in the other."""
    orders = [_pairs(end.value) for end in found.ends if end.field == "route"]
    doubtful = sorted({tuple(sorted(pair)) for one in orders for pair in one for other in orders if pair[::-1] in other})
    return "-".join(doubtful[0]).upper() if doubtful else ""


def _pairs(route: str) -> set[tuple[str, str]]:
    """Return which stop comes before which in a route such as `br [ve ni] cu`."""
    ranks = [tied.strip("[]").split() for tied in re.findall(r"\[[^]]*\]|\S+", route)]
    return {pair for earlier, later in combinations(ranks, 2) for pair in product(earlier, later)}
