"""Verdicts on quotations and reported speech."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tests.extract.parsing.verdicts import Verdict, allows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.extract.parsing.synthetic import Case

    from diplotrips.extract.parsing.found import Extraction

MARKS: Final = "\"'“”‘’„«»‹›"  # noqa: RUF001 - marks of printed texts
COMMON: Final = 0.5
"""Least share of common code points with which reported speech counts as found."""


@dataclass(frozen=True)
class _Quote:
    """One found stretch of words with who is said to have spoken them."""

    start: int
    end: int
    words: str
    manner: str
    speaker: str | None
    role: str


def judge_quotes(case: Case, extraction: Extraction) -> Iterator[Verdict]:
    """Yield the verdicts on the quotations that *case* states and on those that are none."""
    found = _stretches(extraction)
    for expected in case.expect.get("quotes", ()):
        words = str(expected["words"])
        subject = " ".join(words.split()[:6])
        reported = expected.get("manner") == "reported"
        theirs = _overlapping(case.text, words, found) if reported else [quote for quote in found if quote.words == _bare(words)]
        speaker = expected.get("speaker")
        if speaker is None:
            told = ", ".join(quote.speaker or "nobody" for quote in theirs) or "no quotation"
            yield Verdict("nobody's quote", subject, "no person", told, right=all(quote.speaker is None for quote in theirs))
            continue
        quote = next((each for each in theirs if each.speaker and allows(speaker, each.speaker)), theirs[0] if theirs else None)
        yield Verdict(
            "reported speech" if reported else "quote",
            subject,
            words,
            quote.words if quote else _nearest(words, found),
            right=quote is not None,
        )
        if quote is None:
            continue
        for key, value in {"speaker": quote.speaker, "manner": quote.manner, "role": quote.role}.items():
            if key in expected:
                yield Verdict(key, subject, str(expected[key]), str(value), right=allows(expected[key], value))
    for words in case.expect.get("not_quotes", ()):
        theirs = [quote for quote in found if quote.words == _bare(words) and (quote.manner == "direct" or quote.role == "expert")]
        yield Verdict(
            "not a quote",
            words,
            "no direct quotation and none of an expert",
            "; ".join(each.manner for each in theirs) or "none",
            right=not theirs,
        )


def _stretches(extraction: Extraction) -> list[_Quote]:
    people, text = extraction.people.persons, extraction.layout.article.text
    return [
        _Quote(
            span.start,
            span.end,
            _bare(text[span.start : span.end]),
            quote.manner,
            None if quote.person is None else people[quote.person].name,
            str(quote.role),
        )
        for quote in extraction.quotes
        for span in quote.spans
    ]


def _bare(words: str) -> str:
    """Return *words* without marks around them and without the comma or stop at their end."""
    return words.strip().strip(MARKS).strip().rstrip(",.").strip()


def _overlapping(text: str, words: str, found: list[_Quote]) -> list[_Quote]:
    start = text.find(words)
    end = start + len(words)
    shares = [
        (quote, max(0, min(end, quote.end) - max(start, quote.start)) / (max(end, quote.end) - min(start, quote.start))) for quote in found
    ]
    return [quote for quote, share in shares if share >= COMMON]


def _nearest(words: str, found: list[_Quote]) -> str:
    """Return what was found of *words*, for the message."""
    parts = [quote.words for quote in found if quote.words and (quote.words in words or words in quote.words)]
    return " | ".join(parts) or "no such quotation"
