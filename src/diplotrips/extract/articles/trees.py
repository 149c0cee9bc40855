"""The tree of a page in HTML, with the whole page in it: where a parser would leave out its end or take minutes, it is refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MOST_CHARS: Final = 5_000_000
"""Characters of the longest page, without the images in it; those of newspapers have fewer than 3,000,000."""

MOST_ELEMENTS: Final = 10_000
"""Elements of the largest page; those of newspapers have fewer than 5,000. The time to find the text grows with their square."""

MOST_ATTRIBUTES: Final = 200
"""Attributes of one element; the time that a parser takes grows with their square."""

_INVISIBLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
"""What cannot stand in HTML."""

_EMBEDDED: Final = re.compile(r"(data:[\w/+.-]{1,60};base64,)[A-Za-z0-9+/=]{1000,}")
"""Images that a browser put into a page when it was saved."""

_TOO_DEEP: Final = "its elements stand more than 250 deep within each other"

_STOPPED: Final = "the parser of HTML gave up before its end"


class Tree(NamedTuple):
    """A page as a tree."""

    root: Any = None
    """Its first element; None: there is none."""
    refusal: str = ""
    """Why the page is not read; empty: it is, or there is nothing in it."""


def tree_of(page: str) -> Tree:
    """Return the whole page as a tree, or why not."""
    from lxml.etree import ParserError  # noqa: PLC0415  (comes with an extra)
    from lxml.html import HTMLParser, document_fromstring  # noqa: PLC0415  (comes with an extra)

    page = _EMBEDDED.sub(r"\1", page)
    if len(page) > MOST_CHARS:
        return Tree(refusal=f"it is longer than {MOST_CHARS:,} characters, which no page of an article is")
    content = _INVISIBLE.sub(" ", page).encode("utf-8", "replace")
    refusal = _too_much(content, HTMLParser)
    if refusal:
        return Tree(refusal=refusal)
    parser = HTMLParser(encoding="utf-8", remove_comments=True)
    try:
        root = document_fromstring(content, parser=parser)
    except ParserError:  # there is nothing in it
        root = None
    return Tree(refusal=refusal) if (refusal := _early_end(parser.error_log)) else Tree(root)


class _TooMuchError(Exception):
    """A page has more in it than is read."""


class _Counted:
    """What a parser tells each element to, which builds nothing and so takes no time to speak of."""

    def __init__(self) -> None:
        self.elements = 0

    def start(self, _tag: str, attributes: Mapping[str, str]) -> None:
        self.elements += 1
        if self.elements > MOST_ELEMENTS:
            raise _TooMuchError(f"it has more than {MOST_ELEMENTS:,} elements, which no page of an article has")
        if len(attributes) > MOST_ATTRIBUTES:
            raise _TooMuchError(f"an element in it has more than {MOST_ATTRIBUTES} attributes")

    def close(self) -> None:
        """End without a result."""


def _too_much(content: bytes, parser: Callable[..., Any]) -> str:
    """Return what a page has too much of; empty: nothing."""
    counting = parser(encoding="utf-8", remove_comments=True, target=_Counted())
    try:
        counting.feed(content)
        counting.close()
    except _TooMuchError as error:
        return str(error)
    return ""


def _early_end(errors: Any) -> str:  # noqa: ANN401  (lxml has no types)
    """Return why the parser gave up, which it does without raising anything; empty: it read the page to its end."""
    for error in errors.filter_from_fatals():
        return _TOO_DEEP if "depth" in error.message else _STOPPED
    return ""
