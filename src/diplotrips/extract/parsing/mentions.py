"""What is mentioned in an article: places, people, days; what `places`, `people` and `times` return.

Each carries the span of the words that mention it. What several mentions mean together (who is the same person, which reading of a
name is meant) is already decided here, as far as the article decides it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diplotrips.schema.dates.edtf import EdtfDate
    from diplotrips.schema.fields import Span
    from diplotrips.schema.phrases.tense import Tense


class PlaceKind(StrEnum):
    """What a name of a place names."""

    COUNTRY = "country"
    CITY = "city"
    """A town or a site in it."""
    TERRITORY = "territory"
    """The West Bank, Crimea and the like; its country is the code that such a place is recorded under here, if it has one."""
    DEMONYM = "demonym"
    """Cuban, the Cubans: of a country, never a place where somebody is."""
    REGION = "region"
    """Latin America, the Gulf."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """The name of a place, country, region or people; the longest name wins, and a name that is part of a person's is none."""

    span: Span
    kind: PlaceKind
    name: str
    """English name of the place in the tables; of a region or unknown town as the source spells it."""
    country: str = ""
    """ISO 3166-1 alpha-2 code that the context decides for; empty for regions and where it stays open."""
    readings: tuple[str, ...] = ()
    """All codes that the name alone may mean, likeliest first."""
    is_seat: bool = False
    """Whether it is a capital or seat of government, whose name often stands for the government."""
    of: int | None = None
    """Number of the mention of the country that follows a town (`Lima, Peru`); None: none does."""


class Role(StrEnum):
    """As what somebody speaks or acts in the article: the code list `quote_speakers`."""

    EXPERT = "expert"
    OFFICIAL = "official"
    FORMER_OFFICIAL = "former-official"
    SPOKESPERSON = "spokesperson"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the article names, with all that it says of who that is."""

    name: str
    """Fullest form in the article, in its spelling, without titles."""
    surname: str
    """What the article calls the person by, once introduced."""
    mentions: tuple[Span, ...]
    """Every mention by name, without titles, in the order of the text; pronouns and bare offices are not among them."""
    role: Role = Role.OTHER
    title: str = ""
    """The office or position in the article's words, such as `Russian Foreign Minister`; empty: none is given."""
    title_span: Span | None = None
    office: str = ""
    """Code of the list `offices`; empty: none, or one that the list does not have."""
    country: str = ""
    """Country of the office, or else of the person; empty: the article does not say."""
    affiliation: str = ""
    """Organization in the article's words; empty: none is given."""
    affiliation_span: Span | None = None
    is_author: bool = False
    """Whether the name is only a byline, photo credit or the like."""


@dataclass(frozen=True, slots=True)
class PersonMention:
    """Words that refer to a person: name, pronoun, bare office (`the minister`), or nominal (`the analyst`)."""

    span: Span
    person: int
    """Number of the person in `People.persons`."""
    kind: str
    """`name`, `pronoun`, `office` or `nominal`."""


@dataclass(frozen=True, slots=True)
class People:
    """The inventory of an article's people, and every reference to them in the order of the text."""

    persons: tuple[Person, ...]
    mentions: tuple[PersonMention, ...]


class TimeKind(StrEnum):
    """What an expression of time says."""

    DAY = "day"
    """One day, or one of several: `on Thursday`, `19 April`."""
    RANGE = "range"
    """From a day to a day: `from April 21 to 23`."""
    WINDOW = "window"
    """Some day or days within: `in the second half of April`, `next week`, `in July 2019`, `in 2015`."""
    DURATION = "duration"
    """A length: `four-day`, `for two days`, `a week`."""
    DATELINE = "dateline"
    PUBLICATION = "publication"
    """The article's own day."""
    CITATION = "citation"
    """The day of a report that the article cites."""


@dataclass(frozen=True, slots=True)
class TimeMention:
    """An expression of time and what it means."""

    span: Span
    """The few words of the phrase, without those that lead it."""
    kind: TimeKind
    date: EdtfDate | None = None
    """What it means; a window is an interval within which; None: not resolved, since nothing anchors it, or a duration."""
    first: EdtfDate | None = None
    """First day of a range; None for the others."""
    last: EdtfDate | None = None
    """Last day of a range; None for the others, and of a range without an end (`from Monday`)."""
    days: tuple[int, int] | None = None
    """Least and most days of a duration, the first and last one counted."""
    nights: bool = False
    """Whether a duration counts nights."""
    anchor: EdtfDate | None = None
    """Day counted from; None where the words are a date by themselves."""
    basis: str = "stated"
    """`stated` for a date with its year, `resolved` for what the anchor gives."""
    role: str = ""
    """`begins`, `ends` (the words before it say so: *begins Thursday*, *until Friday*), or empty."""
    background: bool = False
    """Whether it is history: more than 300 days before the anchor, `last August`, `previously`."""
    tense: Tense | None = None
    """Which way the sentence looks; with it `schema.phrases.relative.resolve` gives `date` again from the words and `anchor`."""
    weekday_conflicts: bool = False
    """Whether the words name a weekday that their day of the month does not have; `date` is that of the day of the month."""
