"""Names of places that name none where they stand: part of a person's name, an outlet, a treaty, or a common word."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.mentions import PlaceKind
from diplotrips.extract.parsing.places.uses import family_names, openers, titles, used_as

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.places.matching import Match
    from diplotrips.extract.parsing.places.words import Word

_NAMING = frozenset({PlaceKind.COUNTRY, PlaceKind.CITY, PlaceKind.TERRITORY})
_LARGE = 500_000
"""Inhabitants from which a town is no stranger beside an unknown capital word, unless its name is a surname."""
_SMALL = 200_000
"""Inhabitants up to which a town before an unknown capital word is taken for a given name."""
_HEADLINE = 25
"""Most words of a line that is read as a headline."""
_ENDS = '.!?:;\n"(*-'


class Surroundings:
    """An article's words with the names in it, to ask what stands beside a name."""

    def __init__(self, view: str, words: Sequence[Word], found: Sequence[Match]) -> None:
        self._view = view
        self._words = words
        self._taken = {number for match in found for number in range(match.first, match.last + 1) if match.name.readings}
        self._titled = _titled(view, words)

    def word(self, number: int, step: int, gaps: frozenset[str]) -> Word | None:
        """Return the word that stands *step* from word *number*, if one of *gaps* is between them."""
        other = number + step
        if not 0 <= other < len(self._words):
            return None
        gap = self._view[self._words[min(number, other)].end : self._words[max(number, other)].start]
        return self._words[other] if gap in gaps else None

    def pairs(self, match: Match) -> set[tuple[str, str]]:
        """Return the name with the word before and with the word after it, as far as they are capital and no place."""
        before, after = self.word(match.first, -1, _SPACE), self.word(match.last, 1, _SPACE)
        name = " ".join(match.name.words)
        pairs = set[tuple[str, str]]()
        if before and before.is_capital and self.is_free(match.first - 1) and before.folded not in openers() | titles() | used_as("follow"):
            pairs.add((before.folded, name))
        if after and after.is_capital and self.is_free(match.last + 1) and after.folded not in used_as("follow"):
            pairs.add((name, after.folded))
        return pairs

    def is_free(self, number: int) -> bool:
        """Tell whether no name of a place has the word."""
        return number not in self._taken

    def is_titled(self, number: int) -> bool:
        """Tell whether the word stands in a line of capital words: its capital says nothing."""
        return number in self._titled


_SPACE = frozenset({" "})
_INITIAL = frozenset({" ", ". "})
_CLOSE = frozenset({" ", "-"})
_TOWARDS = frozenset({"to", "of", "for"})
"""Words that stand before persons as well: a tribute to Jordan Peterson."""
_OF = frozenset({"de", "del", "do", "da", "dos", "das", "di"})
_LISTED = frozenset({" ", ", ", " ("})


@dataclass(slots=True)
class Persons:
    """What an article's other places have shown of people who are called like places."""

    surnames: set[str] = field(default_factory=set)
    """Names of places that are somebody's surname."""
    pairs: set[tuple[str, str]] = field(default_factory=set)
    """Two words that are a person's name together, such as a given name and the surname."""


def without_strangers(view: str, words: Sequence[Word], found: Sequence[Match]) -> list[Match]:
    """Return the names that are places where they stand, and those that name none by themselves (they may tell which town is meant)."""
    around, persons = Surroundings(view, words, found), Persons()
    kept = [match for match in found if not match.name.readings or not is_no_place(around, match, persons)]
    # Only now the persons are known whose names stand in a headline, where every word is capital.
    return [match for match in kept if not _is_of_pair(around, match, persons)] if persons.pairs else kept


def is_no_place(around: Surroundings, match: Match, persons: Persons) -> bool:
    """Tell whether the words around the name make it something else than a place.

    Args:
        around: What stands beside it.
        match: The name.
        persons: Those found so far; the one found here is added.
    """
    if match.name.readings[0].kind not in _NAMING:
        return False
    if _is_institution(around, match) or _is_word(around, match) or _is_longer(around, match):
        return True
    name = " ".join(match.name.words)
    if _is_family_name(around, match) or _is_surname(around, match):
        persons.surnames.add(name)
    elif not _is_given_name(around, match):
        return name in persons.surnames and not _is_located(around, match)
    persons.pairs.update(around.pairs(match))
    return True


def _is_of_pair(around: Surroundings, match: Match, persons: Persons) -> bool:
    """Tell whether the name and a word beside it are somebody's name elsewhere in the article."""
    return bool(match.name.readings) and not persons.pairs.isdisjoint(around.pairs(match))


def _is_institution(around: Surroundings, match: Match) -> bool:
    after = around.word(match.last, 1, _CLOSE)
    if not after or not after.is_capital:
        return False
    is_town = match.name.readings[0].kind is PlaceKind.CITY
    return after.folded in used_as("outlet") or (is_town and after.folded in used_as("instrument"))


def _is_word(around: Surroundings, match: Match) -> bool:
    """Tell whether a town's name is a common word and nothing says that a place is meant."""
    if len(match.name.words) > 1 or match.name.words[0] not in used_as("word") or match.name.readings[0].kind is not PlaceKind.CITY:
        return False
    after = around.word(match.last, 1, _LISTED - _SPACE)
    is_followed = after is not None and not around.is_free(match.last + 1)
    return not is_followed and not _is_located(around, match)


def _is_located(around: Surroundings, match: Match, without: frozenset[str] = frozenset()) -> bool:
    """Tell whether a word of place, except those *without*, or another place leads the name."""
    before = around.word(match.first, -1, _LISTED)
    if before is None:
        return False
    return before.folded in used_as("place") - without or not around.is_free(match.first - 1)


def _is_family_name(around: Surroundings, match: Match) -> bool:
    """Tell whether a town's name is a family name that stands before the given one, as in China."""
    after = around.word(match.last, 1, _SPACE)
    if after is None or not after.is_capital or after.folded in used_as("follow") or not around.is_free(match.last + 1):
        return False
    return _is_plain_town(match) and " ".join(match.name.words) in family_names()


def _is_plain_town(match: Match) -> bool:
    """Tell whether it is a town and no capital."""
    reading = match.name.readings[0]
    return reading.kind is PlaceKind.CITY and not reading.role


def _is_longer(around: Surroundings, match: Match) -> bool:
    """Tell whether the name goes on, or began before, so that it is another town's: San Antonio de los Baños."""
    if not _is_plain_town(match):
        return False
    before, after = around.word(match.first, -1, _SPACE), around.word(match.last, 1, _SPACE)
    return bool(after and after.text in _OF) or bool(before and before.text in _OF and len(match.name.words) > 1)


def _is_given_name(around: Surroundings, match: Match) -> bool:
    after = around.word(match.last, 1, _SPACE)
    if len(match.name.words) > 1 or not after or after.folded in used_as("follow") or not _may_be_name(around, after, match.last + 1):
        return False
    if match.name.words[0] in used_as("given"):
        return _is_plain_town(match) or not _is_located(around, match, without=_TOWARDS)
    reading = match.name.readings[0]
    return _is_plain_town(match) and reading.population < _SMALL and not _is_located(around, match)


def _is_surname(around: Surroundings, match: Match) -> bool:
    before = _name_before(around, match)
    if not before or before.folded in openers() or before.folded.endswith("ing"):
        return False
    reading = match.name.readings[0]
    is_surname = " ".join(match.name.words) in used_as("surname")
    if _is_plain_town(match) and (is_surname or reading.population < _LARGE):
        return before.folded in titles() or before.folded not in used_as("follow")
    return is_surname and before.folded not in used_as("follow") | used_as("title")


def _name_before(around: Surroundings, match: Match) -> Word | None:
    """Return the word before, if it may be a given name, an initial or a title; a point ends only the latter two."""
    before = around.word(match.first, -1, _INITIAL)
    if before is None or not _may_be_name(around, before, match.first - 1):
        return None
    is_short = len(before.text) == 1 or before.folded in titles()
    return before if is_short or around.word(match.first, -1, _SPACE) else None


def _may_be_name(around: Surroundings, word: Word, number: int) -> bool:
    """Tell whether a word beside a place may be a part of a person's name."""
    is_name = word.text[0].isupper() and word.text.isalpha() and (len(word.text) == 1 or not word.text.isupper())
    return is_name and around.is_free(number) and not around.is_titled(number)


def _titled(view: str, words: Sequence[Word]) -> frozenset[int]:
    """Return the numbers of the words in lines without a stop at the end where nearly every longer word is capital."""
    found: set[int] = set()
    line: list[int] = []
    for number, word in enumerate(words):
        line.append(number)
        following = words[number + 1].start if number + 1 < len(words) else len(view)
        end, is_last, _ = view[word.end : following].partition("\n")
        if is_last or following == len(view):
            found.update(line if "." not in end and _is_headline(words, line) else ())
            line = []
    return frozenset(found)


def _is_headline(words: Sequence[Word], line: Sequence[int]) -> bool:
    long_ones = [words[number] for number in line if len(words[number].text) > 3]  # noqa: PLR2004  (shorter ones are small in headlines)
    return len(line) <= _HEADLINE and len(long_ones) > 2 and sum(word.is_capital for word in long_ones) >= 0.75 * len(long_ones)  # noqa: PLR2004
