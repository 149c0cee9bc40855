"""What a day in a sentence may belong to: the places of the journey in it, its nouns and verbs of travel, the stop just spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diplotrips.extract.parsing.lexicons.phrases import phrases
from diplotrips.extract.parsing.trips.chunks import Kind
from diplotrips.extract.parsing.trips.relations import IN, Relation
from diplotrips.extract.parsing.trips.tenses import BREAKS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.extract.parsing.trips.chunks import Row
    from diplotrips.extract.parsing.trips.cues import Cue
    from diplotrips.extract.parsing.trips.groups import Member
    from diplotrips.extract.parsing.trips.scene import Scene
    from diplotrips.extract.parsing.trips.sightings import Sighting


HERE = "here"
"""In place of a country: the stop that has just been spoken of."""

ELSEWHERE = "elsewhere"
"""In place of a country: one that is no stop."""

FARTHEST = 30
"""Chunks between a day and what it is a day of, at most."""


class Anchor(NamedTuple):
    """Something in a row that a day may belong to."""

    first: int
    last: int
    countries: tuple[str, ...]
    """Empty: the journey."""
    sighting: Sighting | None = None
    cue: Cue | None = None
    is_led: bool = False
    """Whether its day stands before it, as in *on Monday X, on Tuesday Y*."""
    is_here: bool = False
    """Whether its words only mean the place spoken of, such as *there*."""


def anchors_of(scene: Scene, number: int, own: Sequence[Sighting], countries: frozenset[str]) -> list[Anchor]:
    """Return what days in the row *number* may belong to, given its sightings *own* of a journey to *countries*."""
    row = scene.rows[number]
    anchors: list[Anchor] = []
    for sighting in own:
        group = sighting.group
        first = next((member for member in group.members if member.country in countries), None)
        if sighting.relation is Relation.BARE or sighting.member is not first:
            continue
        if len(group.members) > 1 and _has_time_inside(row, group.first, group.last):
            anchors += _apart(row, sighting, countries)
        else:
            among = tuple(country for country in group.countries if country in countries)
            anchors.append(Anchor(group.first, group.last, among, sighting, sighting.cue))
    free = [cue for cue in scene.cues[number] if cue not in {anchor.cue for anchor in anchors}]
    anchors += [Anchor(cue.first, cue.last, (), None, cue) for cue in free if _is_of_journey(row, cue)]
    anchors += [Anchor(cue.first, cue.last, (HERE,), None, cue) for cue in free if cue.group == "arrive"]
    return anchors + list(_spoken_of(scene, number, anchors))


def elsewhere(scene: Scene, number: int, countries: frozenset[str]) -> list[Anchor]:
    """Return the places in the row *number* that somebody is in and that are neither stops nor home: their days are none of the journey."""
    return [
        Anchor(group.first, group.last, (ELSEWHERE,))
        for group in scene.groups[number]
        if not group.owns and group.preposition in IN | {"after"} and not set(group.countries) & countries
    ]


def _spoken_of(scene: Scene, number: int, anchors: Sequence[Anchor]) -> Iterator[Anchor]:
    """Give the words that mean the place just spoken of, such as *in the country*, with the verb before them."""
    row = scene.rows[number]
    for match in phrases("places_spoken_of", "place").all_in(row.words):
        is_named = any(anchor.first <= match.last + NEAR_NAME and anchor.last >= match.first for anchor in anchors if anchor.sighting)
        if not is_named and row.word(match.last + 1) not in NOT_OF_PLACE and row.word(match.last + 1) != "of":
            cue = next((one for one in reversed(scene.cues[number]) if one.last < match.first and not one.is_noun), None)
            named = [one for one in anchors if one.sighting and one.last < match.first and len(one.countries) == 1]
            place = named[-1].countries if named else (HERE,)
            yield Anchor(match.first, match.last, place, None, cue if cue and match.first - cue.last <= NEAR_VERB else None, is_here=True)


NOT_OF_PLACE = frozenset({"is", "are", "was", "were", "will", "would", "has", "have", "had", "can", "may", "must", "should", "could"})
"""Words behind *there* that make it no place."""
NEAR_NAME = 3
"""Chunks from such words to the name of the place that they stand beside, at most."""
NEAR_VERB = 6
"""Chunks from a verb to such words at most."""


def _apart(row: Row, sighting: Sighting, countries: frozenset[str]) -> list[Anchor]:
    """Return an anchor for each member of a list with days in it; each ends where the next begins, or begins where the one before ends."""
    members = sighting.group.members
    times = [
        at for at, chunk in enumerate(row.chunks) if chunk.kind is Kind.TIME and sighting.group.first - 4 <= at <= sighting.group.last + 4
    ]
    found = []
    for number, member in enumerate(members):
        low, before, behind = member.index, *_around(row, members, number)
        led = [at for at in times if before < at < low and _leads(row, at, low, before)]
        own = [at for at in times if low < at < behind and not _leads(row, at, behind, low)]
        if led and not own:
            found.append(Anchor(led[-1] + 1, low, (member.country,), sighting, sighting.cue, is_led=True))
        else:
            found.append(Anchor(low, own[0] - 1 if own else low, (member.country,), sighting, sighting.cue))
    return [anchor for anchor in found if anchor.countries[0] in countries]


def _around(row: Row, members: Sequence[Member], number: int) -> tuple[int, int]:
    """Return the chunks of the members before and behind that with *number*, or the ends of the row."""
    before = members[number - 1].index if number else -1
    return before, members[number + 1].index if number + 1 < len(members) else len(row.chunks)


def _leads(row: Row, at: int, place: int, before: int) -> bool:
    """Tell whether the day at chunk *at* is of the place behind it, at chunk *place*, and not of that at chunk *before*."""
    if place >= len(row.chunks):
        return False
    return before < 0 or row.kind(at + 1) is Kind.PLACE or row.word(at + 1) in LEADING


LEADING = frozenset({"to", "in", "at", "on", "into", "for", ":", "the"})
"""Words behind a day that join it to the place that follows."""


def _has_time_inside(row: Row, first: int, last: int) -> bool:
    return any(row.kind(at) is Kind.TIME for at in range(first, last))


REGIONS = frozenset({"region", "continent"})
REGION_REACH = 6
"""Chunks from a verb of travel to the region it leads to, at most."""


def _is_of_journey(row: Row, cue: Cue) -> bool:
    """Tell whether *cue*, which governs no stop, speaks of the whole journey."""
    if cue.is_noun:
        return cue.group in {"visit", "departure"}
    if cue.group in {"visit", "go"}:
        after = range(cue.last + 1, cue.last + 1 + REGION_REACH)
        return any(row.kind(at) is Kind.REGION or row.word(at) in REGIONS for at in after)
    return cue.group in {"leave", "return"} or (cue.group in {"begin", "end"} and row.word(0) == "it" and not cue.persons)


CLAUSE = 12
"""What a word that begins a clause adds to the distance between a day and a place."""
HALF_CLAUSE = 4
"""What a comma or *and* with a subject or preposition behind it adds."""
WEAK = 5
"""What it adds if the place is only named."""
INDIRECT = 3
"""What it adds if no place is named."""


def nearest_anchor(row: Row, at: int, anchors: list[Anchor]) -> Anchor | None:
    """Return the anchor that the day at chunk *at* belongs to: the nearest one in its clause, places before nouns."""
    measured = [(_distance(row, at, anchor), number) for number, anchor in enumerate(anchors)]
    best = min(measured, default=(FARTHEST + 1, 0))
    return anchors[best[1]] if best[0] <= FARTHEST else None


def _distance(row: Row, at: int, anchor: Anchor) -> int:
    """Return how far the day at chunk *at* is from *anchor*, clauses between them counted."""
    start = min(anchor.last, at) + 1
    if anchor.last < at and row.words[start : start + 2] == (",", "where"):
        start += 2  # what is told behind it is told of the place
    if anchor.last < at and anchor.sighting and anchor.sighting.group.lead <= HEAD:
        start = max(start, min(behind_aside(row, anchor.last + 1), at))
    if _is_inside(row, at, anchor):
        return 0
    distance = _words_between(row, at, anchor, range(start, max(anchor.first, at)))
    if anchor.countries == (ELSEWHERE,):
        return distance if distance <= 1 else FARTHEST + 1
    if anchor.sighting is None:
        return distance if _is_beside(row, at, anchor) else distance + INDIRECT
    return distance + ADDED.get(anchor.sighting.relation, 0)


ADDED = {Relation.HOST: INDIRECT, Relation.BARE: WEAK, Relation.LOCATIVE: WEAK, Relation.ORIGIN: WEAK}
"""What it adds how somebody is said to be there."""


def _words_between(row: Row, at: int, anchor: Anchor, between: range) -> int:
    """Return how many words lie between the day at chunk *at* and *anchor*, with what clauses add."""
    is_behind = anchor.last < at
    distance = sum(row.word(step) not in {",", "the", "and", "on"} for step in between)
    distance += CLAUSE * sum(row.word(step) in BREAKS | {"that", "who", "which", "where", "before", "after"} for step in between)
    distance += CLAUSE * sum(row.word(step) == ":" for step in between if is_behind)
    distance += HALF_CLAUSE * sum(row.word(step) in {",", "and"} and _starts_clause(row, step) for step in between)
    if is_behind and (anchor.is_led or _opens_clause(row, at)):
        distance += HALF_CLAUSE if anchor.is_led else CLAUSE
    if anchor.first > at and any(row.word(step) == "and" for step in between):
        distance += HALF_CLAUSE
    return distance


HEAD = 1
"""Chunk up to which a place and its preposition stand at the head of their sentence."""
LONGEST_ASIDE = 18
"""Chunks of a relative clause behind a place at most."""


def behind_aside(row: Row, start: int) -> int:
    """Return the chunk behind the relative clause that begins at *start*, between commas; *start* if none does."""
    if row.word(start) != "," or row.word(start + 1) not in {"where", "which", "whose"}:
        return start
    end = next((at for at in range(start + 2, min(len(row.chunks), start + LONGEST_ASIDE)) if row.word(at) == ","), None)
    return start if end is None else end + 1


def _is_inside(row: Row, at: int, anchor: Anchor) -> bool:
    """Tell whether the day at chunk *at* stands between a verb and its place: *spends Monday in X*, *flies on Monday to X*."""
    cue = anchor.cue
    if cue is None or cue.is_noun or anchor.sighting is None or not cue.last < at < anchor.first or anchor.first - cue.last > INSIDE:
        return False
    return not any(row.word(step) in BREAKS | {",", "and", "before", "after", "where", "who"} for step in range(cue.last + 1, anchor.first))


INSIDE = 7
"""Chunks from such a verb to its place at most."""


def _opens_clause(row: Row, at: int) -> bool:
    """Tell whether the day at chunk *at* opens a clause of its own: *and on Friday he will*."""
    before = at - 1
    while row.word(before) in {"on", "in", "from", "late", "early"}:
        before -= 1
    return row.word(before) in {"and", ",", ";"} and row.kind(at + 1) is Kind.PERSON


def _is_beside(row: Row, at: int, anchor: Anchor) -> bool:
    """Tell whether the day at chunk *at* follows the words of *anchor* at once: *returning on Friday*, *in town until Friday*."""
    if not anchor.is_here and (anchor.cue is None or anchor.cue.is_noun or anchor.cue.group not in {"leave", "return"}):
        return False
    return 0 < at - anchor.last <= 1 + sum(row.word(step) in BESIDE for step in range(anchor.last + 1, at))


BESIDE = frozenset({"on", "until", "till", "since", "from", "late", "early", "later", "by", "through", "this", "next", "home", "again"})
"""Words between a verb and its day."""


def _starts_clause(row: Row, index: int) -> bool:
    return row.kind(index + 1) is Kind.PERSON or row.word(index + 1) in {"then", "in", "on", "from", "after", "before"}
