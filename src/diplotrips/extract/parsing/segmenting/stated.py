"""Days that an article prints about itself: behind a word such as *Published*, alone on a line, or before the first words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from diplotrips.extract.parsing.segmenting.printed_days import MONTH, MONTH_DAY, YEAR_DAY
from diplotrips.schema.fields import Span

_LABEL = (
    r"(?:(?:first |originally |last |date )?(?:published|posted|updated|modified|issued|released?|created|publication|publish)"
    r"(?: ?date| on| at| time)?|date(?: of (?:publication|release))?|dated|published online)"
)

_TIME = r"(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?(?: ?(?:\(?(?:UTC|GMT)[+-]?[\d:]*\)?|[A-Z]{2,4}))?,?)"

_LABELLED = re.compile(rf"\b{_LABEL}\b[ :\-|]{{0,4}}(?:{_TIME} )?(?P<day>{YEAR_DAY}|{MONTH_DAY}|{MONTH})", re.IGNORECASE)

_LEADING = re.compile(rf"(?:{_LABEL}[ :\-|]{{0,4}})?(?P<day>{YEAR_DAY})(?:T[\d:.+Z-]+)?(?= |$)", re.IGNORECASE)

_AGO = re.compile(rf"(?:[^\W\d_][\w.'-]*[ ,|-]+){{0,6}}(?:\d+ \w+ ago[ ,|-]*)?(?:{_TIME}[ ,|-]*)?(?P<day>{YEAR_DAY})", re.IGNORECASE)

_BARE_MONTH = re.compile(rf"(?P<day>{MONTH}|{MONTH_DAY})", re.IGNORECASE)

_SENTENCE = re.compile(r"[a-z]{3,}[.!?](?:\s|$)|\b(?:the|was|were|is|are|has|will|said|that|his|her)\b")

_WORDS = re.compile(r"[ :|-]*(?!by |updated |published |modified )[\"'(]?[^\W\d_][^\W\d]*(?:[^\w\s]? ?[ -][\"'(]?\w+){2}", re.IGNORECASE)
"""The beginning of an article or title behind its day, not of what else is printed for the day."""

_LONGEST = 120
"""Characters of the longest line that is printed for its day."""


@dataclass(frozen=True, slots=True)
class StatedDay:
    """A day that the article prints about itself."""

    span: Span
    until: int
    """Where what is printed for the day ends: the end of the line, or that of the day where the article begins on the same line."""


def stated_day(view: str, start: int, end: int, *, head: bool) -> StatedDay | None:
    """Return the day that the block from *start* to *end* states of the article; without a label only in the *head*."""
    leading = _LEADING.match(view, start, end) if head else None
    if leading and _WORDS.match(view, leading.end(), end) and (leading.start("day") > start or leading[0][:4].isdigit()):
        return StatedDay(Span(*leading.span("day")), leading.end())
    short = end - start <= _LONGEST
    if short and not _SENTENCE.search(view, start, end):
        patterns = (_LABELLED, _AGO) if head else (_LABELLED,)
        for pattern in patterns:
            match = pattern.search(view, start, end) if pattern is _LABELLED else pattern.match(view, start, end)
            if match:
                return StatedDay(Span(*match.span("day")), end)
        bare = _BARE_MONTH.fullmatch(view, start, end) if head else None
        return StatedDay(Span(*bare.span("day")), end) if bare else None
    labelled = _LABELLED.match(view, start, end)
    return StatedDay(Span(*labelled.span("day")), labelled.end()) if labelled and head else None
