"""The table of towns against the reviewed tables that it is built from."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from diplotrips.schema.codelists import fold
from diplotrips.schema.places import towns

GAZETTEER = Path(__file__).parents[2] / "benchmarks" / "gazetteer"


def _rows(name: str) -> list[dict[str, str]]:
    with (GAZETTEER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_reviewed_towns_are_there() -> None:
    """Every reviewed town stands in the table with its role and names: nobody edited the table instead of what it is built from."""
    reviewed = {(row["country"], row["name"], row["role"], row["other_names"]) for row in _rows("reviewed.csv")}
    table = {(town.country, town.name, town.role, "|".join(town.other_names)) for town in towns()}

    assert reviewed <= table
    assert all((role, others) == ("", "") for _, _, role, others in table - reviewed)


def test_own_positions() -> None:
    """A position of our own stands as it is given, an empty one as none."""
    own = {(row["country"], row["name"]): row["latitude"] for row in _rows("positions.csv")}
    found = {(town.country, town.name): f"{town.latitude:.2f}" if town.latitude is not None else "" for town in towns()}

    assert {key: found[key] for key in own} == own


def test_left_out() -> None:
    """What is left out is not in the table, unless a reviewed town is called so."""
    reviewed = {(row["country"], fold(name)) for row in _rows("reviewed.csv") for name in (row["name"], *row["other_names"].split("|"))}
    table = {(town.country, fold(town.name)) for town in towns()} - reviewed

    assert [row for row in _rows("left_out.csv") if (row["country"], fold(row["name"])) in table] == []


@pytest.mark.parametrize("name", ["reviewed.csv", "left_out.csv"])
def test_no_row_twice(name: str) -> None:
    """A reviewed table has each town once."""
    keys = [(row["country"], row["name"]) for row in _rows(name)]

    assert len(keys) == len(set(keys))
