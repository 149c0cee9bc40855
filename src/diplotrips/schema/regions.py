"""What sources call the regions of the world, as sets of countries: "Latin America", "the Gulf", "South and Central America".

The table `region_phrases.csv` beside this module has a line a phrase, with the regions of M49 and the countries that it may mean, widely
taken: a country of which some say that it belongs there is in it. English only. The regions of M49 themselves are the code list
`regions`. Unions of states, whose members change, are not here.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files

from diplotrips.schema.codelists import code_list, fold
from diplotrips.schema.countries import countries, named_country

_DIRECTIONS = frozenset(
    {
        *("north", "northern", "south", "southern", "east", "eastern", "west", "western", "central", "middle", "latin"),
        *("north east", "northeast", "south east", "southeast", "south eastern", "southeastern", "south west", "southwest"),
    }
)
_HEADS = frozenset({"america", "africa", "asia", "europe"})
_NOUN_OF = {"american": "america", "african": "africa", "asian": "asia", "european": "europe"}
_AROUND = re.compile(
    r"^(?:the |parts of |several |various |some |a number of |other |two |three |four |five |six |seven |[0-9]+ )+"
    r"| (?:region|countries|nations|states|continent|tour|trip|visit)$"
)
_JOINTS = re.compile(r"[,;/&]| and | or ")


def countries_of_region(phrase: str) -> frozenset[str] | None:
    """Return the codes of all countries that *phrase* may mean, None if some part of it is not known.

    The phrase may name several regions and countries: `Middle East and Africa`, `South and Central America`, `Cuba and Africa`.
    """
    whole = _members(_plain(phrase))
    if whole:
        return whole
    pieces = [_plain(piece) for piece in _JOINTS.split(phrase.casefold())]
    found = [_members(piece) for piece in _completed([piece for piece in pieces if piece])]
    known = [members for members in found if members]
    return frozenset().union(*known) if known and len(known) == len(found) else None


def region_names() -> tuple[str, ...]:
    """Return the phrases of the table, in lower case and without accents: `latin america`, `gulf`."""
    return tuple(_phrases())


def _plain(phrase: str) -> str:
    """Return a name as the table has it: `Several South American countries` is `south america`."""
    text = fold(phrase)
    while _AROUND.search(text):
        text = _AROUND.sub("", text)
    first, _, last = text.rpartition(" ")
    return f"{first} {_NOUN_OF.get(last, last)}".strip()


def _completed(pieces: list[str]) -> list[str]:
    """Return *pieces* with what they share: of `south`, `central america` the first is `south america`."""
    head, completed = "", list[str]()
    for piece in reversed(pieces):
        last = piece.rpartition(" ")[2]
        head = last if last in _HEADS else head
        # South Africa is a country.
        direction = "southern" if (piece, head) == ("south", "africa") else piece
        completed.append(f"{direction} {head}" if piece in _DIRECTIONS and head else piece)
    return completed[::-1]


def _members(name: str) -> frozenset[str] | None:
    """Return the countries of one region, or the one country that is called so."""
    if name in _phrases():
        return frozenset(code for member in _phrases()[name] for code in _expanded(member))
    code = named_country(name)
    return frozenset({code}) if code else None


def _expanded(member: str) -> frozenset[str]:
    """Return the countries of a region of M49, or a country itself."""
    return _countries_of(member) if member.isdigit() else frozenset({member})


@cache
def _countries_of(region: str) -> frozenset[str]:
    """Return the countries of a region of M49, former ones too, and of the regions that are part of it."""
    parts = {region, *(code.code for code in code_list("regions") if code.extra["part_of"] == region)}
    return frozenset(row.country for row in countries() if row.m49_region in parts)


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    """Return the members of each phrase of the table."""
    text = (files("diplotrips.schema") / "region_phrases.csv").read_text(encoding="utf-8")
    return {row["phrase"]: tuple(row["members"].split()) for row in csv.DictReader(text.splitlines(), strict=True)}
