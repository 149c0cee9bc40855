"""The verbs and nouns of travel in all their forms, and which of the two a word is that may be either."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.lexicons.phrases import Match, Phrases
from diplotrips.extract.parsing.lexicons.words import lexicon
from diplotrips.extract.parsing.trips.chunks import Kind
from diplotrips.extract.parsing.trips.groups import attributes

if TYPE_CHECKING:
    from diplotrips.extract.parsing.trips.chunks import Row


DETERMINERS = frozenset(
    {
        "a",
        "an",
        "the",
        "his",
        "her",
        "their",
        "its",
        "my",
        "our",
        "this",
        "that",
        "'s",
        "first",
        "second",
        "third",
        "last",
        "next",
        "final",
        "official",
    }
    | {
        "state",
        "working",
        "previous",
        "another",
        "no",
        "any",
        "these",
        "those",
        "other",
        "whose",
        "upcoming",
        "of",
        "historic",
        "foreign",
        "diplomatic",
    }
    | {"bilateral", "joint", "news", "press", "security", "on", "for", "during", "after", "new", "private", "brief", "short", "day", "rare"}
    | {
        "each",
        "one",
        "two",
        "three",
        "four",
        "five",
        "overseas",
        "international",
        "regional",
        "high-level",
        "planned",
        "in",
        "with",
        "only",
    }
)


@dataclass(frozen=True, slots=True)
class Word:
    """What a phrase of the lexicons is: its class, and the form it has."""

    group: str
    """Class of the lexicon, such as `go`."""
    form: str
    """`base`, `third`, `past`, `participle`, `gerund`, or `noun`."""
    lemma: str = ""


@cache
def verbs() -> Phrases[Word]:
    """Return the verbs of travel in all their forms."""
    forms = ("past", "third", "gerund", "base", "participle")
    found: dict[str, Word] = {}
    for row in (*lexicon("motion_verbs"), *lexicon("motion_verbs_rare")):
        for form in forms:
            found.setdefault(row[form], Word(row["class"], form, row["base"]))
    return Phrases(found.items())


@cache
def nouns() -> Phrases[Word]:
    """Return the nouns of travel."""
    return Phrases(
        (row[form], Word(row["class"], "noun", row["singular"])) for row in lexicon("visit_nouns") for form in ("singular", "plural")
    )


def match_at(row: Row, index: int) -> Match[Word] | None:
    """Return the verb or noun of travel that begins at chunk *index*."""
    verb, noun = verbs().at(row.words, index), nouns().at(row.words, index)
    if verb and verb.first == verb.last and _is_other_verb(row, index):
        return None
    if verb and verb.meaning.lemma == "call on" and any(row.word(at) == "to" for at in range(verb.last + 1, verb.last + DEMAND_REACH)):
        return None
    if verb and noun:
        return noun if _is_noun(row, index, verb.meaning.form) else verb
    return verb or noun


DEMAND_REACH = 12
"""Chunks from *call on* to what is demanded, at most."""
BEFORE_VERBS = frozenset(
    {"to", "will", "would", "may", "might", "can", "could", "should", "shall", "must", "'ll", "not", "also"}
    | {"who", "he", "she", "then", "they", "we", "i"}
)
"""Words before which a word that may be either is a verb."""
WITH_OBJECTS = ("visit", "tour", "trip", "stop")
"""Beginnings of words that as verbs take no *to* and no *of*."""


def _is_noun(row: Row, index: int, form: str) -> bool:
    word, before = row.word(index), row.word(index - 1)
    if row.word(index + 1) in {"to", "of", "by"} and word.startswith(WITH_OBJECTS):
        return before not in {"will", "would", "may", "should", "shall", "must", "can"}
    if before in BEFORE_VERBS:
        return before == "to" and form == "third"
    if before in DETERMINERS or before.isdigit() or "-" in before:
        return True
    if row.kind(index - 1) in {Kind.PERSON, Kind.PLACE}:
        return form not in {"third", "past"} and word != "stay"
    if form == "third":
        return before not in {"which", "that", "and", "it", "government"} | attributes()
    return form in {"base", "gerund"} and word != "stay"


def _is_other_verb(row: Row, index: int) -> bool:
    """Tell whether the word at *index* is no verb of travel here: *head of*, *takes office*, *stops selling*."""
    word, after = row.word(index), row.word(index + 1)
    if word in {"take", "takes", "took", "taken", "taking"} and after in {
        "office",
        "part",
        "place",
        "power",
        "over",
        "care",
        "up",
        "advantage",
    }:
        return True
    if word in {"host", "hosts", "guest"} and (row.chunks[index - 1].is_whose if index else False):
        return True
    return (after == "of" and word in {"head", "heads"}) or (after.endswith("ing") and word in {"stop", "stops", "stopped"})
