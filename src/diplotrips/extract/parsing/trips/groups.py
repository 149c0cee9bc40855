"""Places of a sentence in groups: a list of countries is one, a town with its country one member; names that only say whose stand apart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.lexicons.words import lexicon
from diplotrips.extract.parsing.mentions import PlaceKind
from diplotrips.extract.parsing.trips.chunks import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.mentions import PlaceMention
    from diplotrips.extract.parsing.trips.chunks import Row

SEPARATORS = frozenset({",", ";", "and", "&", "or", "(", ")", "plus", "as", "/"})
FILLERS = frozenset(
    {"the", "also", "to", "in", "on", "from", "both", "finally", "lastly", "then", "well", "at", "through", "for", "later", "between"}
    | {
        "west",
        "east",
        "south",
        "north",
        "centre",
        "center",
        "possibly",
        "perhaps",
        "even",
        "briefly",
        "probably",
        "maybe",
        "again",
        "eventually",
        "lately",
    }
)
STARTING = frozenset({"on", "from", "in", "to"})
"""Words behind a place that more about it may begin with, before the next place."""
STEPS = frozenset({"then", "finally", "later", "lastly", "before", "afterwards"})
PREPOSITIONS = frozenset(
    {
        "to",
        "in",
        "at",
        "on",
        "for",
        "into",
        "through",
        "across",
        "around",
        "of",
        "from",
        "via",
        "with",
        "onto",
        "towards",
        "toward",
        "throughout",
    }
    | {
        "between",
        "within",
        "near",
        "outside",
        "inside",
        "against",
        "by",
        "about",
        "over",
        "under",
        "after",
        "before",
        "following",
        "like",
        "including",
    }
)
TRANSPARENT = frozenset(
    {"the", "both", "neighbouring", "neighboring", "nearby", "capital", "city", "also", "either", "island", "port", "town", "its", "state"}
    | {"republic", "kingdom", "nations", "countries", "african", "nation", "country", "each", "such"}
    | {"northern", "southern", "eastern", "western", "central", "mainland", "war-torn", "occupied", "north-eastern", "south-eastern"}
    | {"north-western", "south-western", "northeastern", "southeastern", "northwestern", "southwestern", "upper", "lower", "downtown"}
)
HERE = "here"
PREDICATES = frozenset({"will", "is", "was", "comes", "follows", "closes", "ends", "concludes", "rounds", "completes", "would"})
"""Words behind a place after a comma that make it the subject of a clause of its own."""
LEADS = frozenset({"after", "from", "before", "following", "besides", "apart", "like", "unlike"})
"""Words at the head of a sentence behind whose place a comma ends the list."""
FARTHEST_LEAD = 4
LONGEST_GAP = 6
"""Chunks between two members of a list at most."""


@dataclass(frozen=True, slots=True)
class Member:
    """One country of a group, with a town if one is named beside it."""

    country: str
    town: str
    """Empty if only the country is named."""
    index: int
    """Chunk of its first word."""
    numbers: tuple[int, ...]
    """Numbers of its mentions."""
    step: bool = False
    """Whether a word such as `then` leads it."""


@dataclass(frozen=True, slots=True)
class Group:
    """Places that stand together and share what governs them."""

    first: int
    last: int
    members: tuple[Member, ...]
    preposition: str
    """The one that leads it; empty if none does."""
    lead: int
    """Chunk of the preposition, or of the first word of the group."""
    owns: bool = False
    """Whether it only says whose somebody is: *Chilean President*, *the leaders of A and B*."""

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries, each once, in the order of the text."""
        return tuple(dict.fromkeys(member.country for member in self.members))


CLAUSES = frozenset(
    {
        "that",
        "which",
        "who",
        "where",
        "when",
        "while",
        "as",
        "but",
        "if",
        "because",
        "is",
        "are",
        "was",
        "were",
        "will",
        "has",
        "had",
        "said",
    }
)
"""Words behind a place that begin or carry a clause: what follows them is not the place's."""


@cache
def attributes() -> frozenset[str]:
    """Return the words before which the name of a country only says whose they are."""
    return frozenset(row["word"] for row in lexicon("attributes"))


def is_attributive(row: Row, index: int) -> bool:
    """Tell whether the place at chunk *index* only says whose somebody or something is."""
    after = row.word(index + 1)
    if (
        after in {"'s", "'"}
        or after in attributes()
        or (row.word(index + 2) in attributes() and after.isalpha() and after not in SEPARATORS | PREPOSITIONS | CLAUSES)
    ):
        return True
    return _is_behind_office(row, index)


def _is_behind_office(row: Row, index: int) -> bool:
    """Tell whether *of* and an office, or a name, stand before the place at chunk *index*."""
    before = index - 1
    while row.word(before) in {"the", "republic", "both"}:
        before -= 1
    return row.word(before) == "of" and (row.kind(before - 1) is Kind.PERSON or row.word(before - 1) in attributes())


def groups_of(row: Row, places: Sequence[PlaceMention]) -> tuple[Group, ...]:
    """Return the groups of *row*, in its order."""
    groups: list[Group] = []
    index, size = 0, len(row.chunks)
    while index < size:
        if row.chunks[index].kind in {Kind.PLACE, Kind.DEMONYM} and _member(row, index, places, step=False):
            if row.chunks[index].kind is Kind.DEMONYM or is_attributive(row, index):
                group = _owner(row, index, places)
            else:
                group = _group_from(row, index, places)
            groups.append(group)
            index = group.last
        index += 1
    return tuple(groups)


def _owner(row: Row, index: int, places: Sequence[PlaceMention]) -> Group:
    """Return the group of a name that only says whose somebody is; after *of* the whole list is one."""
    if _is_behind_office(row, index):
        group = _group_from(row, index, places)
        return Group(group.first, group.last, group.members, "", group.lead, owns=True)
    member, end = _member(row, index, places, step=False) or (Member("", "", index, ()), index)
    return Group(index, end, (member,), "", index, owns=True)


def _group_from(row: Row, index: int, places: Sequence[PlaceMention]) -> Group:
    members: list[Member] = []
    at, step, last = index, False, index
    while True:
        member, end = _member(row, at, places, step=step) or (None, at)
        if member:
            members.append(member)
            last = end
        following, step = _next_place(row, end)
        if following is None or (is_attributive(row, following) and not _is_behind_office(row, following)):
            break
        at = following
    if row.chunks[index].word == HERE:
        return Group(index, last, tuple(members), "in", index)
    lead = _lead(row, index)
    word = row.word(lead)
    preposition = word if word in PREPOSITIONS else ""
    return Group(index, last, tuple(members), preposition, lead if preposition else index)


def _member(row: Row, index: int, places: Sequence[PlaceMention], *, step: bool) -> tuple[Member, int] | None:
    """Return the member that begins at *index* and the chunk it ends with; None if its country is open."""
    mention = places[row.chunks[index].number]
    town = "" if mention.kind is PlaceKind.COUNTRY or mention.kind is PlaceKind.TERRITORY else mention.name
    for step_over in (1, 2, 3):
        if mention.of is not None and row.kind(index + step_over) is Kind.PLACE and row.chunks[index + step_over].number == mention.of:
            if row.word(index + step_over + 1) in {"'s", "'"} and mention.readings:  # *After Paris, Georgia's president*
                return Member(mention.readings[0], town, index, (row.chunks[index].number,), step), index
            country = places[mention.of].country or mention.country
            return (Member(country, town, index, (row.chunks[index].number, mention.of), step), index + step_over) if country else None
    return (Member(mention.country, town, index, (row.chunks[index].number,), step), index) if mention.country else None


def _next_place(row: Row, index: int) -> tuple[int | None, bool]:
    """Return the chunk of the next member of the list that *index* is in, and whether a word of sequence leads it."""
    separator = ""
    step = False
    for at in range(index + 1, min(index + 1 + LONGEST_GAP, len(row.chunks))):
        kind, word = row.chunks[at].kind, row.word(at)
        if kind is Kind.PLACE:
            is_apart = separator == ";" or (separator == "," and row.word(0) in LEADS and index <= FARTHEST_LEAD)
            is_clause = (is_apart and _begins_clause(row, at)) or (separator == "," and row.word(at + 1) in PREDICATES)
            found = bool(separator) and not is_clause
            return (at, step) if found else (None, False)
        if word in SEPARATORS:
            separator = separator if separator == ";" else word
        elif kind not in {Kind.TIME, Kind.REGION} and not (
            word in FILLERS and (separator or word in STARTING or row.word(at - 1) in STARTING | {"the"})
        ):
            return None, False
        step = step or word in STEPS
    return None, False


def _begins_clause(row: Row, index: int) -> bool:
    """Tell whether a verb follows the place at chunk *index*: no mark, day or *and* does."""
    return row.kind(index + 1) is Kind.WORD and row.word(index + 1) not in SEPARATORS | {".", "on", "from", "in"}


def _lead(row: Row, index: int) -> int:
    """Return the chunk before *index* that is neither article nor the like."""
    at = index - 1
    while at >= 0:
        kind, word = row.chunks[at].kind, row.word(at)
        if (
            word in TRANSPARENT
            or kind is Kind.DEMONYM
            or (word == "," and row.word(at - 1) in {"capital", "city"})
            or (word == "of" and row.word(at - 1) in {"capital", "city", "island", "port", "countries", "nations"})
        ):
            at -= 1
        elif word == "'s" and row.kind(at - 1) is Kind.PLACE and (row.word(at + 1) in TRANSPARENT or at + 1 == index):
            at -= 2
        else:
            break
    return at
