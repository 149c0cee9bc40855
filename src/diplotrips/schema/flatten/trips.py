"""Rows of trips, stops and meetings, and what hangs on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.schema.countries import UNKNOWN_COUNTRY
from diplotrips.schema.fields import groups
from diplotrips.schema.flatten.reference import codes_rows, external_id_rows, extra_rows
from diplotrips.schema.flatten.spread import country, country_or_organization, dated, first_and_last, window
from diplotrips.schema.flatten.witnesses import counts
from diplotrips.schema.stop import StopPlace

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diplotrips.schema.document import TripDocument
    from diplotrips.schema.fields import Route
    from diplotrips.schema.flatten.context import Context
    from diplotrips.schema.flatten.spread import Row
    from diplotrips.schema.stop import Meeting, Stop


def trip_rows(document: TripDocument, context: Context) -> Iterator[Row]:
    """Return the row of the trip itself and of its companions, ids and variables."""
    trip = document.trip
    yield (
        "trips",
        {
            "trip_id": trip.id,
            "traveller_id": trip.traveller,
            "office": trip.office,
            **country_or_organization("represents_country", "represents_organization", trip.represents),
            "status": trip.status,
            **first_and_last(trip.dates),
            **window("within", trip.within),
            **dated("left_home", trip.left_home),
            **dated("back_home", trip.back_home),
            "n_stops": len(document.stops),
            "n_countries": len({stop.country for stop in document.stops} - {UNKNOWN_COUNTRY}),
            **counts(trip.id, context.witnesses, context.voices),
            "replaces_id": trip.replaces,
            "certainty": trip.certainty,
            "reviewed_by_id": document.reviewed_by,
            "note": trip.note,
            "document_note": document.note,
        },
    )
    for ordinal, companion in enumerate(trip.companions or (), start=1):
        cells = {"person_id": companion.person, "office": companion.office, "companion_trip_id": companion.trip}
        yield "trip_companions", {"trip_id": trip.id, "ordinal": ordinal, **cells}
    yield from external_id_rows(trip.id, "trip", trip.external_ids)
    for extra in (trip.extra, document.extra):
        yield from extra_rows(trip.id, "trip", extra, context.variable_types)


def stop_rows(document: TripDocument, context: Context) -> Iterator[Row]:
    """Return the rows of all stops of a document and of what hangs on them."""
    trip = document.trip
    positions = _positions(trip.route)
    for stop in document.stops:
        stop_id = f"{trip.id}.{stop.id}"
        yield (
            "stops",
            {
                "stop_id": stop_id,
                "trip_id": trip.id,
                "traveller_id": trip.traveller,
                "position": positions.get(stop.id),
                **country("country", stop.country),
                "place": next((_place(place).name for place in stop.places or ()), None),
                "kind": stop.kind or "visit",
                "status": stop.status or trip.status,
                "during_stop_id": f"{trip.id}.{stop.during}" if stop.during else None,
                **first_and_last(stop.dates),
                **window("within", stop.within),
                "protocol": stop.protocol,
                **counts(stop_id, context.witnesses, context.voices),
                "certainty": stop.certainty,
                "note": stop.note,
            },
        )
        yield from _lists_of_stop(stop_id, stop)
        yield from extra_rows(stop_id, "stop", stop.extra, context.variable_types)
        for meeting in stop.met or ():
            yield from _meeting_rows(trip.id, stop, meeting)


def _lists_of_stop(stop_id: str, stop: Stop) -> Iterator[Row]:
    """Return places, events, codes and ids of one stop."""
    for ordinal, place in enumerate(map(_place, stop.places or ()), start=1):
        cells = {"place": place.name, "territory": place.territory, **first_and_last(place.dates)}
        yield "stop_places", {"stop_id": stop_id, "ordinal": ordinal, **cells}
    for event in dict.fromkeys(stop.events or ()):
        yield "stop_events", {"stop_id": stop_id, "event_id": event}
    yield from codes_rows(stop_id, "stop", "purposes", stop.purposes)
    yield from codes_rows(stop_id, "stop", "activities", stop.did, happened=True)
    yield from codes_rows(stop_id, "stop", "activities", stop.did_not, happened=False)
    yield from external_id_rows(stop_id, "stop", stop.external_ids)


def _meeting_rows(trip_id: str, stop: Stop, meeting: Meeting) -> Iterator[Row]:
    """Return the row of one meeting and of its topics."""
    stop_id = f"{trip_id}.{stop.id}"
    meeting_id = f"{stop_id}.{meeting.local_id}"
    yield (
        "meetings",
        {
            "meeting_id": meeting_id,
            "stop_id": stop_id,
            "trip_id": trip_id,
            "person_id": meeting.person,
            "office": meeting.office,
            "organization_id": meeting.organization,
            **country("counterpart_country", meeting.of or stop.country),
            "capacity": meeting.capacity or "in-office",
            "channel": meeting.channel or "in-person",
            "session_id": f"{stop_id}.{meeting.session}" if meeting.session else None,
            **first_and_last(meeting.dates),
            "note": meeting.note,
        },
    )
    yield from codes_rows(meeting_id, "meeting", "topics", meeting.topics)


def _place(place: str | StopPlace) -> StopPlace:
    """Return a place that is written as its name alone like one of which more is known."""
    return StopPlace(name=place) if isinstance(place, str) else place


def _positions(route: Route | None) -> Mapping[str, int]:
    """Return the position of each stop of *route* from 1; stops in an inner list share one, and the next one is counted past all of them.

    A stop that is named twice keeps its first position.
    """
    found: dict[str, int] = {}
    passed = 1
    for group in groups(route):
        for stop in group:
            found.setdefault(stop, passed)
        passed += len(group)
    return found
