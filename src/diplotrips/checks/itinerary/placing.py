"""Dates as limits: a node of a trip's network on, off or within the days that a date of the records allows.

Dates are widened by the margin of their qualifiers, and one-of-sets are choices. A date without a year puts no limit, unless years are
given in which it may recur. Days are counted as `date.toordinal()` does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.network import not_after, not_before, not_seen, one_of, seen
from diplotrips.schema.dates.days import FIRST, LAST

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplotrips.checks.network import Choice, Limits, Node
    from diplotrips.schema.dates.days import Ranges
    from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval


class Rules(NamedTuple):
    """What has to hold: all limits, and of each choice an alternative."""

    limits: Limits = ()
    choices: tuple[Choice, ...] = ()

    @classmethod
    def every(cls, parts: Iterable[Rules]) -> Rules:
        """Return the rules that all of *parts* hold."""
        given = tuple(parts)
        return cls(tuple(limit for rules in given for limit in rules.limits), tuple(choice for rules in given for choice in rules.choices))

    @classmethod
    def either(cls, alternatives: Iterable[Limits]) -> Rules:
        """Return the rules that one of *alternatives* holds; none if there are none, or one of them asks for nothing."""
        given = tuple(alternatives)
        if len(given) > 1 and all(given):
            return cls((), (one_of(given),))
        return cls(given[0]) if len(given) == 1 else cls()


def ends(record: str) -> tuple[Node, Node]:
    """Return the nodes of the first and last day of *record*."""
    return (record, "first"), (record, "last")


def on(node: Node, day: EdtfDate, years: range | None = None) -> Rules:
    """Return what puts *node* on one of the possible days of *day*."""
    return Rules.either(not_before(node, low) + not_after(node, high) for low, high in _runs(day, years))


def met(stay: tuple[Node, Node], day: EdtfDate, years: range | None = None) -> Rules:
    """Return what lets one of the possible days of *day* lie in *stay*."""
    return Rules.either(seen(*stay, low, high) for low, high in _runs(day, years) if (low or FIRST) <= (high or LAST))


def missed(stay: tuple[Node, Node], day: EdtfDate) -> Rules:
    """Return what keeps *stay* off every day of *day*; a doubtful, open or yearless day keeps nothing off."""
    if day.qualifiers or any(low == FIRST or high == LAST for low, high in day.ranges):
        return Rules()
    return Rules((), tuple(not_seen(*stay, low, high) for low, high in day.ranges))


def opens(start: Node, window: EdtfInterval | None) -> Rules:
    """Return what keeps *start* from being before *window*."""
    first = window.first if window else None
    return Rules(not_before(start, first.widened[0][0])) if first and first.widened else Rules()


def closes(end: Node, window: EdtfInterval | None) -> Rules:
    """Return what keeps *end* from being after *window*."""
    last = window.last if window else None
    return Rules(not_after(end, last.widened[-1][1])) if last and last.widened else Rules()


def _runs(day: EdtfDate, years: range | None) -> list[tuple[int | None, int | None]]:
    """Return the runs of possible days of *day*, None for no bound; a reversed window as it is written, so that it cannot hold."""
    if day.is_reversed and day.earliest and day.latest:
        return [(day.earliest.toordinal(), day.latest.toordinal())]
    ranges: Ranges = day.widened if years is None else day.widened_between(years)
    return [(None if low == FIRST else low, None if high == LAST else high) for low, high in ranges]
