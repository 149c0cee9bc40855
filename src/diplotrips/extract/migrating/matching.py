"""Where a step acts: keys with points between them from the top of a document; `*` is every item of a list, or every value of a mapping."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.extract.editing.written import Entry, Value
    from diplotrips.schema.tree import JsonValue

EVERY = "*"


def keys_in(path: str) -> list[str]:
    """Return the keys of *path*; none for the top of a document, whose path is empty."""
    return path.split(".") if path else []


def values_at(value: JsonValue, path: str) -> Iterator[JsonValue]:
    """Return what stands at *path* in *value*, each place that there is, in order."""
    found = [value]
    for key in keys_in(path):
        found = [inner for around in found for inner in _inside(around, key)]
    yield from found


def _inside(value: JsonValue, key: str) -> list[JsonValue]:
    if key != EVERY:
        return [value[key]] if isinstance(value, dict) and key in value else []
    if isinstance(value, dict):
        return list(value.values())
    return list(value) if isinstance(value, list) else []


def written_at(value: Value, path: str) -> Iterator[Value]:
    """Return the same as `values_at` in a text that was taken apart."""
    found = [value]
    for key in keys_in(path):
        found = [entry.value for around in found for entry in entries_of(around, key)]
    yield from found


def entries_of(value: Value, key: str) -> list[Entry]:
    """Return the entry of a mapping with that *key*, all entries of a list or mapping for `*`, or nothing."""
    if key == EVERY:
        return list(value.entries or ())
    return [entry for entry in value.entries or () if value.is_mapping and entry.key and entry.key.text == key]
