"""The text of entries that are new or go elsewhere, and what takes one out of a list or mapping or puts one into it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from diplotrips.extract.editing.appending import end_of
from diplotrips.extract.editing.entries import in_lines, scalar
from diplotrips.extract.editing.styling import WIDE, brackets
from diplotrips.extract.migrating.edits import Edit
from diplotrips.extract.migrating.sheets import start_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.editing.written import Entry, Value
    from diplotrips.extract.migrating.sheets import Sheet, Spot
    from diplotrips.schema.tree import JsonValue

_STEP = 2
"""Columns a level."""


def written(value: JsonValue, key: str = "", *, is_json: bool) -> str:
    """Return *value* on one line, as it is written under *key*."""
    if is_json or not isinstance(value, str | list | dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str):
        return scalar(value, key)
    if isinstance(value, list):
        return f"[{', '.join(written(item, key, is_json=False) for item in value)}]"
    return f"{{{', '.join(f'{scalar(name)}: {written(inner, name, is_json=False)}' for name, inner in value.items())}}}"


def pair(key: str, value: str, *, is_json: bool) -> str:
    """Return a key and the text of its value on one line."""
    return f"{json.dumps(key, ensure_ascii=False) if is_json else scalar(key)}: {value}"


def new_lines(key: str, value: JsonValue, column: int) -> str:
    """Return the lines of a new entry of a mapping without brackets, the first from *column* on; prose that is too wide is broken."""
    line = pair(key, written(value, key, is_json=False), is_json=False)
    if not isinstance(value, str) or len(line) + column <= WIDE:
        return line
    first, *rest = in_lines({key: value}, column)
    return "\n".join([first.lstrip()[_STEP:], *(line[_STEP:] for line in rest)])


def moved_lines(sheet: Sheet, spot: Spot, keys: Sequence[str], column: int, *, with_above: bool) -> str:
    """Return the lines of an entry for a mapping without brackets at *column*, where it is found under *keys*, one in the other.

    The comments beside it and in it are with it, and on demand those right above it; the first line begins at *column*, the last one ends.
    """
    around, entry = spot
    leads = "".join(f"{scalar(key)}:\n{' ' * (column + _STEP * depth)}" for depth, key in enumerate(keys[:-1], 1))
    column += _STEP * (len(keys) - 1)
    if around.in_brackets:
        raw = entry.value.raw.replace("\n", "\n" + " " * (column + _STEP))
        return f"{leads}{scalar(keys[-1])}: {raw}\n"
    start, key_end, end = start_of(entry), (entry.key or entry.value).end, sheet.end(entry, around)
    body = f"{scalar(keys[-1])}{sheet.text[key_end:end]}".removesuffix("\n")
    begin = sheet.begin(entry, around) if with_above else start
    above = [f"{line.strip()}\n{' ' * column}" for line in sheet.text[begin:start].splitlines() if line.strip()]
    first, *rest = body.split("\n")
    return "".join([leads, *above, "\n".join([first, *(_shifted(line, column - around.column) for line in rest)]), "\n"])


def moved_pair(entry: Entry, keys: Sequence[str], *, is_json: bool) -> str:
    """Return *entry* for a mapping in brackets, where it is found under *keys*, one in the other."""
    text = pair(keys[-1], entry.value.raw if is_json else brackets(entry.value), is_json=is_json)
    for key in reversed(keys[:-1]):
        text = pair(key, f"{{{text}}}", is_json=is_json)
    return text


def _shifted(line: str, columns: int) -> str:
    if columns >= 0 or not line.strip():
        return " " * columns + line if line else ""
    return line[-columns:] if not line[:-columns].strip() else line.lstrip()


def put_last(sheet: Sheet, around: Value, piece: str) -> Edit:
    """Return what puts *piece*, as `moved_lines` or `moved_pair` gives it, behind the last entry of *around*."""
    return put_behind(sheet, around, around.entries[-1] if around.entries else None, piece)


def put_behind(sheet: Sheet, around: Value, entry: Entry | None, piece: str) -> Edit:
    """Return what puts *piece* behind *entry* of *around*; without one *around* is empty."""
    if entry is None:
        return Edit(around.start + 1, around.start + 1, piece)
    if around.is_block:
        end = sheet.end(entry, around)
        before = "" if sheet.text[end - 1 : end] == "\n" else "\n"
        return Edit(end, end, before + " " * around.column + piece)
    start, end = start_of(entry), entry.value.end
    line = sheet.line_of(start)
    joint = f",\n{sheet.text[line:start]}" if sheet.begins_line(start) and line > around.start else ", "
    return Edit(end, end, joint + piece)


def take_out(sheet: Sheet, around: Value, entry: Entry, moved: tuple[int, int] | None = None) -> Edit:
    """Return what takes *entry* out of *around*, where others are left.

    Args:
        sheet: The document.
        around: The mapping that it is in.
        entry: What is taken out.
        moved: What of the text goes elsewhere with its comments, from and to which offset; all other comments stay, on lines of their own.
    """
    if around.in_brackets:
        return _take_out_of_brackets(around, entry)
    start, end = start_of(entry), sheet.end(entry, around)
    begin = min(start, moved[0]) if moved else start
    left = sheet.comments_between(begin, moved[0]) + sheet.comments_between(moved[1], end) if moved else sheet.comments_between(begin, end)
    if not sheet.begins_line(start):  # behind a hyphen: what follows takes its place there
        rest = sheet.text[end:]
        return Edit(start, end + len(rest) - len(rest.lstrip(" ")), "".join(f"{text}\n{' ' * around.column}" for text in left))
    return Edit(sheet.line_of(begin), end, "".join(f"{' ' * around.column}{text}\n" for text in left))


def _take_out_of_brackets(around: Value, entry: Entry) -> Edit:
    """Return what takes *entry* and one comma out of brackets."""
    entries = around.entries or []
    index = next(index for index, one in enumerate(entries) if one is entry)
    if index + 1 < len(entries):
        return Edit(start_of(entry), start_of(entries[index + 1]), "")
    return Edit(entries[index - 1].value.end if index else start_of(entry), entry.value.end, "")


def put_instead(sheet: Sheet, around: Value, entry: Entry, lines: Sequence[str]) -> Edit:
    """Return what puts *lines*, each a piece of one or more lines without an end, in the place of *entry* of a mapping without brackets.

    A comment beside it stays beside the first of them where that is possible, others stand above.
    """
    start, end, indent = start_of(entry), sheet.end(entry, around), " " * around.column
    comments = sheet.comments_between(start, end)
    first, *rest = lines
    if len(comments) == 1 and "\n" not in first and "\n" not in sheet.text[start : end_of(entry)]:
        first, comments = f"{first}  {comments[0]}", []
    ends = "\n" if sheet.text[end - 1 : end] == "\n" else ""
    return Edit(start, end, f"\n{indent}".join([*comments, first, *rest]) + ends)
