"""One article as it is handed to the parser: its text as read, and what is known about it from outside the text."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diplotrips.schema.dates.edtf import EdtfDate


@dataclass(frozen=True, slots=True)
class Article:
    """The text of one article; every span of an extraction counts code points of `text`."""

    text: str
    """The text as read: UTF-8 without translation of line ends, or what was taken out of a page."""

    source: str = ""
    """Id of the source; empty if it has none yet."""

    published: EdtfDate | None = None
    """Day of publication, given from outside or found in the metadata; None: unknown, and relative dates stay unresolved."""

    published_basis: str = ""
    """A code of the list `published_bases`; empty: given by the user, or unknown."""

    publisher: str = ""
    """Name of the outlet; empty: unknown."""

    title: str = ""
    """Title from the metadata, where the text does not begin with it; no span points into it."""

    url: str = ""
    """Address of the page; empty: unknown."""

    @property
    def sha256(self) -> str:
        """SHA-256 of the UTF-8 of the text."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
