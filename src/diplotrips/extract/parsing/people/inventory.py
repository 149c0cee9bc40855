"""The people of an article: what others call is `find_people`."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.mentions import People, Person, PersonMention
from diplotrips.extract.parsing.passages import Part
from diplotrips.extract.parsing.people.adoption import with_sole_holder
from diplotrips.extract.parsing.people.allegiance import Told, with_countries, with_later_countries
from diplotrips.extract.parsing.people.authors import author_offsets
from diplotrips.extract.parsing.people.candidates import Candidate, candidates
from diplotrips.extract.parsing.people.first_person import first_persons, speaker_of
from diplotrips.extract.parsing.people.naming import surname
from diplotrips.extract.parsing.people.persons import Register, texts_of
from diplotrips.extract.parsing.people.profile import Given, Profile, profile_of
from diplotrips.extract.parsing.people.reading import Kind, read_sentences
from diplotrips.extract.parsing.people.references import Scene, refer
from diplotrips.extract.parsing.people.shared_titles import shared_titles
from diplotrips.extract.parsing.people.sightings import Sighting, sightings
from diplotrips.extract.parsing.people.signatures import with_signatures
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.mentions import PlaceMention
    from diplotrips.extract.parsing.passages import Layout
    from diplotrips.extract.parsing.people.reading import Reading
    from diplotrips.extract.parsing.people.titles import Title

_SILENT = frozenset({Part.BOILERPLATE, Part.FOREIGN})


def find_people(layout: Layout, places: Sequence[PlaceMention]) -> People:
    """Return the people whom an article names and every reference to them: by name, office, position or pronoun.

    People are numbered in the order in which the article first names them. A bare office or a pronoun whose holder the article leaves
    open is no reference; neither is one between quotation marks.
    """
    layout = with_signatures(layout)
    readings = read_sentences(layout, places)
    lower_words = frozenset(
        word.lower
        for reading in readings
        for word, kind in zip(reading.phrase.words, reading.kinds, strict=True)
        if kind is Kind.LOWER and not word.is_capital
    )
    found = [candidates(reading, number, lower_words) for number, reading in enumerate(readings)]
    cited = _cited(layout)
    authors = author_offsets(layout, readings)
    register = Register()
    register.enter(each for names, _ in found for each in names if _counts(each, readings, cited, authors))
    register.sort()
    seen = sightings(readings, [names for names, _ in found], register)
    titles = tuple(titles for _, titles in found)
    told = Told(layout, readings, titles, seen, places)
    profiles, hints = with_countries(told, _profiles(readings, titles, seen, register))
    profiles = with_sole_holder(readings, titles, seen, profiles)
    scene = Scene(layout, readings, titles, seen, profiles)
    references, profiles = refer(scene)
    profiles = with_later_countries(told, profiles, hints, references)
    writer = speaker_of(layout, readings, seen, profiles, authors)
    if writer is not None:
        references = (*references, *first_persons(layout, readings, writer))
    spans: list[list[Span]] = [[] for _ in register.people]
    for each in seen:
        spans[each.person].append(each.span)
    silent = authors | {each.span.start for each in seen if readings[each.sentence].part in _SILENT}
    persons = tuple(
        _person(layout, somebody.names, tuple(spans[number]), profiles[number], silent if number != writer else frozenset())
        for number, somebody in enumerate(register.people)
    )
    names = [PersonMention(each.span, each.person, "name") for each in seen]
    return People(persons, tuple(sorted((*names, *references), key=lambda each: (each.span.start, each.span.end))))


def _cited(layout: Layout) -> tuple[Span, ...]:
    return tuple(each.span for each in layout.citations)


def _counts(name: Candidate, readings: Sequence[Reading], cited: Sequence[Span], authors: frozenset[int]) -> bool:
    """Tell whether *name* enters somebody into the inventory: a person by its sentence or a byline, and no part of a cited outlet."""
    offset = name.words[0].start
    is_author = offset in authors and len(name.words) > 1
    if not is_author and (not name.is_person or readings[name.sentence].part in _SILENT):
        return False
    at = bisect_right(cited, offset, key=lambda span: span.start) - 1
    return at < 0 or cited[at].end <= offset


def _profiles(
    readings: Sequence[Reading], titles: Sequence[Sequence[Title]], seen: Sequence[Sighting], register: Register
) -> list[Profile]:
    given: list[list[Given]] = [[] for _ in register.people]
    for each in seen:
        if each.name is not None:
            intro = each.name.intro
            given[each.person].extend(Given(title, readings[each.sentence], intro.countries) for title in intro.titles)
    for person, shared in shared_titles(readings, titles, seen):
        if not given[person]:
            given[person].append(shared)
    return [profile_of(each) for each in given]


def _person(layout: Layout, names: Sequence[Candidate], mentions: tuple[Span, ...], profile: Profile, silent: frozenset[int]) -> Person:
    title = profile.title.span() if profile.title else None
    affiliation = profile.affiliation.organization() if profile.affiliation else None
    fullest = _fullest(names)
    return Person(
        name=_text(layout, fullest),
        surname=surname(texts_of(fullest)),
        mentions=mentions,
        role=profile.role,
        title=layout.words(title) if title else "",
        title_span=title,
        office=profile.office,
        country=profile.country,
        affiliation=layout.words(affiliation) if affiliation else "",
        affiliation_span=affiliation,
        is_author=bool(mentions) and all(span.start in silent for span in mentions),
    )


def _fullest(names: Sequence[Candidate]) -> Candidate:
    return min(names, key=lambda name: (-len(texts_of(name)), name.words[0].start))


def _text(layout: Layout, name: Candidate) -> str:
    return " ".join(layout.words(Span(name.words[0].start, name.words[-1].end)).split())
