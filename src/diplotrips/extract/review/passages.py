"""The passage that a person means: by its code points, or by words that the article has once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplotrips.errors import UnusableRequestError
from diplotrips.extract.citing import find_phrase
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

_SPAN: Final = re.compile(r"[0-9]{1,9}-[0-9]{1,9}")


def passage(text: str, written: str) -> str:
    """Return the span in *text* that is *written* as `12-34` or as words of the article.

    Raises:
        UnusableRequestError: the text has no such passage, or those words more than once.
    """
    if _SPAN.fullmatch(written):
        return _in_text(text, written)
    found = find_phrase(text, written)
    if not found.first:
        raise UnusableRequestError(f"the article has no passage “{written}”; copy the words from it, or write code points such as 12-34")
    if number := len(found.first) + found.more - 1:
        raise UnusableRequestError(f"the article has “{written}” {number + 1} times; give more words around the one that is meant")
    return f"{found.first[0].start}-{found.first[0].end}"


def passages(text: str, written: object) -> str | list[str]:
    """Return one passage or a list of them, each as `passage` does.

    Raises:
        UnusableRequestError: one of them is none.
    """
    if isinstance(written, list):
        return [passage(text, str(item)) for item in _some(written)]
    return passage(text, str(written))


def _some(written: list[object]) -> Iterable[object]:
    if not written:
        raise UnusableRequestError("an empty list is no passage; leave span out to keep the one of the draft")
    return written


def _in_text(text: str, written: str) -> str:
    start, end = map(int, written.split("-"))
    if not start < end <= len(text):
        raise UnusableRequestError(f"{written} is no passage of the article, which has {len(text)} code points")
    return str(Span(start, end))
