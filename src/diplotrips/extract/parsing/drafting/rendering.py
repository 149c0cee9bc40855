"""A draft as JSON has it, and as text: keys in a fixed order, one claim line or short record a line, so that two drafts can be compared."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel

from diplotrips.schema.coding import CodedQuote
from diplotrips.schema.fields import Count
from diplotrips.schema.said import ClaimLine, Provenance

if TYPE_CHECKING:
    from diplotrips.schema.coding import CodingFile
    from diplotrips.schema.record import Record
    from diplotrips.schema.tree import JsonValue

_BEHIND: Final = tuple(name for name in Provenance.model_fields if name not in {"about", "span", "sha256", "note"})
_CLAIMED: Final = tuple(name for name in ClaimLine.model_fields if name not in Provenance.model_fields)
_NAMES_OF_LINE: Final = ("about", *_CLAIMED, *_BEHIND, "span", "sha256", "note")


def plain(record: Record) -> dict[str, Any]:
    """Return *record* as JSON has it, without what is absent or empty; a claim line begins with its fields and ends with its passage."""
    names = _names_of(record)
    values = {type(record).model_fields[name].alias or name: _plain(getattr(record, name)) for name in names}
    return {key: value for key, value in values.items() if value not in (None, (), []) or key == "trips"}


def render_draft(draft: CodingFile) -> str:
    """Return the text of the file of *draft*, which ends with a line end; the same draft always gives the same."""
    return _written(plain(draft), 0) + "\n"


def _names_of(record: Record) -> tuple[str, ...]:
    """Return the fields of *record* in the order in which they are written."""
    if isinstance(record, ClaimLine):
        return _NAMES_OF_LINE
    names = tuple(type(record).model_fields)
    return tuple(dict.fromkeys(("person", "speaker", *names))) if isinstance(record, CodedQuote) else names


def _plain(value: object) -> Any:  # noqa: ANN401  (whatever JSON can be)
    if isinstance(value, BaseModel):
        return plain(value)  # type: ignore[arg-type]  # every model here is a Record
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in sorted(value.items())}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Count) and str(value) == str(value.least):
        return value.least
    if isinstance(value, float) and value.is_integer():
        return int(value)  # our reader takes a whole number only if it is written as one
    return value if value is None or isinstance(value, str | int | float) else str(value)


def _written(value: JsonValue, indent: int) -> str:
    """Return *value* on one line unless it has records in it, then with an item or key a line."""
    if not isinstance(value, dict | list) or not _holds_records(value):
        return _line(value)
    inner = "\n" + " " * (indent + 1)
    if isinstance(value, dict):
        items = [f"{_line(key)}: {_written(item, indent + 1)}" for key, item in value.items()]
        return f"{{{inner}{f',{inner}'.join(items)}\n{' ' * indent}}}"
    return f"[{inner}{f',{inner}'.join(_written(item, indent + 1) for item in value)}\n{' ' * indent}]"


def _holds_records(value: JsonValue) -> bool:
    """Tell whether there are mappings in *value*, at any depth."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(isinstance(item, dict) or _holds_records(item) for item in inside)


def _line(value: JsonValue) -> str:
    return json.dumps(value, ensure_ascii=False)
