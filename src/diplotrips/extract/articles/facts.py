"""What is known of an article from outside its text: as its user says, as an earlier draft of the same text has it, as its page says.

A day that a draft found in the text is found there again and is none of these. Nothing of an earlier draft is lost silently.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.extract.articles.known import Known
    from diplotrips.extract.articles.metadata import Metadata
    from diplotrips.schema import coding
    from diplotrips.schema.dates.edtf import EdtfDate

_OF_TEXT: Final = frozenset({"dateline", "stated"})
"""Bases of a day that stands in the text."""

_METADATA: Final = "metadata"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one article."""

    published: EdtfDate | None
    published_basis: str
    """Empty where somebody gave the day, or nobody knows it."""
    publisher: str
    title: str
    url: str
    notes: tuple[str, ...] = ()
    """What a person should know about where it comes from."""
    is_kept: bool = False
    """Whether some of it is known from an earlier draft only."""


def settle(known: Known, head: Metadata, earlier: coding.ReadArticle | None) -> Facts:
    """Return what is known, the best word on each: the user's goes before all, and one given earlier before that of the page.

    Args:
        known: What the user says now.
        head: What the page says; empty for a text.
        earlier: What an earlier draft of the same text has; None: there is none.
    """
    published, basis = _day(known, head, earlier)
    publisher, title, url = (earlier.publisher, earlier.title, earlier.url) if earlier else (None, None, None)
    facts = Facts(published, basis, known.publisher or publisher or head.publisher, head.title or title or "", head.url or url or "")
    kept = ", ".join(_kept(facts, known, head))
    told = [f"kept from the earlier draft of this text: {kept}"] if kept else []
    if head.published and published == head.published and basis:
        told.append(f"published {head.published} by its metadata ({head.found_in})")
    elif head.published and published != head.published:
        told.append(f"its metadata say that it was published {head.published} ({head.found_in})")
    return replace(facts, notes=tuple(told), is_kept=bool(kept))


def _day(known: Known, head: Metadata, earlier: coding.ReadArticle | None) -> tuple[EdtfDate | None, str]:
    """Return the day of publication and its basis."""
    before = earlier.published if earlier and earlier.published_basis not in _OF_TEXT else None
    basis = (earlier.published_basis if earlier else "") or ""
    if known.published or (before and not basis):
        return known.published or before, ""
    return (head.published, _METADATA) if head.published else (before, basis if before else "")


def _kept(facts: Facts, known: Known, head: Metadata) -> Iterator[str]:
    """Give what is neither said now nor on the page."""
    if facts.published and facts.published != known.published and (facts.published != head.published or not facts.published_basis):
        yield f"published {facts.published}" + (" by the metadata of its page" if facts.published_basis else "")
    if facts.publisher not in {known.publisher, head.publisher}:
        yield f"publisher {facts.publisher}"
    yield from (name for name, now, page in (("title", facts.title, head.title), ("address", facts.url, head.url)) if now != page)
