"""When something is told to be, seen from the article: by auxiliaries and the form of the verb, else by what stands near."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.lexicons.phrases import phrases

if TYPE_CHECKING:
    from diplotrips.extract.parsing.trips.chunks import Row


BREAKS = frozenset({";", "while", "whereas", "but", "because", "although", "though", "whose", "if"})

NEGATIONS = frozenset({"not", "n't", "never", "no", "without", "neither", "nor", "cannot"})


class Tense(Enum):
    """When something is, seen from the article."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    UNREAL = "unreal"
    """Was to be, should have been."""
    NONE = "none"


TENSES = {
    "future": Tense.FUTURE,
    "unreal": Tense.UNREAL,
    "perfect": Tense.PAST,
    "pluperfect": Tense.PAST,
}

PLAIN_TENSES = {"third": Tense.PRESENT, "past": Tense.PAST, "participle": Tense.PAST, "gerund": Tense.NONE, "base": Tense.PRESENT}


def is_called_off(row: Row, index: int) -> bool:
    """Tell whether the negation at the verb calls a journey off."""
    return any(found.last >= index - 1 for found in phrases("cancelling", "outcome").all_in(row.words, index - 4, index + 4))


def tense_of(row: Row, index: int, form: str) -> Tense:
    """Return the tense of the verb at *index*, which has the form *form*."""
    for at in range(index - 1, max(-1, index - 1 - AUXILIARY_REACH), -1):
        word = row.word(at)
        if word in BREAKS or word in {",", "that", "which", "who", "where"}:
            break
        tense = _by_auxiliary(row, at, index, form) or _by_be(row, at, index, form)
        if tense:
            return tense
    return _of_infinitive(row, index) if form == "base" and row.word(index - 1) == "to" else PLAIN_TENSES[form]


def _of_infinitive(row: Row, index: int) -> Tense:
    """Return the tense of *to* and the verb at *index*: ahead after *is also*, no tense otherwise."""
    before = {row.word(at) for at in range(max(0, index - 1 - ADVERBS), index - 1)}
    if before & {"is", "are", "am"} and before & {"also", "then", "later", "now", "next", "first", "still"}:
        return Tense.FUTURE
    return Tense.NONE


ADVERBS = 3
"""Chunks from a form of *be* to its *to* at most."""
AUXILIARY_REACH = 6
"""Chunks between a verb and its auxiliary at most."""


def _by_auxiliary(row: Row, at: int, index: int, form: str) -> Tense | None:
    """Return the tense that the phrase at chunk *at* gives the verb at *index*; None if none stands there."""
    words = phrases("status_cues", "tense")
    found = words.at(row.words, at)
    if found and found.meaning in PERFECTS:
        found = next((wider for step in (3, 2, 1) if (wider := words.at(row.words, at - step)) and wider.last >= at), found)
    if not found or found.last >= index:
        return None
    is_apart = form in {"third", "past"} and found.meaning in PERFECTS and found.last < index - 1
    return None if is_apart else TENSES[found.meaning]


PERFECTS = frozenset({"perfect", "pluperfect"})


def _by_be(row: Row, at: int, index: int, form: str) -> Tense | None:
    """Return the tense that a form of *be* at chunk *at* gives the verb at *index*."""
    word = row.word(at)
    if word in {"is", "are", "am"} and form in {"gerund", "participle", "past"} and at >= index - 3:
        return Tense.PRESENT
    if word in {"was", "were"} and form in {"gerund", "participle"}:
        return Tense.PAST
    if word == "be" and at == index - 1 and form in {"past", "participle"}:
        return Tense.FUTURE if row.word(at - 1) not in {"to", "will", "would"} else tense_of(row, at, "base")
    return None


PAST_WORDS = frozenset(
    {"was", "were", "had", "did", "came", "took", "met", "ended", "began", "started", "visited", "said"}
    | {"paid", "made", "went", "flew", "held", "gave", "spent", "left", "brought", "sent", "saw", "told", "became", "drew", "wound", "got"}
)

PRESENT_WORDS = frozenset({"is", "are", "has", "have", "takes", "comes", "begins", "ends", "opens"})


def tense_near(row: Row, index: int) -> Tense:
    """Return the tense of the words nearest to a noun, right side last."""
    words = phrases("status_cues", "tense")
    sides = (range(index - 1, max(-1, index - 13), -1), range(index + 1, min(len(row.chunks), index + 13)))
    for side in sides:
        for at in side:
            word = row.word(at)
            found = words.at(row.words, at)
            if found:
                return TENSES[found.meaning]
            if word in PAST_WORDS or word.endswith(
                ("ted", "sed", "ned", "red", "led", "ded", "ved", "ped", "ged", "ked", "ied", "med", "hed", "ced", "ued", "yed")
            ):
                return Tense.PAST
            if word in PRESENT_WORDS:
                return Tense.PRESENT
    return Tense.NONE
