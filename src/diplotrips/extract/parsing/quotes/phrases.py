"""Acts of speaking without a verb: `according to X`, `in the words of X`, `for X,`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.people.tokens import word_class
from diplotrips.extract.parsing.quotes.noun_phrases import person_behind

if TYPE_CHECKING:
    from diplotrips.extract.parsing.quotes.lines import Line, Mentioned


@dataclass(frozen=True, slots=True)
class Said:
    """Such a phrase."""

    end: int
    """Index behind its last word."""
    speaker: Mentioned | None
    rule: str


def said_in_phrase(line: Line, at: int) -> Said | None:
    """Return the phrase that begins at *at* and tells who speaks; None if none does."""
    phrase, behind = line.phrase, None
    if phrase.text_is(at, "according") and phrase.text_is(at + 1, "to"):
        behind = at + 2
    elif phrase.text_is(at, "in") and phrase.text_is(at + 1, "the") and phrase.text_is(at + 2, *word_class("view-noun")):
        behind = at + 4
    elif phrase.text_is(at, "per"):
        behind = at + 1
    if behind is None:
        return _of_somebody(line, at) if phrase.text_is(at, "in", "for", "to") else None
    found = person_behind(line, behind)
    return Said(found.end if found else behind + 1, found, "according-to")


def _of_somebody(line: Line, at: int) -> Said | None:
    """Return `in X's view`, `in her words`; `for X,` at the head of a clause."""
    phrase = line.phrase
    found = person_behind(line, at + 1) or line.starting_at(at + 1)
    if found is None:
        return None
    start = found.end + phrase.text_is(found.end, "'s", "'")
    if phrase.text_is(at, "in"):
        return Said(start + 1, found, "according-to") if phrase.text_is(start, *word_class("view-noun")) else None
    is_head = at == 0 or phrase.words[at - 1].text in {'"', ","}
    return Said(found.end, found, "for-somebody") if is_head and phrase.text_is(found.end, ",") else None
