"""Where every value of a document stands.

A reader hands over plain values (as JSON would) and, beside them, a `Node` of the same shape; a path of keys and indexes leads from
the document to the place of any value. The values themselves and what is wrong with them live elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplotrips.findings import Place

JsonValue: TypeAlias = "dict[str, JsonValue] | list[JsonValue] | str | int | float | bool | None"
"""A plain value."""


@dataclass(slots=True)
class Node:
    """One value of a document: where it stands, where its key stands, and the same for what it holds."""

    place: Place
    """Where the value begins."""

    key: Place | None = None
    """Where the key of this value begins; None in a list and for the document."""

    text: str | None = None
    """The source text of a plain (unquoted) scalar; None for everything else."""

    children: dict[str | int, Node] = field(default_factory=dict)
    """By key in a mapping, by index from 0 in a list."""

    def at(self, path: Iterable[str | int]) -> Node:
        """Return the node at *path*, or the innermost one on the way to it that exists (an absent key has no place of its own)."""
        node = self
        for step in path:
            child = node.children.get(step)
            if child is None:
                return node
            node = child
        return node
