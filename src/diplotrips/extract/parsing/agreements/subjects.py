"""What an agreement is about: the words after its noun or verb, up to where the clause goes on to something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.parsing.agreements.words import saying

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.extract.parsing.agreements.words import Row

INNER_MARKS = frozenset({",", "'", "'s", "/", "&", "%", "$"})
"""Marks that may stand within a subject."""
FARTHEST = 40
"""Most words of a subject."""
NEAR = 6
"""Most words between a noun and what it is about."""


def subject_after(row: Row, index: int, limit: int, is_other: Callable[[int], bool]) -> tuple[int, int] | None:
    """Return from which word to before which one the subject of the noun that ends before word *index* stands; None if there is none.

    Args:
        row: The sentence.
        index: Number of the word after the noun.
        limit: Number of a word before which the subject ends at the latest.
        is_other: Whether a day or place begins at a word, so that the words before it are not about a subject (`on Monday`, `in Lima`).
    """
    for lead in range(index, min(index + NEAR, limit)):
        word = row.word(lead)
        if word in saying("subject-lead") and not is_other(lead + 1):
            after = end_of(row, lead + 1, limit, is_other)
            return (lead + 1, after) if after > lead + 1 else None
        if word not in saying("passed-over") and (_ends(word) or (lead == index and word != ",")):
            return None
    return None


def end_of(row: Row, first: int, limit: int, is_other: Callable[[int], bool]) -> int:
    """Return the number of the word before which a subject that begins at word *first* ends."""
    index, last_and, commas = first, first, []
    while index < min(limit, first + FARTHEST) and not _is_over(row, first, index, is_other):
        word = row.word(index)
        last_and = index if word in {"and", "or"} else last_and
        commas += [index] if word == "," else []
        index += 1
    beyond = [comma for comma in commas if comma > last_and]
    after = beyond[0] if beyond else index
    while after > first and (row.word(after - 1) in {",", '"'} or row.word(after - 1) in saying("trailing")):
        after -= 1
    return after


def _is_over(row: Row, first: int, index: int, is_other: Callable[[int], bool]) -> bool:
    """Tell whether the subject that begins at word *first* ends before word *index*."""
    word = row.word(index)
    if word == '"':  # a term in quotation marks may belong to it, the end of a quotation may not
        return '"' in row.words(first, index) or index >= first + NEAR
    if word in {"and", "or"}:
        return row.word(index + 1) in saying("actor")
    return _ends(word) or (word in saying("circumstance") and is_other(index + 1))


def _ends(word: str) -> bool:
    """Tell whether a subject ends before *word*: a verb, a new clause, or a mark other than those of lists and names."""
    return word in saying("subject-end") or not (word[0].isalnum() or word in INNER_MARKS)
