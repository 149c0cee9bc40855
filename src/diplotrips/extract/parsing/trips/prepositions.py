"""Places that no verb or noun governs: what their preposition says with the rest of the sentence, and names that say whose somebody is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.parsing.passages import Part
from diplotrips.extract.parsing.trips.chunks import Kind
from diplotrips.extract.parsing.trips.groups import attributes
from diplotrips.extract.parsing.trips.relations import IN, Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.trips.chunks import Row
    from diplotrips.extract.parsing.trips.cues import Cue
    from diplotrips.extract.parsing.trips.groups import Group

DUE = frozenset({"expected", "awaited", "waited", "due"})
ACTS = frozenset({"meet", "appear", "visit", "host", "begin"})
"""Classes of verbs that somebody does in a place named before them."""
MOVES = frozenset({"onward", "go", "arrive", "reach", "visit", "leave", "end"})
"""Classes of verbs that somebody goes on with, having been somewhere."""
NOUN_REACH = 6
"""Chunks from a noun of travel to *before X* at most."""
HEADLINE_REACH = 5
"""Chunks from a name to a place in a headline without a verb, at most."""
HEAD = 4
"""Chunks before a place at the head of a sentence at most."""
ACT_REACH = 14
"""Chunks from such a place to what is done there, at most."""


def relation_by_preposition(row: Row, group: Group, cues: Sequence[Cue]) -> tuple[Relation, Cue | None]:
    """Return the relation of a group whose preposition no cue governs."""
    before = [cue for cue in reversed(cues) if cue.last < group.lead]
    after = [cue for cue in cues if cue.first > group.last]
    if group.preposition in {"before", "after", "following"}:
        if group.lead == 0 and (act := next((cue for cue in after if cue.group in MOVES - {"leave"} and cue.persons), None)):
            return Relation.ITINERARY, act
        near = [cue for cue in before if group.lead - cue.last <= NOUN_REACH and cue.group in {"stop", "visit", "go", "arrive"}]
        return (Relation.ITINERARY, near[0]) if near else (Relation.BARE, None)
    if group.preposition == "from":
        onward = next((cue for cue in after if cue.group in MOVES and not cue.is_noun), None)
        return (Relation.ORIGIN, onward) if onward or group.lead <= 1 else (Relation.BARE, None)
    if group.preposition not in IN | {"for"}:
        return Relation.BARE, None
    if _is_length(row, group.lead - 1) or (group.preposition in IN and row.word(group.lead - 1) in DUE):
        return Relation.STAY, before[0] if before else None
    return _by_place(row, group, after) if group.preposition in IN else (Relation.BARE, None)


def _is_length(row: Row, index: int) -> bool:
    return index > 0 and row.kind(index) is Kind.TIME and row.chunks[index].word == "duration"


def _by_place(row: Row, group: Group, after: Sequence[Cue]) -> tuple[Relation, Cue | None]:
    """Return the relation of a place that something is only said to be in."""
    person = next((at for at in range(group.lead - 1, -1, -1) if row.kind(at) is Kind.PERSON), None)
    has_no_verb = row.part in {Part.TITLE, Part.BOILERPLATE, Part.CAPTION}
    if has_no_verb and person is not None and group.lead - person <= HEADLINE_REACH:
        return Relation.STAY, None
    if after and after[0].group in {"begin", "end"} and any(cue.is_noun and cue.group == "visit" for cue in after):
        return Relation.EDGE, after[0]
    act = next((cue for cue in after if cue.group in ACTS), None)
    if group.lead <= HEAD and group.preposition != "on" and act and act.first - group.last <= ACT_REACH:
        return Relation.EVENT, act
    return Relation.LOCATIVE, None


def relation_as_host(row: Row, group: Group, cues: Sequence[Cue]) -> tuple[Relation, Cue | None]:
    """Return the relation of a name that says whose somebody is: a host, if the sentence tells of a meeting."""
    if not _is_of_official(row, group):
        return Relation.BARE, None
    if row.word(group.first - 1) in {"with", "the", "his", "her"} and "with" in _words(row, group.first - 3, group.first):
        return Relation.HOST, next((cue for cue in reversed(cues) if cue.last < group.first), None)
    meetings = [cue for cue in cues if cue.group in {"meet", "host"} or (cue.is_noun and cue.group == "event")]
    nearest = min(meetings, key=lambda cue: abs(cue.first - group.first), default=None)
    return (Relation.HOST, nearest) if nearest else (Relation.BARE, None)


def _is_of_official(row: Row, group: Group) -> bool:
    after = range(group.last + 1, group.last + 4)
    if any(row.kind(at) is Kind.PERSON for at in after) or _words(row, group.last + 1, group.last + 4) & attributes():
        return True
    return row.word(group.first - 1) in {"of", "the"} and bool(_words(row, group.first - 4, group.first) & attributes())


def _words(row: Row, start: int, end: int) -> set[str]:
    return {row.word(at) for at in range(max(0, start), end)}
