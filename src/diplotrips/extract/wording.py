"""Our own sentences for what pydantic refuses, by the type of its error; its wording changes, ours is read by people.

Where an error stands and to which record it belongs is told in `messages`.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

from diplotrips.extract.notation.parsed import described, shown
from diplotrips.extract.shapes import item_kind, keys_of, models_in, noun_of, takes_text, wanted
from diplotrips.schema.codelists import codes, fold, nearest
from diplotrips.schema.countries import country_codes, nearest_country
from diplotrips.schema.fields import ID_PATTERN
from diplotrips.schema.version import SCHEMA_VERSION
from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from diplotrips.extract.shapes import Path, Spot
    from diplotrips.schema.record import Record
    from diplotrips.schema.tree import JsonValue

UNKNOWN_KEY: Final = "DT005"
MISSING_KEY: Final = "DT006"
WRONG_TYPE: Final = "DT007"
NOT_IN_LIST: Final = "DT008"
NOT_A_DATE: Final = "DT009"
MALFORMED: Final = "DT010"

_MOST_LISTED: Final = 12
"""So many keys or codes are told in a sentence where none is near."""

_NEAR_KEY: Final = 0.7
"""Least similarity of a key that is named as the one meant."""

_SLIP: Final = 0.81
"""Least similarity to a key of this record at which a key of another record is taken for a slip of the pen."""

_YES_NO: Final = {"yes": "true", "on": "true", "true": "true", "y": "true", "no": "false", "off": "false", "false": "false", "n": "false"}


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing that a model refuses: what pydantic tells of it, and the value."""

    kind: str
    """Type of pydantic's error."""

    spot: Spot
    value: JsonValue
    """What stands at the spot (or the key, if that is meant); of a missing key None."""

    context: Mapping[str, object]
    root: type[Record]
    """Model of the whole document or register entry."""

    text: str | None = None
    """Source text of an unquoted scalar."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is told of a refusal."""

    code: str
    message: str
    fix: str = ""
    """The nearest known key, code or id."""


def word(refusal: Refusal) -> Sentence:
    """Return code, sentence and nearest word for *refusal*; an error type that is not known to us is called a wrong type."""
    return _SENTENCES.get(refusal.kind, _wrong_type)(refusal)


def name_of(path: Path, root: type[Record]) -> str:
    """Return what the value at *path* is called in a sentence: its key, `item 2 of places`, or `this stop`."""
    if not path:
        return f"this {noun_of(root)}"
    last = path[-1]
    return shown(last) or "the empty key" if isinstance(last, str) else f"item {last + 1} of {name_of(path[:-1], root)}"


def _unknown_key(refusal: Refusal) -> Sentence:
    key, model = str(refusal.spot.path[-1]), refusal.spot.model or refusal.root
    others = [other for other in models_in(refusal.root) if key in keys_of(other)]
    near = nearest(key, keys_of(model), _SLIP if others else _NEAR_KEY)
    told = f"{name_of((key,), model)} is no key of {_one(model)}"
    if near:
        return Sentence(UNKNOWN_KEY, f"{told}; did you mean {near}?", near)
    if others:
        return Sentence(UNKNOWN_KEY, f"{told}, but of {_one(others[0])}")
    return Sentence(UNKNOWN_KEY, told + _if_few("its keys are", list(keys_of(model))))


def _missing_key(refusal: Refusal) -> Sentence:
    model = refusal.spot.model or refusal.root
    return Sentence(MISSING_KEY, f"this {noun_of(model)} needs {refusal.spot.path[-1]}, which is missing")


def _missing_keys(refusal: Refusal) -> Sentence:
    noun, keys = noun_of(refusal.spot.model or refusal.root), keys_told(refusal)
    if len(keys) == 1:
        return Sentence(MISSING_KEY, f"this {noun} needs {keys[0]}, which is missing")
    none = "neither" if len(keys) == len("ab") else "none of them"
    return Sentence(MISSING_KEY, f"this {noun} needs {listed(keys, 'or')}, and has {none}")


def _wrong_type(refusal: Refusal) -> Sentence:
    spot, value = refusal.spot, refusal.value
    name = name_of(spot.path, refusal.root)
    if value is None:
        return Sentence(WRONG_TYPE, f"{name} is empty; {_instead_of_nothing(spot)}")
    told, text = f"{name} is {_kind_and_value(value)}", refusal.text or described(value)
    if isinstance(value, bool | int | float) and takes_text(spot.kind):
        return Sentence(WRONG_TYPE, f'{told}; write "{text}" if it is text')
    asked = wanted(spot.kind)
    if isinstance(value, str):
        if asked in {"a whole number", "a number"} and re.fullmatch("-?[0-9]{1,15}", value):
            return Sentence(WRONG_TYPE, f"{told}; write {value} without quotes", value)
        if asked == "true or false" and value.lower() in _YES_NO:
            meant = _YES_NO[value.lower()]
            return Sentence(WRONG_TYPE, f"{told}; write {meant}" + (" without quotes" if meant == value else ""), meant)
        if asked == "a list" and takes_text(item_kind(spot.kind)) and re.fullmatch(r"\w[\w -]{0,40}", value):
            return Sentence(WRONG_TYPE, f"{told}; it has to be a list such as [{value}]")
    return Sentence(WRONG_TYPE, f"{told}; it has to be {asked}")


def _instead_of_nothing(spot: Spot) -> str:
    if not spot.path or spot.required:
        return "give it a value"
    return "take it out or give it a value" if isinstance(spot.path[-1], int) else "leave the key out or give it a value"


def _code(refusal: Refusal) -> Sentence:
    lists = [str(name) for name in _many(refusal.context.get("lists"))]
    value = str(refusal.value)
    known = list(chain.from_iterable(country_codes() if name == "countries" else codes(name) for name in lists))
    near = nearest_country(value) if lists == ["countries"] else nearest(value, known)
    told = f"{_written(value)} is not in the list {' or '.join(lists)}"
    if near:
        return Sentence(NOT_IN_LIST, f"{told}; did you mean {near}?", near)
    return Sentence(NOT_IN_LIST, told + _if_few("it has", known))


def _date(refusal: Refusal) -> Sentence:
    return Sentence(NOT_A_DATE, str(refusal.context.get("message", "")))


def _malformed(refusal: Refusal) -> Sentence:
    value, what = str(refusal.value), str(refusal.context.get("what", ""))
    longest = refusal.context.get("longest")
    if not value.strip(" \t\r\n"):
        name = "this key" if refusal.spot.is_key else name_of(refusal.spot.path, refusal.root)
        return Sentence(MALFORMED, f"{name} is an empty text; {_instead_of_nothing(refusal.spot)}")
    if isinstance(longest, int) and len(value) > longest:
        return Sentence(MALFORMED, f"{_written(value)} is {len(value)} characters long; {longest} at most can be kept")
    told, examples = f"{_written(value)} is not {what}", _many(refusal.context.get("examples"))
    slug = fold(value).replace(" ", "-")
    if what.startswith("an id") and slug.isascii() and re.fullmatch(ID_PATTERN, slug):
        return Sentence(MALFORMED, f"{told}; did you mean {slug}?", slug)
    return Sentence(MALFORMED, told if "such as" in what or not examples else f"{told}, such as {examples[0]}")


def _too_short(refusal: Refusal) -> Sentence:
    value, least = refusal.value, refusal.context.get("min_length")
    size = len(value) if isinstance(value, list) else 0
    has = "is an empty list" if size == 0 else f"is a list of {size}"
    return Sentence(MALFORMED, f"{name_of(refusal.spot.path, refusal.root)} {has}; it needs {least} or more")


def _out_of_range(refusal: Refusal) -> Sentence:
    name = name_of(refusal.spot.path, refusal.root)
    if refusal.spot.path[-1:] == ("schema",):
        return other_version(refusal.value, SCHEMA_VERSION)
    least, most = refusal.context.get("ge"), refusal.context.get("le")
    limit = f"{most:g} or less" if isinstance(most, int | float) else f"{least} or more"
    return Sentence(MALFORMED, f"{name} is {described(refusal.value)}; it has to be {limit}")


def other_version(version: JsonValue, known: int) -> Sentence:
    """Return what to say of a document of another *version* of the record format than the one that is *known*."""
    if isinstance(version, int) and 0 < version < known:
        return Sentence(MALFORMED, f"schema is {version}, and {known} is read now; diplotrips migrate takes the document there", str(known))
    told = f"schema is {described(version)}; the version of the record format that can be read is {known}"
    return Sentence(MALFORMED, told, str(known))


_SENTENCES: Final[dict[str, Callable[[Refusal], Sentence]]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing_key,
    "one_of_keys": _missing_keys,
    "code": _code,
    "edtf_date": _date,
    "edtf_interval": _date,
    "malformed": _malformed,
    "too_short": _too_short,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
}
"""By the type of pydantic's error; all others say that the value is of another type than wanted."""


def keys_told(refusal: Refusal) -> list[str]:
    """Return the keys that are missing, or of which one is."""
    if refusal.kind == "missing":
        return [str(refusal.spot.path[-1])]
    return [str(key) for key in _many(refusal.context.get("keys"))]


def _many(values: object) -> Sequence[object]:
    return values if isinstance(values, list | tuple) else ()


def _one(model: type[Record]) -> str:
    noun = noun_of(model)
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _if_few(what: str, words: Sequence[str]) -> str:
    return f"; {what} {', '.join(words)}" if len(words) <= _MOST_LISTED else ""


def _kind_and_value(value: JsonValue) -> str:
    """Return a value with what it is: `the number 3`, `the text br`, `a list`."""
    if isinstance(value, str):
        return f"the text {_written(value)}" if value else "an empty text"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"the number {value}"
    return described(value)


def _written(text: str) -> str:
    """Return *text* as it can stand in a sentence, in quotes where its spaces matter."""
    if not text:
        return "an empty text"
    return shown(text) if shown(text)[:20] == text[:20] and text == text.strip() else json.dumps(text[:60], ensure_ascii=True)
