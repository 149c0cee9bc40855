"""Which checks a run reports: those that are selected and not ignored, by code, by family or by name.

All checks run whatever is selected, since one may need what another finds; what is not selected is not reported and fails nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from diplotrips.checks.registry import BY_CODE, FAMILIES, named
from diplotrips.errors import UnknownNameError, UnusableRequestError
from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplotrips.findings import Finding


@dataclass(frozen=True, slots=True)
class Selection:
    """The checks whose findings are reported."""

    codes: frozenset[str] = frozenset(BY_CODE)

    @classmethod
    def of(cls, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Selection:
        """Return the checks of *select*, or all if that is empty, without those of *ignore*.

        Args:
            select: Codes (`DT203`), families (`DT2`) or names (`set-of-countries`), in any case; several in one text have commas between.
            ignore: The same.

        Raises:
            UnknownNameError: there is no such check or family; the nearest are named.
            UnusableRequestError: a check or family is both selected and ignored, or nothing is left to report.
        """
        selected, ignored = _named(select), _named(ignore)
        if both := sorted(selected & ignored):
            raise UnusableRequestError(f"{listed(both, 'and')} {'is' if len(both) == 1 else 'are'} both selected and ignored")
        codes = (_codes_of(selected) if selected else frozenset(BY_CODE)) - _codes_of(ignored)
        if not codes:
            raise UnusableRequestError("no check is left to report: each that is selected is ignored too")
        return cls(codes)

    def has(self, found: Finding) -> bool:
        """Tell whether *found* is reported."""
        return found.code in self.codes


EVERYTHING: Final = Selection()
"""All checks."""


def _named(texts: Iterable[str]) -> set[str]:
    """Return the codes and families that *texts* name."""
    named = set()
    for text in texts:
        words = [word.strip() for word in text.split(",")]
        if not all(words):
            raise UnusableRequestError(f"a code, family or name of a check is missing in “{text}”")
        named |= {_code(word) for word in words}
    return named


def _code(word: str) -> str:
    """Return the code or family called *word*."""
    if word.upper() in FAMILIES:
        return word.upper()
    if len(word) <= len("DT2"):
        raise UnknownNameError("family of checks", word, tuple(FAMILIES))
    return named(word).code


def _codes_of(named: Iterable[str]) -> frozenset[str]:
    """Return the codes of checks and families."""
    return frozenset(code for code in BY_CODE if code in named or code[:3] in named)
