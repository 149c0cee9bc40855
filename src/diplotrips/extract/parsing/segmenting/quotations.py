"""Quotations: which marks pair, when curly and straight ones mix, marks are nested, missing, or go on over paragraphs.

The direction of a mark follows from its form, from what stands on either side, and from whether a quotation is open, in that order where
they agree. A nested quotation belongs to the outer one and is none of its own. Single marks count where they can be no apostrophes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.passages import Quotation
from diplotrips.extract.parsing.segmenting.single_marks import single_pairs
from diplotrips.extract.parsing.segmenting.view import DOUBLE_CLOSERS, DOUBLE_OPENERS
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARK = re.compile(r'"+')

_BEFORE_OPEN = " \n([{-/'\">:"

_AFTER_CLOSE = " \n.,;:!?)]}-'\"…/<"

_INTRODUCED = re.compile(r"[a-z][,:] ?$")
"""What stands before a quotation of which the mark at the end of the paragraph was forgotten."""

_MANY = 3
"""Marks in a row from which they are no quotation marks."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark, or two straight ones that are written as one."""

    start: int
    end: int
    form: str
    """`open`, `close`, or empty for a straight mark."""
    opens: bool
    """Whether it can open by what is on either side."""
    closes: bool
    """Whether it can close by what is on either side."""

    @property
    def leans(self) -> str:
        """What it is by its sides alone; empty: both or neither."""
        if self.opens == self.closes:
            return ""
        return "open" if self.opens else "close"


@dataclass(frozen=True, slots=True)
class Pairs:
    """Marks of one paragraph, paired."""

    pairs: tuple[tuple[Mark | None, Mark], ...]
    """Openers with their closers, outermost only; without an opener where the quotation goes on from the paragraph before."""
    left: Mark | None = None
    """The last opener without a closer, if no mark is behind it."""


def quotations_of(text: str, view: str, segments: Sequence[tuple[int, Span]]) -> list[Quotation]:
    """Return the quotations of an article, in order; *segments* are those with words of the article, by number.

    A quotation that is open at the end of a segment goes on if the next one begins with a mark, or has the mark that closes it first.
    """
    found: list[Quotation] = []
    goes_on = False
    marks = [_marks(text, view, span) for _, span in segments]
    for place, (number, span) in enumerate(segments):
        paired = _pair(marks[place], inside=goes_on and bool(marks[place]) and not _begins(view, span, marks[place]))
        doubles = [_quotation(pair, span, number, continues=goes_on and n == 0) for n, pair in enumerate(paired.pairs)]
        behind = segments[place + 1][1] if place + 1 < len(segments) else None
        goes_on_now = bool(paired.left and behind and _goes_on(view, behind, marks[place + 1]))
        if paired.left and (goes_on_now or _INTRODUCED.search(view, span.start, paired.left.start)):
            doubles.append(_open_quotation(paired.left, span, number, continues=goes_on and not paired.pairs))
        found += _with_singles(doubles, single_pairs(text, view, span), number)
        goes_on = goes_on_now
    return found


def _marks(text: str, view: str, span: Span) -> list[Mark]:
    """Return the double marks of a segment."""
    marks: list[Mark] = []
    for run in _MARK.finditer(view, span.start, span.end):
        length = run.end() - run.start()
        straight = not any(sign in DOUBLE_OPENERS + DOUBLE_CLOSERS for sign in text[run.start() : run.end()])
        if length > _MANY and straight:
            continue
        sides = _is_open_side(view, run.start(), span.start), _is_close_side(view, run.end(), span.end)
        if length == 2 and straight and any(sides):  # noqa: PLR2004
            marks.append(_mark(text, view, run.start(), run.end(), span))
        else:
            marks += [_mark(text, view, at, at + 1, span) for at in range(run.start(), run.end())]
    return marks


def _is_open_side(view: str, at: int, first: int) -> bool:
    return at == first or view[at - 1] in _BEFORE_OPEN


def _is_close_side(view: str, at: int, last: int) -> bool:
    return at >= last or view[at] in _AFTER_CLOSE


def _mark(text: str, view: str, start: int, end: int, span: Span) -> Mark:
    sign = text[start]
    form = "open" if sign in DOUBLE_OPENERS else "close" if sign in DOUBLE_CLOSERS else ""
    before, behind = _is_open_side(view, start, span.start), _is_close_side(view, end, span.end)
    spaced_before = start == span.start or view[start - 1] in " \n"
    spaced_behind = end >= span.end or view[end] in " \n"
    return Mark(start, end, form, before and not spaced_behind, behind and not spaced_before)


def _pair(marks: Sequence[Mark], *, inside: bool) -> Pairs:
    """Return the marks paired; *inside*: whether a quotation of the paragraph before is still open."""
    nested, is_sound = _nested(marks, inside=inside)
    if is_sound:
        return nested
    if not any(mark.form for mark in marks) and len(marks) % 2 == int(inside):
        return _in_turn(marks, inside=inside)
    return _flat(marks, inside=inside)


def _direction(mark: Mark, *, is_open: bool) -> str:
    """Return what a mark does; empty: nothing, it is stray."""
    if mark.form == "open":
        return "close" if is_open and mark.leans == "close" else "open"
    if mark.form == "close":
        return "close" if is_open else "open" if mark.leans == "open" else ""
    if mark.leans == "open":
        return "open"
    if mark.leans == "close":
        return "close" if is_open else ""
    return "close" if is_open else "open"


def _nested(marks: Sequence[Mark], *, inside: bool) -> tuple[Pairs, bool]:
    """Return the outermost pairs when marks nest, and whether that is sound: at most the last opener stays open, with nothing behind it."""
    pairs: list[tuple[Mark | None, Mark]] = []
    stack: list[Mark | None] = [None] if inside else []
    last: Mark | None = None
    for mark in marks:
        last = mark
        direction = _direction(mark, is_open=bool(stack))
        if direction == "open":
            stack.append(mark)
        elif direction == "close":
            opener = stack.pop()
            if not stack:
                pairs.append((opener, mark))
    is_sound = not stack or (len(stack) == 1 and stack[0] is last)
    return Pairs(tuple(pairs), stack[0] if stack and is_sound else None), is_sound


def _in_turn(marks: Sequence[Mark], *, inside: bool) -> Pairs:
    """Return straight marks paired in turn, whatever their sides look like."""
    rest = marks[1:] if inside else marks
    pairs: list[tuple[Mark | None, Mark]] = [(None, marks[0])] if inside else []
    return Pairs((*pairs, *zip(rest[::2], rest[1::2], strict=True)))


def _flat(marks: Sequence[Mark], *, inside: bool) -> Pairs:
    """Return the pairs when no marks nest: an opener behind an opener takes its place."""
    pairs: list[tuple[Mark | None, Mark]] = []
    opener: Mark | None = None
    is_open = inside
    for mark in marks:
        direction = _direction(mark, is_open=is_open)
        if direction == "open":
            opener, is_open = mark, True
        elif direction == "close":
            pairs.append((opener, mark))
            opener, is_open = None, False
    return Pairs(tuple(pairs), opener if opener is not None and marks and opener is marks[-1] else None)


def _begins(view: str, span: Span, marks: Sequence[Mark]) -> bool:
    """Tell whether a segment begins with a mark that can open."""
    return bool(marks) and not view[span.start : marks[0].start].strip(" -") and marks[0].form != "close"


def _goes_on(view: str, span: Span, marks: Sequence[Mark]) -> bool:
    """Tell whether a quotation open at the end of the segment before goes on in this one."""
    if not marks:
        return False
    first = marks[0]
    return _begins(view, span, marks) or first.form == "close" or (not first.form and first.leans == "close")


def _quotation(pair: tuple[Mark | None, Mark], segment: Span, number: int, *, continues: bool) -> Quotation:
    opener, closer = pair
    start = opener.start if opener else segment.start
    return Quotation(Span(start, closer.end), Span(opener.end if opener else start, closer.start), number, continues)


def _open_quotation(opener: Mark, segment: Span, number: int, *, continues: bool) -> Quotation:
    return Quotation(Span(opener.start, segment.end), Span(opener.end, segment.end), number, continues)


def _with_singles(doubles: list[Quotation], singles: Sequence[Span], number: int) -> list[Quotation]:
    """Return the quotations of a segment with those between single marks, nested ones left out, in order."""
    found = [(one.span, one) for one in doubles if one.inner.end > one.inner.start]
    found += [(one, Quotation(one, Span(one.start + 1, one.end - 1), number)) for one in singles if one.end - one.start > 2]  # noqa: PLR2004
    kept: list[Quotation] = []
    for span, one in sorted(found, key=lambda item: (item[0].start, -item[0].end)):
        if not kept or span.start >= kept[-1].span.end:
            kept.append(one)
    return kept
