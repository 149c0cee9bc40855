"""The words of a text with their places, folded as the tables of names are: lower case, without accents."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from diplotrips.schema.codelists import fold

# A word is letters, digits and the accents that stand as characters of their own.
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")

LONGEST_GAP = 3
"""Most characters between two words of one name: `St. John`, `Guinea - Bissau`."""


class Word(NamedTuple):
    """One word of a text."""

    start: int
    end: int
    text: str
    """As written."""
    folded: str
    """In lower case, without accents."""

    @property
    def is_capital(self) -> bool:
        """Whether some letter is a capital one: `Peru`, `eSwatini`."""
        return self.text != self.text.lower()


def words_of(view: str) -> tuple[Word, ...]:
    """Return all words of *view* in order."""
    return tuple(Word(found.start(), found.end(), found[0], _folded(found[0])) for found in _WORD.finditer(view))


def written_words(name: str) -> tuple[str, ...]:
    """Return the words of a name as they are written."""
    return tuple(_WORD.findall(name))


def folded_words(name: str) -> tuple[str, ...]:
    """Return the words of a name as `words_of` folds them: `Côte d'Ivoire` is `cote`, `d`, `ivoire`."""
    if name.isascii():
        # Most of some thousand names; no more is to be done for them.
        return (name.lower(),) if name.isalpha() else tuple(_WORD.findall(name.lower()))
    return tuple(_folded(found) for found in _WORD.findall(name))


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    # Some letters fold to several words (fractions do); no name has them.
    return word.lower() if word.isascii() else fold(word).replace(" ", "")
