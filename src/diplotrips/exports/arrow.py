"""Arrow tables of the released rows, with declared types and the description and unit of every column in the metadata.

What a column is stands in `diplotrips.schema.rows`; files are written in `parquet` and `json`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pyarrow as pa

from diplotrips.schema.rows import TABLES
from diplotrips.schema.rows.columns import Type
from diplotrips.schema.rows.tables import column_descriptions, table_description

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diplotrips.schema.rows.columns import Column

_TYPES = {
    Type.STRING: pa.string(),
    Type.INT32: pa.int32(),
    Type.DOUBLE: pa.float64(),
    Type.BOOL: pa.bool_(),
    Type.DAY: pa.date32(),
}


@cache
def arrow_schema(table_name: str) -> pa.Schema:
    """Return the declared schema of a table.

    Metadata of the table: `description`, and `key` with the names of the key columns. Of a column: `description`, and where there is one
    `unit`, `codelist` and `refers` (tables of which one has the value as its key). No version, so that equal tables are equal files.
    """
    table, texts = TABLES[table_name], column_descriptions(table_name)
    fields = [
        pa.field(column.name, _TYPES[column.type], nullable=column.nullable, metadata=_metadata(column, texts[column.name]))
        for column in table.columns
    ]
    return pa.schema(fields, metadata={"description": table_description(table_name), "key": " ".join(table.key)})


def arrow_table(table_name: str, rows: Sequence[Mapping[str, object]]) -> pa.Table:
    """Return *rows* as an Arrow table of the declared schema, in their order.

    Raises:
        pyarrow.ArrowInvalid: a value is not of the type of its column.
    """
    schema = arrow_schema(table_name)
    columns = [pa.array([row[field.name] for row in rows], type=field.type) for field in schema]
    return pa.Table.from_arrays(columns, schema=schema)


def text_in(metadata: Mapping[bytes, bytes] | None, word: str) -> str:
    """Return what the metadata of Arrow say under *word*; empty where they say nothing."""
    return (metadata or {}).get(word.encode(), b"").decode("utf-8", "replace")


def _metadata(column: Column, description: str) -> dict[str, str]:
    """Return what Arrow keeps about a column; nothing empty."""
    said = {"description": description, "unit": column.unit, "codelist": column.codelist, "refers": " ".join(column.refers)}
    return {key: value for key, value in said.items() if value}
