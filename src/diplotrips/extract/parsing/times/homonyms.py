"""Weekdays that nothing anchors, settled by the same weekday named elsewhere with its day: `on Monday` beside `Monday, October 3`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.mentions import TimeKind
from diplotrips.schema.phrases.relative import names_date, weekday_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.mentions import TimeMention
    from diplotrips.extract.parsing.passages import Layout
    from diplotrips.schema.dates.edtf import EdtfDate

_OF_ANOTHER_WEEK = ("last", "next", "past", "previous", "following", "coming")


def settled(layout: Layout, mentions: Sequence[TimeMention]) -> tuple[TimeMention, ...]:
    """Return the mentions, a weekday without a date with that of its namesake, if the article dates that weekday once."""
    if all(mention.date or mention.kind is not TimeKind.DAY for mention in mentions):
        return tuple(mentions)
    dated: dict[int, set[EdtfDate]] = {}
    for mention in mentions:
        words = layout.words(mention.span)
        weekday = weekday_named(words)
        if mention.date and weekday is not None and not mention.background and names_date(words):
            dated.setdefault(weekday, set()).add(mention.date)
    return tuple(_settled(layout, mention, dated) for mention in mentions)


def _settled(layout: Layout, mention: TimeMention, dated: dict[int, set[EdtfDate]]) -> TimeMention:
    words = layout.words(mention.span)
    if mention.date or mention.kind is not TimeKind.DAY or words.lower().startswith(_OF_ANOTHER_WEEK):
        return mention
    weekday = weekday_named(words)
    days = dated.get(weekday, set()) if weekday is not None else set()
    if len(days) != 1:
        return mention
    (day,) = days
    return replace(mention, date=day, anchor=day, basis="resolved")
