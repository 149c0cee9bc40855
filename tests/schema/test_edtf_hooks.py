"""Dates in pydantic models and in JSON Schema."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft7Validator, Draft202012Validator
from pydantic import BaseModel, TypeAdapter, ValidationError

from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval

KINDS: list[type[EdtfDate | EdtfInterval]] = [EdtfDate, EdtfInterval]
ADAPTERS = {kind: TypeAdapter[Any](kind) for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_json_schema_is_valid_and_so_are_its_examples(kind: type[EdtfDate | EdtfInterval]) -> None:
    """The schema is one in both drafts, the same for reading and writing, and its examples are read."""
    schema = ADAPTERS[kind].json_schema()
    Draft7Validator.check_schema(schema)
    Draft202012Validator.check_schema(schema)

    assert ADAPTERS[kind].json_schema(mode="serialization") == schema
    assert [str(kind.parse(example)) for example in schema["examples"]] == schema["examples"]


class Stay(BaseModel, strict=True, frozen=True):
    """A model as the records have them."""

    dates: EdtfInterval | None = None
    seen: EdtfDate | None = None


def test_a_model_reads_and_writes_texts() -> None:
    """Text goes in, values are held, text comes out; a value may be given to a model made in Python."""
    stay = Stay.model_validate_json('{"dates": "2023-04-17/", "seen": "2023-04-19"}')

    assert stay == Stay(dates=EdtfInterval.parse("2023-04-17/"), seen=EdtfDate.parse("2023-04-19"))
    assert stay.model_dump() == {"dates": "2023-04-17/", "seen": "2023-04-19"}
    assert Stay().model_dump_json() == '{"dates":null,"seen":null}'


def test_an_error_in_a_model_is_ours() -> None:
    """The type of the error tells that it is about a date, and its message is the parser's; braces in it do no harm."""
    with pytest.raises(ValidationError) as raised:
        Stay.model_validate_json('{"dates": "{2023}", "seen": "2023-02-30"}')

    assert [(error["type"], error["loc"], error["msg"]) for error in raised.value.errors()] == [
        ("edtf_interval", ("dates",), "{2023} is not a date or from-to: write a year, month or day such as 2023, 2023-04 or 2023-04-17"),
        ("edtf_date", ("seen",), "2023-02-30 is not a date: February 2023 has 28 days"),
    ]


@pytest.mark.parametrize("value", [2023, 2023.0, True, ["2023"], date(2023, 4, 17), b"2023"])
def test_nothing_but_text_is_read(value: object) -> None:
    """A number or a day of Python is not taken for a date."""
    with pytest.raises(ValidationError) as raised:
        ADAPTERS[EdtfDate].validate_python(value)

    assert [error["type"] for error in raised.value.errors()] == ["string_type"]


def test_importing_dates_imports_no_pydantic() -> None:
    """Reading dates costs neither pydantic nor anything else heavy at start-up."""
    script = (
        "import sys, diplotrips.schema.dates.relations; print({'pydantic', 'pydantic_core', 'pyarrow', 'jsonschema'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert run.stdout == "set()\n"
