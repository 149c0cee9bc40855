"""pandas, polars, DuckDB and Arrow read the same rows with the declared types from every table: nasty ones, empty ones, released ones."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pyarrow import dataset

from diplotrips.exports.arrow import arrow_schema, arrow_table
from diplotrips.exports.json import write_json
from diplotrips.exports.manifest import read_manifest
from diplotrips.exports.parquet import write_parquet
from diplotrips.exports.stored import versions
from diplotrips.schema.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable

Rows: TypeAlias = "list[dict[str, Any]]"

POLARS = {"string": pl.String, "int32": pl.Int32, "double": pl.Float64, "bool": pl.Boolean, "date32": pl.Date}
DUCKDB = {"string": "VARCHAR", "int32": "INTEGER", "double": "DOUBLE", "bool": "BOOLEAN", "date32": "DATE"}
ARROW = {"string": "string", "int32": "int32", "double": "double", "bool": "bool", "date32": "date32[day]"}
NULLABLE = {"string": "string", "int32": "Int32", "double": "Float64", "bool": "boolean", "date32": "object"}

EXPORTS = Path(__file__).parents[2] / "exports"
NEWEST = EXPORTS / versions(EXPORTS)[-1]
CASES = [
    *(("nasty", name) for name in TABLES),
    *(("empty", name) for name in TABLES),
    *(("released", name) for name in read_manifest(NEWEST).tables),
]


@dataclass(frozen=True)
class Stored:
    """A table in a Parquet file, with what has to be read from there."""

    path: Path
    rows: Rows
    types: dict[str, str]
    """Type of each column, as this package declares it; of a released table, as the file does."""


@pytest.fixture(params=CASES, ids="-".join)
def stored(request: pytest.FixtureRequest, nasty_rows: Callable[[str], Rows], tmp_path: Path) -> Stored:
    """Three nasty rows of a table, none, and those of the newest release as its JSON file has them."""
    kind, name = request.param
    if kind == "released":
        types = {field.name: str(field.type).removesuffix("[day]") for field in pq.read_schema(NEWEST / f"{name}.parquet")}
        rows = json.loads((NEWEST / f"{name}.json").read_text(encoding="utf-8"))
        return Stored(NEWEST / f"{name}.parquet", [_with_days(row, types) for row in rows], types)
    rows = nasty_rows(name) if kind == "nasty" else []
    write_parquet(arrow_table(name, rows), tmp_path / f"{name}.parquet")
    return Stored(tmp_path / f"{name}.parquet", rows, {column.name: str(column.type) for column in TABLES[name].columns})


def _with_days(row: dict[str, Any], types: dict[str, str]) -> dict[str, Any]:
    """Return a row of a JSON file with days for the texts of them."""
    return {name: date.fromisoformat(value) if value is not None and types[name] == "date32" else value for name, value in row.items()}


def in_words_of(reader: dict[str, Any], stored: Stored) -> dict[str, Any]:
    """Return the declared types of the columns in the words of a reader."""
    return {name: reader[kind] for name, kind in stored.types.items()}


def rows_of(frame: pd.DataFrame) -> Rows:
    """Return the rows of a data frame with None for whatever it holds in the place of what is missing."""
    return [{str(name): None if pd.isna(value) else value for name, value in row.items()} for row in frame.to_dict("records")]


def test_arrow(stored: Stored) -> None:
    """Arrow reads the same rows from the file and as a dataset, with the declared types."""
    table = pq.read_table(stored.path)

    assert table.to_pylist() == stored.rows
    assert {field.name: str(field.type) for field in table.schema} == in_words_of(ARROW, stored)
    assert dataset.dataset(stored.path).to_table().equals(table, check_metadata=True)


@pytest.mark.parametrize("name", TABLES)
def test_what_arrow_is_told_of_columns(name: str, tmp_path: Path) -> None:
    """Whether null is a value, and description, unit, code list and key, come back from the file as they were declared."""
    write_parquet(arrow_table(name, []), tmp_path / "table.parquet")
    schema = pq.read_table(tmp_path / "table.parquet").schema

    assert schema.equals(arrow_schema(name), check_metadata=True)
    assert [field.nullable for field in schema] == [column.nullable for column in TABLES[name].columns]
    assert all(field.metadata[b"description"] for field in schema)


def test_pandas_with_arrow_types(stored: Stored) -> None:
    """With its Arrow types pandas keeps days, whole numbers with gaps and nulls."""
    frame = pd.read_parquet(stored.path, dtype_backend="pyarrow")

    assert {name: str(kind.pyarrow_dtype) for name, kind in frame.dtypes.items()} == in_words_of(ARROW, stored)
    assert rows_of(frame) == stored.rows


def test_pandas_with_nullable_types(stored: Stored) -> None:
    """With its own nullable types whole numbers with gaps stay whole and logical values logical; days are `datetime.date`."""
    frame = pd.read_parquet(stored.path, dtype_backend="numpy_nullable")

    assert {name: str(kind) for name, kind in frame.dtypes.items()} == in_words_of(NULLABLE, stored)
    assert rows_of(frame) == stored.rows


def test_pandas_as_it_is(stored: Stored) -> None:
    """Without further words pandas has the same rows; days are `datetime.date`, nothing is turned into a time."""
    frame = pd.read_parquet(stored.path)

    assert not {str(kind) for kind in frame.dtypes if str(kind).startswith("datetime")}
    assert rows_of(frame) == stored.rows


def test_polars(stored: Stored) -> None:
    """The same rows come out of polars, read at once or when asked for, with the declared types."""
    frame, lazy = pl.read_parquet(stored.path), pl.scan_parquet(stored.path)

    assert dict(frame.schema) == dict(lazy.collect_schema()) == in_words_of(POLARS, stored)
    assert frame.to_dicts() == lazy.collect().to_dicts() == stored.rows


def test_duckdb(stored: Stored) -> None:
    """DuckDB reads the same rows with the declared types."""
    relation = duckdb.connect().read_parquet(str(stored.path))

    assert dict(zip(relation.columns, map(str, relation.types), strict=True)) == in_words_of(DUCKDB, stored)
    assert relation.fetchall() == [tuple(row.values()) for row in stored.rows]


def test_json(stored: Stored, tmp_path: Path) -> None:
    """The JSON file has the same rows, a line each, with days as text and nulls present; a released one is written the same again."""
    path = tmp_path / "rows.json"
    write_json(stored.rows, path)
    as_json = [{name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()} for row in stored.rows]

    assert json.loads(path.read_text(encoding="utf-8")) == as_json
    assert len(path.read_bytes().splitlines()) == (len(stored.rows) + 2 if stored.rows else 1)
    assert stored.path.parent != NEWEST or path.read_bytes() == stored.path.with_suffix(".json").read_bytes()


def test_the_writer_is_plain(stored: Stored) -> None:
    """Every file is zstd, format 2.6, and has no list, dictionary or unsigned column, and nothing of pandas."""
    found = pq.ParquetFile(stored.path)
    groups = [found.metadata.row_group(number) for number in range(found.metadata.num_row_groups)]
    compressions = {group.column(number).compression for group in groups if group.num_rows for number in range(group.num_columns)}

    assert found.metadata.format_version == "2.6"
    assert compressions <= {"ZSTD"}
    assert set(found.metadata.metadata) == {b"ARROW:schema", b"description", b"key"}
    assert {str(field.type) for field in found.schema_arrow} <= set(ARROW.values())
    assert not any(pa.types.is_dictionary(field.type) for field in found.schema_arrow)


@pytest.mark.parametrize("name", TABLES)
def test_nasty_rows_are_nasty(name: str, nasty_rows: Callable[[str], Rows]) -> None:
    """They have a null wherever one may be, the first and last day of the calendar and one before 1970, and long texts of many scripts."""
    first, second, third = nasty_rows(name)
    columns = TABLES[name].columns

    assert [column.name for column in columns if column.nullable] == [key for key, value in second.items() if value is None]
    assert all(first[column.name] is not None and third[column.name] is not None for column in columns)
    days = [column.name for column in columns if column.type == "date32"]
    assert all((first[day], third[day]) == (date.min, date.max) for day in days)
    free = [column.name for column in columns if column.type == "string" and not column.pattern]
    assert all(len(first[text]) > 10_000 and not first[text].isascii() for text in free)
