"""When a stop is left: the day on which somebody leaves, comes home from it, or moves on to the next one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.trips.calendar import is_before
from diplotrips.extract.parsing.trips.relations import Relation
from diplotrips.extract.parsing.trips.sorts import Sort
from diplotrips.extract.parsing.trips.tenses import Tense

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.extract.parsing.trips.anchors import Anchor
    from diplotrips.extract.parsing.trips.dated import Fact

MOVING = frozenset({"go", "onward", "leave", "departure"})
"""Classes of verbs and nouns that say that somebody leaves where he is for the place they name."""
BEING = frozenset({Sort.ARRIVAL, Sort.SEEN, Sort.BEGIN, Sort.RANGE})
"""What has somebody at a stop."""


def comings_of(facts: Sequence[Fact], anchors: Sequence[Anchor], focus: tuple[str, ...]) -> Iterator[Fact]:
    """Give what *from X* says: the departure from there on the day of arrival, and the arrival, where it alone has a day.

    Args:
        facts: What the days of the sentence are of, in its order.
        anchors: What they may be of.
        focus: The stop that has been spoken of before it.
    """
    for one in anchors:
        if one.sighting is None or one.sighting.relation is not Relation.ORIGIN or len(one.countries) != 1:
            continue
        arrivals = [fact for fact in facts if _is_coming(fact) and len(fact.countries) == 1 and fact.countries != one.countries]
        left = [fact for fact in facts if fact.sort is Sort.DEPARTURE and fact.countries == one.countries]
        if left:
            comes = one.cue is not None and one.cue.group in COMING and one.cue.lemma not in LEAVING and not arrivals
            if comes and len(focus) == 1 and focus != one.countries:
                yield replace(left[0], sort=Sort.ARRIVAL, countries=focus, group="arrive")
        elif arrivals and not (one.cue and one.cue.group in {"visit", "stop"}):
            yield replace(arrivals[0], sort=Sort.DEPARTURE, countries=one.countries, firm=False)


def _is_coming(fact: Fact) -> bool:
    return fact.sort is Sort.ARRIVAL or (fact.sort is Sort.BEGIN and fact.group == "stay")


COMING = frozenset({"arrive", "go", "arrival"})
LEAVING = frozenset({"head", "travel", "move"})
"""Verbs of these classes that say *from X* of a journey to somewhere else."""


def with_departures(facts: Sequence[Fact], focus: tuple[str, ...], told: Sequence[Fact], *, is_there: bool) -> Iterator[Fact]:
    """Give the *facts* of a sentence with the departures that they imply.

    Args:
        facts: What the days of the sentence are of, in its order.
        focus: The stop that has been spoken of before it.
        told: The facts of the sentences before.
        is_there: Whether the traveller has been told to be at a stop.
    """
    before = list(told)
    listed: Fact | None = None
    for fact in facts:
        yield _as_end(fact, focus, before) if fact.group == "leave" and _has_come(fact, before, is_there=is_there) else fact
        moves = fact.sort is Sort.ARRIVAL and fact.group in MOVING and len(fact.countries) == 1
        is_next = moves and listed is not None and listed.group == fact.group  # days of a list say when each begins, not when it ends
        if moves and not is_next and len(focus) == 1 and focus != fact.countries:
            yield replace(fact, sort=Sort.DEPARTURE, countries=focus, firm=False)
        listed = fact if moves else listed
        if len(fact.countries) == 1 and fact.sort in BEING:
            focus = fact.countries
        before.append(fact)


def _has_come(fact: Fact, before: Sequence[Fact], *, is_there: bool) -> bool:
    """Tell whether who leaves on the day of *fact* has come to a stop before: he ends a visit, and begins no journey."""
    if fact.sort is not Sort.BEGIN or len(fact.countries) > 1 or fact.time.date is None:
        return False
    known = [day for one in before if _is_being(one) and (day := one.time.first or one.time.date)]
    if any(is_before(day, fact.time.date) for day in known):
        return True
    return is_there and not any(is_before(fact.time.date, day) or day == fact.time.date for day in known)


def _is_being(fact: Fact) -> bool:
    return fact.sort in BEING and fact.tense is not Tense.UNREAL


def _as_end(fact: Fact, focus: tuple[str, ...], before: Sequence[Fact]) -> Fact:
    """Return *fact* as the end of the visit to the stop spoken of, or of the journey if several have been."""
    if fact.countries:
        return replace(fact, sort=Sort.DEPARTURE)
    last = next((one.countries for one in reversed(before) if len(one.countries) == 1 and _is_being(one)), focus)
    return replace(fact, sort=Sort.DEPARTURE if len(last) == 1 else Sort.END, countries=last if len(last) == 1 else ())
