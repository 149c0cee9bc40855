"""Datelines: place, outlet and day at the beginning of a report, in all the orders in which they are printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.passages import Dateline
from diplotrips.extract.parsing.segmenting.printed_days import ANY_DAY
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_UPPER = re.compile(r"[^\W\d_a-z][^\W\d_a-z'.-]+(?:[ -][^\W\d_a-z'.]{1,20}){0,3}(?:/[^\W\d_a-z][^\W\d_a-z' -]{2,20})?(?![\w'])")
"""A place in capitals, or two of them; the capitals are tested apart, since other scripts have theirs."""

_TITLE = re.compile(r"(?:[^\W\d_][\w'-]{1,20})(?:[ -][^\W\d_][\w'-]{1,20}){0,3}")

_COUNTRY = re.compile(r", ?[^\W\d_][\w'.]{1,20}(?: [^\W\d_][\w'.]{1,20}){0,2}(?=[ ,]*(?:\(|-|\n|$))")

_BRACKET = re.compile(r"\s*[\[(][^()\[\]\n]{1,80}[\])]")

_LINK = re.compile(r"\s*[,./|-]?\s*")

_END = re.compile(r"\s*(?:-{1,3}|:)(?=\s|[A-Z\"])\s*")

_COMMA = re.compile(r"\s*,?\s+(?=[A-Z])")

_STOP = re.compile(r"\s*\.\s+(?=[^\W\d_a-z\"])")
"""The end of a dateline that is a sentence of its own: `Lima, 14 May 2024. The minister …`."""

_BRACKETED = re.compile(r"\(([^\W\d_][\w'-]+(?:[ -][^\W\d_][\w'-]+){0,2})\)\s+(?=[A-Z])")

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

_FIRST_WORDS = 120
"""Characters from the beginning within which a dateline ends."""


def dateline_at(view: str, start: int, end: int) -> Dateline | None:
    """Return the dateline at the beginning of the paragraph from *start* to *end*; None: it has none."""
    end = min(end, start + _FIRST_WORDS)
    bracketed = _BRACKETED.match(view, start, end)
    if bracketed:
        return Dateline(Span(*bracketed.span()), Span(*bracketed.span(1)))
    for place in (*_places(view, start, end), None):
        found = _after(view, start, end, place)
        if found:
            return found
    return None


def _places(view: str, start: int, end: int) -> Iterator[Span]:
    """Yield what may be the place, likeliest first: words in capitals, with a country, then other words with a capital."""
    for pattern in (_UPPER, _TITLE):
        match = pattern.match(view, start, end)
        if not match or not match[0][0].isupper() or (pattern is _UPPER and not match[0].isupper()):
            continue
        if pattern is _TITLE and not all(word[0].isupper() for word in re.split(r"[ -]", match[0]) if len(word) > 3):  # noqa: PLR2004
            continue
        country = _COUNTRY.match(view, match.end(), end)
        if country and not ANY_DAY.match(country[0].lstrip(", ")):
            yield Span(start, country.end())
        yield Span(start, match.end())


def _after(view: str, start: int, end: int, place: Span | None) -> Dateline | None:
    """Return the dateline that begins with *place*, or with a day."""
    at, date, brackets = place.end if place else start, None, 0
    while True:
        bracket = _BRACKET.match(view, at, end)
        link = _LINK.match(view, at, end)
        day = None if date else ANY_DAY.match(view, link.end() if link and at > start else at, end)
        if bracket:
            inside = None if date else ANY_DAY.search(view, bracket.start(), bracket.end())
            date = Span(*inside.span()) if inside else date
            brackets, at = brackets + 1, bracket.end()
        elif day:
            date, at = Span(*day.span()), day.end()
        else:
            break
    return _closed(view, Span(start, at), end, place, date, brackets)


def _closed(view: str, span: Span, end: int, place: Span | None, date: Span | None, brackets: int) -> Dateline | None:  # noqa: PLR0913, PLR0917
    """Return the dateline if what stands behind *span* ends one, and there is enough that makes it one."""
    if date and _is_stretch(view, date):
        return None
    capitals = bool(place and view[place.start : place.end].partition(",")[0].isupper())
    dash = _END.match(view, span.end, end)
    if dash and ((place and (capitals or brackets or date or " -" in dash[0])) or (date and brackets)):
        return Dateline(Span(span.start, dash.end()), place, date) if dash.end() > span.start else None
    if dash and date and not place and " -" in dash[0] and _YEAR.search(view, date.start, date.end):
        return Dateline(Span(span.start, dash.end()), None, date)
    comma = _COMMA.match(view, span.end, end)
    if capitals and place and comma and (brackets or date):
        return Dateline(Span(span.start, comma.end()), place, date)
    stop = _STOP.match(view, span.end, end)
    if stop and place and date and _YEAR.search(view, date.start, date.end):
        return Dateline(Span(span.start, stop.end()), place, date)
    return None


def _is_stretch(view: str, date: Span) -> bool:
    """Tell whether *date* is one end of several days, as in `Lima (7-8 March)`: no report is of several."""
    before, after = view[max(0, date.start - 2) : date.start], view[date.end : date.end + 2]
    return (before[1:] == "-" and before[:1].isdigit()) or (after[:1] == "-" and after[1:].isdigit())
