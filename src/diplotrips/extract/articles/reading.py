"""From the bytes of an article to the article that the parser reads, with what a person should know about the way there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from diplotrips.errors import UnreadablePathError
from diplotrips.extract.articles.decoding import declared_in, decoded, why_no_text
from diplotrips.extract.articles.earlier import earlier_facts
from diplotrips.extract.articles.facts import settle
from diplotrips.extract.articles.markup import article_in
from diplotrips.extract.articles.metadata import Metadata
from diplotrips.extract.articles.pages import Form
from diplotrips.extract.parsing.article import Article
from diplotrips.extract.parsing.drafting.grounding import text_sha256

if TYPE_CHECKING:
    from pathlib import Path

    from diplotrips.extract.articles.known import Known
    from diplotrips.extract.articles.pages import Page

MOST_CHARS: Final = 300_000
"""Characters of the longest text that is read, which takes some ten seconds; few articles of newspapers have a tenth of it."""


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article, with what a person should know about how it was read."""

    article: Article
    notes: tuple[str, ...] = ()
    is_file: bool = True
    """Whether the text is that of the file, byte for byte in UTF-8; if not, a review needs a copy of the text."""
    is_kept: bool = False
    """Whether something is known of it from an earlier draft only."""


def read_article(page: Page, known: Known, draft: Path | None = None) -> ReadArticle:
    """Return the article of *page*; what the user says of it goes before what an earlier draft and the page say.

    Args:
        page: The bytes of it.
        known: What the user says.
        draft: File in which an earlier draft of it may lie; what that knows of the same text is kept.

    Raises:
        UnreadablePathError: it is no text, in no known encoding, empty, too long, or a page that cannot be read.
        UnwritablePathError: *draft* is there and cannot be read.
        UnusableRequestError: a package is not installed that pages need.
    """
    reason = why_no_text(page.content)
    if reason:
        raise UnreadablePathError(page.shown_as, reason)
    declared = known.encoding or page.charset or (declared_in(page.content) if page.form is Form.HTML else "")
    found = decoded(page.content, declared)
    if found is None:
        raise UnreadablePathError(page.shown_as, "its encoding is neither UTF-8 nor windows-1252; say which with --encoding")
    text, head = _taken(page, found.text) if page.form is Form.HTML else (found.text, Metadata())
    if page.url:
        head = replace(head, url=page.url)
    facts = settle(known, head, earlier_facts(draft, text_sha256(text)) if draft else None)
    article = Article(
        _held(page, text),
        known.source,
        facts.published,
        published_basis=facts.published_basis,
        publisher=facts.publisher,
        title=facts.title,
        url=facts.url,
    )
    notes = (f"it is not UTF-8 and was read as {found.encoding}",) if found.guessed else ()
    is_file = page.form is Form.TEXT and text.encode("utf-8", "surrogatepass") == page.content
    return ReadArticle(article, (*page.notes, *notes, *facts.notes), is_file, facts.is_kept)


def _taken(page: Page, markup: str) -> tuple[str, Metadata]:
    """Return the text of a page in HTML, and what its head says."""
    taken = article_in(markup)
    if taken.refusal:
        raise UnreadablePathError(page.shown_as, taken.refusal)
    return taken.text, taken.metadata


def _held(page: Page, text: str) -> str:
    """Return the text, unless there is nothing in it, or more than an article has."""
    if not text.strip("\ufeff \t\r\n"):
        raise UnreadablePathError(page.shown_as, "there is no text in it")
    if len(text) > MOST_CHARS:
        raise UnreadablePathError(page.shown_as, f"its text is longer than {MOST_CHARS:,} characters, which no article is")
    return text
