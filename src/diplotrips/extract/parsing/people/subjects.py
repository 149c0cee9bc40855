"""Whether a mention is the subject of its clause, as far as the words beside it tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.parsing.people.tokens import word_class
from diplotrips.extract.parsing.people.verbs import verb_forms

if TYPE_CHECKING:
    from diplotrips.extract.parsing.people.reading import Reading


def is_subject(reading: Reading, first: int, end: int) -> bool:
    """Tell whether the words from *first* to *end* are likely a subject: nothing governs them and they possess nothing."""
    phrase = reading.phrase
    if phrase.text_is(end, "'s", "'"):
        return False
    at = first - 1
    while at >= 0 and phrase.words[at].lower in {"the", "a", "an", "his", "her", "their", "'s"}:
        at -= 1
    if at < 0:
        return True
    before = phrase.words[at].lower
    if before == "for" and at == 0:
        return True  # For X, the matter is clear: what follows is X's view
    if before in verb_forms():
        return at > 0 and phrase.words[at - 1].text in {'"', ",", "-", "'"}
    return before not in word_class("governing-people")


def is_joined(reading: Reading, end: int, first: int) -> bool:
    """Tell whether a mention that begins at *first* only goes on a list whose member before ends at *end*."""
    between = [word.lower for word in reading.phrase.words[end:first]]
    return bool(between) and all(word in {",", "and", "the", "as", "well", "both"} for word in between)
