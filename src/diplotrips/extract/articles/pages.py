"""One article as it lies in a file, still in bytes: what `files` and `warc` find and `reading` reads."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """What the bytes of an article are."""

    TEXT = "text"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Page:
    """The bytes of one article, with what its container says of it."""

    shown_as: str
    """Name of the file, with the number of the record where it is one of an archive."""
    name: str
    """Words from which the id of its source is made: the name of the file without its suffix, or the address of the page."""
    content: bytes
    form: Form
    charset: str = ""
    """Encoding that the server or the user declares; empty: none."""
    url: str = ""
    """Address of the page, if the archive has it."""
    size_bytes: int = 0
    """Bytes of the file that were read for it."""
    notes: tuple[str, ...] = ()
    """What its container says that a person should know."""
