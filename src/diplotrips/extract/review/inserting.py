"""Putting items into lists and keys into mappings of a YAML text that somebody wrote; every other byte of it stays as it is.

The new text is read back: it must hold what the old one held and what was put in, and every comment.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

from diplotrips.errors import UnwritablePathError
from diplotrips.extract.editing.appending import end_of, next_line
from diplotrips.extract.editing.entries import scalar
from diplotrips.extract.editing.taking import comments_in, take_apart
from diplotrips.extract.notation.text import LINE_BREAK
from diplotrips.extract.notation.yaml import parse_yaml
from diplotrips.extract.reading import DATE_KEYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diplotrips.extract.editing.written import Value

    Path = tuple[str | int, ...]

_CHANGED: Final = "the lines could not be added without changing what is there; add them by hand"
_BROKEN: Final = "it has errors of its own; run diplotrips check"


def with_additions(text: str, shown_as: str, added: Iterable[tuple[Path, Mapping[str, Any] | list[Any]]]) -> str:
    """Return *text* with what is *added*: items of a list behind the others, keys of a mapping behind the others.

    Args:
        text: YAML in which the reader finds nothing wrong.
        shown_as: How its file is shown.
        added: What is put in, each with the path of its list or mapping; one that is not there is made if what is around it is.

    Raises:
        UnwritablePathError: *text* has errors, or it cannot be done without changing what is there.
    """
    parsed = parse_yaml(text, shown_as, date_keys=DATE_KEYS)
    if parsed.findings or not isinstance(parsed.value, dict):
        raise UnwritablePathError(shown_as, _BROKEN)
    wanted: Any = deepcopy(parsed.value)
    new = text
    for path, what in added:
        if what:
            new = _with(new, path, what)
            _add(wanted, path, what)
    again = parse_yaml(new, shown_as, date_keys=DATE_KEYS)
    if again.findings or again.value != wanted or _comments(new) != _comments(text):
        raise UnwritablePathError(shown_as, _CHANGED)
    return new


def flow(value: object, key: str = "") -> str:
    """Return *value* as it is written on one line under *key*."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name}: {flow(inner, name)}' for name, inner in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(flow(inner, key) for inner in value)}]"
    return scalar(value, key) if isinstance(value, str) else str(value).lower()


def block(value: Mapping[str, Any], indent: int = 0) -> list[str]:
    """Return the lines of a mapping without brackets: lists of records an item a line, everything else on the line of its key."""
    lines = []
    for key, inner in value.items():
        lead = f"{' ' * indent}{key}:"
        if isinstance(inner, dict):
            lines += [lead, *block(inner, indent + 2)]
        elif isinstance(inner, list) and any(isinstance(item, dict) for item in inner):
            lines += [lead, *(f"{' ' * (indent + 2)}- {flow(item)}" for item in inner)]
        else:
            lines.append(f"{lead} {flow(inner, key)}")
    return lines


def _comments(text: str) -> list[str]:
    return [comment for _, comment in comments_in(text)]


def _add(wanted: Any, path: Path, what: Mapping[str, Any] | list[Any]) -> None:  # noqa: ANN401  (whatever JSON can be)
    """Do the same with the values."""
    for step in path[:-1] if isinstance(what, list) else path:
        wanted = wanted.setdefault(step, {}) if isinstance(wanted, dict) else wanted[step]
    if isinstance(what, list):
        wanted.setdefault(path[-1], []).extend(what)
    else:
        wanted.update(what)


def _with(text: str, path: Path, what: Mapping[str, Any] | list[Any]) -> str:
    """Return *text* with one addition."""
    value, depth = _reached(take_apart(text).root, path)
    for step in reversed(path[depth:]):  # what is not there is made, from the inside out
        what = {str(step): what}
    line_end = (LINE_BREAK.search(text) or ["\n"])[0]
    return _in_block(text, value, what, line_end) if value.is_block else _in_brackets(text, value, what)


def _reached(value: Value, path: Path) -> tuple[Value, int]:
    """Return the value that *path* leads to, or the last one on the way that is there, and how many steps were taken."""
    for depth, step in enumerate(path):
        entries = value.entries or []
        if isinstance(step, int):
            inner = entries[step].value
        else:
            found = next((entry.value for entry in entries if entry.key and entry.key.text == step), None)
            if found is None:
                return value, depth
            inner = found
        value = inner
    return value, len(path)


def _in_block(text: str, value: Value, what: Mapping[str, Any] | list[Any], line_end: str) -> str:
    """Return *text* with *what* behind the last entry of a list or mapping without brackets."""
    position = end_of((value.entries or [])[-1])
    if text[position - 1] != "\n":
        position = next_line(text, position)
    indent = " " * value.column
    lines = [f"{indent}- {flow(item)}" for item in what] if isinstance(what, list) else block(what, value.column)
    before = "" if text[position - 1] == "\n" else line_end
    return f"{text[:position]}{before}{line_end.join(lines)}{line_end}{text[position:]}"


def _in_brackets(text: str, value: Value, what: Mapping[str, Any] | list[Any]) -> str:
    """Return *text* with *what* behind the last entry of a list or mapping in brackets."""
    entries = value.entries or []
    end = entries[-1].value.end if entries else value.start + 1
    items = [flow(item) for item in what] if isinstance(what, list) else [f"{key}: {flow(inner, key)}" for key, inner in what.items()]
    return f"{text[:end]}{', ' * bool(entries)}{', '.join(items)}{text[end:]}"
