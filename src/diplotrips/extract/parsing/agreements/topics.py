"""What is agreed on without a noun that names it: `agreed to open an airport`, `offered to train pilots`, `will cooperate in mining`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diplotrips.extract.parsing.agreements.progress import Form
from diplotrips.extract.parsing.agreements.subjects import end_of
from diplotrips.extract.parsing.agreements.words import has, saying

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.extract.parsing.agreements.progress import Cue, Verb
    from diplotrips.extract.parsing.agreements.words import Row


class Topic(NamedTuple):
    """A verb and what it says that is agreed."""

    cue: Cue
    progress: str
    needs: str
    after: int
    """Number of the first word after what is agreed."""


NEEDS = ("topic", "joint", "clause", "trade")
NAMING = frozenset({"clause", "trade"})
"""Needs after which a country may come first: `agreed that Peru would`, `will supply Peru with`."""
LIGHT = 2
"""Words in which it shows that what follows is no matter of an agreement."""
FIELD = 6
"""Words in which the field of a cooperation that is to grow is named."""
BEFORE = 10
"""Words before a verb in which it shows that both sides act."""


def topic_of(row: Row, cue: Cue, limit: int, is_other: Callable[[int], bool]) -> Topic | None:
    """Return what *cue* says that is agreed, before word *limit*; None if it is only a meeting, an opinion or a wish to go on."""
    verb = cue.verb_for(lambda needs: needs in NEEDS and _is_met(row, cue, needs))
    if not verb or cue.is_passive or not _has_matter(row, cue, verb, is_other):
        return None
    progress = cue.progress_of(verb)
    if cue.form not in {Form.PAST, Form.PARTICIPLE} and progress not in {"intended", "offered"}:
        return None
    after = end_of(row, cue.after, limit, is_other)
    return Topic(cue, progress, verb.needs, after) if after > cue.after else None


def _has_matter(row: Row, cue: Cue, verb: Verb, is_other: Callable[[int], bool]) -> bool:
    """Tell whether what follows *verb* is a matter of an agreement: no person (`proposed to the minister`), day, place or bare meeting."""
    if verb.progress == "offered" and row.word(cue.after - 1) == "to" and row.word(cue.after) in saying("article"):
        return False
    if verb.needs in NAMING:
        return not _is_light(row, cue.after, 1)
    return not is_other(cue.after) and not _is_light(row, cue.after, LIGHT)


def _is_met(row: Row, cue: Cue, needs: str) -> bool:
    if needs == "clause":
        return has(row.words(cue.after, cue.after + BEFORE), "modal")
    if needs == "joint":
        return has(row.words(cue.first - BEFORE, cue.first), "joint") or _has_pair(row, cue)
    return needs != "trade" or _is_firm(row, cue)


def _has_pair(row: Row, cue: Cue) -> bool:
    """Tell whether two names joined by `and` stand before the verb."""
    inner = range(max(cue.first - BEFORE, 1), cue.first - 1)
    return any(row.word(index) == "and" and row.tokens[index - 1].is_capital and row.tokens[index + 1].is_capital for index in inner)


def _is_firm(row: Row, cue: Cue) -> bool:
    """Tell whether the verb is in the future and has an object (`will deliver wheat`, `is to train pilots`)."""
    is_bound = row.word(cue.first - 1) == "to" and row.word(cue.first - 2) in saying("being")
    is_future = is_bound or row.word(cue.first - 1) in saying("firm-future")
    return is_future and row.word(cue.after) not in saying("outside")


def _is_light(row: Row, first: int, number: int) -> bool:
    """Tell whether the *number* words from word *first* on begin what is no matter of an agreement."""
    words = row.words(first, first + number)
    if has(words, "stronger"):
        return not has(row.words(first + 1, first + FIELD), "field")
    return has(words, "light")
