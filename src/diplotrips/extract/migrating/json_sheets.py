"""Taking a text of JSON apart as if it were YAML in brackets, so that it can be changed in the same way."""

from __future__ import annotations

import json
import re
from typing import Final

from diplotrips.extract.editing.written import Entry, Value

_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]|[^\s\[\]{},:"]+')


def take_json_apart(text: str) -> Value:
    """Return what is written in *text*, in which the reader of JSON finds nothing wrong."""
    top = Value(0, 0, 0, entries=[])
    opened, key = [top], None
    for match in _TOKEN.finditer(text):
        written, around = match[0], opened[-1]
        if written in "]}":
            around.end, around.raw = match.end(), text[around.start : match.end()]
            opened.pop()
            continue
        value = Value(match.start(), match.end(), 0, written)
        if written in "[{":
            value.entries, value.is_mapping, value.in_brackets = [], written == "{", True
            opened.append(value)
        elif written.startswith('"'):
            value.text, value.style = str(json.loads(written)), '"'
        if around.is_mapping and key is None:
            key = value
            continue
        if around.entries is not None:
            around.entries.append(Entry(key, value))
        key = None
    return (top.entries or [Entry(None, top)])[0].value
