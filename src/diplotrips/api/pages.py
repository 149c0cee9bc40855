"""The pages of the checks: all of them, and the one that somebody asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.checks.registry import BY_CODE
from diplotrips.errors import UnknownNameError

if TYPE_CHECKING:
    from diplotrips.checks.check import Defect


def explain(name: str) -> Defect:
    """Return the check called *name*: a code such as `DT201` or a name such as `two-countries-at-once`, in any case.

    Raises:
        UnknownNameError: there is no such check; the nearest are named.
    """
    by_name = {check.name: check for check in BY_CODE.values()}
    found = BY_CODE.get(name.upper()) or by_name.get(name.lower())
    if found is None:
        is_code = any(char.isdigit() for char in name)
        raise UnknownNameError("check", name, tuple(BY_CODE if is_code else by_name))
    return found


def all_checks() -> tuple[Defect, ...]:
    """Return every check, sorted by code."""
    return tuple(BY_CODE[code] for code in sorted(BY_CODE))
