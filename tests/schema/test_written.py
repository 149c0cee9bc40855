"""Days as people write them in tables: what they mean as EDTF, and what is refused because it may mean something else."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotrips.schema.dates.edtf import EdtfInterval
from diplotrips.schema.phrases.written import Order, Written, WrittenDateError, read_written, read_written_day

KNOWN = {
    "March 15–17, 2021": "2021-03-15/2021-03-17",
    "15-17 March 2021": "2021-03-15/2021-03-17",
    "15 to 17 March 2021": "2021-03-15/2021-03-17",
    "March 30 – April 2, 2021": "2021-03-30/2021-04-02",
    "30 Mar – 2 Apr 2021": "2021-03-30/2021-04-02",
    "30 December 2020 – 2 January 2021": "2020-12-30/2021-01-02",
    "15 and 16 March 2021": "2021-03-15/2021-03-16",
    "Monday, 15 March 2021": "2021-03-15",
    "15th March 2021": "2021-03-15",
    "Mar 15 2021": "2021-03-15",
    "2021": "2021",
    "March 2021": "2021-03",
    "c. 2021": "2021~",
    "c 2021": "2021~",
    "ca. March 2021": "2021-03~",
    "circa 15-17 March 2021": "2021-03-15~/2021-03-17~",
    "15 March 2021 (?)": "2021-03-15?",
    "c. 15 March 2021?": "2021-03-15%",
    "2021-03-15": "2021-03-15",
    "2021-3-5": "2021-03-05",
    "2021/03/15": "2021-03-15",
    "2021-03-15 00:00:00": "2021-03-15",
    "2021-03-15T00:00:00Z": "2021-03-15",
    "2021-03-15 10:30:00.123": "2021-03-15",
    "2021-03-15T10:30": "2021-03-15",
    "2021-03-15 – 2021-03-17": "2021-03-15/2021-03-17",
    "2021-03-15/": "2021-03-15/",
    "[2021-03-15,2021-03-17]": "[2021-03-15,2021-03-17]",
    "15/3/2021": "2021-03-15",
    "3/15/2021": "2021-03-15",
    "5/5/2021": "2021-05-05",
    "15.03.2021": "2021-03-15",
    "3.4.2021": "2021-04-03",
    "15.–17.03.2021": "2021-03-15/2021-03-17",
    "15-17/03/2021": "2021-03-15/2021-03-17",
    "15/03/2021 - 17/03/2021": "2021-03-15/2021-03-17",
}

REFUSED = {
    "3/4/2021": "3/4/2021 may be 2021-04-03 or 2021-03-04: say whether dates are day-first or month-first",
    "15/03/21": "15/03/21 has a year of two digits; write it with four",
    "15 March": "15 March has no year",
    "on Monday": "on Monday is no date that is known; write it as EDTF, such as 2021-03-15/2021-03-17 or 2021-03",
    "announced on 15 March 2021": (
        "announced on 15 March 2021 is no date that is known; write it as EDTF, such as 2021-03-15/2021-03-17 or 2021-03"
    ),
    "morning of 15 March 2021": (
        "morning of 15 March 2021 is no date that is known; write it as EDTF, such as 2021-03-15/2021-03-17 or 2021-03"
    ),
    "TBD": "TBD is no date that is known; write it as EDTF, such as 2021-03-15/2021-03-17 or 2021-03",
    "spring 2021": "spring 2021 is no date that is known; write it as EDTF, such as 2021-03-15/2021-03-17 or 2021-03",
    "30 February 2021": "30 February 2021 names a day that the calendar does not have",
    "17-15 March 2021": "17-15 March 2021 ends before it starts",
    "March 17–15, 2021": "March 17–15, 2021 ends before it starts",
    "30–31 February 2021": "30–31 February 2021 names a day that the calendar does not have",
    "2021-03-15T10:00:00Z": "2021-03-15T10:00:00Z is a time of a time zone, and may be another day where it was; write the day",
    "2021-03-15 22:00+02:00": "2021-03-15 22:00+02:00 is a time of a time zone, and may be another day where it was; write the day",
    "12021-01-01": "12021-01-01 has a year of more than four digits",
    "31/02/2021": "2021-02-31 is not a date or from-to: February 2021 has 28 days",
    "17/03/2021 - 15/03/2021": "17/03/2021 - 15/03/2021 ends before it starts",
    "3 or 4 March 2021": "3 or 4 March 2021 may be one of several days; write them as EDTF, such as [2021-03-15,2021-03-17]",
    "15 and 17 March 2021": "15 and 17 March 2021 may be two days or all days between them; write it as EDTF",
    "Tuesday, 15 March 2021": "Tuesday, 15 March 2021 names another weekday than that of 2021-03-15, which is a Monday",
    "c. early March 2021": "c. early March 2021 is doubtful and inexact at once; write it as EDTF, such as 2021-03-01/2021-03-12",
}


@pytest.mark.parametrize(("text", "edtf"), KNOWN.items())
def test_is_read(text: str, edtf: str) -> None:
    """What people write in tables is taken for the days that it names, and those as exactly."""
    assert read_written(text) == Written(edtf)


@pytest.mark.parametrize(("text", "reason"), REFUSED.items())
def test_is_refused(text: str, reason: str) -> None:
    """What may mean other days, or is none, is refused with the reason."""
    with pytest.raises(WrittenDateError) as refused:
        read_written(text)

    assert str(refused.value) == reason
    assert refused.value.text == text


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("early March 2021", "2021-03-01/2021-03-12"),
        ("late 2021", "2021-09-01/2021-12-31"),
        ("March–May 2021", "2021-03-01/2021-05-31"),
    ],
)
def test_part_of_a_month_is_a_window(text: str, edtf: str) -> None:
    """A part of a month or year says when something lies and not from when to when it lasts."""
    assert read_written(text) == Written(edtf, is_window=True)


def test_order_is_told() -> None:
    """Where somebody says which number is the day, it is that one, and a date that cannot be so is refused."""
    assert read_written("3/4/2021", Order.DAY_FIRST).edtf == "2021-04-03"
    assert read_written("3/4/2021", Order.MONTH_FIRST).edtf == "2021-03-04"
    with pytest.raises(WrittenDateError, match=r"^3/15/2021 is no day if dates are written day-first$"):
        read_written("3/15/2021", Order.DAY_FIRST)


def test_one_day_of_a_stretch_is_a_window() -> None:
    """As one day, from-to is when that day lies; an end that nobody knows is no day."""
    assert read_written_day("15–17 March 2021") == "2021-03-15/2021-03-17"
    assert read_written_day("c. March 2021") == "2021-03~"
    with pytest.raises(WrittenDateError, match=r"^2021-03-15/ is not a date: "):
        read_written_day("2021-03-15/")


FORMS = (
    "{first:%B} {first.day}, {first.year} – {last:%B} {last.day}, {last.year}",
    "{first.day} {first:%B} {first.year} - {last.day} {last:%B} {last.year}",
    "{first:%d.%m.%Y} – {last:%d.%m.%Y}",
    "{first:%Y-%m-%d} to {last:%Y-%m-%d}",
    "{first:%Y-%m-%d}/{last:%Y-%m-%d}",
)


@given(st.dates(date(1900, 1, 1), date(2099, 11, 1)), st.integers(1, 60), st.sampled_from(FORMS))
def test_every_stretch_comes_back(first: date, days: int, form: str) -> None:
    """From a day to a later one, written in any of these forms, is those two days again."""
    last = first + timedelta(days=days)

    assert read_written(form.format(first=first, last=last)).edtf == f"{first}/{last}"


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(Order))
def test_numerals_come_back_in_their_order(day: date, order: Order) -> None:
    """A day in numerals is that day where the order is told; where it is not, that day or refused."""
    text = f"{day.day}/{day.month}/{day.year}" if order is Order.DAY_FIRST else f"{day.month}/{day.day}/{day.year}"

    assert read_written(text, order).edtf == str(day)
    try:
        assert read_written(text).edtf == str(day)
    except WrittenDateError:
        assert day.day <= 12
        assert day.day != day.month


@given(st.text(max_size=40))
def test_any_text_is_edtf_or_refused(text: str) -> None:
    """Whatever stands in a cell, it is days that our EDTF has, or is refused as a date and nothing else."""
    try:
        found = read_written(text)
    except WrittenDateError:
        return
    assert str(EdtfInterval.parse(found.edtf)) == found.edtf
