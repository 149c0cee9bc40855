"""Places of a programme: lines with a day and a place, turns, legs named after a country, places that share a verb."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.lexicons.words import lexicon
from diplotrips.extract.parsing.passages import Part
from diplotrips.extract.parsing.trips.chunks import Kind
from diplotrips.extract.parsing.trips.tenses import BREAKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.trips.chunks import Row
    from diplotrips.extract.parsing.trips.cues import Cue
    from diplotrips.extract.parsing.trips.groups import Group

MARKS = frozenset({",", ":", "-", "\N{EN DASH}", "\N{EM DASH}", "(", ")", "*", "\N{BULLET}", "|", "/", "["})
"""Marks between a day and a place in a line of a programme."""
FEWEST = 2
"""Lines of a programme at least."""
LONGEST_MARK = 2
"""Marks between a day and a place at most."""
ELLIPTIC = frozenset(
    {",", "and", "then", "later", "after", "before", "it", "that", "them", "finally", "from", "there", "on", "also", "with", "a", "the"}
    | {"subsequently", "next", "following", "lastly", "to", "in", "again", "back", "afterwards", "thereafter", "eventually", "even"}
    | {
        "at",
        "end",
        "first",
        "last",
        "follows",
        "follow",
        "rest",
        "remainder",
        "weekend",
        "comes",
        "come",
        "came",
        "followed",
        "is",
        "was",
        "for",
        "day",
        "-",
        "plus",
        "onward",
        "onwards",
        "into",
        "thence",
    }
)
"""Words between two places of which the second shares the verb of the first."""
LONGEST_ELLIPSIS = 9
"""Chunks between two such places at most."""
JOINING = frozenset({"and", ",", "then", "later", "finally", "there", "afterwards", "thereafter", "onward", "onwards", "on"})
"""Words before the preposition of one more goal."""
LONGEST_COORDINATE = 14
"""Chunks between two places that are goals of one verb at most."""
PARTS = frozenset({"part", "portion", "section", "segment", "stretch", "half", "chapter", "phase", "end"})
"""Nouns that are a part of a journey if the journey follows."""
PART_REACH = 4
ENVOYS = frozenset(
    {"ambassador", "ambassadors", "envoy", "envoys", "consul", "emissary", "representative", "representatives", "commissioner", "attache"}
)
"""Offices whose place says where they serve."""


@cache
def topics() -> frozenset[str]:
    """Return the nouns before *in X* that are talked about wherever the talk is."""
    return frozenset(row["word"] for row in lexicon("topics"))


def with_programme(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return *rows*, those marked that are lines of a programme; a single one is none, but a dateline or the like."""
    lines = {row.span for row in rows if row.part in {Part.PARAGRAPH, Part.HEADING, Part.TITLE} and _is_line(row)}
    return tuple(replace(row, in_programme=len(lines) >= FEWEST and row.span in lines) for row in rows)


def _is_line(row: Row) -> bool:
    """Tell whether *row* begins with a day and a place, or a place and a day, marks between them."""
    at = _skip(row, 0)
    first = row.kind(at)
    if first not in {Kind.TIME, Kind.PLACE}:
        return False
    step = at + 1
    while first is row.kind(step) or row.word(step) == "and":
        step += 1
    other = _skip(row, step)
    if not step < other <= step + LONGEST_MARK:
        return False
    return {first, row.kind(other)} == {Kind.TIME, Kind.PLACE}


def _skip(row: Row, at: int) -> int:
    while row.word(at) in MARKS:
        at += 1
    return at


def is_elliptic(row: Row, group: Group, before: Group | None) -> bool:
    """Tell whether *group* leaves out what governs it, as *Y on Friday* in *X comes on Monday, Y on Friday*."""
    if before is None or group.owns or before.owns or group.preposition in {"of", "from", "with", "between", "against", "by"}:
        return False
    gap = range(before.last + 1, group.first)
    if not gap or len(gap) > LONGEST_ELLIPSIS or _begins_clause(row, group, gap):
        return False
    return all(row.word(at) in ELLIPTIC or row.kind(at) in {Kind.TIME, Kind.PERSON} for at in gap)


def is_coordinate(row: Row, group: Group, before: Group | None, cues: Sequence[Cue]) -> bool:
    """Tell whether *group* is one more goal of the verb of those before, further off: *to X for the summit and to Y*."""
    if before is None or group.owns or not group.preposition or group.preposition != before.preposition:
        return False
    if group.preposition not in {"to", "in", "for", "into"} or row.word(group.lead - 1) not in JOINING:
        return False
    gap = range(before.last + 1, group.lead)
    if len(gap) > LONGEST_COORDINATE or any(before.last < cue.first < group.lead and not cue.is_noun for cue in cues):
        return False
    return not any(row.word(at) in BREAKS or row.kind(at) is Kind.PERSON for at in gap)


def _begins_clause(row: Row, group: Group, gap: range) -> bool:
    """Tell whether *group* has a verb of its own behind it, and nothing before it that makes it one more goal."""
    if group.preposition in {"to", "in", "for", "at", "on"} and any(
        row.word(at) in {"then", "later", "after", "before", "finally"} for at in gap
    ):
        return False
    after = group.last + 1
    while row.kind(after) is Kind.TIME or row.word(after) in {"on", "in", "from"}:
        after += 1
    return row.word(after) not in {"", ".", ",", ";", "and", ")"} or row.kind(after) is Kind.PERSON


def is_agenda(row: Row, group: Group) -> bool:
    """Tell whether *group* is one of the places with days that stand before a colon: *X on Monday, Y a day later: N travels*."""
    if group.preposition or not _is_beside_day(row, group.last + 1):
        return False
    end = next((at for at in range(group.last + 1, min(len(row.chunks), LONGEST_AGENDA)) if row.word(at) == ":"), None)
    if end is None:
        return False
    start = 2 if row.word(1) == ":" else 0  # behind a dateline
    others = {row.word(at) for at in range(start, end) if row.kind(at) not in {Kind.TIME, Kind.PLACE}}
    return others <= AGENDA and sum(row.kind(at) is Kind.PLACE for at in range(start, end)) > 1


def _is_beside_day(row: Row, at: int) -> bool:
    return row.kind(at) is Kind.TIME or (row.word(at) in {"on", "in", "from"} and row.kind(at + 1) is Kind.TIME)


AGENDA = frozenset({"on", "in", "from", "to", ",", "and", "then", "finally", "until", "the", ";", "later", "next", "first"})
"""Words of an agenda beside its places and days."""
LONGEST_AGENDA = 24
"""Chunks of an agenda at most."""


def is_headed_list(row: Row, group: Group) -> bool:
    """Tell whether *group* is a list of places at the head of a sentence that a colon ends."""
    return group.lead == 0 and len(group.members) > 1 and not group.preposition and row.word(group.last + 1) == ":"


def is_turn(row: Row, group: Group) -> bool:
    """Tell whether *group* is *X's turn*."""
    return "turn" in {row.word(at) for at in range(group.last + 1, group.last + 3)}


def leg_of(row: Row, group: Group, cues: Sequence[Cue]) -> Cue | None:
    """Return the leg or visit that is named after *group*: *the Chilean leg of the tour*, *her Chilean visit*."""
    at = group.last + 1
    noun = next((cue for cue in cues if cue.is_noun and cue.group in {"visit", "stop"} and cue.first >= at), None)
    if noun is None or noun.first > at + PART_REACH:
        return None
    if noun.first == at and (noun.group == "stop" or _is_owned(row, group.first - 1)):
        return noun
    return noun if row.word(at) in PARTS and row.word(at + 1) == "of" else None


def _is_owned(row: Row, index: int) -> bool:
    return row.word(index) in {"'s", "'", "his", "her", "their"} or row.kind(index) is Kind.PERSON


def serves_at(row: Row, group: Group) -> bool:
    """Tell whether *group* is where somebody is envoy: *the ambassador to X*."""
    return group.preposition in {"to", "in", "at", "for"} and row.word(group.lead - 1) in ENVOYS


def is_topic(row: Row, group: Group) -> bool:
    """Tell whether *group* belongs to what is talked about: *the war in X*."""
    return group.preposition in {"in", "at", "on", "across", "inside", "within"} and row.word(group.lead - 1) in topics()


def is_onward(row: Row, group: Group) -> bool:
    """Tell whether *on to* leads *group*."""
    return group.preposition in {"to", "onto"} and (row.word(group.lead - 1) in {"on", "onward", "onwards"} or group.preposition == "onto")
