"""Passages of a text and their hashes, and how a name that a source spells is written on one line."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diplotrips.schema.fields import Span

LONGEST_NAME: Final = 200
"""Characters of a name at most, as the schema has it."""

LONGEST_SPELLED: Final = 120
"""Characters of a name that a draft spells as the source does; what is longer is a sentence of the article."""

LONGEST_COPY: Final = 60
"""Characters of the article that a draft repeats one behind the other where it is to use words of its own."""

MOST_WORDS: Final = 8
"""Words of the article that it repeats there."""


def words_of(text: str, spans: Iterable[Span]) -> str:
    """Return the passages of *text*, one behind the other."""
    return "".join(text[span.start : span.end] for span in spans)


def passage_sha256(text: str, spans: Iterable[Span]) -> str:
    """Return the SHA-256 of the UTF-8 of a passage; of several, of all of them one behind the other."""
    return sha256(words_of(text, spans).encode("utf-8", "surrogatepass")).hexdigest()


def text_sha256(text: str) -> str:
    """Return the SHA-256 of the UTF-8 of a whole text."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def grounds(text: str, spans: Sequence[Span]) -> dict[str, Any]:
    """Return the keys of a line or quotation that say where in *text* it stands; none without spans."""
    if not spans:
        return {}
    written = [str(span) for span in spans]
    return {"span": written if written[1:] else written[0], "sha256": passage_sha256(text, spans)}


def spelled(text: str) -> str:
    """Return *text* on one line: one space for every run of white space and of characters that are not printed."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def is_position(text: str) -> bool:
    """Tell whether *text*, as `spelled`, can be the position of an expert in a draft; what is longer is a sentence of the article."""
    return 0 < len(text) <= LONGEST_COPY and len(text.split()) <= MOST_WORDS


def is_name(text: str) -> bool:
    """Tell whether *text*, as `spelled`, can be a name in a draft."""
    return 0 < len(text) <= LONGEST_NAME
