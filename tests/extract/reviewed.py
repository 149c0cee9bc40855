"""A draft under review: its file, what is opened of it, single values of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.extract.drafted import TEXT, draft

from diplotrips.extract.parsing.drafting.rendering import render_draft
from diplotrips.extract.review.reviewing import answer_of, open_draft

if TYPE_CHECKING:
    from pathlib import Path

    from diplotrips.extract.review.items import Item
    from diplotrips.extract.review.reviewing import Review
    from diplotrips.schema.coding import CodingFile


def draft_file(folder: Path) -> Path:
    """Write the draft of the article into *folder* and return its file."""
    file = folder / "extract" / "parsed" / "herald-2025-03.json"
    file.parent.mkdir(parents=True)
    file.write_text(render_draft(draft()), encoding="utf-8")
    return file


def opened(path: Path, coding: CodingFile | None = None) -> Review:
    """Return the review of the draft in the file *path*, which is first replaced by *coding*."""
    if coding:
        path.write_text(render_draft(coding), encoding="utf-8")
    return open_draft(path, TEXT, "herald.txt")


def item(review: Review, record: str, field: str) -> Item:
    """Return the value of a record under a field, in the main trip."""
    return next(item for item in review.parts[0].items if item.record == record and field in item.fields)


def accept_all(review: Review, words: str = "fish") -> None:
    """Accept every value, with *words* of a person's own where the parser has none."""
    for item in review.items:
        own = item.in_own_words
        review.answers[item.key] = answer_of("accept", {**item.fields, own: words} if own and words else None)
