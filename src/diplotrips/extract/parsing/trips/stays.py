"""First and last days of each stop, from what the article's days are of."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.found import Evidence, Found
from diplotrips.extract.parsing.trips.calendar import earliest, is_before, latest, length_days, shifted
from diplotrips.extract.parsing.trips.sorts import Sort
from diplotrips.extract.parsing.trips.tenses import Tense

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.trips.dated import Fact
    from diplotrips.schema.dates.edtf import EdtfDate

FIRM = 0.8
"""Confidence in a day of departure that the text states."""
LONGEST_WINDOW = 9
"""Days of a window at most that says when somebody was somewhere."""


@dataclass(slots=True)
class Stay:
    """The days of one stop."""

    first: Found[EdtfDate] | None = None
    last: Found[EdtfDate] | None = None
    seen: list[Found[EdtfDate]] = field(default_factory=list)

    @property
    def earliest(self) -> Found[EdtfDate] | None:
        """The day of arrival, or the first one on which somebody is seen there."""
        if self.first:
            return self.first
        day = earliest(found.value for found in self.seen)
        return next((found for found in self.seen if found.value == day), None)

    @property
    def latest(self) -> EdtfDate | None:
        """The last day that is known."""
        known = [found.value for found in (self.last, self.first, *self.seen) if found]
        return latest(known)


def evidence(fact: Fact, rule: str, confidence: float, basis: str = "") -> Evidence:
    """Return the evidence of a day that *fact* gives by *rule*."""
    time = fact.time
    return Evidence((fact.span,), rule, basis or time.basis, confidence, anchor=time.anchor)


def stays_of(facts: Sequence[Fact], countries: Sequence[str]) -> dict[str, Stay]:
    """Return the days of the stop in each of *countries*."""
    stays = {country: Stay() for country in countries}
    facts = widened(facts)
    for country, stay in stays.items():
        own = [fact for fact in facts if fact.countries == (country,)]
        real = [fact for fact in own if fact.tense is not Tense.UNREAL]
        is_left = len(real) < len(own) and all(fact.sort is Sort.DEPARTURE for fact in real)
        own = [_unreal(fact) for fact in own if fact.tense is Tense.UNREAL] if is_left else real
        if any(fact.firm and fact.sort in {Sort.SEEN, Sort.ARRIVAL, Sort.RANGE, Sort.BEGIN} for fact in own):
            own = [fact for fact in own if fact.firm or not _precedes(fact, own)]
        for fact in own:
            _enter(stay, fact)
        for fact in own:
            _measure(stay, fact)
        if stay.first and stay.last and is_before(stay.last.value, stay.first.value):
            stay.last = None
    return stays


def widened(facts: Sequence[Fact]) -> list[Fact]:
    """Return *facts*, a range said beside one stop as one of the whole journey where the days of the others lie in it."""
    dated = [(fact, first, fact.time.last or first) for fact in facts if len(fact.countries) == 1 and (first := _first_of(fact))]
    found = []
    for fact in facts:
        first, last = fact.time.first, fact.time.last
        is_wide = False
        if fact.sort is Sort.RANGE and first and last and len(fact.countries) == 1:
            others = [(start, end) for one, start, end in dated if one.countries != fact.countries and one.sort in PRESENT]
            is_wide = bool(others) and _holds(first, last, others)
        found.append(replace(fact, countries=()) if is_wide else fact)
    return found


PRESENT = frozenset({Sort.RANGE, Sort.ARRIVAL, Sort.SEEN, Sort.BEGIN})
FEWEST_OTHERS = 2
"""Days of other stops within a range from which it is one of the journey, if none begins with it."""


def _first_of(fact: Fact) -> EdtfDate | None:
    return fact.time.first or fact.time.date if fact.sort in PRESENT else None


def _holds(first: EdtfDate, last: EdtfDate, others: Sequence[tuple[EdtfDate, EdtfDate]]) -> bool:
    """Tell whether the days from *first* to *last* hold those of the *others*, enough of them to be those of the journey."""
    if any(is_before(start, first) or is_before(last, end) or start == last for start, end in others):
        return False
    return len({str(start) for start, _ in others}) >= FEWEST_OTHERS or any(start == first for start, _ in others)


def _unreal(fact: Fact) -> Fact:
    """Return the day on which somebody was to be there as a day of arrival: no stay follows from it."""
    return replace(fact, sort=Sort.ARRIVAL) if fact.sort is Sort.SEEN else fact


def _precedes(fact: Fact, own: Sequence[Fact]) -> bool:
    """Tell whether *fact* is before every firm day of the stop."""
    day = fact.time.first or fact.time.date
    firm = [known for one in own if one.firm and (known := one.time.first or one.time.date)]
    return day is not None and bool(firm) and all(is_before(day, known) for known in firm)


def _enter(stay: Stay, fact: Fact) -> None:
    time = fact.time
    if fact.sort is Sort.RANGE and time.first:
        stay.first = stay.first or Found(time.first, evidence(fact, "stop-range", 0.89))
        if time.last:
            stay.last = stay.last or Found(time.last, evidence(fact, "stop-range", 0.89))
    elif time.date is None:
        return
    elif fact.sort in {Sort.ARRIVAL, Sort.BEGIN}:
        stay.first = stay.first or Found(time.date, evidence(fact, "day-of-arrival", 0.85))
    elif fact.sort in {Sort.END, Sort.DEPARTURE} and (not stay.last or (fact.firm and stay.last.evidence.confidence < FIRM)):
        stay.last = Found(time.date, evidence(fact, "day-of-departure", FIRM if fact.firm else 0.65))
    elif fact.sort is Sort.SEEN or (fact.sort is Sort.WINDOW and length_days(time.date) <= LONGEST_WINDOW):
        stay.seen.append(Found(time.date, evidence(fact, "day-seen-there", 0.75)))


def _measure(stay: Stay, fact: Fact) -> None:
    days = fact.time.days
    start = stay.earliest
    if fact.sort is not Sort.LENGTH or not days or days[0] != days[1]:
        return
    if stay.last and not start and (first := shifted(stay.last.value, 1 - days[0] - fact.time.nights)):
        stay.first = Found(first, evidence(fact, "stop-duration", 0.7, "derived"))
    if not start or stay.last:
        return
    last = shifted(start.value, days[0] - 1 + fact.time.nights)
    if last:
        stay.first = start
        stay.last = Found(last, evidence(fact, "stop-duration", 0.75, "derived"))
