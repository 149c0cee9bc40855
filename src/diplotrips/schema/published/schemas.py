"""The JSON Schemas of the files of records, of the released rows and of the report of a check, as they are published.

A schema can be used in both ways: as draft-07, which every YAML editor knows, and as 2020-12. How the parts are written is in
`definitions`; the rows are told by `diplotrips.schema.rows`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from diplotrips.errors import UnknownNameError
from diplotrips.schema.baseline import Baseline
from diplotrips.schema.diff import DiffReport
from diplotrips.schema.files import FILES
from diplotrips.schema.mapping import ImportMapping
from diplotrips.schema.published.definitions import definitions_for, settled
from diplotrips.schema.published.examples import examples_of
from diplotrips.schema.published.fields import values_by_field
from diplotrips.schema.report import CheckReport
from diplotrips.schema.rows import TABLES
from diplotrips.schema.rows.jsonschema import row_json_schema
from diplotrips.schema.version import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diplotrips.schema.published.forms import Schema
    from diplotrips.schema.record import Record
    from diplotrips.schema.tree import JsonValue

DRAFT: Final = "http://json-schema.org/draft-07/schema#"
"""What editors understand; newer ones and every validator read the same in it."""

SCHEMA_ID: Final = "urn:diplotrips:schema:"
"""How the id of every schema of ours begins."""

SHORT_ENOUGH: Final = 120
"""Most characters, written as JSON, of a value that is shown as the example of a field."""


def file_schema(file_name: str) -> Schema:
    """Return the schema of a kind of file (one of `FILES`), without examples; a value that holds to it holds to the model, and no other.

    Raises:
        UnknownNameError: there is no such kind of file.
    """
    if file_name not in FILES:
        raise UnknownNameError("kind of file", file_name, tuple(FILES))
    return _model_schema(file_name, FILES[file_name])


def report_schema() -> Schema:
    """Return the schema of the report that `diplotrips check --format json` writes."""
    return _model_schema("report", CheckReport)


def baseline_schema() -> Schema:
    """Return the schema of the file that `diplotrips check --baseline` reads."""
    return _model_schema("baseline", Baseline)


def mapping_schema() -> Schema:
    """Return the schema of the file that `diplotrips import --map` reads."""
    return _model_schema("mapping", ImportMapping)


def diff_schema() -> Schema:
    """Return the schema of the report that `diplotrips diff --format json` writes."""
    return _model_schema("diff", DiffReport)


def published_file_schema(file_name: str) -> Schema:
    """Return the same with examples: whole documents, and values of every field.

    Raises:
        UnknownNameError: there is no such kind of file.
    """
    schema = file_schema(file_name)
    shown = _values_shown(file_name, schema)
    for record, model in {"": schema, **schema["definitions"]}.items():
        for key, field in model.get("properties", {}).items():
            short = [value for value in shown.get((record, key), ()) if len(json.dumps(value)) <= SHORT_ENOUGH]
            if short:
                field["examples"] = short
    definitions = schema.pop("definitions")
    return {**schema, "examples": list(examples_of(file_name)), "definitions": definitions}


def _values_shown(file_name: str, schema: Schema) -> Mapping[tuple[str, str], list[JsonValue]]:
    """Return example values of each field; of a record that a trip document has too, those of trip documents where there are no others."""
    of_trips = {
        (record, key): values for (record, key), values in values_by_field(file_schema("trip"), examples_of("trip")).items() if record
    }
    return {**of_trips, **values_by_field(schema, examples_of(file_name))}


def published_row_schema(table_name: str) -> Schema:
    """Return the schema of one row of a released table; units, code lists and references are in the dictionary.

    Raises:
        UnknownNameError: there is no such table.
    """
    if table_name not in TABLES:
        raise UnknownNameError("table", table_name, tuple(TABLES))
    told = row_json_schema(table_name)
    properties = {name: _without_marks(column) for name, column in told["properties"].items()}
    return {**_head(f"rows:{table_name}"), **told, "properties": properties}


def _model_schema(name: str, model: type[Record]) -> Schema:
    """Return the schema of *model* and of all records inside it."""
    told = model.model_json_schema(ref_template="#/definitions/{model}")
    models = {inner: settled(schema) for inner, schema in told.pop("$defs", {}).items()}
    body = settled(told)
    definitions = {**models, **definitions_for({"definitions": models, **body})}
    return {**_head(name), **body, "definitions": dict(sorted(definitions.items()))}


def _head(name: str) -> Schema:
    """Return what every schema begins with; the id is a name and no address."""
    return {"$schema": DRAFT, "$id": f"{SCHEMA_ID}{SCHEMA_VERSION}:{name}"}


def _without_marks(column: Schema) -> Schema:
    """Return the schema of a column without the keywords that only we know, which strict validators refuse."""
    return {word: said for word, said in column.items() if not word.startswith("x-")}
