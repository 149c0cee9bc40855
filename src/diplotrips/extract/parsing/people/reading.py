"""A sentence with the kind of each of its words: name, place, title, organization; on these the search for people works."""

from __future__ import annotations

from calendar import day_name, month_name
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.lexicons.words import lexicon
from diplotrips.extract.parsing.passages import Part
from diplotrips.extract.parsing.people.titles import Title, titled_phrases
from diplotrips.extract.parsing.people.tokens import Phrase, particles, word_set
from diplotrips.extract.parsing.people.verbs import verb_forms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.mentions import PlaceMention
    from diplotrips.extract.parsing.passages import Layout


class Kind(StrEnum):
    """What a word can be in a name."""

    NAME = "name"
    PLACE = "place"
    TITLE = "title"
    ORGANIZATION = "organization"
    ACRONYM = "acronym"
    CALENDAR = "calendar"
    LOWER = "lower"
    MARK = "mark"


CALENDAR = frozenset(name.lower() for name in (*month_name, *day_name) if name) | {name.lower()[:3] for name in (*month_name, *day_name)}
_HEADLINE_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence."""

    phrase: Phrase
    kinds: tuple[Kind, ...]
    titles: tuple[Title, ...]
    places: tuple[PlaceMention | None, ...]
    """For each word the place whose name it is part of."""
    view: str
    is_headline: bool
    """Whether most words are capital, so that capitals say nothing."""
    part: Part

    def kind(self, index: int) -> Kind:
        """Return the kind of the word at *index*; outside the sentence it is a mark."""
        return self.kinds[index] if 0 <= index < len(self.kinds) else Kind.MARK

    def is_joined(self, index: int) -> bool:
        """Tell whether only spaces stand between the word at *index* and the next one."""
        words = self.phrase.words
        return index + 1 < len(words) and not self.view[words[index].end : words[index + 1].start].strip(" ")


@cache
def organization_kinds() -> dict[str, str]:
    """Return the kind of each word or phrase of the lexicon `organizations`."""
    return {row["phrase"]: row["kind"] for row in lexicon("organizations")}


@cache
def seats() -> dict[str, str]:
    """Return the country of each seat of government."""
    return {row["phrase"]: row["country"] for row in lexicon("organizations") if row["country"]}


def read_sentences(layout: Layout, places: Sequence[PlaceMention]) -> tuple[Reading, ...]:
    """Return every sentence of *layout* with the kinds of its words; none of boilerplate or of another language."""
    result, at = [], 0
    for phrase, titles in titled_phrases(layout):
        span = layout.sentences[phrase.number].span
        while at < len(places) and places[at].span.end <= span.start:
            at += 1
        own, last = [], at
        while last < len(places) and places[last].span.start < span.end:
            own.append(places[last])
            last += 1
        part = layout.segments[layout.sentences[phrase.number].segment].part
        result.append(_read(phrase, titles, own, layout.view, part))
    return tuple(result)


def _read(phrase: Phrase, titles: tuple[Title, ...], own: list[PlaceMention], view: str, part: Part) -> Reading:
    places = _places(phrase, own)
    is_headline = _is_headline(phrase) and (part is not Part.PARAGRAPH or phrase.words[-1].text not in {".", '"', "!", "?"})
    kinds = _kinds(phrase, places, titles, is_headline=is_headline)
    return Reading(phrase, tuple(kinds), titles, places, view, is_headline, part)


def _is_headline(phrase: Phrase) -> bool:
    words = [word for word in phrase.words[1:] if word.is_letters and len(word.text) > len("with")]
    return bool(words) and sum(word.is_capital for word in words) > _HEADLINE_SHARE * len(words)


def _places(phrase: Phrase, own: list[PlaceMention]) -> tuple[PlaceMention | None, ...]:
    result: list[PlaceMention | None] = []
    at = 0
    for word in phrase.words:
        while at < len(own) and own[at].span.end <= word.start:
            at += 1
        result.append(own[at] if at < len(own) and own[at].span.start <= word.start else None)
    return tuple(result)


def _kinds(phrase: Phrase, places: Sequence[PlaceMention | None], titles: tuple[Title, ...], *, is_headline: bool) -> list[Kind]:
    kinds = [_kind(phrase, index, places[index], is_headline=is_headline) for index in range(len(phrase.words))]
    for title in titles:
        if not title.is_verb and _is_title(phrase, kinds, title):
            kinds[title.head : title.end] = [Kind.TITLE] * (title.end - title.head)
    _soften(phrase, kinds)
    return kinds


def _kind(phrase: Phrase, index: int, place: PlaceMention | None, *, is_headline: bool) -> Kind:
    word = phrase.words[index]
    if not word.is_letters:
        return Kind.MARK
    if place is not None:
        return Kind.PLACE
    if not word.is_capital:
        prefix, _, rest = word.text.partition("-")
        return Kind.NAME if rest[:1].isupper() and prefix in particles("joined") else Kind.LOWER
    if word.lower in word_set("sentence_openers", "word") and (
        starts(phrase, index) or is_headline or word.lower not in word_set("words_also_names", "word")
    ):
        return Kind.LOWER
    if is_headline and index and (word.lower in verb_forms() or word.lower in motion_forms()):
        return Kind.LOWER
    return _capital(phrase, index)


def starts(phrase: Phrase, index: int) -> bool:
    """Tell whether the word at *index* is capital because something begins there."""
    return index == 0 or phrase.words[index - 1].text in {'"', ":", "'", "-", "(", "|", "•"}


@cache
def motion_forms() -> frozenset[str]:
    """Return the finite forms of the verbs of motion that are one word."""
    forms = {row[form] for row in lexicon("motion_verbs") for form in ("third", "past")}
    return frozenset(form for form in forms if form and " " not in form)


def _capital(phrase: Phrase, index: int) -> Kind:
    word = phrase.words[index]
    if word.lower.removesuffix(".") in CALENDAR:
        return Kind.CALENDAR
    if word.lower in organization_kinds() or word.lower in portfolio_words():
        return Kind.ORGANIZATION
    if word.is_acronym and not word.is_initial:
        return Kind.ACRONYM
    return Kind.NAME


@cache
def portfolio_words() -> frozenset[str]:
    """Return the single words that name portfolios: `foreign`, `trade`."""
    return frozenset(word for row in lexicon("portfolios") for word in row["portfolio"].split())


def _is_title(phrase: Phrase, kinds: list[Kind], title: Title) -> bool:
    """Tell a title from a surname (`Anna Bishop`) and from a part of another name (`General Assembly`)."""
    stops = title.is_honorific and phrase.words[title.end - 1].text == "."
    if title.end - title.head - stops > 1 or not phrase.words[title.head].is_capital:
        return True
    after = kinds[title.end] if title.end < len(kinds) else Kind.MARK
    if after is Kind.ORGANIZATION:
        return phrase.words[title.end].lower in word_set("family_names_first", "family_name")
    is_behind_name = bool(title.head) and kinds[title.head - 1] is Kind.NAME
    return not is_behind_name or after is Kind.NAME or phrase.text_is(title.end, "of")


def _soften(phrase: Phrase, kinds: list[Kind]) -> None:
    """Take words that are also names (`Bill`, `Park`) and surnames in capitals as names beside another name."""
    also = word_set("words_also_names", "word")
    families = word_set("family_names_first", "family_name")
    for index, word in enumerate(phrase.words):
        beside = [kinds[at] for at in (index - 1, index + 1) if 0 <= at < len(kinds)]
        if Kind.NAME not in beside:
            continue
        is_soft = (
            kinds[index] in {Kind.ORGANIZATION, Kind.CALENDAR}
            and Kind.ORGANIZATION not in beside
            and (word.lower in also or word.lower in families)
        )
        is_loud = kinds[index] is Kind.ACRONYM and (len(word.text) > len("NATO") or word.lower in families)
        if is_soft or is_loud:
            kinds[index] = Kind.NAME
