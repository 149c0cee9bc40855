"""The subject before a verb of speaking: directly, with an apposition, behind a relative pronoun, shared with the verb before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.parsing.people.tokens import word_class
from diplotrips.extract.parsing.people.verbs import verb_forms
from diplotrips.extract.parsing.quotes.noun_phrases import MOST_BETWEEN, is_governed, sentence_subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.quotes.lines import Line, Mentioned


def subject_before(line: Line, verb: int, speakers: Sequence[Mentioned | None]) -> tuple[Mentioned | None, str]:
    """Return the subject before the word *verb* and the rule; *speakers* are those of the acts before in the sentence."""
    words = line.phrase.words
    at = verb - 1
    while at >= 0 and (words[at].lower in word_class("helper") or words[at].is_adverb) and not line.quoted[at]:
        at -= 1
    if at < 0 or line.quoted[at]:
        return None, ""
    direct = line.ending_at(at)
    if direct is not None and not is_governed(line, direct.first):
        return direct, "speaker-then-verb"
    text = words[at].lower
    if text in {",", ")", "-"}:
        found = _before_apposition(line, at)
        return found, "speaker-with-apposition"
    if text == "who":
        found = line.ending_at(at - 1) or line.ending_at(at - 2)
        return found, "who"
    if text in {"and", "but", "or", "then"}:
        return _coordinated(line, at, speakers), "second-verb"
    found = _before_prepositions(line, at)
    return found, "speaker-then-verb"


def _coordinated(line: Line, at: int, speakers: Sequence[Mentioned | None]) -> Mentioned | None:
    return next((each for each in reversed(speakers) if each is not None), None) or sentence_subject(line, at)


def _before_apposition(line: Line, comma: int) -> Mentioned | None:
    """Return the subject before `, …,`: the name itself, or what the words between commas stand behind."""
    phrase = line.phrase
    relative = next((at for at in range(comma - 1, 0, -1) if phrase.words[at].lower == "who" and phrase.text_is(at - 1, ",")), None)
    if relative is not None and (found := line.ending_at(relative - 2)) is not None:
        return found
    direct = line.ending_at(comma - 1)
    if direct is not None and not is_governed(line, direct.first):
        return direct
    for each in reversed(line.mentioned):
        if each.end < comma and phrase.text_is(each.end, ",", "(", "-") and not any(line.quoted[each.end : comma]):
            return None if is_governed(line, each.first) else each
    return direct


def _before_prepositions(line: Line, at: int) -> Mentioned | None:
    """Return the subject of `X of the ministry in Moscow said`: only what hangs on a preposition is between."""
    words = line.phrase.words
    for each in reversed(line.mentioned):
        if each.end > at:
            continue
        if at - each.end > MOST_BETWEEN or words[each.end].lower not in word_class("preposition") or is_governed(line, each.first):
            return None
        between = words[each.end : at + 1]
        has_verb = any(word.lower in verb_forms() or word.text in {",", ";", ":"} for word in between) or any(
            line.quoted[each.end : at + 1]
        )
        return None if has_verb else each
    return None
