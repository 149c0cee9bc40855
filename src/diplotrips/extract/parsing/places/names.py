"""The names that are looked for: of countries, peoples, towns, territories and regions, from the tables of the schema."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.extract.parsing.lexicons.words import lexicon
from diplotrips.extract.parsing.mentions import PlaceKind
from diplotrips.extract.parsing.places.words import folded_words, written_words
from diplotrips.schema.codelists import code_list
from diplotrips.schema.country_words import country_words
from diplotrips.schema.places import OWN_COUNTRY, territory_places, towns
from diplotrips.schema.regions import region_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplotrips.schema.places import Town

_ADJECTIVES = {"america": "american", "americas": "american", "africa": "african", "asia": "asian", "europe": "european"}
_STATE = "state"
_UNCHANGED_PLURALS = ("s", "sh", "ch", "ese", "men")


@dataclass(frozen=True, slots=True)
class Reading:
    """One place that a name may mean."""

    country: str
    """Code; empty for a region."""
    kind: PlaceKind
    name: str
    """English name."""
    role: str = ""
    """`capital`, `seat` or empty."""
    population: int = 0
    """Of a town, 0 if not known."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is looked for."""

    words: tuple[str, ...]
    """Its words, folded."""
    readings: tuple[Reading, ...]
    """All that it may mean, likeliest first; empty: a phrase that names no place."""
    spelling: str
    """As the table has it."""
    capitals: tuple[bool, ...]
    """Which of its words have a capital letter in the table."""
    is_acronym: bool
    """Whether it has capital letters only and counts only so: `US`, `U.K.`, `DRC`."""
    state_of: str = ""
    """Code of the country that has a part of this name (Oregon, Georgia); it tells which town is meant."""


class Entry(NamedTuple):
    """A spelling with what it may mean, before those of one name are joined."""

    words: tuple[str, ...]
    spelling: str
    source: Town | Reading | None
    """None for a phrase that names no place, and for a mere part of a country."""
    state_of: str = ""


def names_beginning(word: str) -> tuple[Name, ...]:
    """Return all names whose first word, folded, is *word*; those of most words first."""
    entries = _entries().get(word)
    return _joined(word) if entries else ()


@cache
def _joined(first: str) -> tuple[Name, ...]:
    """Return the names with this first word; only those that texts have are ever joined, since all would take a while."""
    by_words: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in _entries()[first]:
        by_words[entry.words].append(entry)
    names = [_name(entries) for entries in by_words.values()]
    return tuple(sorted(names, key=lambda name: -len(name.words)))


def _name(entries: list[Entry]) -> Name:
    """Return the name that *entries* have in common; a phrase that names no place overrides all."""
    phrase = next((entry for entry in entries if entry.source is None and not entry.state_of), None)
    state_of = next((entry.state_of for entry in entries if entry.state_of), "")
    spelling = (phrase or entries[0]).spelling
    readings = [] if phrase else [_reading(entry.source) for entry in entries if entry.source]
    capitals = tuple(word != word.lower() for word in written_words(spelling))
    return Name(entries[0].words, _ranked(readings, state_of), spelling, capitals, spelling.replace(".", "").isupper(), state_of)


def _reading(source: Town | Reading) -> Reading:
    """Return a town as a reading of its name."""
    if isinstance(source, Reading):
        return source
    return Reading(source.country, PlaceKind.CITY, source.name, source.role, source.population)


def _ranked(readings: list[Reading], state_of: str) -> tuple[Reading, ...]:
    """Return the readings of one name without doubles: those of countries alone if there are any, then capitals, then large towns."""
    kinds = {reading.kind for reading in readings}
    for kind in (PlaceKind.COUNTRY, PlaceKind.TERRITORY):
        if kind in kinds:
            state = [Reading(state_of, PlaceKind.TERRITORY, readings[0].name)] if state_of else []
            return (*(reading for reading in readings if reading.kind is kind), *state)
    first: dict[str, Reading] = {}
    for reading in sorted(readings, key=lambda reading: (reading.role == "", -reading.population)):
        first.setdefault(reading.country, reading)
    return tuple(first.values())


@cache
def _entries() -> Mapping[str, Sequence[Entry]]:
    """Return every entry by its first word."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for group in (_of_countries(), _of_regions(), _of_towns(), _of_territories(), _of_phrases()):
        for entry in group:
            found[entry.words[0]].append(entry)
    return found


def _of_countries() -> Iterator[Entry]:
    for word, kind, codes in country_words():
        words = folded_words(word)
        if kind == _STATE:
            yield Entry(words, word, None, codes[0])
            continue
        is_plural = kind == PlaceKind.DEMONYM and not word.endswith(_UNCHANGED_PLURALS)
        for code in codes:
            reading = Reading(code, PlaceKind(kind), word)
            yield Entry(words, word, reading)
            if is_plural:
                yield Entry((*words[:-1], f"{words[-1]}s"), f"{word}s", reading)


def _of_regions() -> Iterator[Entry]:
    for name in region_names():
        reading = Reading("", PlaceKind.REGION, name)
        yield Entry(folded_words(name), name, reading)
        rest, _, last = name.rpartition(" ")
        adjective = f"{rest} {_ADJECTIVES[last]}".strip() if last in _ADJECTIVES else ""
        # "American" alone is of the United States.
        for word in (adjective, f"{adjective}s") if adjective not in {"", "american"} else ():
            yield Entry(folded_words(word), word, reading)


def _of_towns() -> Iterator[Entry]:
    for town in towns():
        yield Entry(folded_words(town.name), town.name, town)
        for name in town.other_names:
            yield Entry(folded_words(name), name, town)


def _of_territories() -> Iterator[Entry]:
    """Give the places of contested territories that are in the table of towns under no state, with all who hold or claim them."""
    known = {name for town in towns() for name in (town.name, *town.other_names)}
    disputes = {code.code: f"{code.extra['administered_by']} {code.extra['claimed_by']}" for code in code_list("territories")}
    for place in territory_places():
        codes = (OWN_COUNTRY.get(place.territory) or disputes[place.territory]).split()
        for name in (place.name, *place.other_names):
            words = folded_words(name)
            for code in dict.fromkeys(codes if name not in known else ()):
                yield Entry(words, name, Reading(code, PlaceKind.CITY, place.name))


def _of_phrases() -> Iterator[Entry]:
    for row in lexicon("place_phrases"):
        yield Entry(folded_words(row["phrase"]), row["phrase"], None)
