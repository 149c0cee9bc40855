"""The models and their JSON Schemas give one verdict: on right records, on records damaged in every way, and on what hypothesis makes up.

Values are those that our reader hands over: JSON without NaN, lone surrogates, and whole numbers written as 3.0.
"""

from __future__ import annotations

import json
import os
from collections import Counter, defaultdict
from functools import cache
from itertools import islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator
from pydantic import BaseModel, ValidationError

from diplotrips.extract.envelopes import MODELS, envelope_of
from diplotrips.extract.notation.files import read_file
from diplotrips.extract.reading import DATE_KEYS
from diplotrips.schema.files import FILES
from diplotrips.schema.published.examples import EXAMPLES, LONG_TRIP, example, examples_of
from diplotrips.schema.published.fields import records_in
from diplotrips.schema.published.forms import rules_of
from diplotrips.schema.published.schemas import file_schema, published_row_schema
from diplotrips.schema.record import Record
from diplotrips.schema.rows import TABLES
from diplotrips.schema.rows.models import row_model

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jsonschema.protocols import Validator

FEWEST_CASES = 5_000
STEP = 1 if os.environ.get("HYPOTHESIS_PROFILE") == "search" else 4
"""One damaged record of so many is judged; a search takes them all."""
DRAFTS = (Draft7Validator, Draft202012Validator)

LONG = tuple(letter * length for letter in ("x", "😀", "0") for length in (80, 81, 200, 201, 5_000, 5_001))
NASTY = (*json.loads(Path(__file__).with_name("nasty_values.json").read_text("utf-8")), *LONG, json.loads("[" * 60 + "]" * 60))
"""Values of every type, right for some field or nearly so: each stands once in every kind of field."""

TEXTS = tuple(value for value in NASTY if isinstance(value, str))
KEYS = ("", "a", "id\n", "Id", "ID", "name ", "schema_version", "x" * 300, "😀", "$ref")


class Verdicts:
    """The cases that were judged, by verdict; model and both drafts have to agree on each."""

    def __init__(self) -> None:
        self.seen: Counter[bool] = Counter()

    def agree(self, model: type[BaseModel], validators: Sequence[Validator], value: Any) -> None:  # noqa: ANN401  (any JSON)
        """Judge *value* by its model and by both drafts."""
        try:
            model.model_validate(value)
            verdict = True
        except ValidationError:
            verdict = False
        said = [validator.is_valid(value) for validator in validators]
        assert said == [verdict, verdict], f"{model.__name__} says {verdict}, the drafts {said} of {json.dumps(value)[:600]}"
        self.seen[verdict] += 1


def validators_of(schema: Mapping[str, Any], definition: str = "") -> tuple[Validator, ...]:
    """Both validators with the stock format checkers, for a whole schema or one of its definitions."""
    part = {"allOf": [{"$ref": f"#/definitions/{definition}"}], "definitions": schema["definitions"]} if definition else schema
    return tuple(draft(part, format_checker=draft.FORMAT_CHECKER) for draft in DRAFTS)


@cache
def definition_of(name: str) -> dict[str, Any]:
    """The schema of a kind of record."""
    return dict(file_schema(records()[name][0])["definitions"][name])


@cache
def record_validators(name: str) -> tuple[Validator, ...]:
    """Both validators for a kind of record."""
    return validators_of(file_schema(records()[name][0]), name)


@cache
def records() -> Mapping[str, tuple[str, type[Record], list[dict[str, Any]]]]:
    """Every kind of record inside a file, with the file, its model and its example records."""
    models = {model.__name__: model for model in _subclasses(Record) if model.__module__.startswith("diplotrips.schema")}
    found: dict[str, tuple[str, type[Record], list[dict[str, Any]]]] = {}
    for file_name in FILES:
        for name, values in _by_name(file_schema(file_name), examples_of(file_name)).items():
            found.setdefault(name, (file_name, models[name], values))
    return found


def _by_name(schema: dict[str, Any], documents: Sequence[Any]) -> dict[str, list[dict[str, Any]]]:
    """The records in *documents* by their definition; not the documents themselves."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for document in documents:
        for name, value in records_in(schema, schema, "", document):
            if name:
                found[name].append(value)
    return found


def _subclasses(model: type[Record]) -> Iterator[type[Record]]:
    for inner in model.__subclasses__():
        yield inner
        yield from _subclasses(inner)


def damaged(value: Any) -> Iterator[object]:  # noqa: ANN401  (any JSON)
    """Copies of *value*, each with one thing wrong or at least odd, at every depth of its lists and mappings."""
    if isinstance(value, str):
        yield from (
            f"{value}\n",
            f"{value} ",
            f" {value}",
            value.upper(),
            value.title(),
            value[:-1],
            value[1:],
            value * 2,
            value + "😀",
            value.replace("-", "–"),
        )
    elif isinstance(value, list):
        yield from (
            [*value, *value],
            value[1:],
            value[::-1],
            [*value, None],
            [*value, value],
            {str(index): item for index, item in enumerate(value)},
        )
        for index, item in enumerate(value):
            yield from ([*value[:index], inner, *value[index + 1 :]] for inner in damaged(item))
    elif isinstance(value, dict):
        yield from _damaged_mapping(value)


def _damaged_mapping(value: dict[str, Any]) -> Iterator[object]:
    yield list(value.items())
    yield from ({**value, key: "a"} for key in KEYS)
    for key, inside in value.items():
        rest = {name: inner for name, inner in value.items() if name != key}
        yield rest
        yield from ({**rest, renamed: inside} for renamed in (f"{key}\n", key.upper(), f"{key}s", f" {key}", key.replace("_", "-")))
        yield from ({**value, key: inner} for inner in damaged(inside))


def test_every_field_has_a_right_value() -> None:
    """The example records have every field of every kind of record, so that the damage reaches all of them."""
    unseen = {
        (name, key)
        for name, (_, _, values) in records().items()
        for key in set(definition_of(name)["properties"]) - {key for value in values for key in value}
    }
    kinds = {name for file_name in FILES for name in file_schema(file_name)["definitions"] if not name.islower()}

    assert unseen == set()
    assert set(records()) == kinds


def test_damaged_records() -> None:
    """At least 5,000 records and files, right and damaged in every way, get one verdict each; neither verdict is rare."""
    verdicts = Verdicts()
    seen: set[str] = set()
    for name, (_, model, values) in records().items():
        for value in (*values, *islice(_nasty_records(name, seen), 0, None, STEP)):
            verdicts.agree(model, record_validators(name), value)
    for name in EXAMPLES:
        file_name = "trip" if name == LONG_TRIP else name
        validators, bent = validators_of(file_schema(file_name)), list(damaged(example(name)))
        for value in (example(name), *Random(7).sample(bent, min(60, len(bent))), *NASTY[::9]):
            verdicts.agree(FILES[file_name], validators, value)

    assert sum(verdicts.seen.values()) >= FEWEST_CASES
    assert min(verdicts.seen[True], verdicts.seen[False]) >= FEWEST_CASES / 10


def _nasty_records(name: str, seen: set[str]) -> Iterator[object]:
    """Records with the keys that they need and a nasty field; every nasty value for a kind of field that is not in *seen*."""
    definition = definition_of(name)
    values = records()[name][2]
    least = {key: next(value[key] for value in values if key in value) for key in definition.get("required", ())}
    for number, (key, told) in enumerate(definition["properties"].items()):
        right = next(value[key] for value in values if key in value)
        is_new = rules_of(told) not in seen
        seen.add(rules_of(told))
        for nasty in NASTY if is_new else NASTY[number % 12 :: 12]:
            yield {**least, key: nasty}
            if isinstance(right, list):
                yield {**least, key: [*right[:1], nasty]}
            elif isinstance(right, dict) and isinstance(nasty, str):
                yield {**least, key: {nasty: "a"}}
        for bent in list(damaged({key: right}))[0 if is_new else number % 6 :: 1 if is_new else 6]:
            yield {**least, **bent} if isinstance(bent, dict) else bent


def test_the_real_records(root: Path) -> None:
    """Our own records hold to model and schema."""
    verdicts = Verdicts()
    paths = [path for path in sorted((root / "extract").rglob("*.*")) if path.suffix in {".yaml", ".json"}]
    for path in paths:
        name = path.stem if path.stem in FILES else "coding" if {"coded", "parsed"} & set(path.parts) else "trip"
        verdicts.agree(FILES[name], validators_of(file_schema(name)), read_file(path, path.name, date_keys=DATE_KEYS).value)

    assert verdicts.seen == {True: len(paths)}


@pytest.mark.parametrize("name", [name for name in FILES if name in MODELS])
def test_reading_takes_what_the_schema_takes(name: str) -> None:
    """Reading holds the mapping and the entries of a register one by one, with the verdict of the whole."""
    right = example(name)
    assert isinstance(right, dict)
    changes: list[dict[str, Any]] = [{}, {"schema": 2}, {"a": 1}, {name: None}, {name: [{}]}, {name: {}}]
    for value in (*({**right, **change} for change in changes), {"schema": 1}, {name: right[name]}):
        apart = _accepted(envelope_of(name), value) and all(_accepted(MODELS[name], entry) for entry in _entries(value[name]))
        assert apart == _accepted(FILES[name], value)


def _entries(inside: object) -> list[object]:
    return inside if isinstance(inside, list) else [inside]


def _accepted(model: type[BaseModel], value: object) -> bool:
    try:
        model.model_validate(value)
    except ValidationError:
        return False
    return True


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False).filter(lambda number: not number.is_integer())
)
STRINGS = (
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
    | st.text("0123456789X-/.,[]?~% \nabQ", max_size=24)
    | st.sampled_from(TEXTS)
)
VALUES = st.recursive(
    SCALARS | STRINGS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(STRINGS, inner, max_size=3), max_leaves=6
)


@settings(max_examples=300)
@given(data=st.data())
def test_whatever_hypothesis_makes_up(data: st.DataObject) -> None:
    """Right records of every kind with made-up values and keys in some of their places."""
    name = data.draw(st.sampled_from(sorted(records())))
    value = dict(data.draw(st.sampled_from(records()[name][2])))
    fields = sorted(definition_of(name)["properties"])
    value |= data.draw(st.dictionaries(st.sampled_from(fields) | STRINGS, VALUES | st.lists(STRINGS, max_size=2), min_size=1, max_size=2))
    Verdicts().agree(records()[name][1], record_validators(name), value)


def _row(table_name: str) -> dict[str, Any]:
    """A right row of a table, with no column null that could have a value."""
    rights = {
        "string": ("a", "AB", "ABC", "DT201", "1.0.0", "0" * 64, "2023-04-17", "1-2", "https://a"),
        "int32": (1,),
        "double": (0.5,),
        "bool": (True,),
        "date32": ("2023-04-17",),
    }
    schema = published_row_schema(table_name)["properties"]
    return {
        column.name: next(value for value in (*rights[column.type], *TEXTS) if Draft7Validator(schema[column.name]).is_valid(value))
        for column in TABLES[table_name].columns
    }


@pytest.mark.parametrize("table_name", list(TABLES))
def test_rows(table_name: str) -> None:
    """Each column of each table with every nasty value, and rows with a column too many or too few."""
    verdicts, model, right = Verdicts(), row_model(table_name), _row(table_name)
    validators = tuple(draft(published_row_schema(table_name), format_checker=draft.FORMAT_CHECKER) for draft in DRAFTS)
    verdicts.agree(model, validators, right)
    assert verdicts.seen[True] == 1
    for number, key in enumerate(right):
        for nasty in NASTY[number % 12 :: 12]:
            verdicts.agree(model, validators, {**right, key: nasty})
        verdicts.agree(model, validators, {name: value for name, value in right.items() if name != key})
        verdicts.agree(model, validators, {**right, f"{key}\n": right[key]})
