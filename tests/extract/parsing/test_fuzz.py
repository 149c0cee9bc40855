"""The parser on any text: it never stops with an exception, and whatever it finds stands in the text."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.parsing.synthetic import CASES

from diplotrips.extract.parsing.article import Article
from diplotrips.extract.parsing.drafting.draft import draft_of
from diplotrips.extract.parsing.pipeline import read
from diplotrips.schema.dates.edtf import EdtfDate
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.extract.parsing.found import Extraction

PUBLISHED = (
    None,
    EdtfDate.parse("2024-03-05"),
    EdtfDate.parse("2024-02-29/2024-03-02"),
    EdtfDate.parse("2024"),
    EdtfDate.parse("XXXX-04-17"),
)
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=300)
"""Any code points: surrogates without their other half, control characters, unassigned ones."""

MARKS = (*"\"“”‘’«»„'()[]…—;:.,\n\t\xa0", "--", "\n\n", "\r\n")
RARE = (*"\x00\u2028\u200b\u200f\u202e\ufeff\u0301\ud800Ǆ\U0001f6ec\U0001f1e7", "İstanbul", "ﬁrst", "ßS")
WORDS = (" visited ", " Foreign Minister ", "Peru", " from ", " said ", "Thursday", "the following day", "وزير الخارجية", "外相", "Министр")
DAYS = (
    "30 February",
    "32 May 2024",
    "99999-99-99",
    "second half of April",
    "0-day",
    "between 31 and 1 June",
    "12 to 3 March",
    "29 Feb 1900",
)
PIECES = (*MARKS, *RARE, *WORDS, *DAYS)
"""Marks, words and dates that the stages look for, well and badly formed."""


def _spans(value: object) -> Iterator[Span]:
    """Yield every span in *value*."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _spans(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _spans(getattr(value, field.name))


def _wrong_spans(extraction: Extraction) -> list[Span]:
    end = len(extraction.layout.article.text)
    return [span for span in _spans(extraction) if not 0 <= span.start < span.end <= end]


@st.composite
def mutated_articles(draw: st.DrawFn) -> str:
    """Return a written article of which parts were cut out, doubled, moved, or filled with marks and words."""
    text = draw(st.sampled_from(CASES)).text
    for _ in range(draw(st.integers(1, 6))):
        start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        end = min(end, start + 400)
        change = draw(st.sampled_from(("cut", "double", "reverse", "upper", "piece")))
        part = text[start:end]
        put = {"cut": "", "double": part * 2, "reverse": part[::-1], "upper": part.upper(), "piece": draw(st.sampled_from(PIECES)) + part}[
            change
        ]
        text = text[:start] + put + text[end:]
    return text[:4000]


@settings(max_examples=200)
@given(text=ANY_TEXT, published=st.sampled_from(PUBLISHED))
def test_any_text_is_read(text: str, published: EdtfDate | None) -> None:
    """No text makes the parser fail, and every span lies in it and is not empty."""
    assert _wrong_spans(read(Article(text, published=published))) == []


@settings(max_examples=200)
@given(pieces=st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=40), published=st.sampled_from(PUBLISHED))
def test_text_of_marks_and_cues_is_read(pieces: list[str], published: EdtfDate | None) -> None:
    """Neither do marks that do not pair, days that no calendar has, and verbs without subject."""
    assert _wrong_spans(read(Article("".join(pieces), published=published))) == []


@settings(max_examples=150)
@given(text=mutated_articles(), published=st.sampled_from(PUBLISHED))
def test_mutated_articles_are_read(text: str, published: EdtfDate | None) -> None:
    """Nor does an article that was torn: spans are valid, quotations are words of the text, people and trips are those that are named."""
    extraction = read(Article(text, published=published))

    assert _wrong_spans(extraction) == []
    assert [
        quote for quote in extraction.quotes if not quote.spans or any(not text[span.start : span.end].strip() for span in quote.spans)
    ] == []
    assert [quote for quote in extraction.quotes if quote.person is not None and quote.person >= len(extraction.people.persons)] == []
    assert [trip for trip in extraction.trips if trip.person >= len(extraction.people.persons)] == []
    assert [trip for trip in extraction.trips if len({stop.id for stop in trip.stops}) < len(trip.stops)] == []


@settings(max_examples=40)
@given(text=mutated_articles())
def test_the_same_text_gives_the_same(text: str) -> None:
    """Reading is a function of text and day."""
    article = Article(text, published=PUBLISHED[1])

    assert read(article) == read(article)


@settings(max_examples=100)
@given(text=mutated_articles() | ANY_TEXT, published=st.sampled_from(PUBLISHED))
def test_every_extraction_becomes_a_draft(text: str, published: EdtfDate | None) -> None:
    """What was found passes the schema of drafts, whatever the text was."""
    draft = draft_of(read(Article(text, published=published)), "an-article")

    assert draft.source == "an-article"


@pytest.mark.parametrize("mark", ['"', "“", "(", "'", "[", "Mr. ", "\n\n", "Peru, ", "on Thursday ", "He said. "])
def test_one_thing_repeated_is_read(mark: str) -> None:
    """Nothing nests or pairs without end: five thousand of one kind are read."""
    assert _wrong_spans(read(Article(mark * 5_000, published=PUBLISHED[1]))) == []


@pytest.mark.parametrize("text", ["", " ", "\n", "\x00", "\ud800", ".", '"', "''''", "\ufeff\u200f", "a" * 20_000, "A " * 5_000])
def test_text_that_says_nothing_gives_nothing(text: str) -> None:
    """Where nothing is said nothing is found."""
    extraction = read(Article(text))

    assert (extraction.trips, extraction.quotes, extraction.agreements) == ((), (), ())
