"""Verdicts on trips and stops."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tests.extract.parsing.judging_routes import judge_route
from tests.extract.parsing.verdicts import Verdict, allows

from diplotrips.schema.dates.edtf import EdtfInterval

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.extract.parsing.found import Extraction, FoundStop, FoundTrip

OFF: Final = ("cancelled", "postponed")


def judge_trips(expect: dict[str, Any], extraction: Extraction) -> Iterator[Verdict]:
    """Yield the verdicts on who travelled where and when, and on who did not."""
    left = list(extraction.trips)
    if expect.get("no_trips"):
        yield Verdict("no trip", "", "none", _told(left), right=not left)
    for name in expect.get("not_travellers", ()):
        theirs = [trip for trip in left if allows(name, trip.traveller.value)]
        yield Verdict("not a traveller", name, "no trip", _told(theirs), right=not theirs)
    for expected in expect.get("trips", ()):
        best = max(left, key=lambda trip: _likeness(trip, expected), default=None)
        subject = _subject(expected)
        if best is None or not _shares_name(str(expected["traveller"]), best.traveller.value):
            yield from _judge_missing(subject, expected, left)
            continue
        right = allows(expected["traveller"], best.traveller.value)
        yield Verdict("traveller", subject, expected["traveller"], _told(left), right=right)
        left.remove(best)
        yield from _judge_trip(subject, expected, best, extraction)


def _judge_missing(subject: str, expected: dict[str, Any], left: list[FoundTrip]) -> Iterator[Verdict]:
    """Yield the verdicts on a trip that was not found: of its values only the stops are counted as missed."""
    yield Verdict("traveller", subject, expected["traveller"], _told(left), right=False)
    for stop in expected.get("stops", ()):
        yield Verdict("stop", f"{subject}, {stop['country']}", str(stop["country"]), "no trip", right=False)


def _shares_name(expected: str, found: str) -> bool:
    """Tell whether *found* has a word of an expected name; with a part of the name only, the traveller is wrong and the trip is there."""
    words = {word for name in expected.split("|") for word in name.split()}
    return any(allows("|".join(words), word) for word in found.split())


def _subject(expected: dict[str, Any]) -> str:
    who = str(expected["traveller"]).split("|", maxsplit=1)[0]
    side = "" if expected.get("main", True) else " (mentioned)"
    first = str(expected["stops"][0]["country"]) if expected.get("stops") else ""
    return f"{who} to {first}{side}"


def _likeness(trip: FoundTrip, expected: dict[str, Any]) -> tuple[bool, bool, int, bool, bool]:
    """Return how well *trip* stands for an expected one: traveller, common countries, main or not, first day."""
    found = {stop.country.value for stop in trip.stops}
    common = sum(any(each in found for each in str(stop["country"]).split("|")) for stop in expected.get("stops", ()))
    first = trip.first_day is not None and "first_day" in expected and allows(expected["first_day"], trip.first_day.value)
    who = trip.traveller.value
    return (
        allows(expected["traveller"], who),
        _shares_name(str(expected["traveller"]), who),
        common,
        trip.main == expected.get("main", True),
        first,
    )


def _judge_trip(subject: str, expected: dict[str, Any], trip: FoundTrip, extraction: Extraction) -> Iterator[Verdict]:
    person = extraction.people.persons[trip.person]
    found = {
        "main": trip.main,
        "represents": person.country,
        "office": person.office,
        "status": trip.status.value,
        "first_day": trip.first_day.value if trip.first_day else None,
        "last_day": trip.last_day.value if trip.last_day else None,
    }
    for key, value in found.items():
        if key in expected:
            yield Verdict(key.replace("_", " "), subject, str(expected[key]), str(value), right=allows(expected[key], value))
    if "within" in expected:
        window = trip.within.value if trip.within else None
        yield Verdict(
            "within",
            subject,
            str(expected["within"]),
            str(window),
            right=window is not None and _same_days(str(expected["within"]), window),
        )
    yield from _judge_stops(subject, expected, trip)
    yield from judge_route(subject, expected, trip)


def _same_days(expected: str, window: EdtfInterval) -> bool:
    read = [EdtfInterval.parse(each) for each in expected.split("|")]
    return (window.earliest, window.latest) in [(each.earliest, each.latest) for each in read]


def is_on(stop: FoundStop) -> bool:
    """Tell whether *stop* is a stay that was not called off and is more than a landing for fuel."""
    return stop.kind != "technical" and (stop.status is None or stop.status.value not in OFF)


def _judge_stops(subject: str, expected: dict[str, Any], trip: FoundTrip) -> Iterator[Verdict]:
    on = [stop for stop in trip.stops if is_on(stop)]
    countries = [stop.country.value for stop in on]
    told = " ".join(countries) or "no stop"
    allowed = {each for stop in expected.get("stops", ()) for each in str(stop["country"]).split("|")}
    for stop in expected.get("stops", ()):
        yield from _judge_stop(subject, stop, on, told)
    for key in ("not_stops", "cancelled_stops"):
        for country in expected.get(key, ()):
            yield Verdict("not a stop", f"{subject}, {country}", f"no stop in {country}", told, right=country not in countries)
    named = allowed.union(*(expected.get(key, ()) for key in ("not_stops", "cancelled_stops", "stops_optional")))
    more = [country for country in countries if country not in named]
    yield Verdict("no other stop", subject, "no more than the article states", " ".join(more) or told, right=not more)
    for country, number in expected.get("n_stays", {}).items():
        yield Verdict(
            "stays", f"{subject}, {country}", str(number), str(countries.count(country)), right=countries.count(country) == number
        )


def _judge_stop(subject: str, expected: dict[str, Any], on: list[FoundStop], told: str) -> Iterator[Verdict]:
    country = str(expected["country"])
    subject = f"{subject}, {country}"
    theirs = [stop for stop in on if stop.country.value in country.split("|")]
    yield Verdict("stop", subject, country, told, right=bool(theirs))
    places = [place.value for stop in theirs for place in stop.places]
    for place in expected.get("places", ()):
        yield Verdict(
            "place", f"{subject}, {place}", place, ", ".join(places) or "no place", right=any(allows(place, each) for each in places)
        )
    days = {"first_day": _first_days(theirs), "last_day": _last_days(theirs)}
    for key, found in days.items():
        if key in expected:
            yield Verdict(
                f"stop {key.replace('_', ' ')}", subject, str(expected[key]), " ".join(found) or "none", right=str(expected[key]) in found
            )
    around = {*_first_days(theirs), *_last_days(theirs), *(str(day.value) for stop in theirs for day in stop.seen)}
    for day in expected.get("seen", ()):
        yield Verdict("seen", f"{subject}, {day}", str(day), " ".join(sorted(around)) or "none", right=str(day) in around)


def _first_days(stops: list[FoundStop]) -> list[str]:
    """Return the first day of each: that of arrival, or else the first one on which the text has the traveller there."""
    return [
        str(stop.first_day.value) if stop.first_day else min(str(day.value) for day in stop.seen)
        for stop in stops
        if stop.first_day or stop.seen
    ]


def _last_days(stops: list[FoundStop]) -> list[str]:
    return [str(stop.last_day.value) for stop in stops if stop.last_day]


def _told(trips: list[FoundTrip]) -> str:
    told = (
        f"{trip.traveller.value} to {' '.join(stop.country.value for stop in trip.stops)}{' (main)' if trip.main else ''}" for trip in trips
    )
    return "; ".join(told) or "no trip"
