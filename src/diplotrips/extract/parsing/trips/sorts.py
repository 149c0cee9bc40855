"""What a day is of what it belongs to: of arrival, of departure, of the beginning or end, or one on which somebody is seen there."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.mentions import TimeKind
from diplotrips.extract.parsing.trips.chunks import Kind
from diplotrips.extract.parsing.trips.relations import Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.mentions import TimeMention
    from diplotrips.extract.parsing.trips.anchors import Anchor
    from diplotrips.extract.parsing.trips.chunks import Row
    from diplotrips.extract.parsing.trips.cues import Cue


class Sort(StrEnum):
    """What a day is of what it is a day of."""

    ARRIVAL = "arrival"
    DEPARTURE = "departure"
    BEGIN = "begin"
    END = "end"
    RANGE = "range"
    SEEN = "seen"
    WINDOW = "window"
    LENGTH = "length"


ARRIVALS = frozenset({"arrive", "reach", "go", "onward", "arrival"})
PUTTING_OFF = frozenset({"off", "postponed", "postpone", "delayed", "rescheduled", "deferred", "back"})
VERB_REACH = 12
"""Chunks between a day and a verb that it may go with, at most."""
BESIDE = 2
"""Chunks from a verb of leaving to its day at most."""
EDGE_REACH = 8
"""The same for a verb of beginning or ending."""


def cue_of(cues: Sequence[Cue], at: int, row: Row, anchor: Anchor | None) -> Cue | None:
    """Return the verb or noun of travel that the day at chunk *at* goes with."""
    own = anchor.cue if anchor else None
    leaving = next(
        (
            cue
            for cue in cues
            if cue.group in {"leave", "return"}
            and not cue.is_noun
            and cue is not own
            and 0 < at - cue.last <= BESIDE + 2 * goes_home(row, cue)
        ),
        None,
    )
    if leaving and anchor and anchor.sighting and anchor.last < leaving.first:
        return leaving
    returning = _returning(cues, at, row, anchor)
    if returning:
        return returning
    journeys = [cue for cue in cues if cue.is_noun and cue.group in {"visit", "stop"}]
    verbs = [cue for cue in cues if not cue.is_noun and _distance(cue, at) <= VERB_REACH and _may_go_with(cue, own, journeys, row, at)]
    of_part = anchor is not None and len(anchor.countries) == 1 and not (own and own.is_noun)
    edges = {"begin", "end"} if of_part else {"begin", "end", "leave"}
    near = [cue for cue in verbs if cue.group in edges and _distance(cue, at) <= EDGE_REACH and not _is_apart(row, at, cue)]
    edge = min(near, key=lambda cue: _distance(cue, at), default=None)
    edge = edge or (_edge_of(own, cues) if own else None)
    if edge and (anchor is None or anchor.sighting is None or edge is own or any(cue.group == "visit" for cue in journeys)):
        return edge
    return own or min(verbs, key=lambda cue: abs(cue.first - at), default=None)


def _returning(cues: Sequence[Cue], at: int, row: Row, anchor: Anchor | None) -> Cue | None:
    """Return the verb of coming home that the day at chunk *at* follows, only its place and small words between them."""
    before = next((cue for cue in reversed(cues) if cue.last < at and not cue.is_noun), None)
    if before is None or before.group != "return" or at - before.last > HOME_REACH:
        return None
    if row.word(before.last + 1) == "from" and any(cue.is_noun and before.last < cue.first < at for cue in cues):
        return before
    if anchor and anchor.sighting and anchor.cue is not before and before.last < anchor.first < at:
        return None
    return None if any(row.word(step) in {",", "and", ";", "from"} for step in range(before.last + 1, at)) else before


HOME_REACH = 10
"""Chunks from a verb of coming home to its day at most."""


def _edge_of(noun: Cue, cues: Sequence[Cue]) -> Cue | None:
    """Return the verb that says of the journey *noun* that it begins or ends: *wound up a tour of X, Y and Z*."""
    before = next((cue for cue in reversed(cues) if cue.last < noun.first), None)
    is_edge = before is not None and before.group in {"begin", "end"} and not before.is_noun
    return before if is_edge and before and noun.is_noun and noun.group == "visit" and noun.first - before.last <= NOUN_REACH else None


NOUN_REACH = 6
"""Chunks from a verb of beginning or ending to the journey that it is said of, at most."""


def _may_go_with(cue: Cue, own: Cue | None, journeys: Sequence[Cue], row: Row, at: int) -> bool:
    if cue is own:
        return True
    if cue.group == "stay" or (cue.group in {"begin", "end"} and not journeys):
        return False
    return not any(row.word(step) in {";", ":"} for step in range(min(cue.last, at), max(cue.first, at)))


def _distance(cue: Cue, at: int) -> int:
    return min(abs(cue.first - at), abs(cue.last - at))


def _is_apart(row: Row, at: int, cue: Cue) -> bool:
    """Tell whether *cue* follows the day at chunk *at* behind a comma, or as what is told next."""
    return cue.first > at and any(row.word(step) in {",", "and"} for step in range(at + 1, cue.first))


def sort_of(time: TimeMention, cue: Cue | None, anchor: Anchor | None, row: Row, at: int) -> Sort:
    """Return what the time at chunk *at* is of *anchor*, going with *cue*."""
    kinds = {TimeKind.DURATION: Sort.LENGTH, TimeKind.RANGE: Sort.RANGE, TimeKind.WINDOW: Sort.WINDOW}
    return kinds.get(time.kind) or _by_lead(time, cue, anchor, row, at) or _by_cue(row, cue, anchor)


def _by_lead(time: TimeMention, cue: Cue | None, anchor: Anchor | None, row: Row, at: int) -> Sort | None:
    """Return what the words before the day say that it is; None if they say nothing."""
    led = row.word(at - 1)
    if led in {"until", "to", "till"} and any(row.word(step) in PUTTING_OFF for step in range(max(0, at - EDGE_REACH), at)):
        return Sort.BEGIN
    is_second = led in {"to", "and", "through"} and row.kind(at - 2) is Kind.TIME and row.word(at - 3) in {"from", "between"}
    if time.role == "ends" or led in {"until", "till", "through"} or is_second:
        return Sort.END
    if cue is not None and cue.group in {"begin", "end"}:
        if anchor is not None and anchor.sighting is not None and anchor.sighting.relation is Relation.EVENT:
            return Sort.SEEN
        if not cue.is_noun:
            return Sort.BEGIN if cue.group == "begin" else Sort.END
    return Sort.BEGIN if time.role == "begins" or led in {"since", "from", "starting", "beginning"} else None


def goes_home(row: Row, cue: Cue) -> bool:
    """Tell whether *cue* has somebody come home, or leave for home."""
    if cue.group == "return":
        return True
    return cue.group in {"leave", "go"} and any(row.word(at) == "home" for at in range(cue.last + 1, cue.last + 4))


def _by_cue(row: Row, cue: Cue | None, anchor: Anchor | None) -> Sort:
    """Return what the verb or noun of travel says that a day is."""
    relation = anchor.sighting.relation if anchor and anchor.sighting else None
    if relation is Relation.ORIGIN:
        return Sort.DEPARTURE
    if cue is None:
        return Sort.SEEN
    if goes_home(row, cue):
        return Sort.END
    if cue.group in {"leave", "departure"}:
        return _by_leaving(cue, anchor)
    return Sort.ARRIVAL if cue.group in ARRIVALS and relation is not Relation.ITINERARY else Sort.SEEN


def _by_leaving(cue: Cue, anchor: Anchor | None) -> Sort:
    """Return what a verb of leaving says that a day is: the stop before it is left, the one that it governs reached."""
    if anchor is None or len(anchor.countries) != 1 or anchor.sighting is None:
        return Sort.BEGIN
    if anchor.sighting.cue is cue:
        return Sort.ARRIVAL
    return Sort.DEPARTURE if anchor.last < cue.first else Sort.BEGIN
