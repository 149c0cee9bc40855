"""What every record is made of: the strict base model, and the ways in which a field can be held to a form.

Each says the same thing twice, to pydantic and to JSON Schema, with keywords that mean the same in draft-07 and 2020-12, so that both
give one verdict on every value. The types themselves are in `fields`, dates in `edtf`, the records in `trip`, `said` and `registers`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Strict, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError, core_schema

from diplotrips.schema.codelists import codes
from diplotrips.schema.countries import country_codes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

Value = TypeVar("Value")


class Record(BaseModel):
    """A strict, frozen record: unknown keys are forbidden and nothing is coerced."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)


@dataclass(frozen=True, slots=True)
class NotNull:
    """Marks a field that may be left out but not be given as null: absent means that no source says so."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        schema = handler(source)
        if schema["type"] != "nullable":
            raise TypeError(source)
        inside: core_schema.CoreSchema = schema["schema"]
        return inside


Opt = Annotated[Value | None, NotNull()]
"""A field that may be left out. `None` in Python, never null in a file."""


Many = Annotated[tuple[Value, ...], Strict(strict=False)]
"""Several values in their order: a list in a file, a tuple in Python (which `strict` alone would refuse to make of a list)."""


@dataclass(frozen=True, slots=True)
class Matches:
    """Text of a fixed form, given by an ASCII pattern that every regular-expression engine reads alike."""

    pattern: str
    what: str
    """What such a text is called in a message."""
    examples: tuple[str, ...]
    whole: bool = True
    """Whether the pattern covers the text from end to end; if not, it is only looked for."""
    longest: int = 200
    """Most code points allowed."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        told: JsonSchemaValue = handler(schema)
        told["pattern"] = f"^(?:{self.pattern})$" if self.whole else self.pattern
        told["maxLength"] = self.longest
        if self.whole:
            # `$` of some engines lets a final line break through; this does not.
            told["not"] = {"pattern": "\\n"}
        if self.examples:
            told["examples"] = list(self.examples)
        return told

    def check(self, text: str) -> str:
        """Return *text* if it has the form; a pydantic error of type `malformed` otherwise."""
        found = re.fullmatch(self.pattern, text) if self.whole else re.search(self.pattern, text)
        if not found or len(text) > self.longest:
            raise PydanticCustomError(
                "malformed", "not {what}", {"what": self.what, "examples": list(self.examples), "longest": self.longest}
            )
        return text


class OneOf:
    """A code of a published list; of several, where a key means another list on another record."""

    def __init__(self, *list_names: str) -> None:
        self.list_names = list_names

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        told: JsonSchemaValue = handler(schema)
        told["enum"] = list(self.known)
        told["x-codelist"] = " ".join(self.list_names)
        return told

    @property
    def known(self) -> tuple[str, ...]:
        """The codes of the lists, in their order."""
        return tuple(code for name in self.list_names for code in (country_codes() if name == "countries" else codes(name)))

    @cached_property
    def _known(self) -> frozenset[str]:
        """The same to look one up in; read from the lists when the first code is checked, since importing the models must stay cheap."""
        return frozenset(self.known)

    def check(self, code: str) -> str:
        """Return *code* if the list has it; a pydantic error of type `code` otherwise."""
        if code not in self._known:
            raise PydanticCustomError("code", "not in the list", {"lists": list(self.list_names)})
        return code


def parsed_text(parse: Callable[[str], object], pattern: str, what: str, examples: Iterable[str]) -> core_schema.CoreSchema:
    """Return the schema of a text of the form *pattern* that *parse* turns into a value, and that is written back as text."""
    form = Matches(pattern, what, tuple(examples))

    def tell(_schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return form.__get_pydantic_json_schema__(core_schema.str_schema(), handler)

    return core_schema.no_info_after_validator_function(
        lambda text: parse(form.check(text)),
        core_schema.str_schema(strict=True),
        serialization=core_schema.to_string_ser_schema(),
        metadata={"pydantic_js_functions": [tell]},
    )


def demand(holds: Callable[[dict[str, object]], bool], *keys: str) -> Any:  # noqa: ANN401  (pydantic gives its decorators no public type)
    """Return a model validator for a rule about several keys at once.

    Args:
        holds: Tells from the record as given whether the rule is kept.
        keys: The keys of which one is needed where it is not.

    The rule is reported beside whatever else is wrong with the record. JSON Schema has to be told the same, in `json_schema_extra`.
    """

    def check(value: object, handler: Callable[[object], Record]) -> Record:
        broken = isinstance(value, dict) and not holds(value)
        try:
            record = handler(value)
        except ValidationError as error:
            if not broken:
                raise
            found = [_again(line) for line in error.errors(include_url=False)]
        else:
            if not broken:
                return record
            found = []
        lack = PydanticCustomError("one_of_keys", "one of these keys is needed", {"keys": list(keys)})
        raise ValidationError.from_exception_data("record", [*found, InitErrorDetails(type=lack, loc=(), input=value)])

    return model_validator(mode="wrap")(check)  # type: ignore[arg-type]  # pydantic takes a function without the class too


def demand_one_of(*keys: str) -> Any:  # noqa: ANN401  (as above)
    """Return a model validator that refuses a record with none of *keys*; say the same to JSON Schema with `one_of_keys`."""
    return demand(lambda record: any(key in record for key in keys), *keys)


def one_of_keys(*keys: str) -> dict[str, Any]:
    """Return the JSON Schema keyword that demands at least one of *keys*."""
    return {"anyOf": [{"required": [key]} for key in keys]}


def _again(line: Any) -> InitErrorDetails:  # noqa: ANN401  (pydantic's own dictionary)
    """Return a reported error in the form in which pydantic takes it back."""
    kind = line["type"]
    if kind in _OWN_TYPES:
        kind = PydanticCustomError(kind, "refused", line.get("ctx"))
    return InitErrorDetails(type=kind, loc=line["loc"], input=line["input"], ctx=line.get("ctx", {}))


_OWN_TYPES = ("malformed", "code", "one_of_keys", "edtf_date", "edtf_interval")
