"""What pydantic and JSON Schema see of a value that is written as text and read by a parser of ours.

pydantic's core is imported only when a model is built, so that dates alone cost nothing to import. The parsers live in
`diplotrips.schema.dates.edtf`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from diplotrips.schema.dates.patterns import LINE_FEED_PATTERN
from diplotrips.schema.dates.reasons import EdtfError

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic_core import CoreSchema

Value = TypeVar("Value")


def text_schema(pattern: str, examples: list[str]) -> dict[str, Any]:
    """Give the JSON Schema of a text of this form: keywords that mean the same in draft-07 and 2020-12."""
    return {"type": "string", "pattern": pattern, "not": {"pattern": LINE_FEED_PATTERN}, "examples": [*examples]}


def read_as_text(kind: type[Value], parse: Callable[[str], Value], error_type: str) -> CoreSchema:
    """Give the schema with which pydantic reads a text (or takes a value of *kind* as it is), and writes the text.

    Strict whatever the model says: nothing but text is read. A text that is refused is an error of type *error_type*, whose message is the
    parser's and whose context has `value` and `reason`.
    """
    from pydantic_core import PydanticCustomError, core_schema  # noqa: PLC0415 (only models need it)

    def read(value: object, read_text: Callable[[object], str]) -> Value:
        if isinstance(value, kind):
            return value
        text = read_text(value)
        try:
            return parse(text)
        except EdtfError as error:
            raise PydanticCustomError(error_type, "{message}", {"message": str(error), "value": text, "reason": error.reason}) from None

    return core_schema.no_info_wrap_validator_function(
        read,
        core_schema.str_schema(strict=True),
        serialization=core_schema.to_string_ser_schema(when_used="always"),
    )
