"""The country table as package data."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotrips.errors import UnknownNameError
from diplotrips.schema.codelists import codes
from diplotrips.schema.countries import (
    COUNTRY_PATTERN,
    countries,
    country_codes,
    country_name,
    is_former,
    iso3,
    nearest_country,
    periods_between,
)

NAMES = {row.country: row.name for row in countries()}
"""Newest name of each country."""

ISO_3166_3 = """
AIDJ ANHH BQAQ BUMM BYAA CSHH CSXX CTKI DDDE DYBJ FQHH FXFR GEHH HVBF JTUM MIUM
NHVU NQAQ NTHH PCHH PUUM PZPA RHZW SKIN SUHH TPTL VDVN WKUM YDYE YUCS ZRCD
"""


def test_every_code_of_the_standards() -> None:
    """There are the 249 codes of ISO 3166-1, the 31 of ISO 3166-3, Kosovo and unknown, and no others."""
    by_status = {status: {row.country for row in countries() if row.status == status} for status in codes("country_statuses")}

    assert len(by_status["official"]) == 249
    assert by_status["former"] == set(ISO_3166_3.split()) == {code for code in country_codes() if is_former(code)}
    assert by_status["user-assigned"] == {"XK"}
    assert by_status["special"] == {"ZZ"}
    assert len(country_codes()) == 249 + 31 + 2 == len({row.country for row in countries()})


def test_values_are_well_formed() -> None:
    """Codes, numbers and regions have the form that the columns promise, and refer to what exists."""
    for row in countries():
        assert re.fullmatch(COUNTRY_PATTERN, row.country)
        assert re.fullmatch(r"[A-Z]{3}", row.iso3), row
        assert re.fullmatch(r"(\d{3})?", row.iso_numeric), row
        assert row.m49_region in {*codes("regions"), ""}
        assert row.m49_region or row.country == "ZZ"
        assert row.status in codes("country_statuses")
        assert row.parent in {*country_codes(), ""}
        assert row.parent != row.country
        assert row.name == row.name.strip() != ""
        assert row.iso_numeric or row.status != "official"


def test_rows_are_sorted_and_periods_do_not_meet() -> None:
    """Rows come by code and first day; the periods of one code lie one after the other."""
    assert [row.country for row in countries()] == sorted(row.country for row in countries())
    for row in countries():
        assert row.valid_since is None or row.valid_until is None or row.valid_since <= row.valid_until
    for earlier, later in pairwise(countries()):
        if earlier.country == later.country:
            assert earlier.valid_until is not None
            assert later.valid_since is not None
            assert earlier.valid_until < later.valid_since


def test_codes_of_today_are_open_and_former_ones_ended() -> None:
    """The newest period of a code has no last day unless the state is a former one."""
    newest = {row.country: row for row in countries()}

    assert [code for code, row in newest.items() if (row.valid_until is None) == (row.status == "former")] == []


def test_three_letters_and_numbers_are_unique_today() -> None:
    """No two countries of today share three letters, a number of ISO or one of the two lists of states."""
    today = [row for row in countries() if row.valid_until is None]

    for values in ([row.iso3 for row in today], [row.iso_numeric for row in today], [row.cow for row in today], [row.gw for row in today]):
        given_values = [value for value in values if value]
        assert len(given_values) == len(set(given_values))
    assert len({row.iso3 for row in today}) == 251


@pytest.mark.parametrize(
    ("code", "name", "three"), [("NA", "Namibia", "NAM"), ("NO", "Norway", "NOR"), ("SUHH", "Soviet Union", "SUN"), ("XK", "Kosovo", "XKX")]
)
def test_codes_that_trip_readers_up(code: str, name: str, three: str) -> None:
    """Codes that other tools take for missing or false, and four-letter ones, are text here."""
    assert (country_name(code), iso3(code)) == (name, three)


@pytest.mark.parametrize(
    ("code", "day", "cow", "gw"),
    [
        ("DE", "1989-11-09", 260, 260),
        ("DE", "1990-10-03", 255, 260),
        ("DDDE", "1990-10-02", 265, 265),
        ("YE", "1990-05-21", 678, 678),
        ("YE", "1990-05-22", 679, 678),
        ("YUCS", "1995-11-21", 345, 345),
        ("CSXX", "2005-01-01", 345, 345),
        ("RS", "2006-06-05", 345, 340),
        ("VN", "1969-07-30", 817, 817),
        ("KI", "2022-05-27", 946, 970),
        ("HK", "1990-01-01", None, None),
    ],
)
def test_numbers_of_states_follow_the_day(code: str, day: str, cow: int | None, gw: int | None) -> None:
    """The numbers of Correlates of War and of Gleditsch and Ward are those of the state of that day."""
    (row,) = periods_between(code, *[dt.date.fromisoformat(day)] * 2)

    assert (row.cow, row.gw) == (cow, gw)


@pytest.mark.parametrize(
    ("code", "day"),
    [
        ("SUHH", "1991-12-26"),
        ("RU", "1991-12-25"),
        ("CSHH", "1993-01-01"),
        ("SK", "1992-12-31"),
        ("SS", "2011-07-08"),
        ("ZRCD", "1997-05-17"),
    ],
)
def test_code_does_not_hold_outside_its_time(code: str, day: str) -> None:
    """A code stands for nothing before its state began or after it ended."""
    assert periods_between(code, *[dt.date.fromisoformat(day)] * 2) == ()


def test_unknown_code_is_refused() -> None:
    """A code that does not exist is named, with those that do."""
    with pytest.raises(UnknownNameError, match=r"^no country is called UK; there are AD, AE, AF, "):
        iso3("UK")
    with pytest.raises(UnknownNameError, match=r"^no country is called ru; "):
        country_name("ru")


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("UK", "GB"),
        ("EL", "GR"),
        ("no", "NO"),
        ("na", "NA"),
        ("NAM", "NA"),
        ("rus", "RU"),
        ("U.S.", "US"),
        ("Russia", "RU"),
        ("russian federation", "RU"),
        ("Venezuella", "VE"),
        ("Côte d\u2019Ivoire", "CI"),
        ("Sao Tome", "ST"),
        ("USSR", "SUHH"),
        ("suhh", "SUHH"),
        ("Viet Nam", "VN"),
        ("Congo", ""),
        ("QQ", ""),
        ("SU", "SUHH"),
        ("cs", ""),
        ("SK", "SK"),
        ("", ""),
        ("nowhere-land", ""),
    ],
)
def test_nearest_country(word: str, code: str) -> None:
    """Names, three letters, other codes and slips of the pen find the code; what is ambiguous or nonsense finds none."""
    assert nearest_country(word) == code


@given(st.sampled_from(country_codes()))
def test_country_is_its_own_nearest(code: str) -> None:
    """A code in any case is its own nearest; three letters and the name lead to a code that has them."""
    assert nearest_country(code) == nearest_country(code.lower()) == code
    assert iso3(nearest_country(iso3(code))) == iso3(code)
    assert NAMES[nearest_country(NAMES[code])] == NAMES[code]


@given(st.text(max_size=120))
def test_any_word_is_answered(word: str) -> None:
    """Whatever is written, the answer is a country code or nothing."""
    assert nearest_country(word) in {*country_codes(), ""}
