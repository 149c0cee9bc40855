"""How a JSON Schema of pydantic becomes one that editors of today and yesterday and every validator read the same way.

Only keywords that mean the same in draft-07 and 2020-12 are left, no reference has a neighbour, and whatever many fields share (forms,
code lists) is defined once. Nothing here changes which values are right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from diplotrips.schema.codelists import code_list
from diplotrips.schema.countries import country_codes
from diplotrips.schema.published.forms import ANNOTATIONS, Schema, form_of, forms

if TYPE_CHECKING:
    from collections.abc import Iterable

COUNTRIES: Final = "countries"

KEYWORDS: Final = (
    "$schema",
    "$id",
    "$ref",
    "title",
    "description",
    "type",
    "enum",
    "pattern",
    "not",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "items",
    "minItems",
    "maxItems",
    "allOf",
    "anyOf",
    "properties",
    "required",
    "propertyNames",
    "additionalProperties",
    "examples",
    "definitions",
)
"""Every keyword that a published schema may use, in the order in which they are written."""

_OF_SCHEMAS: Final = ("properties", "definitions", "patternProperties")
"""Keywords with a mapping of names to schemas."""

_LISTS: Final = ("anyOf", "allOf", "oneOf")
_SINGLE: Final = ("items", "additionalProperties", "propertyNames", "not")


def settled(schema: Schema, *, is_field: bool = False) -> Schema:
    """Return *schema* without what drafts or editors read differently.

    Args:
        schema: A JSON Schema as pydantic writes it, or a part of it.
        is_field: Whether it describes a field, which needs no title.

    Unions are told as `anyOf`, since no value fits two of their branches; keys of a mapping are all held to the form of a key; codes and
    forms become references to `definitions`, which `definitions_for` writes.
    """
    told = {word: said for word, said in schema.items() if word not in {"default", "discriminator"}}
    if is_field:
        told.pop("title", None)
    reference = _reference(told)
    if reference:
        return _referring({word: told[word] for word in ("title", "description") if word in told}, reference)
    if "oneOf" in told:
        told["anyOf"] = told.pop("oneOf")
    if "patternProperties" in told:
        told = _mapping(told)
    return _ordered({word: _inner(word, said) for word, said in told.items()})


def definitions_for(schema: Schema) -> Schema:
    """Return the definitions of the forms and code lists that *schema* refers to, by name."""
    names = {reference.removeprefix("#/definitions/") for reference in references(schema)}
    return {name: _of_form(forms()[name]) if name in forms() else _of_codes(name) for name in names if name.islower()}


def references(schema: object) -> Iterable[str]:
    """Return every reference in *schema*, in the order in which they stand."""
    if isinstance(schema, dict):
        for word, said in schema.items():
            if word == "$ref" and isinstance(said, str):
                yield said
            else:
                yield from references(said)
    elif isinstance(schema, list):
        for inner in schema:
            yield from references(inner)


def _reference(told: Schema) -> Schema:
    """Return the reference that says the same as *told*, or nothing if there is none."""
    if "$ref" in told:
        return {"$ref": told["$ref"]}
    if "x-codelist" in told:
        lists = [{"$ref": f"#/definitions/{name}"} for name in told["x-codelist"].split()]
        return lists[0] if len(lists) == 1 else {"anyOf": lists}
    form = form_of(told)
    return {"$ref": f"#/definitions/{form}"} if form else {}


def _ordered(told: Schema) -> Schema:
    """Return *told* with its keywords in the order of `KEYWORDS`, of which each has to be one."""
    return {word: told[word] for word in sorted(told, key=KEYWORDS.index)}


def _referring(annotations: Schema, reference: Schema) -> Schema:
    """Return *reference* with annotations; draft-07 ignores whatever stands beside a reference."""
    if not annotations:
        return reference
    return {**annotations, **(reference if "anyOf" in reference else {"allOf": [reference]})}


def _mapping(told: Schema) -> Schema:
    """Return a mapping with one form of keys: pydantic lets keys of other forms pass here, which the model refuses."""
    ((pattern, inside),) = told.pop("patternProperties").items()
    keys = {"type": "string", **told.get("propertyNames", {}), "pattern": pattern}
    return {**told, "propertyNames": keys, "additionalProperties": inside}


def _inner(word: str, said: Any) -> Any:  # noqa: ANN401  (whatever a keyword says)
    """Return what a keyword says with the schemas inside it settled."""
    if word in _OF_SCHEMAS:
        return {name: settled(inside, is_field=word == "properties") for name, inside in said.items()}
    if word in _LISTS:
        return [settled(inside, is_field=True) for inside in said]
    return settled(said, is_field=True) if word in _SINGLE and isinstance(said, dict) else said


def _of_form(form: Schema) -> Schema:
    """Return the definition of a form: its rules, then examples of all its branches."""
    told = {word: said for word, said in form.items() if word not in ANNOTATIONS}
    branches = told.pop("oneOf", ())
    shown = [example for part in (form, *branches) for example in part.get("examples", ())]
    if branches:
        told["anyOf"] = [{word: said for word, said in branch.items() if word != "examples"} for branch in branches]
    return _ordered({"description": form["description"], **told, **({"examples": shown} if shown else {})})


def _of_codes(list_name: str) -> Schema:
    """Return the definition of a code list; of a short one the meanings are told with it."""
    if list_name == COUNTRIES:
        return {"description": "ISO 3166-1 code of a country; see countries.json.", "type": "string", "enum": list(country_codes())}
    meanings = "; ".join(f"{code.code}: {code.description.rstrip('.')}" for code in code_list(list_name))
    return {"description": f"{meanings}.", "type": "string", "enum": [code.code for code in code_list(list_name)]}
