"""Sentences as rows of words, and what single words say by the lexicon; what the words are about is not decided here."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.extract.parsing.lexicons.words import lexicon
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOKEN = re.compile(r"'s\b|'ll\b|n't\b|\b(?:[^\W\d_]\.)+[^\W\d_]\b|[^\W_]+(?:-[^\W_]+|\.\d[^\W_]*)*|[^\w\s]")


class Token(NamedTuple):
    """A word or a mark of a sentence."""

    word: str
    """In small letters."""
    start: int
    end: int
    is_capital: bool
    """Whether its first letter is a capital one."""


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence as words."""

    number: int
    """Number of the sentence."""
    segment: int
    tokens: tuple[Token, ...]

    def word(self, index: int) -> str:
        """Return the word at *index*, empty outside of the sentence."""
        return self.tokens[index].word if 0 <= index < len(self.tokens) else ""

    @property
    def all_words(self) -> tuple[str, ...]:
        """Every word of the sentence."""
        return tuple(token.word for token in self.tokens)

    def words(self, first: int, after: int) -> tuple[str, ...]:
        """Return the words from *first* to before *after*, as far as there are any."""
        return tuple(token.word for token in self.tokens[max(first, 0) : max(after, 0)])

    def span(self, first: int, after: int) -> Span:
        """Return the stretch from word *first* to before word *after*."""
        return Span(self.tokens[first].start, self.tokens[after - 1].end)

    def index_at(self, offset: int) -> int:
        """Return the number of the first word that does not end before *offset*."""
        return bisect_right(self.tokens, offset, key=lambda token: token.end)


def row_of(view: str, span: Span, number: int, segment: int) -> Row:
    """Return the sentence at *span* of *view* as words."""
    found = _TOKEN.finditer(view, span.start, span.end)
    tokens = [Token((word := one[0]).lower(), *one.span(), word[0].isupper()) for one in found]
    return Row(number, segment, tuple(tokens))


@cache
def saying(what: str) -> frozenset[str]:
    """Return the words that say *what*, by the lexicon `agreement_words`."""
    return frozenset(row["word"] for row in lexicon("agreement_words") if row["says"] == what)


def has(words: Sequence[str], what: str) -> bool:
    """Tell whether one of *words* says *what*."""
    return not saying(what).isdisjoint(words)
