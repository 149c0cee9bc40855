"""The draft that lies where a new one is to be written: of which text it is, and what it knows of the article."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from diplotrips.errors import UnwritablePathError, reason_of
from diplotrips.schema import coding

if TYPE_CHECKING:
    from pathlib import Path


def content_of(path: Path) -> bytes | None:
    """Return the bytes of a file that may be written over; None if there is none.

    Raises:
        UnwritablePathError: there is something else than a file, or it cannot be read.
    """
    try:
        if not path.exists():
            return None
        if path.is_file():
            return path.read_bytes()
    except OSError as error:
        raise UnwritablePathError(path, reason_of(error)) from error
    raise UnwritablePathError(path, "there is something else than a file")


def text_of(draft: bytes) -> str:
    """Return the hash of the text that a draft was made of; empty: it is none."""
    return str(_head_of(draft).get("text_sha256", ""))


def earlier_facts(path: Path, text_sha256: str) -> coding.ReadArticle | None:
    """Return what the draft at *path* knows of the article, if it is one of the text with that hash.

    Raises:
        UnwritablePathError: as `content_of`.
    """
    there = content_of(path)
    head = _head_of(there) if there else {}
    if not text_sha256 or head.get("text_sha256") != text_sha256:
        return None
    try:
        return coding.ReadArticle.model_validate(head)
    except ValidationError:  # somebody wrote into it
        return None


def _head_of(draft: bytes) -> dict[str, Any]:
    """Return what a draft has of the article; nothing if it is no draft."""
    try:
        value = json.loads(draft)
    except (ValueError, RecursionError):
        return {}
    head = value.get("article") if isinstance(value, dict) else None
    return head if isinstance(head, dict) else {}
