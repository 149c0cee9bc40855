"""The releases in `exports/`: whole, loadable by every reader with the same rows, and without orphan keys."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest

import diplotrips
from diplotrips.exports.arrow import arrow_schema
from diplotrips.exports.manifest import read_manifest
from diplotrips.schema.rows import TABLES

EXPORTS = Path(__file__).parents[2] / "exports"
RELEASES = sorted(path for path in EXPORTS.iterdir() if path.is_dir())
NEWEST = RELEASES[-1]
FILES = sorted(NEWEST.glob("*.parquet"))


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.name)
def test_nothing_in_a_release_has_changed(release: Path) -> None:
    """Every file has the hash and size that its manifest and SHA256SUMS say, and no other file is there."""
    manifest = read_manifest(release)
    sums = dict(line.split("  ")[::-1] for line in (release / "SHA256SUMS").read_text(encoding="utf-8").splitlines())

    assert {path.name for path in release.iterdir()} == {*manifest.files, "manifest.json", "SHA256SUMS"}
    for name, entry in manifest.files.items():
        content = (release / name).read_bytes()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (entry.sha256, entry.bytes)
        assert sums[name] == entry.sha256


def test_the_release_has_every_table() -> None:
    """One Parquet and one JSON file a table."""
    assert {path.stem for path in FILES} == set(TABLES) == {path.stem for path in NEWEST.glob("*.json")} - {"manifest", "records"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_all_readers_see_the_same_rows(path: Path) -> None:
    """pandas, polars, DuckDB and Arrow read as many rows as the JSON has, in columns that are still declared with these types."""
    rows = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    table = pq.read_table(path)

    declared = {field.name: field.type for field in arrow_schema(path.stem)}

    assert {field.name: field.type for field in table.schema}.items() <= declared.items()
    assert len(rows) == table.num_rows == len(pd.read_parquet(path, dtype_backend="pyarrow")) == pl.read_parquet(path).height
    assert duckdb.execute("SELECT count(*) FROM read_parquet(?)", [str(path)]).fetchall() == [(len(rows),)]
    assert pl.read_parquet(path).columns == list(pd.read_parquet(path).columns) == table.column_names


@pytest.mark.parametrize("table_name", TABLES)
def test_no_key_of_the_release_is_an_orphan(table_name: str) -> None:
    """Every key leads to a row of one of the tables that it refers to."""
    table = pq.read_table(NEWEST / f"{table_name}.parquet")
    for column in TABLES[table_name].columns:
        known = {value for other in column.refers for value in pq.read_table(NEWEST / f"{other}.parquet")[TABLES[other].key[0]].to_pylist()}
        orphans = set(table[column.name].drop_null().to_pylist()) - known if column.refers else set()
        assert not orphans, column.name


def test_load_gives_the_newest_release() -> None:
    """`diplotrips.load` of this checkout reads what is committed, and days stay days in pandas."""
    stops = diplotrips.load("stops")

    assert stops.equals(pq.read_table(NEWEST / "stops.parquet"))
    assert str(stops.to_pandas(types_mapper=pd.ArrowDtype)["first_day_earliest"].dtype) == "date32[day][pyarrow]"
