"""How alike two spellings of a name are: the same letters, the same name in another transliteration, or one slip apart.

Names are compared word by word in their own order, by a skeleton that Latin transliterations share (`Khalimi` and `Haleemi` have one).
Nothing is scored: no threshold tells all pairs of people from all pairs of spellings, so whatever is found here is a question, and the
register has the answer. Other scripts than Latin are not carried over; only letters as they stand are compared there.
"""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

from diplotrips.schema.codelists import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

Words = tuple[str, ...]
"""The skeletons of the words of a name, in their order."""


class Likeness(StrEnum):
    """How two spellings that differ are alike, the closest first; each but the first fits the sentence "A is B …"."""

    SAME = "in every letter"
    PLAIN = "but for accents, capitals or punctuation"
    SOUND = "in another transliteration"
    SLIP = "but for one letter"

    @property
    def rank(self) -> int:
        """0 for the closest."""
        return list(Likeness).index(self)


_LETTERS = str.maketrans(
    {
        "ł": "l",
        "Ł": "l",
        "ø": "o",
        "Ø": "o",
        "đ": "d",
        "Đ": "d",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "'": None,
        "`": None,
        "\N{LEFT SINGLE QUOTATION MARK}": None,
        "\N{RIGHT SINGLE QUOTATION MARK}": None,
        "\N{MODIFIER LETTER APOSTROPHE}": None,
        "\N{MODIFIER LETTER PRIME}": None,
    }
)
"""Signs that Unicode does not take apart into a plain letter, and those that stand for a letter that is left out elsewhere."""

_TRANSLITERATIONS = (
    (r"\bel\b", "al"),
    (r"sch|tch|tsh|ch|sh", "s"),
    (r"kh|gh", "h"),
    (r"([bdgjlmnrtwz])h", r"\1"),
    (r"ph", "f"),
    (r"ou|oo", "u"),
    (r"ee", "i"),
    (r"[yj]", "i"),
    (r"[qc]", "k"),
    (r"w", "v"),
    (r"x", "ks"),
    (r"(\w)\1+", r"\1"),
)
"""What the usual ways of writing foreign names in Latin letters do differently, in the order in which it is taken back."""

SHORTEST_SLIP = 4
"""Letters of the shortest word in which a slip is looked for; shorter ones (Yi, Li) are too near to each other."""
MOST_WORDS = 8
"""Words of a name whose parts are compared."""


def skeleton(name: str) -> Words:
    """Return *name* as words that are equal where only accents, capitals, punctuation or the transliteration differ."""
    plain = _plain(name)
    for pattern, letter in _TRANSLITERATIONS:
        plain = re.sub(pattern, letter, plain)
    return tuple(plain.split())


def likeness(one: str, other: str) -> Likeness | None:
    """Return how two spellings of whole names are alike, None if they are not; the same for (other, one)."""
    if _plain(one) == _plain(other):
        return Likeness.SAME if one == other else Likeness.PLAIN
    return _likeness(skeleton(one), skeleton(other))


def likeness_to_part(spelling: str, name: str) -> Likeness | None:
    """Return how *spelling* is like *name*, or like some words of it in their order if it has fewer; None if it is not."""
    words = name.split()[:MOST_WORDS]
    parts = combinations(words, len(spelling.split())) if len(spelling.split()) < len(words) else iter([(name,)])
    found = [how for part in parts if (how := likeness(spelling, " ".join(part)))]
    return min(found, key=lambda how: how.rank, default=None)


def keys(words: Words) -> Iterator[Words]:
    """Give keys of which two names share one if they are alike: the words, and each with one letter taken out of one of them."""
    yield words
    for place, word in enumerate(words):
        if len(word) >= SHORTEST_SLIP - 1:
            for letter in range(len(word)):
                yield (*words[:place], f"{word[:letter]}{word[letter + 1 :]}", "", *words[place + 1 :])
            yield (*words[:place], word, "", *words[place + 1 :])


def _plain(name: str) -> str:
    """Return *name* in small plain letters, its words parted by one space."""
    return fold(name.translate(_LETTERS))


def _likeness(one: Words, other: Words) -> Likeness | None:
    """Return how two names are alike by their skeletons; a slip is looked for in one word only."""
    if len(one) != len(other) or not one:
        return None
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if not differing:
        return Likeness.SOUND
    return Likeness.SLIP if len(differing) == 1 and _is_slip(*differing[0]) else None


def _is_slip(one: str, other: str) -> bool:
    """Tell whether the words differ by one letter lost, added or taken for another, or by two neighbours exchanged."""
    if max(len(one), len(other)) < SHORTEST_SLIP:
        return False
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    is_exchanged = len(one) == len(other) == 2 and one == other[::-1]  # noqa: PLR2004  (two neighbours)
    return is_exchanged or max(len(one), len(other)) <= 1
