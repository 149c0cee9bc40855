"""Laws of the grammar of phrases for days."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from diplotrips.schema.dates.edtf import EdtfDate
from diplotrips.schema.phrases.relative import resolve
from diplotrips.schema.phrases.tense import Tense

DAYS = st.dates(date(1900, 1, 1), date(2090, 12, 31))
TENSES = st.sampled_from([None, Tense.PAST, Tense.FUTURE])
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
OF_A_WEEK = st.sampled_from(
    [*WEEKDAYS, "today", "the next day", "last Thursday", "next Monday", "last week", "the weekend", "ten days ago"]
)
OF_A_YEAR = st.sampled_from(["April 19", "in late April", "from April 21 to 23", "30 December to 2 January", "the first week of May"])


def at(day: date) -> EdtfDate:
    """Return a day as an anchor."""
    return EdtfDate.parse(day.isoformat())


@given(DAYS, OF_A_WEEK, TENSES)
def test_a_week_later(day: date, phrase: str, tense: Tense | None) -> None:
    """Published a week later, whatever counts by days and weeks means a day a week later."""
    now, later = resolve(phrase, at(day), tense), resolve(phrase, at(day + timedelta(days=7)), tense)

    assert now
    assert later
    assert [(low + 7, high + 7) for low, high in now.ranges] == list(later.ranges)


@given(DAYS, DAYS, OF_A_YEAR, TENSES, st.integers(1900, 2099))
def test_a_written_year_stands(day: date, other: date, phrase: str, tense: Tense | None, year: int) -> None:
    """With its year, a date means the same from every anchor."""
    written = f"{phrase} {year}"

    assert resolve(written, at(day), tense) == resolve(written, at(other), tense) is not None


@given(DAYS, st.sampled_from(WEEKDAYS))
def test_a_weekday_is_near(day: date, weekday: str) -> None:
    """A weekday is within six days on the side that the tense tells, and is that weekday; without a tense it is either."""
    back, ahead, either = (resolve(f"on {weekday}", at(day), tense) for tense in (Tense.PAST, Tense.FUTURE, None))

    assert back
    assert ahead
    assert either
    assert back.latest
    assert ahead.earliest
    assert timedelta() <= day - back.latest <= timedelta(days=6)
    assert timedelta() <= ahead.earliest - day <= timedelta(days=6)
    assert WEEKDAYS[back.latest.weekday()] == WEEKDAYS[ahead.earliest.weekday()] == weekday
    assert set(either.ranges) == {*back.ranges, *ahead.ranges}


@given(DAYS, st.integers(0, 20), st.one_of(OF_A_WEEK, OF_A_YEAR), TENSES)
def test_an_uncertain_anchor_allows_all(day: date, length: int, phrase: str, tense: Tense | None) -> None:
    """From a window everything is possible that is possible from one of its days."""
    last = day + timedelta(days=length)
    whole = resolve(phrase, EdtfDate.parse(f"{day}/{last}"), tense)
    days = [day + timedelta(days=number) for number in range(length + 1)]
    parts = [part for each in days if (part := resolve(phrase, at(each), tense))]

    assert whole
    assert len(parts) == len(days)
    assert all(whole.contains(date.fromordinal(low)) for part in parts for low, _ in part.ranges)
    assert whole.earliest == min(part.earliest for part in parts if part.earliest)
    assert whole.latest == max(part.latest for part in parts if part.latest)


@given(
    st.dates(), st.one_of(st.text(max_size=40), OF_A_WEEK, OF_A_YEAR, st.sampled_from(["last month", "next year", "last April"])), TENSES
)
def test_never_raises(day: date, phrase: str, tense: Tense | None) -> None:
    """Any text, on any day of the calendar, is known or not."""
    found = resolve(phrase, at(day), tense)

    assert found is None or found.ranges
