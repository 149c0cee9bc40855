"""The data dictionary: every table, column, code and country is in it, with the words of the declarations."""

from __future__ import annotations

from diplotrips.schema.codelists import LISTS, code_list
from diplotrips.schema.countries import countries
from diplotrips.schema.published.dictionary import country_rows, dictionary, render_dictionary
from diplotrips.schema.published.markdown import table
from diplotrips.schema.published.schemas import published_row_schema
from diplotrips.schema.rows import TABLES


def test_every_column_is_in_it() -> None:
    """Tables and columns stand in their own order, each with the text of its JSON Schema."""
    tables = dictionary()["tables"]

    assert [told["name"] for told in tables] == list(TABLES)
    for told in tables:
        schema = published_row_schema(told["name"])
        assert {column["name"]: column["description"] for column in told["columns"]} == {
            name: column["description"] for name, column in schema["properties"].items()
        }
        assert set(told["key"]) <= {column["name"] for column in told["columns"]}


def test_what_is_said_of_a_column() -> None:
    """Type, unit, nullability, code list and references are those of the declaration; what a column has not is null."""
    columns = {(told["name"], column["name"]): column for told in dictionary()["tables"] for column in told["columns"]}

    assert columns["trips", "office"] == {
        "name": "office",
        "type": "string",
        "unit": None,
        "nullable": False,
        "codelist": "offices",
        "refers_to": [],
        "pattern": "^(?:[a-z0-9]+(?:-[a-z0-9]+)*)$",
        "description": "Office that the traveller held on the first day.",
    }
    assert columns["trips", "n_stops"]["unit"] == "stops"
    assert columns["trips", "trip_id"]["refers_to"] == []
    assert columns["stops", "trip_id"]["refers_to"] == ["trips"]
    assert columns["trips", "first_day"]["nullable"]


def test_every_reference_leads_somewhere() -> None:
    """A code list that is named exists, and a table that is referred to."""
    columns = [column for told in dictionary()["tables"] for column in told["columns"]]

    assert {column["codelist"] for column in columns} - {None} <= set(LISTS)
    assert {name for column in columns for name in column["refers_to"]} <= set(TABLES)


def test_every_code_is_in_it() -> None:
    """All lists with all their codes, and the columns that only one list has."""
    lists = {told["name"]: told["codes"] for told in dictionary()["codelists"]}

    assert {name: [code["code"] for code in told] for name, told in lists.items()} == {
        name: [code.code for code in code_list(name)] for name in LISTS
    }
    assert lists["offices"][0]["level"] == "head-of-state"
    assert all(code["description"] for told in lists.values() for code in told)


def test_countries_are_a_file_of_their_own() -> None:
    """One entry a period of validity; Namibia is the text NA, and what is not known is null."""
    rows = country_rows()["countries"]

    assert len(rows) == len(countries())
    (namibia,) = (row for row in rows if row["country"] == "NA")
    assert (namibia["iso3"], namibia["name"], namibia["parent"]) == ("NAM", "Namibia", None)
    (soviet_union,) = (row for row in rows if row["country"] == "SUHH")
    assert soviet_union["valid_until"].startswith("1991-12-")


def test_the_page() -> None:
    """The page has a section a table with links that lead somewhere."""
    page = render_dictionary()

    assert (
        "## `stops`\n\nOne row per stay of a traveller in one country (what COLT calls a trip). Key, and order of the rows: `stop_id`."
        in page
    )
    assert "| `office` | string |  | Office that the traveller held on the first day. Code of [`offices`](#codes-offices). |" in page
    assert "| `planned` | Planned | " in page
    targets = {part.split('"')[0] for part in page.split('<a id="')[1:]}
    assert {part.split(")")[0] for part in page.split("](#")[1:]} <= targets


def test_a_bar_does_not_end_a_cell() -> None:
    """What stands in a cell stays in it."""
    assert table(("A", "B"), [("a|b", "two\nlines")]) == "| A | B |\n| --- | --- |\n| a\\|b | two lines |"
