"""JSON files of a release, one row or document a line.

They are held to their schemas in `conformance`; the reader of JSON records is `diplotrips.extract.notation.json`.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from diplotrips.schema.fields import Count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from diplotrips.schema.document import TripDocument


def json_lines(values: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """Return each of *values* as JSON on one line, keys in their order, days as `YYYY-MM-DD`, null present."""
    return (json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_day) for value in values)


def write_json(values: Iterable[Mapping[str, object]], path: Path) -> None:
    """Write *values* as one JSON list in UTF-8 with a line each, so that two versions can be compared line by line.

    Raises:
        OSError: the file cannot be written.
    """
    lines = ",\n".join(json_lines(values))
    path.write_bytes(f"[\n{lines}\n]\n".encode() if lines else b"[]\n")


def document_values(documents: Iterable[TripDocument]) -> list[dict[str, Any]]:
    """Return the trip documents as authored, as JSON has them, sorted by the id of their trip; what is absent stays absent."""
    values: list[dict[str, Any]] = [_plain(document) for document in documents]
    return sorted(values, key=lambda value: str(value["trip"]["id"]))


def _plain(value: object) -> Any:  # noqa: ANN401  (whatever JSON can be)
    """Return a value of a document as JSON has it: dates, spans and uncertain counts as their text."""
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        return {field.alias or name: _plain(getattr(value, name)) for name, field in fields.items() if name in value.model_fields_set}
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Count) and str(value) == str(value.least):
        return value.least
    return value if isinstance(value, str | int | float) else str(value)


def _day(value: object) -> str:
    """Return a day as JSON has it.

    Raises:
        TypeError: the value is none of what rows hold.
    """
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(value)
