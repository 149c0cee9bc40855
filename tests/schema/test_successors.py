"""What took over from former states fits the table of countries: codes that exist, and that were valid when the others no longer were."""

from __future__ import annotations

import datetime as dt

import pytest

from diplotrips.schema.countries import countries, country_codes, periods_between
from diplotrips.schema.successors import SPLIT_OFF, codes_then, successors

FORMER = sorted({row.country for row in countries() if row.status == "former"})


@pytest.mark.parametrize("code", FORMER)
def test_every_former_state_has_successors(code: str) -> None:
    """On the day after its end the code of a former state is not valid, and what took over is, unless that came later."""
    (end,) = {row.valid_until for row in countries() if row.country == code and not periods_between(code, *[after(row.valid_until)] * 2)}

    assert set(successors()[code]) <= set(country_codes())
    assert codes_then(code, after(end), after(end))
    assert set(codes_then(code, dt.date(2026, 1, 1), dt.date(2026, 1, 1))) <= set(country_codes()) - set(FORMER)


def after(day: dt.date | None) -> dt.date:
    """The day after *day*, which a former state has."""
    assert day
    return day + dt.timedelta(1)


def test_only_former_states_have_successors() -> None:
    """A code in use is followed by none, and what split off has a validity of its own."""
    assert sorted(successors()) == FORMER
    assert all(row.valid_since for code in SPLIT_OFF for row in countries() if row.country == code)


@pytest.mark.parametrize(
    ("code", "day", "then"),
    [
        ("RS", dt.date(1999, 6, 1), ("YUCS",)),
        ("XK", dt.date(2007, 1, 1), ("RS",)),
        ("XK", dt.date(1999, 6, 1), ("YUCS",)),
        ("SK", dt.date(1970, 1, 1), ("CSHH", "SKIN")),
        ("CD", dt.date(1980, 1, 1), ("ZRCD",)),
        ("CL", dt.date(1980, 1, 1), ()),
    ],
)
def test_what_was_valid_then(code: str, day: dt.date, then: tuple[str, ...]) -> None:
    """Several steps back and forth are followed, and what the two letters stood for once is named last."""
    assert codes_then(code, day, day) == then
