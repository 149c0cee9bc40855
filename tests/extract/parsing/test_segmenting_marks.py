"""Sentences and quotations: where each begins and ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotrips.extract.parsing.article import Article
from diplotrips.extract.parsing.segmenting.layout import take_apart


def sentences(text: str) -> list[str]:
    """Return the sentences of *text*."""
    layout = take_apart(Article(text))
    return [layout.words(sentence.span) for sentence in layout.sentences]


def quoted(text: str) -> list[str]:
    """Return what stands between marks in *text*, with the marks."""
    layout = take_apart(Article(text))
    return [layout.words(quotation.span) for quotation in layout.quotations]


@pytest.mark.parametrize(
    "parts",
    [
        ["Mr. Overgaard met Gen. A. B. Holm at 8 p.m. in St. James on Feb. 3.", "He left."],
        ["S. Vornholt of the U.S. Senate has 3.8% of it.", "The U.S. is far away."],
        ["He lives in the U.S.", "The others do not."],
        ["Is it so?", "Yes!", "Wait ... what is it... no."],
        ["They met No. 5 on the list.", "Nobody said no.", "Five did."],
        ["See www.example.org and Example.com for it.", "All is there."],
    ],
)
def test_splits_sentences(parts: list[str]) -> None:
    """A stop behind an abbreviation, an initial or within a figure ends no sentence."""
    assert sentences(" ".join(parts)) == parts


def test_splits_where_a_space_is_missing() -> None:
    """Glued sentences are two, and what is quoted begins its own."""
    assert sentences("It was the end of the tour.Holm said so in 2018.“We go,” he said.Then he went.") == [
        "It was the end of the tour.",
        "Holm said so in 2018.",
        "“We go,” he said.",
        "Then he went.",
    ]


def test_does_not_split_within_quotations() -> None:
    """A stop inside a quotation ends no sentence, the one at its end does if a sentence follows."""
    assert sentences("“We came. We saw it,” she said. “All is well.” Holm left. “Is it?” he asked.") == [
        "“We came. We saw it,” she said.",
        "“All is well.”",
        "Holm left.",
        "“Is it?” he asked.",
    ]


def test_splits_names_of_sections_off() -> None:
    """Names of sections that are glued to the first word are a sentence of their own."""
    assert sentences("InternationalEuropeSportPeru’s minister came to Oslo for talks.") == [
        "InternationalEuropeSport",
        "Peru’s minister came to Oslo for talks.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('“We will go to Lima," he said. "And stay there,” he said.', ['“We will go to Lima,"', '"And stay there,”']),
        ("''We will go,'' he said. ``We stay,'' she said.", ["''We will go,''", "``We stay,''"]),
        ('"He told us "never" and left," she said.', ['"He told us "never" and left,"']),
        ("“He told us ‘never’ and left,” she said.", ["“He told us ‘never’ and left,”"]),
        ("'He said \"no\" to us,' Holm told them.", ["'He said \"no\" to us,'"]),
        ("'We go,' said Holm on the ministers' visit, and it's theirs.", ["'We go,'"]),
        ("‘The countries’ leaders must act,’ he said.", ["‘The countries’ leaders must act,’"]),
        ("The Holms' house isn't in Sana'a, where '90s 'talks' failed.", ["'talks'"]),
        ('The pipe is 5" wide. "Yes," he said.', ['"Yes,"']),
        ('He said:"We will go."Then he left."We stay,"she said.', ['"We will go."', '"We stay,"']),
        ('"One line said by him. "Two lines said by her," she said.', ['"Two lines said by her,"']),
        ('"We will go," he said, "and we will stay.', ['"We will go,"', '"and we will stay.']),
        ("«We go», said Holm — „we stay“.", ["«We go»", "„we stay“"]),
        ('""We go,"" he said.', ['""We go,""']),
    ],
)
def test_pairs_marks(text: str, expected: list[str]) -> None:
    """Marks of mixed styles pair, nested ones belong to the outer ones, apostrophes and inches are none."""
    assert quoted(text) == expected


def test_a_quotation_goes_on_over_paragraphs() -> None:
    """A paragraph that opens without closing goes on in the next one, which is told."""
    layout = take_apart(Article("“We will go there next year.\n\n“And then we will stay,” she said.\n\nHolm spoke of “a long way”."))

    assert [(layout.words(one.span), one.continues) for one in layout.quotations] == [
        ("“We will go there next year.", False),
        ("“And then we will stay,”", True),
        ("“a long way”", False),
    ]


def test_a_quotation_goes_on_without_a_mark() -> None:
    """The next paragraph belongs to it up to the mark that closes."""
    assert quoted("“We will go there next year with them\n\nand then we will stay at home,” she said.") == [
        "“We will go there next year with them",
        "and then we will stay at home,”",
    ]


MARKS = st.lists(
    st.sampled_from(
        [
            '"',
            "“",
            "”",
            "'",
            "‘",
            "’",
            "«",
            " ",
            "\n",
            "\n\n",
            ". ",
            ",",
            "Holm ",
            "said ",
            "(Wire, 3 May) ",
            "LIMA - ",
            "Published 3 May 2020 ",
        ]
    )
)


@given(st.one_of(st.text(), MARKS.map("".join)))
def test_all_spans_are_valid(text: str) -> None:
    """Whatever the text, segments, sentences and quotations are in order, within it, and within one another."""
    layout = take_apart(Article(text))

    assert len(layout.view) == len(text)
    for spans in ([one.span for one in layout.segments], [one.span for one in layout.sentences], [one.span for one in layout.quotations]):
        bounds = [bound for span in spans for bound in (span.start, span.end)]
        assert bounds == sorted(bounds)
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
    within = [(one.segment, one.span) for one in layout.sentences] + [(one.segment, one.span) for one in layout.quotations]
    for number, span in within:
        segment = layout.segments[number].span
        assert segment.start <= span.start < span.end <= segment.end


@given(MARKS.map("".join))
def test_no_break_spaces_change_nothing(text: str) -> None:
    """No-break spaces in place of spaces leave all spans as they are."""
    plain, other = take_apart(Article(text)), take_apart(Article(text.replace(" ", "\u00a0")))

    assert (plain.segments, plain.sentences, plain.quotations) == (other.segments, other.sentences, other.quotations)
