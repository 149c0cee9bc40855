"""The words of an article, sentence by sentence, with what their spelling alone says."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.extract.parsing.lexicons.words import lexicon

if TYPE_CHECKING:
    from diplotrips.extract.parsing.passages import Sentence

_WORD = re.compile(
    r"""
      (?:[^\W\d_]\.){2,}                          # U.S., J.F.
    | [A-Z]\.(?=[ ]?[^\W\d_])                     # S. of an initial
    | [^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*(?:(?!'s\b)[-'·][^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*)*  # words
    | '[sS]\b
    | \d+(?:[.,:]\d+)*
    | [^\w\s]
    | _
    """,
    re.VERBOSE,
)

MOST_WORDS = 600
"""Words behind these are not read: no sentence is as long, and what looks at all pairs in one stays cheap."""


class Word(NamedTuple):
    """One word or mark of the view; a tuple, since an article has thousands."""

    start: int
    end: int
    text: str
    lower: str
    """The text in small letters."""

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_letters(self) -> bool:
        """Whether it is a word of letters."""
        return self.text[0].isalpha()

    @property
    def is_acronym(self) -> bool:
        """Whether all its letters are capitals and there are several."""
        return self.text.isupper() and sum(letter.isalpha() for letter in self.text) > 1

    @property
    def is_adverb(self) -> bool:
        """Whether its form is an adverb's: `recently`, but not the surname Reilly."""
        return self.text.endswith("ly") and self.text.islower()

    @property
    def is_initial(self) -> bool:
        """Whether it is the initial of a given name."""
        return self.is_capital and (len(self.text) == 1 or (self.text.endswith(".") and len(self.text) <= len("J.F.K.")))


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of one sentence."""

    number: int
    """Number of the sentence."""
    words: tuple[Word, ...]

    def text_is(self, index: int, *texts: str) -> bool:
        """Tell whether the word at *index* is one of *texts*; false outside the sentence."""
        return 0 <= index < len(self.words) and self.words[index].lower in texts


def phrases(view: str, sentences: tuple[Sentence, ...]) -> tuple[Phrase, ...]:
    """Return the words of every one of *sentences*, in the order of the text."""
    return tuple(Phrase(number, _words(view, each.span.start, each.span.end)) for number, each in enumerate(sentences))


def _words(view: str, start: int, end: int) -> tuple[Word, ...]:
    found = islice(_WORD.finditer(view, start, end), MOST_WORDS)
    return tuple(Word(m.start(), m.end(), m[0], m[0].lower()) for m in found)


def folded(text: str) -> str:
    """Return *text* in small letters without accents."""
    if text.isascii():
        return text.lower()
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter)).lower()


@cache
def word_set(name: str, column: str) -> frozenset[str]:
    """Return one column of the lexicon *name* as a set."""
    return frozenset(row[column] for row in lexicon(name))


@cache
def word_class(name: str) -> frozenset[str]:
    """Return the words of one class of the lexicon `word_classes`."""
    return next(frozenset(row["words"].split()) for row in lexicon("word_classes") if row["class"] == name)


@cache
def particles(kind: str) -> frozenset[str]:
    """Return the particles that stand `between` the words of a name, or are `joined` to one by a hyphen."""
    return frozenset(row["particle"] for row in lexicon("name_particles") if row["kind"] == kind)
