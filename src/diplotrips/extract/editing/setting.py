"""Giving keys of a YAML text other values, or taking them out; every other byte of it stays as it is.

The new text is read back: it must hold what the old one held but for the changes, and every comment.
"""

from __future__ import annotations

import textwrap
from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from diplotrips.errors import UnwritablePathError
from diplotrips.extract.editing.appending import end_of, next_line
from diplotrips.extract.editing.entries import scalar
from diplotrips.extract.editing.styling import WIDE
from diplotrips.extract.editing.taking import comments_in, take_apart
from diplotrips.extract.notation.text import LINE_BREAK
from diplotrips.extract.notation.yaml import parse_yaml
from diplotrips.extract.reading import DATE_KEYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diplotrips.extract.editing.written import Entry, Value

Path = tuple[str | int, ...]

_CHANGED: Final = "a value could not be changed without changing what is there besides; change it by hand"
_BROKEN: Final = "it has errors of its own; run diplotrips check"
_STEP: Final = 2


class _Edit(NamedTuple):
    """What is put in the place of the text between two offsets."""

    start: int
    end: int
    text: str


def with_values(text: str, shown_as: str, changes: Mapping[Path, object]) -> str:
    """Return *text* with other values.

    Args:
        text: YAML in which the reader finds nothing wrong.
        shown_as: How its file is shown.
        changes: The new value by its path; None takes the key out. What is around a path is there.

    Raises:
        UnwritablePathError: *text* has errors, or it cannot be done without changing what is there besides.
    """
    parsed = parse_yaml(text, shown_as, date_keys=DATE_KEYS)
    if parsed.findings or not isinstance(parsed.value, dict):
        raise UnwritablePathError(shown_as, _BROKEN)
    wanted = deepcopy(parsed.value)
    new = text
    for path, value in changes.items():
        new = _with(new, path, value)
        _set(wanted, path, value)
    again = parse_yaml(new, shown_as, date_keys=DATE_KEYS)
    if again.findings or again.value != wanted or _comments(new) != _comments(text):
        raise UnwritablePathError(shown_as, _CHANGED)
    return new


def on_one_line(value: object, key: str = "") -> str:
    """Return *value* as it is written on one line under *key*."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name}: {on_one_line(inner, name)}' for name, inner in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(on_one_line(inner, key) for inner in value)}]"
    return scalar(value, key) if isinstance(value, str) else str(value).lower()


def _comments(text: str) -> list[str]:
    return sorted(comment for _, comment in comments_in(text))


def _set(wanted: Any, path: Path, value: object) -> None:  # noqa: ANN401  (whatever JSON can be)
    """Do the same with the values."""
    for step in path[:-1]:
        wanted = wanted[step]
    if value is None:
        wanted.pop(path[-1], None)
    else:
        wanted[path[-1]] = value


def _with(text: str, path: Path, value: object) -> str:
    """Return *text* with one change."""
    around = take_apart(text).root
    for step in path[:-1]:
        around = _entry(around, step).value  # type: ignore[union-attr]  # what is around a path is there
    entry = _entry(around, path[-1])
    key = str(path[-1]) if isinstance(path[-1], str) else str(next((step for step in reversed(path) if isinstance(step, str)), ""))
    if entry is not None and value is not None:
        edit = _replaced(entry, value, key, is_in_line=around.in_brackets)
    elif entry is not None:
        edit = _removed(text, around, entry)
    elif value is not None:
        edit = _added(text, around, key, value)
    else:
        return text
    return text[: edit.start] + edit.text + text[edit.end :]


def _entry(around: Value, step: str | int) -> Entry | None:
    """Return the entry of a list or mapping at *step*; None for a key that is not there."""
    entries = around.entries or []
    if isinstance(step, int):
        return entries[step]
    return next((entry for entry in entries if entry.key and entry.key.text == step), None)


def _replaced(entry: Entry, value: object, key: str, *, is_in_line: bool) -> _Edit:
    """Return the edit that writes *value* instead of a scalar, or of a list or mapping in brackets; a block one is left to the check."""
    old = entry.value
    column = entry.key.column if entry.key else old.column
    written = on_one_line(value, key)
    if isinstance(value, str) and not is_in_line and entry.key and column + len(key) + 2 + len(written) > WIDE and " " in value:
        written = "\n".join([">-", *_broken(value, column + _STEP)])
    end = end_of(entry) if old.is_block else old.end
    start = old.start if old.raw or old.is_block else end
    return _Edit(start, end, written if old.raw or old.is_block else f" {written}")


def _broken(text: str, indent: int) -> Iterable[str]:
    blank = " " * indent
    return textwrap.wrap(text, WIDE, initial_indent=blank, subsequent_indent=blank, break_long_words=False, break_on_hyphens=False)


def _removed(text: str, around: Value, entry: Entry) -> _Edit:
    """Return the edit that takes an entry out, with the comma that belongs to it or with its lines."""
    entries = around.entries or []
    start = entry.key.start if entry.key else entry.value.start
    if around.in_brackets:
        index = entries.index(entry)
        if index + 1 < len(entries):
            following = entries[index + 1]
            return _Edit(start, following.key.start if following.key else following.value.start, "")
        before = end_of(entries[index - 1]) if index else start
        return _Edit(before, end_of(entry), "")
    line = text.rfind("\n", 0, start) + 1
    if text[line:start].strip():  # behind the hyphen of its item
        following_key = entries[1].key if entries[1:] else None
        return _Edit(start, following_key.start if following_key else end_of(entry), "")
    end = end_of(entry)
    return _Edit(line, end if text[end - 1 : end] == "\n" else next_line(text, end), "")


def _added(text: str, around: Value, key: str, value: object) -> _Edit:
    """Return the edit that puts a key behind the others."""
    entries = around.entries or []
    written = f"{key}: {on_one_line(value, key)}"
    if around.in_brackets:
        end = end_of(entries[-1]) if entries else around.start + 1
        return _Edit(end, end, f"{', ' if entries else ''}{written}")
    end = end_of(entries[-1])
    if text[end - 1 : end] != "\n":
        end = next_line(text, end)
    break_ = (LINE_BREAK.search(text) or ["\n"])[0]
    before = "" if text[end - 1 : end] == "\n" else break_
    return _Edit(end, end, f"{before}{' ' * around.column}{written}{break_}")
