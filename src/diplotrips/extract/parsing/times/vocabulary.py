"""The words that phrases for days are made of, and what each is in them; the names and numbers come from the grammar, the rest is data."""

from __future__ import annotations

from functools import cache, lru_cache

from diplotrips.extract.parsing.lexicons.words import lexicon
from diplotrips.schema.phrases.words import MONTHS, NUMBERS, ORDINALS, WEEKDAYS

MONTH = "month"
WEEKDAY = "weekday"
NUMBER = "number"
"""A number in digits or in a word."""
ORDINAL = "ordinal"
STRONG = "strong"
"""A word that names days all by itself: `today`, `weekend`."""
UNIT = "unit"
DAYTIME = "daytime"
JOINER = "joiner"
PART = "part"

_SHORTEST_NAME = 5
"""Letters from which the name of a month is hardly a cut one."""

VERBS_TOO = frozenset({"may", "march", "mar", "sat", "sun", "mon", "wed", "sep", "dec", "jan", "august"})
"""Names of months and weekdays, and cuts of them, that are other words as well, and so count only with a capital."""


@cache
def vocabulary() -> dict[str, str]:
    """Return what each word is, by its spelling in small letters."""
    words = {row["word"]: row["kind"] for row in lexicon("time_words")}
    words |= {word: NUMBER for name in NUMBERS if name not in {"a", "an"} for word in name.split() if word not in words}
    words |= dict.fromkeys(ORDINALS, ORDINAL)
    return words | dict.fromkeys(MONTHS, MONTH) | dict.fromkeys(WEEKDAYS, WEEKDAY)


@lru_cache(maxsize=1 << 14)
def kind_of(word: str) -> str:
    """Return what *word*, as written, is in a phrase for days; empty: it is in none."""
    if word[0].isdigit():
        return NUMBER if word.isdigit() else ORDINAL
    small = word.lower()
    kind = vocabulary().get(small, "")
    if kind in {MONTH, WEEKDAY} and word[0].islower() and (small in VERBS_TOO or len(small) < _SHORTEST_NAME):
        return ""
    return kind
