"""Bare offices that nobody named holds, and names without an office: which belong together."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.mentions import Role
from diplotrips.extract.parsing.people.fitting import fits
from diplotrips.extract.parsing.people.profile import Given, Profile
from diplotrips.extract.parsing.people.tokens import word_class

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.people.memory import Memory
    from diplotrips.extract.parsing.people.reading import Reading
    from diplotrips.extract.parsing.people.sightings import Sighting
    from diplotrips.extract.parsing.people.titles import Title

_FEWEST = 2
"""Mentions of somebody whom an article calls by office and name in turn."""


def adopted(profile: Profile, given: Given) -> Profile:
    """Return *profile* with the office *given*, which another sentence names."""
    office = given.title.position.office
    country = profile.country or given.country
    return replace(profile, role=given.role, title=given, office=office, country=country, words=frozenset(given.words()))


def is_untitled(profile: Profile) -> bool:
    """Tell whether the article says nothing yet of who somebody is."""
    is_general = profile.title is None or profile.title.title.position.kind == "office"  # a guest, a leader
    return is_general and not profile.office and profile.role in {Role.OTHER, Role.OFFICIAL} and profile.affiliation is None


def just_spoken_of(memory: Memory, number: int, given: Given) -> list[int]:
    """Return who can hold the office *given* though no title says so: the subject of the sentence before, whose country alone is known."""
    return [
        person
        for person in memory.recent()
        if is_untitled(memory.profiles[person])
        and memory.profiles[person].country
        and given.title.country in {"", memory.profiles[person].country}
        and _is_fresh(memory, person, number)
    ]


def _is_fresh(memory: Memory, person: int, number: int) -> bool:
    sentence, subject, _ = memory.last[person]
    return subject and number - sentence == 1


def with_sole_holder(
    readings: Sequence[Reading], titles: Sequence[Sequence[Title]], seen: Sequence[Sighting], profiles: Sequence[Profile]
) -> list[Profile]:
    """Return *profiles*, with the office that an article keeps naming for the one person whom it names without any.

    An editorial writes `our Prime Minister`, later `Mr X`. Nothing is done where several offices or people are in question.
    """
    result = list(profiles)
    counts = Counter(each.person for each in seen if is_untitled(profiles[each.person]))
    most = [person for person, count in counts.most_common(2) if count >= _FEWEST]
    if not most or (len(most) > 1 and counts[most[0]] == counts[most[1]]):
        return result
    attached = {(each.sentence, title) for each in seen if each.name for title in each.name.intro.titles}
    for number, reading in enumerate(readings):
        for title in titles[number]:
            given = Given(title, reading)
            if (number, title) in attached or not _is_held(reading, given) or title.country not in {"", profiles[most[0]].country}:
                continue
            if not any(fits(given, profile) for profile in profiles):
                result[most[0]] = adopted(profiles[most[0]], given)
                return result
    return result


def _is_held(reading: Reading, given: Given) -> bool:
    """Tell whether a title names the holder of an office of state, in words for a certain one: `our premier`, `Prime Minister`."""
    title = given.title
    if title.is_plural or title.is_former or not title.position.office or given.role is not Role.OFFICIAL or title.position.office == "=":
        return False
    before = reading.phrase.words[title.first - 1].lower if title.first else ""
    is_called = reading.phrase.words[title.head].is_capital and title.end - title.head > 1 and not reading.is_headline
    is_of_country = bool(title.country) and title.first < title.head
    return before in word_class("definite") or ((is_called or is_of_country) and before not in {"a", "an", "no", "any"})
