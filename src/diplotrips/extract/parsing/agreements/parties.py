"""Who agrees: the traveller's country and the stop that the sentence, its paragraph or the paragraphs before it are about."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.extract.parsing.agreements.progress import Form
from diplotrips.extract.parsing.agreements.words import has
from diplotrips.extract.parsing.mentions import PlaceKind
from diplotrips.extract.parsing.passages import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.agreements.claims import Claim
    from diplotrips.extract.parsing.found import FoundTrip
    from diplotrips.extract.parsing.mentions import People, PlaceMention
    from diplotrips.extract.parsing.passages import Layout
    from diplotrips.schema.fields import Span


class Side(NamedTuple):
    """One party beside the traveller's country."""

    country: str
    span: Span
    """What names it."""
    stop: str = ""
    """Id of its stop; empty: the traveller does not go there, and agrees with it elsewhere."""


class Parties(NamedTuple):
    """Who agrees, with the words that tell it."""

    home: str
    """Country of the traveller."""
    home_span: Span
    sides: tuple[Side, ...]
    basis: str
    """`stated` where the sentence names the other side, else `inferred`."""


HOST = frozenset({"offered", "refused", "intended", "negotiated", "agreed"})
"""Progress that a sentence about the host alone tells of both sides."""
WITH = 3
"""Words between `with` and the country that something is agreed with."""
HEAD = 4
"""Sentences of the head of an article."""
LISTED = frozenset({(",",), ("and",), (",", "and"), ("and", "with")})
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
        self._regions = [place.span.start for place in places if place.kind is PlaceKind.REGION]
        self._traveller = [mention.span for mention in people.mentions if mention.person == trip.person]
        self._traveller_starts = [span.start for span in self._traveller]
        self._stops = {stop.country.value: stop for stop in trip.stops}
        self._home = people.persons[trip.person].country or self._likeliest_home(people)

    def parties_of(self, claim: Claim) -> tuple[Parties, ...]:
        """Return who agrees, several where it is agreed with each of several sides; none if it is not said of the trip's countries."""
        home, number = self._home, claim.row.number
        named = self._in(self._layout.sentences[number].span)
        strangers = [place for place in named if place.country not in self._stops and place.country != home and _is_near(place, claim)]
        here = [place for place in named if place.country in self._stops]
        is_acted = self._is_of_trip(claim, named)
        if not home or (not self._trip.main and not (here and self._is_close(number))):
            return ()
        if strangers and not (here and self._names_home(named, number)):
            groups = self._third(claim, strangers) if is_acted and not here else ()
        elif is_acted or self._is_of_host(claim, here):
            groups = self._nearest(claim, here) if here else self._before(claim)
        else:
            groups = ()
        if claim.is_trade and not (here and any(place.country == home for place in named)):
            return ()
        span = next((place.span for place in named if place.country == home), self._person_span(number))
        return tuple(Parties(home, span, sides, "stated" if here or strangers else "inferred") for sides in groups)

    def _is_close(self, number: int) -> bool:
        """Tell whether the sentence, or the one before it in its paragraph, names the traveller."""
        before = number - 1
        sentences = self._layout.sentences
        if self._has_traveller(sentences[number].span):
            return True
        return before >= 0 and sentences[before].segment == sentences[number].segment and self._has_traveller(sentences[before].span)

    def _is_of_host(self, claim: Claim, here: Sequence[PlaceMention]) -> bool:
        """Tell whether a sentence that does not speak of the traveller's side tells of something between it and the host.

        What somebody signs alone is with others; what is offered, refused or told in the passive in the course of the visit is not.
        """
        if self._is_regional(claim):
            return False
        return claim.rule == "agreement-passive" or claim.cue.form is Form.OTHER or (bool(here) and claim.progress in HOST)

    def _is_regional(self, claim: Claim) -> bool:
        """Tell whether the sentence names a region, to which or in which something is agreed."""
        span = self._layout.sentences[claim.row.number].span
        return any(span.start <= start < span.end for start in self._regions[bisect_left(self._regions, span.start) :][:1])

    def _third(self, claim: Claim, strangers: Sequence[PlaceMention]) -> tuple[tuple[Side, ...], ...]:
        """Return the country that the traveller agrees with elsewhere (`signed a pact with Chile`, `agreed with his Chilean colleague`)."""
        row = claim.row
        for place in strangers if len({place.country for place in strangers}) == 1 else ():
            index = row.index_at(place.span.start)
            is_side = "with" in row.words(index - WITH, index) or has(row.words(index + 1, index + 2), "third")
            if is_side and self._has_traveller(self._layout.sentences[row.number].span):
                return ((Side(place.country, place.span),),)
        return ()

    def _likeliest_home(self, people: People) -> str:
        """Return the country that is named most and is no stop, where the article gives the traveller's office without one.

        What the head of the article names counts double, as does the country from which it is reported.
        """
        head = self._layout.sentences[min(HEAD, len(self._layout.sentences)) - 1].span.end if self._layout.sentences else 0
        others = {person.country for person in people.persons if person.country}
        named: Counter[str] = Counter()
        for place in self._places:
            if place.country not in self._stops:
                named[place.country] += 1 + (place.span.start < head) + (place.country in others and place.span.start < head)
        likeliest = named.most_common(2)
        if not likeliest or (len(likeliest) > 1 and likeliest[0][1] == likeliest[1][1]):
            return ""
        return likeliest[0][0] if likeliest[0][1] > 1 or len(likeliest) == 1 else ""

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
        return self._is_close(number)

    def _nearest(self, claim: Claim, here: Sequence[PlaceMention]) -> tuple[tuple[Side, ...], ...]:
        """Return the stop of the sentence that is named nearest to the claim, together with those that it is one of a list with.

        All stops are one group where the whole tour is what led to it.
        """
        named = {place.country: place.span for place in reversed(here)}
        if len(named) > 2 and not any(place.span.start >= claim.span.start for place in here):  # noqa: PLR2004  (more than a pair)
            return (tuple(self._side(country, named[country]) for country in self._stops if country in named),)
        nearest = min(here, key=lambda place: _distance(place.span, claim.span))
        listed = [nearest]
        row = claim.row
        for place in here[here.index(nearest) + 1 :] if row.word(row.index_at(nearest.span.start) - 1) == "with" else ():
            between = row.words(row.index_at(listed[-1].span.end), row.index_at(place.span.start))
            if between not in LISTED:
                break
            listed.append(place)
        return tuple((self._side(place.country, place.span),) for place in listed)

    def _side(self, country: str, span: Span) -> Side:
        return Side(country, span, self._stops[country].id)

    def _before(self, claim: Claim) -> tuple[tuple[Side, ...], ...]:
        """Return the stop that was named last, in the paragraph or in one shortly before; else the only stop of the trip."""
        index = bisect_left(self._starts, claim.span.start) - 1
        while index >= 0:
            place = self._places[index]
            segment = self._segment_of(place)
            if segment is None or claim.above.segment - segment > FARTHEST:
                break
            if place.country in self._stops and self._governs(segment):
                return ((self._side(place.country, place.span),),)
            index -= 1
        if len(self._stops) == 1:
            (stop,) = self._stops.values()
            return ((self._side(stop.country.value, stop.country.evidence.spans[0]),),) if stop.country.evidence.spans else ()
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
