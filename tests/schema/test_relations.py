"""Relations of dates: the five words, the margin, the cause, and the laws behind them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval
from diplotrips.schema.dates.relations import finer, gap_days, likely_cause, relation, relation_of_ends

CALENDAR = [date(1899, 1, 1) + timedelta(number) for number in range(202 * 366)]
"""Every day of 1899 to 2100: a year more on both sides than any bounded date of the strategies has."""


def dates(*texts: str) -> tuple[EdtfDate, ...]:
    """Parse several."""
    return tuple(EdtfDate.parse(text) for text in texts)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2023-04-17", "2023-04-17", "equal"),
        ("2023-04", "2023-04-XX", "equal"),
        ("2023-04", "2023-04-01/2023-04-30", "equal"),
        ("2023-04-17", "2023-04", "refines"),
        ("2023-04-17", "2023-04-16/..", "refines"),
        ("[2023-04-17,2023-04-19]", "2023-04-17/2023-04-19", "refines"),
        ("[2023-04-17,2023-04-19]", "2023-04-19", "refines"),
        ("[2023-04-17,2023-04-19]", "2023-04-18", "disjoint"),
        ("[2023-04-17,2023-04-19]", "[2023-04-19,2023-04-21]", "overlaps"),
        ("2023-04-16/..", "../2023-04-20", "overlaps"),
        ("2023-04-16/2023-04-18", "2023-04-18/2023-04-20", "overlaps"),
        ("2023-04-17", "2023-04-18", "disjoint"),
        ("2023-04-17/..", "../2023-04-16", "disjoint"),
        ("XXXX-04-17", "2023-04-17", "refines"),
        ("XXXX-04-17", "2023-04-18", "disjoint"),
        ("XXXX-04-17", "2023", "overlaps"),
        ("XXXX-04-17", "2023-04", "overlaps"),
        ("XXXX-04", "2023-04-17/2023-04-20", "refines"),
        ("XXXX-04-17", "2023-05/..", "overlaps"),
        ("XXXX-02-29", "2021/2023", "disjoint"),
        ("XXXX-02-29", "1897-03/1904-02-28", "disjoint"),
        ("XXXX-02-29", "2023/2024", "overlaps"),
        ("XXXX-04-17", "XXXX-04", "refines"),
        ("XXXX-04-17", "XXXX-04-18", "disjoint"),
        ("XXXX-04-17", "0001/..", "refines"),
        ("2023-04-20/2023-04-17", "2023-04-20/2023-04-17", "undetermined"),
        ("2023-04-20/2023-04-17", "2023", "undetermined"),
    ],
)
def test_relations(one: str, other: str, expected: str) -> None:
    """Dates are compared by the days that each allows, exactly."""
    assert relation(*dates(one, other)) == relation(*dates(other, one)) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2023-04-17?", "2023-04-17", "equal"),
        ("2023-04-17~", "2023-04", "refines"),
        ("2023-04-17~", "2023-04-20", "undetermined"),
        ("2023-04-17~", "2023-04-21", "disjoint"),
        ("2023-04-17~", "2023-04-23~", "undetermined"),
        ("2023-04-17~", "2023-04-24?", "disjoint"),
        ("2023-04?", "2023-05", "undetermined"),
        ("2023-04?", "2023-06", "disjoint"),
        ("2023-04-17/2023-04-20~", "2023-04-15", "disjoint"),
        ("2023-04-17/2023-04-20~", "2023-04-23", "undetermined"),
        ("XXXX-12-30%", "2023-01-01", "undetermined"),
        ("XXXX-12-30%", "2023-01-05", "disjoint"),
    ],
)
def test_a_qualifier_matters_only_where_the_margin_would_change_the_verdict(one: str, other: str, expected: str) -> None:
    """Days off by no more than the margin do not contradict; agreement stays agreement."""
    assert relation(*dates(one, other)) == relation(*dates(other, one)) == expected


def test_finer_names_the_one_that_refines() -> None:
    """Whichever comes first, the finer date is given, and none where neither refines."""
    day, month, other = dates("2023-04-17", "2023-04", "2023-04-18")

    assert (finer(day, month), finer(month, day), finer(day, other), finer(day, day)) == (day, day, None, None)


@pytest.mark.parametrize(
    ("one", "other", "starts", "ends"),
    [
        ("2023-04-17/2023-04-20", "2023-04-17/2023-04-19", "equal", "disjoint"),
        ("2023-04-17/2023-04-20", "2023-04", "refines", "refines"),
        ("2023-04-17/", "2023-04-17/2023-04-20", "equal", "undetermined"),
        ("2023-04-17/", "2023-04-17/", "equal", "undetermined"),
        ("2023-04-17/..", "2023-04-17/..", "equal", "equal"),
        ("2023-04-17/..", "2023-04-18/2023-04-20", "disjoint", "undetermined"),
        ("../2023-04-17", "/2023-04-17", "undetermined", "equal"),
    ],
)
def test_ends_are_compared_with_ends(one: str, other: str, starts: str, ends: str) -> None:
    """Starts stand to starts and ends to ends, and an unknown end decides nothing."""
    assert relation_of_ends(EdtfInterval.parse(one), EdtfInterval.parse(other)) == (starts, ends)
    assert relation_of_ends(EdtfInterval.parse(other), EdtfInterval.parse(one)) == (starts, ends)


@pytest.mark.parametrize(
    ("one", "other", "gap"),
    [
        ("2023-04-17", "2023-04-18", 1),
        ("2023-04", "2023-06", 32),
        ("[2023-04-10,2023-04-30]", "2023-04-17", 7),
        ("XXXX-12-31", "2023-01-02", 2),
        ("2023-04-17~", "2023-04-19", 0),
        ("2023-04-17", "2023", 0),
    ],
)
def test_gap(one: str, other: str, gap: int) -> None:
    """The gap is that of the nearest days, and 0 unless disjoint."""
    assert gap_days(*dates(one, other)) == gap_days(*dates(other, one)) == gap


@pytest.mark.parametrize(
    ("one", "other", "cause"),
    [
        ("2023-04-17", "2023-04-18", "off by one day (time zone, or day of publication for day of event)"),
        ("2023-04-30", "2023-05", "off by one day (time zone, or day of publication for day of event)"),
        ("2023-04-05", "2023-05-04", "day and month swapped"),
        ("2023-04-17", "2023-05-17", "same day of another month"),
        ("2023-04-17", "2022-04-17", "same day of another year"),
        ("2023-04", "2022-04", "same month of another year"),
        ("2023-04-17", "2022-04", "same month of another year"),
        ("2023-04", "2023-05", ""),
        ("2023-04-17", "2023-04-25", ""),
        ("2023-04-17/2023-04-18", "2023-04-25", ""),
        ("2023-04-17", "2023-04-17", ""),
    ],
)
def test_likely_cause(one: str, other: str, cause: str) -> None:
    """A slip that would explain two disjoint dates is named, and none where none shows."""
    assert likely_cause(*dates(one, other)) == likely_cause(*dates(other, one)) == cause
