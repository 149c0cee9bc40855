"""Comments and blank lines of a YAML text, and what each of them belongs to.

A comment belongs to the entry that it stands beside or above, or to the end of the list or mapping that its column points at. Blank lines
go with what follows them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from diplotrips.extract.editing.written import Token, Value

_REMARK: Final = re.compile(r"#[^\n]*|^[ \t]*$", re.MULTILINE)

_BEFORE_ALL: Final = -1
"""Column of what follows the last token: to the left of everything."""


class Remark(NamedTuple):
    """A comment, or a blank line (an empty text), outside all scalars."""

    offset: int
    column: int
    text: str
    alone: bool
    """Whether nothing but signs of YAML stands before it on its line."""
    begun: bool
    """Whether the hyphen of what follows stands before it."""


def find_remarks(text: str, scalars: Iterable[Value], begin: int = 0, finish: int | None = None) -> Iterator[Remark]:
    """Return the comments and blank lines of *text*, in order.

    Args:
        text: A text that is YAML, with LF at the end of each line.
        scalars: Every scalar of it, keys too, in order; in them `#` is no comment but in the line that a block scalar begins with.
        begin: Offset at which to begin.
        finish: Offset at which to end; the end of the text unless given.
    """
    position = begin
    for scalar in scalars:
        yield from _between(text, position, scalar.start)
        if scalar.style in {"|", ">"}:
            header = scalar.start + len(scalar.raw.partition("\n")[0])
            yield from _between(text, scalar.start, header)
        position = scalar.end
    yield from _between(text, position, len(text) if finish is None else finish)


def _between(text: str, start: int, end: int) -> Iterator[Remark]:
    position, begun = start, False
    for match in _REMARK.finditer(text, start, end):
        line = text.rfind("\n", 0, match.start()) + 1
        content = match[0].rstrip()
        signs = text[position : match.start()]
        behind = max(signs.rfind("]"), signs.rfind("}")) + 1
        begun = (begun and not behind) or "-" in signs[behind:]
        position = match.end()
        if content or text[position : position + 1] in {"", "\n"}:
            alone = not text[line : match.start()].strip(" \t-?:")
            yield Remark(match.start(), match.start() - line, content, alone, begun)


def hand_out(remarks: Iterable[Remark], tokens: Sequence[Token]) -> list[str]:
    """Give each of *remarks* to what it belongs to, and return those of the head of the text.

    What stands inside a token, in brackets or in the first line of a block scalar, stays in its source text.
    """
    gaps: list[list[Remark]] = [[] for _ in range(len(tokens) + 1)]
    index = 0
    for remark in remarks:
        while index < len(tokens) and tokens[index].value.end <= remark.offset:
            index += 1
        if index == len(tokens) or remark.offset < tokens[index].value.start:
            gaps[index].append(remark)
    head = _head(gaps[0])
    for before, gap, after in zip([None, *tokens], gaps, [*tokens, None], strict=True):
        _give(gap, before, after)
    return head


def _head(gap: list[Remark]) -> list[str]:
    """Take the comments out of the first gap that a blank line keeps apart from what follows, and return them."""
    blank = max((index for index, remark in enumerate(gap) if not remark.text), default=-1)
    head = [remark.text for remark in gap[:blank]] if blank >= 0 else []
    del gap[: blank + 1]
    return head if any(head) else []


def _give(gap: list[Remark], before: Token | None, after: Token | None) -> None:
    """Give the remarks between two tokens to what they belong to."""
    if before and gap and gap[0].text and not gap[0].alone:
        entry = before.entry
        if entry.beside:  # between key and value stands one already
            entry.above.append(entry.beside)
        entry.beside = gap.pop(0).text
    if before and after and before.entry is after.entry:
        before.entry.above += [remark.text for remark in gap if remark.text]
        return
    rest = _give_tails(gap, before, after)
    if after:
        after.opens[0].above += [remark.text for remark in rest]


def _give_tails(gap: list[Remark], before: Token | None, after: Token | None) -> list[Remark]:
    """Give to the lists and mappings that end here what belongs to their ends, and return the rest."""
    closing = [value for value in before.inside if not after or not any(value is other for other in after.inside)] if before else []
    following = after.inside[-min(len(after.opens), len(after.inside))].column if after else _BEFORE_ALL  # empty items open with it too
    waiting: list[str] = []
    for index, remark in enumerate(gap):
        if not remark.text:
            waiting.append("")
            continue
        if not closing or remark.column <= following or remark.begun:
            return gap[index - len(waiting) :]
        while closing[1:] and closing[-1].column > remark.column:
            closing.pop()
        closing[-1].tail += [*waiting, remark.text]
        waiting.clear()
    return gap[len(gap) - len(waiting) :]
