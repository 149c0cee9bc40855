"""Which verb of a sentence belongs to which noun of agreement in it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.extract.parsing.agreements.nouns import SUM
from diplotrips.extract.parsing.agreements.progress import Form, breaks
from diplotrips.extract.parsing.agreements.words import has, saying

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diplotrips.extract.parsing.agreements.nouns import Phrase
    from diplotrips.extract.parsing.agreements.progress import Cue
    from diplotrips.extract.parsing.agreements.words import Row


class Join(NamedTuple):
    """A noun and its verb."""

    phrase: Phrase
    cue: Cue
    progress: str
    needs: str
    """What of the verb the noun meets."""
    is_reduced: bool = False
    """Whether the verb is a participle beside the noun: `papers signed in Lima`."""
    is_led: bool = False
    """Whether the verb stands in the sentence above a list that the noun is in a line of."""


NEAREST = 8
"""Most words between a verb and the phrase that is its object."""
FARTHEST = 25
"""Most words between a noun and its passive verb."""
CHAIN = 12
"""Most words between two nouns of one list."""
MARKS = frozenset({"$", "\u20ac", "\u00a3", "\u00a5"})


def joins_of(row: Row, phrases: Sequence[Phrase], cues: Sequence[Cue], is_other: Callable[[int], bool]) -> list[Join]:
    """Return the *phrases* that have a verb among *cues*, each with it."""
    found: list[Join] = []
    for phrase in phrases:
        last = found[-1] if found else None
        one = _before(row, phrase, cues, is_other) or _after(row, phrase, cues) or (_of_list(row, phrase, last) if last else None)
        if one:
            found.append(one)
    return [*(_among(row, phrases, found)), *found]


def _joined(phrase: Phrase, cue: Cue, *, is_reduced: bool = False) -> Join | None:
    verb = cue.verb_for(phrase.fits)
    return Join(phrase, cue, cue.progress_of(verb), verb.needs, is_reduced) if verb else None


def _before(row: Row, phrase: Phrase, cues: Sequence[Cue], is_other: Callable[[int], bool]) -> Join | None:
    """Return the active verb whose object *phrase* is; to whom (`offered Peru a loan`) and how much money may stand between."""
    for cue in reversed(cues):
        if cue.after > phrase.start or cue.is_back or (cue.is_passive and cue.form is not Form.OTHER):
            continue
        verb = cue.verb_for(phrase.fits)
        if not verb or verb.needs == "subject":
            continue
        between = range(cue.after, phrase.start)
        is_near = len(between) <= NEAREST and all(_links(row, index) or is_other(index) for index in between)
        is_gift = phrase.group == SUM and len(between) <= NEAREST and not breaks(row.words(cue.after, phrase.start))
        return Join(phrase, cue, cue.progress_of(verb), verb.needs) if is_near or is_gift else None
    return None


def _links(row: Row, index: int) -> bool:
    """Tell whether the word at *index* may stand between a verb and the noun that is its object."""
    token = row.tokens[index]
    return token.word in saying("link") or token.is_capital or token.word[0].isdigit() or token.word in MARKS


def _after(row: Row, phrase: Phrase, cues: Sequence[Cue]) -> Join | None:
    """Return the passive verb whose subject *phrase* is (`papers on trade were signed`, `papers signed`, `papers are in preparation`)."""
    reduced: Join | None = None
    for cue in cues:
        if cue.first < phrase.after or cue.first - phrase.after > FARTHEST:
            continue
        if breaks(row.words(phrase.after, cue.first)):
            break
        is_whole = cue.is_passive or cue.is_back or any(verb.needs == "subject" for verb in cue.verbs)
        is_reduced = not is_whole and _is_reduced(row, phrase, cue)
        if (is_whole or is_reduced) and (one := _joined(phrase, cue, is_reduced=is_reduced)):
            if is_whole:
                return one
            reduced = reduced or one
        elif cue.form is not Form.ING and not reduced:
            break
    return reduced


def _is_reduced(row: Row, phrase: Phrase, cue: Cue) -> bool:
    """Tell whether *cue* is a participle without an auxiliary: `papers signed`, `papers on trade, signed in Lima`."""
    if cue.form not in {Form.PAST, Form.PARTICIPLE}:
        return False
    is_apposed = row.word(cue.first - 1) == "," and row.word(cue.after) in saying("circumstance")
    return is_apposed or cue.first == phrase.after


def _of_list(row: Row, phrase: Phrase, last: Join) -> Join | None:
    """Return the verb of the noun before, if *phrase* goes on a list with it (`signed a treaty and two memoranda`)."""
    if phrase.start - last.phrase.after > CHAIN:
        return None
    between = row.words(last.phrase.after, phrase.start)
    is_inner = has(between, "including")
    is_list = bool(between) and between[-1] in {"and", ","} and not breaks(between) and not last.cue.is_passive
    fits = phrase.fits(last.needs)
    return last._replace(phrase=phrase, is_reduced=False) if fits and (is_inner or is_list) else None


def _among(row: Row, phrases: Sequence[Phrase], found: Sequence[Join]) -> list[Join]:
    """Return what is told to be among papers that have a verb: `a memorandum on tea was among the papers signed`."""
    joined = {one.phrase: one for one in found}
    return [
        joined[after]._replace(phrase=phrase, is_reduced=False)
        for phrase, after in pairwise(phrases)
        if phrase not in joined and after in joined and has(row.words(phrase.after, after.start), "among") and not phrase.group
    ]
