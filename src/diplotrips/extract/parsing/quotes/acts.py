"""Acts of speaking: who says, adds, writes something, wherever outside quotation marks a sentence tells so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.people.tokens import word_class
from diplotrips.extract.parsing.people.verbs import VerbForm, verb_forms
from diplotrips.extract.parsing.quotes.noun_phrases import MOST_BETWEEN, person_behind, phrase_start, sentence_subject
from diplotrips.extract.parsing.quotes.phrases import said_in_phrase
from diplotrips.extract.parsing.quotes.speakers import subject_before

if TYPE_CHECKING:
    from diplotrips.extract.parsing.quotes.lines import Line, Mentioned


@dataclass(frozen=True, slots=True)
class Act:
    """One act of speaking."""

    sentence: int
    first: int
    """Index of the first word of subject and verb together."""
    end: int
    """Index behind the last one."""
    verb: int
    """Index of the verb, or of the first word of the phrase (`according to`)."""
    kind: str
    """Of the verb; `phrase` for what has none."""
    form: str
    speaker: Mentioned | None
    """None: an organization, a document, several or unknown people."""
    rule: str
    """How the speaker was found."""
    is_to_come: bool = False
    """Whether the verb stands behind `will`, `would`, `to`: inside somebody else's report it is no speech of its own."""


def find_acts(line: Line) -> tuple[Act, ...]:
    """Return the acts of speaking in *line* in the order of the text."""
    result: list[Act] = []
    for index, word in enumerate(line.phrase.words):
        if line.quoted[index] or not word.is_letters:
            continue
        said = said_in_phrase(line, index)
        if said is not None:
            result.append(Act(line.number, index, said.end, index, "phrase", "", said.speaker, said.rule))
        elif (form := verb_forms().get(word.lower)) is not None and not word.is_capital:
            act = _verb_act(line, index, form, result)
            if act is not None:
                result.append(act)
    return tuple(result)


def _verb_act(line: Line, at: int, form: VerbForm, before: list[Act]) -> Act | None:
    """Return the act of the verb at *at*; None if it is no verb there, or a thing's."""
    if form.form == "base" and not _is_base_verb(line, at):
        return None
    if form.kind == "quote" and not line.phrase.text_is(at - 1, *word_class("be")):
        found = person_behind(line, at + 1)
        return _act(line, at, form, found, "quoted-as-saying") if found else None
    if form.form == "ing":
        return _participle(line, at, form, before)
    if form.kind != "quote" and _is_passive(line, at, form):
        return _passive(line, at, form)
    return None if _is_no_speech(line, at, form) else _active(line, at, form, before)


def _is_no_speech(line: Line, at: int, form: VerbForm) -> bool:
    return _is_thing(line, at) or (form.kind == "put" and not line.phrase.text_is(at + 1, "it"))


def _active(line: Line, at: int, form: VerbForm, before: list[Act]) -> Act | None:
    found, rule = subject_before(line, at, [act.speaker for act in before])
    if found is not None:
        return _act(line, at, form, found, rule)
    inverted = person_behind(line, at + 1) if _may_invert(line, at, form) else None
    if inverted is not None:
        return _act(line, at, form, inverted, "verb-then-speaker")
    is_noun = form.form == "third" and (form.kind != "say" or not _leads_on(line, at))
    return None if is_noun else _act(line, at, form, None, "organization")


def _passive(line: Line, verb: int, form: VerbForm) -> Act | None:
    """Return the act of `was dismissed as "…" by X`; the agent may stand behind the quotation, which is part of the act then."""
    for at in range(verb + 1, len(line.phrase.words)):
        if line.quoted[at]:
            continue
        if at - verb > MOST_BETWEEN and not any(line.quoted[verb:at]):
            return None
        if line.phrase.text_is(at, "by"):
            found = person_behind(line, at + 1)
            return Act(line.number, verb, verb + 1, verb, form.kind, form.form, found, "passive") if found else None
        if line.phrase.text_is(at, ",", ";"):
            return None
    return None


def _is_passive(line: Line, verb: int, form: VerbForm) -> bool:
    at = verb - 1
    while at > 0 and (line.phrase.words[at].is_adverb or line.phrase.text_is(at, "not", "also", "later", "already")):
        at -= 1
    return at >= 0 and line.phrase.words[at].lower in word_class("be") and form.form in {"past", "participle"}


def _is_thing(line: Line, verb: int) -> bool:
    """Tell whether a thing is the subject: `it indicates`, `which shows`; `it said` is an organization's."""
    words, at = line.phrase.words, verb - 1
    while at >= 0 and words[at].lower in word_class("helper"):
        at -= 1
    return at >= 0 and words[at].lower in word_class("thing") and words[verb].lower not in word_class("organization-says")


def _leads_on(line: Line, verb: int) -> bool:
    """Tell whether a form that is also a plural noun (`claims`, `comments`) is a verb: a quotation, `that` or a mark is beside it."""
    if line.phrase.text_is(verb - 1, *word_class("before-noun")):
        return False
    follows = verb + 1 >= len(line.phrase.words) or line.quoted[verb + 1] or line.phrase.text_is(verb + 1, "that", ":", ",", ".")
    return follows or line.phrase.words[verb].lower in word_class("organization-says")


def _act(line: Line, at: int, form: VerbForm, found: Mentioned | None, rule: str) -> Act:
    start, end = at, at + 1
    if found is not None:
        end = max(end, found.end)
        if found.first < at and rule not in {"second-verb", "who"}:
            start = phrase_start(line, found.first)
    return Act(line.number, start, end, at, form.kind, form.form, found, rule, form.form == "base")


def _is_base_verb(line: Line, at: int) -> bool:
    """Tell whether a base form is a verb with a plural or helped subject: `will say`, `did not say`, `analysts say`."""
    before = line.phrase.words[at - 1].lower if at else ""
    return before in {"will", "would", "did", "not", "to", "may", "could"} or (before.endswith("s") and before != "'s")


def _participle(line: Line, at: int, form: VerbForm, before: list[Act]) -> Act | None:
    """Return the act of `saying`, `adding`: of whoever spoke before in the sentence, else of its subject."""
    if before and before[-1].speaker is not None:
        return Act(line.number, at, at + 1, at, form.kind, form.form, before[-1].speaker, "goes-on")
    if before:
        return Act(line.number, at, at + 1, at, form.kind, form.form, None, "organization")
    found = sentence_subject(line, at)
    if found is None and at == 0:
        return None
    return Act(line.number, at, at + 1, at, form.kind, form.form, found, "subject-then-participle") if found else None


def _may_invert(line: Line, verb: int, form: VerbForm) -> bool:
    """Tell whether a subject can follow: what is said stands before, and the verb begins its clause."""
    at = verb - 1
    while at >= 0 and line.phrase.words[at].lower in word_class("helper"):
        at -= 1
    if at < 0:
        return form.kind != "call"
    return line.quoted[at] or line.phrase.words[at].text in {",", "-", '"', "'", ")", ".", "?", "!"}
