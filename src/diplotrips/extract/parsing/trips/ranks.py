"""What the words beside a place say of its rank in a journey: first, last, next, one of the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.parsing.lexicons.phrases import phrases
from diplotrips.extract.parsing.trips.chunks import Kind
from diplotrips.extract.parsing.trips.forms import nouns, verbs

if TYPE_CHECKING:
    from diplotrips.extract.parsing.trips.chunks import Row
    from diplotrips.extract.parsing.trips.cues import Cue
    from diplotrips.extract.parsing.trips.groups import Group

OF_STOPS = frozenset(
    {
        "stop",
        "port",
        "leg",
        "stopover",
        "destination",
        "country",
        "nation",
        "station",
        "point",
        "city",
        "place",
        "in",
        "to",
        "and",
        ",",
        ".",
        "stops",
        "countries",
    }
    | {
        "nations",
        "african",
        "to",
        "the",
        "for",
        "is",
        "was",
        "will",
        "after",
        "at",
        "on",
        "one",
        "ones",
        "destinations",
        "legs",
        "halt",
        "capital",
    }
)
ORDINALS = ("second", "third", "fourth", "fifth")
"""Ranks between the first and the last that are told by number."""
STOP_WORDS = frozenset(
    {"stop", "leg", "stopover", "destination", "country", "nation", "station", "capital", "stops", "countries", "nations"}
)
TRAVEL_CLASSES = {"begin": "first", "end": "last", "onward": "next", "leave": "next"}


def rank_of(row: Row, group: Group, position: int, relation: str, cue: Cue | None) -> str:
    """Return the rank that the words say of the member of *group* at *position*; empty if they say none."""
    if group.members[position].step:
        return "next"
    if cue and not cue.is_noun and relation in {"edge", "motion"} and cue.group in TRAVEL_CLASSES:
        return TRAVEL_CLASSES[cue.group]
    if relation == "bare":
        return _beside(row, group)
    if relation in {"heading", "transit", "skipped"}:
        return ""
    edge = _edge(row, group, relation, cue)
    if edge:
        return edge
    reach = 12 if relation == "itinerary" else 5
    left = _stated(row, max(0, (cue.first if cue and cue.first < group.first else group.lead) - reach), group.first)
    return _right(row, group) or ("" if relation == "host" else left) or _opening(row, relation)


def _beside(row: Row, group: Group) -> str:
    """Return the rank that stands behind a place without a verb, as in *with X next and Y last*."""
    at = group.last + 1 + (row.word(group.last + 1) == "the")
    match = phrases("itinerary", "place").at(row.words, at)
    is_rank = match is not None and match.meaning in {"first", "last", "next", *ORDINALS}
    return match.meaning if match and is_rank and row.word(match.last + 1) in {",", ".", "and", ";"} else ""


def _edge(row: Row, group: Group, relation: str, cue: Cue | None) -> str:
    """Return the rank that a verb behind the place gives it: *with a stop in X he wound up his tour*, *flew to X, ending a tour*."""
    is_stop = cue is not None and cue.is_noun and cue.group == "stop"
    if len(group.members) > 1 or not (is_stop or relation in {"fronted", "locative", "event", "motion", "stay", "object"}):
        return ""
    for at in range(group.last + 1, min(len(row.chunks), group.last + EDGE_REACH)):
        if row.kind(at) is Kind.PLACE or row.word(at) in {";", "before", "after", "but", "while", "that", "which"}:
            return ""
        found = verbs().at(row.words, at)
        if found and found.meaning.group in {"begin", "end"} and (is_stop or found.meaning.form == "gerund" or relation != "motion"):
            noun = any(
                (one := nouns().at(row.words, step)) and one.meaning.group == "visit"
                for step in range(found.last + 1, found.last + NOUN_REACH)
            )
            return TRAVEL_CLASSES[found.meaning.group] if noun else ""
    return ""


EDGE_REACH = 16
"""Chunks from a place to the verb that begins or ends the journey there, at most."""
NOUN_REACH = 6
"""Chunks from such a verb to the journey that it is said of, at most."""


def _stated(row: Row, start: int, end: int) -> str:
    found = ""
    for match in phrases("itinerary", "place").all_in(row.words, start, end):
        if match.first == 0 and row.word(0) in {"finally", "lastly"}:
            continue
        after = row.word(match.last + 1)
        if match.meaning in {"first", "last", "next", "rest", *ORDINALS} and not _is_of_stop(row, match.last, after):
            continue
        found = match.meaning
    return found


def _is_of_stop(row: Row, last: int, after: str) -> bool:
    if after == "of":
        return any(
            row.word(at) in {"tour", "trip", "journey", "visit", "itinerary", "travels", "swing", "mission"}
            for at in range(last + 1, last + 7)
        )
    if row.kind(last + 1) in {Kind.DEMONYM, Kind.REGION}:
        return row.word(last + 2) in STOP_WORDS
    return after in OF_STOPS or row.kind(last + 1) in {Kind.PLACE, Kind.TIME, None}


def _right(row: Row, group: Group) -> str:
    """Return what stands behind the group: *X, the first stop*; *X is the end of the tour*; *to X first*."""
    end = min(len(row.chunks), group.last + 14)
    for match in phrases("itinerary", "place").all_in(row.words, group.last + 1, end):
        gap = [row.word(at) for at in range(group.last + 1, match.first) if row.kind(at) is not Kind.TIME]
        gap = gap[1:] if gap and gap[0] in {"on", "later", "late", "early"} else gap
        if any(row.kind(at) is Kind.PLACE for at in range(_clause_end(row, group.last + 1), match.first)):
            return ""
        if any(
            row.kind(at) is Kind.PERSON or row.word(at) in {"that", "after", "before"}
            for at in range(_clause_end(row, group.last + 1), match.first)
        ):
            return ""
        linked = not gap or gap[0] in {",", "the", "his", "her", "is", "are", "was", "were", "will", "comes", "come", "came", "follows"}
        if linked and match.meaning != "then" and _is_of_stop(row, match.last, row.word(match.last + 1)):
            return match.meaning
    for at in range(_clause_end(row, group.last + 1), end):
        if row.word(at) in {"follow", "follows", "followed"} and (row.word(at - 1) in {"to", "will", ","} or at <= group.last + 2):
            return "next"
        if row.kind(at) in {Kind.PERSON, Kind.PLACE}:
            break
    return ""


def _clause_end(row: Row, index: int) -> int:
    """Return the chunk behind the relative clause that begins at *index*; *index* if none does."""
    if row.word(index) != "," or row.word(index + 1) not in {"which", "where", "who", "whose", "with"}:
        return index
    return next((at for at in range(index + 2, min(len(row.chunks), index + 14)) if row.word(at) == ","), index)


def _opening(row: Row, relation: str) -> str:
    """Return the rank that the first words of the sentence give to what it is about."""
    if row.word(0) in {"finally", "lastly"} and relation not in {"object", "motion", "trip", "edge", "fronted"}:
        return ""  # the last thing that is told, not the last stop
    match = phrases("itinerary", "place").at(row.words, 0)
    return match.meaning if match and match.meaning in {"then", "last"} else ""
