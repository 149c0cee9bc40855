"""Names of claims, as decisions write them: `source`, `source:part` or `source:part:value`.

A shorter name means every claim of its source, or of that part of it. What a claim is lives in `claims`.
"""

from __future__ import annotations

from typing import NamedTuple


class ClaimName(NamedTuple):
    """The name of one claim, or of all claims of a source or of a part of it."""

    source: str
    part: str | None = None
    """Part of the source; None for all of them."""
    value: str | None = None
    """Canonical text of the value; None for all of them."""

    @classmethod
    def parse(cls, text: str) -> ClaimName:
        """Return the name written as *text*; a value may have colons in it."""
        source, *rest = text.split(":", maxsplit=2)
        return cls(source, *rest)

    def covers(self, other: ClaimName) -> bool:
        """Tell whether every claim that *other* means is meant."""
        return all(one in {None, its} for one, its in zip(self, other, strict=True))

    @property
    def shortened(self) -> tuple[ClaimName, ClaimName, ClaimName]:
        """The three names that a decision may give the claim: of its source, of its part, and this one."""
        return (ClaimName(self.source), ClaimName(self.source, self.part), self)

    def __str__(self) -> str:
        return ":".join(step for step in self if step is not None)
