"""Days as metadata write them: ISO 8601, with or without a time, the date of mail headers, and a day in words."""

from __future__ import annotations

import re
from typing import Final

from diplotrips.schema.dates.edtf import EdtfDate, EdtfError

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_ISO: Final = re.compile(r"\s*(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)")

_COMPACT: Final = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?!\d)")

_NAMES: Final = r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"

_DAY_FIRST: Final = re.compile(rf"\s*(?:[A-Z][a-z]+,? )?(\d{{1,2}})(?:st|nd|rd|th)? {_NAMES},? (\d{{4}})(?!\d)", re.IGNORECASE)

_MONTH_FIRST: Final = re.compile(rf"\s*(?:[A-Z][a-z]+,? )?{_NAMES} (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})(?!\d)", re.IGNORECASE)


def day_in(text: str) -> EdtfDate | None:
    """Return the day, or the month, that *text* begins with; None: it begins with none, or with one that could be read in two ways.

    The day is that of the page's own clock: a time and its zone are left out, not reckoned with.
    """
    iso = _ISO.match(text) or _COMPACT.match(text)
    if iso:
        return _day(iso[1], iso[2], iso[3])
    worded = _DAY_FIRST.match(text)
    if worded:
        return _day(worded[3], str(_month(worded[2])), worded[1])
    worded = _MONTH_FIRST.match(text)
    return _day(worded[3], str(_month(worded[1])), worded[2]) if worded else None


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _day(year: str, month: str, day: str | None) -> EdtfDate | None:
    """Return the day, if the calendar has it and somebody could have published on it."""
    parts = [year, month.zfill(2), *([day.zfill(2)] if day else [])]
    try:
        return EdtfDate.parse("-".join(parts)) if year >= "1500" else None
    except EdtfError:
        return None
