"""Pairs of stops of which one is before the other by their days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.parsing.trips.calendar import earliest, is_before, latest
from diplotrips.extract.parsing.trips.sorts import Sort
from diplotrips.extract.parsing.trips.tenses import Tense

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplotrips.extract.parsing.trips.dated import Fact
    from diplotrips.extract.parsing.trips.stays import Stay

Pair = tuple[str, str]


def dated_pairs(countries: Sequence[str], stays: Mapping[str, Stay]) -> Iterator[Pair]:
    """Give the pairs of which one is before the other, or is left for it."""
    for one in countries:
        for other in countries:
            left, right = stays[one].earliest, stays[other].earliest
            if left and right and (is_before(left.value, right.value) or _is_onward(stays[one], stays[other])):
                yield one, other
    for one in countries:
        for other in countries:
            if one != other and _is_left_for(stays[one], stays[other]):
                yield one, other


def _is_left_for(one: Stay, other: Stay) -> bool:
    """Tell whether *one* is left on the day of arrival at *other*, or before it."""
    if not one.last or not other.first or (one.first and one.first.value == one.last.value == other.first.value):
        return False
    return not is_before(other.first.value, one.last.value) and not (other.last and is_before(other.last.value, one.last.value))


def spanned_pairs(facts: Sequence[Fact], stays: Mapping[str, Stay]) -> Iterator[Pair]:
    """Give the pairs of a stop in a range that is said of several, and one that begins after it."""
    for fact in facts:
        last = (
            fact.time.last if fact.sort is Sort.RANGE else fact.time.date if fact.sort is Sort.BEGIN and fact.tense is Tense.PAST else None
        )
        if last is None or len(fact.countries) == len(stays) or len(fact.countries) < FEWEST:
            continue
        for other in set(stays) - set(fact.countries):
            begins = stays[other].earliest
            if (
                begins
                and is_before(last, begins.value)
                and not any(_is_later(stays[one], stays[other]) for one in fact.countries if one in stays)
            ):
                yield from ((one, other) for one in fact.countries)


def remaining_pairs(facts: Sequence[Fact], stays: Mapping[str, Stay]) -> Iterator[Pair]:
    """Give the pairs of the only stop without days and the others, where the journey's days leave room for it on one side only."""
    span = next((fact.time for fact in facts if fact.sort is Sort.RANGE and len(set(fact.countries) or stays) == len(stays)), None)
    open_stops = [country for country, stay in stays.items() if not stay.earliest and not stay.last]
    others = [stay for country, stay in stays.items() if country not in open_stops]
    if (
        span is None
        or span.first is None
        or span.last is None
        or len(open_stops) != 1
        or not all(one.earliest and one.last for one in others)
    ):
        return
    first = earliest(one.earliest.value for one in others if one.earliest)
    last = latest(one.last.value for one in others if one.last)
    if first and last and is_before(last, span.last) and first == span.first:
        yield from ((country, open_stops[0]) for country in stays if country != open_stops[0])
    elif first and last and is_before(span.first, first) and last == span.last:
        yield from ((open_stops[0], country) for country in stays if country != open_stops[0])


FEWEST = 1
"""Stops that a day is said of at least."""


def _is_later(one: Stay, other: Stay) -> bool:
    left, right = one.earliest, other.earliest
    return left is not None and right is not None and is_before(right.value, left.value)


def _is_onward(one: Stay, other: Stay) -> bool:
    """Tell whether somebody is seen at *one* on the day of arrival at *other*, which the text tells later."""
    if one.first or not one.seen or not other.first or other.seen:
        return False
    seen, arrival = one.seen[0], other.first
    return seen.value == arrival.value and seen.evidence.spans[0].start < arrival.evidence.spans[0].start
