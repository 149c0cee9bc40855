"""Days that say more than where somebody is: said at the start of a visit, spent somewhere whole, or told of somebody else."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.mentions import TimeKind
from diplotrips.extract.parsing.trips.announcements import is_of_report
from diplotrips.extract.parsing.trips.chunks import Kind
from diplotrips.extract.parsing.trips.dated import Fact
from diplotrips.extract.parsing.trips.sorts import Sort
from diplotrips.extract.parsing.trips.tenses import Tense
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.trips.chunks import Row
    from diplotrips.extract.parsing.trips.cues import Cue
    from diplotrips.extract.parsing.trips.scene import Scene

_NOUNS = r"(?:visit|tour|trip|stay|journey|mission|swing)\b"
_WORDS = r"(?:[\w'-]+ ){0,5}?"
_PLACE = r"(?:,? (?:in|at) (?:[A-Z][\w'-]+ ?){1,3})?"
_BEGINNING = re.compile(
    rf"{_PLACE},? ?(?:(?:at|on) the (?:very )?(?:start|beginning|outset|opening) of"
    rf"|as (?:he|she|they) (?:began|begins|started|starts|opened|opens|kicked off|kicks off|embarked on)) {_WORDS}{_NOUNS}"
)
_ENDING = re.compile(
    rf"{_PLACE},? ?(?:(?:at|on) the (?:very )?(?:end|close|conclusion) of"
    rf"|as (?:he|she|they) (?:ended|ends|concluded|concludes|wrapped up|wraps up|rounded off|wound up)) {_WORDS}{_NOUNS}"
)
_PARTS = re.compile(r"\b(?:night|evening|morning|afternoon|noon|midday)\b|tonight", re.IGNORECASE)
CLAUSE_REACH = 14
"""Chunks from *who* to a day that is told of that person, at most."""


def stages_at(scene: Scene, number: int, at: int, countries: frozenset[str]) -> tuple[Fact, ...]:
    """Return the beginning or end of the visit during which something was said on the day at chunk *at*; none if it is no such day.

    Who says something at the start of a journey is where the article is reported from.
    """
    row, chunk = scene.rows[number], scene.rows[number].chunks[at]
    time = scene.mentions.times[chunk.number]
    sort = _stage(scene.layout.view, chunk.end) if time.kind is TimeKind.DAY and time.date and is_of_report(row, at) else None
    if sort is None:
        return ()
    noun = next((cue for cue in scene.cues[number] if cue.is_noun and cue.group == "visit" and cue.first > at), None)
    named = next((one.group.countries for one in scene.sightings[number] if noun is not None and one.cue is noun), ())
    own = tuple(country for country in named if country in countries)
    fact = Fact(sort, time, own, number, Span(chunk.start, chunk.end), Tense.PAST, group="visit")
    here = scene.dateline_place()
    if here is None or own or here.country not in countries or len(countries) == 1:
        return (fact,)
    return fact, replace(fact, sort=Sort.SEEN, countries=(here.country,), group="appear")


def _stage(view: str, end: int) -> Sort | None:
    """Return whether the words behind a day, from *end* on, put it at the beginning or the end of a visit; None if they do neither."""
    if _BEGINNING.match(view, end):
        return Sort.BEGIN
    return Sort.END if _ENDING.match(view, end) else None


def part_spent(view: str, row: Row, at: int, cues: Sequence[Cue]) -> Sort | None:
    """Return what the day at chunk *at* is where somebody *spends* it: the whole stay, or the first or last of two; None elsewhere."""
    cue = next((one for one in reversed(cues) if one.lemma == "spend" and one.last < at), None)
    if cue is None or _PARTS.search(view, row.chunks[at].start, row.chunks[at].end):
        return None
    between = range(cue.last + 1, at)
    if any(row.kind(step) is not Kind.TIME and row.word(step) not in {"and", "all", "of", "both"} for step in between):
        return None
    if any(row.kind(step) is Kind.TIME for step in between):
        return Sort.END
    return Sort.BEGIN if row.word(at + 1) == "and" and row.kind(at + 2) is Kind.TIME else Sort.RANGE


def is_of_somebody(row: Row, at: int, cues: Sequence[Cue]) -> bool:
    """Tell whether the day at chunk *at* stands in a clause about a person that has no word of travel: *who took office on Monday*."""
    for step in range(at - 1, max(-1, at - CLAUSE_REACH), -1):
        if row.word(step) in {",", ";"}:
            return False
        if row.word(step) in {"who", "whose"}:
            end = next((one for one in range(at, len(row.chunks)) if row.word(one) in {",", ";"}), len(row.chunks))
            is_placed = any(row.kind(one) is Kind.PLACE for one in range(step, end))
            return not any(step < cue.first < end and (is_placed or cue.lemma not in {"be", "am"}) for cue in cues)
    return False
