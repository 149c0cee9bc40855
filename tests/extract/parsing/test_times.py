"""Days in an article: what they count from, whose they are, and what they say of a trip."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotrips.extract.parsing.article import Article
from diplotrips.extract.parsing.mentions import TimeKind, TimeMention
from diplotrips.extract.parsing.passages import Citation, Dateline, Layout, Part, Segment, Sentence
from diplotrips.extract.parsing.segmenting.layout import take_apart
from diplotrips.extract.parsing.times.times import anchor_of, anchors_of, find_times
from diplotrips.schema.dates.edtf import EdtfDate
from diplotrips.schema.fields import Span
from diplotrips.schema.phrases.relative import resolve

DAY = EdtfDate.parse


def laid_out(text: str, published: str = "", part: Part = Part.PARAGRAPH, **passages: tuple[object, ...]) -> Layout:
    """Return a text of one sentence as a layout, with the passages given by the words that they are."""
    whole = Span(0, len(text))
    article = Article(text, published=DAY(published) if published else None)
    layout = Layout(article, text, (Segment(part, whole, (0,)),), (Sentence(whole, 0),), (), **passages)  # type: ignore[arg-type]  # tests give what fits
    assert layout.view == layout.article.text
    return layout


def span_of(text: str, words: str) -> Span:
    """Return where words are in a text."""
    return Span(text.index(words), text.index(words) + len(words))


def found_in(layout: Layout) -> dict[str, TimeMention]:
    """Return the mentions of a layout by their words."""
    return {layout.words(mention.span): mention for mention in find_times(layout, anchor_of(layout))}


def written(text: str, published: str = "2024-05-15") -> dict[str, TimeMention]:
    """Return the mentions of a text by their words."""
    return found_in(take_apart(Article(text, published=DAY(published) if published else None)))


def test_the_dateline_counts_first() -> None:
    """The day of a dateline counts before one that the article states and one that is given; all are kept."""
    text = "RABAT, 6 May 2024 - Ada Lind arrived on Sunday. Updated 9 May 2024."
    dateline = Dateline(span_of(text, "RABAT, 6 May 2024 -"), span_of(text, "RABAT"), span_of(text, "6 May 2024"))
    layout = laid_out(text, "2024-05-15", datelines=(dateline,), stated_dates=(span_of(text, "9 May 2024"),))

    assert [(str(each.value), each.evidence.rule) for each in anchors_of(layout)] == [
        ("2024-05-06", "dateline-date"),
        ("2024-05-09", "stated-publication-date"),
        ("2024-05-15", "published-given"),
    ]
    assert found_in(layout)["Sunday"].date == DAY("2024-05-05")
    assert found_in(layout)["6 May 2024"].kind is TimeKind.DATELINE
    assert found_in(layout)["9 May 2024"].kind is TimeKind.PUBLICATION


def test_a_dateline_takes_its_year_from_the_day_given() -> None:
    """A dateline without a year is of the year nearest to the given day; the basis says so."""
    text = "RABAT, Dec. 30 - Ada Lind arrived on Sunday."
    dateline = Dateline(span_of(text, "RABAT, Dec. 30 -"), span_of(text, "RABAT"), span_of(text, "Dec. 30"))

    anchor = anchor_of(laid_out(text, "2024-01-02", datelines=(dateline,)))

    assert anchor
    assert (anchor.value, anchor.evidence.basis, anchor.evidence.phrase) == (DAY("2023-12-30"), "resolved", "Dec. 30")


def test_a_dateline_of_an_unknown_year() -> None:
    """Without any year a dateline still tells today and tomorrow, and no weekday."""
    text = "RABAT, May 31 - Ada Lind arrived today, leaves tomorrow and said on Monday that she was well."
    dateline = Dateline(span_of(text, "RABAT, May 31 -"), span_of(text, "RABAT"), span_of(text, "May 31"))
    found = found_in(laid_out(text, datelines=(dateline,)))

    assert [found[words].date for words in ("today", "tomorrow", "Monday")] == [DAY("XXXX-05-31"), DAY("XXXX-06-01"), None]


def test_no_day_of_writing() -> None:
    """If nothing tells the day of writing, there is none."""
    assert anchor_of(take_apart(Article("Ada Lind arrived in Rabat on Sunday."))) is None


def test_a_day_called_today_counts_like_a_dateline() -> None:
    """What the text itself calls today counts before the day given from outside."""
    layout = take_apart(Article("Ada Lind landed today, Wednesday 8 May 2024, in Rabat.", published=DAY("2024-07-01")))

    anchor = anchor_of(layout)

    assert anchor
    assert (anchor.value, anchor.evidence.rule) == (DAY("2024-05-08"), "today-with-date")


def test_a_citation_is_no_day_of_the_report() -> None:
    """The day in a citation is of its own kind, and the next day is not counted from it."""
    text = "Ada Lind came to Rabat on 6 May (Herald, May 9). The next day she met the king."
    outlet = Citation(span_of(text, "(Herald, May 9)"), span_of(text, "Herald"), span_of(text, "May 9"))
    found = found_in(laid_out(text, "2024-05-15", citations=(outlet,)))

    assert found["May 9"].kind is TimeKind.CITATION
    assert found["May 9"].date == DAY("2024-05-09")
    assert found["next day"].date == DAY("2024-05-07")


def test_captions_tell_in_the_present_what_has_been() -> None:
    """The present tense of a caption looks back, that of a report ahead."""
    text = "Ada Lind leaves her plane in Rabat on Monday"

    assert found_in(laid_out(text, "2024-05-15", Part.CAPTION))["Monday"].date == DAY("2024-05-13")
    assert found_in(laid_out(text, "2024-05-15", Part.PARAGRAPH))["Monday"].date == DAY("2024-05-20")


def test_foreign_text_is_left_out() -> None:
    """No days are looked for in text of another language."""
    assert found_in(laid_out("April 17", "2024-05-15", Part.FOREIGN)) == {}


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("She begins a tour of Africa on Thursday.", "Thursday", "begins"),
        ("She began her tour of four African countries in Rabat on Monday.", "Monday", "begins"),
        ("Starting Friday she will be in Rabat.", "Friday", "begins"),
        ("She will be in Rabat from 20 May.", "20 May", "begins"),
        ("The tour kicks off on Saturday.", "Saturday", "begins"),
        ("She has been in Rabat since Monday.", "Monday", "begins"),
        ("She will stay until Friday.", "Friday", "ends"),
        ("The tour will end on 24 May.", "24 May", "ends"),
        ("The tour lasts until 24 May.", "24 May", "ends"),
        ("She wrapped up her tour on Tuesday.", "Tuesday", "ends"),
        ("The visit is to begin on Thursday and end on Sunday.", "Sunday", "ends"),
        ("She concludes the tour in Rabat this Friday.", "this Friday", "ends"),
        ("She met the king on Monday.", "Monday", ""),
        ("The tour begins in Rabat and lasts from 20 to 24 May.", "20 to 24 May", ""),
    ],
)
def test_role(text: str, words: str, role: str) -> None:
    """The words before a day, or its verb, tell whether something begins or ends then."""
    assert written(text)[words].role == role


@pytest.mark.parametrize(
    ("text", "words", "is_background"),
    [
        ("She arrived on Monday.", "Monday", False),
        ("She visited Rabat in 2015.", "2015", True),
        ("She has been minister since 2019.", "2019", True),
        ("She has been in Rabat since Monday.", "Monday", False),
        ("She was there last August.", "last August", True),
        ("She was there last week.", "last week", False),
        ("She was there last month.", "last month", False),
        ("She was there last year.", "last year", True),
        ("She visited Rabat a year ago.", "a year ago", True),
        ("She previously visited Rabat in March.", "March", True),
        ("The last time she came was April 3.", "April 3", True),
        ("Carbon neutrality by 2050 was discussed.", "2050", True),
        ("The accord of 3 March 2021 was praised.", "3 March 2021", True),
        ("Over the past two days she met five ministers.", "past two days", False),
        ("She will visit Rabat in June.", "June", False),
    ],
)
def test_background(text: str, words: str, is_background: bool) -> None:  # noqa: FBT001  (a column of the table)
    """History and far aims are background; last week and the days around now are not."""
    assert written(text)[words].background is is_background


def test_history_lends_its_year() -> None:
    """A day without a year is of the year of the past that its sentence names, and of the article's year elsewhere."""
    found = written("In 2015 she went to Rabat on 3 March and to Tunis on 5 March. On 4 April she went to Rome.")

    assert found["3 March"].date == DAY("2015-03-03")
    assert found["5 March"].date == DAY("2015-03-05")
    assert found["4 April"].date == DAY("2024-04-04")


def test_a_weekday_that_its_date_does_not_have() -> None:
    """A wrong weekday is told, and the day of the month stands."""
    found = written("She arrived on Monday, May 7, and left on Wednesday, May 8.")

    assert (found["Monday, May 7"].date, found["Monday, May 7"].weekday_conflicts) == (DAY("2024-05-07"), True)
    assert not found["Wednesday, May 8"].weekday_conflicts


def test_a_range_has_its_ends() -> None:
    """A range gives its first and last day beside the whole; without a year only these."""
    known, unknown = (
        written("She is there from May 20 to 23.")["May 20 to 23"],
        written("She is there from May 20 to 23.", "")["May 20 to 23"],
    )

    assert (known.kind, known.date, known.first, known.last) == (
        TimeKind.RANGE,
        DAY("2024-05-20/2024-05-23"),
        DAY("2024-05-20"),
        DAY("2024-05-23"),
    )
    assert (unknown.date, unknown.first, unknown.last) == (None, DAY("XXXX-05-20"), DAY("XXXX-05-23"))


def test_basis_and_anchor() -> None:
    """A full date stands by itself; any other keeps the day from which it was counted."""
    found = written("She arrived on 13 May 2024, left on Tuesday, and the next day was home.")

    assert (found["13 May 2024"].basis, found["13 May 2024"].anchor) == ("stated", None)
    assert (found["Tuesday"].basis, found["Tuesday"].anchor) == ("resolved", DAY("2024-05-15"))
    assert (found["next day"].basis, found["next day"].anchor) == ("resolved", DAY("2024-05-14"))


def test_an_uncertain_day_of_writing() -> None:
    """From several possible days of writing only what all of them give is resolved; of a window the hull."""
    found = written(
        "She left Rabat on Thursday, met the king on Saturday and will rest next week. She came on April 19.", "2023-04-20/2023-04-22"
    )

    assert found["Thursday"].date == DAY("2023-04-20")
    assert found["Saturday"].date is None
    assert found["next week"].date == DAY("2023-04-23/2023-04-30")
    assert found["April 19"].date == DAY("2023-04-19")


@pytest.mark.parametrize(
    ("published", "words", "day"),
    [
        ("2023-04", "April 19", "2023-04-19"),
        ("2023", "April 19", "2023-04-19"),
        ("2023", "December 30", "2023-12-30"),
        ("2010-03~", "January 19", "2010-01-19"),
    ],
)
def test_a_month_or_year_of_writing(published: str, words: str, day: str) -> None:
    """A month or year of writing gives days of a month their year, and weekdays nothing."""
    assert written(f"She arrived on {words}.", published)[words].date == DAY(day)
    assert written("She arrived on Saturday.", published)["Saturday"].date is None


def test_a_weekday_takes_the_day_of_its_namesake() -> None:
    """Without a day of writing, a weekday is the one that the text dates elsewhere."""
    found = written("Ada Lind left for Rabat on Monday. She met the king.\n\nOn Monday, October 3, many came to see her off.", "")

    assert found["Monday"].date == DAY("XXXX-10-03")


RELATIVE = [
    "She arrived on Monday.",
    "She will arrive next Friday.",
    "She left yesterday.",
    "She will leave in three days.",
    "She comes next week. From Monday to Friday she will travel.",
    "She arrived on Sunday. The next day she met the king.",
    "She was there last weekend.",
    "She will stay until Thursday.",
]


@given(st.dates(date(2000, 1, 1), date(2030, 12, 1)), st.sampled_from(RELATIVE))
def test_a_week_later(day: date, text: str) -> None:
    """Written a week later, every relative date lies a week later."""
    now, later = written(text, str(day)), written(text, str(day + timedelta(days=7)))

    for words, mention in now.items():
        assert mention.date
        other = later[words].date
        assert other
        assert [(low + 7, high + 7) for low, high in mention.date.ranges] == list(other.ranges)


@given(st.dates(date(2000, 1, 1), date(2030, 12, 1)), st.sampled_from(["6 May 2024", "May 20 to 23, 2024", "2024-05-06", "25/04/2024"]))
def test_a_full_date_stands(day: date, words: str) -> None:
    """A date with its year means the same whenever it was written."""
    assert written(f"She was there on {words}.", str(day))[words].date == written(f"She was there on {words}.", "")[words].date


PIECES = st.sampled_from(
    [
        "on ",
        "Monday",
        " May",
        "20",
        ", ",
        "2024",
        "last ",
        "week",
        " to ",
        "and ",
        "the ",
        "next day",
        ".",
        "\n",
        "(",
        ")",
        "-",
        "four-",
        "day ",
        "will ",
        "é",
    ]
)


@given(
    st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=30).map("".join)),
    st.sampled_from(["", "2024-05-15", "2024-05", "XXXX-05-15"]),
)
def test_any_text(text: str, published: str) -> None:
    """Any text is read without failing; spans lie in it, in order, and what is resolved is what the grammar says."""
    layout = take_apart(Article(text, published=DAY(published) if published else None))

    found = find_times(layout, anchor_of(layout))

    assert list(found) == sorted(found, key=lambda mention: (mention.span.start, mention.span.end))
    for mention in found:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        if mention.anchor and mention.anchor.ranges and mention.date and mention.date.ranges:
            again = resolve(layout.words(mention.span), mention.anchor, mention.tense)
            assert again
            assert again.ranges[0][0] <= mention.date.ranges[0][0] <= mention.date.ranges[-1][1] <= again.ranges[-1][1]
