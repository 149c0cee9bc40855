"""JSON Schemas of the released tables, with keywords that mean the same in draft-07 and 2020-12.

Code lists are open in releases: a code has a form, not an enumeration, so that a reader of today accepts the codes of tomorrow. How
pydantic says the same is in `models`.
"""

from __future__ import annotations

from typing import Any

from diplotrips.schema.rows.columns import Column, Type
from diplotrips.schema.rows.models import DAY_PATTERN, INT32_LIMIT
from diplotrips.schema.rows.tables import TABLES, column_descriptions, table_description

Schema = dict[str, Any]


def row_json_schema(table_name: str) -> Schema:
    """Return the schema of one row of the table: every column is there, and no other."""
    table, texts = TABLES[table_name], column_descriptions(table_name)
    return {
        "title": table_name,
        "description": table_description(table_name),
        "type": "object",
        "additionalProperties": False,
        "required": list(table.names),
        "properties": {column.name: _property(column, texts[column.name]) for column in table.columns},
    }


def _property(column: Column, description: str) -> Schema:
    """Return the schema of one column; a keyword about texts or numbers says nothing of null."""
    plain, rules = _RULES[column.type]
    said: Schema = {"description": description, "type": [plain, "null"] if column.nullable else plain, **rules}
    if column.pattern:
        # `$` of some engines lets a final line break through; `not` does not. Null is no text, so `not` has to leave it alone.
        said |= {"pattern": f"^(?:{column.pattern})$", "not": {"type": "string", "pattern": "\\n"}}
    if column.unit:
        said["x-unit"] = column.unit
    if column.codelist:
        said["x-codelist"] = column.codelist
    if column.refers:
        said["x-refers"] = list(column.refers)
    return said


_RULES: dict[Type, tuple[str, Schema]] = {
    Type.STRING: ("string", {"minLength": 1}),
    Type.INT32: ("integer", {"minimum": -INT32_LIMIT, "maximum": INT32_LIMIT - 1}),
    Type.DOUBLE: ("number", {}),
    Type.BOOL: ("boolean", {}),
    Type.DAY: ("string", {"pattern": f"^(?:{DAY_PATTERN})$", "not": {"type": "string", "pattern": "\\n"}}),
}
