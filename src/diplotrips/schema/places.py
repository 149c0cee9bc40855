"""Towns and sites by country with their positions, and those that lie in contested territories.

`places.csv` beside this module has a line a town: country, name in English, its role (`capital`, `seat` of government, or nothing), other
names, spelled with accents where they have them, `|` between them, latitude, longitude and population where they are known. It is built by
`benchmarks/gazetteer/build.py` from two sources: the towns that officials go to, all capitals and seats of government among them, some
four thousand, compiled by the project from common knowledge; and GeoNames (NOTICE), which gives positions and populations and some two
thousand further large towns. A name that several countries have stands with each, as far as they are such towns; towns named after saints
recur everywhere (`recurs`). `territory_places.csv` has those of contested territories, whatever state they are recorded under.

A name that is not here says nothing. Names are compared without accents and case; of `Lyon, France` what stands before the comma counts.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.schema.codelists import fold
from diplotrips.schema.countries import named_country

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

OWN_COUNTRY = {
    "kosovo": "XK",
    "western-sahara": "EH",
    "taiwan": "TW",
    "falkland-islands": "FK",
    "gibraltar": "GI",
    "chagos": "IO",
    "mayotte": "YT",
    "hong-kong": "HK",
    "macao": "MO",
    "greenland": "GL",
    "faroe-islands": "FO",
    "aland": "AX",
    "puerto-rico": "PR",
    "guam": "GU",
    "new-caledonia": "NC",
    "french-polynesia": "PF",
    "french-guiana": "GF",
    "reunion": "RE",
    "bermuda": "BM",
    "cayman-islands": "KY",
    "aruba": "AW",
    "curacao": "CW",
    "antarctica": "AQ",
    "west-bank": "PS",
    "gaza": "PS",
}
"""Territories (code list `territories`) that have a country code of their own, or are a part of what such a code stands for."""

CONTESTED_YEARS = {
    "crimea": (2014, 9999),
    "donetsk-luhansk": (2014, 9999),
    "zaporizhzhia-kherson": (2022, 9999),
    "west-bank": (1967, 9999),
    "east-jerusalem": (1967, 9999),
    "gaza": (1967, 9999),
    "golan": (1967, 9999),
    "northern-cyprus": (1974, 9999),
    "kosovo": (1999, 9999),
    "western-sahara": (1975, 9999),
    "abkhazia": (1992, 9999),
    "south-ossetia": (1991, 9999),
    "transnistria": (1990, 9999),
    "nagorno-karabakh": (1991, 2023),
    "somaliland": (1991, 9999),
    "abyei": (2005, 9999),
    "taiwan": (1949, 9999),
    "kashmir-india": (1947, 9999),
    "kashmir-pakistan": (1947, 9999),
    "kuril-islands": (1945, 9999),
}
"""First and last year in which a territory is contested, as far as its towns are concerned; of those not here, every year."""


_SAINTS = frozenset({"saint", "st", "sainte", "san", "santa", "santo", "sao", "sankt"})
"""First words of the names of towns that are named after saints."""


class Town(NamedTuple):
    """A town or site of one country."""

    country: str
    name: str
    """Name in English."""
    role: str
    """`capital`, `seat` (of government, where that is not the capital), or empty."""
    other_names: tuple[str, ...]
    """Names in the language of the country, older ones, other spellings."""
    latitude: float | None
    """Degrees north, to two decimals; None: not known."""
    longitude: float | None
    """Degrees east, to two decimals; None: not known."""
    population: int
    """Inhabitants as GeoNames has them, a measure of how likely the town is meant; 0: not known."""


class TerritoryPlace(NamedTuple):
    """A place in a contested territory, or the territory itself."""

    territory: str
    """A code of the list `territories`."""

    name: str
    """Name in English."""

    other_names: tuple[str, ...]
    """Other spellings and languages."""


@cache
def towns() -> tuple[Town, ...]:
    """Return every town of the table, sorted by country; capitals first."""
    return tuple(
        Town(country, name, role, _split(others), float(north) if north else None, float(east) if east else None, int(people or 0))
        for country, name, role, others, north, east, people in _town_rows()
    )


@cache
def territory_places() -> tuple[TerritoryPlace, ...]:
    """Return every place of the table of contested territories, in its order."""
    return tuple(TerritoryPlace(territory, name, _split(others)) for territory, name, others in _rows("territory_places.csv"))


def countries_with(place: str) -> frozenset[str]:
    """Return the codes of all countries that have a place of that name; none if the table does not know the name.

    The name of a country is a place in that country.
    """
    key = _key(place)
    return frozenset({*_countries_by_name(key[:1]).get(key, ()), named_country(key)} - {""})


def recurs(place: str) -> bool:
    """Tell whether a place is named after a saint and no capital is called so: any country may have one that the table does not know."""
    key = _key(place)
    return key.partition(" ")[0] in _SAINTS and key not in _capitals()


def territories_with(place: str) -> tuple[str, ...]:
    """Return the codes of the contested territories in which a place of that name lies; none if the table does not know it."""
    return _territories_by_name().get(_key(place), ())


def _key(place: str) -> str:
    """Return what a place is looked up by."""
    return fold(place.partition(",")[0])


@cache
def _capitals() -> frozenset[str]:
    """Return the names of capitals and seats of government, as they are looked up."""
    return frozenset(_key(name) for _, name, role, *_ in _town_rows() if role)


@cache
def _countries_by_name(initial: str) -> Mapping[str, Sequence[str]]:
    """Return the countries of every name with this first letter, by the name as it is looked up."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, country in _names().get(initial, ()):
        found[_key(name)].append(country)
    return found


@cache
def _names() -> Mapping[str, Sequence[tuple[str, str]]]:
    """Return every name with its country, by the first letter: to fold eight thousand names for a dataset that has ten would be slow."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for country, first, _, others, _, _, _ in _town_rows():
        found[_initial(first)].append((first, country))
        if others:
            for name in others.split("|"):
                found[_initial(name)].append((name, country))
    return found


def _initial(name: str) -> str:
    """Return the first letter of a name as it is looked up."""
    # Nearly all begin with one; 's-Hertogenbosch does not.
    return _folded_letter(name[0]) or _folded_letter(next(letter for letter in name if letter.isalnum()))


@cache
def _folded_letter(letter: str) -> str:
    return fold(letter)[:1]


@cache
def _territories_by_name() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for place in territory_places():
        for name in (place.name, *place.other_names):
            found[_key(name)].append(place.territory)
    return {name: tuple(dict.fromkeys(codes)) for name, codes in found.items()}


def _split(names: str) -> tuple[str, ...]:
    return tuple(names.split("|")) if names else ()


@cache
def _town_rows() -> tuple[list[str], ...]:
    """Return the rows of the table of towns as they are written."""
    return tuple(_rows("places.csv"))


def _rows(file_name: str) -> Iterator[list[str]]:
    """Give the rows of a table, without its head."""
    lines = (files("diplotrips.schema") / file_name).read_text(encoding="utf-8").splitlines()
    # Twice as fast as to let the reader of CSV take all lines apart; a check of a few files waits for nothing else.
    return (next(csv.reader([line], strict=True)) if '"' in line else line.split(",") for line in islice(lines, 1, None))
