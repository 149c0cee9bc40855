"""The article of a page in HTML: its text without what stands around it, by trafilatura, and what the head says of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from diplotrips.errors import UnusableRequestError
from diplotrips.extract.articles.metadata import Metadata, metadata_of

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_NESTED: Final = 250
"""Elements that may stand within each other; the parser of HTML gives up at 256."""

_TAG: Final = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?:script|style)\b.*?(?:</(?:script|style)|\Z)|<(/?)([a-z][a-z0-9]*)", re.DOTALL | re.IGNORECASE
)

_UNCOUNTED: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
    | {"p", "li", "dd", "dt", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "rp", "rt"}
    | {"html", "head", "body"}
)
"""Elements that hold nothing, or that the next one of their kind closes."""

_INVISIBLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
"""What cannot stand in HTML."""

_EMPTY: Final = "no text of an article was found in the page"


class Taken(NamedTuple):
    """The text of a page, and what its head says."""

    text: str
    metadata: Metadata
    refusal: str = ""
    """Why there is no text; empty: there is one."""


def article_in(page: str) -> Taken:
    """Return the article of a page: its title, then its text, a line a paragraph.

    Raises:
        UnusableRequestError: trafilatura is not installed.
    """
    if is_nested_too_deep(page):
        return Taken("", Metadata(), f"its elements stand more than {MOST_NESTED} deep within each other")
    extract, parse = _trafilatura()
    tree = parse(_INVISIBLE.sub(" ", page))
    if tree is None:
        return Taken("", Metadata(), _EMPTY)
    metadata = metadata_of(tree)
    document = extract(tree, with_metadata=False, include_comments=False, date_extraction_params={"extensive_search": False})
    text = (document.text or "").strip() if document is not None else ""
    if not text:
        return Taken("", metadata, _EMPTY)
    begins = " ".join(text[: 2 * len(metadata.title)].split()).startswith(metadata.title)
    return Taken(text + "\n" if begins else f"{metadata.title}\n\n{text}\n", metadata)


def is_nested_too_deep(page: str) -> bool:
    """Tell whether more elements stand within each other than a parser can hold."""
    depth = 0
    for tag in _TAG.finditer(page):
        name = (tag[2] or "").lower()
        if not name or name in _UNCOUNTED:
            continue
        depth = max(depth - 1, 0) if tag[1] else depth + 1
        if depth > MOST_NESTED:
            return True
    return False


def _trafilatura() -> tuple[Callable[..., Any], Callable[[str], Any]]:
    """Return what takes the article out of a page, and what parses the page."""
    try:
        from lxml.etree import ParserError  # noqa: PLC0415  (comes with an extra)
        from lxml.html import HTMLParser, document_fromstring  # noqa: PLC0415  (comes with an extra)
        from trafilatura import bare_extraction  # noqa: PLC0415  (an extra, which takes half a second)
    except ImportError as error:
        told = "pages in HTML are read by the package trafilatura, which is not installed; install diplotrips[html]"
        raise UnusableRequestError(told) from error

    def parse(page: str) -> Any:  # noqa: ANN401  (lxml has no types)
        try:
            return document_fromstring(page.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8", remove_comments=True))
        except ParserError:  # there is nothing in it
            return None

    return bare_extraction, parse
