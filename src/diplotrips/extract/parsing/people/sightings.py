"""Every mention of the people of an article by name, once it is known who they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.people.naming import sound
from diplotrips.extract.parsing.people.runs import Run
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.people.candidates import Candidate
    from diplotrips.extract.parsing.people.persons import Register
    from diplotrips.extract.parsing.people.reading import Reading


@dataclass(frozen=True, slots=True)
class Sighting:
    """A mention by name."""

    span: Span
    person: int
    sentence: int
    first: int
    """Index of its first word in the sentence."""
    end: int
    name: Candidate | None = None
    """The name with its titles; None where the article has it in small letters."""


def sightings(readings: Sequence[Reading], names: Sequence[Sequence[Candidate]], register: Register) -> tuple[Sighting, ...]:
    """Return the mentions by name in the order of the text; *names* are the candidates of each sentence."""
    near: dict[int, int] = {}
    result = []
    for number, reading in enumerate(readings):
        own = [each for name in names[number] if (each := _sighted(name, register, near)) is not None]
        own.extend(_in_small_letters(reading, number, register, own))
        for each in sorted(own, key=lambda sighting: sighting.span.start):
            near[each.person] = each.span.start
            result.append(each)
    return tuple(result)


def _sighted(name: Candidate, register: Register, near: dict[int, int]) -> Sighting | None:
    for part in _parts(name):
        person = register.find(part, near)
        if person is not None and (part is name or register.is_surname(part, person)):
            span = Span(part.words[0].start, part.words[-1].end)
            return Sighting(span, person, name.sentence, part.intro.run.first, part.intro.run.end, part)
    return None


def _parts(name: Candidate) -> list[Candidate]:
    """Return *name* and, for a row of capitals that is none, its beginnings, the longest first, then its single words."""
    result, run = [name], name.intro.run
    if name.is_person and not name.is_headline:
        return result
    for length in range(len(name.words) - 1, 0, -1):
        for first in range(len(name.words) - length + 1):
            intro = replace(name.intro, run=Run(run.first + first, run.first + first + length))
            result.append(replace(name, intro=intro, words=name.words[first : first + length]))
    return result


def _in_small_letters(reading: Reading, number: int, register: Register, own: Sequence[Sighting]) -> list[Sighting]:
    """Return full names that are written without capitals."""
    words, result = reading.phrase.words, []
    taken = {at for each in own for at in range(each.first, each.end)}
    for at, word in enumerate(words[:-1]):
        if not word.text.islower() or at in taken:
            continue
        for person in register.by_first_word(sound(word.lower)):
            end = at + len(register.people[person].texts)
            texts = tuple(sound(each.lower) for each in words[at:end])
            if len(texts) > 1 and texts == tuple(sound(text) for text in register.people[person].texts):
                result.append(Sighting(Span(word.start, words[end - 1].end), person, number, at, end))
                break
    return result


def phrase_start(each: Sighting) -> int:
    """Return the index of the first word of the phrase around a name: its titles before it belong to it."""
    before = each.name.intro.before if each.name else ()
    return min((title.first for title in before), default=each.first)
