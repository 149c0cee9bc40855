"""The text of a file of records as it is, and as it will be with entries added, in the style that it has; nothing is written here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from diplotrips.errors import UnreadablePathError
from diplotrips.extract.editing.formatting import format_text
from diplotrips.extract.notation.parsed import Parsed
from diplotrips.extract.notation.text import BYTE_ORDER_MARK, read_text
from diplotrips.extract.review.inserting import with_additions
from diplotrips.schema.version import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def text_of(path: Path, shown_as: str) -> str:
    """Return the text of a file of records.

    Raises:
        UnreadablePathError: it is no text.
    """
    text = read_text(path, shown_as)
    if isinstance(text, Parsed):
        raise UnreadablePathError(shown_as, text.findings[0].message)
    return text


def in_style(text: str, before: str, holds: str) -> str:
    """Return *text* as `diplotrips format` lays it out, if what it was made of, *before*, was laid out so; else as it is."""
    return format_text(text, holds) if format_text(before, holds) == before else text


def with_added(before: str, shown_as: str, added: Sequence[tuple[tuple[str | int, ...], Any]], holds: str) -> str:
    """Return the text *before* with what is *added*, in the style that it has; a byte order mark stays."""
    mark = BYTE_ORDER_MARK if before.startswith(BYTE_ORDER_MARK) else ""
    return in_style(mark + with_additions(before.removeprefix(BYTE_ORDER_MARK), shown_as, added), before, holds)


def new_register(shown_as: str, holds: str, entries: list[dict[str, Any]]) -> str:
    """Return the text of a register that is not there yet."""
    return with_added(f"schema: {SCHEMA_VERSION}\n{holds}: []\n", shown_as, [((holds,), entries)], holds)
