"""How far a title goes, and what is inside: its country, its organization, the office that the organization makes of it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.lexicons.words import lexicon
from diplotrips.extract.parsing.people.reading import Kind, Reading, organization_kinds, portfolio_words, seats
from diplotrips.extract.parsing.people.tokens import word_class

if TYPE_CHECKING:
    from diplotrips.extract.parsing.people.titles import Position, Title

CONNECTORS = frozenset({"of", "for", "in", "at", "with", "from", "to", "on", "and", "the", "&", "under"})
_OPENING = frozenset({"of", "for", "in", "at", "with", "from", "to", "on", "and"})
_ABROAD = frozenset({"ambassador", "special-representative", "special-envoy", "consul-general", "charge-d-affaires"})
_REACH = 16
_MOST_NAME_WORDS = 3

Extent = tuple[int, int]
"""First word and index behind the last one."""


def complete_titles(reading: Reading) -> tuple[Title, ...]:
    """Return the titles of *reading* with their countries, organizations and reach."""
    return tuple(completed(reading, title) for title in reading.titles if title.is_verb or reading.kinds[title.head] is Kind.TITLE)


def completed(reading: Reading, title: Title) -> Title:
    """Return *title* with its country, organization and reach."""
    if title.is_honorific:
        return title
    first, country, left, is_former = _left(reading, title)
    reach, right_country, right = _right(reading, title)
    organization = right or left
    own = right_country if title.position.office not in _ABROAD else ""
    text = _text(reading, (first, reach))
    return replace(
        title,
        position=_position(reading, title, text),
        first=first,
        reach=reach,
        is_former=is_former,
        country=country or own or seats().get(_text(reading, organization), ""),
        organization=organization,
        kind_of_organization=_organization_kind(_text(reading, organization)),
    )


def _left(reading: Reading, title: Title) -> tuple[int, str, Extent | None, bool]:
    """Return where *title* begins, the country before it, the organization before it, and whether it is a former one."""
    words, at = reading.phrase.words, title.first - 1
    organization = None
    while at >= 0 and reading.kinds[at] in {Kind.ORGANIZATION, Kind.ACRONYM} and reading.is_joined(at):
        organization = (at, title.first if organization is None else organization[1])
        at -= 1
    if at >= 0 and words[at].lower in {"'s", "'"}:
        at -= 1
    place = reading.places[at] if at >= 0 and not _has_comma(reading, at, title.first) else None
    country = place.country if place is not None and place.kind != "region" else ""
    first = title.first
    if country or organization is not None:
        first = at if country else (organization or (first, 0))[0]
        while place is not None and first and reading.places[first - 1] is place:
            first -= 1
    return _with_modifiers(reading, title, first, country, organization)


def _with_modifiers(
    reading: Reading, title: Title, first: int, country: str, organization: Extent | None
) -> tuple[int, str, Extent | None, bool]:
    is_former = title.is_former
    while first and (
        reading.phrase.words[first - 1].lower in word_class("modifier") or reading.phrase.words[first - 1].lower in word_class("former")
    ):
        first -= 1
        is_former = is_former or reading.phrase.words[first].lower in word_class("former")
    return first, country, organization, is_former


def _has_comma(reading: Reading, first: int, end: int) -> bool:
    return any(reading.phrase.words[at].text in {",", ";", "."} for at in range(first, end))


def _right(reading: Reading, title: Title) -> tuple[int, str, Extent | None]:
    """Return the index behind what belongs to *title* on its right, with the country and the organization in it."""
    words, end = reading.phrase.words, title.end
    if end >= len(words) or not (words[end].lower in _OPENING or title.is_verb or _is_long_portfolio(reading, title)):
        return end, "", None
    at, country, organization = end, "", None
    while at < min(len(words), end + _REACH) and _belongs(reading, title, at):
        place = reading.places[at]
        if place is not None and not country and words[end].lower in {"of", "with"} and place.kind != "region":
            country = place.country
        if _is_organization(reading, at):
            organization = (organization[0] if organization else _organization_start(reading, at, end), at + 1)
        at += 1
    while at > end and words[at - 1].lower in CONNECTORS:
        at -= 1
    if organization is not None:
        organization = (organization[0], _organization_end(reading, organization[1], at))
    return at, country, organization


def _is_long_portfolio(reading: Reading, title: Title) -> bool:
    """Tell whether a portfolio has more words than the lexicon's phrase: `Minister of Digital Development`."""
    is_open = bool({"of", "for"} & set(title.position.phrase))
    return is_open and reading.kinds[title.end] is Kind.ORGANIZATION and reading.is_joined(title.end - 1)


def _belongs(reading: Reading, title: Title, at: int) -> bool:
    word, kind = reading.phrase.words[at], reading.kinds[at]
    if kind in {Kind.PLACE, Kind.ORGANIZATION, Kind.ACRONYM} or word.lower in CONNECTORS or word.text in {"'s", "&"}:
        return word.lower != "and" or reading.kind(at + 1) is not Kind.NAME or organization_follows(reading, at + 1)
    if kind is Kind.NAME:
        return organization_follows(reading, at) or title.is_verb
    is_between = reading.phrase.text_is(at - 1, *CONNECTORS) and reading.phrase.text_is(at + 1, *CONNECTORS)
    is_owner = reading.phrase.text_is(at + 1, "'s", "'")  # the fishermen's association
    if kind is Kind.TITLE:
        return is_owner and not word.is_capital
    return kind is Kind.LOWER and (title.is_verb or is_between or is_owner or word.lower in organization_kinds())


def organization_follows(reading: Reading, at: int) -> bool:
    """Tell whether a name word at *at* is part of an organization's name: `Savic University`, but no name behind it."""
    for ahead in range(at + 1, min(at + 1 + _MOST_NAME_WORDS, len(reading.kinds))):
        if not reading.is_joined(ahead - 1):
            return False
        if reading.kinds[ahead] is Kind.ORGANIZATION:
            return True
        if reading.kinds[ahead] is not Kind.NAME and not reading.phrase.text_is(ahead, "and", "&"):
            return False
    return False


def _is_organization(reading: Reading, at: int) -> bool:
    if reading.kinds[at] in {Kind.ORGANIZATION, Kind.ACRONYM}:
        return True
    return reading.kinds[at] is Kind.LOWER and organization_kinds().get(reading.phrase.words[at].lower, "") in {"government", "research"}


def _organization_start(reading: Reading, at: int, least: int) -> int:
    """Return the first capital word of the organization whose telling word is at *at*."""
    while at > least and reading.is_joined(at - 1) and (reading.phrase.words[at - 1].is_capital or _is_of_kind(reading, at - 1)):
        at -= 1
    return at


def _is_of_kind(reading: Reading, at: int) -> bool:
    """Tell whether a word in small letters tells what an organization is for: `a foreign policy council`."""
    word = reading.phrase.words[at].lower
    return reading.kinds[at] is Kind.LOWER and (word in organization_kinds() or word in portfolio_words())


def _organization_end(reading: Reading, end: int, limit: int) -> int:
    """Return the index behind an organization's name with its `of Ruritania`, `for Strategic Studies`."""
    at = end
    while at < limit and reading.phrase.words[at].lower in {"of", "for", "the"}:
        at += 1
    if at == end or at >= limit or not reading.phrase.words[at].is_capital:
        return end
    while at < limit and reading.phrase.words[at].is_capital:
        at += 1
    return at


def _text(reading: Reading, extent: Extent | None) -> str:
    if extent is None:
        return ""
    return " ".join(word.lower for word in reading.phrase.words[extent[0] : extent[1]])


def _organization_kind(text: str) -> str:
    if any(phrase in text for phrase in _research_phrases()):
        return "research"
    kinds = {organization_kinds().get(word, "") for word in text.split()}
    return next((kind for kind in ("research", "government", "union", "media", "body") if kind in kinds), "")


@cache
def _research_phrases() -> tuple[str, ...]:
    """Return the phrases that make research of what their single words do not."""
    return tuple(phrase for phrase, kind in organization_kinds().items() if kind == "research" and " " in phrase)


@cache
def _offices_at() -> tuple[tuple[frozenset[str], str, str], ...]:
    return tuple((frozenset(row["heads"].split()), f" {row['organization']}", row["office"]) for row in lexicon("offices_at_organizations"))


def _position(reading: Reading, title: Title, text: str) -> Position:
    """Return the position with the office that its organization makes of a general head: the `secretary` of a security council."""
    position = title.position
    head = position.phrase[-1]
    if position.kind not in {"office", "by-organization"} or position.office not in _GENERAL:
        return position
    if head == "deputy" and reading.phrase.text_is(title.first - 1, "his", "her", "its", "their", "'s"):
        return replace(position, office="deputy-minister")
    if position.office == "minister":
        return replace(position, office=_portfolio(text))
    padded = f" {text} "
    office = next((office for heads, words, office in _offices_at() if head in heads and f"{words} " in padded), "")
    return replace(position, office=office, kind="office") if office else position


def _portfolio(text: str) -> str:
    """Return the office of the first portfolio that *text* names: of `minister of roads and transport` that of transport."""
    places = [(text.find(f" {portfolio}"), -len(portfolio), office) for portfolio, office in _portfolios() if f" {portfolio}" in text]
    return min(places)[2] if places else "minister"


@cache
def _portfolios() -> tuple[tuple[str, str], ...]:
    return tuple((row["portfolio"], row["office"]) for row in lexicon("portfolios"))


_GENERAL = frozenset({"", "minister", "president", "legislature-speaker", "legislator", "governor"})
