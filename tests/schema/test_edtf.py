"""EDTF values: what is read and what it means."""

from __future__ import annotations

from datetime import date

import pytest

from diplotrips.schema.dates.edtf import EdtfDate, EdtfError, EdtfInterval, End, Precision, epoch_day

KINDS: list[type[EdtfDate | EdtfInterval]] = [EdtfDate, EdtfInterval]


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2023-04-17", "2023-04-17", "2023-04-17", "day"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2023-04-XX", "2023-04-01", "2023-04-30", "month"),
        ("2023", "2023-01-01", "2023-12-31", "year"),
        ("2023-XX", "2023-01-01", "2023-12-31", "year"),
        ("2023-XX-XX", "2023-01-01", "2023-12-31", "year"),
        ("202X", "2020-01-01", "2029-12-31", "decade"),
        ("20XX", "2000-01-01", "2099-12-31", "century"),
        ("000X", "0001-01-01", "0009-12-31", "decade"),
        ("9999", "9999-01-01", "9999-12-31", "year"),
        ("2023-04-16/2023-04", "2023-04-16", "2023-04-30", "window"),
        ("2023-04-16/..", "2023-04-16", None, "window"),
        ("../2023-04", None, "2023-04-30", "window"),
        ("[2023-04-19,2023-04-17]", "2023-04-17", "2023-04-19", "set"),
        ("XXXX-04-17", None, None, "unknown-year"),
        ("XXXX-02-29", None, None, "unknown-year"),
    ],
)
def test_bounds_and_precision(text: str, earliest: str | None, latest: str | None, precision: str) -> None:
    """A date has the first and last day that it can be, and says how much of it is known."""
    value = EdtfDate.parse(text)

    assert (value.earliest and value.earliest.isoformat(), value.latest and value.latest.isoformat()) == (earliest, latest)
    assert value.precision == precision


@pytest.mark.parametrize("kind", KINDS)
def test_refuses_exactly_the_days_that_the_calendar_does_not_have(kind: type[EdtfDate | EdtfInterval]) -> None:
    """Of every month and day number the pattern lets those pass that exist, in each kind of year."""
    for year in (1, 4, 100, 400, 1600, 1900, 2000, 2020, 2023, 2024, 2100, 9996, 9999):
        for month in range(14):
            for day in range(33):
                text = f"{year:04}-{month:02}-{day:02}"
                assert accepts(kind, text) == exists(year, month, day), text


def exists(year: int, month: int, day: int) -> bool:
    """Ask the calendar."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def accepts(kind: type[EdtfDate | EdtfInterval], text: str) -> bool:
    """Ask the parser."""
    try:
        kind.parse(text)
    except EdtfError:
        return False
    return True


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("[2023-04-19,2023-04-17,2023-04-19]", "[2023-04-17,2023-04-19]"),
        ("[2023-04-17,2023-04-17]", "2023-04-17"),
        ("2023-04/2023-04", "2023-04"),
        ("2023-04-17?/2023-04-17?", "2023-04-17?"),
        ("2023-04-17/2023-04-17?", "2023-04-17/2023-04-17?"),
        ("2023-04-XX", "2023-04-XX"),
    ],
)
@pytest.mark.parametrize("kind", KINDS)
def test_canonical_text(kind: type[EdtfDate | EdtfInterval], written: str, canonical: str) -> None:
    """One date has one text: sets are sorted, what comes to one date is written as that date."""
    assert str(kind.parse(written)) == canonical
    assert kind.parse(written) == kind.parse(canonical)


def test_values_of_two_kinds_are_not_equal() -> None:
    """A day on which something was is not the period that it fills; each is a key of its own."""
    assert len({EdtfDate.parse("2023"), EdtfInterval.parse("2023"), EdtfDate.parse("2023")}) == 2


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain", "margin_days", "is_day"),
    [
        ("2023-04-17", False, False, 0, True),
        ("2023-04-17?", False, True, 3, False),
        ("2023-04~", True, False, 31, False),
        ("2023%", True, True, 366, False),
        ("202X?", False, True, 3653, False),
        ("XXXX-04-17~", True, False, 3, False),
        ("2023-04-17~/2023-05?", True, True, 31, False),
        ("2023-04-17/2023-04-17", False, False, 0, True),
        ("2023-04-16/2023-04-17", False, False, 0, False),
    ],
)
def test_qualifiers(text: str, approximate: bool, uncertain: bool, margin_days: int, is_day: bool) -> None:  # noqa: FBT001 (parametrized)
    """A qualifier gives a margin of the date's own unit, and a doubtful day is not released as a day."""
    value = EdtfDate.parse(text)

    assert (value.approximate, value.uncertain, value.margin_days, value.is_day) == (approximate, uncertain, margin_days, is_day)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023-04-17", "2023-04-17", "2023-04-17"),
        ("2023-04-17~", "2023-04-14", "2023-04-20"),
        ("[2023-04-17,2023-04-19]", "2023-04-17", "2023-04-19"),
        ("2023-04-17/2023-04-20~", "2023-04-17", "2023-04-23"),
        ("2023-04-17/..", "2023-04-17", "9999-12-31"),
        ("XXXX-04-17", "0001-01-01", "9999-12-31"),
        ("2023-04-20/2023-04-17", "0001-01-01", "9999-12-31"),
    ],
)
def test_first_and_last_widened_day(text: str, first: str, last: str) -> None:
    """Each end has its own margin, and where nothing bounds the days they end with the calendar."""
    value = EdtfDate.parse(text)

    assert (date.fromordinal(value.first_widened), date.fromordinal(value.last_widened)) == tuple(map(date.fromisoformat, (first, last)))


def test_choices_of_a_set_are_its_runs_of_days() -> None:
    """Neighbouring members make one run, others stay apart."""
    value = EdtfDate.parse("[2023-04-19,2023-04-17,2023-04-18,2023-06]")

    assert value.choices == ((date(2023, 4, 17), date(2023, 4, 19)), (date(2023, 6, 1), date(2023, 6, 30)))


def test_choices_without_bounds() -> None:
    """An open end and an unknown year have no bound; a reversed window has no day at all."""
    assert EdtfDate.parse("2023-04-17/..").choices == ((date(2023, 4, 17), None),)
    assert EdtfDate.parse("XXXX-04-17").choices == ((None, None),)
    assert EdtfDate.parse("2023-04-20/2023-04-17").choices == ()
    assert EdtfDate.parse("2023-04-20/2023-04-17").is_reversed


def test_an_unknown_year_is_a_day_of_every_year() -> None:
    """It contains its day of any year, and no other."""
    value = EdtfDate.parse("XXXX-02-29")

    assert value.contains(date(2024, 2, 29))
    assert not value.contains(date(2024, 2, 28))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023-04-17/2023-04-20", "2023-04-17", "2023-04-20"),
        ("2023-04-19", "2023-04-19", "2023-04-19"),
        ("2023-04?", "2023-04?", "2023-04?"),
        ("XXXX-04-17/XXXX-04-20", "XXXX-04-17", "XXXX-04-20"),
        ("[2023-04-17,2023-04-19]", "[2023-04-17,2023-04-19]", "[2023-04-17,2023-04-19]"),
        ("2020-02-05/", "2020-02-05", End.UNKNOWN),
        ("/2020-02-05", End.UNKNOWN, "2020-02-05"),
        ("2020-02-05/..", "2020-02-05", End.OPEN),
        ("../2020-02-05", End.OPEN, "2020-02-05"),
    ],
)
def test_ends_of_an_interval(text: str, first: str | End, last: str | End) -> None:
    """Both ends of a single date lie in it, and an unknown end is not an open one."""
    value = EdtfInterval.parse(text)

    assert (value.first_end, value.first) == ((first, None) if isinstance(first, End) else (End.DATED, EdtfDate.parse(first)))
    assert (value.last_end, value.last) == ((last, None) if isinstance(last, End) else (End.DATED, EdtfDate.parse(last)))


@pytest.mark.parametrize(
    ("text", "is_reversed"),
    [
        ("2023-04-20/2023-04-17", True),
        ("2023-04-20/2023-04", False),
        ("2023-05/2023-04", True),
        ("XXXX-12-28/XXXX-01-03", False),
        ("2023-04-20/", False),
    ],
)
def test_reversed_intervals_are_read(text: str, is_reversed: bool) -> None:  # noqa: FBT001 (parametrized)
    """An interval that cannot be in order is a value that says so; one that can be is not reversed."""
    assert EdtfInterval.parse(text).is_reversed is is_reversed


def test_precision_of_an_interval_is_the_coarser_one() -> None:
    """What counts is the end that is known less."""
    assert EdtfInterval.parse("2023-04-17/2023-04").precision is Precision.MONTH
    assert EdtfInterval.parse("2023-04-17/").precision is Precision.DAY


def test_epoch_days() -> None:
    """Days are counted from the first of January 1970."""
    assert [epoch_day(date(1970, 1, 1)), epoch_day(date(1969, 12, 31)), epoch_day(date(2023, 4, 17))] == [0, -1, 19464]
