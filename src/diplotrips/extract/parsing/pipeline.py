"""The stages joined: from an article to what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.parsing.agreements.agreements import find_agreements
from diplotrips.extract.parsing.found import Extraction
from diplotrips.extract.parsing.people.inventory import find_people
from diplotrips.extract.parsing.places.mentions import find_places
from diplotrips.extract.parsing.quotes.quotes import find_quotes
from diplotrips.extract.parsing.segmenting.layout import take_apart
from diplotrips.extract.parsing.times.times import anchor_of, find_times
from diplotrips.extract.parsing.trips.trips import find_trips

if TYPE_CHECKING:
    from diplotrips.extract.parsing.article import Article


def read(article: Article) -> Extraction:
    """Return what *article* says of officials' trips; the same article always gives the same."""
    layout = take_apart(article)
    published = anchor_of(layout)
    places = find_places(layout)
    people = find_people(layout, places)
    times = find_times(layout, published)
    quotes = find_quotes(layout, people)
    trips = find_trips(layout, places, people, times, published)
    agreements = find_agreements(layout, places, people, times, trips)
    return Extraction(layout, people, trips, quotes, agreements, published)
