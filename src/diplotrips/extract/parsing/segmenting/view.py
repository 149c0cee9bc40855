"""The view: a text with its look-alike characters folded one to one, so that one pattern matches all spellings of a mark or a space."""

from __future__ import annotations

DOUBLE_OPENERS = "“„«〝「『"
"""Marks that open in English; `“` closes what `„` opened."""

DOUBLE_CLOSERS = "”»〞」』"
"""Marks that close in English."""

_DOUBLE = DOUBLE_OPENERS + DOUBLE_CLOSERS + "\uff02\u201f"

_SINGLE = "\u2018\u2019\u201a\u201b\u2039\u203a`\u00b4\u02bc\u02bb\u2032\uff07"
"""Single marks of all styles, apostrophes, accents and primes that are typed for them."""

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
"""Hyphens, dashes, minus signs."""

_LINE_ENDS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"

_CONTROLS = [*range(0x0A), *range(0x0E, 0x20), *range(0x7F, 0xA0)]

_SPACES = [0xA0, 0x1680, *range(0x2000, 0x2010), 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF]
"""With the joiners and marks of direction that take no room."""

_FOLDS = (
    dict.fromkeys([*_CONTROLS, *_SPACES], " ")
    | dict.fromkeys(map(ord, _DOUBLE), '"')
    | dict.fromkeys(map(ord, _SINGLE), "'")
    | dict.fromkeys(map(ord, _DASHES), "-")
    | dict.fromkeys(map(ord, _LINE_ENDS), "\n")
)


def fold(text: str) -> str:
    r"""Return the view of *text*: marks as `"` and `'`, dashes as `-`, spaces and control characters as a space, line ends as `\n`.

    The view is as long as the text, character for character. Of `\r\n` the first becomes a space, so that a line stays one line; two
    single marks side by side are two double ones.
    """
    return text.replace("\r\n", " \n").translate(_FOLDS).replace("''", '""')
