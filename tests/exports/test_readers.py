"""pandas, polars and DuckDB read every table with the same rows and the declared types, empty tables included."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from diplotrips.exports.arrow import arrow_schema, arrow_table
from diplotrips.exports.json import write_json
from diplotrips.exports.parquet import write_parquet
from diplotrips.schema.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Rows = list[dict[str, object]]
POLARS = {"string": pl.String, "int32": pl.Int32, "double": pl.Float64, "bool": pl.Boolean, "date32": pl.Date}
DUCKDB = {"string": "VARCHAR", "int32": "INTEGER", "double": "DOUBLE", "bool": "BOOLEAN", "date32": "DATE"}
ARROW = {"string": "string", "int32": "int32", "double": "double", "bool": "bool", "date32": "date32[day]"}


@pytest.fixture(params=TABLES)
def table_name(request: pytest.FixtureRequest) -> str:
    """Every table."""
    return str(request.param)


@pytest.fixture(params=["nasty", "empty"])
def rows(request: pytest.FixtureRequest, table_name: str, nasty_rows: Callable[[str], Rows]) -> Rows:
    """Nasty rows of the table, and none."""
    return nasty_rows(table_name) if request.param == "nasty" else []


@pytest.fixture
def path(table_name: str, rows: Rows, tmp_path: Path) -> Path:
    """The Parquet file of the table."""
    path = tmp_path / f"{table_name}.parquet"
    write_parquet(arrow_table(table_name, rows), path)
    return path


def declared(table_name: str, names: dict[str, Any]) -> dict[str, Any]:
    """Return the declared types of the columns in the words of a reader."""
    return {column.name: names[column.type] for column in TABLES[table_name].columns}


def test_arrow(table_name: str, rows: Rows, path: Path) -> None:
    """Arrow reads the same rows, with types, nullability and descriptions as declared."""
    table = pq.read_table(path)

    assert table.to_pylist() == rows
    assert table.schema.equals(arrow_schema(table_name), check_metadata=True)
    assert {field.name: str(field.type) for field in table.schema} == declared(table_name, ARROW)
    assert [field.nullable for field in table.schema] == [column.nullable for column in TABLES[table_name].columns]
    assert all(field.metadata[b"description"] for field in table.schema)


def test_pandas_with_arrow_types(table_name: str, rows: Rows, path: Path) -> None:
    """With its Arrow types pandas keeps days, whole numbers with gaps and nulls."""
    frame = pd.read_parquet(path, dtype_backend="pyarrow")

    assert {name: str(kind.pyarrow_dtype) for name, kind in frame.dtypes.items()} == declared(table_name, ARROW)
    assert [{name: None if pd.isna(value) else value for name, value in row.items()} for row in frame.to_dict("records")] == rows


def test_pandas_as_it_is(rows: Rows, path: Path) -> None:
    """Without further words pandas has the same rows; days are `datetime.date`, nothing is turned into a time."""
    frame = pd.read_parquet(path)
    kinds = {str(kind) for kind in frame.dtypes}

    assert not {kind for kind in kinds if kind.startswith("datetime")}
    assert [{name: None if pd.isna(value) else value for name, value in row.items()} for row in frame.to_dict("records")] == rows


def test_polars(table_name: str, rows: Rows, path: Path) -> None:
    """The same rows come out of polars, with the declared types."""
    frame = pl.read_parquet(path)

    assert dict(frame.schema) == declared(table_name, POLARS)
    assert frame.to_dicts() == rows


def test_duckdb(table_name: str, rows: Rows, path: Path) -> None:
    """DuckDB reads the same rows with the declared types."""
    relation = duckdb.connect().read_parquet(str(path))

    assert dict(zip(relation.columns, map(str, relation.types), strict=True)) == declared(table_name, DUCKDB)
    assert relation.fetchall() == [tuple(row.values()) for row in rows]


def test_json(rows: Rows, tmp_path: Path) -> None:
    """The JSON file has the same rows, a line each, with days as text and nulls present."""
    path = tmp_path / "rows.json"
    write_json(rows, path)

    as_json = [{name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()} for row in rows]
    assert json.loads(path.read_text(encoding="utf-8")) == as_json
    assert len(path.read_bytes().splitlines()) == (len(rows) + 2 if rows else 1)


def test_the_writer_is_plain(path: Path) -> None:
    """Every file is zstd, format 2.6, and has no list, dictionary or unsigned column, and nothing of pandas."""
    found = pq.ParquetFile(path)
    groups = [found.metadata.row_group(number) for number in range(found.metadata.num_row_groups)]
    compressions = {group.column(number).compression for group in groups if group.num_rows for number in range(group.num_columns)}

    assert found.metadata.format_version == "2.6"
    assert compressions <= {"ZSTD"}
    assert set(found.metadata.metadata) == {b"ARROW:schema", b"description", b"key"}
    assert {str(field.type) for field in found.schema_arrow} <= set(ARROW.values())
    assert not any(pa.types.is_dictionary(field.type) for field in found.schema_arrow)
