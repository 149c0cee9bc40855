"""Whose act a verb or noun of travel is: subjects, those joined to them, owners of a visit; not companions and objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.parsing.trips.chunks import Kind
from diplotrips.extract.parsing.trips.forms import nouns, verbs
from diplotrips.extract.parsing.trips.groups import attributes
from diplotrips.extract.parsing.trips.tenses import BREAKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.extract.parsing.lexicons.phrases import Match
    from diplotrips.extract.parsing.trips.chunks import Row
    from diplotrips.extract.parsing.trips.forms import Word


OBLIQUE = frozenset(
    {"with", "by", "to", "of", "from", "for", "at", "against", "between", "after", "before", "as", "on", "alongside", "than", "like"}
    | {"including", "about", "behind", "without", "under", "toward", "towards", "into", "meets", "met", "meet", "meeting", "see", "sees"}
    | {"saw", "seeing", "greeted", "greets", "thanked", "thanks", "received", "receives", "welcomed", "welcomes", "hosted", "hosts"}
    | {"invited", "invites", "told", "tells", "asked", "urged", "joined", "joins", "accompanied", "accompanies", "accompanying"}
    | {"congratulated", "praised", "replaced", "succeeded", "phoned", "visits", "visiting", "calls", "sent", "sends", "succeeds"}
)
"""Words whose object somebody is."""

FARTHEST_SUBJECT = 30
"""Chunks between a verb and its subject at most."""


def owners_of(row: Row, match: Match[Word], owners: dict[int, int]) -> tuple[int, ...]:
    """Return whose visit or meeting it is: *N's visit*, *visit of N*, *visit to X by N*, *meeting of N and M*."""
    for at in range(match.first - 1, max(-1, match.first - 7), -1):
        if row.kind(at) is Kind.PERSON:
            return (owners[at],) if row.word(at + 1) in {"'s", "'"} or row.chunks[at].word == "pronoun" else ()
        if row.word(at) in {",", "to", "in", "of", "by", ";"}:
            break
    leads = {"of", "between"} if row.word(match.last + 1) in {"of", "between"} else {"by"}
    lead = next((at for at in range(match.last + 1, min(len(row.chunks), match.last + BY_REACH)) if row.word(at) in leads), None)
    return tuple(_named_after(row, lead, owners)) if lead is not None else ()


def _named_after(row: Row, lead: int, owners: dict[int, int]) -> Iterator[int]:
    """Give the persons whom *of* or *by* at chunk *lead* leads, titles and *and* between them."""
    is_named = False
    for at in range(lead + 1, min(len(row.chunks), lead + FARTHEST_TITLE)):
        if row.kind(at) is Kind.PERSON:
            yield owners[at]
            is_named = True
        elif (
            row.kind(at) in {Kind.REGION, Kind.TIME} or row.word(at) in {"to", "in", "."} or (row.word(at) in {",", "and"} and not is_named)
        ):
            return


BY_REACH = 6
"""Chunks from a visit to *by N* at most."""


def subjects_of(row: Row, index: int, owners: dict[int, int]) -> tuple[int, ...]:
    """Return the person nearest to the left of *index* who is no object or companion, and those joined to it, the first one first."""
    found: list[int] = []
    for at in range(index - 1, max(-1, index - FARTHEST_SUBJECT), -1):
        if row.kind(at) is Kind.PERSON:
            if _take(row, at, index, owners, found):
                break
        elif not found and (standing := _stood_for(row, at, index, owners)) is not None:
            return standing
        elif row.word(at) == ";":
            break
    return tuple(dict.fromkeys(found))


def _take(row: Row, at: int, index: int, owners: dict[int, int], found: list[int]) -> bool:
    """Put the person at chunk *at* before those *found*, if it is a subject; tell whether nobody else is one."""
    if row.word(at + 1) in {"'s", "'"} or (row.chunks[at].word == "pronoun" and _is_possessed(row, at)):
        return False
    if found and not _is_joined(row, at, index):
        return True
    if is_oblique(row, at):
        return False
    found.insert(0, owners[at])
    return not _is_second(row, at)


def _stood_for(row: Row, at: int, index: int, owners: dict[int, int]) -> tuple[int, ...] | None:
    """Return whom *I* or *who* at chunk *at* stands for, as the subject of the verb at *index*; None if there is none."""
    if row.word(at) in {"i", "we"}:
        return _speaker(row, index, owners)
    named = _named_before(row, at) if row.word(at) == "who" else None
    return None if named is None else (owners[named],)


def _speaker(row: Row, index: int, owners: dict[int, int]) -> tuple[int, ...]:
    """Return who says the sentence whose verb stands at *index*: the first person behind it who is no object."""
    return next(((owners[at],) for at in sorted(owners) if at > index and row.word(at - 1) != "'s" and not is_oblique(row, at)), ())


def _named_before(row: Row, index: int) -> int | None:
    """Return the chunk of the person whom *who* at chunk *index* stands for; None if none stands there, or a list of people."""
    at = index - 1 if row.word(index - 1) != "," else index - 2
    return at if row.kind(at) is Kind.PERSON and not row.chunks[at].is_whose and not _is_second(row, at) else None


def owner_of_subject(row: Row, index: int, owners: dict[int, int]) -> tuple[int, ...]:
    """Return whose the visit is that is the subject of the verb at *index*: *N's tour took him to X*."""
    for at in range(index - 1, max(-1, index - 9), -1):
        found = nouns().at(row.words, at)
        if found and found.meaning.group == "visit" and (owning := owners_of(row, found, owners)):
            return owning
    return ()


def _is_possessed(row: Row, index: int) -> bool:
    """Tell whether the pronoun at *index* only says whose the next word is."""
    after = row.kind(index + 1)
    is_noun = after in {Kind.DEMONYM, Kind.REGION} or (after is Kind.WORD and row.word(index + 1) not in NOT_OWNED)
    return row.chunks[index].is_whose and is_noun


NOT_OWNED = frozenset({"", "to", "in", "at", "on", "and", ",", ".", "for", "as", "with", "from", "into", "by", "after", "before", "during"})
"""Words before which *her* is the object."""


def _is_second(row: Row, index: int) -> bool:
    """Tell whether *and* stands before the person at *index*, titles and names of countries apart."""
    for at in range(index - 1, max(-1, index - 9), -1):
        if row.word(at) == "and":
            return True
        if row.kind(at) is Kind.PERSON:
            return row.chunks[at].word == "pronoun" and _is_second(row, at)
        if row.word(at) in BREAKS or row.word(at) in {"that", "said", "when", "where", "in", "on", "by", "with"}:
            return False
    return False


def _is_joined(row: Row, index: int, end: int) -> bool:
    """Tell whether between the person at *index* and the one found before there is an *and*, and no verb of travel."""
    for at in range(index + 1, min(end, index + 12)):
        if row.word(at) == "and":
            return not any(verbs().at(row.words, step) for step in range(index + 1, at))
        if row.kind(at) is Kind.PERSON:
            return False
    return False


def is_oblique(row: Row, index: int) -> bool:
    """Tell whether the person at *index* stands behind a preposition, its title and those it is joined to apart."""
    if row.chunks[index].word == "pronoun" and not row.chunks[index].is_whose:
        return row.word(index - 1) in OBLIQUE
    at = index - 1
    while at >= 0 and at > index - FARTHEST_TITLE:
        verdict = _verdict(row, index, at)
        if verdict is not None:
            return verdict
        at -= 2 if row.word(at) == "of" else 1
    return False


def _verdict(row: Row, index: int, at: int) -> bool | None:
    """Tell whether chunk *at* makes the person at *index* an object; None where it belongs to the title."""
    word, kind = row.word(at), row.kind(at)
    if kind is Kind.PLACE and row.kind(at + 1) is Kind.DEMONYM:
        return False
    if kind is Kind.PERSON and row.chunks[at].word != "pronoun":
        return is_oblique(row, at) if at < index - 1 else False
    if word in {",", "and"}:
        is_listed = row.kind(at - 1) is Kind.PERSON and (word == "and" or row.word(index + 1) in {",", "and"})
        return None if is_listed or (word == "," and row.word(at - 1) in attributes()) else False
    if word == "of" and row.word(at - 1) in attributes():
        return None
    if word in OBLIQUE:
        return not (word == "by" and row.word(at - 1) in {"led", "headed", "chaired"})
    return None if _is_of_title(row, at) else False


FARTHEST_TITLE = 14
"""Words of a title before a name at most."""

TITLES = frozenset(
    {"the", "his", "her", "their", "its", "'s", "mr", "mrs", "ms", "dr", "sir", "lady", ".", "new", "former", "then", "acting", "fellow"}
    | {"own", "federal", "vice", "interim", "outgoing", "incoming", "caretaker", "general", "admiral", "sheikh", "crown", "grand"}
    | {"honourable", "hon", "excellency", "senior", "economic", "economy", "health", "agriculture", "environment", "justice", "education"}
    | {"transport", "labour", "labor", "culture", "tourism", "commerce", "industry", "planning", "development", "external", "home"}
    | {"security", "party", "house", "datuk", "seri", "prof", "gen", "col", "lt", "rt", "executive", "managing", "special", "chief"}
    | {"first", "second", "cabinet", "council", "assembly", "current", "visiting", "newly", "elected", "re-elected", "veteran"}
)


def _is_of_title(row: Row, index: int) -> bool:
    kind, word = row.kind(index), row.word(index)
    return kind in {Kind.DEMONYM, Kind.PLACE, Kind.REGION, Kind.PERSON} or word in TITLES or word in attributes()


OTHER_MOVERS = frozenset(
    {"airline", "airlines", "ship", "ships", "vessel", "vessels", "train", "trains", "flights", "migrants", "refugees", "students"}
    | {"workers", "exports", "goods", "cargo", "aid", "money", "funds", "arms", "weapons", "missiles", "rockets", "drones", "team", "squad"}
    | {"fans", "players", "pilgrims", "traders", "investors", "engineers", "experts", "inspectors", "lawmakers", "parliamentarians"}
    | {"ambassadors", "diplomats", "monitors", "peacekeepers", "protesters", "company", "bank", "banks", "ferry", "bus", "convoy", "grain"}
    | {"people", "families", "citizens", "visitors", "athletes", "singers", "mediators", "negotiators", "observers", "reporters"}
)
"""Who and what else is on the way, and no journey of an official."""
OTHERS = OTHER_MOVERS | frozenset(
    {
        "delegation",
        "delegations",
        "officials",
        "soldiers",
        "troops",
        "tourists",
        "envoys",
        "businessmen",
        "companies",
        "advisers",
        "advisors",
    }
)


def is_by_other(row: Row, index: int) -> bool:
    """Tell whether a group of people without names is the subject."""
    for at in range(index - 1, max(-1, index - 5), -1):
        if row.kind(at) is Kind.PERSON:
            return False
        if row.word(at) in OTHERS:
            return row.word(at) != "delegation" or not _is_own_party(row, at)
    return False


def is_by_party(row: Row, index: int) -> bool:
    """Tell whether the traveller's party is the subject of the verb at *index*: *the delegation*, *the guest*."""
    for at in range(index - 1, max(-1, index - 5), -1):
        if row.word(at) in PARTIES:
            return _is_own_party(row, at)
        if row.kind(at) in {Kind.PERSON, Kind.PLACE}:
            return False
    return False


def party_owner(row: Row, index: int, owners: dict[int, int]) -> tuple[int, ...]:
    """Return whose party is the subject of the verb at *index*: *N's plane*, *his delegation*."""
    for at in range(index - 1, max(-1, index - 5), -1):
        if row.word(at) in PARTIES:
            named = at - 2 if row.word(at - 1) == "'s" else at - 1
            return (owners[named],) if named in owners else ()
    return ()


PARTIES = frozenset(
    {"delegation", "party", "entourage", "guest", "visitor", "plane", "aircraft", "jet", "motorcade", "convoy", "helicopter"}
)
"""Words that stand for the traveller behind *the* or *her*."""


def _is_own_party(row: Row, index: int) -> bool:
    return row.word(index - 1) in {"the", "his", "her", "'s"} or row.kind(index - 1) is Kind.PERSON
