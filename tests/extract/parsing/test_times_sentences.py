"""What expressions of time mean in sentences as news prose has them, written on Wednesday 15 May 2024."""

from __future__ import annotations

import pytest

from diplotrips.extract.parsing.article import Article
from diplotrips.extract.parsing.mentions import TimeKind
from diplotrips.extract.parsing.segmenting.layout import take_apart
from diplotrips.extract.parsing.times.times import anchor_of, find_times
from diplotrips.schema.dates.edtf import EdtfDate
from diplotrips.schema.phrases.relative import resolve

WEDNESDAY = "2024-05-15"


def times(text: str, published: str | None = WEDNESDAY) -> list[str]:
    """Return each expression of time with what it means; every date that has an anchor is what the grammar says it is."""
    layout = take_apart(Article(text, published=EdtfDate.parse(published) if published else None))
    found = []
    for mention in find_times(layout, anchor_of(layout)):
        words = layout.words(mention.span)
        found.append(f"{words} = {mention.days if mention.kind is TimeKind.DURATION else mention.date}")
        if mention.anchor and mention.anchor.ranges and mention.date:
            again = resolve(words, mention.anchor, mention.tense)
            assert again
            assert again.ranges[0][0] <= mention.date.ranges[0][0] <= mention.date.ranges[-1][1] <= again.ranges[-1][1]
    return found


def check(text: str, expected: str) -> None:
    """Hold the expressions of a text against those expected, separated by semicolons."""
    assert times(text) == (expected.split("; ") if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Ada Lind arrived in Lisbon on Monday.", "Monday = 2024-05-13"),
        ("Minister Ada Lind will arrive in Lisbon on Monday.", "Monday = 2024-05-20"),
        ("Ada Lind met her counterpart in Rabat on Tuesday.", "Tuesday = 2024-05-14"),
        ("Ada Lind is to meet her counterpart in Rabat on Tuesday.", "Tuesday = 2024-05-21"),
        ("Ada Lind is due in Rabat on Tuesday.", "Tuesday = 2024-05-21"),
        ("Ada Lind is set to fly to Rabat on Saturday.", "Saturday = 2024-05-18"),
        ("Ada Lind is expected in Rabat on Friday.", "Friday = 2024-05-17"),
        ("Ada Lind plans to visit Rabat on Sunday.", "Sunday = 2024-05-19"),
        ("The ministry announced on Monday that Ada Lind will visit Rabat.", "Monday = 2024-05-13"),
        ("The ministry said Monday that Ada Lind would leave for Rabat on Thursday.", "Monday = 2024-05-13; Thursday = 2024-05-16"),
        ("On Monday, the ministry announced that Ada Lind will visit Rabat on Saturday.", "Monday = 2024-05-13; Saturday = 2024-05-18"),
        ("The ministry on Monday announced that Ada Lind would visit Rabat.", "Monday = 2024-05-13"),
        ("Ada Lind will visit Rabat on Saturday, the ministry said on Monday.", "Saturday = 2024-05-18; Monday = 2024-05-13"),
        ("Ada Lind begins a tour of Africa on Wednesday.", "Wednesday = 2024-05-15"),
        ("Ada Lind begins a tour of Africa on Thursday.", "Thursday = 2024-05-16"),
        ("Ada Lind travels to Rabat on Saturday.", "Saturday = 2024-05-18"),
        ("Ada Lind is travelling to Rabat on Saturday.", "Saturday = 2024-05-18"),
        ("Ada Lind was received by the king on Monday.", "Monday = 2024-05-13"),
        ("Ada Lind will be received by the king on Monday.", "Monday = 2024-05-20"),
        ("Ada Lind is to be received by the king on Monday.", "Monday = 2024-05-20"),
        ("Ada Lind has been received by the king on Monday.", "Monday = 2024-05-13"),
        ("Ada Lind has arrived in Rabat on Tuesday.", "Tuesday = 2024-05-14"),
        ("Talks held in Rabat on Friday brought no agreement.", "Friday = 2024-05-10"),
        ("The talks planned for Friday are to be held in Rabat.", "Friday = 2024-05-17"),
        ("The visit, scheduled for Monday, is her third.", "Monday = 2024-05-20"),
        ("Her visit was postponed until Monday.", "Monday = 2024-05-20"),
        ("She has put off the visit until Friday.", "Friday = 2024-05-17"),
        ("She stayed in Rabat until Monday.", "Monday = 2024-05-13"),
        ("She will stay in Rabat until Monday.", "Monday = 2024-05-20"),
        ("Ada Lind was invited to visit Rabat on Monday.", "Monday = 2024-05-20"),
        ("Ada Lind agreed to meet the king on Sunday.", "Sunday = 2024-05-19"),
        ("Ada Lind came to Rabat to meet the king on Sunday.", "Sunday = 2024-05-12"),
        ("Ada Lind flew to Rabat on Sunday and on Thursday will continue to Tunis.", "Sunday = 2024-05-12; Thursday = 2024-05-16"),
        ("On Thursday, Ada Lind will be in Tunis.", "Thursday = 2024-05-16"),
        ("On Thursday, Ada Lind was in Tunis.", "Thursday = 2024-05-09"),
        ("Starting Friday, the ministry announced on Tuesday, she will be in Tunis.", "Friday = 2024-05-17; Tuesday = 2024-05-14"),
        ("The tour, which began Sunday, takes her to Rabat and Tunis.", "Sunday = 2024-05-12"),
        ("The tour ends this Friday in Tunis.", "this Friday = 2024-05-17"),
        ("She won't travel on Saturday.", "Saturday = 2024-05-18"),
        ("She'll travel on Saturday.", "Saturday = 2024-05-18"),
        ("She could meet the king as early as Friday.", "Friday = 2024-05-17"),
        ("She should have met the king on Monday.", "Monday = 2024-05-13"),
        ("Minister Lind to visit Rabat on Monday", "Monday = 2024-05-20"),
        ("Ada Lind wrapped up her visit on Monday.", "Monday = 2024-05-13"),
        ("Ada Lind will wrap up her visit on Monday.", "Monday = 2024-05-20"),
        ("Ada Lind leaves for Rabat tomorrow and returns on Sunday.", "tomorrow = 2024-05-16; Sunday = 2024-05-19"),
        ("Following the talks in Rabat on Tuesday, she flew to Tunis.", "Tuesday = 2024-05-14"),
        ("Ada Lind, who on Tuesday met the king, will go on to Tunis.", "Tuesday = 2024-05-14"),
        ("Before her arrival on Sunday, police closed the roads.", "Sunday = 2024-05-12"),
        ("Rabat was quiet when Ada Lind landed early Monday.", "early Monday = 2024-05-13"),
    ],
)
def test_verbs_direct_weekdays(text: str, expected: str) -> None:
    """A weekday lies on the side that the verb it goes with looks to."""
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She arrived last Thursday.", "last Thursday = 2024-05-09"),
        ("She arrived last Tuesday.", "last Tuesday = 2024-05-07"),
        ("She comes next Monday.", "next Monday = 2024-05-20"),
        ("She said she would come next Friday.", "next Friday = 2024-05-17"),
        ("She will come this Friday.", "this Friday = 2024-05-17"),
        ("She came this Monday.", "this Monday = 2024-05-13"),
        ("She landed on Monday night.", "Monday night = 2024-05-13"),
        ("She landed on Tuesday morning.", "Tuesday morning = 2024-05-14"),
        ("She landed late on Monday.", "Monday = 2024-05-13"),
        ("She landed late Monday.", "late Monday = 2024-05-13"),
        (
            "Next week Ada Lind comes to Africa. From Monday to Friday she will travel.",
            "Next week = 2024-05-19/2024-05-26; Monday to Friday = 2024-05-20/2024-05-24",
        ),
        (
            "Ada Lind will be in Africa next week. She will be in Rabat on Thursday.",
            "next week = 2024-05-19/2024-05-26; Thursday = 2024-05-23",
        ),
        ("She visited Rabat from Monday to Friday last week.", "Monday to Friday last week = 2024-05-06/2024-05-10"),
        ("She will visit Rabat Monday through Wednesday.", "Monday through Wednesday = 2024-05-20/2024-05-22"),
        ("She visited Rabat on Monday and Tuesday.", "Monday and Tuesday = 2024-05-13/2024-05-14"),
        ("She visited Rabat on Sunday and Tunis on Tuesday.", "Sunday = 2024-05-12; Tuesday = 2024-05-14"),
        ("She will speak on Thursday and Saturday.", "Thursday = 2024-05-16; Saturday = 2024-05-18"),
        ("She will leave on Friday or Saturday.", "Friday or Saturday = 2024-05-17/2024-05-18"),
        ("She will be in Rabat between Friday and Sunday.", "Friday and Sunday = 2024-05-17/2024-05-19"),
        ("She will be in Rabat over the weekend.", "weekend = 2024-05-18/2024-05-19"),
        ("She was in Rabat at the weekend.", "weekend = 2024-05-11/2024-05-12"),
        ("She was in Rabat last weekend.", "last weekend = 2024-05-11/2024-05-12"),
        ("She visited Rabat on Thursday of last week.", "Thursday of last week = 2024-05-09"),
        ("She will visit Rabat on Tuesday next week.", "Tuesday next week = 2024-05-21"),
        ("She travels to Rabat later this week.", "later this week = 2024-05-15/2024-05-19"),
        ("She travels to Rabat early next week.", "early next week = 2024-05-19/2024-05-26"),
        ("She travels to Rabat this week.", "this week = 2024-05-12/2024-05-19"),
        ("She travels to Rabat a week from Friday.", "a week from Friday = 2024-05-24"),
        ("He spoke on Mon. (May 13).", "Mon. (May 13) = 2024-05-13"),
        ("The Sunday Times wrote about Ms. Lind.", ""),
        ("The Good Friday Agreement was praised.", ""),
        ("On Mondays she reads.", ""),
    ],
)
def test_weekdays_and_weeks(text: str, expected: str) -> None:
    """Weekdays with a word or a week beside them, ranges of them, and weeks."""
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She arrived on May 10.", "May 10 = 2024-05-10"),
        ("She arrived on 10 May.", "10 May = 2024-05-10"),
        ("She arrived on the 10th of May.", "10th of May = 2024-05-10"),
        ("She arrived on May 10, 2024.", "May 10, 2024 = 2024-05-10"),
        ("She arrived on 10 May 2024.", "10 May 2024 = 2024-05-10"),
        ("She arrived on Friday, May 10, 2024.", "Friday, May 10, 2024 = 2024-05-10"),
        ("She arrived on Friday, 10 May.", "Friday, 10 May = 2024-05-10"),
        ("She arrived on Friday (May 10).", "Friday (May 10) = 2024-05-10"),
        ("She arrived on Friday (10.May.2024).", "Friday (10.May.2024) = 2024-05-10"),
        ("She arrived on 10.05.2024.", "10.05.2024 = 2024-05-10"),
        ("She arrived on 2024-05-10.", "2024-05-10 = 2024-05-10"),
        ("She arrived on 25/04/2024.", "25/04/2024 = 2024-04-25"),
        ("She arrived on 4/25/2024.", "4/25/2024 = 2024-04-25"),
        ("She arrived on 05/10/2024.", "05/10/2024 = None"),
        ("She arrived on 10-May-2024.", "10-May-2024 = 2024-05-10"),
        ("She will arrive on 2 June.", "2 June = 2024-06-02"),
        ("She visited Rabat on 20 December.", "20 December = 2023-12-20"),
        ("She will visit Rabat on 20 December.", "20 December = 2024-12-20"),
        ("She will be in Rabat from May 20 to 23.", "May 20 to 23 = 2024-05-20/2024-05-23"),
        ("She will be in Rabat from May 20 to May 23.", "May 20 to May 23 = 2024-05-20/2024-05-23"),
        ("She will be in Rabat on May 20-23.", "May 20-23 = 2024-05-20/2024-05-23"),
        ("She will be in Rabat on May 20–23.", "May 20–23 = 2024-05-20/2024-05-23"),
        ("She will be in Rabat on 20-23 May 2024.", "20-23 May 2024 = 2024-05-20/2024-05-23"),
        ("She will be in Rabat from 20th to 23rd May.", "20th to 23rd May = 2024-05-20/2024-05-23"),
        ("She will be in Rabat between May 20 and 23.", "May 20 and 23 = 2024-05-20/2024-05-23"),
        ("She will be in Rabat between the 20th and 23rd of May this year.", "20th and 23rd of May this year = 2024-05-20/2024-05-23"),
        ("She will be in Rabat from May 30 to June 2.", "May 30 to June 2 = 2024-05-30/2024-06-02"),
        ("She will be in Rabat from 30 May to 2 June 2024.", "30 May to 2 June 2024 = 2024-05-30/2024-06-02"),
        ("She was in Rabat from December 30, 2023 to January 2, 2024.", "December 30, 2023 to January 2, 2024 = 2023-12-30/2024-01-02"),
        ("She was in Rabat from December 30 to January 2, 2024.", "December 30 to January 2, 2024 = 2023-12-30/2024-01-02"),
        (
            "The tour runs from Monday, May 20, to Thursday, May 23, 2024.",
            "Monday, May 20, to Thursday, May 23, 2024 = 2024-05-20/2024-05-23",
        ),
        ("She will be in Rabat on May 20 and 21.", "May 20 and 21 = 2024-05-20/2024-05-21"),
        ("She will leave on May 20 or 21.", "May 20 or 21 = 2024-05-20/2024-05-21"),
        ("She left on the 13th.", "13th = 2024-05-13"),
        ("She will leave on the 18th, the ministry says.", "18th = 2024-05-18"),
        ("She leaves on Thursday, the 16th, for Rabat.", "Thursday, the 16th = 2024-05-16"),
        ("She will be there from the 18th to the 20th.", "18th to the 20th = 2024-05-18/2024-05-20"),
        ("It was the 18th summit of the 21st century.", ""),
        ("The 7th Fleet and the 3rd Army took part.", ""),
        ("She read the 10th chapter.", ""),
        ("She arrived on the morning of May 10.", "May 10 = 2024-05-10"),
        ("She arrives in the week of May 20.", "week of May 20 = 2024-05-14/2024-05-26"),
        ("February 11-17 were days of rest.", "February 11-17 = 2024-02-11/2024-02-17"),
        ("In May, 20 people came.", "May = 2024-05"),
        ("She was there on May 30, 1991.", "May 30, 1991 = 1991-05-30"),
        ("She arrived on Monday, May 10.", "Monday, May 10 = 2024-05-10"),
    ],
)
def test_days_of_months(text: str, expected: str) -> None:
    """Days of a month in every order and notation; the year is the one that fits."""
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She will visit in the second half of May.", "second half of May = 2024-05-16/2024-05-31"),
        ("She will visit in mid-June.", "mid-June = 2024-06-08/2024-06-23"),
        ("She visited in early May.", "early May = 2024-05-01/2024-05-12"),
        ("She will visit in late May.", "late May = 2024-05-17/2024-05-31"),
        ("She will visit at the end of the month.", "end of the month = 2024-05-20/2024-05-31"),
        ("She will visit at the end of May.", "end of May = 2024-05-20/2024-05-31"),
        ("She will visit in the first week of June.", "first week of June = 2024-06-01/2024-06-10"),
        ("She will visit in December.", "December = 2024-12"),
        ("She visited in December.", "December = 2023-12"),
        ("She visited in March.", "March = 2024-03"),
        ("She may march in March.", "March = 2025-03"),
        ("She visited in July 2019.", "July 2019 = 2019-07"),
        ("She visited in 2015.", "2015 = 2015"),
        ("She visited in September last year.", "September last year = 2023-09"),
        ("She will visit next month.", "next month = 2024-06"),
        ("She visited last month.", "last month = 2024-04"),
        ("She will visit later this month.", "later this month = 2024-05-15/2024-05-31"),
        ("She visited earlier this year.", "earlier this year = 2024-01-01/2024-05-15"),
        ("She visited last year.", "last year = 2023"),
        ("She visited in early 2023.", "early 2023 = 2023-01-01/2023-04-30"),
        ("She visited in late 2023.", "late 2023 = 2023-09-01/2023-12-31"),
        ("She visited at the end of 2023.", "end of 2023 = 2023-10-01/2023-12-31"),
        ("She was there in 2009-2010.", "2009-2010 = 2009-01-01/2010-12-31"),
        ("She will visit in the coming days.", "coming days = 2024-05-15/2024-05-25"),
        ("She will travel over the next seven days.", "next seven days = 2024-05-15/2024-05-22"),
        ("She will travel in the next two weeks.", "next two weeks = 2024-05-15/2024-05-29"),
        ("She travelled in recent days.", "recent days = 2024-05-05/2024-05-15"),
        ("She travelled in the past week.", "past week = 2024-05-05/2024-05-12"),
        ("She will travel between March and May 2025.", "March and May 2025 = 2025-03-01/2025-05-31"),
        ("She will travel in late May or early June.", "late May or early June = 2024-05-17/2024-06-12"),
        ("May she travel well.", ""),
        ("The 2016 Peace Accord and the 2018 vote divide them.", ""),
        ("Agenda 2063, G20 and COP27 were on the list.", ""),
        ("Some 2000 people and 1950 policemen came.", ""),
    ],
)
def test_windows(text: str, expected: str) -> None:
    """Months, parts of months, years, and the days around now; names and numbers that only look like years are none."""
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She left today.", "today = 2024-05-15"),
        ("She left yesterday.", "yesterday = 2024-05-14"),
        ("She leaves tomorrow.", "tomorrow = 2024-05-16"),
        ("She leaves the day after tomorrow.", "day after tomorrow = 2024-05-17"),
        ("She came the day before yesterday.", "day before yesterday = 2024-05-13"),
        ("She left this morning.", "this morning = 2024-05-15"),
        ("She left last night.", "last night = 2024-05-14"),
        ("She left three days ago.", "three days ago = 2024-05-12"),
        ("She left about ten days ago.", "about ten days ago = 2024-05-03/2024-05-07"),
        ("She left a week ago.", "a week ago = 2024-05-05/2024-05-11"),
        ("She leaves in three days.", "in three days = 2024-05-18"),
        ("She left a few days ago.", "a few days ago = 2024-05-05/2024-05-13"),
        ("She arrived in Rabat on Monday. The next day she met the king.", "Monday = 2024-05-13; next day = 2024-05-14"),
        ("She arrives in Rabat on Monday. Tunis comes on the following day.", "Monday = 2024-05-20; following day = 2024-05-21"),
        ("She arrived in Rabat on May 6. Two days later she flew to Tunis.", "May 6 = 2024-05-06; Two days later = 2024-05-08"),
        ("She arrived in Rabat on Monday, a day earlier than he.", "Monday = 2024-05-13; a day earlier = 2024-05-12"),
        ("She arrived in Rabat on Monday. The same day she met the king.", "Monday = 2024-05-13; same day = 2024-05-13"),
        ("She arrived in Rabat on Monday. On the second day she met the king.", "Monday = 2024-05-13; second day = 2024-05-14"),
        ("He had said so a day earlier.", "a day earlier = 2024-05-14"),
        ("The next day she met the king.", "next day = None"),
        ("Russia Today and USA Today wrote about it.", ""),
        ("In 30 years nothing has changed.", ""),
    ],
)
def test_counted_days(text: str, expected: str) -> None:
    """What counts from the day of writing, and what counts from the day named before."""
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is a four-day visit.", "four-day = (4, 4)"),
        ("It is a 4-day visit.", "4-day = (4, 4)"),
        ("She will be in Rabat for two days.", "two days = (2, 2)"),
        ("It is a visit of two days.", "two days = (2, 2)"),
        ("It is a week-long tour.", "week-long = (6, 8)"),
        ("It is a weeklong tour.", "weeklong = (6, 8)"),
        ("It is a month-long tour.", "month-long = (28, 31)"),
        ("She spent a week in Africa.", "a week = (6, 8)"),
        ("The tour lasts almost a week.", "almost a week = (4, 8)"),
        ("It is a trip of one week.", "one week = (6, 8)"),
        ("It is a two-week tour.", "two-week = (13, 15)"),
        ("She has nine days in Africa.", "nine days = (9, 9)"),
        ("She spent three nights in Rabat.", "three nights = (4, 4)"),
        ("She will stay for two to three days.", "two to three days = (2, 3)"),
        ("She paid a 48-hour visit.", "48-hour = (2, 3)"),
        ("She paid a one-day visit.", "one-day = (1, 1)"),
        ("The tour takes about ten days.", "about ten days = (8, 12)"),
        ("She stays for three full days.", "three full days = (3, 3)"),
        ("The tour lasts more than two weeks.", "more than two weeks = (13, 18)"),
        ("She rests three times a day.", ""),
        ("It rained for several hours.", ""),
        ("In 30 years in a row he came.", ""),
    ],
)
def test_durations(text: str, expected: str) -> None:
    """Lengths of a stay are given as least and most days, the first and the last counted."""
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "She arrived on Monday, October 3. On Wednesday she met the king. On Thursday she was in Tunis.",
            "XXXX-10-03 XXXX-10-05 XXXX-10-06",
        ),
        ("She will visit from April 21 to 23.", "None"),
        ("She arrived on 19 April.", "XXXX-04-19"),
        ("She arrived on Monday.", "None"),
        ("She visited in 2015.", "2015"),
        ("She visited in November.", "XXXX-11"),
        ("She arrived on February 15, 2020, and left on February 17.", "2020-02-15 2020-02-17"),
        ("She landed today, 5 October 2022, in Lima. On Monday she was in Quito.", "2022-10-05 2022-10-05 2022-10-03"),
        ("She landed today, Tuesday (14.May.2024), in Lima. She left yesterday.", "2024-05-14 2024-05-14 2024-05-13"),
        ("She leaves tomorrow.", "None"),
    ],
)
def test_without_a_day_of_writing(text: str, expected: str) -> None:
    """Where nobody knows the day of writing, only what the text itself dates is resolved."""
    assert [line.split(" = ")[1] for line in times(text, None)] == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She arrived in Rabat on Monday, April 1. On Wednesday she flew to Tunis.", "2024-04-01 2024-04-03"),
        ("She will arrive in Rabat on Monday, June 3. On Wednesday she will fly to Tunis.", "2024-06-03 2024-06-05"),
        ("She will arrive in Rabat on Monday, June 3, the ministry said on Tuesday.", "2024-06-03 2024-05-14"),
        ("She will arrive in Rabat on June 3. The next day she will fly to Tunis.", "2024-06-03 2024-06-04"),
    ],
)
def test_weekdays_go_on_from_a_day_named(text: str, expected: str) -> None:
    """Told of a day that is not of this week, the weekdays after it are those that follow it; who says so says it now."""
    assert [line.split(" = ")[1] for line in times(text)] == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She will be in Rabat on Monday, in Tunis on Tuesday and in Cairo on Wednesday.", "2024-05-20 2024-05-21 2024-05-22"),
        ("She will visit Rabat next Tuesday and Wednesday.", "2024-05-21 2024-05-22"),
        ("She will begin her tour on Monday, visiting Rabat until Wednesday.", "2024-05-20 2024-05-22"),
        ("She will be in Rabat from next Monday to Thursday.", "2024-05-20 2024-05-23"),
        ("She will fly to Rabat on Saturday after talks in Rome on Thursday.", "2024-05-18 2024-05-16"),
        ("She arrives on Thursday, holds talks on Friday and flies home on Saturday.", "2024-05-16 2024-05-17 2024-05-18"),
        ("She left Rabat on Tuesday for Tunis, where she will hold talks on Wednesday.", "2024-05-14 2024-05-15"),
        ("She arrived in Tunis on Tuesday, where she signs the pact on Thursday.", "2024-05-14 2024-05-16"),
        ("She said on Monday she had called on Sunday and would call on Friday.", "2024-05-13 2024-05-12 2024-05-17"),
        ("On Friday 17 May she will be in Rabat; on Saturday 18 she will be in Fez.", "2024-05-17 2024-05-18"),
        ("She visits Rabat (Thursday), Fez (Friday) and Tunis (Sunday and Monday).", "2024-05-16 2024-05-17 2024-05-19/2024-05-20"),
        ("She was in Rabat on May 13th, 14th and 15th.", "2024-05-13/2024-05-15"),
        ("Arriving in Rabat on Thursday, she will meet the king.", "2024-05-16"),
        ("Arriving in Rabat on Tuesday, she met the king.", "2024-05-14"),
        ("She will be received next Friday, May 24.", "2024-05-24"),
        ("Her visit comes two weeks before the vote.", ""),
    ],
)
def test_several_days(text: str, expected: str) -> None:
    """Plans are told in order; each of several days in a sentence goes with its own verb."""
    assert [line.split(" = ")[1] for line in times(text)] == expected.split()
