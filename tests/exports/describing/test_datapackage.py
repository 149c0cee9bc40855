"""`datapackage.json`: what it says, and that frictionless, the reference reader, accepts what is right and refuses what is not."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from diplotrips.exports.arrow import arrow_table
from diplotrips.exports.deposit.csv import write_csv
from diplotrips.exports.describing.datapackage import DATAPACKAGE, descriptor, descriptor_bytes
from diplotrips.exports.json import write_json
from diplotrips.exports.manifest import FileEntry, file_entry
from diplotrips.exports.parquet import write_parquet
from diplotrips.exports.stored import versions
from diplotrips.schema.info import Creator
from diplotrips.schema.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from diplotrips.exports.release import Content
    from diplotrips.schema.info import DatasetInfo

Rows: TypeAlias = "list[dict[str, Any]]"
Written: TypeAlias = "Callable[[Mapping[str, Rows]], dict[str, Any]]"

EXPORTS = Path(__file__).parents[3] / "exports"
DESCRIBED = [version for version in versions(EXPORTS)[-1:] if (EXPORTS / version / DATAPACKAGE).exists()]


@pytest.fixture
def info(content: Content) -> DatasetInfo:
    """What the small dataset is."""
    return content.info


@pytest.fixture
def written(info: DatasetInfo, tmp_path: Path) -> Written:
    """A function that writes tables in all three forms with their descriptor, and returns that."""

    def write(tables: Mapping[str, Rows]) -> dict[str, Any]:
        files: dict[str, FileEntry] = {}
        for name, rows in tables.items():
            paths = [tmp_path / f"{name}.{ending}" for ending in ("parquet", "json", "csv")]
            write_parquet(arrow_table(name, rows), paths[0])
            write_json(rows, paths[1])
            write_csv(TABLES[name].names, rows, paths[2])
            files |= {path.name: file_entry(path, len(rows)) for path in paths}
        told = descriptor(info, files)
        (tmp_path / DATAPACKAGE).write_bytes(descriptor_bytes(told))
        return told

    return write


def validated(folder: Path) -> dict[str, list[tuple[str, str]]]:
    """Return the type of each error that `frictionless validate` finds, with its column or note, by the name of the resource."""
    command = [sys.executable, "-m", "frictionless", "validate", DATAPACKAGE, "--json"]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    report = json.loads(ran.stdout)
    assert (ran.returncode == 0) is report["valid"]
    found = {task["name"]: [(error["type"], error.get("fieldName", "")) for error in task["errors"]] for task in report["tasks"]}
    assert not report["errors"]
    return {name: errors for name, errors in found.items() if errors}


def validated_without_keys(told: dict[str, Any], folder: Path) -> dict[str, list[tuple[str, str]]]:
    """Return the same of a descriptor that does not say where keys lead."""
    for resource in told["resources"]:
        resource["schema"].pop("foreignKeys", None)
    (folder / DATAPACKAGE).write_bytes(descriptor_bytes(told))
    return validated(folder)


def test_what_is_said_of_the_dataset(info: DatasetInfo) -> None:
    """Title, makers, licence and version are those of the dataset; a build has neither version nor day."""
    creators = (Creator(name="Doe, Jane", orcid="0000-0002-1825-0097", affiliation="Some body"), *info.creators)
    told = descriptor(info.model_copy(update={"creators": creators, "url": "https://example.org/"}), {}, "1.0.0", "2026-11-22")

    assert told == {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "made-up",
        "title": "Made-up trips",
        "description": "Trips for tests.",
        "version": "1.0.0",
        "created": "2026-11-22T00:00:00Z",
        "homepage": "https://example.org/",
        "licenses": [{"name": "CC0-1.0"}],
        "contributors": [
            {"title": "Doe, Jane", "roles": ["creator"], "path": "https://orcid.org/0000-0002-1825-0097", "organization": "Some body"},
            {"title": "Nobody", "roles": ["creator"]},
        ],
        "schema_version": 1,
        "reference_date": "2026-11-22",
        "resources": [],
    }
    assert descriptor(info, {}).keys().isdisjoint({"version", "created", "homepage"})


def test_what_is_said_of_a_file(info: DatasetInfo) -> None:
    """Form, hash and rows are those of the file; what frictionless cannot count, or read as a table, is left out."""
    files = {f"stops.{ending}": FileEntry("ab" * 32, 1_000, 4) for ending in ("parquet", "json", "csv")}
    resources = {told["path"]: told for told in descriptor(info, files | {"trips.json": FileEntry("cd" * 32, 3, 0)})["resources"]}

    assert {name: told["name"] for name, told in resources.items()} == {
        "stops.parquet": "stops",
        "trips.json": "trips-json",
        "stops.json": "stops-json",
        "stops.csv": "stops-csv",
    }
    assert {name: (told.get("type"), told.get("bytes"), told["rows"]) for name, told in resources.items()} == {
        "stops.parquet": ("table", None, 4),
        "trips.json": (None, 3, 0),
        "stops.json": ("table", None, 4),
        "stops.csv": ("table", 1_000, 4),
    }
    assert {told["hash"] for name, told in resources.items() if name.startswith("stops")} == {f"sha256:{'ab' * 32}"}
    assert (resources["stops.parquet"]["format"], resources["stops.parquet"]["mediatype"]) == ("parquet", "application/vnd.apache.parquet")


def test_what_is_said_of_a_column(info: DatasetInfo) -> None:
    """Type, description, unit, code list, form and whether null is a value are those of the declaration; lists of codes are open."""
    files = {f"{name}.parquet": FileEntry("ab" * 32, 1_000, 4) for name in TABLES}
    schemas = {told["name"]: told["schema"] for told in descriptor(info, files)["resources"]}
    fields = {(name, part["name"]): part for name, schema in schemas.items() for part in schema["fields"]}

    assert fields["stops", "kind"] == {
        "name": "kind",
        "type": "string",
        "description": "What kind of stop it is; `visit` where the record says nothing else.",
        "constraints": {"required": True, "pattern": "([a-z0-9]+(-[a-z0-9]+)*)"},
        "codelist": "stop_kinds",
    }
    assert fields["trips", "n_stops"]["unit"] == "stops"
    assert (fields["stops", "position"]["missingValues"], fields["stops", "position"].get("constraints")) == (["", "nan"], None)
    assert not [part for part in fields.values() if "enum" in part.get("constraints", {}) or not part["description"]]
    assert {part["type"] for part in fields.values()} == {"string", "integer", "number", "boolean", "date"}


def test_where_keys_lead(info: DatasetInfo) -> None:
    """A column of one table's keys is a foreign key among the files of its form; one of several tables' says so beside it."""
    files = {f"{name}.{ending}": FileEntry("ab" * 32, 9, 4) for name in ("trips", "stops", "claims") for ending in ("parquet", "json")}
    schemas = {told["name"]: told["schema"] for told in descriptor(info, files)["resources"]}

    assert schemas["stops"]["primaryKey"] == ["stop_id"]
    assert schemas["stops"]["foreignKeys"] == [
        {"fields": ["trip_id"], "reference": {"resource": "trips", "fields": ["trip_id"]}},
        {"fields": ["during_stop_id"], "reference": {"resource": "stops", "fields": ["stop_id"]}},
    ]
    assert schemas["stops-json"]["foreignKeys"][0]["reference"] == {"resource": "trips-json", "fields": ["trip_id"]}
    (record,) = (part for part in schemas["claims"]["fields"] if part["name"] == "record_id")
    assert record["refers_to"][:2] == ["trips", "stops"]
    assert not [key for key in schemas["claims"]["foreignKeys"] if key["fields"] == ["record_id"]]


def test_nothing_leads_to_a_list_that_is_no_table(info: DatasetInfo) -> None:
    """A JSON file without rows is a file to frictionless, so no foreign key leads there; Parquet without rows is a table."""
    files = {
        f"{name}.{ending}": FileEntry("ab" * 32, 9, int(name == "stops")) for name in ("trips", "stops") for ending in ("parquet", "json")
    }
    keys = {told["name"]: [key["fields"] for key in told["schema"].get("foreignKeys", [])] for told in descriptor(info, files)["resources"]}

    assert (keys["stops"], keys["stops-json"]) == ([["trip_id"], ["during_stop_id"]], [["during_stop_id"]])


def test_patterns_are_those_of_xml_schema(info: DatasetInfo) -> None:
    """They cover the whole text without anchors and have no groups that only some engines know, and match what the declared ones do."""
    files = {f"{name}.parquet": FileEntry("ab" * 32, 9, 1) for name in TABLES}
    parts = [part for told in descriptor(info, files)["resources"] for part in told["schema"]["fields"]]
    patterns = {part["constraints"]["pattern"] for part in parts if "pattern" in part.get("constraints", {})}
    declared = {column.pattern for table in TABLES.values() for column in table.columns if column.pattern}

    assert len(patterns) == len(declared) > 10
    assert not [pattern for pattern in patterns if re.search(r"\(\?|\^|\$", pattern)]


def test_frictionless_reads_nasty_tables(written: Written, nasty_rows: Callable[[str], Rows], tmp_path: Path) -> None:
    """Every form of every table is read and holds to its columns, whatever nasty things stand in it; only the keys lead nowhere."""
    told = written({name: nasty_rows(name) for name in TABLES})

    assert len(told["resources"]) == 3 * len(TABLES)
    assert validated_without_keys(told, tmp_path) == {}


def test_frictionless_reads_empty_tables(written: Written, tmp_path: Path) -> None:
    """So is a release in which no table has a row."""
    assert validated_without_keys(written({name: [] for name in TABLES}), tmp_path) == {}


@pytest.mark.parametrize("version", DESCRIBED)
def test_frictionless_reads_the_newest_release(version: str) -> None:
    """The newest release is accepted as it is committed, keys between its tables and the hash of its documents included."""
    assert validated(EXPORTS / version) == {}


def test_frictionless_refuses_what_is_damaged(written: Written, content: Content, tmp_path: Path) -> None:
    """A cell of another type, a key that two rows share, one that leads nowhere, a lost row, and files with another hash are found."""
    rows = {name: [dict(row) for row in content.tables[name]] for name in ("trips", "stops", "meetings", "people")}
    (tmp_path / "records.json").write_text("[]\n")
    told = written(rows)
    documents = descriptor(content.info, {"records.json": FileEntry("0" * 64, 3, 0)})["resources"]
    (tmp_path / DATAPACKAGE).write_bytes(descriptor_bytes({**told, "resources": [*told["resources"], *documents]}))
    rows["trips"][0]["n_stops"] = "many"
    rows["stops"][1]["stop_id"] = rows["stops"][0]["stop_id"]
    rows["meetings"][0]["stop_id"] = "nowhere"
    for name, wrong in rows.items():
        write_json(wrong[: 1 if name == "people" else None], tmp_path / f"{name}.json")
    (tmp_path / "trips.csv").write_bytes((tmp_path / "trips.csv").read_bytes().replace(b"completed", b"cancelled"))
    rows["stops"][1]["first_day_precision"] = "An Hour"
    write_parquet(arrow_table("stops", rows["stops"]), tmp_path / "stops.parquet")

    found = validated(tmp_path)
    assert found["trips-json"] == [("type-error", "n_stops")]
    assert ("primary-key", "") in found["stops-json"]
    assert ("foreign-key", "") in found["meetings-json"]
    assert found["people-json"] == [("row-count", "")]
    assert found["trips-csv"] == found["records"] == [("hash-count", "")]
    assert ("constraint-error", "first_day_precision") in found["stops"]
    assert ("primary-key", "") in found["stops"]
