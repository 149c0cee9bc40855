"""How a new entry of a register or ledger is written: as a person writes it, and so that our own reader gives the same back."""

from __future__ import annotations

import json
import textwrap
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from diplotrips.extract.editing.styling import WIDE
from diplotrips.extract.notation.yaml import parse_yaml
from diplotrips.extract.reading import DATE_KEYS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NewEntry: TypeAlias = "Mapping[str, str | Sequence[str]]"
"""An entry as it is written: texts and lists of texts."""

_STEP: Final = 2


def in_lines(entry: NewEntry, indent: int = 0) -> list[str]:
    """Return the lines of *entry* as an item of a block list whose hyphens stand at the column *indent*."""
    inner = indent + _STEP
    lines = [line for key, value in entry.items() for line in _member(key, value, inner)]
    return [f"{' ' * indent}- {lines[0].lstrip()}", *lines[1:]]


def in_brackets(entry: NewEntry) -> str:
    """Return *entry* on one line, as an item of any list."""
    return f"{{{', '.join(f'{key}: {_value(key, value)}' for key, value in entry.items())}}}"


def _member(key: str, value: str | Sequence[str], indent: int) -> list[str]:
    """Return the lines of a key and its value; what does not fit on a line is broken."""
    lead = f"{' ' * indent}{key}:"
    line = f"{lead} {_value(key, value)}"
    if isinstance(value, str):
        is_prose = " " in value and value.isprintable()
        return [line] if len(line) <= WIDE or not is_prose else [f"{lead} >-", *_broken(value, indent + _STEP)]
    if len(line) <= WIDE:
        return [line]
    return [lead, *(f"{' ' * (indent + _STEP)}- {scalar(item, key)}" for item in value)]


def _value(key: str, value: str | Sequence[str]) -> str:
    return scalar(value, key) if isinstance(value, str) else f"[{', '.join(scalar(item, key) for item in value)}]"


@lru_cache(maxsize=20_000)
def scalar(text: str, key: str = "") -> str:
    """Return *text* as a scalar under *key*: plain if our reader then gives it back wherever it stands, else in double quotes."""
    written = f"{{{key or 'key'}: [{text}], x: [{text}]}}" if key not in DATE_KEYS else f"{{{key}: {text}}}"
    parsed = parse_yaml(written, "", date_keys=DATE_KEYS)
    wanted = {key: text} if key in DATE_KEYS else {key or "key": [text], "x": [text]}
    is_plain = not parsed.findings and parsed.value == wanted and not set(text) & set(":#\n")
    return text if is_plain else json.dumps(text, ensure_ascii=False)


def _broken(text: str, indent: int) -> list[str]:
    """Return *text* in lines that YAML folds into one again."""
    return textwrap.wrap(
        text, WIDE, initial_indent=" " * indent, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False
    )
