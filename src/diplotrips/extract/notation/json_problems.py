"""What to tell a person about a text that is not JSON: one place, one sentence.

Reading JSON lives in `json`.
"""

from __future__ import annotations

import re
from typing import Final

from diplotrips.extract.notation.parsed import shown

_EXPECTED: Final = {
    "document": "a value",
    "value": "a value",
    "item": "a value",
    "first item": "a value or ]",
    "key": "a key in double quotes",
    "first key": "a key in double quotes or }",
    "colon": "a colon",
    "after item": "a comma or ]",
    "after value": "a comma or }",
    "end": "nothing more",
}

_WORD: Final = re.compile(r"[^\s\[\]{}:,\"]{1,60}|.", re.DOTALL)

_NUMBER: Final = re.compile(r"[-+.]?[0-9][\w.+-]*+|[-+]?(?:NaN|Infinity|nan|inf|Inf)\b|[-+.]")

_STRING_BODY: Final = re.compile(r'"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+')

_WORDS_OF_OTHERS: Final = {"none": "null", "nil": "null", "undefined": "null", "null": "null", "true": "true", "false": "false"}


def json_problem(text: str, offset: int, state: str) -> tuple[int, str]:
    """Return the offset of the problem and the sentence for it; *state* is what the reading expected at *offset*."""
    if offset >= len(text):
        return offset, f"the text ends here, where {_EXPECTED[state]} should stand"
    if text[offset] == '"' and state not in {"colon", "after item", "after value", "end"}:
        return _string_problem(text, offset)
    sentence = _mark_problem(text, offset, state)
    if sentence:
        return offset, sentence
    word = _WORD.match(text, offset)
    return offset, _word_problem(text, offset, word[0] if word else text[offset], _EXPECTED[state])


def _mark_problem(text: str, offset: int, state: str) -> str:
    if text[offset] in "]}" and state in {"item", "key"}:
        return f"a comma stands before this {text[offset]}; take it out"
    if text[offset] == "'":
        return "a text stands in double quotes in JSON, not in single ones"
    if text[offset] == "#" or text.startswith(("//", "/*"), offset):
        return "JSON has no comments; take it out"
    return "the document has ended before this; a file holds one document" if state == "end" else ""


def _word_problem(text: str, offset: int, found: str, expected: str) -> str:
    number = _NUMBER.match(text, offset)
    if number and "value" in expected:
        return f'{shown(number[0])} is no number as JSON writes it; write it as one, or "{shown(number[0])}" if it is text'
    if found.lower() in _WORDS_OF_OTHERS and "value" in expected:
        return f"{found} is written {_WORDS_OF_OTHERS[found.lower()]} in JSON"
    return f"{shown(found)} stands where {expected} should stand"


def _string_problem(text: str, offset: int) -> tuple[int, str]:
    body = _STRING_BODY.match(text, offset)
    end = body.end() if body else offset
    if end >= len(text) or text[end] in "\r\n":
        return offset, "the text that begins here is not closed with a double quote on its line"
    if text[end] == "\\":
        return end, f"{shown(text[end : end + 2])} is no escape that JSON knows; write \\\\ for a backslash"
    return end, "a tab stands in a text; write \\t"
