"""What is told of another time: history, aims for a far year, anniversaries; such dates are of no trip that the article is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.lexicons.words import lexicon
from diplotrips.schema.dates.days import FIRST, LAST
from diplotrips.schema.phrases.kinds import Counting, Extent

if TYPE_CHECKING:
    from datetime import date

    from diplotrips.extract.parsing.times.phrases import Phrase
    from diplotrips.schema.dates.edtf import EdtfDate

LONG_AGO_DAYS = 300
FAR_AHEAD_DAYS = 400
_PAST_YEAR = re.compile(
    r"(?:last|past|previous)\s+(?!week|month|night|(?:.*\s)?(?:days?|weeks?|months?|weekend)$|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"|.*\b(?:last year|years? (?:ago|earlier|before))$",
    re.IGNORECASE,
)
"""A phrase that names another year: `last August`, `September last year`, `a year ago`."""
_CUE = re.compile(rf"\b(?:{'|'.join(row['words'] for row in lexicon('history_cues'))})\b[^.;]{{0,60}}$", re.IGNORECASE)
_LOOK_BACK = 90


def is_history(view: str, sentence: int, phrase: Phrase, date_found: EdtfDate | None, day: date | None) -> bool:
    """Tell whether a phrase names a time that is not of the trips of the day.

    Args:
        view: The folded text.
        sentence: Where its sentence begins.
        phrase: The phrase.
        date_found: What it means; None if that is not known.
        day: The day of writing; None if that is not known.
    """
    if day and date_found and date_found.ranges and _is_far(date_found, day):
        return True
    lead = phrase.leads[-1] if phrase.leads else ""
    if lead == "since" and phrase.sort.extent is not Extent.WINDOW:
        return False
    if lead == "since" or (phrase.words.isdigit() and (lead == "by" or day is None)):
        return True
    if _PAST_YEAR.match(phrase.words):
        return True
    return (
        phrase.sort.counting is not Counting.WEEK and _CUE.search(view, max(sentence, phrase.start - _LOOK_BACK), phrase.start) is not None
    )


def _is_far(found: EdtfDate, day: date) -> bool:
    low, high = found.ranges[0][0], found.ranges[-1][1]
    number = day.toordinal()
    return (high > FIRST and high < number - LONG_AGO_DAYS) or (low < LAST and low > number + FAR_AHEAD_DAYS)
