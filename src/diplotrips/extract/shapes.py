"""What the models say about one spot of a document: which record stands around it, and what may stand there.

Found by following pydantic's `loc` through the annotations of the models. Sentences about it are in `wording`.
"""

from __future__ import annotations

import types
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated, Final, TypeAlias, Union, get_args, get_origin

from pydantic import Tag

from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval
from diplotrips.schema.fields import Count, Span
from diplotrips.schema.record import Record
from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic.fields import FieldInfo

Path: TypeAlias = tuple[str | int, ...]
"""Keys and indexes from a document to one of its values."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One spot of a document as its model sees it."""

    path: Path
    """Keys and indexes that lead there, without the branches of unions that pydantic names between them."""

    kind: object
    """Annotation of whatever may stand there."""

    model: type[Record] | None
    """Model of the record that stands there, or that the key at the end of `path` is or would be a key of."""

    required: bool = False
    """Whether the key at the end of `path` has to be there."""

    is_key: bool = False
    """Whether the key itself is meant, not its value."""


_WANTED: Final[dict[object, str]] = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "a text",
    EdtfDate: "a date such as 2023-04-17",
    EdtfInterval: "a date or from-to such as 2023-04-17/2023-04-20",
    Span: "a span such as 739-932",
    Count: "a count such as 4, ~4 or 3..5",
}

_TEXTS: Final = (str, EdtfDate, EdtfInterval, Span)

_NOUNS: Final = {
    "Cited": "cited report",
    "Coverage": "coverage entry",
    "DatasetInfo": "dataset",
    "StopPlace": "place",
    "PersonName": "name",
}


def follow(model: type[Record], loc: Path) -> Spot:
    """Return the spot of a document of *model* that pydantic's *loc* means."""
    spot = Spot((), model, model)
    kind: object = model
    for step in loc:
        bare = bare_kind(kind)
        if isinstance(bare, type) and issubclass(bare, Record):
            field = keys_of(bare).get(str(step))
            kind = field.annotation if field else object
            spot = Spot((*spot.path, step), kind, bare, required=bool(field and field.is_required()))
        elif get_origin(bare) is (tuple if isinstance(step, int) else dict):
            kind = get_args(bare)[0 if isinstance(step, int) else 1]
            spot = Spot((*spot.path, step), kind, None)
        elif step == "[key]":
            return Spot(spot.path, kind, None, is_key=True)
        else:
            kind = next((branch for branch in branches_of(bare) if Tag(str(step)) in getattr(branch, "__metadata__", ())), object)
    bare = bare_kind(kind)
    if isinstance(bare, type) and issubclass(bare, Record) and bare is not spot.model:
        return Spot(spot.path, spot.kind, bare, required=spot.required)
    return spot


def bare_kind(kind: object) -> object:
    """Return *kind* without annotations and without the None that stands for an absent key."""
    while True:
        branches = branches_of(kind)
        if get_origin(kind) is Annotated:
            kind = get_args(kind)[0]
        elif len(branches) == 1:
            kind = branches[0]
        else:
            return kind


def branches_of(kind: object) -> tuple[object, ...]:
    """Return what a union may be, None left out; nothing if *kind* is no union."""
    is_union = get_origin(kind) in {Union, types.UnionType}
    return tuple(branch for branch in get_args(kind) if branch is not type(None)) if is_union else ()


@cache
def keys_of(model: type[Record]) -> dict[str, FieldInfo]:
    """Return the keys of a record as they are written, in the order of the model."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def noun_of(model: type[Record]) -> str:
    """Return what one record of *model* is called in a sentence, such as `claim line`."""
    name = model.__name__
    return _NOUNS.get(name) or "".join(f" {char.lower()}" if char.isupper() else char for char in name).strip()


def wanted(kind: object) -> str:
    """Return in users' words what may stand where *kind* is."""
    bare = bare_kind(kind)
    told = list(dict.fromkeys(wanted(branch) for branch in branches_of(bare)))
    if told:
        return listed(told, "or")
    if get_origin(bare) is tuple:
        return "a list"
    if isinstance(bare, type) and issubclass(bare, Record):
        return f"a mapping with keys such as {' and '.join(list(keys_of(bare))[:2])}"
    return _WANTED.get(bare, "a mapping")


def takes_text(kind: object) -> bool:
    """Tell whether a text may stand where *kind* is; of counts, which may be numbers too, not."""
    bare = bare_kind(kind)
    return bare in _TEXTS or any(takes_text(branch) for branch in branches_of(bare))


def item_kind(kind: object) -> object:
    """Return what the items of a list may be; `object` if *kind* is no list."""
    bare = bare_kind(kind)
    return get_args(bare)[0] if get_origin(bare) is tuple else object


@cache
def models_in(model: type[Record]) -> tuple[type[Record], ...]:
    """Return *model* and every model of a record inside it, each once."""
    seen: dict[type[Record], None] = {}
    waiting: list[object] = [model]
    while waiting:
        bare = bare_kind(waiting.pop(0))
        if not (isinstance(bare, type) and issubclass(bare, Record)):
            waiting.extend(argument for argument in get_args(bare) if argument is not Ellipsis)
        elif bare not in seen:
            seen[bare] = None
            waiting.extend(field.annotation for field in bare.model_fields.values())
    return tuple(seen)


def keys_of_dates(models: Iterable[type[Record]]) -> frozenset[str]:
    """Return every key in *models*, and in the records inside them, whose value is a date or from-to."""
    return frozenset(
        key
        for model in models
        for inner in models_in(model)
        for key, field in keys_of(inner).items()
        if bare_kind(field.annotation) in {EdtfDate, EdtfInterval}
    )
