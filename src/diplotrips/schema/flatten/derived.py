"""Rows of the tables for analysis, which are made from the other tables: `trips_flat` and `country_days`.

They are added last, since what the checks found is counted in them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING

from diplotrips.schema.flatten.itineraries import Itinerary
from diplotrips.schema.flatten.presence import certain, implied_stay, lengths, presence, recorded_stay
from diplotrips.schema.flatten.tables import arrange
from diplotrips.schema.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplotrips.schema.flatten.presence import Stay
    from diplotrips.schema.flatten.spread import Cells, Row
    from diplotrips.schema.flatten.tables import Tables

_SIGNED = frozenset({"signed", "ratified", "in-force", "extended"})
"""Progress of agreements that were signed."""

_ON_TRIPS = ("meetings", "agreements", "quoted_experts", "quotes", "claims")
"""Tables whose rows on a trip are counted."""

_COUNTED = (*(f"n_{table}" for table in _ON_TRIPS), "n_agreements_signed", "n_conflicts_open", "n_conflicts_settled")


def add_derived(tables: Tables) -> Tables:
    """Return *tables* with `trips_flat` and `country_days` filled from the others, `implied_days` and `conflicts` among them.

    Raises:
        KeyError: a trip names a person, an office or an organization of which there is no row.
    """
    added = arrange((*_trips_flat(tables), *_country_days(tables)))
    return {**tables, "trips_flat": added["trips_flat"], "country_days": added["country_days"]}


def _country_days(tables: Tables) -> Iterator[Row]:
    """Return one row a stop."""
    stays = _stays(tables)
    trips = {row["trip_id"]: row for row in tables["trips"]}
    for stop in tables["stops"]:
        stay = stays[stop["stop_id"]]
        days = presence(stay, stop["status"])
        yield (
            "country_days",
            {
                **_shared("country_days", "stops", stop),
                **_shared("country_days", "trips", trips[stop["trip_id"]]),
                "first_year": stay.year,
                **days,
                "status": stop["status"],
                "from_implied": days != presence(recorded_stay(stop), stop["status"]),
            },
        )


def _trips_flat(tables: Tables) -> Iterator[Row]:
    """Return one row a trip."""
    stays, counts = _stays(tables), _counts(tables)
    people = {row["person_id"]: row["name"] for row in tables["people"]}
    named = {row["organization_id"]: row["name"] for row in tables["organizations"]}
    named |= {row["country"]: row["name"] for row in tables["countries"]}  # of a code with several periods the last one's
    offices = {row["code"]: row["label"] for row in tables["codelists"] if row["list_name"] == "offices"}
    stops, places = _by(tables["stops"], "trip_id"), _by(tables["stop_places"], "stop_id")
    sure = {stop["stop_id"]: certain(stays[stop["stop_id"]], stop["status"]) for stop in tables["stops"]}
    for trip in tables["trips"]:
        itinerary = Itinerary(stops[trip["trip_id"]], str(trip["status"]))
        stay = stays[trip["trip_id"]]
        yield (
            "trips_flat",
            {
                **_shared("trips_flat", "trips", trip),
                "traveller_name": people[trip["traveller_id"]],
                "office_label": offices[trip["office"]],
                "represents_name": named.get(trip["represents_country"] or trip["represents_organization"]),
                "first_year": stay.year,
                **lengths(stay, trip["status"], [sure[stop["stop_id"]] for stop in itinerary.stops]),
                "stops_text": itinerary.text,
                "order_known": itinerary.order_known,
                "countries_text": _listed([named.get(stop["country"]) for stop in itinerary.stops if stop["country"] != "ZZ"]),
                "places_text": _listed([place["place"] for stop in itinerary.stops for place in places[stop["stop_id"]]]),
                **counts[trip["trip_id"]],
            },
        )


def _shared(table: str, origin: str, row: Mapping[str, object]) -> Cells:
    """Return the columns of a row of *origin* that *table* has too."""
    return {name: row[name] for name in _shared_names(table, origin)}


@cache
def _shared_names(table: str, origin: str) -> tuple[str, ...]:
    return tuple(name for name in TABLES[origin].names if name in TABLES[table].names)


def _stays(tables: Tables) -> Mapping[object, Stay]:
    """Return the days of each trip and stop: the implied ones, by its own dates where nothing is implied."""
    own = {row[f"{kind}_id"]: recorded_stay(row) for kind in ("trip", "stop") for row in tables[f"{kind}s"]}
    return own | {row["record_id"]: implied_stay(row) for row in tables["implied_days"]}


def _counts(tables: Tables) -> Mapping[object, Cells]:
    """Return the columns that count the rows of other tables on each trip."""
    counts: dict[object, Counter[str]] = defaultdict(Counter)
    for table in _ON_TRIPS:
        for row in tables[table]:
            counts[row["trip_id"]][f"n_{table}"] += 1
    for row in tables["agreements"]:
        counts[row["trip_id"]]["n_agreements_signed"] += row["progress"] in _SIGNED
    for row in tables["conflicts"]:
        if row["severity"] != "note":
            state = "settled" if row["state"] in {"settled", "waived"} else "open"
            counts[row["trip_id"]][f"n_conflicts_{state}"] += 1
    return {trip["trip_id"]: {name: counts[trip["trip_id"]][name] for name in _COUNTED} for trip in tables["trips"]}


def _by(rows: Sequence[Mapping[str, object]], column: str) -> Mapping[object, Sequence[Mapping[str, object]]]:
    """Return *rows* by their value of *column*; there are none of a value that does not occur."""
    found: dict[object, list[Mapping[str, object]]] = defaultdict(list)
    for row in rows:
        found[row[column]].append(row)
    return found


def _listed(names: Sequence[object]) -> str | None:
    """Return *names*, each once, with semicolons in between; None if there are none."""
    return "; ".join(dict.fromkeys(str(name) for name in names if name)) or None
