"""From names to people: which names are one person, and what the titles beside them say of that person."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.people.naming import NameKey, includes, is_variant, name_key, surname

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplotrips.extract.parsing.people.candidates import Candidate


MOST_OF_ONE_WORD = 40
"""People who share a word of their names and are looked at; no article has more of them, and what is none stays linear."""


@dataclass(slots=True)
class Somebody:
    """A person while the article is read."""

    key: NameKey
    """Of the fullest form so far."""
    texts: tuple[str, ...]
    first_seen: int
    """Offset of the first mention that shows a person."""
    names: list[Candidate] = field(default_factory=list)
    genders: set[str] = field(default_factory=set)
    """Those that the titles beside these names tell."""

    def take(self, name: Candidate) -> None:
        """Keep one more name of the same person."""
        self.names.append(name)
        self.genders |= _genders(name)


class Register:
    """The people of an article by the words of their names."""

    def __init__(self) -> None:
        self.people: list[Somebody] = []
        self._by_word: dict[str, list[int]] = {}

    def enter(self, found: Iterable[Candidate]) -> None:
        """Take in the names that show people, the fullest first, so that short forms find their full one; headlines last."""
        for each in sorted(found, key=lambda c: (c.is_headline, -_length(c), c.words[0].start)):
            number = self.find(each, near=None)
            if number is None and each.is_headline and any(word in self._by_word for word in name_key(texts_of(each)).words):
                continue
            if number is None:
                self._add(each)
            else:
                somebody = self.people[number]
                somebody.take(each)
                somebody.first_seen = min(somebody.first_seen, each.words[0].start)

    def sort(self) -> None:
        """Number the people in the order in which the article names them."""
        self.people.sort(key=lambda each: each.first_seen)
        self._by_word.clear()
        for number, each in enumerate(self.people):
            for word in dict.fromkeys(each.key.words):
                self._by_word.setdefault(word, []).append(number)

    def by_first_word(self, word: str) -> list[int]:
        """Return the numbers of the people whose name begins with the key *word*."""
        return [number for number in self._by_word.get(word, ()) if self.people[number].key.words[0] == word]

    def is_surname(self, name: Candidate, number: int) -> bool:
        """Tell whether *name* is that person's full name or surname, and not only a given name."""
        key = name_key(texts_of(name))
        return len(key.words) > 1 or self._closeness(key, number) > 1

    def find(self, name: Candidate, near: dict[int, int] | None) -> int | None:
        """Return the number of the person whom *name* can mean; of several the one last named, as *near* has it."""
        key = name_key(texts_of(name))
        fitting = [number for number in self._fitting(key) if not self._is_other_title(name, number)]
        fitting = fitting or self._fitting(key)
        if not fitting:
            return None
        return max(
            fitting, key=lambda number: (self._closeness(key, number), (near or {}).get(number, -1), -self.people[number].first_seen)
        )

    def _fitting(self, key: NameKey) -> list[int]:
        numbers = dict.fromkeys(number for word in key.words for number in self._by_word.get(word, [])[:MOST_OF_ONE_WORD])
        result = [number for number in numbers if _fits(self.people[number].key, key)]
        return result or [number for number in numbers if is_variant(self.people[number].key, key)]

    def _closeness(self, key: NameKey, number: int) -> int:
        """Return how well *key* is the short form by which one calls that person: surname, then double surname, then given name."""
        full = self.people[number]
        if len(key.words) > 1:
            return len(key.words)
        if key.last in {full.key.last, *name_key((surname(full.texts),)).words}:
            return 3
        return 2 if key.last != full.key.words[0] else 1

    def _is_other_title(self, name: Candidate, number: int) -> bool:
        """Tell whether titles show that a bare surname is another person of that name."""
        own, known = _genders(name), self.people[number].genders
        return bool(own and known and not own & known)

    def _add(self, name: Candidate) -> None:
        texts = texts_of(name)
        somebody = Somebody(name_key(texts), texts, name.words[0].start)
        somebody.take(name)
        self.people.append(somebody)
        for word in set(somebody.key.words):
            self._by_word.setdefault(word, []).append(len(self.people) - 1)


def _genders(name: Candidate) -> set[str]:
    """Return what the titles beside a name tell of the gender."""
    return {title.position.gender for title in name.intro.titles} - {""}


def _length(name: Candidate) -> int:
    return len(name_key(texts_of(name)).words)


def _fits(full: NameKey, short: NameKey) -> bool:
    if len(short.words) == 1:
        return short.last in full.words
    if short.words[0][:1] != full.words[0][:1] and short.last == full.last and len(short.words) == len(full.words):
        return False
    return includes(full, short)


def texts_of(name: Candidate) -> tuple[str, ...]:
    """Return the words of *name* as written, without the stop of an abbreviation."""
    return tuple(word.text for word in name.words if word.text != ".")
