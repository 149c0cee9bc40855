"""What was written, laid out anew: two spaces a level, one between a key and its value, one line where a line is enough.

Whether a list or mapping stands in brackets is left as its author chose, but for three cases: a claim line and a list of words are put into
brackets where they then fit on a line, and what is too long for any line is taken out of them. The source text of a scalar is never
changed, only the indentation of the lines below its first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplotrips.extract.reading import DATE_KEYS

if TYPE_CHECKING:
    from diplotrips.extract.editing.written import Entry, Value, Written

WIDE: Final = 140
"""Columns of a line: what fits is put into brackets."""

WIDEST: Final = 160
"""Columns at which brackets are given up; in between an author's choice stays."""

_STEP: Final = 2
"""Columns a level."""

_LONGEST_WORD: Final = 30
"""Characters of an item that still reads well in a list on one line."""

_SAFE: Final = re.compile(r"(?:[^\s\[\]{},:#&*!|>'\"%@`?-]|-[0-9])[^\[\]{},:#\n]*")
"""A plain scalar that means the same inside brackets."""


def lay_out_anew(written: Written) -> str:
    """Return the text of what was *written*, whose root is a list or mapping without brackets."""
    settle(written.root, 0)
    lines = [*written.mark.splitlines(), *written.head, *([""] if written.head else [])]
    return "\n".join([*lines, *_block(written.root, 0), *written.foot.splitlines()]) + "\n"


def settle(value: Value, indent: int) -> None:
    """Decide about brackets, and where comments stand, in a block list or mapping at the column *indent*, from the inside out."""
    for entry in value.entries or ():
        inner, lead = entry.value, _lead(entry, indent)
        if inner.in_brackets and inner.entries and not inner.is_fixed and _width(lead, inner) > WIDEST:
            inner.in_brackets = False
            _lift(entry)
        if inner.is_block:
            settle(inner, indent + _STEP)
            inner.in_brackets = _is_line(entry) and _width(lead, inner) <= WIDE
        if inner.style in {"|", ">"}:
            _lift(entry)
        if entry.key is None and inner.is_block and inner.entries:
            entry.above += filter(None, inner.entries[0].above)
            inner.entries[0].above = []
    if value.entries:
        above = value.entries[0].above
        del above[: next((index for index, text in enumerate(above) if text), len(above))]


def _lift(entry: Entry) -> None:
    """Put the comment beside *entry* above it, where its line has no end to stand at."""
    if entry.beside:
        entry.above, entry.beside = [*entry.above, entry.beside], ""


def _width(lead: str, value: Value) -> int:
    return len(lead) + 1 + len(brackets(value))


def brackets(value: Value) -> str:
    """Return a scalar, or a list or mapping with all that is in it, on one line."""
    if value.entries is None:
        return value.raw
    inside = ", ".join(_pair(entry) for entry in value.entries)
    return f"{{{inside}}}" if value.is_mapping else f"[{inside}]"


def _pair(entry: Entry) -> str:
    text = brackets(entry.value)
    if entry.key is None:
        return text
    return f"{entry.key.raw}: {text}" if text else entry.key.raw


def _is_line(entry: Entry) -> bool:
    """Tell whether the value of *entry* is a claim line or a list of words, with nothing in it that cannot stand in brackets."""
    value, entries = entry.value, entry.value.entries or ()
    words = not value.is_mapping and all(inner.value.entries is None and len(inner.value.raw) <= _LONGEST_WORD for inner in entries)
    is_date = entry.key is not None and entry.key.text in DATE_KEYS  # where `[a,b]` is taken for a date without quotes
    return (value.is_line or words) and not is_date and not value.tail and all(map(_is_bare, entries))


def _is_bare(entry: Entry) -> bool:
    """Tell whether *entry* can stand in brackets as it is: no comment, and nothing that brackets would give another meaning."""
    if entry.above or entry.beside or entry.value.is_block or entry.value.is_fixed:
        return False
    return all(_is_safe(scalar) for scalar in (entry.key, entry.value) if scalar is not None and scalar.entries is None)


def _is_safe(scalar: Value) -> bool:
    if scalar.style in {"'", '"'}:
        return "\n" not in scalar.raw
    return not scalar.style and bool(_SAFE.fullmatch(scalar.raw))


def _block(value: Value, indent: int) -> list[str]:
    """Return the lines of a list or mapping without brackets."""
    lines: list[str] = []
    for entry in value.entries or ():
        lines += [*_comments(entry.above, indent), *_entry(entry, indent, value)]
    return lines + _comments(value.tail, indent)


def _entry(entry: Entry, indent: int, around: Value) -> list[str]:
    """Return the lines of one entry of *around*, without the comments above it."""
    value, lead = entry.value, _lead(entry, indent)
    if value.is_block:
        return _nested(entry, lead, indent)
    first, *rest = _inline(value, len(lead) + 1, indent, around)
    lines = [f"{lead} {first}" if first else lead, *rest]
    return [*lines[:-1], _with(lines[-1], entry.beside)]


def _nested(entry: Entry, lead: str, indent: int) -> list[str]:
    """Return the lines of an entry whose value is a list or mapping without brackets."""
    lines = _block(entry.value, indent + _STEP)
    if entry.key is not None:
        return [_with(lead, entry.beside), *lines]
    return [f"{lead} {lines[0].lstrip()}", *lines[1:]]


def _inline(value: Value, column: int, indent: int, around: Value) -> list[str]:
    """Return the lines of a value that begins at *column* on the line of its entry, which is indented by *indent*."""
    if value.entries is not None and not value.is_fixed:
        return [brackets(value)]
    first, *rest = value.raw.removesuffix("\n").split("\n")
    if value.entries is not None:
        return [first, *(_shifted(line, column - value.column, indent + _STEP) for line in rest)]
    if value.style in {"|", ">"}:
        return [first.rstrip(), *_shifted_text(rest, first, indent, around)]
    return [first, *(" " * (indent + _STEP) + line.lstrip() if line.strip() else "" for line in rest)]


def _shifted(line: str, columns: int, least: int) -> str:
    """Return *line* moved to the right by *columns*, and indented by *least* at least."""
    bare = line.lstrip()
    return " " * max(len(line) - len(bare) + columns, least) + bare if bare else ""


def _shifted_text(lines: list[str], header: str, indent: int, around: Value) -> list[str]:
    """Return the lines of a block scalar, indented for its entry; where its first line says by how much, that stays true."""
    first = next((line for line in lines if line.strip()), "")
    old = len(first) - len(first.lstrip(" "))
    new = indent + _STEP
    if any(char.isdigit() for char in header.partition("#")[0]):
        old = around.column
        new = indent
    return [" " * new + line[old:] if line[old:] else "" for line in lines]


def _lead(entry: Entry, indent: int) -> str:
    """Return what stands before the value on its line."""
    return " " * indent + (f"{entry.key.raw}:" if entry.key else "-")


def _with(line: str, comment: str) -> str:
    return f"{line}  {comment}" if comment else line


def _comments(remarks: list[str], indent: int) -> list[str]:
    """Return comments at their column; of several blank lines one."""
    kept = [text for number, text in enumerate(remarks) if text or not number or remarks[number - 1]]
    return [" " * indent + text if text else "" for text in kept]
