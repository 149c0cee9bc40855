"""A text of YAML as somebody wrote it: each value with its source text, and the comments and blank lines around it.

Only the shapes. `taking` makes them of a text, `remarks` gives each comment its place, `order` and `styling` lay them out anew.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Value:
    """One value: a scalar, or a list or mapping with its entries."""

    start: int
    end: int
    """Offsets of its source text, the end exclusive; the end of a block list or mapping is not known."""
    column: int
    """Column of its first character, from 0; of a block list that of its hyphens."""
    raw: str = ""
    """Source text of a scalar, or of a list or mapping in brackets."""
    text: str = ""
    """What a scalar says."""
    style: str = ""
    """Sign of a scalar's style: a quote, `|`, `>`, or nothing where it is plain."""
    entries: list[Entry] | None = None
    """What a list or mapping holds; None for a scalar."""
    is_mapping: bool = False
    in_brackets: bool = False
    """Whether this is a list or mapping in brackets."""
    is_fixed: bool = False
    """Whether the brackets hold a comment or a text over several lines, so that their lines are kept."""
    is_line: bool = False
    """Whether this is a record that is written on one line where it fits."""
    tail: list[str] = field(default_factory=list)
    """Comments, and blank lines as empty texts, behind the last entry."""

    @property
    def is_block(self) -> bool:
        """Whether this is a list or mapping without brackets."""
        return self.entries is not None and not self.in_brackets


@dataclass(slots=True, eq=False)
class Entry:
    """An item of a list, or a key of a mapping with its value."""

    key: Value | None
    """None for an item of a list."""
    value: Value
    above: list[str] = field(default_factory=list)
    """Comments, and blank lines as empty texts, before it."""
    beside: str = ""
    """Comment at the end of its line."""


@dataclass(frozen=True, slots=True)
class Token:
    """A key, or a value that is a scalar or stands in brackets; what is inside brackets is none."""

    value: Value
    entry: Entry
    """The entry whose key or value it is."""
    opens: tuple[Entry, ...]
    """The entries that begin with it, the outermost first."""
    inside: tuple[Value, ...]
    """The block lists and mappings that it stands in, the outermost first."""


@dataclass(slots=True)
class Written:
    """A whole text, taken apart."""

    root: Value
    mark: str = ""
    """Whatever stands before the document, up to and with a `---`."""
    head: list[str] = field(default_factory=list)
    """The comments before the first key that a blank line keeps apart from it."""
    foot: str = ""
    """A `...` that ends the document, and whatever follows."""
    ends_in_text: bool = False
    """Whether the last value is a text over several lines that begins with `|` or `>`."""
