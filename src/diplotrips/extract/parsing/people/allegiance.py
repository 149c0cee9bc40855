"""For which country somebody acts, where no title beside the name says it: from all that the article tells, each hint with its weight."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.mentions import Role
from diplotrips.extract.parsing.passages import Part
from diplotrips.extract.parsing.people.itineraries import journeys, named_countries
from diplotrips.extract.parsing.people.sightings import phrase_start
from diplotrips.extract.parsing.people.subjects import is_subject
from diplotrips.extract.parsing.people.surroundings import HOST, ITS_MINISTER, hints_around

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplotrips.extract.parsing.mentions import PersonMention, PlaceMention
    from diplotrips.extract.parsing.passages import Layout
    from diplotrips.extract.parsing.people.profile import Profile
    from diplotrips.extract.parsing.people.reading import Reading
    from diplotrips.extract.parsing.people.sightings import Sighting
    from diplotrips.extract.parsing.people.titles import Title

_BESIDE_NAME = 4.0
_HEADLINE_OFFICE = 2.0
_NAMED_OFFICE = 1.0
_DATELINE = 1.2
_AT_HOME = 1.0
_OFTEN = 2
_LEAST = 1.0
SURE = 1.5
"""Weight from which a country rules others out."""
_LEAD = 2
_OF_ORGANIZATIONS = frozenset(
    {
        "secretary-general",
        "deputy-secretary-general",
        "commission-president",
        "president-of-organization",
        "commissioner",
        "high-representative",
        "head-of-agency",
        "pope",
        "religious-leader",
        "chief-executive",
        "business-leader",
    }
)
_DATELINES = frozenset({Part.TITLE, Part.HEADING, Part.PARAGRAPH, Part.CAPTION})


@dataclass(slots=True)
class Hints:
    """What speaks for each country, by person."""

    of: defaultdict[int, defaultdict[str, float]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(float)))
    hosts: set[int] = field(default_factory=set)
    """Who receives somebody, or is met."""

    def add(self, person: int, country: str, weight: float) -> None:
        """Take down a hint; a negative one speaks against the country."""
        if country:
            self.of[person][country] += weight

    def best(self, person: int) -> tuple[str, float]:
        """Return the country that most speaks for, with its weight; empty where too little does, or as much for another."""
        ranked = sorted(((weight, country) for country, weight in self.of.get(person, {}).items()), reverse=True)
        if not ranked or ranked[0][0] < _LEAST or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
            return "", 0.0
        return ranked[0][1], ranked[0][0]


@dataclass(frozen=True, slots=True)
class Told:
    """What the search for countries works on."""

    layout: Layout
    readings: Sequence[Reading]
    titles: Sequence[Sequence[Title]]
    """Of each sentence."""
    seen: Sequence[Sighting]
    places: Sequence[PlaceMention]


def with_countries(told: Told, profiles: Sequence[Profile]) -> tuple[list[Profile], Hints]:
    """Return *profiles*, those of officials without a country with the one that most speaks for, and what was counted."""
    hints = Hints()
    for person, country, weight in _of_names(told, profiles):
        hints.add(person, country, weight)
    open_ones = {number for number, each in enumerate(profiles) if _is_open(each)}
    if open_ones:
        _add_settings(told, profiles, open_ones, hints)
    return [_settled(each, *hints.best(number)) for number, each in enumerate(profiles)], hints


def with_later_countries(told: Told, profiles: Sequence[Profile], hints: Hints, references: Sequence[PersonMention]) -> list[Profile]:
    """Return *profiles*, those still open with what sentences about `the minister` and `she` say, and the whole article."""
    wanted = {number for number, each in enumerate(profiles) if _is_open(each) or (each.country and not each.is_sure)}
    if not wanted:
        return list(profiles)
    _add_late(told, profiles, wanted - set(hints.of), hints)
    for each in references:
        if each.person in wanted:
            for country, weight in _about(told, each):
                hints.add(each.person, country, weight)
    others = {each.country for number, each in enumerate(profiles) if number not in wanted}
    named = {country: count for country, count in named_countries(told.readings).items() if country not in others}
    often = [number for number in wanted if hints.hosts.isdisjoint({number}) and _mentions(told, references, number) > 1]
    for number in sorted(often):
        if not hints.best(number)[0]:
            hints.add(number, _likeliest_home(named, hints.of[number]), _AT_HOME)
    return [_settled(replace(each, country="") if number in wanted else each, *hints.best(number)) for number, each in enumerate(profiles)]


def _add_late(told: Told, profiles: Sequence[Profile], late: set[int], hints: Hints) -> None:
    """Add what the sentences of *late* say, whose office other passages have told."""
    for each in told.seen:
        if each.person in late:
            _add_surroundings(told, profiles, each, hints)


def _likeliest_home(named: Mapping[str, int], known: Mapping[str, float]) -> str:
    """Return the country that an article names most, of those that are nobody's destination; empty if too few times or several are."""
    ranked = sorted(((count, country) for country, count in named.items() if known.get(country, 0.0) >= 0), reverse=True)
    if not ranked or ranked[0][0] < _OFTEN or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
        return ""
    return ranked[0][1]


def _mentions(told: Told, references: Sequence[PersonMention], number: int) -> int:
    return sum(each.person == number for each in told.seen) + sum(each.person == number for each in references)


def _about(told: Told, each: PersonMention) -> Iterator[tuple[str, float]]:
    """Give what the sentence of a mention without a name says of where its subject goes and comes home."""
    number = told.layout.sentence_at(each.span.start)
    reading = told.readings[number] if number is not None else None
    if reading is None:
        return
    words = reading.phrase.words
    first = bisect_left(words, each.span.start, key=lambda word: word.start)
    end = bisect_left(words, each.span.end, key=lambda word: word.start)
    if is_subject(reading, first, end):
        yield from journeys(reading, end, len(words))


def _is_open(profile: Profile) -> bool:
    is_official = profile.role in {Role.OFFICIAL, Role.FORMER_OFFICIAL} and bool(profile.office)
    return is_official and profile.office not in _OF_ORGANIZATIONS and not profile.country and not _is_of_union(profile)


def _is_counterpart(profile: Profile) -> bool:
    return profile.title is not None and profile.title.title.position.office == "="


def _is_of_union(profile: Profile) -> bool:
    """Tell whether somebody acts for a union of states or an organization."""
    given = [each for each in (profile.title, profile.affiliation) if each is not None]
    return any(each.title.kind_of_organization in {"union", "research", "media"} for each in given)


def _settled(profile: Profile, country: str, weight: float) -> Profile:
    if profile.country or not country:
        return profile
    return replace(profile, country=country, is_sure=weight >= SURE)


def _of_names(told: Told, profiles: Sequence[Profile]) -> Iterator[tuple[int, str, float]]:
    """Give the countries beside names: `Ruritania's X`, `the Ruritanian, X`, `X of Ruritania`."""
    for each in told.seen:
        if each.name is not None and not profiles[each.person].country:
            yield from ((each.person, country, _BESIDE_NAME) for country in each.name.intro.countries)


def _add_settings(told: Told, profiles: Sequence[Profile], wanted: set[int], hints: Hints) -> None:
    """Add what sentences and the article's head say of the countries of *wanted*."""
    held = {(each.office, each.country) for each in profiles if each.country}
    named = [each for each in _unattached(told) if each[:2] not in held]
    for each in told.seen:
        if each.person in wanted:
            _add_surroundings(told, profiles, each, hints)
    own = {number for number in wanted - hints.hosts if not _is_counterpart(profiles[number])}
    home = _dateline_country(told)
    for number in sorted(own & _prominent(told)):
        if (profiles[number].office, home) not in held:
            hints.add(number, home, _DATELINE)
    for office, country, weight in named:
        for number in sorted(number for number in own if profiles[number].office == office):
            hints.add(number, country, weight)


def _add_surroundings(told: Told, profiles: Sequence[Profile], each: Sighting, hints: Hints) -> None:
    hints.add(each.person, _of_superior(told, each, profiles), ITS_MINISTER)
    for country, weight in hints_around(told.readings, each):
        hints.add(each.person, country, weight)
        if weight == HOST:
            hints.hosts.add(each.person)


def _prominent(told: Told) -> set[int]:
    """Return who is named at the head of the article or is a sentence's subject: of others an outlet need not tell the country."""
    result = set()
    for each in told.seen:
        reading = told.readings[each.sentence]
        if each.sentence <= _LEAD or is_subject(reading, phrase_start(each), each.end):
            result.add(each.person)
    return result


def _dateline_country(told: Told) -> str:
    """Return the country of the first dateline's place: an outlet names no country of its own officials."""
    spans = [each.place for each in told.layout.datelines[:1] if each.place is not None]
    return next((place.country for span in spans for place in told.places if place.span.start <= span.start < place.span.end), "")


def _unattached(told: Told) -> Iterator[tuple[str, str, float]]:
    """Give office, country and weight of the titles with a country but no name: `the Ruritanian premier`, `a Ruritanian premier`."""
    attached = {(each.sentence, title) for each in told.seen if each.name for title in each.name.intro.titles}
    for number, reading in enumerate(told.readings):
        if reading.part not in _DATELINES:
            continue
        for title in told.titles[number]:
            if not title.country or not title.position.office or title.is_former or (number, title) in attached:
                continue
            is_generic = reading.phrase.text_is(title.first - 1, "a", "an", "first", "any", "every", "by") and not title.is_plural
            if is_generic or (not title.is_plural and is_subject(reading, title.first, title.end)):
                weight = _HEADLINE_OFFICE if number < _LEAD and not is_generic else _NAMED_OFFICE
                yield title.position.office, title.country, weight


def _of_superior(told: Told, each: Sighting, profiles: Sequence[Profile]) -> str:
    """Return the country of whoever is named before in the sentence of `her deputy, X`."""
    reading, first = told.readings[each.sentence], phrase_start(each)
    if _is_counterpart(profiles[each.person]) or not reading.phrase.text_is(first - 1, "his", "her", "their"):
        return ""
    at = bisect_left(told.seen, each.span.start, key=lambda one: one.span.start) - 1
    same = at >= 0 and told.seen[at].sentence == each.sentence
    return profiles[told.seen[at].person].country if same else ""


def adopted_country(profile: Profile, country: str) -> Profile:
    """Return *profile* with the country that a bare office of its holder names, if it has none."""
    if not country or profile.country:
        return profile
    return replace(profile, country=country, is_sure=True)
