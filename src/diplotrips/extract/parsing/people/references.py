"""Who is meant by a bare office, a position or a pronoun: `the minister`, `the analyst`, `she`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.mentions import PersonMention, Role
from diplotrips.extract.parsing.passages import Part
from diplotrips.extract.parsing.people.adoption import adopted, is_untitled, just_spoken_of
from diplotrips.extract.parsing.people.allegiance import adopted_country
from diplotrips.extract.parsing.people.fitting import fits
from diplotrips.extract.parsing.people.memory import Memory, salience
from diplotrips.extract.parsing.people.profile import Given, Profile
from diplotrips.extract.parsing.people.pronouns import PRONOUNS, resolve_pronoun
from diplotrips.extract.parsing.people.sightings import phrase_start
from diplotrips.extract.parsing.people.subjects import is_joined, is_subject
from diplotrips.extract.parsing.people.verbs import verb_forms
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplotrips.extract.parsing.mentions import PlaceMention
    from diplotrips.extract.parsing.passages import Layout
    from diplotrips.extract.parsing.people.reading import Reading
    from diplotrips.extract.parsing.people.sightings import Sighting
    from diplotrips.extract.parsing.people.titles import Title

_DETERMINERS = frozenset({"the", "this", "that", "our", "'s"})
_PLURAL = ("s", "ese", "ish", "ch")
_FORWARD = 3
"""Sentences ahead in which a bare office looks for the name."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the search for references works on."""

    layout: Layout
    readings: Sequence[Reading]
    titles: Sequence[Sequence[Title]]
    """Of each sentence."""
    seen: Sequence[Sighting]
    profiles: Sequence[Profile]


def refer(scene: Scene) -> tuple[tuple[PersonMention, ...], list[Profile]]:
    """Return the references that are no names, and the profiles with what bare offices add to them."""
    memory = Memory(list(scene.profiles))
    result: list[PersonMention] = []
    by_sentence: dict[int, list[Sighting]] = {}
    for each in scene.seen:
        by_sentence.setdefault(each.sentence, []).append(each)
    for number, reading in enumerate(scene.readings):
        if reading.part in {Part.BOILERPLATE, Part.FOREIGN}:
            continue
        result.extend(_sentence(scene, memory, number, by_sentence))
    return tuple(result), memory.profiles


def _sentence(scene: Scene, memory: Memory, number: int, by_sentence: dict[int, list[Sighting]]) -> Iterator[PersonMention]:
    reading = scene.readings[number]
    before = _Before()
    for event in _events(scene, number, by_sentence.get(number, [])):
        if event.name is not None:
            _copy_office(memory, event.name.person, number)
            memory.note(event.name.person, number, event.offset, subject=before.subject(reading, event))
            continue
        if scene.layout.is_quoted(event.offset):
            continue
        if event.place is not None:
            found = _countryman(memory, reading, event)
        elif event.title is None:
            found = resolve_pronoun(memory, reading, number, event.at, by_sentence.get(number, []))
        else:
            found = _office(scene, memory, number, event.title, by_sentence)
        if found is not None:
            memory.note(found.person, number, event.offset, subject=before.subject(reading, event))
            yield found


@dataclass(frozen=True, slots=True)
class _Event:
    """A name, a bare title or a pronoun in a sentence."""

    at: int
    first: int
    end: int
    offset: int
    name: Sighting | None = None
    title: Title | None = None
    place: PlaceMention | None = None


@dataclass(slots=True)
class _Before:
    """The mention before in the same sentence: a list has one part in the sentence."""

    end: int = -1
    was_subject: bool = False

    def subject(self, reading: Reading, event: _Event) -> bool:
        """Return whether *event* is a subject."""
        subject = is_subject(reading, event.first, event.end)
        if subject and self.end >= 0 and is_joined(reading, self.end, event.first):
            subject = self.was_subject
        self.end, self.was_subject = event.end, subject
        return subject


def _events(scene: Scene, number: int, names: Sequence[Sighting]) -> list[_Event]:
    words = scene.readings[number].phrase.words
    attached = {title for each in names if each.name for title in each.name.intro.titles}
    result = [_Event(each.first, phrase_start(each), each.end, words[each.first].start, name=each) for each in names]
    result.extend(
        _Event(title.head, title.first, title.end, words[title.head].start, title=title)
        for title in scene.titles[number]
        if title not in attached and _is_reference(scene.readings[number], title)
    )
    result.extend(_Event(at, at, at + 1, word.start) for at, word in enumerate(words) if word.lower in PRONOUNS)
    places = scene.readings[number].places
    result.extend(
        _Event(at, at, at + 1, words[at].start, place=place)
        for at, place in enumerate(places)
        if place and _is_countryman(scene.readings[number], at)
    )
    return sorted(result, key=lambda event: event.at)


def _is_countryman(reading: Reading, at: int) -> bool:
    """Tell whether a demonym stands for one person: `the Swede said`."""
    word, place = reading.phrase.words[at], reading.places[at]
    if place is None or place.kind != "demonym" or word.lower.endswith(_PLURAL) or not reading.phrase.text_is(at - 1, "the"):
        return False
    return at + 1 < len(reading.kinds) and reading.phrase.words[at + 1].lower in verb_forms()


def _countryman(memory: Memory, reading: Reading, event: _Event) -> PersonMention | None:
    country = event.place.country if event.place else ""
    fitting = [each for each in memory.recent() if country and memory.profiles[each].country == country]
    if not fitting:
        return None
    word = reading.phrase.words[event.at]
    return PersonMention(Span(word.start, word.end), max(fitting, key=lambda each: memory.last[each][2]), "nominal")


def _copy_office(memory: Memory, person: int, number: int) -> None:
    """Give a counterpart the office of whoever acts before: `her counterpart`."""
    profile = memory.profiles[person]
    if profile.office or profile.title is None or profile.title.title.position.office != "=":
        return
    holders = [each for each in memory.recent() if each != person and memory.profiles[each].role is not Role.OTHER]
    if holders:
        holder = max(holders, key=lambda each: salience(memory, each, number))
        other = memory.profiles[holder]
        memory.profiles[person] = replace(profile, office=other.office, role=other.role)


def _is_reference(reading: Reading, title: Title) -> bool:
    """Tell whether a title without a name stands for its holder: definite, single, and not what somebody is or becomes."""
    if title.is_plural or title.is_honorific or title.is_verb or title.position.kind == "other":
        return False
    words = reading.phrase.words
    lead_at = _behind_description(reading, title.first) - 1
    before = words[lead_at].lower if lead_at >= 0 else ""
    has_country = bool(title.country) and title.first < title.head
    if before[:1].isdigit():
        return False
    is_definite = (
        before in _DETERMINERS
        or words[title.head].is_acronym
        or (has_country and words[title.first].lower != "of")
        or (words[title.head].is_capital and title.end - title.head > 1)
    )
    lead = words[lead_at - 1].lower if lead_at > 0 else ""
    return (
        is_definite
        and before not in {"a", "an", "as", "his", "her", "their", "no", "any", "every", "first"}
        and lead not in {"is", "was", "as", "became", "become"}
    )


def _behind_description(reading: Reading, first: int) -> int:
    """Return the index of the first word of what stands between a title and its article: `the Asian ruler`, `the 62-year-old leader`."""
    at = first
    place = reading.places[at - 1] if at else None
    if place is not None and place.kind == "region":
        while at and reading.places[at - 1] is place:
            at -= 1
    elif reading.phrase.text_is(at - 1, "year-old"):
        at -= len(("62", "-", "year-old"))
    return max(at, 0)


def _office(scene: Scene, memory: Memory, number: int, title: Title, by_sentence: dict[int, list[Sighting]]) -> PersonMention | None:
    reading = scene.readings[number]
    given = Given(title, reading)
    fitting = [person for person in memory.recent() if fits(given, memory.profiles[person])]
    if given.role is Role.OFFICIAL and given.title.position.office not in {"", "="}:
        fitting.extend(just_spoken_of(memory, number, given))
    if fitting:
        person = _preferred(memory, fitting, number, given)
        if is_untitled(memory.profiles[person]):
            memory.profiles[person] = adopted(memory.profiles[person], given)
    else:
        later = _named_later(scene, memory, number, given, by_sentence)
        if later is None:
            return None
        person = later
        if memory.profiles[person].title is None:
            memory.profiles[person] = adopted(memory.profiles[person], given)
    memory.profiles[person] = adopted_country(memory.profiles[person], title.country)
    words = reading.phrase.words
    kind = "nominal" if title.position.kind in {"expert", "by-organization"} else "office"
    return PersonMention(Span(words[title.first].start, words[title.end - 1].end), person, kind)


def _preferred(memory: Memory, fitting: Sequence[int], number: int, given: Given) -> int:
    """Return who goes best with a bare title: the same country first, then the same words; experts by nearness alone."""
    words, country = frozenset(given.words()), given.country
    by_nearness = given.role is Role.EXPERT or not given.title.position.office

    def rank(person: int) -> tuple[bool, bool, tuple[float, int]]:
        sentence, subject, offset = memory.last[person]
        near = (sentence - number + 0.5 * subject, offset) if by_nearness else salience(memory, person, number)
        profile = memory.profiles[person]
        return bool(country) and country == profile.country, is_untitled(profile) or profile.words.issuperset(words), near

    return max(fitting, key=rank)


def _named_later(scene: Scene, memory: Memory, number: int, given: Given, by_sentence: dict[int, list[Sighting]]) -> int | None:
    """Return whoever is first named soon after an office that nobody named holds: with that office, or with none and as a subject."""
    for ahead in range(number, number + _FORWARD):
        for each in by_sentence.get(ahead, ()):
            if each.person in memory.last:
                continue
            if memory.profiles[each.person].title is not None:
                if fits(given, memory.profiles[each.person]):
                    return each.person
                continue
            is_open = memory.profiles[each.person].role is Role.OTHER
            if is_open and given.title.position.office and given.country and is_subject(scene.readings[ahead], each.first, each.end):
                return each.person
    return None
