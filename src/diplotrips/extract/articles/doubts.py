"""What stays doubtful about the days of an article: words for days that have no date, and days that do not fit each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from diplotrips.extract.parsing.found import Evidence, Found
from diplotrips.extract.parsing.passages import Part
from diplotrips.extract.parsing.segmenting.layout import take_apart
from diplotrips.extract.parsing.times.times import anchor_of, anchors_of, find_times
from diplotrips.schema.dates.edtf import EdtfDate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.extract.parsing.article import Article
    from diplotrips.extract.parsing.passages import Layout

_CALLED: Final = {
    "dateline-date": "its dateline",
    "today-with-date": "the day that it calls today",
    "stated-publication-date": "the day of publication that it prints",
}
"""Days that an article may have of its own, by the rule that finds them."""

_LATER_DAYS: Final = 2
"""Days by which the metadata of a page and the article may differ without a word: many are put on the web after they were written."""

_SOME_DAY: Final = EdtfDate.parse("2012-07-04")


class Doubts(NamedTuple):
    """What is told of the days of one article."""

    unresolved: tuple[str, ...] = ()
    """Words for days that would have a date, if it were known better when the article was published."""
    clashes: tuple[str, ...] = ()
    """Where its own day and that of its publication do not fit, a sentence each."""


def doubts_of(article: Article) -> Doubts:
    """Return what stays doubtful about the days of *article*."""
    layout = take_apart(article)
    return Doubts(tuple(dict.fromkeys(_unresolved(layout))), tuple(_clashes(layout)))


def _unresolved(layout: Layout) -> Iterator[str]:
    """Give the words for days that have no date, and would have one if the day of publication were known."""
    anchor = anchor_of(layout)
    if anchor and (anchor.value.is_day or not anchor.value.ranges):  # of a day without its year the year is what is open
        return
    day = EdtfDate.parse(anchor.value.earliest.isoformat()) if anchor and anchor.value.earliest else _SOME_DAY
    undated = [time for time in find_times(layout, anchor) if time.date is None and time.days is None]
    dated = {time.span for time in find_times(layout, Found(day, Evidence((), "published-given"))) if time.date} if undated else set()
    yield from (layout.words(time.span) for time in undated if time.span in dated)


def _clashes(layout: Layout) -> Iterator[str]:
    """Give the article's own days that do not fit the day of publication that is known from outside, the first of each kind."""
    published, basis = layout.article.published, layout.article.published_basis
    if published is None:
        return
    own: dict[str, Found[EdtfDate]] = {}
    for anchor in anchors_of(layout):
        own.setdefault(anchor.evidence.rule, anchor)
    counted, told = next(iter(own.values())), set[EdtfDate]()
    for rule, called in _CALLED.items():
        found = own.get(rule)
        if found is None or found.value in told or (found is not counted and _is_foreign(layout, found)):
            continue
        told.add(found.value)
        if not _fits(published, found.value, _LATER_DAYS if basis else 0):
            outside = f"{published} by its metadata" if basis else f"{published}, given as the day of publication"
            since = f"; words such as “Thursday” count from {found.value}" if found is counted else ""
            yield f"{called}, {found.value} (“{found.evidence.phrase}”), does not fit {outside}{since}"


def _is_foreign(layout: Layout, found: Found[EdtfDate]) -> bool:
    """Tell whether a day stands in what is around the article, where it may be that of another."""
    return layout.part_at(found.evidence.spans[0].start) is Part.BOILERPLATE


def _fits(published: EdtfDate, day: EdtfDate, days_apart: int) -> bool:
    """Tell whether an article of *day* may have been published then, some days sooner or later included."""
    if day.earliest is None or published.yearless:
        return day.earliest is None or published.contains(day.earliest)
    number = day.earliest.toordinal()
    return any(low - days_apart <= number <= high + days_apart for low, high in published.ranges)
