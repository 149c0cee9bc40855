"""Whether what an entry of the ledger gives for its reason, its `because`, says anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.schema.codelists import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_FEWEST_WORDS = 3

_PLACEHOLDERS = frozenset(
    {"todo", "tbd", "tba", "fixme", "xxx", "none", "na", "n", "a", "later", "see", "above", "below", "ok", "reason", "because"}
)


RULE = "it takes three words or more, and neither a placeholder nor just the verdict or the value that is adopted"
"""What a reason has to be, in users' words."""


def is_reason(because: str, told: Iterable[str | None] = ()) -> bool:
    """Tell whether *because* says anything: no placeholder, nothing *told* elsewhere, and in Latin letters more than two words."""
    text = fold(because)
    words = text.split()
    if not words or set(words) <= _PLACEHOLDERS or text in {fold(other or "") for other in told}:
        return False
    return len(words) >= _FEWEST_WORDS or not text.isascii()
