"""Blocks: the lines of an article, with those joined that were broken to fit a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LINE = re.compile(r"[^\n]+")

_BULLET = re.compile(r"\s*(?:[•·▪●◦‣*■►▶–-]\s+|\d{1,2}[.)]\s+(?=\D))*")

_FULLEST = 110
"""Characters of the longest line of a text that was broken to fit a page."""

_LEAST = 30
"""Characters of a line that can have been broken at its end."""

_ENDS = (".", "!", "?", ":", '"', ")", "…", ";")


@dataclass(frozen=True, slots=True)
class Block:
    """One line, or several that were one before they were broken."""

    start: int
    end: int
    """Without the white space around it."""
    bullet: bool = False
    """Whether a bullet led it; `start` is behind that."""
    apart: bool = True
    """Whether an empty line, or the beginning, is before it."""


def blocks_of(view: str) -> list[Block]:
    """Return the blocks of a *view*, in order; a line of bullets alone is none."""
    lines = list(_lines(view))
    wrapped = _is_wrapped(lines)
    blocks: list[Block] = []
    for line in lines:
        if blocks and not line.apart and not line.bullet and _goes_on(view, blocks[-1], line, wrapped):
            blocks[-1] = Block(blocks[-1].start, line.end, blocks[-1].bullet, blocks[-1].apart)
        else:
            blocks.append(line)
    return blocks


def _lines(view: str) -> Iterator[Block]:
    """Yield one block a line."""
    before = None
    for line in _LINE.finditer(view):
        if line[0].isspace():
            continue
        apart = before is None or view.count("\n", before, line.start()) > 1
        before = line.end()
        bullet = _BULLET.match(line[0])
        behind = bullet.end() if bullet else 0
        text = line[0][behind:].strip()
        if text:
            start = line.start() + line[0].index(text[0], behind)
            yield Block(start, start + len(text), bool(bullet and bullet[0].strip()), apart)


def _is_wrapped(lines: Sequence[Block]) -> bool:
    """Tell whether the text was broken to fit a page: most lines that another follows at once are nearly as long as the longest."""
    inner = [line.end - line.start for line, after in pairwise(lines) if not after.apart]
    if len(inner) < 4 or max(inner) > _FULLEST or max(inner) < _LEAST:  # noqa: PLR2004
        return False
    nearly = 0.75 * max(inner)
    return sum(length > nearly for length in inner) > 0.8 * len(inner)


def _goes_on(view: str, block: Block, line: Block, wrapped: bool) -> bool:  # noqa: FBT001
    """Tell whether *line* goes on with the sentence or paragraph of *block*."""
    last = view.rfind("\n", block.start, block.end) + 1 or block.start
    if block.end - last < _LEAST:
        return False
    return wrapped or (view[line.start].islower() and not view[block.end - 1].endswith(_ENDS))
