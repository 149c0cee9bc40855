"""What reading one file gives: plain values, the place of every value, and what is wrong with the file.

The bounds on every input and the codes of the findings live here too. How a file becomes this lives in `files`, `lines`, `yaml` and
`json`; what the values must be lives in `diplotrips.schema`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from diplotrips.findings import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplotrips.schema.tree import JsonValue, Node

UNREADABLE_FILE: Final = "DT001"
SYNTAX: Final = "DT002"
DUPLICATE_KEY: Final = "DT003"
TRAP: Final = "DT004"

MAX_BYTES: Final = 32 * 1024 * 1024
"""A file, or one line of JSON Lines, may be this large."""

MAX_DEPTH: Final = 64
"""Lists and mappings may stand in each other this deep; trips need nine levels."""

MAX_VALUES: Final = 500_000
"""A document may hold this many values, which bounds time and memory of a file made of very short ones."""

_MAX_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class Parsed:
    """One document: its value, the place of every value in it, and what is wrong with it."""

    value: JsonValue | None
    """What JSON would give; None if nothing could be read, or if the document is `null`."""

    node: Node | None
    """Places, in the shape of the value; None if nothing could be read."""

    findings: tuple[Finding, ...]
    """Errors in the order of their places."""

    readable: bool
    """False if the value is not to be used."""


def refused(code: str, message: str, place: Place) -> Parsed:
    """Return a document of which nothing could be read, for one reason."""
    return Parsed(None, None, (Finding(code, Severity.ERROR, "", "", message, place),), readable=False)


def shown(text: str) -> str:
    """Return *text* as it can stand in a message: one line, 60 characters at most, invisible characters as their code points."""
    cut = text if len(text) <= _MAX_SHOWN else text[: _MAX_SHOWN - 1] + "…"
    cut = " ".join(cut.split()) if cut.strip() else cut
    return cut if cut.isprintable() else "".join(char if char.isprintable() else f"<U+{ord(char):04X}>" for char in cut)


def described(value: JsonValue) -> str:
    """Return a value as a person would name it in a sentence: scalars as they are written in JSON, a text without quotes."""
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool) or value is None:
        return {None: "null", True: "true", False: "false"}[value]
    return (shown(value).strip() or "an empty text") if isinstance(value, str) else str(value)


def dotted(path: Iterable[str | int], value: JsonValue) -> str:
    """Return *path* as it is shown, such as `stops.ve.dates`: an item of a list by its `id`, or by its number from 1 if it has none."""
    names = []
    inner: JsonValue = value
    for step in path:
        name = str(step + 1) if isinstance(step, int) else step
        if isinstance(inner, dict) and isinstance(step, str):
            inner = inner.get(step)
        elif isinstance(inner, list) and isinstance(step, int) and step < len(inner):
            inner = inner[step]
            if isinstance(inner, dict) and isinstance(inner.get("id"), str):
                name = str(inner["id"])
        names.append(shown(name))
    return ".".join(names)
