"""Segments: what each block of an article is, and the days and citations that stand in it."""

from __future__ import annotations

import pytest

from diplotrips.extract.parsing.article import Article
from diplotrips.extract.parsing.passages import Layout, Part
from diplotrips.extract.parsing.segmenting.layout import take_apart
from diplotrips.extract.parsing.segmenting.view import fold

LEAD = "Foreign Minister Ada Vornholt arrived in Lima on Tuesday for two days of talks with her host."

SECOND = "She will travel on to Quito and La Paz, where agreements on trade are to be signed this week."


def laid(*blocks: str) -> Layout:
    """Return the layout of an article with an empty line between its blocks."""
    return take_apart(Article("\n\n".join(blocks)))


def parts(layout: Layout) -> list[tuple[str, str]]:
    """Return of each segment what it is and its words."""
    return [(segment.part.value, layout.words(segment.span)) for segment in layout.segments]


def test_folds_one_to_one() -> None:
    """Marks, dashes and spaces of all styles become the plain ones, and nothing moves."""
    text = "\ufeff“A”\u00a0‘b’ — c\r\nd ''e'' „f“ «g»\u2028h"

    assert fold(text) == ' "A" \'b\' - c \nd ""e"" "f" "g"\nh'


def test_tells_title_caption_heading_paragraph() -> None:
    """A short line above the first paragraph is the title, one between paragraphs a heading; a credit makes a caption."""
    layout = laid("Vornholt Tours the Andes", "Photo: Ada Vornholt boards her plane.", LEAD, "Second Stop Quito", SECOND)

    assert [part for part, _ in parts(layout)] == ["title", "caption", "paragraph", "heading", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Skip to main content",
        "ADVERTISEMENT",
        "News > World",
        "Share",
        "Also Read | Storm Closes in on the Coast",
        "3 min read",
        "www.example.com",
        "© 2023 The Example Post. All rights reserved.",
        "_______ All Rights Reserved",
        "By Nils Overgaard, staff reporter",
    ],
)
def test_takes_the_page_for_boilerplate(line: str) -> None:
    """What the page prints around an article has no sentences."""
    layout = laid(line, "Vornholt Tours the Andes", LEAD, SECOND)

    assert layout.segments[0].part is Part.BOILERPLATE
    assert layout.segments[0].sentences == ()
    assert parts(layout)[1][0] == "title"


def test_teasers_end_with_the_next_paragraph() -> None:
    """Headlines behind *Related articles* are boilerplate, the paragraph after them is not."""
    layout = laid(LEAD, "Related articles", "Storm closes in on the coast", "01:00", "Ministers quarrel over fish", SECOND)

    assert [part for part, _ in parts(layout)] == ["paragraph", *["boilerplate"] * 4, "paragraph"]


def test_nothing_follows_the_form_for_comments() -> None:
    """Everything behind *Leave a Reply* is boilerplate, whole sentences too."""
    layout = laid(LEAD, SECOND, "Leave a Reply", "A reader wrote that the minister was in Quito on Friday, not in Lima.")

    assert [part for part, _ in parts(layout)] == ["paragraph", "paragraph", "boilerplate", "boilerplate"]


def test_a_note_about_the_author_is_boilerplate() -> None:
    """The paragraph at the end that tells who wrote the article is none of it, and the name above it neither."""
    layout = laid(
        "Vornholt Tours the Andes",
        LEAD,
        SECOND,
        LEAD,
        SECOND,
        "Nils Overgaard",
        "Nils Overgaard is a freelance writer based in Oslo and has two dogs.",
    )

    assert [part for part, _ in parts(layout)][-2:] == ["boilerplate", "boilerplate"]


def test_tells_another_language() -> None:
    """A Spanish line and a Cyrillic one are foreign; an English one with Spanish names is not."""
    layout = laid(
        LEAD,
        "La ministra llegó a la ciudad para una visita con el presidente",
        "Министр прибыл в столицу",
        "Vornholt to meet José de la Cruz in Villa de Leyva",
        SECOND,
    )

    assert [part for part, _ in parts(layout)][1:4] == ["foreign", "foreign", "heading"]


def test_joins_lines_that_were_broken_to_fit() -> None:
    """Lines of nearly one length are one paragraph."""
    line = "The minister went on to the capital, where the talks were long and"
    layout = take_apart(Article("\n".join([line] * 6 + ["ended late."])))

    assert len(layout.segments) == 1


def test_keeps_lines_that_are_paragraphs() -> None:
    """Paragraphs without an empty line between them stay apart."""
    layout = take_apart(Article(f"{LEAD}\n{SECOND}\n{LEAD}"))

    assert [part for part, _ in parts(layout)] == ["paragraph"] * 3


@pytest.mark.parametrize(
    ("head", "place", "date"),
    [
        ("LIMA (Example News) 5 February, 2020 - ", "LIMA", "5 February, 2020"),
        ("LIMA (Example News / Wire - 05th February, 2020) ", "LIMA", "05th February, 2020"),
        ("(Lima) ", "Lima", None),
        ("Lima, Friday, 14 March 2025. ", "Lima", "Friday, 14 March 2025"),
        ("Lima, 14 March 2025. ", "Lima", "14 March 2025"),
        ("NEW DELHI, April 19 (Wire) — ", "NEW DELHI", "April 19"),
        ("Wellington [New Zealand], May 14 (Wire): ", "Wellington", "May 14"),
        ("RIO DE JANEIRO (Wire) — ", "RIO DE JANEIRO", None),
        ("LIMA, Peru — ", "LIMA, Peru", None),
        ("WASHINGTON — ", "WASHINGTON", None),
        ("HAVANA, Apr. 16th, ", "HAVANA", "Apr. 16th"),
        ("Feb. 14 (Wire) -- ", None, "Feb. 14"),
        ("Tehran - ", "Tehran", None),
    ],
)
def test_reads_datelines(head: str, place: str | None, date: str | None) -> None:
    """Place and day at the beginning of a report are found, and its first sentence begins behind them."""
    layout = laid("Vornholt Tours the Andes", head + LEAD)

    (dateline,) = layout.datelines
    assert (dateline.place and layout.words(dateline.place)) == place
    assert (dateline.date and layout.words(dateline.date)) == date
    assert layout.words(layout.sentences[1].span) == LEAD


def test_a_sentence_is_no_dateline() -> None:
    """A name, or a word in capitals, at the beginning of a paragraph makes none."""
    layout = laid(
        "UN officials welcomed Ada Vornholt, who arrived in Lima, on Tuesday.", "On April 19, Ada Vornholt - the minister - left."
    )

    assert layout.datelines == ()


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published 6 February 2020", "6 February 2020"),
        ("Release Date : 2025-01-16", "2025-01-16"),
        ("May 14, 2024 9:05 pm | Updated 9:40 pm NZST - Wellington", "May 14, 2024"),
        ("14 May 2024 08:15 (UTC+12:00)", "14 May 2024"),
        ("3 minutes ago Tue 14th May 2024 | 06:45 PM", "Tue 14th May 2024"),
        ("14 May 2024 - 07:20 By Example Wire", "14 May 2024"),
        ("December 5, 2022", "December 5, 2022"),
        ("Last updated: Feb 18, 2020", "Feb 18, 2020"),
    ],
)
def test_reads_stated_days(line: str, day: str) -> None:
    """The day that a line above the article states is found, and the line is boilerplate."""
    layout = laid("Vornholt Tours the Andes", line, LEAD)

    assert [layout.words(span) for span in layout.stated_dates] == [day]
    assert layout.segments[1].part is Part.BOILERPLATE


def test_a_day_before_the_first_words_is_cut_off() -> None:
    """Where the article begins on the line of its day, the rest of the line is a paragraph."""
    layout = laid(f"date 2023-08-15 {LEAD}", SECOND)

    assert parts(layout) == [("boilerplate", "date 2023-08-15"), ("paragraph", LEAD), ("paragraph", SECOND)]


def test_a_day_of_another_article_is_not_stated() -> None:
    """A day without a label behind the article is none that the article states of itself."""
    layout = laid(LEAD, SECOND, LEAD, "Daily Picks", "Nov 27, 2022")

    assert layout.stated_dates == ()


def test_reads_citations_in_brackets() -> None:
    """Each outlet of a bracket is a citation of its own; a bracket with a day or an abbreviation only is none."""
    layout = laid(
        "They met (Example Wire, 15 February; The Post, Feb. 3, 2010; www.example.org, February 14, 18) on Friday (7.Oct) at the OAS (OAS)"
    )

    found = [(layout.words(one.outlet), one.date and layout.words(one.date)) for one in layout.citations]
    assert found == [("Example Wire", "15 February"), ("The Post", "Feb. 3, 2010"), ("www.example.org", "February 14, 18")]


def test_items_of_a_list_are_paragraphs() -> None:
    """Short lines that a semicolon ends are items of the list above them, not headings."""
    text = "Two papers were signed after the talks of the ministers in the afternoon:\na pact on wool;\na memorandum on fisheries.\n"

    assert [segment.part for segment in take_apart(Article(text)).segments] == [Part.PARAGRAPH] * 3
