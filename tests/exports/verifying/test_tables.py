"""The tables of a release: rows, keys and values that are wrong though every hash is right are named with row and column."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
from tests.exports.verifying.forging import edited, forged, found, rows_of, sealed

from diplotrips.exports.arrow import arrow_table
from diplotrips.exports.manifest import read_manifest
from diplotrips.exports.parquet import write_parquet
from diplotrips.exports.tables import table_hash
from diplotrips.words import number

if TYPE_CHECKING:
    from pathlib import Path


def test_rows_that_are_not_those_that_were_released(folder: Path) -> None:
    """Another value in Parquet alone is another table hash, and differs from JSON and CSV, where the row is named."""
    rows = rows_of(folder, "stops")
    rows[2]["place"] = "Lüderitz"
    released = read_manifest(folder).tables["stops"].sha256
    write_parquet(arrow_table("stops", rows), folder / "stops.parquet")
    sealed(folder)
    digest = hashlib.sha256((folder / "stops.parquet").read_bytes()).hexdigest()
    before = json.loads((folder / "datapackage.json").read_bytes())
    (hashed,) = (resource["hash"] for resource in before["resources"] if resource["path"] == "stops.parquet")

    assert found(folder) == [
        ("datapackage.json", f"for stops.parquet it says hash {hashed[:19]}…, and manifest.json says sha256:{digest[:12]}…"),
        ("stops.parquet", f"its table hash is {table_hash('stops', rows)[:12]}…, and manifest.json says {released[:12]}…"),
        ("stops.json", "row 3 (stop_id two.na) is another than in stops.parquet"),
        ("stops.csv", "place of row 3 (stop_id two.na) is another than in stops.parquet"),
    ]


def test_rows_out_of_order_and_keys_that_are_shared(folder: Path) -> None:
    """Rows that are not in the order of the key, and two with one key, are named, though every hash is right."""
    rows = rows_of(folder, "stops")
    forged(folder, "stops", [rows[1], rows[0], rows[2], rows[2], rows[3]])

    assert found(folder) == [
        ("stops.parquet", "row 4 (stop_id two.na) has the key of the row before"),
        ("stops.parquet", "row 2 (stop_id one.na) is not in the order of the key"),
    ]


def test_keys_that_lead_nowhere(folder: Path) -> None:
    """A key of no row is named with its row and table; of several such rows, the first."""
    rows = rows_of(folder, "stops")
    forged(folder, "stops", [{**row, "trip_id": "gone", "country": "QQ"} if row["trip_id"] == "two" else row for row in rows])

    assert found(folder) == [
        ("stops.parquet", "trip_id of row 3 (stop_id two.na) is gone, which is no key of trips; the same with 1 row more"),
        ("stops.parquet", "country of row 3 (stop_id two.na) is QQ, which is no key of countries; the same with 1 row more"),
    ]


def test_texts_without_a_character(folder: Path) -> None:
    """An empty text is told, since null is what says that nothing is known."""
    rows = rows_of(folder, "stops")
    rows[0]["place"] = ""
    forged(folder, "stops", rows)

    assert found(folder) == [("stops.parquet", "place of row 1 (stop_id one.na) is a text without a character")]


def test_json_that_is_none_and_json_with_other_rows(folder: Path) -> None:
    """A file that is no list, one with a row less, and one with numbers as texts differ from Parquet."""
    (folder / "trips.json").write_text('{"no": "list"}')
    edited(folder, "people.json", lambda rows: rows.pop())
    edited(folder, "stops.json", lambda rows: [row.update(n_sources=str(row["n_sources"])) for row in rows])
    people = len(rows_of(folder, "people"))

    assert [damage for damage in found(folder) if damage[0] != "datapackage.json"] == [
        ("trips.json", "it is no JSON list of rows"),
        ("stops.json", "row 1 (stop_id one.na) is another than in stops.parquet; the same with 3 rows more"),
        ("people.json", f"it has {number(people - 1, 'row')}, and people.parquet has {people}"),
    ]


def test_csv_that_is_none_and_csv_with_other_columns(folder: Path) -> None:
    """A day that is none, a column of another name and a lost row are told."""
    (folder / "stops.csv").write_bytes((folder / "stops.csv").read_bytes().replace(b"2023-04-17", b"2023-04-37", 1))
    (folder / "trips.csv").write_bytes((folder / "trips.csv").read_bytes().replace(b"trip_id", b"id", 1))
    (folder / "coders.csv").write_bytes((folder / "coders.csv").read_bytes() + b'"jane-doe","Jane",,,,,,\r\n')
    sealed(folder)
    by_file = {file: reason for file, reason in found(folder) if file.endswith(".csv")}

    assert by_file.keys() == {"stops.csv", "trips.csv", "coders.csv"}
    assert by_file["trips.csv"] == "its columns are not those of trips.parquet"
    assert by_file["stops.csv"].startswith("it cannot be read as CSV: ")
    assert "2023-04-37" in by_file["stops.csv"]


def test_parquet_that_is_none(folder: Path) -> None:
    """A file that is no Parquet, a column of a type that no release has, and another key are told."""
    (folder / "trips.parquet").write_bytes(b"PAR1 but not much more PAR1")
    stops = pq.read_table(folder / "stops.parquet")
    at = stops.column_names.index("n_sources")
    write_parquet(stops.set_column(at, "n_sources", stops["n_sources"].cast(pa.int64())), folder / "stops.parquet")
    people = pq.read_table(folder / "people.parquet")
    write_parquet(people.replace_schema_metadata({**people.schema.metadata, b"key": b"country"}), folder / "people.parquet")
    sealed(folder)
    damages = [(file, reason) for file, reason in found(folder) if " it says hash " not in reason]

    assert damages[0][0] == "trips.parquet"
    assert damages[0][1].startswith("it cannot be read as Parquet: ")
    assert damages[1:] == [
        ("stops.parquet", "its column n_sources has the type int64, which no release has"),
        ("people.parquet", "its key is country, and manifest.json says person_id"),
        ("datapackage.json", "the key of people is not the one that people.parquet says"),
        ("datapackage.json", "the refers_to of people.person_id is not the one that people.parquet says"),
    ]


def test_values_that_no_calendar_and_no_number_line_has(folder: Path) -> None:
    """A day after the year 9999, which Parquet can hold, and a number that is none are told instead of read."""
    stops = pq.read_table(folder / "stops.parquet")
    at, days = stops.column_names.index("first_day"), pa.array([None, 3_000_000, None, None], pa.int32()).cast(pa.date32())
    write_parquet(stops.set_column(at, stops.schema.field(at), days), folder / "stops.parquet")
    passages = pq.read_table(folder / "claim_passages.parquet")
    at, shares = passages.column_names.index("confidence"), pa.array([float("nan"), *[0.5] * (passages.num_rows - 1)])
    write_parquet(passages.set_column(at, passages.schema.field(at), shares), folder / "claim_passages.parquet")
    sealed(folder)
    row = ", ".join(f"{name} {passages[name][0]}" for name in read_manifest(folder).tables["claim_passages"].key)
    damages = [(file, reason) for file, reason in found(folder) if file.endswith((".parquet", ".json")) and file != "datapackage.json"]

    assert damages == [
        ("stops.parquet", "its column first_day has a day before the year 1 or after 9999"),
        ("claim_passages.parquet", f"confidence of row 1 ({row}) is no number"),
    ]
