"""The code lists: every value that a coded field may have, with a label and a description.

One CSV file a list lies in the folder `codelists` beside this module; this module reads them and finds the nearest known word for a
message. Countries are a table of their own (`diplotrips.schema.countries`); which field takes which list is said by the models.

Some lists have columns of their own: the `level` of an office (a code of `levels`); of a territory its `kind` (a code of `territory_kinds`)
and who has it, `administered_by`, and who says that it is theirs, `claimed_by` (country codes with a space in between, the holder among
them where it claims it); of a region the larger one that it is `part_of`.

Every list is open by contract: a new code is a minor version, and readers of a release must accept codes that they do not know.
"""

from __future__ import annotations

import csv
import difflib
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from diplotrips.errors import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

LISTS = (
    "offices",
    "levels",
    "trip_statuses",
    "certainty",
    "stop_kinds",
    "territories",
    "territory_kinds",
    "purposes",
    "protocols",
    "activities",
    "capacities",
    "channels",
    "party_roles",
    "arrangements",
    "agreement_kinds",
    "progress",
    "topics",
    "quote_speakers",
    "quote_manners",
    "source_kinds",
    "published_bases",
    "name_kinds",
    "organization_kinds",
    "external_id_schemes",
    "claim_modes",
    "claim_parts",
    "claim_bases",
    "verdicts",
    "extents",
    "coder_kinds",
    "record_kinds",
    "code_schemes",
    "variable_types",
    "precisions",
    "severities",
    "finding_states",
    "change_kinds",
    "change_levels",
    "country_statuses",
    "regions",
)
"""Names of all code lists, in the order in which the codebook prints them."""

NEAR_ENOUGH = 0.6
"""Least similarity (0 to 1, difflib's ratio) of a word that is offered as the one meant."""

LONGEST_WORD = 100
"""Most code points of a word for which a near one is looked for; whatever is longer is no slip of the pen."""


@dataclass(frozen=True, slots=True)
class Code:
    """One value of a code list."""

    code: str
    """What is written in a record, hyphenated lower case."""

    label: str
    """What a reader of a table or figure sees."""

    description: str
    """What it means, in one or two sentences."""

    extra: Mapping[str, str]
    """The columns that only this list has, such as the `level` of an office; empty text where there is nothing to say."""


@cache
def code_list(list_name: str) -> tuple[Code, ...]:
    """Return the codes of *list_name* in the order of its file (of `progress`: how far it got, least first).

    Raises:
        UnknownNameError: there is no list of that name.
    """
    if list_name not in LISTS:
        raise UnknownNameError("code list", list_name, LISTS)
    text = (files("diplotrips.schema") / "codelists" / f"{list_name}.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), strict=True)
    return tuple(Code(row.pop("code"), row.pop("label"), row.pop("description"), row) for row in rows)


@cache
def codes(list_name: str) -> tuple[str, ...]:
    """Return only the values of *list_name*, in the order of its file.

    Raises:
        UnknownNameError: there is no list of that name.
    """
    return tuple(entry.code for entry in code_list(list_name))


def nearest(word: str, known: Iterable[str], near_enough: float = NEAR_ENOUGH) -> str:
    """Return the one of *known* that *word* was most likely meant to be, or "" when none is near.

    Args:
        word: What was written, of any length and in any script.
        known: The words that would have been right.
        near_enough: Least similarity, from 0 to 1.

    A word that is known comes back as it is; one that differs only in case, accents, hyphens, underscores or spaces comes next; then the
    only one that contains the word as a whole part (`security-council`: `secretary-of-security-council`); then the most similar, of equals
    the first in *known*.
    """
    candidates = tuple(known)
    if word in candidates:
        return word
    meant = fold(word) if len(word) <= LONGEST_WORD else ""
    if not meant:
        return ""
    folded = _folded(candidates)
    if meant in folded:
        return folded[meant]
    containing = [candidate for text, candidate in folded.items() if f" {meant} " in f" {text} "]
    if len(containing) == 1:
        return containing[0]
    return folded.get(_most_similar(meant, tuple(folded), near_enough), "")


@lru_cache(maxsize=16)
def _folded(candidates: tuple[str, ...]) -> Mapping[str, str]:
    """Return the first of *candidates* by what they are without case, accents and hyphens."""
    found: dict[str, str] = {}
    for candidate in candidates:
        found.setdefault(fold(candidate), candidate)
    return found


def _most_similar(meant: str, known: Sequence[str], near_enough: float) -> str:
    """Return the first of the most similar words, "" if none is near enough.

    A register may have tens of thousands. Words that begin alike are compared first, since slips are rare at the beginning; of all
    others only those, best first, that by their length and letters alone could be more similar than what was found.
    """
    letters = Counter(meant)
    numbered = [(-number, text) for number, text in enumerate(known)]
    best = (near_enough, -len(known), "")
    for group in ([one for one in numbered if one[1][:3] == meant[:3]], numbered):
        of_length = [one for one in group if _bound(min(len(meant), len(one[1])), meant, one[1]) >= best[0]]
        bounds = [(_bound(_shared(letters, text), meant, text), number, text) for number, text in of_length]
        for bound, number, text in sorted((one for one in bounds if one[0] >= best[0]), reverse=True):
            if bound < best[0]:
                break
            best = max(best, (_similarity(meant, text), number, text))
    return best[2]


def _bound(shared: int, one: str, other: str) -> float:
    """Return what the similarity of two words is at most if they share so many letters."""
    return 2.0 * shared / (len(one) + len(other))


def _shared(letters: Counter[str], other: str) -> int:
    """Return how many of *letters* the *other* word has too, in any order."""
    return sum([min(count, other.count(letter)) for letter, count in letters.items()])


def _similarity(one: str, other: str) -> float:
    """Return how alike two words are, from 0 to 1, the same in both directions."""
    first, second = sorted((one, other))
    return difflib.SequenceMatcher(None, first, second, autojunk=False).ratio()


def fold(text: str) -> str:
    """Return *text* in lower case, without accents, with one space for every run of spaces, hyphens, underscores and points."""
    plain = "".join(character for character in unicodedata.normalize("NFKD", text) if not unicodedata.combining(character))
    return " ".join("".join(character if character.isalnum() else " " for character in plain.casefold()).split())
