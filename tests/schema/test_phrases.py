"""What phrases for days mean, counted from Sunday 16 April 2023 unless a test says otherwise."""

from __future__ import annotations

import pytest

from diplotrips.schema.dates.edtf import EdtfDate
from diplotrips.schema.phrases.kinds import Counting, Extent
from diplotrips.schema.phrases.relative import has_lead, names_date, resolve, sort_of, weekday_named
from diplotrips.schema.phrases.tense import Tense

SUNDAY = "2023-04-16"


def meant(phrase: str, anchor: str = SUNDAY, tense: Tense | None = None) -> str:
    """Return what *phrase* means as text; "unknown" for what the grammar does not know."""
    found = resolve(phrase, EdtfDate.parse(anchor), tense)
    return str(found) if found else "unknown"


def test_announced_on_thursday() -> None:
    """Under a dateline of Sunday 16 April 2023, what was announced on Thursday was announced on the 13th."""
    assert meant("announced on Thursday") == "2023-04-13"
    assert meant("announced on Thursday that he will tour the region") == "2023-04-13"


@pytest.mark.parametrize(
    ("phrase", "back", "ahead"),
    [
        ("on Thursday", "2023-04-13", "2023-04-20"),
        ("Thursday morning, local time", "2023-04-13", "2023-04-20"),
        ("early Thursday", "2023-04-13", "2023-04-20"),
        ("this Thursday", "2023-04-13", "2023-04-20"),
        ("on Sunday", "2023-04-16", "2023-04-16"),
        ("over the weekend", "2023-04-15/2023-04-16", "2023-04-15/2023-04-16"),
        ("Monday through Wednesday", "2023-04-10/2023-04-12", "2023-04-17/2023-04-19"),
        ("on the 19th", "2023-03-19", "2023-04-19"),
        ("in February", "2023-02", "2024-02"),
        ("in April", "2023-04", "2023-04"),
        ("on April 19", "2023-04-19", "2023-04-19"),
        ("on May 18", "2022-05-18", "2023-05-18"),
        ("On February 11-17", "2023-02-11/2023-02-17", "2024-02-11/2024-02-17"),
        ("December 30 to January 2", "2022-12-30/2023-01-02", "2023-12-30/2024-01-02"),
        ("Feb. 29", "2020-02-29", "2024-02-29"),
    ],
)
def test_tense_directs(phrase: str, back: str, ahead: str) -> None:
    """Looking back the latest is meant, looking ahead the next; today is on both sides, and a day may be a week off."""
    months = {"2023-02": "2023-02-01/2023-02-28", "2024-02": "2024-02-01/2024-02-29", "2023-04": "2023-04-01/2023-04-30"}

    assert meant(phrase, tense=Tense.PAST) == months.get(back, back)
    assert meant(phrase, tense=Tense.FUTURE) == months.get(ahead, ahead)


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("today", "2023-04-16"),
        ("this morning", "2023-04-16"),
        ("yesterday evening", "2023-04-15"),
        ("last night", "2023-04-15"),
        ("the day before yesterday", "2023-04-14"),
        ("tomorrow", "2023-04-17"),
        ("the next day", "2023-04-17"),
        ("the following day", "2023-04-17"),
        ("a day earlier", "2023-04-15"),
        ("ten days ago", "2023-04-06"),
        ("two weeks ago", "2023-03-30/2023-04-05"),
        ("in three days", "2023-04-19"),
        ("in about ten days", "2023-04-24/2023-04-28"),
        ("in the coming days", "2023-04-16/2023-04-26"),
        ("over the next seven days", "2023-04-16/2023-04-23"),
        ("in the past two weeks", "2023-04-02/2023-04-16"),
        ("last week", "2023-04-03/2023-04-15"),
        ("later this week", "2023-04-16/2023-04-22"),
        ("Thursday of last week", "[2023-04-06,2023-04-13]"),
        ("last Thursday", "[2023-04-06,2023-04-13]"),
        ("next Monday", "2023-04-17"),
        ("on Thursday", "[2023-04-13,2023-04-20]"),
        ("this month", "2023-04-01/2023-04-30"),
        ("next month", "2023-05-01/2023-05-31"),
        ("at the end of last month", "2023-03-20/2023-03-31"),
        ("last April", "2021-04-01/2022-04-30"),
        ("last year", "2022-01-01/2022-12-31"),
        ("in early April", "2023-04-01/2023-04-12"),
        ("mid-April", "2023-04-08/2023-04-23"),
        ("in late April", "2023-04-17/2023-04-30"),
        ("in the second half of April", "2023-04-16/2023-04-30"),
        ("at the end of February", "2023-02-20/2023-02-28"),
        ("19 April", "2023-04-19"),
        ("Apr. 19", "2023-04-19"),
        ("the 19th of April 2021", "2021-04-19"),
        ("Wednesday (May 18)", "2023-05-18"),
        ("18 May, Wednesday", "2023-05-18"),
        ("from April 21 to 23", "2023-04-21/2023-04-23"),
        ("between 21 and 23 April", "2023-04-21/2023-04-23"),
        ("21–23 April 2022", "2022-04-21/2022-04-23"),
        ("April 16-30", "2023-04-16/2023-04-30"),
        ("30 April to 2 May", "2023-04-30/2023-05-02"),
        ("2023-04-19", "2023-04-19"),
        ("in 2021", "2021-01-01/2021-12-31"),
        ("begins Thursday", "2023-04-20"),
        ("Thursday, the 20th", "2023-04-20"),
        ("Thursday 20", "2023-04-20"),
        ("the 21st and 26th of April this year", "2023-04-21/2023-04-26"),
        ("September last year", "2022-09-01/2022-09-30"),
        ("Sunday, April 23, to Saturday, April 29, 2023", "2023-04-23/2023-04-29"),
        ("April 17, 18 and 19", "2023-04-17/2023-04-19"),
        ("17 or 18 April", "2023-04-17/2023-04-18"),
        ("25/04/2023", "2023-04-25"),
        ("4/25/2023", "2023-04-25"),
        ("19.04.2023", "2023-04-19"),
        ("19-Apr-2023", "2023-04-19"),
        ("the week of April 19", "2023-04-13/2023-04-25"),
        ("the week beginning April 17", "2023-04-17/2023-04-23"),
        ("a week from Monday", "2023-04-24"),
        ("about ten days ago", "2023-04-04/2023-04-08"),
        ("a few days ago", "2023-04-06/2023-04-14"),
        ("the second day", "2023-04-17"),
        ("the next morning", "2023-04-17"),
        ("the same day", "2023-04-16"),
        ("the morning of April 19", "2023-04-19"),
        ("the first half of April", "2023-04-01/2023-04-15"),
        ("late April or early May", "2023-04-17/2023-05-12"),
        ("between October 2022 and January 2023", "2022-10-01/2023-01-31"),
        ("earlier this year", "2023-01-01/2023-04-16"),
        ("later this month", "2023-04-16/2023-04-30"),
        ("late 2023", "2023-09-01/2023-12-31"),
        ("the second quarter of 2023", "2023-04-01/2023-06-30"),
        ("in 2009-2010", "2009-01-01/2010-12-31"),
        ("end of the month", "2023-04-20/2023-04-30"),
        ("the week after next", "2023-04-24/2023-05-06"),
        ("arrived on Thursday", "2023-04-13"),
    ],
)
def test_means(phrase: str, days: str) -> None:
    """Phrases of every kind, without a tense from outside."""
    assert meant(phrase) == days


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "on",
        "two days after the summit",
        "for three days",
        "February 30",
        "2023-02-30",
        "in spring",
        "at Easter",
        "4/9/2023",
        "el jueves",
        "soon",
    ],
)
def test_unknown(phrase: str) -> None:
    """What the grammar does not know from end to end, or the calendar does not have, is not guessed."""
    assert meant(phrase) == "unknown"


@pytest.mark.parametrize(
    ("phrase", "anchor", "days"),
    [
        ("on Thursday", "2023-04-20/2023-04-22", "2023-04-20"),
        ("Monday to Saturday last week", "2023-04-19", "2023-04-10/2023-04-15"),
        ("yesterday", "2023-04-20/2023-04-22", "2023-04-19/2023-04-21"),
        ("yesterday", "[2023-04-20,2023-04-25]", "[2023-04-19,2023-04-24]"),
        ("April 19", "2023", "[2022-04-19,2023-04-19]"),
        ("yesterday", "../2023-04-16", "unknown"),
        ("yesterday", "XXXX-04-16", "unknown"),
        ("tomorrow", "9999-12-31", "unknown"),
        ("last month", "0001-01-05", "unknown"),
        ("on 19 April 2023", "2020/2029", "unknown"),
    ],
)
def test_anchor_of_several_days(phrase: str, anchor: str, days: str) -> None:
    """From an uncertain anchor whatever any of its days gives is possible; nothing, if it has no bounds or too many days."""
    assert meant(phrase, anchor, Tense.PAST) == days


def test_nearest_year() -> None:
    """Without a tense the year is the one nearest to the anchor, even to one that is known by its month."""
    assert meant("On February 11-17", "2010-03~") == "2010-02-11/2010-02-17"


@pytest.mark.parametrize(("phrase", "weekday"), [("on Thursday", 3), ("Wed. (May 18)", 2), ("April 19", None), ("Monday to Friday", None)])
def test_weekday_named(phrase: str, weekday: int | None) -> None:
    """The one weekday of a phrase is told, Monday being 0; of several none is."""
    assert weekday_named(phrase) == weekday


def test_names_date() -> None:
    """A weekday can be held against a date only where the phrase has both."""
    assert names_date("Wednesday (May 18)")
    assert not names_date("on Wednesday")
    assert not names_date("Wednesday to May 18")


@pytest.mark.parametrize(
    ("phrase", "extent", "counting"),
    [
        ("19 April 2023", Extent.DAY, Counting.NOTHING),
        ("19 April", Extent.DAY, Counting.YEAR),
        ("the 19th", Extent.DAY, Counting.MONTH),
        ("Thursday", Extent.DAY, Counting.WEEK),
        ("tomorrow", Extent.DAY, Counting.ANCHOR),
        ("the following day", Extent.DAY, Counting.NARRATION),
        ("April 21 to 23", Extent.RANGE, Counting.YEAR),
        ("Monday to Wednesday", Extent.RANGE, Counting.WEEK),
        ("late April", Extent.WINDOW, Counting.YEAR),
        ("July 2019", Extent.WINDOW, Counting.NOTHING),
        ("next week", Extent.WINDOW, Counting.ANCHOR),
        ("a few days later", Extent.WINDOW, Counting.NARRATION),
    ],
)
def test_sort(phrase: str, extent: Extent, counting: Counting) -> None:
    """A phrase tells how much time it names, and what it counts from, before anything is counted."""
    assert sort_of(phrase) == (extent, counting)


def test_sort_of_what_is_not_known() -> None:
    """What the grammar does not know is of no sort."""
    assert sort_of("at Easter") is None


def test_has_lead() -> None:
    """Words that lead to a date are told from those of the date."""
    assert has_lead("announced on Thursday")
    assert not has_lead("last Thursday")
    assert not has_lead("in three days")
