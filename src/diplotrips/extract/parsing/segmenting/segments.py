"""What each block of an article is: title, heading, caption, paragraph, boilerplate, another language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.lexicons.words import lexicon
from diplotrips.extract.parsing.passages import Part
from diplotrips.extract.parsing.segmenting.blocks import Block, blocks_of
from diplotrips.extract.parsing.segmenting.boilerplate import Notice, is_author_note, is_byline, notice_in
from diplotrips.extract.parsing.segmenting.captions import is_caption
from diplotrips.extract.parsing.segmenting.datelines import dateline_at
from diplotrips.extract.parsing.segmenting.languages import is_foreign
from diplotrips.extract.parsing.segmenting.printed_days import ANY_DAY
from diplotrips.extract.parsing.segmenting.stated import stated_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.schema.fields import Span

_BODY_WORDS = 25
"""Words from which a block is a paragraph, with a full stop or without."""

_SENTENCE_WORDS = 6
"""Words of the shortest block that is a paragraph by its full stop."""

_HEADING_WORDS = 12
"""Words of the longest heading."""

_TITLE_WORDS = 3
"""Words of the shortest title."""

_STOPPED = re.compile(r"[.!?…:][\"')\]]*$")

_WORD = re.compile(r"\S+")

_HEAD = 12
"""Blocks after one above the article among which its title is looked for."""

_FIRST_BLOCKS = 40
"""Blocks among which captions without a label stand above the article."""

_MOST_AUTHORS = 3
"""Notes about authors behind an article."""


@dataclass(slots=True)
class Piece:
    """A block and what it is."""

    block: Block
    text: str
    """Its words in the view."""
    words: int
    """Number of its words, at most as many as make a paragraph."""
    part: Part | None = None
    """None: not decided yet."""
    notice: Notice | None = None
    """What kind of boilerplate it is by its words."""

    @property
    def is_body(self) -> bool:
        """Whether it is a paragraph by its length or its full stop."""
        return self.words >= _BODY_WORDS or (self.words >= _SENTENCE_WORDS and bool(_STOPPED.search(self.text[-8:])))


def pieces_of(view: str) -> tuple[list[Piece], list[Span]]:
    """Return the blocks of a *view* with what each is, in order, and the words of the days that the article states of itself."""
    pieces, stated = _without_stated_days(view, blocks_of(view))
    _sort_out(pieces)
    _clear_teasers(pieces)
    _clear_behind(pieces)
    return pieces, stated


def _piece(view: str, block: Block, part: Part | None = None) -> Piece:
    text = view[block.start : block.end]
    return Piece(block, text, sum(1 for _ in islice(_WORD.finditer(text), _BODY_WORDS)), part)


def _without_stated_days(view: str, blocks: Sequence[Block]) -> tuple[list[Piece], list[Span]]:
    """Return the pieces, what is printed for a day of publication apart as boilerplate, and the words of those days."""
    pieces: list[Piece] = []
    stated: list[Span] = []
    bodies = 0
    for block in blocks:
        day = stated_day(view, block.start, block.end, head=bodies <= 1)
        if not day:
            pieces.append(_piece(view, block))
            bodies += pieces[-1].is_body
            continue
        stated.append(day.span)
        pieces.append(_piece(view, Block(block.start, day.until, block.bullet, block.apart), Part.BOILERPLATE))
        rest = view[day.until : block.end]
        if rest.strip(" -|:"):
            start = block.end - len(rest.lstrip(" -|:"))
            pieces.append(_piece(view, Block(start, block.end)))
            bodies += pieces[-1].is_body
    return pieces, stated


def _sort_out(pieces: Sequence[Piece]) -> None:
    """Decide each piece by itself and by what was before it."""
    bodies, teasers = 0, False
    for number, piece in enumerate(pieces):
        if piece.part:
            continue
        piece.notice = notice_in(piece.text)
        if piece.notice is Notice.END and bodies:
            for behind in pieces[number:]:
                behind.part = Part.BOILERPLATE
            return
        piece.part = _part_of(pieces, number, bodies, teasers=teasers)
        if piece.notice:
            teasers = teasers or (piece.notice is Notice.TEASER and bodies > 0)
        elif piece.part is Part.PARAGRAPH:
            bodies, teasers = bodies + 1, False


def _part_of(pieces: Sequence[Piece], number: int, bodies: int, *, teasers: bool) -> Part:
    """Return what a piece is after so many paragraphs; *teasers*: whether headlines of other articles go before it."""
    piece = pieces[number]
    if piece.notice:
        return Part.BOILERPLATE
    if is_foreign(piece.text):
        return Part.FOREIGN
    if is_caption(piece.text, before_title=bodies == 0 and number < _FIRST_BLOCKS and _has_title_behind(pieces, number)):
        return Part.CAPTION
    if piece.is_body:
        asks = not bodies and piece.text.endswith("?") and piece.words < _BODY_WORDS and piece.text.count(". ") == 0
        return Part.TITLE if asks else Part.PARAGRAPH
    return _line_part(piece, bodies, teasers=teasers)


def _line_part(piece: Piece, bodies: int, *, teasers: bool) -> Part:
    """Return what a short line without a full stop is."""
    if teasers:
        return Part.BOILERPLATE
    if not bodies:
        return _head_part(piece)
    stopped = piece.words > 1 and piece.text.endswith((".", ";", "; and")) and not piece.text.endswith("..")
    return Part.PARAGRAPH if piece.block.bullet or piece.words > _HEADING_WORDS or stopped else Part.HEADING


def _head_part(piece: Piece) -> Part:
    """Return what a line above the first paragraph is."""
    if piece.text in _outlets() or is_byline(piece.text):
        return Part.BOILERPLATE
    if piece.words >= _TITLE_WORDS:
        return Part.TITLE
    return Part.BOILERPLATE if piece.block.bullet else Part.HEADING


@cache
def _outlets() -> frozenset[str]:
    """Return the names of agencies that stand alone on a line."""
    return frozenset(row["name"] for row in lexicon("outlets"))


def _has_title_behind(pieces: Sequence[Piece], number: int) -> bool:
    """Tell whether a line that can be the title, or a paragraph with a dateline, follows before any other paragraph."""
    for piece in pieces[number + 1 : number + 1 + _HEAD]:
        if piece.part is None and notice_in(piece.text) is None:
            if piece.is_body:
                return dateline_at(piece.text, 0, len(piece.text)) is not None
            if piece.words > _TITLE_WORDS and piece.text[0].isupper():
                return True
    return False


def _clear_teasers(pieces: Sequence[Piece]) -> None:
    """Take a paragraph with *Read more* behind it and the name of a section above it for a teaser."""
    for above, teaser, more in zip(pieces, pieces[1:], pieces[2:], strict=False):
        if (
            more.notice is Notice.TEASER
            and more.text.lower().startswith("read more")
            and teaser.part is Part.PARAGRAPH
            and above.words < _TITLE_WORDS
        ):
            teaser.part = Part.BOILERPLATE
            above.part = Part.BOILERPLATE


def _clear_behind(pieces: Sequence[Piece]) -> None:
    """Take what stands behind the last paragraph, and a note about the author, for boilerplate."""
    last = max((number for number, piece in enumerate(pieces) if piece.part is Part.PARAGRAPH and piece.is_body), default=-1)
    for _ in range(_MOST_AUTHORS):
        if last < _MOST_AUTHORS or not is_author_note(pieces[last].text) or not _is_late(pieces, last):
            break
        pieces[last].part = Part.BOILERPLATE
        last = max(number for number, piece in enumerate(pieces[:last]) if number == 0 or (piece.part is Part.PARAGRAPH and piece.is_body))
    for piece in pieces[last + 1 :] if last >= 0 else ():
        kept = piece.block.bullet or ":" in piece.text or ANY_DAY.search(piece.text)
        if piece.part is Part.HEADING and not kept:
            piece.part = Part.BOILERPLATE


def _is_late(pieces: Sequence[Piece], number: int) -> bool:
    """Tell whether a piece stands in the last third of the text, with a short line above it."""
    return pieces[number].block.start * 3 > pieces[-1].block.end * 2 and pieces[number - 1].words <= 4  # noqa: PLR2004
