"""Runs of words and of characters that two texts have in common, which is how a passage is known that was copied."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD: Final = re.compile(r"\w+(?:'\w+)*")


def words_in(text: str) -> list[str]:
    """Return the words of *text*, without what stands between them."""
    return _WORD.findall(text)


def shares_run(units: Sequence[str], least: int, whole: str, between: str = "") -> bool:
    """Tell whether *least* neighbours among *units* stand in *whole* one behind the other, with *between* around each.

    Every run of that length has a block of half of it that begins at a multiple of that half; where no block is found, nothing else is
    looked for. *least* is odd.
    """
    half = (least + 1) // 2
    for start in range(0, len(units) - half + 1, half):
        if _joined(units[start : start + half], between) in whole:
            first, last = max(start + half - least, 0), min(start, len(units) - least)
            if any(_joined(units[at : at + least], between) in whole for at in range(first, last + 1)):
                return True
    return False


def _joined(units: Sequence[str], between: str) -> str:
    return f"{between}{between.join(units)}{between}"
