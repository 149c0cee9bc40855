"""What an extraction says, without spans: what two readings of one article can be compared by."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.extract.parsing.found import Extraction, Found, FoundQuote, FoundTrip

ALIKE: Final = {ord(mark): plain for marks, plain in (("“”„«»", '"'), ("‘’‚", "'"), ("\xa0\u202f", " ")) for mark in marks}  # noqa: RUF001 - marks of printed texts
"""Marks and spaces that are the same for the comparison."""


@dataclass(frozen=True)
class Saying:
    """Trips, quotations and agreements in words and codes."""

    trips: tuple[tuple[Any, ...], ...]
    """Main or not, traveller, status, first and last day, window; the stops with country, towns, first and last day, status; the route."""
    quotes: tuple[tuple[object, ...], ...]
    agreements: tuple[tuple[Any, ...], ...]

    @property
    def main(self) -> tuple[tuple[object, ...], ...]:
        """The trips that the article is about."""
        return tuple(trip for trip in self.trips if trip[0])

    def with_text(self, change: Callable[[str], str]) -> Saying:
        """Return the same with *change* made to each text in it."""
        return Saying(*(tuple(_changed(each, change) for each in part) for part in (self.trips, self.quotes, self.agreements)))


def _changed(value: object, change: Callable[[str], str]) -> tuple[object, ...]:
    assert isinstance(value, tuple)
    return tuple(change(each) if isinstance(each, str) else _changed(each, change) if isinstance(each, tuple) else each for each in value)


def said(extraction: Extraction) -> Saying:
    """Return what *extraction* says."""
    agreements = sorted(
        (tuple(sorted(party.value for party in each.parties)), each.kind, each.progress.value, each.of_this_trip)
        for each in extraction.agreements
    )
    return Saying(tuple(map(_trip, extraction.trips)), tuple(_quote(each, extraction) for each in extraction.quotes), tuple(agreements))


def _trip(trip: FoundTrip) -> tuple[object, ...]:
    country = {stop.id: stop.country.value for stop in trip.stops}
    stops = tuple(
        (
            stop.country.value,
            tuple(plain(place.value) for place in stop.places),
            _text(stop.first_day),
            _text(stop.last_day),
            _text(stop.status),
            tuple(str(day.value) for day in stop.seen),
        )
        for stop in trip.stops
    )
    route = tuple(tuple(sorted(country.get(stop, stop) for stop in group)) for group in trip.route)
    days = (_text(trip.first_day), _text(trip.last_day), _text(trip.within))
    return (trip.main, plain(trip.traveller.value), trip.status.value, days, tuple(sorted(stops, key=str)), route)


def _text(found: Found[object] | None) -> str:
    return "" if found is None else str(found.value)


def _quote(quote: FoundQuote, extraction: Extraction) -> tuple[object, ...]:
    text = extraction.layout.article.text
    speaker = "" if quote.person is None else plain(extraction.people.persons[quote.person].name)
    return (tuple(plain(text[span.start : span.end]) for span in quote.spans), quote.manner, speaker, str(quote.role))


def plain(text: str) -> str:
    """Return *text* composed, with straight marks and single common spaces."""
    return " ".join(unicodedata.normalize("NFC", text).translate(ALIKE).split())


def later(text: str, days: int) -> str:
    """Return a date or interval *days* later, each day in it moved."""
    return "/".join(_moved(part, days) for part in text.split("/"))


def _moved(text: str, days: int) -> str:
    try:
        return (date.fromisoformat(text) + timedelta(days=days)).isoformat() if len(text) == len("2024-01-01") else text
    except ValueError:
        return text
