"""The codebook, `docs/records.md`: how to write a record, then every field, form and code with its meaning and an example.

The hand-written part is the template `records.md` beside this module, in which comments such as `<!-- generated: fields -->` mark what is
put in. Everything that is put in comes from the JSON Schemas, the code lists and the example records.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from diplotrips.schema.codelists import LISTS
from diplotrips.schema.files import FILES
from diplotrips.schema.published.definitions import COUNTRIES, references
from diplotrips.schema.published.dictionary import codes_table
from diplotrips.schema.published.examples import example_text, examples_of, flow
from diplotrips.schema.published.fields import values_by_field
from diplotrips.schema.published.forms import forms
from diplotrips.schema.published.markdown import table
from diplotrips.schema.published.schemas import file_schema
from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diplotrips.schema.published.forms import Schema
    from diplotrips.schema.tree import JsonValue

    Values = Mapping[tuple[str, str], list[JsonValue]]
    """Example values by record and key."""

LONGEST_EXAMPLE = 120
"""Most characters of an example in a table."""

_NAMES = {"interval": "from–to", "url": "web address", "sha256": "SHA-256", "orcid": "ORCID", "wikidata_id": "Wikidata id"}
"""Forms that are called otherwise in a sentence than among the definitions."""

_MARK = re.compile(r"<!-- (generated|example): ([a-z_]+) -->")


def render_codebook() -> str:
    """Return the text of `docs/records.md`."""
    template = (files("diplotrips.schema.published") / "records.md").read_text(encoding="utf-8")
    made = {"fields": _render_records, "forms": _render_forms, "codes": _render_codes}
    return _MARK.sub(lambda mark: made[mark[2]]() if mark[1] == "generated" else f"```yaml\n{example_text(mark[2])}```", template)


def written(schema: Schema) -> str:
    """Return in words what is written for a value that *schema* describes, with links to the sections of records, forms and code lists."""
    if "$ref" in schema:
        return _linked(schema["$ref"].removeprefix("#/definitions/"))
    branches = schema.get("allOf") or schema.get("anyOf")
    if branches:
        words = dict.fromkeys(written(branch) for branch in branches)
        return " or ".join(word for word in words if word != "whole number" or "number" not in words)
    if schema.get("type") == "array":
        fewest = schema.get("minItems", 0)
        inside = written(schema["items"])
        return f"list of {f'({inside})' if ' or ' in inside else inside}" + (f", at least {fewest}" if fewest else "")
    if schema.get("type") == "object":
        return f"mapping from {written(schema['propertyNames'])} to {written(schema['additionalProperties'])}"
    return {"integer": "whole number", "number": "number", "boolean": "true/false", "string": "text"}[schema["type"]]


@cache
def _sections() -> Mapping[str, tuple[Schema, Values]]:
    """Return each kind of record, in the order in which a reader meets them, with its schema and the example values of its file."""
    found: dict[str, tuple[Schema, Values]] = {}
    for file_name in FILES:
        schema = file_schema(file_name)
        values = values_by_field(schema, examples_of(file_name))
        body = {word: said for word, said in schema.items() if word != "definitions"}
        found[schema["title"]] = (body, {(schema["title"], key): shown for (record, key), shown in values.items() if not record})
        for name in _reached(body, schema["definitions"]):
            found.setdefault(name, (schema["definitions"][name], values))
    return found


def _reached(schema: Schema, definitions: Mapping[str, Schema]) -> Iterator[str]:
    """Return the kinds of record that *schema* refers to, each followed by those inside it."""
    for reference in references(schema):
        name = reference.removeprefix("#/definitions/")
        if not name.islower():
            yield name
            yield from _reached(definitions[name], definitions)


def _render_records() -> str:
    """Return the sections of all kinds of record."""
    return "\n\n".join(_render_record(name, schema, values) for name, (schema, values) in _sections().items())


def _render_record(name: str, schema: Schema, values: Values) -> str:
    """Return the section of one kind of record: what it is, where it stands, and its fields."""
    needed = schema.get("required", ())
    rows = [
        (f"`{key}`", "yes" if key in needed else "", told["description"], written(told), _example(values.get((name, key), [])))
        for key, told in schema["properties"].items()
    ]
    parts = [f"{_anchor(name)}### {_title(name)}", schema["description"], _standing(name), _one_of(schema)]
    return "\n\n".join([*(part for part in parts if part), table(("Field", "Needed", "Meaning", "What is written", "Example"), rows)])


def _standing(name: str) -> str:
    """Return the sentence that says in which fields of which records this kind stands."""
    places = [
        f"`{key}` of the [{_title(outer).lower()}](#{outer.lower()})"
        for outer, (schema, _) in _sections().items()
        for key, told in schema["properties"].items()
        if f"#/definitions/{name}" in references(told)
    ]
    return f"Stands in {listed(places, 'and')}." if places else ""


def _one_of(schema: Schema) -> str:
    """Return the sentence that names the keys of which a record needs one, if it does."""
    keys = [f"`{branch['required'][0]}`" for branch in schema.get("anyOf", ()) if list(branch) == ["required"]]
    return f"At least one of {listed(keys, 'and')} is needed." if len(keys) > 1 else ""


def _example(values: list[JsonValue]) -> str:
    """Return the shortest example, if it is short enough for a table."""
    shortest = min((flow(value) for value in values), key=len, default="")
    return f"`{shortest}`" if 0 < len(shortest) <= LONGEST_EXAMPLE else ""


def _render_forms() -> str:
    """Return the table of the forms of values."""
    return table(
        ("Form", "What it is"), [(f'<a id="form-{name}"></a>{_plain(name)}', told["description"]) for name, told in forms().items()]
    )


def _render_codes() -> str:
    """Return a section for each code list that a record uses, in the order of the lists."""
    used = {reference.removeprefix("#/definitions/") for name in FILES for reference in references(file_schema(name))}
    return "\n\n".join(f'<a id="codes-{name}"></a>\n\n### `{name}`\n\n{codes_table(name)}' for name in LISTS if name in used)


def _linked(name: str) -> str:
    """Return a definition by its name in words, with a link to where it is told."""
    if not name.islower():
        return f"[{_title(name).lower()}](#{name.lower()})"
    if name in forms():
        return f"[{_plain(name)}](#form-{name})"
    return "[country code](#countries)" if name == COUNTRIES else f"code of [`{name}`](#codes-{name})"


def _title(name: str) -> str:
    """Return the name of a model in words."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", name).capitalize()


def _plain(name: str) -> str:
    """Return the name of a form in words."""
    return _NAMES.get(name, name.replace("_", " "))


def _anchor(name: str) -> str:
    """Return the target of links to a kind of record."""
    return f'<a id="{name.lower()}"></a>\n\n'
