"""What an unquoted scalar means: the YAML 1.2 core schema where JSON would say the same, a trap wherever a person could mean another.

Values come back with a trouble, empty if there is none. Nothing here knows where a scalar stands.
"""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Final

from diplotrips.extract.notation.parsed import shown

if TYPE_CHECKING:
    from diplotrips.schema.tree import JsonValue

MAX_EXACT: Final = 2**53
"""Whole numbers beyond this are not exact in every reader of JSON."""

NULLS: Final = frozenset({"", "~", "null"})

_MAX_DIGITS: Final = 100

_WORDS: Final[dict[str, bool | None]] = {"": None, "~": None, "null": None, "true": True, "false": False}

_LOUD_WORDS: Final = {loud: word for word in ("null", "true", "false") for loud in (word.capitalize(), word.upper())}

_FIRST_CHARACTERS: Final = frozenset("0123456789+-.~nNtTfF")
"""No scalar that begins otherwise is anything but text."""

_JSON_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][-+]?[0-9]++)?")

_CORE_NUMBER: Final = re.compile(
    r"(?P<int>[-+]?[0-9]++)|(?P<based>0o[0-7]++|0x[0-9a-fA-F]++)"
    r"|(?P<float>[-+]?(?:\.[0-9]++|[0-9]++(?:\.[0-9]*+)?)(?:[eE][-+]?[0-9]++)?)"
    r"|(?P<special>[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))"
)


def read_plain(text: str) -> tuple[JsonValue, str]:
    """Return the value of an unquoted YAML scalar, and what is wrong with it (a sentence, empty if nothing is).

    `NO`, `on`, `12:30`, `1_000` and `2023-04-17` are text. Forms that YAML knows and JSON does not (`012`, `+1`, `0x1F`, `.5`, `TRUE`,
    `.inf`) are troubles: the value is what YAML would read, where JSON can hold it.
    """
    if text in _WORDS:
        return _WORDS[text], ""
    if text[0] not in _FIRST_CHARACTERS:
        return text, ""
    if _JSON_NUMBER.fullmatch(text):
        return read_number(text)
    if text in _LOUD_WORDS:
        word = _LOUD_WORDS[text]
        return _WORDS[word], f'{text} is read as {word}; write {word}, or "{text}" if it is text'
    match = _CORE_NUMBER.fullmatch(text)
    return _read_core_number(text, match) if match else (text, "")


def read_number(text: str) -> tuple[JsonValue, str]:
    """Return the value of a number as JSON writes it, and what is wrong with it (empty if nothing is)."""
    if len(text) > _MAX_DIGITS:
        return text, f"the number {shown(text)} has more than {_MAX_DIGITS} digits; if it is text, write it in quotes"
    if text.lstrip("-").isdigit():
        whole = int(text)
        return (whole, "") if abs(whole) <= MAX_EXACT else (text, _too_large(text))
    number = float(text)
    if not math.isfinite(number) or (number.is_integer() and abs(number) > MAX_EXACT):
        return text, _too_large(text)
    if number == 0 and re.match(r"-?[0.]*[1-9]", text):
        return 0, f'{text} is too small a number to be kept; write 0, or "{text}" if it is text'
    if number.is_integer():
        return int(number), f"{text} is a whole number; write {int(number)}"
    return number, ""


def _read_core_number(text: str, match: re.Match[str]) -> tuple[JsonValue, str]:
    if len(text) > _MAX_DIGITS:
        return read_number(text)
    if match["special"]:
        return None, f'{text} is no number that JSON can hold; leave it out, or write "{text}" if it is text'
    number = float(text) if match["float"] else int(text, 0 if match["based"] else 10)
    if not math.isfinite(number) or (abs(number) > MAX_EXACT and number == int(number)):
        return text, _too_large(text)
    value = int(number) if number == int(number) else number
    return value, f'{text} is read as {json.dumps(value)}; write {json.dumps(value)}, or "{text}" if it is text'


def _too_large(text: str) -> str:
    return f"the number {shown(text)} is beyond {MAX_EXACT}, where numbers are no longer exact; if it is text, write it in quotes"
