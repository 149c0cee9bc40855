"""Which blocks are in another language: told by their script, and by the small words that English does not have."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from diplotrips.extract.parsing.lexicons.words import lexicon

_WORD = re.compile(r"[^\W\d_]+")

_LATIN_END = 0x250
"""First code point behind the Latin letters with their accents."""

_MOST_READ = 2000
"""Characters that are looked at: a long block is in the language in which it begins."""

_LEAST = 1.5
"""Weight of foreign words from which a block is foreign, if English has less than half of it."""


@cache
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """Return of each small word the languages that it belongs to, with its weight there."""
    weights: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for row in lexicon("stopwords"):
        weights[row["word"]].append((row["language"], 0.25 if row["weight"] == "weak" else 1.0))
    return {word: tuple(of) for word, of in weights.items()}


@cache
def starters() -> frozenset[str]:
    """Return the small words of English with which a sentence can begin, in lower case."""
    return frozenset(row["word"] for row in lexicon("stopwords") if row["language"] == "en" and row["weight"] == "strong") | {"a"}


def is_foreign(text: str) -> bool:
    """Tell whether a block is in another language than English; of a few words, or of names only, it is not."""
    words = _WORD.findall(text[:_MOST_READ])
    letters = "".join(words)
    if len(letters) >= 4 and sum(ord(letter) >= _LATIN_END for letter in letters) > len(letters) / 2:  # noqa: PLR2004
        return True
    if len(words) < 4:  # noqa: PLR2004
        return False
    scores: dict[str, float] = defaultdict(float)
    for word in words:
        for language, weight in _weights().get(word.lower(), ()):
            scores[language] += weight
        if not word.isascii() and word.islower():
            scores["other"] += 0.75
    english, other = scores.pop("en", 0.0), scores.pop("other", 0.0)
    most = max(scores.values(), default=0.0) + other
    return most >= max(_LEAST, 0.12 * len(words)) and english < most / 2
