"""Passages in their surroundings, for people to judge a value by. Colour is for those who print it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from diplotrips.schema.fields import Span

CONTEXT: Final = 160
"""Code points shown on either side of a passage, fewer where a word would be cut."""

LONGEST: Final = 600
"""Code points of a passage that are shown; of a longer one beginning and end."""


_PARAGRAPH: Final = r"(?:\r\n?|\n|\u2028)[^\S\r\n]*(?:\r\n?|\n)\s*|(?<=[.!?\"”])(?:\r\n?|\n)\s*|\u2029\s*"
"""The end of a paragraph: an empty line, or the end of a line behind that of a sentence."""


class Stretch(NamedTuple):
    """Some words of a snippet."""

    text: str
    """The words, with a sign for what is not printed, and a line end where a paragraph ends."""
    is_passage: bool
    """Whether they are the passage itself, and not what stands around it."""


def snippets(text: str, spans: Iterable[Span], context: int = CONTEXT) -> Iterator[tuple[Stretch, ...]]:
    """Return *spans* in their surroundings, those that stand close together in one snippet; `…` stands for what was left out."""
    group: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if group and not group[-1].end <= span.start <= group[-1].end + context:
            yield tuple(_snippet(text, group, context))
            group = []
        group.append(span)
    if group:
        yield tuple(_snippet(text, group, context))


def _snippet(text: str, spans: Sequence[Span], context: int) -> Iterator[Stretch]:
    """Return the stretches of one snippet."""
    low, high = _start(text, spans[0].start, context), _finish(text, spans[-1].end, context)
    before, after = _shown(text[low : spans[0].start]), _shown(text[spans[-1].end : high])
    yield Stretch("…" + before.lstrip("\n") if low > 0 else before, is_passage=False)
    for number, span in enumerate(spans):
        if number:
            yield Stretch(_shown(text[spans[number - 1].end : span.start]), is_passage=False)
        passage = text[span.start : span.end]
        if len(passage) > LONGEST:
            passage = f"{passage[: LONGEST // 2]} … {passage[-LONGEST // 2 :]}"
        yield Stretch(_shown(passage), is_passage=True)
    yield Stretch(after.rstrip("\n") + "…" if high < len(text) else after, is_passage=False)


def _start(text: str, position: int, context: int) -> int:
    """Return where the words before *position* begin."""
    low = max(position - context, 0)
    while low and low < position and not text[low - 1].isspace():
        low += 1
    return low


def _finish(text: str, position: int, context: int) -> int:
    """Return where the words behind *position* end."""
    high = min(position + context, len(text))
    while position < high < len(text) and not text[high].isspace():
        high -= 1
    return high


def _shown(text: str) -> str:
    """Return *text* with one space for every run of white space, those at its ends kept, and one line end where a paragraph ends."""
    return re.sub(" ?\n ?", "\n", "\n".join(map(_plain, re.split(_PARAGRAPH, text))))


def _plain(text: str) -> str:
    """Return *text* on one line, with a sign for what is not printed."""
    signs = "".join(" " if char.isspace() else char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)
    inner = " ".join(signs.split())
    return f"{' ' * (signs[:1] == ' ')}{inner}{' ' * (signs[-1:] == ' ' and bool(inner))}"
