"""Whether a draft, or a text beside it, may be written where another one lies: never over what was reviewed, or is of another article."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from diplotrips.errors import UnwritablePathError, reason_of
from diplotrips.extract.review.progress import progress_file

if TYPE_CHECKING:
    from pathlib import Path


def is_kept(path: Path, content: bytes) -> bool:
    """Tell whether the file at *path* holds *content* already.

    Raises:
        UnwritablePathError: there is something else than a file, or it cannot be read.
    """
    return _content(path) == content


def why_text_stays(path: Path, content: bytes) -> str:
    """Return why a text is not written; empty: it may be."""
    if not path.exists() or is_kept(path, content):
        return ""
    return f"there is another text in {path}; --source gives this one another id, --overwrite writes over it"


def why_draft_stays(path: Path, content: bytes, text_sha256: str) -> str:
    """Return why a draft of the text with that hash is not written; empty: it may be."""
    there = _content(path)
    if there is None or there == content:
        return ""
    if _text_of(there) != text_sha256:
        return f"there is a draft of another text in {path}; --source gives this one another id, --overwrite writes over it"
    if progress_file(path).exists():
        return f"{path} was reviewed, and a new draft voids what was decided; --overwrite writes it nevertheless"
    return ""


def _text_of(draft: bytes) -> str:
    """Return the hash of the text that a draft was made of; empty: it is none."""
    try:
        value = json.loads(draft)
    except (ValueError, RecursionError):
        return ""
    article = value.get("article") if isinstance(value, dict) else None
    return str(article.get("text_sha256", "")) if isinstance(article, dict) else ""


def _content(path: Path) -> bytes | None:
    """Return the bytes of a file; None if there is none."""
    try:
        if not path.exists():
            return None
        if path.is_file():
            return path.read_bytes()
    except OSError as error:
        raise UnwritablePathError(path, reason_of(error)) from error
    raise UnwritablePathError(path, "there is something else than a file")
