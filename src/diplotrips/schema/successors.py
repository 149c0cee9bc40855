"""Which code a country had before, or has after: what took over from a former state, and what the same letters stood for once.

When a code is valid is told in `countries`. Whether somebody used the wrong one is judged by the checks.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from diplotrips.schema.countries import ALPHA_2, country_codes, is_former, periods_between

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

SPLIT_UP: Mapping[str, tuple[str, ...]] = {
    "ANHH": ("AW", "BQ", "CW", "SX"),
    "BYAA": ("BY",),
    "CSHH": ("CZ", "SK"),
    "CSXX": ("RS", "ME"),
    "FQHH": ("AQ", "TF"),
    "GEHH": ("KI", "TV"),
    "NTHH": ("IQ", "SA"),
    "PCHH": ("FM", "MH", "MP", "PW"),
    "SUHH": ("RU", "AM", "AZ", "BY", "EE", "GE", "KG", "KZ", "LT", "LV", "MD", "TJ", "TM", "UA", "UZ"),
    "YUCS": ("CSXX", "BA", "HR", "MK", "SI"),
}
"""What took over from former states whose four letters do not end with one code that did; the state that continued it comes first."""

SPLIT_OFF: Mapping[str, tuple[str, ...]] = {"BD": ("PK",), "ER": ("ET",), "SS": ("SD",), "XK": ("RS",)}
"""States of which new ones became independent while they went on, by the new one."""


def codes_then(code: str, first: dt.date, last: dt.date) -> tuple[str, ...]:
    """Return the codes that were valid from *first* to *last*, on one day at least, where *code* was not.

    That is: what had come before it or after it by then, nearest first, and what the same two letters stood for. Sorted as found; empty
    if nothing is known.
    """
    former = [other for other in country_codes() if is_former(other) and not is_former(code) and other.startswith(code)]
    candidates = [*_closure(code, _predecessors()), *_closure(code, successors()), *former]
    return tuple(other for other in dict.fromkeys(candidates) if other != code and periods_between(other, first, last))


@cache
def successors() -> Mapping[str, tuple[str, ...]]:
    """Return what took over from each former state."""
    known = set(country_codes())
    takeovers = {code: (code[ALPHA_2:],) for code in country_codes() if is_former(code) and code[ALPHA_2:] in known}
    return {**takeovers, **SPLIT_UP}


@cache
def _predecessors() -> Mapping[str, tuple[str, ...]]:
    """Return what each country was before, or was part of."""
    found = {code: list(before) for code, before in SPLIT_OFF.items()}
    for former, later in successors().items():
        for code in later:
            found.setdefault(code, []).append(former)
    return {code: tuple(former) for code, former in found.items()}


def _closure(code: str, steps: Mapping[str, Iterable[str]]) -> list[str]:
    """Return everything that *steps* lead to from *code*, nearest first."""
    found = [code]
    for here in found:
        found += [there for there in steps.get(here, ()) if there not in found]
    return found[1:]
