"""Where names stand in a text: the longest at each word, one after the other, if it is written as a name is."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.mentions import PlaceKind
from diplotrips.extract.parsing.places.names import names_beginning
from diplotrips.extract.parsing.places.uses import used_as
from diplotrips.extract.parsing.places.words import LONGEST_GAP

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.extract.parsing.places.names import Name
    from diplotrips.extract.parsing.places.words import Word

_GAP = frozenset(" -'.\t\n\u00a0\u2010\u2011\u2013\u2019,&()")
_LONGEST_ABBREVIATION = 3


@dataclass(frozen=True, slots=True)
class Match:
    """A name where it stands."""

    name: Name
    first: int
    """Number of its first word among the words of the text."""
    last: int
    """Number of its last word."""
    start: int
    end: int


def matches(view: str, words: Sequence[Word]) -> Iterator[Match]:
    """Give every name in the text in order; a phrase that names no place is given too, without readings."""
    number = 0
    while number < len(words):
        found = _longest(view, words, number)
        if found:
            yield found
            number = found.last + 1
        else:
            number += 1


def _longest(view: str, words: Sequence[Word], number: int) -> Match | None:
    for name in names_beginning(words[number].folded):
        last = number + len(name.words) - 1
        if last < len(words) and _agrees(view, words[number : last + 1], name):
            end = words[last].end
            if view[end : end + 1] == "$":
                # US$ is money.
                return None
            # The last point of U.S. is part of it.
            dotted = name.is_acronym and "." in name.spelling and view[end : end + 1] == "."
            return Match(name, number, last, words[number].start, end + 1 if dotted else end)
    return None


def _agrees(view: str, words: Sequence[Word], name: Name) -> bool:
    """Tell whether *words* are the name, joined and written as it may be."""
    if any(word.folded != expected for word, expected in zip(words, name.words, strict=True)):
        return False
    gaps_fit = all(_joins(view, one, other, name) for one, other in pairwise(words))
    return gaps_fit and _is_written_as_name(words, name)


def _joins(view: str, one: Word, other: Word, name: Name) -> bool:
    """Tell whether two words may belong to one name by what stands between them."""
    gap = view[one.end : other.start]
    if not gap or len(gap) > LONGEST_GAP or not _GAP.issuperset(gap) or "\n\n" in gap:
        return False
    if name.is_acronym:
        return gap in {".", ". "}
    if "." in gap:
        return len(one.text) <= _LONGEST_ABBREVIATION and one.is_capital
    return not ("," in gap and "," not in name.spelling) and not (("(" in gap or ")" in gap) and "(" not in name.spelling)


def _is_written_as_name(words: Sequence[Word], name: Name) -> bool:
    """Tell whether the capitals are there: all of an acronym and of a town, some of a longer name."""
    if name.is_acronym:
        return all(word.text.isupper() for word in words)
    if not name.readings:
        return words[0].is_capital
    kind = name.readings[0].kind
    if kind is PlaceKind.CITY:
        free = used_as("article") | (used_as("ending") if len(words) > 1 else frozenset())
        return all(word.is_capital or not capital or word.folded in free for word, capital in zip(words, name.capitals, strict=True))
    if kind is PlaceKind.DEMONYM and name.spelling.isascii() and not all(word.text.isascii() for word in words):
        # Germán is a given name.
        return False
    return any(word.is_capital and (capital or kind is PlaceKind.REGION) for word, capital in zip(words, name.capitals, strict=True))
