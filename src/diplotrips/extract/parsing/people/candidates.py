"""Which rows of capital words are people: those with titles, those that speak, those that can be nothing else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.people.extents import complete_titles
from diplotrips.extract.parsing.people.introductions import Introduction, introduce
from diplotrips.extract.parsing.people.naming import is_family_first
from diplotrips.extract.parsing.people.reading import Kind, Reading, motion_forms, organization_kinds, starts
from diplotrips.extract.parsing.people.runs import Run
from diplotrips.extract.parsing.people.tokens import word_class, word_set
from diplotrips.extract.parsing.people.verbs import verb_forms

if TYPE_CHECKING:
    from diplotrips.extract.parsing.people.titles import Title
    from diplotrips.extract.parsing.people.tokens import Word

_LONGEST = 4
"""Words of a name among capital words, some of which may be none of its own."""
_BODIES = frozenset({"media", "body", "research", "government"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name as one sentence has it."""

    sentence: int
    """Number of the reading."""
    intro: Introduction
    words: tuple[Word, ...]
    is_person: bool
    """Whether the sentence alone shows that it is a person."""
    is_headline: bool = False
    """Whether it stands among capital words, some of which may be none of its own."""


def candidates(reading: Reading, number: int, lower_words: frozenset[str]) -> tuple[tuple[Candidate, ...], tuple[Title, ...]]:
    """Return the names in *reading*, the sentence number *number*, with its titles; *lower_words* are no names at a sentence's head."""
    titles = complete_titles(reading)
    result = []
    for intro in introduce(reading, titles):
        trimmed = _trimmed(reading, intro, lower_words)
        if trimmed is not None:
            words = reading.phrase.words[trimmed.run.first : trimmed.run.end]
            result.append(Candidate(number, trimmed, words, _is_person(reading, trimmed), reading.is_headline))
    return tuple(result), titles


def _trimmed(reading: Reading, intro: Introduction, lower_words: frozenset[str]) -> Introduction | None:
    """Return *intro* without a common word at the head of the sentence; None if nothing is left."""
    run = intro.run
    if intro.before or not starts(reading.phrase, run.first) or reading.phrase.words[run.first].lower not in lower_words:
        return intro
    if run.end - run.first == 1:
        return None
    return replace(intro, run=Run(run.first + 1, run.end))


def _is_person(reading: Reading, intro: Introduction) -> bool:
    run = intro.run
    if intro.before and not all(title.position.kind == "by-organization" for title in intro.before):
        return not reading.is_headline or 1 < run.end - run.first <= len(("given", "surname"))
    if reading.is_headline:
        return bool(intro.after) and 1 < run.end - run.first <= _LONGEST
    previous = reading.phrase.words[run.first - 1].lower if run.first else ""
    is_single = _plain_words(reading, run) <= 1
    if organization_kinds().get(previous) in _BODIES or (is_single and _is_plural_head(reading, run)):
        return False
    if intro.after or _speaks(reading, run):
        return True
    return _is_single_person(reading, run) if is_single else _is_full_name(reading, run, previous)


def _is_full_name(reading: Reading, run: Run, previous: str) -> bool:
    """Tell whether several name words without a title or verb are somebody's: no article and no kind of thing leads them."""
    if previous == "'s" and _is_of_country(reading, run.first - 2):
        return _acts(reading, run.end) or is_family_first(tuple(word.text for word in reading.phrase.words[run.first : run.end]))
    if previous in word_class("before-thing") or organization_kinds().get(previous) is not None:
        return is_family_first(tuple(word.text for word in reading.phrase.words[run.first : run.end]))
    return True


def _is_of_country(reading: Reading, at: int) -> bool:
    place = reading.places[at] if at >= 0 else None
    return place is not None and place.kind == "country"


def _acts(reading: Reading, at: int) -> bool:
    """Tell whether the words at *at* are a verb of what people do: `Ruritania's X arrived`, but not `Ruritania's Blue Lake`."""
    words = reading.phrase.words
    while at < len(words) and words[at].lower in word_class("act-helper") - {"is", "was"}:
        at += 1
    return at < len(words) and (
        words[at].lower in motion_forms() or words[at].lower in word_class("meeting-verb") or words[at].lower in verb_forms()
    )


def _is_plural_head(reading: Reading, run: Run) -> bool:
    """Tell whether a single word at a sentence's head is likelier a plural (`Demonstrators`) than a surname."""
    text = reading.phrase.words[run.first].lower
    return starts(reading.phrase, run.first) and (text.endswith(("men", "people")) or (text.endswith("s") and not text.endswith("ss")))


def _plain_words(reading: Reading, run: Run) -> int:
    return sum(reading.kinds[at] in {Kind.NAME, Kind.PLACE} for at in range(run.first, run.end))


def _speaks(reading: Reading, run: Run) -> bool:
    """Tell whether a verb of speaking stands on either side, with the name as its subject."""
    words, at = reading.phrase.words, run.end
    while at < len(words) and words[at].lower in word_class("act-helper"):
        at += 1
    form = verb_forms().get(words[at].lower) if at < len(words) else None
    if form is not None and form.form != "base" and form.kind != "term" and reading.kinds[at] is Kind.LOWER:
        return True
    before = verb_forms().get(words[run.first - 1].lower) if run.first else None
    return before is not None and before.kind == "say" and _is_inverted(reading, run.first - 1)


def _is_inverted(reading: Reading, verb: int) -> bool:
    return verb > 0 and reading.phrase.words[verb - 1].text in {'"', ",", "-", "'"}


def _is_single_person(reading: Reading, run: Run) -> bool:
    """Tell whether a single name word acts as a person does: travels, meets, has a visit."""
    words = reading.phrase.words
    at = run.first - 1 - reading.phrase.text_is(run.first - 1, "with")
    if reading.phrase.text_is(at, *word_class("meeting")) and not words[run.first].is_acronym:
        return True
    if run.end >= len(words) or (words[run.first].is_acronym and len(words[run.first].text) <= len("NATO")):
        return False
    at = run.end
    if words[at].lower == "'s":
        return at + 1 < len(words) and words[at + 1].lower in _visits()
    while at < len(words) - 1 and words[at].lower in word_class("act-helper"):
        at += 1
    return words[at].lower in motion_forms() or words[at].lower in word_class("meeting-verb")


@cache
def _visits() -> frozenset[str]:
    return word_set("visit_nouns", "singular")
