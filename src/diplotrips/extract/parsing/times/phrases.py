"""Finding the phrases for days in a text: of each run of words of time the longest stretch that the grammar knows and that means a time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.extract.parsing.times.runs import runs
from diplotrips.extract.parsing.times.vocabulary import DAYTIME, JOINER, MONTH, NUMBER, ORDINAL, STRONG, UNIT, WEEKDAY
from diplotrips.schema.dates.edtf import EdtfDate
from diplotrips.schema.phrases.kinds import Counting, Extent
from diplotrips.schema.phrases.relative import has_lead, resolve, sort_of
from diplotrips.schema.phrases.tense import Tense

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.extract.parsing.times.runs import Word
    from diplotrips.schema.phrases.kinds import Sort

_LONGEST = 14
"""Words of the longest phrase."""
_CLOSERS = frozenset({MONTH, WEEKDAY, NUMBER, ORDINAL, STRONG, UNIT, DAYTIME})
_OPENERS = frozenset(
    {
        "a",
        "an",
        "about",
        "around",
        "nearly",
        "almost",
        "roughly",
        "some",
        "just",
        "only",
        "exactly",
        "over",
        "more",
        "less",
        "later",
        "earlier",
    }
)
"""Joiners that a phrase can begin with; other ones only lead to it."""
_LAST_WORDS = frozenset({"ago", "earlier", "later", "before", "hence", "afterwards", "previously", "now", "last", "next", "time"})
_COMPARING = frozenset({"before", "after"})
"""Words after which another event may be named, from which is counted: "a month before the summit"."""
_STOPS = re.compile(r"\s*(?:[,;.:!?)\"]|$|in |at |on )")
_CARRIERS = frozenset({MONTH, WEEKDAY, STRONG, UNIT, ORDINAL, DAYTIME})
_LEAD = re.compile(r"[a-z']+")
_LONGEST_LEAD = 48
_PREPOSITIONS = frozenset(
    {
        "in",
        "since",
        "until",
        "till",
        "by",
        "from",
        "during",
        "through",
        "before",
        "after",
        "for",
        "last",
        "next",
        "to",
        "between",
        "of",
        "and",
    }
)
_OF_YEAR = _PREPOSITIONS - {"of", "and", "for", "last", "next", "to"}
_DAY = "day"
_SAMPLE = EdtfDate.parse("2012-01-15")
_FUNCTION_WORD = re.compile(
    r"(?:[,;:.!?)\"]|-? ?$| ?\n| - | (?:and|or|of|to|until|till|in|at|on|for|with|as|by|he|she|they|the|a|an|his|her|its|this|last|next"
    r"|from|when|where|after|before|ahead|will|was|is|were|are|has|had|through|that|while|but)\b)"
)
_NOT_THE_DAY = re.compile(
    r"(?:'s)?[ -](?:Times|Telegraph|Mail|Express|Post|Star|Mirror|Sun|World|Tribune|Review|Agreement|Accords?|School)\b"
)
_NAMES_BEFORE = frozenset(
    {"Good", "Black", "Bloody", "Palm", "Ash", "Holy", "Easter", "USA", "Russia", "India", "Africa", "Ukraine", "Cyber"}
)


class Phrase(NamedTuple):
    """A phrase found in a text."""

    start: int
    end: int
    words: str
    sort: Sort
    leads: tuple[str, ...]
    """Up to three words before it, in small letters, the nearest last."""


def phrases(view: str, start: int, end: int) -> Iterator[Phrase]:
    """Give the phrases of *view* between two offsets, in the order of the text, none within another."""
    for run in runs(view, start, end):
        at = 0
        while at < len(run):
            found = _longest(view, run, at) if _can_open(run, at) else None
            if found:
                phrase, at = found
                yield phrase
            else:
                at += 1


def _longest(view: str, run: Sequence[Word], at: int) -> tuple[Phrase, int] | None:
    """Return the longest phrase that begins with a word of a run, and the number of the word after it."""
    for after in range(min(len(run), at + _LONGEST), at, -1):
        words = run[at:after]
        if _can_close(words) and any(word.kind in _CARRIERS or word.text.isdigit() for word in words):
            start, end = words[0].start, _closed(view, words)
            text = view[start:end]
            sort = None if has_lead(text) else sort_of(text)
            leads = _leads(view, start) if sort else ()
            if sort and _is_meant(view, words, sort, leads):
                return Phrase(start, end, text, sort, leads), after
    return None


def _leads(view: str, start: int) -> tuple[str, ...]:
    """Return up to three words before an offset, in small letters."""
    return tuple(_LEAD.findall(view[max(0, start - _LONGEST_LEAD) : start].rpartition("\n")[2].lower())[-3:])


def _closed(view: str, words: Sequence[Word]) -> int:
    """Return where a phrase ends: with the bracket that it opened."""
    start, end = words[0].start, words[-1].end
    inside = view[start:end]
    if inside.count("(") > inside.count(")"):
        end += next((len(closing) for closing in (".)", ")") if view.startswith(closing, end)), 0)
    return end


def _can_open(run: Sequence[Word], at: int) -> bool:
    word = run[at]
    small = word.text.lower()
    if word.kind == JOINER:
        following = run[at + 1].kind if at + 1 < len(run) else ""
        return small in _OPENERS or (
            small in {"in", "within"} and (following == NUMBER or (run[at + 1 : at + 2] != [] and run[at + 1].text in _OPENERS))
        )
    return word.kind != DAYTIME and (word.kind != UNIT or small in {"day", "week"})


def _can_close(words: Sequence[Word]) -> bool:
    last = words[-1]
    return last.kind in _CLOSERS or (len(words) > 1 and last.text.lower() in _LAST_WORDS)


def _is_meant(view: str, words: Sequence[Word], sort: Sort, leads: tuple[str, ...]) -> bool:
    """Tell whether what the grammar knows names a time where it stands."""
    before = leads[-1] if leads else ""
    first = words[0]
    kinds = {word.kind for word in words}
    if len(words) == 1 and not _single_is_meant(view, first, before):
        return False
    if words[-1].text.lower() == "years" and first.text.lower() == "in":
        return False
    if sort.counting is Counting.MONTH and not (WEEKDAY in kinds and ORDINAL in kinds) and not _is_day_of_month(view, words, before):
        return False
    if len(words) > 1 and words[-1].text in _COMPARING and not _STOPS.match(view, words[-1].end):
        return False
    if sort.extent is Extent.WINDOW and _joins(words) and "between" not in leads[-2:]:
        return False
    return not (sort.extent is Extent.RANGE and _joins(words) and "between" not in leads[-2:] and not _is_one_after_another(view, words))


def _single_is_meant(view: str, word: Word, before: str) -> bool:
    if word.kind == MONTH:
        return before in _PREPOSITIONS or before in {"mid", "early", "late"}
    if word.kind == NUMBER:
        return before in _OF_YEAR and not re.match(r" (?:[A-Z]|per|people|million)", view[word.end : word.end + 12])
    if word.kind == WEEKDAY:
        cut = len(word.text) < len("monday")
        names = _NAMES_BEFORE & set(view[max(0, word.start - 10) : word.start].split()[-1:])
        return not cut and not names and not _NOT_THE_DAY.match(view, word.end)
    if word.text == "Today":
        return not re.search(r"[A-Z]\w* $", view[max(0, word.start - 12) : word.start])
    return word.kind in {STRONG, ORDINAL}


def _is_day_of_month(view: str, words: Sequence[Word], before: str) -> bool:
    """Tell whether an ordinal number is a day of a month, not one of anniversaries, centuries or fleets."""
    if before != "the" and words[0].kind != WEEKDAY:
        return False
    return any(word.text == "month" for word in words) or _FUNCTION_WORD.match(view, words[-1].end) is not None


def _joins(words: Sequence[Word]) -> bool:
    return any(word.text == "and" for word in words)


def _is_one_after_another(view: str, words: Sequence[Word]) -> bool:
    """Tell whether days joined by "and" follow each other, and so are a stretch of days."""
    days = resolve(view[words[0].start : words[-1].end], _SAMPLE, Tense.PAST)
    kinds = [word.kind if word.kind == WEEKDAY else _DAY for word in words if word.kind in {WEEKDAY, ORDINAL} or _is_day(word)]
    number = max(kinds.count(WEEKDAY), kinds.count(_DAY))
    return days is not None and bool(days.ranges) and days.ranges[0][1] - days.ranges[0][0] < number


def _is_day(word: Word) -> bool:
    return word.kind == NUMBER and len(word.text) < len("2024")
