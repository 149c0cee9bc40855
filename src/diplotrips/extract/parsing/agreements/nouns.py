"""What is agreed: phrases around a noun of agreement, with their number and whether they name a paper of an earlier time."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.extract.parsing.agreements.sums import sums_of
from diplotrips.extract.parsing.agreements.words import saying
from diplotrips.extract.parsing.lexicons.phrases import Phrases
from diplotrips.extract.parsing.lexicons.words import lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from collections.abc import Set as AbstractSet

    from diplotrips.extract.parsing.agreements.words import Row
    from diplotrips.extract.parsing.lexicons.phrases import Match


class Noun(NamedTuple):
    """A noun of the lexicon."""

    kind: str
    """A code of the list `agreement_kinds`."""
    is_plural: bool
    group: str
    """Which verbs make something agreed of it; empty: all that take an agreement."""


class Phrase(NamedTuple):
    """A noun of agreement with what stands before it in its phrase."""

    first: int
    """Number of the first word, article and number left out."""
    head: int
    """Number of the first word of the noun."""
    after: int
    """Number of the first word after the noun."""
    start: int
    """Number of the first word, article and number included."""
    kind: str
    papers: str
    """How many, as a `Count`; empty for one, and where nothing says so."""
    is_old: bool
    """Whether it names a paper that there was before: `the 2011 accord`, `the Harbour Accords`."""
    is_definite: bool
    """Whether it is one that has been told of: `the agreement`."""
    group: str = ""
    """As of the noun; `SUM` of a sum of money."""

    def fits(self, needs: str) -> bool:
        """Tell whether it is what a verb needs."""
        if needs in GENERAL:
            return GENERAL[needs](self)
        return needs == self.group


NO_AGREEMENT = "no-agreement"
FIRM = frozenset({"agreement", "treaty", "memorandum", "joint-statement", "declaration", "contract", "action-plan", "loan-or-grant"})
"""Kinds whose nouns name a paper by themselves."""
SUM = "sum"
GENERAL: dict[str, Callable[[Phrase], bool]] = {
    "noun": lambda phrase: not phrase.group,
    "subject": lambda phrase: not phrase.group,
    "topic": lambda phrase: not phrase.group,
    "firm-noun": lambda phrase: not phrase.group and phrase.kind in FIRM,
    "any": lambda phrase: phrase.group not in saying("vague"),
    "gift": lambda phrase: phrase.group == SUM or phrase.kind == "loan-or-grant",
}
"""What the general needs of a verb mean."""
OF_SUM = 3
"""Words between a sum of money and the noun that it belongs to: `a loan of 30 million euros`, `30 million euros in grants`."""
MOST_MODIFIERS = 6
AT_LEAST = frozenset({("at", "least"), ("more", "than")})
MOST_PAPERS = 500
_YEAR = re.compile(r"(?:19|20)\d\d\Z")


@cache
def _nouns() -> Phrases[Noun]:
    named: dict[str, Noun] = {}
    for row in lexicon("agreement_nouns"):
        named[row["singular"]] = Noun(row["kind"], is_plural=False, group=row["group"])
        if row["many"] and row["plural"]:
            named[row["plural"]] = Noun(row["many"], is_plural=True, group=row["group"])
    return Phrases(named.items())


def phrases_of(row: Row, verbs: AbstractSet[int]) -> Iterator[Phrase]:
    """Give the phrases of *row* that may name something agreed; a verb that looks like a noun (`to deal with`) is none.

    Args:
        row: The sentence.
        verbs: Numbers of the words that are verbs of agreement; a phrase does not reach over them.
    """
    nouns = [_phrase(row, match, verbs) for match in _nouns().all_in(row.all_words) if _is_named(row, match, verbs)]
    sums = [
        Phrase(first, first, after, first, "loan-or-grant", "", is_old=False, is_definite=False, group=SUM) for first, after in sums_of(row)
    ]
    taken = {index for noun in nouns for index in range(noun.start - OF_SUM, noun.after + OF_SUM)}
    free = [each for each in sums if each.first not in taken and each.after - 1 not in taken]
    yield from sorted((noun for noun in nouns + free if row.word(noun.start) != "no"), key=lambda phrase: phrase.start)


def _is_named(row: Row, match: Match[Noun], verbs: AbstractSet[int]) -> bool:
    return not (match.meaning.kind == NO_AGREEMENT or match.first in verbs or _is_verb(row, match))


def _is_verb(row: Row, match: Match[Noun]) -> bool:
    return match.after == match.first + 1 and row.word(match.first - 1) in saying("before-verb")


def _phrase(row: Row, match: Match[Noun], verbs: AbstractSet[int]) -> Phrase:
    first = match.first
    while match.first - first < MOST_MODIFIERS and first > 0 and _is_modifier(row, first - 1, verbs):
        first -= 1
    modifiers = row.tokens[first : match.first]
    papers, start = _papers(row, first, match.meaning)
    article = row.word(start - 1)
    start -= article in saying("article")
    is_named = article == "the" and any(token.is_capital for token in modifiers)
    is_old = is_named or any(_YEAR.match(token.word) for token in modifiers) or bool(_YEAR.match(row.word(first - 1)))
    return Phrase(
        first, match.first, match.after, start, match.meaning.kind, papers, is_old, article in saying("definite"), match.meaning.group
    )


def _is_modifier(row: Row, index: int, verbs: AbstractSet[int]) -> bool:
    """Tell whether the word at *index* may stand between article and noun: no mark, number, function word or verb of agreement."""
    word = row.word(index)
    return (
        index not in verbs
        and word[0].isalnum()
        and not number_of(word)
        and not any(word in saying(what) for what in ("outside", "article", "several"))
    )


def number_of(word: str) -> int:
    """Return the number that *word* is, 0 if it is none."""
    if word.isascii() and word.isdigit():
        return int(word) if len(word) <= len(str(MOST_PAPERS)) else 0
    return _numbers().get(word, 0)


@cache
def _numbers() -> dict[str, int]:
    return {row["word"]: int(row["number"]) for row in lexicon("agreement_counts")}


def _papers(row: Row, first: int, noun: Noun) -> tuple[str, int]:
    """Return the number of papers before word *first* as a `Count`, and the number of the first word that belongs to it."""
    number, before = number_of(row.word(first - 1)), row.word(first - 2)
    if not noun.is_plural:
        return "", first - 1 if number == 1 else first
    if 1 < number <= MOST_PAPERS:
        if row.words(first - 3, first - 1) in AT_LEAST:
            return f"{number}..", first - 3
        return (f"~{number}", first - 2) if before in saying("about") else (str(number), first - 1)
    is_lot = row.word(first - 1) == "of" and before in saying("lot")
    if is_lot or row.word(first - 1) in saying("several"):
        return "2..", first - 1 - is_lot
    return "", first
