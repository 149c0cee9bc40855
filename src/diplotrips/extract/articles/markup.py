"""The article of a page in HTML: its text without what stands around it, by trafilatura, and what the head says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from diplotrips.errors import UnusableRequestError
from diplotrips.extract.articles.metadata import Metadata, metadata_of
from diplotrips.extract.articles.trees import tree_of

if TYPE_CHECKING:
    from collections.abc import Callable

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
    extract = _trafilatura()
    tree = tree_of(page)
    if tree.root is None:
        return Taken("", Metadata(), tree.refusal or _EMPTY)
    metadata = metadata_of(tree.root)
    document = extract(tree.root, with_metadata=False, include_comments=False, date_extraction_params={"extensive_search": False})
    text = (document.text or "").strip() if document is not None else ""
    if not text:
        return Taken("", metadata, _EMPTY)
    begins = " ".join(text[: 2 * len(metadata.title)].split()).startswith(metadata.title)
    return Taken(text + "\n" if begins else f"{metadata.title}\n\n{text}\n", metadata)


def _trafilatura() -> Callable[..., Any]:
    """Return what takes the article out of a page."""
    try:
        from trafilatura import bare_extraction  # noqa: PLC0415  (an extra, which takes half a second)
    except ImportError as error:
        told = "pages in HTML are read by the package trafilatura, which is not installed; install diplotrips[html]"
        raise UnusableRequestError(told) from error
    return bare_extraction
