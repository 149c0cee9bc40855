"""Changes of a text by offsets, all made at once; what lies between them stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Edit(NamedTuple):
    """What takes the place of a piece of a text."""

    start: int
    end: int
    """Offsets, the end exclusive; both are the same where something is put in."""
    text: str


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return *text* with all *edits* made; what is put in at an offset stands before what takes the place of the text from there on."""
    parts, position = list[str](), 0
    for edit in sorted(edits, key=lambda edit: edit[:2]):
        parts += [text[position : edit.start], edit.text]
        position = max(edit.end, position)
    return "".join([*parts, text[position:]])
