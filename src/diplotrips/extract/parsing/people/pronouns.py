"""Who is meant by a pronoun: the nearest person whom it can mean, a subject rather than an object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.parsing.mentions import PersonMention, Role
from diplotrips.extract.parsing.people.memory import ENOUGH, Memory
from diplotrips.extract.parsing.people.sightings import phrase_start
from diplotrips.extract.parsing.people.verbs import verb_forms
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.people.reading import Reading
    from diplotrips.extract.parsing.people.sightings import Sighting

PRONOUNS = {"he": "m", "his": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
"""Gender of each."""
_WINDOW = 4
"""Sentences back in which a pronoun looks for its person."""


def resolve_pronoun(memory: Memory, reading: Reading, number: int, at: int, names: Sequence[Sighting]) -> PersonMention | None:
    """Return whom the pronoun at *at* means in the sentence *number*, whose mentions by name are *names*; None if nobody fits."""
    word = reading.phrase.words[at]
    gender = PRONOUNS[word.lower]
    person = _later_subject(memory, reading, at, names, gender)
    if person is None:
        fitting = [each for each in memory.recent() if number - memory.last[each][0] <= _WINDOW and _agrees(memory, each, gender)]
        if not fitting:
            return None
        if word.lower in {"him", "himself"} and not _reports(reading, at):
            fitting = [each for each in fitting if memory.last[each][0] != number] or fitting
        person = max(fitting, key=lambda each: _nearness(memory, each, number, gender))
        if len(fitting) == 1 or _was_subject(memory, person, number):
            memory.pronouns.setdefault(person, gender)
    return PersonMention(Span(word.start, word.end), person, "pronoun")


def _was_subject(memory: Memory, person: int, number: int) -> bool:
    """Tell whether that person is the subject of the sentence, or was of the one before: who goes on is whom `she` means."""
    sentence, subject, _ = memory.last[person]
    return subject and number - sentence <= 1


def _reports(reading: Reading, at: int) -> bool:
    """Tell whether a verb of speaking stands before *at*: what is said may be about its speaker."""
    return any(word.lower in verb_forms() for word in reading.phrase.words[:at])


def _agrees(memory: Memory, person: int, gender: str) -> bool:
    return (memory.profiles[person].gender or memory.pronouns.get(person, "")) in {"", gender}


def _nearness(memory: Memory, person: int, number: int, gender: str) -> tuple[float, int]:
    sentence, subject, offset = memory.last[person]
    known = memory.profiles[person].role in {Role.OFFICIAL, Role.EXPERT, Role.SPOKESPERSON}
    agrees = memory.profiles[person].gender == gender
    return -(number - sentence) + 2 * agrees + 1.6 * subject + 0.2 * known + 0.05 * min(
        memory.counts[person], ENOUGH
    ), offset if not subject else -offset


def _later_subject(memory: Memory, reading: Reading, at: int, names: Sequence[Sighting], gender: str) -> int | None:
    """Return the subject that follows a leading phrase with a possessive: `During her tour, X said`."""
    words = reading.phrase.words
    if words[0].lower not in {
        "during",
        "in",
        "on",
        "after",
        "before",
        "at",
        "upon",
        "with",
        "while",
        "when",
        "for",
        "throughout",
        "despite",
    }:
        return None
    comma = next((index for index in range(at, len(words)) if words[index].text == ","), None)
    if at > len("at the end of") or comma is None or any(each.first < at for each in names):
        return None
    follows = next((each for each in names if phrase_start(each) - comma <= len(("the", "then"))), None)
    return follows.person if follows is not None and phrase_start(follows) > comma and _agrees(memory, follows.person, gender) else None
