"""What a record itself holds of a field, as canonical texts that a value adopted by a decision can be compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.schema.claims import ONE_EACH, text_of
from diplotrips.schema.dates.edtf import EdtfInterval

if TYPE_CHECKING:
    from diplotrips.schema.dataset import Dataset


def held_texts(dataset: Dataset, record_id: str, field: str) -> tuple[str, ...] | None:
    """Return the texts of the value that a record holds, then of each item of a list.

    Nothing in it where the record has no value there; None if no record of its kind holds such a field, or there is no such record.
    """
    item = next(iter(dataset.by_id.get(record_id, ())), None)
    if item is None:
        return None
    record = item.record
    if field in {"first_day", "last_day"} and "dates" in type(record).model_fields:
        dates = getattr(record, "dates", None)
        end = (dates.first if field == "first_day" else dates.last) if isinstance(dates, EdtfInterval) else None
        return (str(end),) if end else ()
    if field not in type(record).model_fields:
        return None
    value = getattr(record, field)
    if value is None and item.kind == "stop" and field == "status":
        value = getattr(dataset.by_id[item.trip][0].record, field)
    items = tuple(str(getattr(one, "name", one)) for one in value) if isinstance(value, tuple) and field in ONE_EACH else ()
    return () if value is None else (text_of(field, value), *items)
