"""What stays doubtful about the days of an article."""

from __future__ import annotations

import pytest

from diplotrips.extract.articles.doubts import Doubts, doubts_of
from diplotrips.extract.parsing.article import Article
from diplotrips.schema.dates.edtf import EdtfDate

BODY = "Foreign Minister Ada Vornholt arrived in Lima on Tuesday for a visit of two days.\n"
DATED = f"OSLO, 14 May 2024 (Example Agency) - {BODY}"


def doubts(text: str, published: str = "", basis: str = "") -> Doubts:
    """Return the doubts about a text that was published then."""
    return doubts_of(Article(text, "gazette", EdtfDate.parse(published) if published else None, basis))


@pytest.mark.parametrize(("published", "open_words"), [("", ("Tuesday",)), ("2024-05-18/2024-05-30", ("Tuesday",)), ("2024-05-15", ())])
def test_names_words_that_have_no_date(published: str, open_words: tuple[str, ...]) -> None:
    """Words for days are open without a day of publication, and where an interval gives them several; lengths of time never are."""
    assert doubts(BODY, published).unresolved == open_words


def test_an_interval_may_be_short_enough() -> None:
    """Two days of which both give the same Tuesday leave nothing open."""
    assert doubts(BODY, "2024-05-15/2024-05-16").unresolved == ()


def test_a_dateline_leaves_nothing_open() -> None:
    """The day of the dateline will do, whatever is said besides."""
    assert doubts(DATED).unresolved == doubts(DATED, "2024-05-18/2024-05-30").unresolved == ()


def test_a_day_without_its_year_leaves_the_year_open() -> None:
    """The words are not named, since what is open is the year."""
    assert doubts(BODY, "XXXX-05-15").unresolved == ()


def test_names_both_days_where_the_dateline_does_not_fit() -> None:
    """The dateline, its words, what was given, and from which of them the other days are counted."""
    (told,) = doubts(DATED, "2024-06-01").clashes

    assert told == (
        "its dateline, 2024-05-14 (“14 May 2024”), does not fit 2024-06-01, given as the day of publication; "
        "words such as “Thursday” count from 2024-05-14"
    )


@pytest.mark.parametrize(
    ("published", "basis", "number"),
    [
        ("2024-05-14", "", 0),
        ("2024-05", "", 0),
        ("2024-05-10/2024-05-14", "", 0),
        ("2024-05-15", "", 1),
        ("2024-05-15/2024-05-20", "", 1),
        ("2024-05-16", "metadata", 0),
        ("2024-05-17", "metadata", 1),
        ("XXXX-05-14", "", 0),
        ("XXXX-05-15", "", 1),
        ("../2024-05-13", "", 1),
        ("2024-05-20/..", "", 1),
    ],
)
def test_what_fits_a_dateline(published: str, basis: str, number: int) -> None:
    """What is given has to have the day in it; metadata may be off by two days, as pages often are."""
    assert len(doubts(DATED, published, basis).clashes) == number


def test_a_day_that_the_article_prints_has_to_fit_as_well() -> None:
    """A day of publication in the text is told like a dateline, once where both say the same."""
    printed = f"Vornholt in Lima\n\nPublished: 14 May 2024\n\n{BODY}"

    (told,) = doubts(printed, "2024-06-01").clashes

    assert told.startswith("the day of publication that it prints, 2024-05-14 (“14 May 2024”), does not fit 2024-06-01")
    assert len(doubts(f"Vornholt in Lima\n\nPublished: 14 May 2024\n\n{DATED}", "2024-06-01").clashes) == 1


@pytest.mark.parametrize("published", ["", "2024-05-14"])
def test_a_text_without_a_day_has_nothing_that_clashes(published: str) -> None:
    """Only the article's own day and that of its publication are held against each other."""
    assert doubts(BODY, published).clashes == ()
