"""Whether two names are one: accents, transliterations, double surnames, given names that are left out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache

from diplotrips.extract.parsing.people.tokens import folded, particles, word_set

_SAME_SOUND = (
    ("kh", "h"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("ei", "i"), ("ey", "i"), ("ii", "i"), ("yi", "i"), ("iy", "i"),
    ("ou", "u"), ("oo", "u"), ("y", "i"), ("j", "i"), ("w", "v"), ("q", "k"), ("c", "k"), ("ie", "e"), ("tz", "z"), ("ts", "z"),
)  # fmt: skip
_ALIKE = 0.8
_NOT_LETTERS = re.compile(r"[^a-z]+")


@cache
def sound(text: str) -> str:
    """Return a key that spellings of one name in several transliterations share."""
    key = _NOT_LETTERS.sub("", folded(text)) or text
    for written, heard in _SAME_SOUND:
        key = key.replace(written, heard)
    return re.sub(r"(.)\1+", r"\1", key)


@dataclass(frozen=True, slots=True)
class NameKey:
    """The words of a name as keys, without particles."""

    words: tuple[str, ...]

    @property
    def last(self) -> str:
        """The key of the last word."""
        return self.words[-1]


def name_key(texts: tuple[str, ...]) -> NameKey:
    """Return the key of the name that is written with *texts*."""
    plain = tuple(sound(text) for text in texts if text.lower() not in particles("between") and text != ".")
    return NameKey(plain or tuple(sound(text) for text in texts))


def includes(full: NameKey, short: NameKey) -> bool:
    """Tell whether *short* can be a shorter form of *full*: all its words, in order, initials for given names."""
    at = 0
    for word in short.words:
        while at < len(full.words) and not _is_same(full.words[at], word, is_last=word is short.words[-1]):
            at += 1
        if at == len(full.words):
            return False
        at += 1
    return True


def _is_same(full: str, short: str, *, is_last: bool) -> bool:
    if full == short:
        return True
    return not is_last and len(short) == 1 and full.startswith(short)


def is_variant(one: NameKey, other: NameKey) -> bool:
    """Tell whether two full names differ only as two spellings of one name do."""
    if len(one.words) != len(other.words) or len(one.words) < len(("given", "surname")):
        return False
    return all(_resembles(a, b) for a, b in zip(one.words, other.words, strict=True))


@lru_cache(maxsize=1 << 14)
def _resembles(one: str, other: str) -> bool:
    if one == other:
        return True
    if one[0] != other[0] or min(len(one), len(other)) <= len("abc"):
        return False
    matcher = SequenceMatcher(None, one, other)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def is_family_first(texts: tuple[str, ...]) -> bool:
    """Tell whether the family name stands first, as in Chinese, Korean and Vietnamese names."""
    return len(texts) > 1 and texts[0].lower() in word_set("family_names_first", "family_name") and len(texts) <= len("abc")


def surname(texts: tuple[str, ...]) -> str:
    """Return the family name of the name written with *texts*, as far as its form tells."""
    if is_family_first(texts):
        return texts[0]
    plain = [text for text in texts if text.lower().removesuffix(".") not in word_set("name_suffixes", "suffix")]
    return (plain or texts)[-1]
