"""The laws: which changes to an article leave what it says as it is, and which move it in a known way.

A law takes a written article and returns two sayings that have to be equal, or None where the article is of no account for it.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any, Final

from tests.extract.parsing import laws
from tests.extract.parsing.saying import Saying, later, said
from tests.extract.parsing.synthetic import CASES, Case, extract

if TYPE_CHECKING:
    from collections.abc import Callable

    Law = Callable[[Case], tuple[Any, Any] | None]


def _same(change: Callable[[str], str]) -> Law:
    """Return the law that an article says the same after *change*; of no account where nothing is changed."""

    def compare(case: Case) -> tuple[Any, Any] | None:
        text = change(case.text)
        return None if text == case.text else (said(extract(case)), said(extract(case.but(text=text))))

    return compare


def _same_but_for_spaces(change: Callable[[str], str]) -> Law:
    """Return the same law for a change that takes spaces out of quotations too."""

    def compare(case: Case) -> tuple[Any, Any] | None:
        pair = _same(change)(case)
        return pair and (_spaceless(pair[0]), _spaceless(pair[1]))

    return compare


def _spaceless(saying: object) -> object:
    return saying.with_text(lambda text: text.replace(" ", "")) if isinstance(saying, Saying) else saying


def _same_main(paragraph: str) -> Law:
    """Return the law that one more paragraph changes neither the main trip nor the quotations."""

    def compare(case: Case) -> tuple[Any, Any] | None:
        before, after = said(extract(case)), said(extract(case.but(text=laws.with_paragraph(case.text, paragraph))))
        return (before.main, before.quotes), (after.main, after.quotes)

    return compare


def _moves(case: Case) -> tuple[Any, Any] | None:
    """Compare days named from the day of publication: all a week later."""
    if not laws.is_relative_only(case):
        return None
    before = said(extract(case.but(text=laws.without_dateline_day(case.text))))
    return before.with_text(lambda text: later(text, 7)), said(extract(laws.a_week_later(case)))


def _stays(case: Case) -> tuple[Any, Any] | None:
    """Compare days named by month and day: a week changes none of them."""
    if not laws.is_absolute_only(case):
        return None
    before, after = said(extract(case)), said(extract(laws.a_week_later(case).but(text=case.text)))
    return [trip[3:5] for trip in before.main], [trip[3:5] for trip in after.main]


def _unresolved(case: Case) -> tuple[Any, Any] | None:
    """Compare days named from the day of publication where nobody knows it: none is resolved."""
    if not laws.is_relative_only(case):
        return None
    trips = said(extract(case.but(text=laws.without_dateline_day(case.text), published=""))).trips
    days = {part for trip in trips for part in (*trip[3], *(day for stop in trip[4] for day in stop[2:4])) if part}
    return [sorted(days)], [[]]


def _renamed(case: Case) -> tuple[Any, Any] | None:
    """Compare with another name for the traveller."""
    words = laws.renaming(case)
    if not words:
        return None
    change = laws.exchanged(words)
    return said(extract(case)).with_text(change), said(extract(case.but(text=change(case.text))))


def _elsewhere(case: Case) -> tuple[Any, Any] | None:
    """Compare with other countries for the stops."""
    found = laws.elsewhere(case)
    if not found:
        return None
    words, codes = found
    change = laws.exchanged(words)
    before = said(extract(case)).with_text(lambda text: codes.get(text, change(text)))
    return _sorted(before), _sorted(said(extract(case.but(text=change(case.text)))))


def _sorted(saying: Saying) -> object:
    """Return trips and parties in an order that does not depend on the names of countries."""
    trips = [(*trip[:4], sorted(map(str, trip[4])), [sorted(group) for group in trip[5]]) for trip in saying.trips]
    agreements = sorted((sorted(parties), *rest) for parties, *rest in saying.agreements)
    return trips, saying.quotes, agreements


LAWS: Final[dict[str, Law]] = {
    "curly marks": _same(laws.curly),
    "unbreakable spaces": _same(laws.hard_spaces),
    "glued sentences": _same_but_for_spaces(laws.glued),
    "decomposed letters": _same(lambda text: unicodedata.normalize("NFD", text)),
    "a byline": _same(laws.with_byline),
    "an older trip": _same_main(laws.OLDER),
    "instructions": _same_main(laws.INJECTION),
    "published a week later moves relative days": _moves,
    "published a week later moves no date": _stays,
    "without a day of publication no relative day": _unresolved,
    "another traveller": _renamed,
    "other countries": _elsewhere,
}


def compare(law: str) -> dict[str, tuple[Any, Any]]:
    """Return the two sayings of every article that is of account for *law*."""
    compared = {case.name: LAWS[law](case) for case in CASES}
    return {name: pair for name, pair in compared.items() if pair is not None}


def broken_by_law() -> dict[str, list[str]]:
    """Return the articles that break each law, under the name that `known_misses.yaml` has for it."""
    return {f"law {law}": sorted(name for name, (one, other) in compare(law).items() if one != other) for law in LAWS}
