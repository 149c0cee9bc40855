"""The query of every set-based check returns the same rows on SQLite, on which it runs, and on DuckDB."""

from __future__ import annotations

import random
import re
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from itertools import chain
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from diplotrips.checks.evidence import sql_tables
from diplotrips.checks.registry import CHECKS
from diplotrips.extract.reading import read_dataset
from diplotrips.schema.flatten import flatten
from diplotrips.schema.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

TODAY = date(2026, 11, 22)
AT_ONCE = 50
"""Rows put into a table with one statement; DuckDB is slow with one a row."""
QUERIES = {check.code: check.query for check in CHECKS if check.query}
SET_BASED = list(QUERIES)
Rows = list[tuple[object, ...]]

POOLS: dict[str, Sequence[object]] = {
    "country": ["CL", "PE", "BR", "ZZ"],
    "status": ["completed", "under-way", "planned", "cancelled"],
    "mode": ["held", "held", "planned", "denied"],
    "part": ["body", "headline"],
    "basis": ["stated", "list", "narration"],
    "field_name": [
        "status",
        "progress",
        "first_day",
        "last_day",
        "dates",
        "date",
        "seen",
        "route",
        "days",
        "n_countries",
        "named",
        "named",
    ],
    "value_text": ["completed", "planned", "under-way", "signed", "intended", "Jane Doe", "Ana López"],
    "published_precision": ["day", "month", "year", "window"],
    "during_stop_id": [None],
    "traveller_id": ["a"],
    "person_id": ["a", "b"],
    "name": ["Jane Doe", "Ana López"],
    "kind": ["misspelling", "alias", "visit"],
    "represents_country": ["CL", "PE"],
}
"""Values of columns on which queries turn; ids are a few short ones, dates those below, all else is a few words."""

DATES = ("2023-04-17", "2023-04-17", "2023-04-12?", "2023-04~", "2023?", "2023-04-16/2023-04-18%", "[2023-04-17,2023-04-19]")
"""Texts of dates, most of them with another margin."""


def duckdb_rows(tables: Mapping[str, Any], query: str) -> Rows:
    """Return the rows of *query* on DuckDB."""
    with closing(duckdb.connect()) as connection:
        fill(connection, tables, query)
        return connection.execute(query).fetchall()


def fill(connection: duckdb.DuckDBPyConnection | sqlite3.Connection, tables: Mapping[str, Any], query: str) -> None:
    """Create the tables that *query* names."""
    for name, statement, rows in sql_tables(tables, TODAY):
        if re.search(rf"\b{name}\b", query):
            connection.execute(statement)
            for some in (rows[start : start + AT_ONCE] for start in range(0, len(rows), AT_ONCE)):
                marks = ", ".join([f"({', '.join('?' * len(rows[0]))})"] * len(some))
                connection.execute(f"INSERT INTO {name} VALUES {marks}", tuple(chain.from_iterable(some)))  # noqa: S608  (names are ours)


def sqlite_rows(tables: Mapping[str, Any], query: str) -> Rows:
    """Return the rows of *query* on SQLite."""
    with closing(sqlite3.connect(":memory:")) as connection:
        fill(connection, tables, query)
        return list(connection.execute(query))


def drawn_tables(seed: int, query: str) -> Mapping[str, Any]:
    """Return rows for the tables of *query*, each value drawn from a small pool, null now and then where a column allows it."""
    draw = random.Random(seed)
    return {
        name: [
            {column.name: drawn(draw, column.name, column.type, nullable=column.nullable) for column in table.columns}
            for _ in range(draw.randint(0, 40))
        ]
        for name, table in TABLES.items()
        if re.search(rf"\b{name}\b", query)
    }


def drawn(draw: random.Random, name: str, kind: str, *, nullable: bool) -> object:
    """Return a value for one column."""
    if nullable and draw.random() < 0.15:
        return None
    if name in POOLS:
        return draw.choice(POOLS[name])
    if name.endswith("_edtf"):
        return draw.choice(DATES)
    if kind == "date32":
        return date(2023, 4, 10) + timedelta(draw.randint(0, 12))
    if kind in {"int32", "double", "bool"}:
        return draw.choice([True, False] if kind == "bool" else [0, 1, 2, 3, 4])
    return draw.choice(["a", "b", "c", "a.x", "b.x"] if name.endswith("_id") else ["one", "two"])


@pytest.mark.parametrize("code", QUERIES)
def test_on_drawn_tables(code: str) -> None:
    """On tables of all kinds of values, sensible or not, both engines return the same rows, and some query returns any."""
    returned = 0
    for seed in range(10):
        tables = drawn_tables(seed, QUERIES[code])
        rows = sqlite_rows(tables, QUERIES[code])
        returned += len(rows)
        assert sorted(map(repr, rows)) == sorted(map(repr, duckdb_rows(tables, QUERIES[code]))), f"seed {seed}"
    assert returned


@pytest.mark.parametrize("code", QUERIES)
def test_on_the_records(code: str, root: Path) -> None:
    """On the records of this repository both engines return the same rows in the same order."""
    tables = flatten(read_dataset(root).dataset)

    assert sqlite_rows(tables, QUERIES[code]) == duckdb_rows(tables, QUERIES[code])
