"""Names as they stand: capital words in a row, with particles and initials, and what is beside them."""

from __future__ import annotations

from dataclasses import dataclass

from diplotrips.extract.parsing.people.reading import Kind, Reading
from diplotrips.extract.parsing.people.tokens import particles, word_class, word_set
from diplotrips.schema.fields import Span

MOST_WORDS = 7
"""A longer row of capital words is no name."""


@dataclass(frozen=True, slots=True)
class Run:
    """A row of words that may be somebody's name."""

    first: int
    end: int


def name_runs(reading: Reading) -> tuple[Run, ...]:
    """Return the rows of name words in *reading* in the order of the text; some are names of other things."""
    result, at = [], 0
    while at < len(reading.kinds):
        if not _starts(reading, at):
            at += 1
            continue
        end = _end(reading, at)
        result.append(Run(at, end))
        at = end
    return tuple(result)


def _starts(reading: Reading, at: int) -> bool:
    if reading.kinds[at] is Kind.NAME:
        return True
    word = reading.phrase.words[at]
    if reading.kinds[at] is Kind.PLACE:
        return _is_town_as_given_name(reading, at)
    return word.is_initial and word.text.endswith(".") and reading.kind(at + 1) is Kind.NAME


def _is_town_as_given_name(reading: Reading, at: int) -> bool:
    """Tell whether a place's name begins somebody's: a name follows, and a title leads it, or it is a small town or a family name."""
    word, place = reading.phrase.words[at], reading.places[at]
    if place is None or place.span != Span(word.start, word.end) or reading.kind(at + 1) is not Kind.NAME or not reading.is_joined(at):
        return False
    leads = reading.kind(at - 1) is Kind.TITLE and reading.is_joined(at - 1)
    is_town = (
        place.kind == "city" and not place.is_seat and (at == 0 or reading.phrase.words[at - 1].lower not in word_class("before-town"))
    )
    return leads or is_town or word.lower in word_set("family_names_first", "family_name")


def _end(reading: Reading, first: int) -> int:
    """Return the index behind the last word of the name that begins at *first*."""
    words = reading.phrase.words
    end = first + 1
    while end < len(words) and end - first < MOST_WORDS and reading.is_joined(end - 1):
        if (
            reading.kinds[end] is Kind.NAME
            or (words[end].is_initial and reading.kind(end + 1) is Kind.NAME)
            or _is_town_in_name(reading, first, end)
        ):
            end += 1
        elif (skip := _particles(reading, end)) > end:
            end = skip
        else:
            break
    return end


def _particles(reading: Reading, at: int) -> int:
    """Return the index of the name word behind the particles at *at*; *at* itself if none follows."""
    end = at
    while end - at < len(("de", "la")) and reading.phrase.words[end].lower in particles("between") and reading.is_joined(end):
        end += 1
        if reading.kind(end) is Kind.NAME or (reading.kind(end) is Kind.PLACE and not _is_country(reading, end)):
            return end + 1
    return at


def _is_country(reading: Reading, at: int) -> bool:
    place = reading.places[at]
    return place is not None and place.kind != "city"


def _is_town_in_name(reading: Reading, first: int, at: int) -> bool:
    """Tell whether a town's name at *at* is a surname behind a given name: nothing but a space is between them."""
    place = reading.places[at]
    if reading.kinds[at] is not Kind.PLACE or place is None or place.kind not in {"city", "country"} or reading.is_headline:
        return False
    return place.span.start == reading.phrase.words[at].start and place.span.end <= reading.phrase.words[at].end and at - first <= 1
