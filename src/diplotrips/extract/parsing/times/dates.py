"""Dates as values: from a stretch of days to EDTF, with the year or without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.schema.dates.days import days_in_month
from diplotrips.schema.dates.edtf import EdtfDate

if TYPE_CHECKING:
    from datetime import date

    from diplotrips.schema.phrases.rules import Run

_DECEMBER = 12


def date_of(run: Run) -> EdtfDate:
    """Return a stretch of days as one date: a day, a month, a year or a window."""
    first, last = run
    if first == last:
        return EdtfDate.parse(str(first))
    if first.day == 1 and last.day == days_in_month(last.year, last.month):
        if first.month == last.month and first.year == last.year:
            return EdtfDate.parse(f"{first:%Y-%m}")
        if first.year == last.year and first.month == 1 and last.month == _DECEMBER:
            return EdtfDate.parse(f"{first:%Y}")
    return EdtfDate.parse(f"{first}/{last}")


def yearless(day: date) -> EdtfDate:
    """Return a day whose year nobody says."""
    return EdtfDate.parse(f"XXXX-{day:%m-%d}")


def yearless_month(day: date) -> EdtfDate:
    """Return the month of a day whose year nobody says."""
    return EdtfDate.parse(f"XXXX-{day:%m}")
