"""Where a phrase stands in the text of a source: what `cite` answers.

A span counts code points of the text as read (line ends as they are), half-open. Recorded spans are held to their texts in `spans`.
Whatever the text and the phrase are, the time taken grows with their length only.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import Final, NamedTuple

CONTEXT: Final = 30
"""Code points shown on either side of a phrase."""

MOST_CITATIONS: Final = 1_000
"""Occurrences that are returned; the others are counted."""

_QUOTES: Final = "\"'“”„‘’‚«»‹›"  # noqa: RUF001  (marks that look alike are what this is about)
_DASHES: Final = "-‐‑‒–—"  # noqa: RUF001  (as above)


class Citation(NamedTuple):
    """One occurrence of a phrase in a text."""

    start: int
    end: int
    before: str
    """What stands before it, `CONTEXT` code points at most."""
    phrase: str
    """The phrase as the text has it."""
    after: str


@dataclass(frozen=True, slots=True)
class Citations:
    """The occurrences of a phrase in a text."""

    first: tuple[Citation, ...] = ()
    """The first ones in the order of the text, `MOST_CITATIONS` at most; they may overlap."""

    more: int = 0
    """How many there are behind these, of those that overlap the first only."""


def find_phrase(text: str, phrase: str) -> Citations:
    """Return the occurrences of *phrase* in *text*.

    If there is none: those that differ only in case, white space (line ends included), quotation marks or dashes.
    """
    if not phrase.strip():
        return Citations()
    starts, more = _occurrences(text, phrase)
    if starts:
        return Citations(tuple(_citation(text, start, start + len(phrase)) for start in starts), more)
    plain, offsets = _plain(text)
    wanted = " ".join(_plain(phrase)[0].split())
    starts, more = _occurrences(plain, wanted)
    ends = [offsets[start + len(wanted) - 1] + 1 for start in starts]
    return Citations(tuple(_citation(text, offsets[start], end) for start, end in zip(starts, ends, strict=True)), more)


def _occurrences(text: str, phrase: str) -> tuple[list[int], int]:
    """Return where the first occurrences begin, also those that overlap, and how many more there are."""
    starts: list[int] = []
    at = text.find(phrase)
    while at >= 0 and len(starts) < MOST_CITATIONS:
        starts.append(at)
        at = text.find(phrase, at + 1)
    return starts, text.count(phrase, at) if at >= 0 else 0


def _citation(text: str, start: int, end: int) -> Citation:
    return Citation(start, end, text[max(start - CONTEXT, 0) : start], text[start:end], text[end : end + CONTEXT])


def _plain(text: str) -> tuple[str, array[int]]:
    """Return *text* with one sign for all that make no difference, and the offset in *text* of each character of that."""
    same_length = text.translate({ord(char): _alike(char) for char in set(text)})
    kept = array("L", (at for at, char in enumerate(same_length) if char != " " or at == 0 or same_length[at - 1] != " "))
    return "".join(same_length[at] for at in kept), kept


def _alike(char: str) -> str:
    """Return the one character that stands for all that are taken for *char*."""
    if char.isspace():
        return " "
    folded = char.casefold()
    folded = folded if len(folded) == 1 else char.lower()[0]  # a sharp s stays one character, so that offsets hold
    return next((alike[0] for alike in (_QUOTES, _DASHES) if folded in alike), folded)
