"""What can be said about days and order, as limits between two nodes of a network.

A node is the start or the end of something that lasts, or the day of something that does not; each has a day and, within the day, a
rank. Every function here returns limits; who says them is a `Statement`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

Node: TypeAlias = "str | tuple[str, ...]"
"""Name of a start, an end or a day, such as `("ve", "first")`."""

CALENDAR: Node = ("calendar",)
"""The node at day 0, from which dates are counted (1970-01-01 where days are epoch days)."""


class Limit(NamedTuple):
    """`node` is at most `days` and `rank` after `other`: node − other ≤ (days, rank), days compared first."""

    node: Node
    other: Node
    days: int
    rank: int | None = None
    """0 for "not after", −1 for "before, be it on the same day"; None where only the days count."""


Limits: TypeAlias = tuple[Limit, ...]
"""Limits that all hold."""

Choice: TypeAlias = tuple[Limits, ...]
"""Alternatives, of which at least one holds."""


def not_before(node: Node, day: int | None) -> Limits:
    """Limits that keep *node* on *day* or later; none if *day* is None (open or unknown)."""
    return () if day is None else (Limit(CALENDAR, node, -day),)


def not_after(node: Node, day: int | None) -> Limits:
    """Limits that keep *node* on *day* or earlier; none if *day* is None (open or unknown)."""
    return () if day is None else (Limit(node, CALENDAR, day),)


def within(inner_start: Node, inner_end: Node, outer_start: Node, outer_end: Node) -> Limits:
    """Limits that put the inner stay into the outer one, end days included; for a single day give it as both inner nodes."""
    return (Limit(outer_start, inner_start, 0, 0), Limit(inner_end, outer_end, 0, 0))


def starts_before_end(start: Node, end: Node) -> Limits:
    """Limits that keep *start* from being after *end*."""
    return (Limit(start, end, 0, 0),)


def after(earlier_end: Node, later_start: Node) -> Limits:
    """Limits that put *earlier_end* before *later_start*; both may be on one day, but then in this order."""
    return (Limit(earlier_end, later_start, 0, -1),)


def lasts(start: Node, end: Node, min_days: int | None, max_days: int | None) -> Limits:
    """Limits on the number of days from *start* to *end*, both counted; None leaves that side open.

    Raises:
        ValueError: no number of days is allowed.
    """
    if min_days is not None and max_days is not None and min_days > max_days:
        raise ValueError(f"at least {min_days} and at most {max_days} days is no duration")
    shortest = () if min_days is None else (Limit(start, end, 1 - min_days),)
    longest = () if max_days is None else (Limit(end, start, max_days - 1),)
    return shortest + longest


def seen(start: Node, end: Node, earliest: int | None, latest: int | None) -> Limits:
    """Limits that let some day from *earliest* to *latest* lie in the stay from *start* to *end*.

    Two spans of days meet if and only if each is a span and neither begins after the other ends, so no node for the day is needed.

    Raises:
        ValueError: *earliest* is after *latest*.
    """
    if earliest is not None and latest is not None and earliest > latest:
        raise ValueError(f"no day is from {earliest} to {latest}")
    return (Limit(start, end, 0), *not_after(start, latest), *not_before(end, earliest))


def one_of(alternatives: Iterable[Limits]) -> Choice:
    """A choice of which at least one alternative holds, such as the dates of a one-of-a-set.

    Raises:
        ValueError: there is no alternative.
    """
    choice = tuple(tuple(limits) for limits in alternatives)
    if not choice:
        raise ValueError("a choice needs an alternative")
    return choice


def apart(start: Node, end: Node, other_start: Node, other_end: Node) -> Choice:
    """A choice for two stays of unknown order that cannot overlap: the one after the other, or the other way round."""
    return one_of((after(end, other_start), after(other_end, start)))


def not_seen(start: Node, end: Node, earliest: int | None, latest: int | None) -> Choice:
    """A choice that keeps the stay from *start* to *end* off every day from *earliest* to *latest*: all before them, or all after them.

    Raises:
        ValueError: *earliest* is after *latest*, or both are None, so that no day is left.
    """
    if earliest is not None and latest is not None and earliest > latest:
        raise ValueError(f"no day is from {earliest} to {latest}")
    before = [] if earliest is None else [not_after(end, earliest - 1)]
    past = [] if latest is None else [not_before(start, latest + 1)]
    return one_of(before + past)
