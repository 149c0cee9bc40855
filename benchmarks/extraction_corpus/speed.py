"""How long reading an article takes: for five kilobytes, as the text grows, and with one process or two.

Times are those of the fastest of several rounds; a ratio to a scan of the same text for words by one regular expression tells
machines apart from code.
"""

from __future__ import annotations

import re
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.article import Article
from diplotrips.extract.parsing.pipeline import read
from extraction_corpus.articles import Given, date_of, predict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SIZES = (5_000, 10_000, 20_000, 40_000, 80_000)
ROUNDS = 5
FILES = 60
BUDGET_MS = 100.0
"""What five kilobytes may take."""

STOPS = ("Chile", "Peru", "Kenya", "Ghana", "Norway", "Vietnam", "Jordan", "Fiji")
PARAGRAPH = (
    "Foreign Minister Edda Norrsund arrived in {0} on {1} May 2024 and met her counterpart there, the ministry said. "
    '"We have agreed on trade, on fisheries and on student exchange," Norrsund told reporters in the capital of {0} on {2} May. '
    "From there she travels to {3} for two days, after which she is expected in {4} on {5}. "
    "Pavo Lindqvist, an analyst at the Institute for Northern Studies, called the tour of {0} and {3} overdue. "
    "The two sides signed a memorandum on fisheries; a loan of 40 million dollars was discussed last week.\n\n"
)
"""An invented report; each paragraph fills in other countries and days."""


def text_of(size: int) -> str:
    """Return an invented article of about *size* characters, cut at a paragraph."""
    paragraphs = ["Norrsund on tour\n\n"]
    while len(paragraphs) * len(PARAGRAPH) <= size:
        number = len(paragraphs)
        names = [STOPS[(number + step) % len(STOPS)] for step in range(3)]
        paragraphs.append(PARAGRAPH.format(names[0], number % 28 + 1, (number + 1) % 28 + 1, names[1], names[2], "Friday"))
    return "".join(paragraphs)


def lines() -> Iterator[str]:
    """Give the lines of the report."""
    published = date_of("2024-05-02")
    per_char = []
    read(Article(text_of(SIZES[0]), published=published))  # tables are loaded once, which is not the reading
    for size in SIZES:
        article = Article(text_of(size), published=published)
        taken, scan = _fastest(partial(read, article)), _fastest(partial(_words, article.text))
        per_char.append(taken / len(article.text))
        growth, ratio = per_char[-1] / per_char[0], taken / scan
        yield f"{len(article.text):7} characters: {taken * 1000:8.1f} ms, {growth:5.2f} times the first a character, {ratio:6.0f} scans"
        if size == SIZES[0]:
            yield f"        at most {BUDGET_MS:.0f} ms: {'reached' if taken * 1000 < BUDGET_MS else 'NOT reached'}"
    given = [Given(f"a{number:03}", "", Article(text_of(SIZES[0]) + f"No. {number}.", published=published)) for number in range(FILES)]
    rates = {workers: FILES / _wall(partial(predict, given, workers)) for workers in (1, 2)}
    yield f"{FILES} articles: {rates[1]:.1f} a second with one process, {rates[2]:.1f} with two ({rates[2] / rates[1]:.2f} times as many)"


def _words(text: str) -> int:
    return len(re.findall(r"\w+", text))


def _fastest(work: Callable[[], object]) -> float:
    """Return the seconds that the fastest round takes."""
    return min(_wall(work) for _ in range(ROUNDS))


def _wall(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start
