"""JSON text as plain values with the place of every value.

Strict RFC 8259: no comments, no NaN, no trailing comma; a key given twice, a whole number written as a fraction and half of a character
are answered where they stand. YAML composers are not used since they do not know JSON's escapes.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from diplotrips.extract.notation.growing import Growing
from diplotrips.extract.notation.json_problems import json_problem
from diplotrips.extract.notation.parsed import SYNTAX, TRAP, UNREADABLE_FILE, Parsed, refused
from diplotrips.extract.notation.scalars import read_number
from diplotrips.extract.notation.text import BYTE_ORDER_MARK, LINE_BREAK, refuse_character
from diplotrips.findings import Place
from diplotrips.schema.tree import Node

if TYPE_CHECKING:
    from collections.abc import Callable


_TOKEN: Final = re.compile(
    r'[ \t\n\r]*+(?:(?P<string>"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+")'
    r"|(?P<number>-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][-+]?[0-9]++)?(?![\w.+-]))"
    r"|(?P<word>(?:true|false|null)(?!\w))"
    r"|(?P<mark>[\[\]{}:,])|(?P<finish>\Z)|(?P<unknown>))"
)

_REFUSED: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")

_SURROGATE: Final = re.compile("[\ud800-\udfff]")

_WORDS: Final = {"true": True, "false": False, "null": None}


def parse_json(text: str, shown_as: str, *, first_line: int = 1) -> Parsed:
    """Return the document of a JSON text; *first_line* is the number of its first line in the file."""
    text = text.removeprefix(BYTE_ORDER_MARK)
    character = _REFUSED.search(text)
    if character:
        return refuse_character(text, character, shown_as, first_line)
    if not text.strip(" \t\r\n"):
        return refused(UNREADABLE_FILE, "the file is empty", Place(shown_as, first_line))
    growing = Growing(shown_as)
    readable = _read(text, growing, first_line)
    return growing.parsed(readable=readable)


def _read(text: str, growing: Growing, first_line: int) -> bool:
    """Read to the end; False if the value is not to be used."""
    line_starts = [0, *(match.end() for match in LINE_BREAK.finditer(text))]

    def place_of(offset: int, width: int) -> Place:
        line = bisect_right(line_starts, offset)
        return Place(growing.file, first_line + line - 1, offset - line_starts[line - 1] + 1, max(width, 1))

    state, offset = "document", 0
    while not growing.is_full:
        match = _TOKEN.match(text, offset)
        kind = (match and match.lastgroup) or "unknown"
        if match is None or (kind == "finish" and state == "end"):
            return True
        token, start = match[kind], match.start(kind)
        place = place_of(start, len(token))
        step = _STEPS[state].get(token if kind == "mark" else kind)
        if step is None:
            problem_offset, sentence = json_problem(text, start, state)
            growing.say(SYNTAX, sentence, place_of(problem_offset, 1))
            return False
        offset = match.end()
        state = step(growing, token, place)
    return False


def _text(growing: Growing, written: str, place: Place) -> str:
    if "\\" not in written:
        return written[1:-1]
    text = str(json.loads(written))
    half = _SURROGATE.search(text)
    if half is None:
        return text
    growing.say(TRAP, f"the escape \\u{ord(half[0]):04x} is half of a character; write the character itself", place)
    return _SURROGATE.sub("\ufffd", text)


def _after(growing: Growing) -> str:
    if not growing.frames:
        return "end"
    return "after value" if growing.frames[-1].items is None else "after item"


def _string(growing: Growing, written: str, place: Place) -> str:
    growing.put(_text(growing, written, place), Node(place))
    return _after(growing)


def _number(growing: Growing, written: str, place: Place) -> str:
    value, trouble = read_number(written)
    if trouble:
        growing.say(TRAP, trouble, place)
    growing.put(value, Node(place, text=written))
    return _after(growing)


def _word(growing: Growing, written: str, place: Place) -> str:
    growing.put(_WORDS[written], Node(place, text=written))
    return _after(growing)


def _begin(growing: Growing, written: str, place: Place) -> str:
    growing.open(Node(place), mapping=written == "{")
    return "first key" if written == "{" else "first item"


def _end(growing: Growing, _written: str, place: Place) -> str:
    node = growing.frames[-1].node
    if node.place.line == place.line:
        node.place = node.place._replace(width=place.column + 1 - node.place.column)
    growing.close()
    return _after(growing)


def _key(growing: Growing, written: str, place: Place) -> str:
    growing.name(_text(growing, written, place), place)
    return "colon"


def _pass_mark(growing: Growing, written: str, _place: Place) -> str:
    if written == ":":
        return "value"
    return "key" if growing.frames[-1].items is None else "item"


_VALUES: Final[dict[str, Callable[[Growing, str, Place], str]]] = {
    "string": _string,
    "number": _number,
    "word": _word,
    "[": _begin,
    "{": _begin,
}

_STEPS: Final[dict[str, dict[str, Callable[[Growing, str, Place], str]]]] = {
    "document": _VALUES,
    "value": _VALUES,
    "item": _VALUES,
    "first item": {**_VALUES, "]": _end},
    "key": {"string": _key},
    "first key": {"string": _key, "}": _end},
    "colon": {":": _pass_mark},
    "after item": {",": _pass_mark, "]": _end},
    "after value": {",": _pass_mark, "}": _end},
    "end": {},
}
"""What may come next, by what has been read; every step gives the name of the next state."""
