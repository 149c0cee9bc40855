"""The pages of the checks: all of them, and the one that somebody asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.checks.registry import BY_CODE, named

if TYPE_CHECKING:
    from diplotrips.checks.check import Defect


def explain(name: str) -> Defect:
    """Return the check called *name*: a code such as `DT201` or a name such as `two-countries-at-once`, in any case.

    Raises:
        UnknownNameError: there is no such check; the nearest are named.
    """
    return named(name)


def all_checks() -> tuple[Defect, ...]:
    """Return every check, sorted by code."""
    return tuple(BY_CODE[code] for code in sorted(BY_CODE))
