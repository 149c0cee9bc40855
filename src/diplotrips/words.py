"""Words in a row and numbers of things, as a sentence has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def listed(words: Sequence[str], joint: str, most: int | None = None) -> str:
    """Return *words* with *joint* before the last of them: `a`, `a or b`, `a, b or c`; of more than *most*, `a, b and 1,200 more`."""
    if most is not None and (more := len(words[most:])):
        words = [*words[:most], f"{more:,} more"]
    return f"{', '.join(words[:-1])} {joint} {words[-1]}" if words[1:] else "".join(words)


def number(count: int, name: str, names: str = "") -> str:
    """Return `1 trip`, `3 trips`, `1,200 trips`; *names* is the plural where that takes more than an s."""
    return f"{count:,} {name if count == 1 else names or f'{name}s'}"
