"""Rows of the tables that serve all others: codes of records, ids elsewhere, own variables, countries and code lists."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from diplotrips.schema.codelists import LISTS, code_list
from diplotrips.schema.countries import countries
from diplotrips.schema.flatten.spread import country

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from diplotrips.schema.flatten.spread import Row

_COLUMNS_OF_LISTS = {("territories", "kind"): "territory_kind"}
"""Columns of a code list that are called differently in the table of all lists."""


def codes_rows(record_id: str, kind: str, scheme: str, codes: Iterable[str] | None, *, happened: bool | None = None) -> Iterator[Row]:
    """Return one row a code; a code given twice is one row."""
    for code in dict.fromkeys(codes or ()):
        yield "record_codes", {"record_id": record_id, "record_kind": kind, "scheme": scheme, "code": code, "happened": happened}


def external_id_rows(record_id: str, kind: str, ids: Mapping[str, str] | None) -> Iterator[Row]:
    """Return one row an id in another dataset."""
    for scheme, value in (ids or {}).items():
        yield "external_ids", {"record_id": record_id, "record_kind": kind, "scheme": scheme, "external_id": value}


def extra_rows(record_id: str, kind: str, extra: Mapping[str, str | bool | float] | None, types: Mapping[str, str]) -> Iterator[Row]:
    """Return one row a variable of the project's own; its type is as declared, else as written."""
    for variable, value in (extra or {}).items():
        yield (
            "extras",
            {
                "record_id": record_id,
                "record_kind": kind,
                "variable": variable,
                "value_type": types.get(variable) or _written_type(value),
                "value_text": str(value).lower() if isinstance(value, bool) else str(value),
                "value_number": None if isinstance(value, str | bool) else float(value),
            },
        )


def _written_type(value: str | bool | float) -> str:  # noqa: FBT001  (it is the value, not a switch)
    """Return the code of `variable_types` that fits a value as written."""
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, str):
        return "text"
    return "integer" if isinstance(value, int) else "number"


@cache
def reference_rows() -> tuple[Row, ...]:
    """Return the rows of `countries` and `codelists`, which are the same for every dataset."""
    return (*_country_rows(), *_codelist_rows())


def _country_rows() -> Iterator[Row]:
    """Return one row a country code and period."""
    seen: Counter[str] = Counter()
    for row in countries():
        seen[row.country] += 1
        yield (
            "countries",
            {
                **country("country", row.country),
                "country_iso3": row.iso3,
                "ordinal": seen[row.country],
                "name": row.name,
                "iso_numeric": row.iso_numeric or None,
                "cow": row.cow,
                "gw": row.gw,
                "m49_region": row.m49_region or None,
                "status": row.status,
                "valid_since": row.valid_since,
                "valid_until": row.valid_until,
                "parent": row.parent or None,
            },
        )


def _codelist_rows() -> Iterator[Row]:
    """Return one row a code of each list."""
    for list_name in LISTS:
        for ordinal, code in enumerate(code_list(list_name), start=1):
            said = {_COLUMNS_OF_LISTS.get((list_name, column), column): value or None for column, value in code.extra.items()}
            told = {"code": code.code, "label": code.label, "description": code.description}
            yield "codelists", {"list_name": list_name, "ordinal": ordinal, **told, **said}
