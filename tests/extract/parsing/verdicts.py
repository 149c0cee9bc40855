"""What a verdict is, and what an expected text allows."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True)
class Verdict:
    """Whether one expectation is met."""

    kind: str
    """What is asked: `traveller`, `stop`, `speaker`."""
    subject: str
    """Of what it is asked: a traveller, a stop, the first words of a quotation."""
    expected: str
    found: str
    right: bool

    @property
    def name(self) -> str:
        """Name of the expectation within its article, without what was found."""
        return f"{self.kind}: {self.subject}" if self.subject else self.kind

    def __str__(self) -> str:
        return f"{self.name}\n      expected {self.expected}\n      found    {self.found}"


def allows(expected: object, found: object) -> bool:
    """Tell whether *found* is what is expected, or one of several between bars; case, marks above letters and form of Unicode aside."""
    return _folded(str(found)) in {_folded(each) for each in str(expected).split("|")}


def _folded(text: str) -> str:
    plain = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return " ".join(plain.replace("\u2019", "'").casefold().split())
