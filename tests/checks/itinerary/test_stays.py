"""Which pairs of stops have to be kept apart by a search: few, because most are told apart, or not, by their own days."""

from __future__ import annotations

from itertools import combinations

import pytest

from diplotrips.checks.itinerary.stays import MAX_AT_ONCE, MAX_OPEN, Pairs, pairs_of, stay_of
from diplotrips.schema.dates.edtf import EdtfInterval


def pairs(*dates: str) -> Pairs:
    """Return the pairs of stops `0`, `1` … with these dates that have to be kept apart."""
    stays = {str(number): stay_of(EdtfInterval.parse(text), None) for number, text in enumerate(dates)}
    return pairs_of(stays, combinations(stays, 2))


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        ("2024-05-01/2024-05-03", "2024-05-04/2024-05-05", False),
        ("2024-05-04/2024-05-05", "2024-05-01/2024-05-03", False),
        ("2024-05-01/2024-05-03", "2024-05-03/2024-05-05", True),
        ("2024-05-01/2024-05-03", "2024-05-02/2024-05-05", True),
        ("2024-05-01/2024-05-03", "2024-05-04~/2024-05-05", True),
        ("2024-05-01/..", "2024-05-04/2024-05-05", True),
        ("2024-05-05/2024-05-04", "2024-05-08", True),
    ],
)
def test_only_what_may_be_at_once(one: str, other: str, *, kept: bool) -> None:
    """Stays of which one certainly ends on a day before the other begins need nothing said."""
    assert pairs(one, other) == Pairs((("0", "1"),) if kept else (), is_whole=True)


def test_stays_at_once_are_paired_with_the_first() -> None:
    """Stays that are all at once are as many pairs as there are others than the first, and never more than are told."""
    assert pairs(*["2024-05-01/2024-05-09"] * 4).pairs == (("0", "1"), ("0", "2"), ("0", "3"))
    assert len(pairs(*["2024-05-01/2024-05-09"] * 100).pairs) == MAX_AT_ONCE


def test_too_many_open_pairs_are_left_out() -> None:
    """Of a hundred stays on one day some pairs are left out, and this is said."""
    open_ones = pairs(*["2024-05-01"] * 100)

    assert (len(open_ones.pairs), open_ones.is_whole) == (MAX_OPEN, False)


def test_windows_bound_a_stay_too() -> None:
    """A window ends a stay whose last day is open."""
    stays = {
        "0": stay_of(EdtfInterval.parse("2024-05-01/.."), EdtfInterval.parse("2024-05-01/2024-05-09")),
        "1": stay_of(EdtfInterval.parse("2024-05-10/2024-05-11"), None),
    }

    assert pairs_of(stays, [("0", "1")]).pairs == ()
