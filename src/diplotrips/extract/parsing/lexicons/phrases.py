"""Looking up phrases of a lexicon in the words of a sentence: the longest one that begins at a word."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from diplotrips.extract.parsing.lexicons.words import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Meaning = TypeVar("Meaning")


class Match(NamedTuple, Generic[Meaning]):
    """A phrase in a row of words."""

    first: int
    """Number of its first word."""
    last: int
    """Number of its last word."""
    meaning: Meaning

    @property
    def after(self) -> int:
        """Number of the first word after it."""
        return self.last + 1


class Phrases(Generic[Meaning]):
    """Phrases with what each means, looked up by their first word; words are in small letters."""

    def __init__(self, entries: Iterable[tuple[str, Meaning]]) -> None:
        by_word: defaultdict[str, list[tuple[tuple[str, ...], Meaning]]] = defaultdict(list)
        for phrase, meaning in entries:
            words = tuple(phrase.split())
            by_word[words[0]].append((words, meaning))
        self._by_word = {word: sorted(found, key=lambda entry: -len(entry[0])) for word, found in by_word.items()}

    def at(self, row: tuple[str, ...], index: int) -> Match[Meaning] | None:
        """Return the longest phrase that begins at word *index* of *row*; none begins outside of it."""
        known = self._by_word.get(row[index]) if 0 <= index < len(row) else None
        for words, meaning in known or ():
            if row[index : index + len(words)] == words:
                return Match(index, index + len(words) - 1, meaning)
        return None

    def all_in(self, row: tuple[str, ...], start: int = 0, end: int | None = None) -> Iterator[Match[Meaning]]:
        """Give the phrases of *row* from word *start* to before *end*, none inside another."""
        stop, behind = len(row) if end is None else min(end, len(row)), -1
        for index in range(max(0, start), stop):
            if index > behind and row[index] in self._by_word and (found := self.at(row, index)) and found.last < stop:
                yield found
                behind = found.last


@cache
def phrases(name: str, meaning: str) -> Phrases[str]:
    """Return the phrases of the lexicon *name*, whose column `words` has them, each with its column *meaning*."""
    return Phrases((row["words"], row[meaning]) for row in lexicon(name))
