"""A release that is sound in itself, of which one part does not follow from another: documents, tables for analysis, changes, number."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from tests.exports.verifying.forging import edited, forged, found, rows_of, sealed

from diplotrips.exports.comparing import change_rows, changes_markdown, compare, snapshot_of_folder, snapshot_of_rows
from diplotrips.exports.describing.catalog import catalog_of, write_catalog
from diplotrips.exports.release import Content, write_release
from diplotrips.exports.verifying.registry import verify_registry
from diplotrips.schema.flatten import add_derived, flatten

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diplotrips.schema.dataset import Dataset


def test_documents_that_say_something_else(folder: Path) -> None:
    """Documents that hold to their schema and are of the same trips are found out by the rows that follow from them."""

    def change(documents: list[dict[str, Any]]) -> None:
        documents[0]["trip"]["status"] = "cancelled"
        documents[1]["stops"][1]["id"] = "vu"
        for said in documents[1]["said"]["gazette"]:
            said.pop("seen", None)

    edited(folder, "records.json", change)
    (folder / "datapackage.json").unlink()
    told = read(folder)
    told["files"].pop("datapackage.json")
    (folder / "manifest.json").write_text(json.dumps(told))
    sealed(folder)
    reasons = [reason for file, reason in found(folder) if file == "records.json"]

    row = "row 1 (trip_id one)"
    assert f"status of {row} of trips.parquet is completed, and cancelled follows from the documents" in reasons
    assert "stops.parquet has no row of stop_id two.vu, which follows from the documents" in reasons
    assert "row 4 (stop_id two.ve) of stops.parquet does not follow from the documents" in reasons
    assert any(" of claims.parquet does not follow from the documents" in reason for reason in reasons)


def read(folder: Path) -> dict[str, Any]:
    """Return what the manifest says."""
    told: dict[str, Any] = json.loads((folder / "manifest.json").read_bytes())
    return told


def test_a_table_for_analysis_with_other_rows(folder: Path) -> None:
    """It is made anew of the other tables, if this version of the package made the release."""
    rows = rows_of(folder, "trips_flat")
    rows[1]["n_stops"] += 1
    forged(folder, "trips_flat", rows)

    assert found(folder) == [
        ("trips_flat.parquet", "n_stops of row 2 (trip_id two) of trips_flat.parquet is 3, and 2 follows from the other tables")
    ]
    sealed(folder, package_version="0.0.1")
    assert found(folder) == []


@pytest.fixture
def later(content: Content, dataset: Callable[..., Dataset], folder: Path) -> Content:
    """What the release 1.1.0 is made of, which has a trip more than 1.0.0."""
    stops = [{"id": "na", "dates": "2023-04-17/2023-04-20", "places": ["Windhoek"], "met": [{"person": "jane-roe"}]}, {"id": "ve"}]
    said = {"gazette": [{"days": "~4", "span": "1-20"}, {"about": "na", "places": ["Windhoek"], "seen": "2023-04-18"}]}
    people = [{"id": "jane-roe", "names": [{"name": "J. Røe"}]}]
    made = dataset(trips={name: {"stops": stops, "said": said} for name in ("one", "two", "three")}, people=people)
    tables = add_derived(flatten(made))
    comparison = compare(snapshot_of_folder(folder), snapshot_of_rows(tables, "1.1.0", "1.1.0"))
    tables = {**tables, "changes": change_rows(comparison)}
    documents = [entry.record for entry in made.trips]
    return Content(tables, documents, content.info, date(2026, 11, 23), changes_markdown(comparison))


def faults(home: Path) -> list[tuple[str, str]]:
    """Return file and reason of everything that is wrong with the newest release in *home*."""
    write_catalog(home, catalog_of(home, {}))
    *_, newest, catalog = verify_registry(home)
    assert catalog.damages == ()
    return [(damage.file, damage.reason) for damage in newest.damages]


def test_a_release_that_tells_what_changed(folder: Path, later: Content) -> None:
    """Nothing is found in it."""
    write_release(later, folder.parent / "1.1.0", "1.1.0")

    assert faults(folder.parent) == []


def test_a_release_that_tells_something_else(folder: Path, later: Content) -> None:
    """A change that is not told and one that is made up are found, in the table and in the text, unless another version made it."""
    changes = [row for row in later.tables["changes"] if row["record_id"] != "three"]
    assert len(changes) < len(later.tables["changes"])
    write_release(replace(later, tables={**later.tables, "changes": changes}, changes="# Nothing\n"), folder.parent / "1.1.0", "1.1.0")

    (table, text) = faults(folder.parent)
    assert table[0] == "changes.parquet"
    assert table[1].startswith("it does not tell what changed since 1.0.0, first that trip three is added; ")
    assert text == ("CHANGES.md", "it does not tell what changed since 1.0.0")
    sealed(folder.parent / "1.1.0", package_version="0.0.1")
    assert faults(folder.parent) == []


def test_a_number_that_promises_too_much(folder: Path, later: Content) -> None:
    """A release with a trip that the one before has not is no patch."""
    home = folder.parent
    write_release(later, home / "1.0.1", "1.0.1")
    reasons = [reason for file, reason in faults(home) if file == "manifest.json"]

    assert reasons == ["1.0.1 is a patch release, but trip three is added since 1.0.0, which takes a minor one: 1.1.0"]


def test_the_first_release_has_no_changes(folder: Path, later: Content) -> None:
    """Where no release comes before, none is told of."""
    write_release(later, folder.parent / "first" / "1.1.0", "1.1.0")

    assert faults(folder.parent / "first") == [("changes.parquet", "it tells of changes, and no release comes before 1.1.0")]
