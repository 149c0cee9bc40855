"""Sentences as rows of words, and the phrases of a lexicon in them; what the words are about is not decided here."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from diplotrips.extract.parsing.lexicons.words import lexicon
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_TOKEN = re.compile(r"'s\b|'ll\b|n't\b|\b(?:[^\W\d_]\.)+[^\W\d_]\b|[^\W_]+(?:-[^\W_]+|\.\d[^\W_]*)*|[^\w\s]")

Meaning = TypeVar("Meaning")


class Token(NamedTuple):
    """A word or a mark of a sentence."""

    word: str
    """In small letters."""
    start: int
    end: int
    is_capital: bool
    """Whether its first letter is a capital one."""


class Match(NamedTuple, Generic[Meaning]):
    """A phrase of a lexicon in a row of words."""

    first: int
    """Number of its first word."""
    after: int
    """Number of the first word after it."""
    meaning: Meaning


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

    def words(self, first: int, after: int) -> tuple[str, ...]:
        """Return the words from *first* to before *after*, as far as there are any."""
        return tuple(token.word for token in self.tokens[max(first, 0) : max(after, 0)])

    def span(self, first: int, after: int) -> Span:
        """Return the stretch from word *first* to before word *after*."""
        return Span(self.tokens[first].start, self.tokens[after - 1].end)

    def index_at(self, offset: int) -> int:
        """Return the number of the first word that does not end before *offset*."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        return low


def row_of(view: str, span: Span, number: int, segment: int) -> Row:
    """Return the sentence at *span* of *view* as words."""
    found = _TOKEN.finditer(view, span.start, span.end)
    tokens = [Token((word := one[0]).lower(), *one.span(), word[0].isupper()) for one in found]
    return Row(number, segment, tuple(tokens))


class Phrases(Generic[Meaning]):
    """Phrases with what each means, looked up by their first word."""

    def __init__(self, entries: Iterable[tuple[str, Meaning]]) -> None:
        by_word: defaultdict[str, list[tuple[tuple[str, ...], Meaning]]] = defaultdict(list)
        for phrase, meaning in entries:
            words = tuple(phrase.split())
            by_word[words[0]].append((words, meaning))
        self._by_word = {word: sorted(found, key=lambda entry: -len(entry[0])) for word, found in by_word.items()}

    def all_in(self, row: Row) -> Iterator[Match[Meaning]]:
        """Give the longest phrases of *row*, none inside another."""
        after = 0
        for index, token in enumerate(row.tokens):
            known = self._by_word.get(token.word)
            if known and index >= after and (found := _longest(row, index, known)):
                after = found.after
                yield found


def _longest(row: Row, index: int, known: Sequence[tuple[tuple[str, ...], Meaning]]) -> Match[Meaning] | None:
    for words, meaning in known:
        if len(words) == 1 or row.words(index, index + len(words)) == words:
            return Match(index, index + len(words), meaning)
    return None


@cache
def saying(what: str) -> frozenset[str]:
    """Return the words that say *what*, by the lexicon `agreement_words`."""
    return frozenset(row["word"] for row in lexicon("agreement_words") if row["says"] == what)


def has(words: Sequence[str], what: str) -> bool:
    """Tell whether one of *words* says *what*."""
    return not saying(what).isdisjoint(words)
