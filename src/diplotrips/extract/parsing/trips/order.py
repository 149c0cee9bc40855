"""The order of travel: pairs of stops of which one is said to come before the other, and the ranks that follow from them.

The order of a list is not one. Dates count most, then ordinals and words of sequence, then that one stop is past and another ahead.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.trips.pairs import (
    Pair,
    dated_pairs,
    remaining_pairs,
    spanned_pairs,
)
from diplotrips.extract.parsing.trips.ranks import ORDINALS
from diplotrips.extract.parsing.trips.relations import Relation
from diplotrips.extract.parsing.trips.stays import widened
from diplotrips.extract.parsing.trips.tenses import Tense

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplotrips.extract.parsing.trips.chunks import Row
    from diplotrips.extract.parsing.trips.dated import Fact
    from diplotrips.extract.parsing.trips.scene import Scene
    from diplotrips.extract.parsing.trips.sightings import Sighting
    from diplotrips.extract.parsing.trips.stays import Stay

SURE = frozenset({Relation.OBJECT, Relation.MOTION, Relation.TRIP, Relation.STAY, Relation.EDGE, Relation.ITINERARY, Relation.FRONTED})
"""Relations whose tense says whether a stop is past or ahead."""
LEADS = {"after": -1, "before": 1, "following": -1, "having": -1}
"""Words that put what they lead before (-1) or after (1) the rest of the sentence."""
MOST_STOPS = 30
"""Stops of a journey whose order is looked for, at most."""
BACKWARD = frozenset({"which", "that", "it", "this", "them", "then", "these", "whom"})
"""Words behind *after* or *before* that mean what was told before."""
LEAD_REACH = 6
"""Chunks between such a word and the place it leads, at most."""


def route_of(
    scene: Scene, own: Sequence[Sighting], facts: Sequence[Fact], stays: Mapping[str, Stay]
) -> tuple[tuple[tuple[str, ...], ...], dict[str, str]]:
    """Return the stops in the order of travel, those of equal rank together, and what words say of the rank of each.

    Args:
        scene: The article.
        own: Sightings of the journey, in the order of the text.
        facts: What the article's days are of.
        stays: The days of each stop.
    """
    countries = tuple(stays)
    ranks = _ranks(own, set(countries))
    if len(countries) > MOST_STOPS:
        return (), ranks
    facts = widened(facts)
    before: set[Pair] = set()
    for pairs in (
        dated_pairs(countries, stays),
        spanned_pairs(facts, stays),
        _ranked(countries, ranks),
        _retold(scene, own, set(countries)),
        remaining_pairs(facts, stays),
        _stated(scene, own, set(countries)),
        _tenses(own, countries),
    ):
        for pair in pairs:
            _add(before, pair)
    return _levels(list(countries), before), ranks


def _add(before: set[Pair], pair: Pair) -> None:
    """Add *pair* with what follows from it, unless the contrary is known."""
    first, second = pair
    if first == second or (second, first) in before or pair in before:
        return
    earlier = {one for one, other in before if other == first} | {first}
    later = {other for one, other in before if one == second} | {second}
    closure = {(one, other) for one in earlier for other in later}
    if not any((other, one) in before or one == other for one, other in closure):
        before |= closure


def _ranks(own: Sequence[Sighting], countries: set[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for sighting in own:
        country = sighting.member.country
        if (
            country in countries
            and sighting.rank in {"first", "last", *ORDINALS}
            and len(set(sighting.group.countries) & countries) < len(countries)
        ):
            found.setdefault(country, sighting.rank)
    return found


def _ranked(countries: Sequence[str], ranks: Mapping[str, str]) -> Iterator[Pair]:
    for country in countries:
        for other in countries:
            if ranks.get(country) == "first" and ranks.get(other) != "first":
                yield country, other
            if ranks.get(country) == "last" and ranks.get(other) != "last":
                yield other, country
            numbers = [ORDINALS.index(rank) if (rank := ranks.get(one, "")) in ORDINALS else None for one in (country, other)]
            if numbers[0] is not None and numbers[1] is not None and numbers[0] < numbers[1]:
                yield country, other


def _stated(scene: Scene, own: Sequence[Sighting], countries: set[str]) -> Iterator[Pair]:
    trail: list[tuple[str, ...]] = []
    by_row: defaultdict[int, list[Sighting]] = defaultdict(list)
    for sighting in own:
        by_row[sighting.row].append(sighting)
    for number, sightings in sorted(by_row.items()):
        groups = list({sighting.group.first: sighting for sighting in sightings}.values())
        yield from _in_sentence(scene, number, groups, countries)
        if trail and all(sighting.relation is Relation.ORIGIN for sighting in groups):
            left = [country for sighting in groups for country in sighting.group.countries if country in countries]
            yield from ((one, two) for one in left for two in trail[-1])
        yield from _narrated(scene.rows[number], groups, countries, trail)


def _narrated(row: Row, groups: Sequence[Sighting], countries: set[str], trail: list[tuple[str, ...]]) -> Iterator[Pair]:
    """Give what words of sequence in *row* say of its *groups* and those on the *trail* before them; what is new there is added to it."""
    opened = len(trail)
    for sighting in groups:
        here = tuple(country for country in sighting.group.countries if country in countries)
        yield from _steps(sighting)
        if "in that order" in " ".join(row.words):
            yield from ((one, two) for place, one in enumerate(here) for two in here[place + 1 :])
        if not here or (len(here) == len(countries) and len(here) > 1):
            continue
        told = [country for level in trail[opened:] or trail for country in level if country not in here]
        if sighting.rank == "earlier":
            yield from ((one, later) for level in trail for later in level for one in here if later not in here)
        elif sighting.rank in {"next", "then"} or (len(trail) > opened and _goes_on(row, groups, sighting)):
            yield from ((earlier, one) for earlier in told for one in here)
        if sighting.relation is not Relation.BARE and here not in trail:
            trail.append(here)


def _goes_on(row: Row, groups: Sequence[Sighting], sighting: Sighting) -> bool:
    """Tell whether *sighting* is the next step of a story: *begins in X, continues to Y and spends the last day in Z*."""
    before = next((one for one in reversed(groups) if one.group.last < sighting.group.first), None)
    if before is None or before.cue is None or sighting.cue is None or before.rank not in {"first", "next", "then"}:
        return False
    gap = range(before.group.last + 1, sighting.cue.first)
    if before.cue.is_noun or sighting.cue.is_noun or not gap or {before.relation, sighting.relation} - SURE:
        return False
    is_same = before.tense is sighting.tense and before.persons == sighting.persons
    return is_same and any(row.word(at) in {",", "and"} for at in gap) and not any(row.word(at) in ASIDES for at in gap)


ASIDES = frozenset({"after", "before", "where", "while", "which", "who", "when", "but", "that", "following", "having", ";"})
"""Words behind which no next step is told."""


def _steps(sighting: Sighting) -> Iterator[Pair]:
    members = sighting.group.members
    for position, member in enumerate(members):
        if member.step:
            yield from ((earlier.country, member.country) for earlier in members[:position])


def _in_sentence(scene: Scene, number: int, groups: Sequence[Sighting], countries: set[str]) -> Iterator[Pair]:
    """Give what *after X*, *before Y* and *from X* say of the groups of one sentence."""
    row = scene.rows[number]
    for sighting in groups:
        start = min(sighting.group.lead, sighting.cue.first if sighting.cue else sighting.group.lead)
        where = next(
            (
                at
                for at in range(sighting.group.first, max(-1, start - LEAD_REACH), -1)
                if row.word(at) in LEADS and row.word(at + 1) not in BACKWARD
            ),
            None,
        )
        if sighting.relation is Relation.ORIGIN:
            sign, others = -1, [other for other in groups if other.relation is not Relation.ORIGIN]
        elif where is None:
            continue
        else:
            sign = LEADS[row.word(where)]
            is_opening = where <= OPENING
            others = [other for other in groups if (other.group.first > sighting.group.last if is_opening else other.group.last < where)]
        for one in set(sighting.group.countries) & countries:
            for other in others:
                yield from ((one, two) if sign < 0 else (two, one) for two in set(other.group.countries) & countries)


OPENING = 2
"""Chunk up to which *after* and *before* open a sentence."""


def _retold(scene: Scene, own: Sequence[Sighting], countries: set[str]) -> Iterator[Pair]:
    """Give what *it was the last leg of a tour* says of the stop that the sentence before is about."""
    by_row: defaultdict[int, list[Sighting]] = defaultdict(list)
    for sighting in own:
        if sighting.relation in SURE:
            by_row[sighting.row].append(sighting)
    for number, row in enumerate(scene.rows):
        found = RETOLD.match(" ".join(row.words)) if row.words and row.words[0] in PRONOUNS else None
        near = (
            next((by_row[earlier] for earlier in range(number - 1, number - 1 - FARTHEST_BACK, -1) if by_row.get(earlier)), [])
            if found
            else []
        )
        before = [one for one in near if len(one.group.members) == 1]
        if found and before:
            stop = before[0].member.country
            is_first = found[1] in {"first", "opening"}
            others = countries - {stop}
            yield from ((stop, other) if is_first else (other, stop) for other in sorted(others))


FARTHEST_BACK = 3
"""Sentences from such words back to the stop that they are said of, at most."""
PRONOUNS = frozenset({"it", "this", "that", "there"})
RETOLD = re.compile(
    r"(?:it|this|that) (?:was|is|will be) (?:also )?(?:the|his|her|their) (first|opening|last|final|closing) "
    r"(?:stop|leg|station|stage|destination)"
)
"""What is said of the stop that was just spoken of, at the beginning of a sentence."""


def _tenses(own: Sequence[Sighting], countries: Sequence[str]) -> Iterator[Pair]:
    """Give the pairs of a stop that is past, or where somebody is, and one that is still ahead."""
    told: defaultdict[str, set[int]] = defaultdict(set)
    announced = {one.member.country for one in own if one.persons and one.tense is Tense.FUTURE}
    for sighting in own:
        if sighting.relation is Relation.STAY and sighting.tense is Tense.PRESENT:
            told[sighting.member.country].add(NOW)
        elif _tells_when(sighting) and sighting.tense in WHEN and (sighting.persons or sighting.member.country not in announced):
            told[sighting.member.country].add(WHEN[sighting.tense])
    for one in countries:
        for other in countries:
            if _is_told_before(told[one], told[other]):
                yield one, other


def _is_told_before(one: set[int], other: set[int]) -> bool:
    """Tell whether a stop told in the tenses *one* comes before one told in *other*."""
    if one == {PASSED}:
        return other in ({NOW}, {AHEAD}, {NOW, AHEAD})
    return other == {AHEAD} and bool(one & {PASSED, NOW})


def _tells_when(sighting: Sighting) -> bool:
    if sighting.relation in {Relation.EVENT, Relation.HOST}:
        kinds = {"meet", "host"} if sighting.relation is Relation.HOST else {"meet", "appear", "host", "event"}
        return bool(sighting.persons) and sighting.cue is not None and sighting.cue.group in kinds
    return sighting.relation in SURE or bool(sighting.persons)


PASSED, NOW, AHEAD = range(3)
WHEN = {Tense.PAST: PASSED, Tense.FUTURE: AHEAD}


def _levels(countries: list[str], before: set[Pair]) -> tuple[tuple[str, ...], ...]:
    """Return the ranks of those *countries* whose place among the others is known."""
    left = [country for country in countries if any(country in pair for pair in before)]
    while True:
        signs = {
            one: (frozenset(a for a, b in before if b == one and a in left), frozenset(b for a, b in before if a == one and b in left))
            for one in left
        }
        unsure = {
            one: sum((one, other) not in before and (other, one) not in before and signs[one] != signs[other] for other in left)
            for one in left
        }
        worst = max(unsure.values(), default=0)
        if not worst:
            break
        left.remove(next(one for one in reversed(left) if unsure[one] == worst))
    ranked = sorted(left, key=lambda one: len(signs[one][0]))
    levels: dict[int, list[str]] = {}
    for one in ranked:
        levels.setdefault(len(signs[one][0]), []).append(one)
    return tuple(tuple(level) for _, level in sorted(levels.items())) if len(levels) > 1 else ()
