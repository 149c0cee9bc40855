"""The published JSON Schemas: one reading in every draft, a description everywhere, examples that hold, and files that stay as they are."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

from diplotrips.errors import UnknownNameError, UnwritablePathError
from diplotrips.extract.reading import read_dataset
from diplotrips.schema.codelists import codes
from diplotrips.schema.countries import country_codes
from diplotrips.schema.files import FILES
from diplotrips.schema.published.examples import EXAMPLES, example_text
from diplotrips.schema.published.folder import generate, schema_files
from diplotrips.schema.published.schemas import (
    baseline_schema,
    file_schema,
    mapping_schema,
    published_file_schema,
    published_row_schema,
    report_schema,
)
from diplotrips.schema.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SAME_IN_BOTH_DRAFTS = frozenset(
    (
        "$schema",
        "$id",
        "$ref",
        "title",
        "description",
        "examples",
        "definitions",
        "type",
        "enum",
        "pattern",
        "not",
        "minLength",
        "maxLength",
        "minimum",
        "maximum",
        "items",
        "minItems",
        "maxItems",
        "allOf",
        "anyOf",
        "properties",
        "required",
        "propertyNames",
        "additionalProperties",
    )
)
"""`definitions` is 2020-12's old name for `$defs`, still a place that references reach; `items` is one schema, never a list."""

PUBLISHED = {
    **{name: published_file_schema(name) for name in FILES},
    "report": report_schema(),
    "baseline": baseline_schema(),
    "mapping": mapping_schema(),
    **{f"rows/{name}": published_row_schema(name) for name in TABLES},
}


def parts(schema: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema inside a schema, with its path."""
    yield path, schema
    for word, said in schema.items():
        if word in {"properties", "definitions"}:
            for name, inner in said.items():
                yield from parts(inner, f"{path}/{word}/{name}")
        elif word in {"allOf", "anyOf"}:
            for number, inner in enumerate(said):
                yield from parts(inner, f"{path}/{word}/{number}")
        elif word in {"items", "not", "propertyNames", "additionalProperties"} and isinstance(said, dict):
            yield from parts(said, f"{path}/{word}")


every_schema = pytest.mark.parametrize("name", list(PUBLISHED))


@every_schema
def test_keywords_mean_the_same_in_both_drafts(name: str) -> None:
    """Only words that draft-07 and 2020-12 share are used, none beside a reference, and both metaschemas accept the schema."""
    for path, part in parts(PUBLISHED[name]):
        assert set(part) <= SAME_IN_BOTH_DRAFTS, path
        assert "$ref" not in part or set(part) == {"$ref"}, path
        assert not isinstance(part.get("items", {}), list), path
    Draft7Validator.check_schema(PUBLISHED[name])
    Draft202012Validator.check_schema(PUBLISHED[name])


@every_schema
def test_every_field_is_described(name: str) -> None:
    """Each property of each record, each record and each form and code list has a description; each file and record has a title."""
    for path, part in parts(PUBLISHED[name]):
        if re.search(r"(?:^|/definitions/[^/]+|(?<!anyOf/\d)/properties/[^/]+)$", path):
            assert len(part.get("description", "")) > 1, f"{name} {path}"
        if "properties" in part and "anyOf" not in path:
            assert part.get("title"), f"{name} {path}"


@every_schema
def test_every_example_holds(name: str) -> None:
    """Each example is accepted by the schema that shows it, in both drafts."""
    definitions = PUBLISHED[name].get("definitions", {})
    for path, part in parts(PUBLISHED[name]):
        for draft in (Draft7Validator, Draft202012Validator):
            validator = draft({**part, "definitions": definitions} if "$ref" not in part else part)
            for shown in part.get("examples", ()):
                assert [error.message for error in validator.iter_errors(shown)] == [], f"{name} {path}"


@pytest.mark.parametrize("name", list(FILES))
def test_documents_show_a_whole_example(name: str) -> None:
    """Each kind of file has a whole example, and each of its plain fields a value."""
    schema = PUBLISHED[name]
    plain = {
        f"{path}/{key}": field
        for path, part in parts(schema)
        for key, field in part.get("properties", {}).items()
        if "examples" not in field and "description" in field and not {"items", "additionalProperties"} & set(field)
    }

    assert schema["examples"][0]["schema"] == 1
    assert {path for path, field in plain.items() if not field["allOf"][0]["$ref"].split("/")[-1][0].isupper()} == set()


def test_the_head_of_a_schema() -> None:
    """A schema names its draft and itself by a name that is no address."""
    assert {word: PUBLISHED["trip"][word] for word in ("$schema", "$id", "title", "type")} == {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "urn:diplotrips:schema:1:trip",
        "title": "TripDocument",
        "type": "object",
    }
    assert PUBLISHED["rows/stops"]["$id"] == "urn:diplotrips:schema:1:rows:stops"


def test_a_field_as_published() -> None:
    """A coded field refers to its list, which is written once; the list tells what its codes mean."""
    schema = PUBLISHED["trip"]

    assert schema["definitions"]["Stop"]["properties"]["kind"] == {
        "description": "What kind of stop it is; absent means a visit.",
        "allOf": [{"$ref": "#/definitions/stop_kinds"}],
        "examples": ["visit", "transit"],
    }
    assert schema["definitions"]["stop_kinds"]["enum"] == list(codes("stop_kinds"))
    assert schema["definitions"]["stop_kinds"]["description"].startswith("visit: A stay with a programme of its own; transit: ")
    assert schema["definitions"]["countries"]["enum"] == list(country_codes())
    assert json.dumps(schema).count('"ZWRH"') + json.dumps(schema).count('"RHZW"') == 1


def test_a_key_of_another_form_is_refused() -> None:
    """Keys of a mapping have to be ids or codes, with or without a line break at the end."""
    validator = Draft7Validator(file_schema("trip"))
    document = PUBLISHED["trip"]["examples"][0]
    for key in ("Bad Key", "a\n", "x" * 81):
        (error,) = validator.iter_errors({**document, "said": {key: [{"days": 4}]}})
        assert list(error.path) == ["said"]


def test_an_unknown_name() -> None:
    """A kind of file or a table that is none is answered with one that is near."""
    with pytest.raises(UnknownNameError, match=r"^no kind of file is called trips; did you mean trip"):
        file_schema("trips")
    with pytest.raises(UnknownNameError, match=r"^no table is called trip; did you mean trips"):
        published_row_schema("trip")


def test_the_examples_are_a_dataset(tmp_path: Path) -> None:
    """Read as the files of a dataset, the examples have no fault."""
    folders = {"trip": tmp_path / "authored", "trip_in_full": tmp_path / "authored", "coding": tmp_path / "coded" / "rules-1"}
    for name in EXAMPLES:
        suffix = ".json" if name == "span_hashes" else ".yaml"
        text = json.dumps(PUBLISHED[name]["examples"][0]) if suffix == ".json" else example_text(name)
        folder = folders.get(name, tmp_path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}{suffix}").write_text(text, encoding="utf-8")

    reading = read_dataset(tmp_path)

    assert [str(found) for found in reading.findings] == []
    assert reading.files == len(EXAMPLES)
    assert [entry.record.trip.id for entry in reading.dataset.trips] == ["holm-2024-05-lisbon-rabat", "holm-2025-02-europe"]


def test_the_folder_is_written_once(tmp_path: Path) -> None:
    """All files are written, a second time none; a changed one is written again, a stale schema of ours goes, another file stays."""
    into = tmp_path / "schema"
    written = generate(into)

    assert {path.relative_to(into).as_posix() for path in written} == set(schema_files())
    assert all(path.read_bytes().endswith(b"}\n") for path in written if path.suffix == ".json")
    assert generate(into) == []

    (into / "trip.schema.json").write_text('{"$id": "urn:diplotrips:schema:0:trip"}')
    (into / "rows" / "gone.schema.json").write_text('{"$id": "urn:diplotrips:schema:1:rows:gone"}')
    (into / "README.md").write_text("mine")
    assert generate(into) == [into / "rows" / "gone.schema.json", into / "trip.schema.json"]
    assert (into / "README.md").read_text() == "mine"
    assert not list(into.rglob("*.new"))


def test_files_of_others_stay(tmp_path: Path) -> None:
    """A schema without an id of ours is not stale, wherever it lies."""
    for name in ("other.schema.json", "rows/other.schema.json", "rows/broken.schema.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text('{"$id": "urn:other:schema"}' if "other" in name else "[" * 100_000)
    generate(tmp_path)

    assert (tmp_path / "other.schema.json").exists()
    assert (tmp_path / "rows/other.schema.json").exists()
    assert (tmp_path / "rows/broken.schema.json").exists()


@pytest.mark.parametrize("name", ["trip.schema.json", "countries.json", "dictionary.json", "dictionary.md"])
def test_a_file_of_somebody_else_is_not_overwritten(tmp_path: Path, name: str) -> None:
    """Where one has a name of ours it is told before anything is written."""
    (tmp_path / name).write_text('{"mine": 1}')

    with pytest.raises(UnwritablePathError) as refusal:
        generate(tmp_path)
    assert str(refusal.value) == f"cannot write {tmp_path / name}: another file stands there, which diplotrips did not write"
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """Where a file stands in the way, the path is named."""
    (tmp_path / "schema").write_text("a file")

    with pytest.raises(UnwritablePathError, match=r"cannot write .*baseline\.schema\.json: file exists$"):
        generate(tmp_path / "schema")


def test_the_folder_of_this_repository_is_fresh(root: Path) -> None:
    """What lies in `schema/` is what the models say; `make schema` writes it."""
    files = {path.relative_to(root / "schema").as_posix() for path in (root / "schema").rglob("*.*")}

    assert files == set(schema_files())
    assert {name for name, text in schema_files().items() if (root / "schema" / name).read_text(encoding="utf-8") != text} == set()
