"""Titles of several people: `Presidents X of Chad and Y of Mali`, `the foreign ministers of Chad and Mali`, whose names come later."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.mentions import PlaceKind
from diplotrips.extract.parsing.people.profile import Given

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.extract.parsing.people.reading import Reading
    from diplotrips.extract.parsing.people.sightings import Sighting
    from diplotrips.extract.parsing.people.titles import Title

_JOINING = frozenset({"of", "the", "and", ",", "&", "as", "well"})
_AHEAD = 3
"""Sentences behind such a title in which the names stand."""


@dataclass(frozen=True, slots=True)
class _Shared:
    """A title of several people, with the countries that it names."""

    sentence: int
    title: Title
    reading: Reading
    countries: tuple[str, ...]

    def given(self, country: str) -> Given:
        """Return it as the title of the one from *country*."""
        own = replace(self.title, country=country, first=self.title.head, reach=self.title.end, is_plural=False)
        return Given(own, self.reading)


def shared_titles(readings: Sequence[Reading], titles: Sequence[Sequence[Title]], seen: Sequence[Sighting]) -> Iterator[tuple[int, Given]]:
    """Give people, by number, with the title that they share with others."""
    by_sentence: dict[int, list[Sighting]] = {}
    for each in seen:
        by_sentence.setdefault(each.sentence, []).append(each)
    for number, reading in enumerate(readings):
        for title in titles[number]:
            if not title.is_plural or title.position.kind != "office" or not title.position.office:
                continue
            own = by_sentence.get(number, [])
            leader = next((at for at, each in enumerate(own) if each.name and title in each.name.intro.before), None)
            if leader is not None:
                yield from _listed(reading, title, own[leader:])
                continue
            shared = _Shared(number, title, reading, tuple(dict.fromkeys(_countries(reading, title))))
            if len(shared.countries) > 1:
                yield from _later(readings, shared, by_sentence)


def _listed(reading: Reading, title: Title, names: Sequence[Sighting]) -> Iterator[tuple[int, Given]]:
    """Give the names that go on the list of the first one."""
    for before, each in pairwise(names):
        if not _is_joined(reading, before.end, each.first) or _is_titled(each):
            return
        own = replace(title, first=title.head, reach=title.end, is_plural=False, country="")
        yield each.person, Given(own, reading, each.name.intro.countries if each.name else ())


def _is_joined(reading: Reading, first: int, end: int) -> bool:
    return first < end and all(reading.phrase.words[at].lower in _JOINING or reading.places[at] is not None for at in range(first, end))


def _is_titled(each: Sighting) -> bool:
    return each.name is None or any(not title.is_honorific for title in each.name.intro.titles)


def _countries(reading: Reading, title: Title) -> Iterator[str]:
    """Give the countries behind and before a title: `of Chad and of Mali`, `Chadian, Malian`."""
    at = title.end
    while at < len(reading.kinds) and (reading.places[at] is not None or reading.phrase.words[at].lower in _JOINING):
        yield from _country(reading, at)
        at += 1
    before: list[str] = []
    at = title.head - 1
    while at >= 0 and (reading.places[at] is not None or reading.phrase.text_is(at, ",", "and", "&")):
        before.extend(_country(reading, at))
        at -= 1
    yield from reversed(before)


def _country(reading: Reading, at: int) -> Iterator[str]:
    place = reading.places[at]
    if place is not None and place.country and place.kind is not PlaceKind.REGION:
        yield place.country


def _later(readings: Sequence[Reading], shared: _Shared, by_sentence: dict[int, list[Sighting]]) -> Iterator[tuple[int, Given]]:
    """Give the people named soon after, by the country beside each name, or one for each country in their order."""
    for number in range(shared.sentence, shared.sentence + _AHEAD + 1):
        own = [each for each in by_sentence.get(number, ()) if not _is_titled(each)]
        for each in own:
            known = [country for country in (each.name.intro.countries if each.name else ()) if country in shared.countries]
            yield from ((each.person, shared.given(country)) for country in known[:1])
        group = own[: len(shared.countries)]
        together = all(_is_joined(readings[number], one.end, other.first) for one, other in pairwise(group))
        if len(group) == len(shared.countries) and together and not any(each.name and each.name.intro.countries for each in group):
            yield from ((each.person, shared.given(country)) for each, country in zip(group, shared.countries, strict=True))
            return
