"""Places as subject or predicate: *X is the next stop*, *the tour includes X and Y*, *X opens the tour*, *it is X where N lands*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.parsing.trips.chunks import Kind
from diplotrips.extract.parsing.trips.relations import Relation
from diplotrips.extract.parsing.trips.tenses import BREAKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.trips.chunks import Row
    from diplotrips.extract.parsing.trips.cues import Cue
    from diplotrips.extract.parsing.trips.groups import Group


COPULAS = frozenset(
    {"is", "are", "was", "were", "be", "includes", "include", "included", "including", "covers", "covered", "being", "comprises", ":", "as"}
    | {"covering", "comprising", "comprise", "comprised", "spans", "span", "spanned", "spanning", "encompasses", "encompassed"}
    | {"encompassing", "features", "featuring", "involves", "involving", "remains", "remain", "becomes", "cover", "involve"}
)
ADDING = frozenset({"include", "includes", "included", "including", "add", "adds", "added", "adding", "insert", "inserted", "inserts"})
"""Verbs of which a place is the object and a journey the goal."""
TAKING_IN = frozenset({"take", "takes", "took", "taken", "taking"})

FOLLOWING = frozenset({"follow", "follows", "followed", "next", "awaits", "await"})
AUXILIARIES = frozenset({"is", "are", "was", "were", "will", "would", "to"})
RANKS = frozenset({"first", "second", "third", "last", "final", "next"})
JOURNEYS = frozenset({"stop", "visit"})
"""Classes of the nouns that name a journey or a part of one."""
OTHER_MATTERS = frozenset({",", ";", "said", "believed", "by", "with"})
"""Words behind which nothing is said of the place any more."""
APPOSITION = 6
"""Chunks of an apposition at most."""
RELATIVE_CLAUSE = 14
"""Chunks of a relative clause at most."""
COMPLEMENT = 8
"""Chunks from a form of *be* to what it says, at most."""
NOUN_REACH = 3
"""Chunks from a rank to its noun at most."""
NEAR = 4
"""Chunks between a place and the verb that it is the subject of, at most."""
GUEST_REACH = 9
"""Chunks from a verb of hosting to the guest at most."""
FRONTED_REACH = 10
"""Chunks from a place at the head of a clause to the verb that it belongs to, at most."""
PREDICATE_REACH = 12
"""Chunks from a noun of travel to the place that it is said to be, at most."""


def relation_as_subject(row: Row, group: Group, groups: Sequence[Group], cues: Sequence[Cue]) -> tuple[Relation, Cue | None]:
    """Return the relation of a group without preposition, which may be subject, predicate or apposition."""
    after = [cue for cue in cues if cue.first > group.last]
    for cue in after[:2]:
        gap = range(group.last + 1, cue.first)
        if cue.is_noun or len(gap) > NEAR or any(row.word(at) in {",", "and", ";"} for at in gap):
            break
        is_journey = any(c.is_noun and c.group == "visit" for c in after) or row.word(cue.last + 1) == "it"
        if cue.group in {"begin", "end"} and is_journey:
            return Relation.EDGE, cue
        if cue.group == "host" and _has_person(row, cue.last + 1, cue.last + 1 + GUEST_REACH):
            return Relation.AWAITED, cue
    nouns = [cue for cue in cues if cue.is_noun and cue.group in JOURNEYS]
    if _is_predicate(row, group, cues) or _is_added(row, group, nouns):
        return Relation.ITINERARY, next((cue for cue in reversed(nouns) if cue.last < group.first), None)
    if _has_predicate(row, group, cues):
        return Relation.ITINERARY, min(nouns, key=lambda cue: abs(cue.first - group.first), default=None)
    fronted = fronted_by(row, group, groups, cues)
    return (Relation.FRONTED, fronted) if fronted else (Relation.BARE, None)


def _has_person(row: Row, start: int, end: int) -> bool:
    return any(row.kind(at) is Kind.PERSON for at in range(start, end))


def _is_predicate(row: Row, group: Group, cues: Sequence[Cue]) -> bool:
    """Tell whether *group* is what a stop, a leg, a tour is or includes."""
    at = group.lead - 1 if row.word(group.lead) not in COPULAS else group.lead
    at = group.first - 1 if at < group.first - 4 else at
    while row.word(at) in {"the", "both", "in", "also", "port", "city", "capital", "of"} or row.kind(at) is Kind.TIME:
        at -= 1
    if row.word(at) == "namely" or (row.word(at) in {"come", "comes"} and row.kind(at - 1) is not Kind.PERSON):
        return True
    if row.word(at) == "," and any(cue.is_noun and cue.group == "stop" and cue.last == at - 1 for cue in cues):
        return True
    if row.word(at) not in COPULAS:
        return False
    if row.word(0) in {"first", "next", "last", "second", "third"} and at <= NEAR:
        return True
    if len(group.members) > 1 and any(
        row.word(step) in {"countries", "nations", "capitals", "states"} for step in range(max(0, at - 6), at)
    ):
        return True
    return any(cue.is_noun and cue.group in {"stop", "visit"} and at - PREDICATE_REACH <= cue.last < at for cue in cues) or _is_ranked(
        row, at - 8, at
    )


def _is_added(row: Row, group: Group, nouns: Sequence[Cue]) -> bool:
    """Tell whether somebody adds *group* to a journey."""
    near = any(0 < cue.first - group.last <= APPOSITION for cue in nouns)
    return near and row.word(group.last + 1) in {"in", "to", "on", "into"} and row.word(group.lead - 1) in ADDING


def is_taken_in(row: Row, group: Group, cues: Sequence[Cue]) -> bool:
    """Tell whether a journey *takes in* the *group*."""
    if group.preposition != "in" or row.word(group.lead - 1) not in TAKING_IN:
        return False
    return any(cue.is_noun and cue.group in JOURNEYS and 0 < group.lead - cue.last <= PREDICATE_REACH for cue in cues)


def is_planned_event(row: Row, event: Cue, cues: Sequence[Cue]) -> bool:
    """Tell whether *event* is what a journey or its programme includes."""
    if not event.is_noun:
        return False
    near = (cue for cue in cues if cue.is_noun and cue.group == "visit" and 0 < event.first - cue.last <= PREDICATE_REACH)
    return any(row.word(at) in INCLUDING for cue in near for at in range(cue.last + 1, event.first))


INCLUDING = frozenset(
    {"includes", "include", "included", "including", "features", "are", "is", "covers", "comprises", "foresees", "envisages"}
)


def _has_predicate(row: Row, group: Group, cues: Sequence[Cue]) -> bool:
    """Tell whether what follows *group* says that it is a stop, comes next, is set for a day."""
    if row.word(group.first - 1) in {"where", "which", "whom"}:
        return False
    nouns = frozenset(cue.first for cue in cues if cue.is_noun and cue.group in JOURNEYS)
    at = group.last + 1
    if row.word(at) == ",":
        if group.members[-1].town and _is_said(row, at + 1, nouns):
            return True
        if any(step in nouns and not _has_verb(row, at, step) for step in range(at, at + APPOSITION)):
            return True
        at = next((step + 1 for step in range(at + 1, min(len(row.chunks), at + RELATIVE_CLAUSE)) if row.word(step) == ","), at)
    return _is_said(row, at, nouns)


def _is_said(row: Row, at: int, nouns: frozenset[int]) -> bool:
    """Tell whether the words from chunk *at* on make what is before them a stop; *nouns* are the chunks of nouns of travel."""
    word, after = row.word(at), row.word(at + 1)
    if word in {"the", "his", "her", "their"} and after in RANKS:
        return any(step in nouns for step in range(at + 2, at + 2 + NOUN_REACH))
    if word in {"come", "comes", "came"}:
        return _has_time(row, at + 1) or after in {"first", "next", "last", "then", "after", "later"}
    return word in FOLLOWING or (word in AUXILIARIES and _is_complement(row, at + 1, nouns))


def _is_complement(row: Row, start: int, nouns: frozenset[int]) -> bool:
    """Tell whether the words from chunk *start* on, behind a form of *be*, name a stop or set it for a day."""
    for at in range(start, min(len(row.chunks), start + COMPLEMENT)):
        word, after = row.word(at), row.word(at + 1)
        if at in nouns or word in FOLLOWING | {"others", "rest"} or (word in RANKS and after in TOURED):
            return True
        if word in {"first", "last"} and after in {",", ".", "on"}:
            return True
        if (word == "come" and _has_time(row, at + 1)) or (word in {"countries", "nations"} and row.word(at - 1) == "the"):
            return True
        if word in {"set", "scheduled", "planned", "slated", "due"} and after in {"for", "on"} and _has_time(row, at + 2):
            return True
        is_other = row.kind(at) is Kind.PERSON and not row.chunks[at].is_whose
        if is_other or row.kind(at) is Kind.PLACE or word in OTHER_MATTERS or word.endswith("ing"):
            return False
    return False


def _has_verb(row: Row, start: int, end: int) -> bool:
    return any(row.word(at) in {"is", "was", "has", "had", "will", "where", "which", "who", "said", "and"} for at in range(start, end))


def _has_time(row: Row, start: int) -> bool:
    return any(row.kind(at) is Kind.TIME for at in range(start, start + 4))


def _is_ranked(row: Row, start: int, end: int) -> bool:
    return any(row.word(at) in RANKS | {"other", "following"} and row.word(at + 1) in TOURED for at in range(max(0, start), end))


TOURED = frozenset({"country", "countries", "nation", "nations", "point", "place", "capital", "city", "destination", "one"})


def fronted_by(row: Row, group: Group, groups: Sequence[Group], cues: Sequence[Cue]) -> Cue | None:
    """Return the verb of travel that follows *group* and has no place of its own."""
    for cue in (cue for cue in cues if cue.first > group.last and not cue.is_noun):
        gap = range(group.last + 1, cue.first)
        if len(gap) > FRONTED_REACH or any(row.word(at) in BREAKS for at in gap):
            return None
        if cue.group == "visit" and any(row.word(at) in {"be", "been", "were", "was", "are", "being"} for at in gap):
            return cue
        if cue.group in {"visit", "go", "arrive", "reach", "onward"} and any(row.kind(at) is Kind.PERSON for at in gap):
            following = next((other for other in groups if other.first > cue.last), None)
            return cue if following is None or following.lead - cue.last > NEAR else None
        if cue.group not in {"stay", "begin"}:
            return None
    return None
