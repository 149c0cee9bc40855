"""The codebook has every variable of every table, with what it means and how often it is missing."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from diplotrips.schema.codelists import LISTS, code_list
from diplotrips.schema.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.exports.deposit.conftest import Rows


def book(deposit: Path) -> list[dict[str, str]]:
    """Return the rows of `codebook.csv`."""
    with (deposit / "codebook.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_variable_is_described(deposit: Path) -> None:
    """One row a variable in the order of the tables, none without a meaning or a type."""
    rows = book(deposit)

    assert [(row["table"], row["variable"]) for row in rows] == [(name, column) for name in TABLES for column in TABLES[name].names]
    assert [row for row in rows if not row["description"]] == []
    assert {row["type"] for row in rows} == {"text", "integer", "number", "logical", "date"}


def test_what_is_missing_is_counted(deposit: Path, tables: Mapping[str, Rows]) -> None:
    """In every table the rows, and those in which the variable is null."""
    for row in book(deposit):
        rows = tables[row["table"]]
        assert (row["n_rows"], row["n_missing"]) == (str(len(rows)), str([one[row["variable"]] for one in rows].count(None)))


def test_one_variable_has_all_that_is_known_of_it(deposit: Path) -> None:
    """Type, code list and codes with labels; for a key, that it is one and where it leads."""
    by_name = {(row["table"], row["variable"]): row for row in book(deposit)}
    status, stop, trip = by_name["trips", "status"], by_name["stops", "stop_id"], by_name["stops", "trip_id"]

    assert (status["type"], status["codelist"], status["is_key"], status["unit"]) == ("text", "trip_statuses", "FALSE", "")
    assert status["codes"] == "; ".join(f"{code.code} = {code.label}" for code in code_list("trip_statuses"))
    assert (stop["is_key"], stop["refers_to"], trip["refers_to"], stop["codes"]) == ("TRUE", "", "trips", "")
    assert (
        by_name["trips", "n_sources"]["unit"] == "sources" if ("trips", "n_sources") in by_name else by_name["stops", "n_sources"]["unit"]
    )


def test_the_page_has_the_same(deposit: Path) -> None:
    """A section a table with a line a variable, and one for every code list with its codes."""
    page = (deposit / "codebook.md").read_text(encoding="utf-8")

    assert page.startswith("# Codebook: Made-up trips\n")
    assert [line.removeprefix("## ").strip("`") for line in page.splitlines() if line.startswith("## ")] == [*TABLES, *LISTS]
    assert "\nOne row per journey abroad of one official. 3 rows, sorted by `trip_id`, which no two rows share.\n" in page
    assert "\n| `country` | text | 0 | Country visited: ISO 3166-1 alpha-2, " in page
    assert "\n| `head-of-state` | " in page
