"""Which sources speak of a trip, a stop, a meeting or an agreement, so that they can be counted.

A claim about a record speaks of it and of what it lies in (a meeting: of its stop and trip); one that names a stop in a route, or its
country in a list, speaks of that stop too. A denial speaks of nothing.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from diplotrips.schema.flatten.voices import count_voices

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diplotrips.schema.claims import Claim
    from diplotrips.schema.dataset import Dataset

_NAMES_STOPS = frozenset({"route", "first_stop", "last_stop", "after", "during"})


def witnesses_of(dataset: Dataset) -> Mapping[str, frozenset[str]]:
    """Return the ids of the sources that speak of each record, by released id."""
    stops: dict[tuple[str, str], list[str]] = defaultdict(list)
    for entry in dataset.trips:
        for stop in entry.record.stops:
            stops[entry.record.trip.id, stop.country].append(f"{entry.record.trip.id}.{stop.id}")
    found: dict[str, set[str]] = defaultdict(set)
    for claim in dataset.claims:
        if claim.mode != "denied":
            for record in _spoken_of(claim, stops):
                found[record].add(claim.source)
    return {record: frozenset(sources) for record, sources in found.items()}


def counts(record: str, witnesses: Mapping[str, frozenset[str]], voices: Mapping[str, str]) -> dict[str, object]:
    """Return the two columns that count the sources of a record."""
    sources = witnesses.get(record, frozenset())
    return {"n_sources": len(sources), "n_independent": count_voices(sources, voices)}


def _spoken_of(claim: Claim, stops: Mapping[tuple[str, str], list[str]]) -> Iterator[str]:
    """Return the released id of every record that *claim* speaks of."""
    steps = claim.record.split(".")
    yield from (".".join(steps[:depth]) for depth in range(1, len(steps) + 1))
    value = claim.value
    if claim.field in _NAMES_STOPS:
        yield from (f"{claim.trip}.{local}" for local in _local_ids(value))
    if claim.field == "countries" and isinstance(value, tuple):
        yield from (stop for code in value for stop in stops.get((claim.trip, code), ()))


def _local_ids(value: object) -> Iterator[str]:
    """Return every id in a route, inner lists included."""
    if isinstance(value, tuple):
        for part in value:
            yield from _local_ids(part)
    else:
        yield str(value)
