"""The real records as tables: every foreign key leads somewhere, every code is in its list, every key is one row's."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest

from diplotrips.api import check
from diplotrips.checks.testimony.hearings import implied_days
from diplotrips.schema.codelists import codes
from diplotrips.schema.flatten import add_conflicts, add_derived, add_implied_days
from diplotrips.schema.rows import TABLES
from diplotrips.schema.rows.models import row_model

if TYPE_CHECKING:
    from pathlib import Path

    from diplotrips.schema.flatten import Tables


WITHOUT_ROWS = {"changes", "trip_companions", "stop_events", "events", "waivers", "withdrawn", "external_ids", "extras"}
"""Tables for which the records of this repository have nothing yet."""


@pytest.fixture(scope="module")
def tables(root: Path) -> Tables:
    """The tables of the records in this repository, with what the checks found."""
    report = check(root, date(2026, 11, 22))
    return add_derived(add_conflicts(add_implied_days(report.evidence.tables, implied_days(report.evidence)), report.findings))


@pytest.mark.parametrize("table_name", TABLES)
def test_no_key_is_an_orphan(table_name: str, tables: Tables) -> None:
    """Each value of a foreign key is a key of one of the tables that its column refers to."""
    assert tables[table_name] or table_name in WITHOUT_ROWS
    for column in TABLES[table_name].columns:
        known = {row[TABLES[other].key[0]] for other in column.refers for row in tables[other]} | {None}
        orphans = {row[column.name] for row in tables[table_name]} - known if column.refers else set()
        assert not orphans, column.name


@pytest.mark.parametrize("table_name", TABLES)
def test_keys_are_unique_and_rows_are_sorted(table_name: str, tables: Tables) -> None:
    """No two rows share a key; texts are sorted by code point."""
    keys = Counter(tuple(row[name] for name in TABLES[table_name].key) for row in tables[table_name])

    assert set(keys.values()) <= {1}
    assert list(keys) == sorted(keys, key=lambda key: [(value is not None, value) for value in key])


@pytest.mark.parametrize("table_name", TABLES)
def test_every_row_is_a_row_of_its_model(table_name: str, tables: Tables) -> None:
    """Models take every row as it was flattened, and give it back unchanged."""
    for row in tables[table_name]:
        assert row_model(table_name).model_validate(row).model_dump() == row


@pytest.mark.parametrize("table_name", TABLES)
def test_every_code_is_in_its_list(table_name: str, tables: Tables) -> None:
    """In our own release no code is unknown, though lists are open to readers."""
    for column in TABLES[table_name].columns:
        if column.codelist:
            assert {row[column.name] for row in tables[table_name]} <= {None, *codes(column.codelist)}, column.name
