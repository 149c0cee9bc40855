"""Phrases that name a person: where one begins, whom one names, what governs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.parsing.people.reading import CALENDAR, organization_kinds
from diplotrips.extract.parsing.people.tokens import word_class
from diplotrips.extract.parsing.people.verbs import verb_forms

if TYPE_CHECKING:
    from diplotrips.extract.parsing.quotes.lines import Line, Mentioned

MOST_BETWEEN = 14
"""Words that can stand between a verb and the name that belongs to it."""
_MOST_INVERTED = 20
"""Words between a verb and a subject behind it: a day and a long title can be between."""
_MOST_LOWER = 3
_MOST_COMMAS = 2


def person_behind(line: Line, at: int) -> Mentioned | None:
    """Return the person whom the noun phrase at *at* names: `the Ruritanian minister X`, `X`, `the analyst`."""
    words = line.phrase.words
    index, commas, lower = _behind_addressee(line, at), 0, 0
    while index < len(words) and index - at <= _MOST_INVERTED and not line.quoted[index] and index not in line.several:
        found = line.starting_at(index)
        if found is not None and line.phrase.text_is(found.end, "'s", "'"):
            index = found.end + 1
            continue
        if found is not None:
            return None if found.mention.kind == "pronoun" and line.phrase.words[index].lower in {"his", "her", "him"} else found
        if words[index].text == "," and index > at and commas < _MOST_COMMAS and _may_continue(line, index):
            commas += 1
        elif not _is_of_noun_phrase(line, index):
            lower += 1
            if (
                lower > _MOST_LOWER
                or not words[index].is_letters
                or words[index].lower in word_class("phrase-break")
                or words[index].lower in verb_forms()
            ):
                return None
        index += 1
    return None


def _behind_addressee(line: Line, at: int) -> int:
    """Return the index behind `to the press`, `to reporters`, which can stand between a verb and its subject."""
    if not line.phrase.text_is(at, "to"):
        return at
    return next(
        (index + 1 for index in range(at + 1, min(at + 4, len(line.phrase.words))) if line.phrase.text_is(index, *word_class("press"))), at
    )


def _may_continue(line: Line, comma: int) -> bool:
    return (
        (comma - 1) in line.covered
        or line.phrase.words[comma - 1].is_capital
        or line.phrase.text_is(comma - 1, "st", "nd", "rd", "th")
        or line.phrase.words[comma - 1].lower in CALENDAR
        or line.phrase.words[comma - 1].lower in organization_kinds()
    )


def _is_of_noun_phrase(line: Line, index: int) -> bool:
    word = line.phrase.words[index]
    if index in line.covered or word.lower in word_class("noun-phrase") or word.lower in CALENDAR or word.lower in organization_kinds():
        return True
    return word.is_capital or word.text[0].isdigit() or word.lower.endswith(("th", "ly")) or word.lower in word_class("time-word")


def phrase_start(line: Line, first: int) -> int:
    """Return where the noun phrase around a name begins: its titles, article and country are before it."""
    words, at = line.phrase.words, first
    while at > 0 and not line.quoted[at - 1]:
        word = words[at - 1]
        if (at - 1) in line.covered or word.lower in word_class("noun-phrase-lead") or (word.is_letters and word.is_capital):
            at -= 1
        else:
            break
    while at < first and words[at].lower in {"of", "for", "and", "'s"}:
        at += 1
    return at


def is_governed(line: Line, first: int) -> bool:
    """Tell whether a preposition or verb governs the mention that begins at *first*."""
    at = phrase_start(line, first) - 1
    while at >= 0 and line.phrase.words[at].lower in {"'s", "the"}:
        at -= 1
    if at < 0 or line.quoted[at]:
        return False
    return line.phrase.words[at].lower in word_class("governing")


def sentence_subject(line: Line, limit: int) -> Mentioned | None:
    """Return the first mention before the word *limit* that can be the subject of the sentence."""
    for each in line.mentioned:
        if each.first >= limit:
            return None
        is_possessive = line.phrase.text_is(each.end, "'s", "'") or line.phrase.words[each.first].lower in {"his", "her", "him"}
        if not is_possessive and not is_governed(line, each.first):
            return each
    return None
