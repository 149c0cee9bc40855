"""Single quotation marks: which of them enclose a quotation, and which are apostrophes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENER = re.compile(r"(?<![^\s(\[{\"/-])'(?=[^\W_]|[\[(\"…])(?!(?:\d0s|tis|twas|til|em|cause|bout|n)\b)", re.IGNORECASE)

_CLOSER = re.compile(r"(?<=[^\s'])'(?![^\W_])")

_OPENING = "\u2018"
"""The curly mark that is hardly ever an apostrophe."""

_CLOSING = "\u203a"

_GOES_ON = re.compile(r"' [^\W\d_]")


def single_pairs(text: str, view: str, span: Span) -> list[Span]:
    """Return the stretches between single marks in a segment, with their marks, in order.

    The mark of `the ministers' visit` closes nothing if a mark follows that is certainly no apostrophe.
    """
    found: list[Span] = []
    opener: int | None = None
    weak: int | None = None
    for at, is_opener in _marks(view, span):
        if is_opener:
            if opener is not None and weak is not None:
                found.append(Span(opener, weak + 1))
            if opener is None or weak is not None or text[opener] != _OPENING:
                opener, weak = at, None
        elif opener is not None:
            if _is_weak(view, at) and text[at] != _CLOSING:
                weak = at if weak is None else weak
            else:
                found.append(Span(opener, at + 1))
                opener, weak = None, None
    if opener is not None and weak is not None:
        found.append(Span(opener, weak + 1))
    return found


def _marks(view: str, span: Span) -> Iterator[tuple[int, bool]]:
    """Yield where single marks are that can open or close, and whether they open."""
    openers = {mark.start() for mark in _OPENER.finditer(view, span.start, span.end)}
    closers = {mark.start() for mark in _CLOSER.finditer(view, span.start, span.end)} - openers
    for at in sorted(openers | closers):
        yield at, at in openers


def _is_weak(view: str, at: int) -> bool:
    """Tell whether a closing mark may be the apostrophe of a plural: behind an s, with a word after it."""
    return view[at - 1] in "sS" and bool(_GOES_ON.match(view, at))
