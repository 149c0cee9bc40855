"""First and last day of the whole journey, from what the article's days are of and from the days of its stops."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.found import Evidence, Found
from diplotrips.extract.parsing.trips.calendar import earliest, is_before, is_single, length_days, shifted
from diplotrips.extract.parsing.trips.sorts import Sort
from diplotrips.extract.parsing.trips.stays import evidence, widened
from diplotrips.extract.parsing.trips.tenses import Tense

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diplotrips.extract.parsing.trips.dated import Fact
    from diplotrips.extract.parsing.trips.stays import Stay
    from diplotrips.schema.dates.edtf import EdtfDate


@dataclass(slots=True)
class Days:
    """The days of a journey."""

    first: Found[EdtfDate] | None = None
    last: Found[EdtfDate] | None = None
    within: Found[EdtfDate] | None = None
    length: Found[tuple[int, int]] | None = None
    is_real: bool = True
    """Whether the days are more than those on which it was to be."""
    arrived: Found[EdtfDate] | None = None
    """A day on which the traveller is told to have come to a stop."""


def days_of(facts: Sequence[Fact], stays: Mapping[str, Stay], route: Sequence[Sequence[str]], ranks: Mapping[str, str]) -> Days:
    """Return the days of the whole journey.

    Args:
        facts: What the article's days are of.
        stays: The days of each stop.
        route: The stops in the order of travel, as far as it is stated.
        ranks: What the words say of the rank of a stop, such as `last`.
    """
    facts = widened(facts)
    span = Days(is_real=any(fact.tense is not Tense.UNREAL for fact in facts))
    facts = [fact for fact in facts if fact.tense is not Tense.UNREAL] or facts
    whole = [fact for fact in facts if fact.of_journey and _is_of_all(fact, stays)]
    part = [fact for fact in facts if fact.of_journey and not _is_of_all(fact, stays)]
    come = next((fact for fact in facts if _has_come(fact) and fact.time.date), None)
    span.arrived = Found(come.time.date, evidence(come, "day-of-arrival", 0.85)) if come and come.time.date else None
    for fact in whole:
        _take(span, fact)
    if len(stays) == 1:
        _take_stay(span, next(iter(stays.values())), facts)
    _measure_span(span, whole if len(stays) > 1 else facts)
    _take_envelope(span, stays, route, ranks, part)
    if not span.first and not span.last:
        windows = [fact for fact in (whole if len(stays) > 1 else facts) if fact.sort is Sort.WINDOW and fact.time.date]
        if windows:
            best = min(windows, key=lambda fact: length_days(fact.time.date) if fact.time.date else 0)
            if best.time.date:
                span.within = Found(best.time.date, evidence(best, "journey-window", 0.6))
    if span.first and span.last and is_before(span.last.value, span.first.value):
        span.last = None
    return span


def _has_come(fact: Fact) -> bool:
    """Tell whether *fact* is a day on which somebody has come to a stop: *arrived on Friday*, *is there since Friday*."""
    if fact.sort is Sort.ARRIVAL:
        return fact.tense is Tense.PAST
    return fact.sort is Sort.BEGIN and fact.group in {"stay", ""} and len(fact.countries) == 1 and fact.tense in {Tense.PRESENT, Tense.NONE}


def _is_of_all(fact: Fact, stays: Mapping[str, Stay]) -> bool:
    """Tell whether *fact* is of the whole journey: of no stop, of all, or where somebody sets out for most of them."""
    if not fact.countries or set(fact.countries) == set(stays):
        return True
    return (
        fact.sort is Sort.BEGIN
        and fact.group in {"leave", "begin"}
        and fact.tense is not Tense.PAST
        and 2 * len(fact.countries) > len(stays)
    )


def share_edges(span: Days, stays: Mapping[str, Stay], route: Sequence[Sequence[str]]) -> None:
    """Give the first stop the day on which the journey begins and the last one that on which it ends, where nothing else is known."""
    levels = [list(stays)] if len(stays) == 1 else [list(level) for level in route]
    if sum(map(len, levels)) < len(stays) or not span.is_real:
        return
    if span.first and len(levels[0]) == 1 and (len(stays) == 1 or span.first.evidence.rule != "journey-range"):
        stay, day = stays[levels[0][0]], span.first
        if not stay.first and not any(is_before(seen.value, day.value) or seen.value == day.value for seen in stay.seen):
            stay.first = _shared(day, "journey-begins-here")
    if span.last and len(levels[-1]) == 1 and (len(stays) == 1 or span.last.evidence.rule != "journey-range"):
        stay, day = stays[levels[-1][0]], span.last
        if not stay.last and not (stay.latest and is_before(day.value, stay.latest)):
            stay.last = _shared(day, "journey-ends-here")


def _shared(day: Found[EdtfDate], rule: str) -> Found[EdtfDate]:
    """Return the *day* of a journey as one of a stop."""
    return Found(day.value, Evidence(day.evidence.spans, rule, "inferred", 0.7, anchor=day.evidence.anchor))


def _take(span: Days, fact: Fact) -> None:
    time = fact.time
    if fact.sort is Sort.RANGE and time.first:
        span.first = Found(time.first, evidence(fact, "journey-range", 0.89))
        if time.last:
            span.last = Found(time.last, evidence(fact, "journey-range", 0.89))
    elif time.date is None or (not is_single(time.date) and fact.sort is not Sort.BEGIN):
        return
    elif fact.sort is Sort.BEGIN:
        span.first = span.first or Found(time.date, evidence(fact, "journey-begins", 0.88))
    elif fact.sort is Sort.END:
        span.last = span.last or Found(time.date, evidence(fact, "journey-ends", 0.7))


def _take_stay(span: Days, stay: Stay, facts: Sequence[Fact]) -> None:
    """Take the days of the only stop as those of the journey, unless it is only seen there."""
    visited = any(fact.sort is Sort.SEEN and (fact.tense.value in {"future", "present"} or fact.in_place) for fact in facts)
    seen = stay.earliest if visited and stay.earliest and is_single(stay.earliest.value) else None
    span.first = span.first or stay.first or seen
    span.last = span.last or stay.last


def _measure_span(span: Days, facts: Sequence[Fact]) -> None:
    for fact in facts:
        days = fact.time.days
        if fact.sort is not Sort.LENGTH or not days:
            continue
        span.length = span.length or Found(days, evidence(fact, "journey-length", 0.85))


def _close(span: Days) -> None:
    """Give the end that start and length leave, or the start that length and end leave."""
    if not span.length or span.length.value[0] != span.length.value[1]:
        return
    days = span.length.value[0]
    spans = span.length.evidence.spans
    if span.first and not span.last and (last := shifted(span.first.value, days - 1)):
        span.last = Found(last, Evidence((*span.first.evidence.spans, *spans), "start-and-length", "derived", 0.8))
    elif span.last and not span.first and (first := shifted(span.last.value, 1 - days)):
        span.first = Found(first, Evidence((*span.last.evidence.spans, *spans), "end-and-length", "derived", 0.8))


def _take_envelope(
    span: Days, stays: Mapping[str, Stay], route: Sequence[Sequence[str]], ranks: Mapping[str, str], part: Sequence[Fact]
) -> None:
    """Take what is missing from the first and the last stop, or from days that are said of several stops."""
    _close(span)
    if not span.first:
        span.first = _first_of_route(stays, route, part) if len(route) > 1 else _first_of_part(stays, part)
    _close(span)
    if not span.last and len(route) > 1 and {country for level in route for country in level} == set(stays):
        span.last = _last_of_route(stays, route[-1], ranks, part)
    _close(span)


def _first_of_route(stays: Mapping[str, Stay], route: Sequence[Sequence[str]], part: Sequence[Fact]) -> Found[EdtfDate] | None:
    """Return the day on which the first stop, or the first several, begin."""
    begins = [fact for fact in part if fact.sort in BEGINNINGS and set(fact.countries) & set(route[0])]
    if begins and (day := begins[0].time.first or begins[0].time.date):
        return Found(day, evidence(begins[0], "first-stops", 0.8))
    found = [stays[country].earliest for country in route[0]]
    known = earliest(one.value for one in found if one) if all(found) else None
    first = next((one for one in found if one and one.value == known), None)
    return _renamed(first, "first-stop", 0.8) if first else None


BEGINNINGS = frozenset({Sort.RANGE, Sort.BEGIN})


def _first_of_part(stays: Mapping[str, Stay], part: Sequence[Fact]) -> Found[EdtfDate] | None:
    """Return the day on which most stops begin, if no other begins before."""
    dated = [(fact, day) for fact in part if fact.sort in BEGINNINGS and (day := fact.time.first or fact.time.date)]
    known = earliest(day for _, day in dated)
    others = [one.value for stay in stays.values() if (one := stay.earliest)]
    if known is None or any(is_before(other, known) for other in others):
        return None
    return Found(known, evidence(next(fact for fact, day in dated if day == known), "most-stops", 0.75))


def _last_of_route(
    stays: Mapping[str, Stay], level: Sequence[str], ranks: Mapping[str, str], part: Sequence[Fact]
) -> Found[EdtfDate] | None:
    """Return the day on which the last stop, or the last several, end."""
    ends = [fact for fact in part if fact.sort in {Sort.RANGE, Sort.END} and set(fact.countries) == set(level)]
    if ends and (day := ends[-1].time.last or ends[-1].time.date):
        return Found(day, evidence(ends[-1], "last-stops", 0.75))
    if len(level) > 1:
        return None
    final = stays[level[0]]
    is_end = ranks.get(level[0]) == "last" or _is_day_by_day(list(stays.values()))
    last = final.last or (final.seen[-1] if final.seen and is_end else None)
    return _renamed(last, "last-stop", 0.7) if last else None


def _is_day_by_day(stays: Sequence[Stay]) -> bool:
    """Tell whether one sentence gives each stop a day of its own: *will be in X on 1 May and in Y on 2 May*."""
    seen = [stay.seen[0].evidence.spans[0].start for stay in stays if len(stay.seen) == 1 and not stay.first]
    return len(seen) == len(stays) > 1 and max(seen) - min(seen) <= LONGEST_STEP * (len(stays) - 1)


LONGEST_STEP = 60
"""Characters between the days of two stops in such a sentence at most."""


def _renamed(found: Found[EdtfDate], rule: str, confidence: float) -> Found[EdtfDate]:
    """Return a day of a stop as one of the journey, by *rule*."""
    return Found(found.value, replace(found.evidence, rule=rule, confidence=confidence))
