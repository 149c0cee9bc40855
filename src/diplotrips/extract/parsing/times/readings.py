"""What one phrase means, as a value, and how it is made of a stretch of days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.mentions import TimeKind
from diplotrips.extract.parsing.times.dates import date_of, yearless, yearless_month
from diplotrips.schema.phrases.kinds import Extent

if TYPE_CHECKING:
    from diplotrips.extract.parsing.times.phrases import Phrase
    from diplotrips.schema.dates.edtf import EdtfDate
    from diplotrips.schema.phrases.rules import Run
    from diplotrips.schema.phrases.tense import Tense

KINDS = {Extent.DAY: TimeKind.DAY, Extent.RANGE: TimeKind.RANGE, Extent.WINDOW: TimeKind.WINDOW}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase means where it stands."""

    kind: TimeKind
    date: EdtfDate | None = None
    """None: not known."""
    first: EdtfDate | None = None
    last: EdtfDate | None = None
    anchor: EdtfDate | None = None
    tense: Tense | None = None
    basis: str = "stated"


def unknown(phrase: Phrase, anchor: EdtfDate | None = None) -> Reading:
    """Return that nobody can tell what a phrase means."""
    return Reading(KINDS[phrase.sort.extent], anchor=anchor)


def reading_of(phrase: Phrase, run: Run, anchor: EdtfDate | None, tense: Tense | None) -> Reading:
    """Return a stretch of days as what a phrase means, counted from *anchor*; None for the anchor if the words tell it alone."""
    kind = KINDS[phrase.sort.extent]
    basis = "resolved" if anchor else "stated"
    if kind is not TimeKind.RANGE:
        return Reading(kind, date_of(run), anchor=anchor, tense=tense, basis=basis)
    first, last = (date_of((day, day)) for day in run)
    return Reading(kind, date_of(run), first, last, anchor, tense, basis)


def yearless_reading(phrase: Phrase, run: Run, anchor: EdtfDate | None = None) -> Reading:
    """Return the same with a year that nobody knows; of a stretch its ends, since a window needs years."""
    kind = KINDS[phrase.sort.extent]
    basis = "resolved" if anchor else "stated"
    first, last = yearless(run[0]), yearless(run[1])
    if kind is TimeKind.RANGE:
        return Reading(kind, None, first, last, anchor, None, basis)
    if run[0] == run[1]:
        return Reading(kind, first, anchor=anchor, basis=basis)
    is_of_month = (run[0].year, run[0].month) == (run[1].year, run[1].month)
    return Reading(kind, yearless_month(run[0]) if is_of_month else None, anchor=anchor, basis=basis)
