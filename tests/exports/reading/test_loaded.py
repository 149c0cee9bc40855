"""A loaded table as Arrow, pandas, polars and DuckDB take it: types stay what they are."""

from __future__ import annotations

import sys
from datetime import date

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from diplotrips.errors import UnusableRequestError
from diplotrips.exports.reading.loaded import LoadedTable

SCHEMA = pa.schema(
    [
        pa.field("country", pa.string(), nullable=False, metadata={"description": "Country."}),
        pa.field("first_day", pa.date32()),
        pa.field("position", pa.int32()),
        pa.field("is_side", pa.bool_()),
        pa.field("share", pa.float64()),
    ],
    metadata={"description": "Stops.", "key": "country"},
)
ROWS = [
    {"country": "NA", "first_day": date(1, 1, 1), "position": 1, "is_side": True, "share": 0.5},
    {"country": "BR", "first_day": date(1969, 12, 31), "position": None, "is_side": None, "share": None},
    {"country": "VE", "first_day": None, "position": 2**31 - 1, "is_side": False, "share": 0.0},
    {"country": "CU", "first_day": date(9999, 12, 31), "position": -3, "is_side": True, "share": -1.0},
]
STOPS = LoadedTable(pa.Table.from_pylist(ROWS, schema=SCHEMA), "stops", "made-up", "1.0.0")
EMPTY = LoadedTable(SCHEMA.empty_table(), "stops", "made-up", "1.0.0")


def test_it_is_shown_in_a_few_lines() -> None:
    """What it is of, how large, and its columns with their types."""
    assert repr(STOPS).splitlines() == [
        "stops of made-up 1.0.0: 4 rows, 5 columns",
        "  country    string",
        "  first_day  date32",
        "  position   int32",
        "  is_side    bool",
        "  share      double",
    ]
    assert (STOPS.num_rows, len(STOPS), STOPS.column_names, STOPS.description) == (4, 4, SCHEMA.names, "Stops.")


def test_values_of_python() -> None:
    """Days are days, what is missing is None, Namibia is a text."""
    assert STOPS.to_pylist() == ROWS
    assert STOPS.column("country").to_pylist() == ["NA", "BR", "VE", "CU"]
    assert STOPS.schema.field("country").metadata == {b"description": b"Country."}


@pytest.mark.parametrize("table", [STOPS, EMPTY])
def test_pandas_keeps_types(table: LoadedTable) -> None:
    """Days are days, whole numbers with gaps whole, in an empty table too."""
    frame = table.to_pandas()

    types = {"country": "string", "first_day": "date32[day]", "position": "int32", "is_side": "bool", "share": "double"}
    assert {name: str(kind.pyarrow_dtype) for name, kind in frame.dtypes.items()} == types
    assert [
        {name: None if pd.isna(value) else value for name, value in row.items()} for row in frame.to_dict("records")
    ] == table.to_pylist()


@pytest.mark.parametrize("table", [STOPS, EMPTY])
def test_pandas_with_its_own_types(table: LoadedTable) -> None:
    """Those with gaps where pandas has one; it has none for days, which keep Arrow's."""
    frame = table.to_pandas(dtype_backend="numpy_nullable")

    types = {"country": "string", "first_day": "date32[day][pyarrow]", "position": "Int32", "is_side": "boolean", "share": "Float64"}
    assert {name: str(kind) for name, kind in frame.dtypes.items()} == types
    assert [
        {name: None if pd.isna(value) else value for name, value in row.items()} for row in frame.to_dict("records")
    ] == table.to_pylist()


def test_pandas_has_no_other_types() -> None:
    """A backend that is not known is no reason to give the default."""
    with pytest.raises(UnusableRequestError, match=r"^dtype_backend takes pyarrow or numpy_nullable, not numpy$"):
        STOPS.to_pandas(dtype_backend="numpy")  # type: ignore[arg-type]  # as somebody may write it


@pytest.mark.parametrize("table", [STOPS, EMPTY])
def test_polars_keeps_types(table: LoadedTable) -> None:
    """By the method, and when polars takes the table as it is."""
    types = {"country": pl.String, "first_day": pl.Date, "position": pl.Int32, "is_side": pl.Boolean, "share": pl.Float64}

    assert dict(table.to_polars().schema) == types
    assert table.to_polars().to_dicts() == pl.DataFrame(table).to_dicts() == table.to_pylist()


@pytest.mark.parametrize("stops", [STOPS, EMPTY])
def test_others_take_it_as_it_is(stops: LoadedTable) -> None:
    """Arrow, pandas and DuckDB, by Arrow's C interface."""
    relation = duckdb.connect().sql("SELECT country, first_day, position, is_side, share FROM stops")

    assert pa.table(stops).equals(stops.arrow)
    assert pa.schema(stops).equals(stops.schema, check_metadata=True)
    assert len(pd.DataFrame.from_arrow(stops)) == stops.num_rows  # type: ignore[attr-defined]  # pandas-stubs do not have it yet
    assert [str(kind) for kind in relation.types] == ["VARCHAR", "DATE", "INTEGER", "BOOLEAN", "DOUBLE"]
    assert relation.fetchall() == [tuple(row.values()) for row in stops.to_pylist()]


@pytest.mark.parametrize(
    ("package", "method", "reason"),
    [
        ("pandas", LoadedTable.to_pandas, "data frames are made by the package pandas, which is not installed; install diplotrips[pandas]"),
        (
            "polars",
            LoadedTable.to_polars,
            "data frames of polars are made by the package polars, which is not installed; install diplotrips[polars]",
        ),
    ],
)
def test_a_package_that_is_not_installed(monkeypatch: pytest.MonkeyPatch, package: str, method: object, reason: str) -> None:
    """The message says which extra to install."""
    monkeypatch.setitem(sys.modules, package, None)

    with pytest.raises(UnusableRequestError) as refused:
        method(STOPS)  # type: ignore[operator]  # a method of the class

    assert str(refused.value) == reason
