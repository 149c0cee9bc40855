"""Which registered names a spelling is like: those of the person whom a record names, or those of somebody else.

How alike two spellings are is told in `likeness`; which spellings sources use, in `spellings`.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.disagreement.likeness import Likeness, keys, likeness, likeness_to_part, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplotrips.checks.disagreement.likeness import Words
    from diplotrips.schema.registers import Person


MOST_OF_ONE_KEY = 200
"""Names with one key that are looked at; a register with more people of one name is no help in telling them apart."""

_CERTAIN = (Likeness.SAME, Likeness.PLAIN)


class Near(NamedTuple):
    """A registered name that a spelling is like."""

    how: Likeness
    person: Person
    name: str
    """The spelling of the register, which need not be the person's first."""


class Register:
    """The registered names of people, found by what they are like; registered misspellings are none of them."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._people = {person.id: person for person in people}

    def of_person(self, person_id: str, spelling: str) -> Near | None:
        """Return the name of that person that *spelling*, or what it has of the name, is most like; None if it is like none."""
        person = self._people.get(person_id)
        found = [Near(how, person, name) for name in _names(person) if (how := likeness_to_part(spelling, name))] if person else []
        return min(found, key=lambda near: near.how.rank, default=None)

    def of_others(self, person_id: str, spelling: str) -> Near | None:
        """Return the whole name of somebody else that *spelling* is most like, by likeness and id; None if it is like none."""
        near = [
            Near(how, person, name)
            for person, name in self._candidates(spelling)
            if person.id != person_id and (how := likeness(spelling, name)) and (how in _CERTAIN or _is_whole(spelling))
        ]
        return min(near, key=_by_likeness, default=None)

    def pairs(self) -> Iterator[tuple[str, Person, Near]]:
        """Give each person with a name that is like one of somebody before them in the register, with the first of those that is found."""
        for person in self._people.values():
            alike = ((name, near) for name in _names(person) if _is_whole(name) for near in self._before(person, name))
            name, found = next(alike, ("", None))
            if found:
                yield name, person, found

    def _before(self, person: Person, name: str) -> Iterator[Near]:
        """Give the names like *name* of people before *person* in the register who may be the same."""
        for other, other_name in self._candidates(name):
            if self._places[other.id] < self._places[person.id] and _is_whole(other_name) and _may_be_one(person, other):
                how = likeness(name, other_name)
                if how:
                    yield Near(how, other, other_name)

    def _candidates(self, spelling: str) -> Iterator[tuple[Person, str]]:
        """Give the people and names that share a key with *spelling*, each once, those of the same skeleton first."""
        seen: set[tuple[str, str]] = set()
        for key in keys(skeleton(spelling)):
            for person, name in self._by_key.get(key, ())[:MOST_OF_ONE_KEY]:
                if (person.id, name) not in seen:
                    seen.add((person.id, name))
                    yield person, name

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {person_id: place for place, person_id in enumerate(self._people)}

    @cached_property
    def _by_key(self) -> Mapping[Words, Sequence[tuple[Person, str]]]:
        found: dict[Words, list[tuple[Person, str]]] = defaultdict(list)
        for person in self._people.values():
            for name in _names(person):
                for key in keys(skeleton(name)):
                    found[key].append((person, name))
        return found


def _names(person: Person) -> list[str]:
    """Return the right spellings of *person*, none twice, the first first."""
    return list(dict.fromkeys([person.name, *(other.name for other in person.names if other.kind != "misspelling")]))


def _is_whole(name: str) -> bool:
    """Tell whether *name* is more than a surname, which relatives and strangers share."""
    return len(name.split()) > 1


def _may_be_one(person: Person, other: Person) -> bool:
    """Tell whether nothing in the register says that these are two people."""
    named = person.identified is not False and other.identified is not False
    facts = ((person.country, other.country), (person.wikidata, other.wikidata))
    return named and not any(one and two and one != two for one, two in facts)


def _by_likeness(near: Near) -> tuple[int, str, str]:
    return (near.how.rank, near.person.id, near.name)
