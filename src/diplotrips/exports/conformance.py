"""Whether the JSON files of a release hold to their JSON Schemas, judged by `jsonschema` on the files as written."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from diplotrips.errors import ExportRefusedError
from diplotrips.schema.published.schemas import file_schema, published_row_schema

if TYPE_CHECKING:
    from pathlib import Path


def hold_rows(table_name: str, path: Path) -> None:
    """Read the JSON file of a table back and hold every row to its schema.

    Raises:
        ExportRefusedError: a row does not hold to it.
    """
    _hold(path, _of_rows(table_name), f"a row of {table_name}")


def hold_documents(path: Path) -> None:
    """Read the JSON file of the documents back and hold every one to the schema of trip documents.

    Raises:
        ExportRefusedError: a document does not hold to it.
    """
    _hold(path, _of_documents(), "a document")


@cache
def _of_rows(table_name: str) -> Draft202012Validator:
    """Return what judges the rows of a table; made once."""
    return Draft202012Validator(published_row_schema(table_name))


@cache
def _of_documents() -> Draft202012Validator:
    """Return what judges the documents; made once."""
    return Draft202012Validator(file_schema("trip"))


def _hold(path: Path, validator: Draft202012Validator, what: str) -> None:
    """Hold every entry of the list in *path* to a schema; the first that does not hold is named."""
    for number, value in enumerate(json.loads(path.read_bytes()), start=1):
        if not validator.is_valid(value):
            error = best_match(validator.iter_errors(value))
            where = error.json_path.removeprefix("$.") if error else ""
            reason = error.message if error else ""
            raise ExportRefusedError(f"{what} does not hold to its schema: number {number}, {where}: {reason}")
