"""What somebody who is asked for views thinks, where no clause behind a verb of saying tells it: `X sees the visit as late`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.parsing.mentions import Role
from diplotrips.extract.parsing.people.tokens import word_class
from diplotrips.extract.parsing.people.verbs import verb_forms
from diplotrips.extract.parsing.quotes.noun_phrases import sentence_subject
from diplotrips.extract.parsing.quotes.wording import FEWEST_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.mentions import People
    from diplotrips.extract.parsing.quotes.acts import Act
    from diplotrips.extract.parsing.quotes.lines import Line, Mentioned

_WITH_BEHIND = {"be": "stance", "have": "held-view"}
"""Classes of verbs that give a view with a word of another class behind them: `is convinced`, `has no doubt`."""
_NEAR = 5
_AHEAD = 24
"""Words behind a name in which its verb stands: an apposition or an institute may be between."""


def view_of(line: Line, acts: Sequence[Act], people: People) -> tuple[Mentioned, int, int] | None:
    """Return the expert whose view *line* tells, the index of the verb and the one behind the last word; None if it tells none."""
    if not any(people.persons[each.mention.person].role is Role.EXPERT for each in line.mentioned):
        return None
    subject = sentence_subject(line, len(line.phrase.words))
    speakers = [act for act in acts if act.speaker is not None and _is_expert(act.speaker, people)]
    owner = next((each for each in line.mentioned if _is_expert(each, people) and _owns_view(line, each)), None)
    if owner is not None and not _quotes(line):
        return owner, owner.first, _end(line)
    if subject is None or not _is_expert(subject, people):
        act = next((act for act in speakers if act.rule not in {"goes-on", "second-verb"}), None)
        return (act.speaker, act.verb, _end(line)) if act is not None and act.speaker is not None and not _quotes(line) else None
    verb = next((at for at in range(subject.end, min(len(line.phrase.words), subject.end + _AHEAD)) if _opines(line, at)), None)
    if verb is None or _quotes(line):
        return None
    if _end(line) - verb < FEWEST_WORDS:
        return (subject, 0, _end(line)) if subject.first > FEWEST_WORDS else None
    return subject, verb, _end(line)


def _owns_view(line: Line, each: Mentioned) -> bool:
    """Tell whether `X's verdict is` stands there."""
    if not line.phrase.text_is(each.end, "'s", "'"):
        return False
    nouns = word_class("speech-noun") | word_class("view-noun")
    return any(
        line.phrase.text_is(at, *nouns) and line.phrase.text_is(at + 1, *word_class("copula"), ",") for at in (each.end + 1, each.end + 2)
    )


def _is_expert(each: Mentioned, people: People) -> bool:
    return people.persons[each.mention.person].role is Role.EXPERT


def _quotes(line: Line) -> bool:
    """Tell whether the sentence has words between marks, which are told for themselves."""
    return sum(quoted and word.is_letters for quoted, word in zip(line.quoted, line.phrase.words, strict=True)) >= FEWEST_WORDS


def _end(line: Line) -> int:
    end = len(line.phrase.words)
    while end and not line.phrase.words[end - 1].is_letters and not line.phrase.words[end - 1].text[0].isdigit():
        end -= 1
    return end


def _opines(line: Line, at: int) -> bool:
    """Tell whether the word at *at* is a verb by which one gives a view: of opinion, `would have`, `is convinced`."""
    words, text = line.phrase.words, line.phrase.words[at].lower
    if line.quoted[at] or words[at].is_capital:
        return False
    if text in word_class("modal"):
        return True
    behind = {word.lower for word in words[at + 1 : at + _NEAR]}
    for class_of_verb, class_behind in _WITH_BEHIND.items():
        if text in word_class(class_of_verb):
            return bool(behind & word_class(class_behind))
    if text in {"does", "did", "do"}:
        return any(word in verb_forms() for word in behind)
    form = verb_forms().get(text)
    if form is None:
        return text in word_class("opinion-verb")
    is_finite = form.form in {"third", "past"} or (form.form == "base" and at > 0 and words[at - 1].lower in word_class("modal"))
    return is_finite and form.kind in {"say", "call", "put", "weak"} and words[at - 1].text != "to"
