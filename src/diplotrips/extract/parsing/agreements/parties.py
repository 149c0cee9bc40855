"""Who agrees: the traveller's country and the stop that the sentence, its paragraph or the paragraphs before it are about."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.extract.parsing.agreements.words import has
from diplotrips.extract.parsing.mentions import PlaceKind
from diplotrips.extract.parsing.passages import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.agreements.claims import Claim
    from diplotrips.extract.parsing.found import FoundStop, FoundTrip
    from diplotrips.extract.parsing.mentions import People, PlaceMention
    from diplotrips.extract.parsing.passages import Layout
    from diplotrips.schema.fields import Span


class Parties(NamedTuple):
    """Who agrees, with the words that tell it."""

    home: str
    """Country of the traveller."""
    home_span: Span
    stops: tuple[tuple[FoundStop, Span], ...]
    basis: str
    """`stated` where the sentence names the stop, else `inferred`."""


SUBJECT = 3
"""Words before a verb in which its pronoun stands."""
BEFORE, AFTER = 80, 12
"""Characters before and after a claim in which a country may be a party to it."""
FARTHEST = 3
"""Paragraphs before that of the sentence in which a stop may have been named last."""
LONGEST_HEADING = 4
"""Words of the longest heading that names where the following took place; a longer one is the headline of another article."""


class Scene:
    """Where an article mentions the traveller and the stops of one trip."""

    def __init__(self, layout: Layout, places: Sequence[PlaceMention], people: People, trip: FoundTrip) -> None:
        self._layout = layout
        self._trip = trip
        self._places = [place for place in places if place.country and place.kind is not PlaceKind.REGION]
        self._starts = [place.span.start for place in self._places]
        self._traveller = [mention.span for mention in people.mentions if mention.person == trip.person]
        self._traveller_starts = [span.start for span in self._traveller]
        self._stops = {stop.country.value: stop for stop in trip.stops}
        self._home = people.persons[trip.person].country or self._likeliest_home()

    def parties_of(self, claim: Claim) -> Parties | None:
        """Return who agrees, None if it is not said to be the traveller's country and a stop of the trip."""
        home = self._home
        number = claim.row.number
        named = self._in(self._layout.sentences[number].span)
        strangers = [place for place in named if place.country not in self._stops and place.country != home and _is_near(place, claim)]
        here = [place for place in named if place.country in self._stops]
        if not home or (strangers and not (here and self._names_home(named, number))) or not self._is_of_trip(claim, named):
            return None
        stops = self._nearest(claim, here) if here else self._before(claim)
        span = next((place.span for place in named if place.country == home), self._person_span(number))
        return Parties(home, span, stops, "stated" if here else "inferred") if stops else None

    def _likeliest_home(self) -> str:
        """Return the country that is named most and is no stop, where the article gives the traveller's office without one."""
        named = Counter(place.country for place in self._places if place.country not in self._stops)
        likeliest = named.most_common(1)
        return likeliest[0][0] if likeliest and likeliest[0][1] > 1 else ""

    def _in(self, span: Span) -> list[PlaceMention]:
        first, after = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return self._places[first:after]

    def _has_traveller(self, span: Span) -> bool:
        first = bisect_left(self._traveller_starts, span.start)
        return first < len(self._traveller) and self._traveller[first].start < span.end

    def _names_home(self, named: Sequence[PlaceMention], number: int) -> bool:
        return any(place.country == self._home for place in named) or self._has_traveller(self._layout.sentences[number].span)

    def _is_of_trip(self, claim: Claim, named: Sequence[PlaceMention]) -> bool:
        """Tell whether the sentence, or the one before it in its paragraph, speaks of the traveller, the two sides or the visit."""
        number = claim.row.number
        if self._names_home(named, number) or has(claim.row.words(0, len(claim.row.tokens)), "both"):
            return True
        if has(claim.row.words(claim.cue.first - SUBJECT, claim.cue.first), "pronoun"):
            return True
        before = number - 1
        sentences = self._layout.sentences
        return before >= 0 and sentences[before].segment == claim.row.segment and self._has_traveller(sentences[before].span)

    def _nearest(self, claim: Claim, here: Sequence[PlaceMention]) -> tuple[tuple[FoundStop, Span], ...]:
        """Return the stop of the sentence that is named nearest to the claim; all of them where the whole tour is what led to it."""
        named = {place.country: place.span for place in reversed(here)}
        if len(named) > 2 and not any(place.span.start >= claim.span.start for place in here):  # noqa: PLR2004  (more than a pair)
            return tuple((stop, named[country]) for country, stop in self._stops.items() if country in named)
        nearest = min(here, key=lambda place: _distance(place.span, claim.span))
        return ((self._stops[nearest.country], nearest.span),)

    def _before(self, claim: Claim) -> tuple[tuple[FoundStop, Span], ...]:
        """Return the stop that was named last, in the paragraph or in one shortly before; else the only stop of the trip."""
        index = bisect_left(self._starts, claim.span.start) - 1
        while index >= 0:
            place = self._places[index]
            segment = self._segment_of(place)
            if segment is None or claim.row.segment - segment > FARTHEST:
                break
            if place.country in self._stops and self._governs(segment):
                return ((self._stops[place.country], place.span),)
            index -= 1
        if len(self._stops) == 1:
            (stop,) = self._stops.values()
            return ((stop, stop.country.evidence.spans[0]),) if stop.country.evidence.spans else ()
        return ()

    def _governs(self, number: int) -> bool:
        """Tell whether what a segment names holds for what follows: a paragraph, or a heading that is no headline of its own."""
        segment = self._layout.segments[number]
        is_short = len(self._layout.words(segment.span).split()) <= LONGEST_HEADING
        return segment.part is Part.PARAGRAPH or (segment.part is Part.HEADING and is_short)

    def _segment_of(self, place: PlaceMention) -> int | None:
        number = self._layout.sentence_at(place.span.start)
        return None if number is None else self._layout.sentences[number].segment

    def _person_span(self, number: int) -> Span:
        """Return where the traveller is named last up to the end of the sentence, else first."""
        after = bisect_left(self._traveller_starts, self._layout.sentences[number].span.end)
        return self._traveller[max(after - 1, 0)] if self._traveller else self._trip.traveller.evidence.spans[0]


def _is_near(place: PlaceMention, claim: Claim) -> bool:
    """Tell whether a place stands so near to the claim that it may be a party to it."""
    return claim.span.start - BEFORE < place.span.start < claim.span.end + AFTER


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
