"""pydantic models of released rows: strict, frozen, every column there even where it is null, unknown columns forbidden.

Made from the declared tables when asked for. They take a row as JSON has it (days as `YYYY-MM-DD`) or as `flatten` gives it (days as
`datetime.date`), and agree with `jsonschema` on every value that JSON can hold but an integer written 3.0.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, create_model
from pydantic_core import PydanticCustomError

from diplotrips.schema.rows.columns import Type
from diplotrips.schema.rows.tables import TABLES, column_descriptions, table_description

if TYPE_CHECKING:
    from diplotrips.schema.rows.columns import Column

DAY_PATTERN = (
    "(?:(?:[0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)-"
    "(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
    "|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29)"
)
"""What a day looks like in JSON; days that the calendar does not have are refused."""

INT32_LIMIT = 2**31


class Row(BaseModel):
    """A row of a released table."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


@cache
def row_model(table_name: str) -> type[Row]:
    """Return the model of one row of the table."""
    table, texts = TABLES[table_name], column_descriptions(table_name)
    # pydantic wants each field as a pair of type and default.
    fields: Any = {column.name: (_annotation(column), Field(description=texts[column.name])) for column in table.columns}
    name = "".join(word.capitalize() for word in table_name.split("_"))
    return create_model(f"{name}Row", __base__=Row, __doc__=table_description(table_name), **fields)


def _annotation(column: Column) -> object:
    """Return the strict type of *column*."""
    plain: Any = {
        Type.STRING: Annotated[str, BeforeValidator(_form(column.pattern)), Field(min_length=1)],
        Type.INT32: Annotated[int, Field(ge=-INT32_LIMIT, lt=INT32_LIMIT)],
        Type.DOUBLE: Annotated[float, Field(allow_inf_nan=False)],
        Type.BOOL: bool,
        Type.DAY: Annotated[date, BeforeValidator(_day)],
    }[column.type]
    return plain | None if column.nullable else plain


def _form(pattern: str) -> Any:  # noqa: ANN401  (pydantic's validators are of any type)
    """Return a validator that refuses texts that *pattern* does not cover from end to end."""
    form = re.compile(pattern)

    def check(value: object) -> object:
        if pattern and isinstance(value, str) and not form.fullmatch(value):
            raise PydanticCustomError("malformed", "not of the form {pattern}", {"pattern": pattern})
        return value

    return check


def _day(value: object) -> object:
    """Return the day that a JSON text means; a moment is no day."""
    if isinstance(value, str) and re.fullmatch(DAY_PATTERN, value):
        return date.fromisoformat(value)
    if isinstance(value, str | datetime):
        raise PydanticCustomError("day", "not a day as YYYY-MM-DD")
    return value
