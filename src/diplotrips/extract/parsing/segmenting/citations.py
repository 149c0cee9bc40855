"""Citations: brackets that name the report a sentence rests on, with its day: `(Interfax, 15 February; Outlet, Feb. 3, 2010)`."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.lexicons.words import lexicon
from diplotrips.extract.parsing.passages import Citation
from diplotrips.extract.parsing.segmenting.printed_days import ANY_DAY
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_BRACKET = re.compile(r"\(([^()\n]{3,400})\)")

_PART = re.compile(r"[^;]+")

_MORE_DAYS = re.compile(r"(?:(?:, ?| and |-)\d{1,2}(?!\d))+")


@cache
def _outlets() -> frozenset[str]:
    """Return the names of outlets that are known without a day beside them."""
    return frozenset(row["name"] for row in lexicon("outlets"))


def citations_in(view: str, start: int, end: int) -> Iterator[Citation]:
    """Yield the citations in brackets between *start* and *end*, one an outlet, in order."""
    for bracket in _BRACKET.finditer(view, start, end):
        for part in _PART.finditer(view, *bracket.span(1)):
            found = _citation(view, part.start(), part.end())
            if found:
                yield found


def _citation(view: str, start: int, end: int) -> Citation | None:
    """Return the citation that one part of a bracket is; None: it is none."""
    text = view[start:end]
    start += len(text) - len(text.lstrip())
    end -= len(text) - len(text.rstrip())
    name = view[start:end]
    if name in _outlets():
        return Citation(Span(start, end), Span(start, end))
    day = ANY_DAY.search(view, start, end)
    if not day:
        return None
    outlet = view[start : day.start()].rstrip(" ,:-")
    more = _MORE_DAYS.match(view, day.end(), end)
    last = more.end() if more else day.end()
    if last != end or not _is_outlet(outlet) or not view[start : day.start()].rstrip().endswith((",", ":", "-")):
        return None
    return Citation(Span(start, end), Span(start, start + len(outlet)), Span(day.start(), last))


def _is_outlet(name: str) -> bool:
    """Tell whether what stands before a day can be the name of an outlet: a few words that begin with a capital, or an address."""
    words = name.split()
    return 0 < len(words) <= 8 and (name[0].isupper() or name.startswith("www.")) and not name[-1].isdigit()  # noqa: PLR2004
