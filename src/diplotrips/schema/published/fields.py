"""The values that each field of each record has in example documents, found by walking a schema and a document side by side."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplotrips.schema.published.forms import Schema
    from diplotrips.schema.tree import JsonValue

MOST_VALUES = 3
"""Most different values that are shown of a field."""


def values_by_field(schema: Schema, documents: Sequence[JsonValue]) -> Mapping[tuple[str, str], list[JsonValue]]:
    """Return up to three different values of each field, by the definition (empty for the document itself) and the key."""
    found: dict[tuple[str, str], list[JsonValue]] = defaultdict(list)
    for document in documents:
        for record, key, value in _walk(schema, schema, "", document):
            values = found[record, key]
            if value not in values and len(values) < MOST_VALUES:
                values.append(value)
    return found


def branches(schema: Schema, root: Schema) -> Iterator[tuple[str, Schema]]:
    """Return the schemas, with the name of their definition if they have one, that a value may be held to: references and unions undone."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/definitions/")
        yield from (
            (name if inner is root["definitions"][name] else deeper, inner) for deeper, inner in branches(root["definitions"][name], root)
        )
        return
    inner = [part for word in ("allOf", "anyOf") for part in schema.get(word, ()) if "required" not in part]
    if inner and "properties" not in schema:
        for part in inner:
            yield from branches(part, root)
    else:
        yield "", schema


def records_in(schema: Schema, root: Schema, name: str, value: JsonValue) -> Iterator[tuple[str, dict[str, Any]]]:
    """Return the records in *value*, outermost first, each with the name of its definition; that of *value* itself is *name*."""
    if isinstance(value, dict) and "properties" in schema:
        yield name, value
    for inside, inner_value in _children(schema, value):
        for inner_name, inner in branches(inside, root):
            if _fits(inner, inner_value):
                yield from records_in(inner, root, inner_name, inner_value)


def _walk(schema: Schema, root: Schema, name: str, value: JsonValue) -> Iterator[tuple[str, str, JsonValue]]:
    """Return definition, key and value of every field in *value*."""
    for record, inside in records_in(schema, root, name, value):
        yield from ((record, key, inner) for key, inner in inside.items())


def _children(schema: Schema, value: JsonValue) -> Iterator[tuple[Schema, JsonValue]]:
    """Return the values directly inside *value*, each with its schema."""
    if isinstance(value, list):
        yield from ((schema["items"], item) for item in value)
    elif isinstance(value, dict):
        yield from (
            (schema["properties"][key] if "properties" in schema else schema["additionalProperties"], inner) for key, inner in value.items()
        )


def _fits(schema: Schema, value: JsonValue) -> bool:
    """Tell by its shape whether *value* is meant by *schema*."""
    return schema.get("type") == ("object" if isinstance(value, dict) else "array" if isinstance(value, list) else "")
