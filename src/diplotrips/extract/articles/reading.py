"""From the bytes of an article to the article that the parser reads, with what a person should know about the way there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from diplotrips.errors import UnreadablePathError, UnusableRequestError
from diplotrips.extract.articles.decoding import declared_in, decoded, is_encoding, why_no_text
from diplotrips.extract.articles.markup import article_in
from diplotrips.extract.articles.pages import Form
from diplotrips.extract.parsing.article import Article
from diplotrips.schema.dates.edtf import EdtfDate, EdtfError

if TYPE_CHECKING:
    from diplotrips.extract.articles.pages import Page

MOST_CHARS: Final = 2_000_000
"""Characters of the longest text that is read; the longest article of a newspaper has a fiftieth of it."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the user says of an article."""

    source: str = ""
    """Id of its source."""
    published: EdtfDate | None = None
    """Day of publication, or a window in which it lies."""
    publisher: str = ""
    encoding: str = ""
    """Encoding of a text that declares none."""

    @classmethod
    def given(cls, source: str, published: str, publisher: str, encoding: str) -> Known:
        """Return what was typed.

        Raises:
            UnusableRequestError: the day of publication is none, or the encoding.
        """
        if encoding and not is_encoding(encoding):
            raise UnusableRequestError(f"--encoding takes the name of an encoding such as windows-1251, not {encoding}")
        try:
            day = EdtfDate.parse(published) if published else None
        except EdtfError as error:
            raise UnusableRequestError(f"--published takes a day such as 2024-05-20, or an interval: {error}") from error
        return cls(source, day, publisher, encoding)


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article, with what a person should know about how it was read."""

    article: Article
    notes: tuple[str, ...] = ()
    is_file: bool = True
    """Whether the text is that of the file, byte for byte in UTF-8; if not, a review needs a copy of the text."""


def read_article(page: Page, known: Known) -> ReadArticle:
    """Return the article of *page*; what the user says of it goes before what the page says.

    Raises:
        UnreadablePathError: it is no text, in no known encoding, empty, too long, or a page that cannot be read.
        UnusableRequestError: a package is not installed that pages need.
    """
    reason = why_no_text(page.content)
    if reason:
        raise UnreadablePathError(page.shown_as, reason)
    declared = known.encoding or page.charset or (declared_in(page.content) if page.form is Form.HTML else "")
    found = decoded(page.content, declared)
    if found is None:
        raise UnreadablePathError(page.shown_as, "its encoding is neither UTF-8 nor windows-1252; say which with --encoding")
    notes = (f"it is not UTF-8 and was read as {found.encoding}",) if found.guessed else ()
    if page.form is Form.HTML:
        return _from_markup(page, found.text, known, notes)
    article = Article(_held(page, found.text), known.source, known.published, publisher=known.publisher)
    return ReadArticle(article, notes, is_file=found.text.encode("utf-8", "surrogatepass") == page.content)


def _from_markup(page: Page, markup: str, known: Known, notes: tuple[str, ...]) -> ReadArticle:
    """Return the article of a page in HTML."""
    taken = article_in(markup)
    if taken.refusal:
        raise UnreadablePathError(page.shown_as, taken.refusal)
    head = taken.metadata
    article = Article(
        _held(page, taken.text),
        known.source,
        head.published,
        published_basis="metadata" if head.published else "",
        publisher=known.publisher or head.publisher,
        title=head.title,
        url=page.url or head.url,
    )
    if known.published is None:
        notes = (*notes, f"published {head.published} by its metadata ({head.found_in})") if head.published else notes
        return ReadArticle(article, notes, is_file=False)
    if head.published and head.published != known.published:
        notes = (*notes, f"its metadata say that it was published {head.published} ({head.found_in})")
    return ReadArticle(replace(article, published=known.published, published_basis=""), notes, is_file=False)


def _held(page: Page, text: str) -> str:
    """Return the text, unless there is nothing in it, or more than an article has."""
    if not text.strip("\ufeff \t\r\n"):
        raise UnreadablePathError(page.shown_as, "there is no text in it")
    if len(text) > MOST_CHARS:
        raise UnreadablePathError(page.shown_as, f"its text is longer than {MOST_CHARS:,} characters, which no article is")
    return text
