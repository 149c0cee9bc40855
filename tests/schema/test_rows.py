"""The declared tables: names and types that load everywhere, and one verdict of pydantic and jsonschema on every row."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
from datetime import date, datetime
from typing import TYPE_CHECKING

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator
from pydantic import ValidationError

from diplotrips.schema.codelists import LISTS
from diplotrips.schema.rows import TABLES
from diplotrips.schema.rows.columns import Column, Type
from diplotrips.schema.rows.jsonschema import row_json_schema
from diplotrips.schema.rows.models import row_model
from diplotrips.schema.rows.tables import column_descriptions, table_description

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

COLUMNS = [(table.name, column) for table in TABLES.values() for column in table.columns]

# Reserved by Spark 4 in ANSI mode (SQL reference, "ANSI compliance"), and the words that failed somewhere in trials.
SPARK = """
    all and anti any array as asc at authorization between both by case cast check collate column constraint create cross cube current
    current_date current_time current_timestamp current_user delete describe distinct drop else end escape except exists extract false
    fetch filter for foreign from full function global grant group grouping having in inner insert intersect interval into is join lateral
    leading left like local minus natural no not null of offset on only or order out outer overlaps partition primary range references
    revoke right rollup row rows select semi session_user set some start sum table tablesample then time to trailing true truncate union
    unique unknown update user using values when where window with within without
"""


def test_every_table_of_the_specification_is_there() -> None:
    """The tables that the specification names are all declared, under these names."""
    named = """
        trips stops agreements quoted_experts sources people organizations claims conflicts decisions coverage coders events trip_companions
        stop_places stop_events record_codes agreement_parties meetings quotes people_names people_offices organization_names
        decision_claims coverage_sources external_ids extras countries codelists withdrawn claim_spans quote_spans implied_days
        conflict_claims
    """

    assert set(named.split()) <= TABLES.keys()


def test_names_are_short_and_plain() -> None:
    """Names of tables and columns are snake_case and at most 32 characters long (Stata), and no column is there twice."""
    for table in TABLES.values():
        assert all(re.fullmatch("[a-z][a-z0-9_]{0,31}", name) for name in (table.name, *table.names))
        assert len(set(table.names)) == len(table.names)


def test_no_name_is_a_word_of_sql() -> None:
    """No name of a table or column is reserved in DuckDB or Spark."""
    reserved = duckdb.connect().execute("SELECT keyword_name FROM duckdb_keywords() WHERE keyword_category = 'reserved'").fetchall()
    words = {word for (word,) in reserved} | set(SPARK.split())

    assert not {*TABLES, *(column.name for _, column in COLUMNS)} & words


@pytest.mark.parametrize("engine", ["sqlite", "duckdb"])
def test_unquoted_names_work_in_queries(engine: str) -> None:
    """Every table can be made, selected from, joined and sorted by with no name in quotes."""
    connection = sqlite3.connect(":memory:") if engine == "sqlite" else duckdb.connect()
    for table in TABLES.values():
        listed = ", ".join(table.names)
        connection.execute(f"CREATE TABLE {table.name} ({', '.join(f'{name} VARCHAR' for name in table.names)})")
        connection.execute(f"SELECT {listed} FROM {table.name} WHERE {table.names[0]} IS NULL GROUP BY {listed} ORDER BY {listed}")  # noqa: S608 (ours)
        aliased = ", ".join(f"one.{name} AS {name}" for name in table.names)
        connection.execute(f"SELECT {aliased} FROM {table.name} AS one JOIN {table.name} AS two ON one.{table.key[0]} = two.{table.key[0]}")  # noqa: S608 (ours)


def test_keys_references_and_code_lists_exist() -> None:
    """What a table calls its key is among its columns; whatever a column refers to is a table with a key of that kind, or a code list."""
    for table in TABLES.values():
        assert set(table.key) <= set(table.names)
    for _, column in COLUMNS:
        assert set(column.refers) <= TABLES.keys()
        assert column.codelist in {"", *LISTS}


def test_every_country_has_three_letters_beside_it() -> None:
    """A column that names one country is followed by the same in three letters, since `NA` is Namibia."""
    for table in TABLES.values():
        for column in table.columns:
            if "countries" in column.refers and column.name != "parent":
                assert table.names[table.names.index(column.name) + 1] == f"{column.name}_iso3"


def test_a_dated_field_is_five_columns() -> None:
    """The first day of a stop is a day, two bounds, a precision and the text, all of which may be null."""
    five = [column for column in TABLES["stops"].columns if column.name.startswith("first_day")]

    assert [(column.name, str(column.type), column.nullable) for column in five] == [
        ("first_day", "date32", True),
        ("first_day_earliest", "date32", True),
        ("first_day_latest", "date32", True),
        ("first_day_precision", "string", True),
        ("first_day_edtf", "string", True),
    ]


@pytest.mark.parametrize("table_name", TABLES)
def test_everything_is_described(table_name: str) -> None:
    """Every table and column is described in whole sentences."""
    described = column_descriptions(table_name)

    assert tuple(described) == TABLES[table_name].names
    assert all(text.endswith(".") and "\n" not in text for text in described.values())
    assert table_description(table_name).startswith("One row per ")


def test_asking_for_columns_imports_nothing_heavy() -> None:
    """The names and types of columns cost no Arrow, no pandas, no jsonschema and no pydantic model of a row."""
    code = "import sys; import diplotrips.schema.flatten; print(*sorted(sys.modules))"
    modules = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()

    assert not {"pyarrow", "pandas", "numpy", "jsonschema", "duckdb", "diplotrips.schema.rows.models"} & set(modules)


@pytest.mark.parametrize("table_name", TABLES)
def test_schemas_are_valid_in_both_drafts(table_name: str) -> None:
    """The JSON Schema of a table is one in draft-07 and in 2020-12, with the same keywords."""
    schema = row_json_schema(table_name)

    Draft7Validator.check_schema(schema)
    Draft202012Validator.check_schema(schema)


TRICKY = st.sampled_from(
    [
        None,
        True,
        False,
        0,
        1,
        -1,
        2**31,
        -(2**31),
        0.5,
        "",
        " ",
        "a",
        "a\n",
        "NA",
        "../x",
        "2023-02-29",
        "2024-02-29",
        "2023-04-17T00:00:00",
        "2023-4-1",
    ]
) | st.text(max_size=5)
"""Values that one of the two might take and the other not; no integer is written 3.0."""


def plain(column: Column) -> object:
    """Return the plainest value that *column* takes."""
    if column.nullable:
        return None
    texts = ("x", "BR", "BRA", "DT201", "settles", "1.0.0")
    return {
        Type.STRING: next((text for text in texts if re.fullmatch(column.pattern or ".*", text)), ""),
        Type.INT32: 1,
        Type.DOUBLE: 0.5,
        Type.BOOL: True,
        Type.DAY: "2023-04-17",
    }[column.type]


def good(column: Column) -> SearchStrategy[object]:
    """Values, as JSON has them, that *column* must take."""
    values: SearchStrategy[object] = {
        Type.STRING: st.from_regex(column.pattern, fullmatch=True) if column.pattern else st.text(min_size=1, max_size=20),
        Type.INT32: st.integers(-(2**31), 2**31 - 1),
        Type.DOUBLE: st.floats(allow_nan=False, allow_infinity=False),
        Type.BOOL: st.booleans(),
        Type.DAY: st.dates().map(date.isoformat),
    }[column.type]
    return st.none() | values if column.nullable else values


@settings(max_examples=300)
@given(st.data())
def test_pydantic_and_jsonschema_agree(data: st.DataObject) -> None:
    """Rows, good and damaged, are taken by both or refused by both, in either draft; good ones are taken."""
    table = TABLES[data.draw(st.sampled_from(sorted(TABLES)))]
    drawn = data.draw(st.lists(st.sampled_from(table.columns), max_size=4))
    row = {column.name: plain(column) for column in table.columns} | {column.name: data.draw(good(column)) for column in drawn}
    damaged = data.draw(st.dictionaries(st.sampled_from([*table.names, "other"]), TRICKY, max_size=2))
    missing = data.draw(st.sets(st.sampled_from(table.names), max_size=1)) if damaged else set()
    row = {name: value for name, value in (row | damaged).items() if name not in missing}
    schema = row_json_schema(table.name)

    verdicts = {"pydantic": taken(table.name, row)} | {
        kind.__name__: kind(schema).is_valid(row) for kind in (Draft7Validator, Draft202012Validator)
    }

    assert len(set(verdicts.values())) == 1, (verdicts, row)
    assert damaged or verdicts["pydantic"]


def taken(table_name: str, row: dict[str, object]) -> bool:
    """Tell whether the model takes *row*, and gives it back as it was."""
    try:
        model = row_model(table_name).model_validate(row)
    except ValidationError:
        return False
    return bool(json.loads(model.model_dump_json()) == row)


def test_a_row_is_strict_and_frozen() -> None:
    """A model of a row takes days as days, no moments and no numbers of seconds, and cannot be changed."""
    event = {column.name: None for column in TABLES["events"].columns} | {"event_id": "summit", "name": "Summit"}
    model = row_model("events")

    assert model.model_validate(event | {"first_day": date(2023, 4, 17)}).model_dump()["first_day"] == date(2023, 4, 17)
    for wrong in (datetime(2023, 4, 17), 1_681_689_600, "1681689600"):
        with pytest.raises(ValidationError):
            model.model_validate(event | {"first_day": wrong})
    with pytest.raises(ValidationError):
        model.model_validate(event).name = "Other"  # type: ignore[attr-defined]  # the model is made at run time
