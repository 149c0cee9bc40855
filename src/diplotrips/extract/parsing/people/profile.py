"""What the titles of a person come to: title, office, country, affiliation, role."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.lexicons.words import lexicon
from diplotrips.extract.parsing.mentions import Role
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.people.reading import Reading
    from diplotrips.extract.parsing.people.titles import Title

_NOT_OFFICIAL = frozenset(
    {"chief-executive", "business-leader", "religious-leader", "trade-union-leader", "opposition-leader", "movement-leader"}
)
_SHORT_FORMS = {"fm": "foreign minister", "eam": "external affairs minister", "pm": "prime minister"}


@dataclass(frozen=True, slots=True)
class Given:
    """A title that the article gives somebody, with the sentence in which it does."""

    title: Title
    reading: Reading
    countries: tuple[str, ...] = ()

    @property
    def country(self) -> str:
        """Country of the office: named beside it, behind the name, or implied by the words."""
        return self.title.country or next(iter(self.countries), "") or self.title.position.country

    @property
    def role(self) -> Role:
        """What this title alone makes of somebody."""
        position = self.title.position
        if position.office == "spokesperson":
            return Role.SPOKESPERSON
        if position.kind in {"expert", "verb-expert"}:
            return Role.EXPERT
        if position.kind == "other":
            return Role.OTHER
        if self.title.kind_of_organization == "research" and not _is_of_state(position.office):
            return Role.EXPERT
        is_private = not position.office and self.title.kind_of_organization in {"body", "media", "thing"}
        if position.kind == "office" and position.office not in _NOT_OFFICIAL and not is_private:
            return Role.FORMER_OFFICIAL if self.title.is_former else Role.OFFICIAL
        is_state = position.kind == "by-organization" and self.title.kind_of_organization in {"government", "union"}
        return Role.OFFICIAL if is_state else Role.OTHER

    def words(self) -> tuple[str, ...]:
        """Return the words of the office itself in small letters, short forms written out."""
        own = (word.lower for word in self.reading.phrase.words[self.title.head : self.title.end])
        return tuple(part for word in own for part in _SHORT_FORMS.get(word, word).split())

    def span(self) -> Span:
        """Return the passage of the title, with its country but without the name."""
        words = self.reading.phrase.words
        return Span(words[self.title.first].start, words[max(self.title.end, self.title.reach) - 1].end)

    def organization(self) -> Span | None:
        """Return the passage of the organization, if one is named."""
        if self.title.organization is None:
            return None
        words = self.reading.phrase.words
        first, end = self.title.organization
        return Span(words[first].start, words[end - 1].end)


@dataclass(frozen=True, slots=True)
class Profile:
    """What all titles of a person say together."""

    role: Role = Role.OTHER
    title: Given | None = None
    office: str = ""
    country: str = ""
    affiliation: Given | None = None
    gender: str = ""
    words: frozenset[str] = frozenset()
    """The words of all titles, in small letters."""
    is_sure: bool = True
    """Whether the country rules others out: titles name it, or much speaks for it."""


@cache
def _is_of_state(office: str) -> bool:
    return bool(office) and office != "=" and office not in _NOT_OFFICIAL and office in {row["office"] for row in lexicon("offices")}


def profile_of(given: Sequence[Given]) -> Profile:
    """Return what *given*, in the order of the text, says of its holder."""
    gender = next((each.title.position.gender for each in given if each.title.position.gender), "")
    plain = [each for each in given if not each.title.is_honorific]
    if not plain:
        return Profile(gender=gender)
    main = _main([each for each in plain if _is_said(each.title)])
    with_organization = [each for each in plain if each.title.organization is not None and each.title.kind_of_organization]
    position = main.title.position if main else None
    office = position.office if position and position.kind == "office" and position.office != "=" else ""
    return Profile(
        role=_role(plain),
        title=main,
        office=office,
        country=(main.country if main else "") or next((each.country for each in plain if each.country), ""),
        affiliation=main if main in with_organization else next(iter(with_organization), None),
        gender=gender,
        words=frozenset(word for each in plain for word in each.words()),
    )


def _is_said(title: Title) -> bool:
    """Tell whether the article has words for the position, and not only a verb or an institute."""
    return not title.is_verb and title.end > title.head


def _main(given: Sequence[Given]) -> Given | None:
    def rank(each: Given) -> tuple[int, int, int]:
        position = each.title.position
        return (
            (position.office not in {"", "minister"}) + bool(position.office) if position.kind == "office" else 0,
            not each.title.is_former,
            bool(each.title.country),
        )

    return max(given, key=rank, default=None)


def _role(given: Sequence[Given]) -> Role:
    roles = [each.role for each in given]
    for role in (Role.SPOKESPERSON, Role.OFFICIAL):
        if role in roles:
            return role
    return next((role for role in (Role.EXPERT, Role.FORMER_OFFICIAL) if role in roles), Role.OTHER)
