"""Words in a row, as a sentence has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def listed(words: Sequence[str], joint: str) -> str:
    """Return *words* with *joint* before the last of them: `a`, `a or b`, `a, b or c`."""
    return f"{', '.join(words[:-1])} {joint} {words[-1]}" if words[1:] else "".join(words)
