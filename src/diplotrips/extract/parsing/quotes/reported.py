"""Reported speech: the clause after `X said that`, before `, X said`, beside `according to X`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.parsing.found import Evidence, FoundQuote
from diplotrips.extract.parsing.mentions import Role
from diplotrips.extract.parsing.people.tokens import word_class
from diplotrips.extract.parsing.quotes.views import view_of
from diplotrips.extract.parsing.quotes.wording import FEWEST_WORDS
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.mentions import People
    from diplotrips.extract.parsing.quotes.acts import Act
    from diplotrips.extract.parsing.quotes.lines import Line, Mentioned

Extent = tuple[int, int]
"""First word and index behind the last one."""

_FEWEST_WORDS = 2
_BEFORE_THAT = 8
"""Words between a verb and its `that`: `told a news conference in Lima on Monday that`."""
_MOST_BEHIND = 5
_VIEW = 0.65
_CONFIDENCE = {"name": 0.85, "office": 0.8, "nominal": 0.8, "pronoun": 0.75}


def reported(line: Line, acts: Sequence[Act], people: People) -> tuple[FoundQuote, ...]:
    """Return the reported speech of *line*; nothing of a sentence that also has words between marks in the clause."""
    result = []
    for number, act in enumerate(acts):
        if act.speaker is None or act.kind not in {"say", "phrase"}:
            continue
        if act.rule == "for-somebody" and people.persons[act.speaker.mention.person].role is not Role.EXPERT:
            continue  # `For X, it is the fourth visit` gives a view only if X is asked for views
        limit = _limit(line, act, acts[number + 1 :])
        clause = (
            _clause_around(line, act, alone=len(acts) == 1)
            or _single(_clause_behind(line, act, limit))
            or _single(_clause_before(line, act, first=number == 0))
        )
        if clause:
            result.append(_quote(line, act, clause, people))
    view = None if any(each.role is Role.EXPERT for each in result) else view_of(line, acts, people)
    return tuple(result) if view is None else (*result, _view(line, *view))


def _view(line: Line, speaker: Mentioned, verb: int, end: int) -> FoundQuote:
    """Return what an expert thinks in the article's own words, its verb included: there is no clause of its own."""
    words = line.phrase.words
    said = Span(words[speaker.first].start, words[speaker.end - 1].end)
    basis = "stated" if speaker.mention.kind == "name" else "resolved"
    evidence = Evidence((said,), "view-of-expert", basis, _VIEW)
    return FoundQuote((Span(words[verb].start, words[end - 1].end),), "reported", speaker.mention.person, Role.EXPERT, evidence)


def _single(clause: Extent | None) -> tuple[Extent, ...]:
    return (clause,) if clause is not None else ()


def _clause_around(line: Line, act: Act, *, alone: bool) -> tuple[Extent, ...]:
    """Return both parts of a clause that the act interrupts: `The harbour, X said, needs a road`."""
    words = line.phrase.words
    is_between = line.phrase.text_is(act.first - 1, ",") and line.phrase.text_is(act.end, ",") and act.kind == "say"
    if not alone or not is_between or line.phrase.text_is(act.end + 1, "who", "which", "adding", "and", "but", "the", "a", "an"):
        return ()
    before, behind = _closed(line, 0, act.first - 1), _closed(line, act.end + 1, len(words))
    return (before, behind) if before is not None and behind is not None else ()


def _limit(line: Line, act: Act, after: Sequence[Act]) -> int:
    """Return where what *act* reports must end: where somebody else begins to speak behind `, and`."""
    for other in after:
        is_other = other.speaker is not None and act.speaker is not None and other.speaker.mention.person != act.speaker.mention.person
        if is_other and line.phrase.text_is(other.first - 1, "and", "but", "while", ";"):
            return other.first - 1
    return len(line.phrase.words)


def _clause_behind(line: Line, act: Act, limit: int) -> Extent | None:
    words, at = line.phrase.words, act.end
    is_phrase = act.kind == "phrase"
    if act.speaker is not None and act.speaker.first > act.verb and not is_phrase:
        return None
    if at < len(words) and words[at].lower in word_class("addressee"):
        at += 1
    is_told = words[act.verb].lower in word_class("telling") and not line.phrase.text_is(at, "that")
    until = min(limit, at + _BEFORE_THAT)
    that = next((index for index in range(at, until) if words[index].lower == "that"), None)
    if that is not None and not is_phrase:
        return _closed(line, that + 1, limit)
    if is_phrase:
        return _closed(line, at + 1, limit) if line.phrase.text_is(at, ",") else None
    clause = _closed(line, at, limit) if _begins_clause(line, act, at) else None
    return None if is_told and clause is not None and clause[1] - clause[0] < FEWEST_WORDS else clause


def _begins_clause(line: Line, act: Act, at: int) -> bool:
    words = line.phrase.words
    if at >= len(words):
        return False
    if words[at].lower in word_class("clause-lead") or (words[at].is_letters and words[at].is_capital):
        return True
    return words[at].lower in word_class("possessive") and words[act.verb].lower in word_class("plain-speech")


def _clause_before(line: Line, act: Act, *, first: bool) -> Extent | None:
    if not first or act.first < _FEWEST_WORDS or not line.phrase.text_is(act.first - 1, ","):
        return None
    words = line.phrase.words
    is_phrase = words[0].lower in word_class("leading") or words[0].lower.endswith("ing")
    if is_phrase and len(words) - act.end > _MOST_BEHIND:
        return None
    return _closed(line, 0, act.first - 1)


def _closed(line: Line, first: int, end: int) -> Extent | None:
    """Return the clause without marks and brackets at its ends; None if it is too short or quotes."""
    words = line.phrase.words
    while end > first and words[end - 1].text in {".", ")"}:
        opening = next((at for at in range(end - 1, first, -1) if words[at].text == "("), None)
        end = opening if words[end - 1].text == ")" and opening is not None else end - 1
    while first < end and not words[first].is_letters and not words[first].text[0].isdigit():
        first += 1
    while end > first and line.phrase.words[end - 1].text in {".", ",", ";", ":", "!", "?", '"', "-"}:
        end -= 1
    quoted = sum(line.quoted[at] and words[at].is_letters for at in range(first, end))
    if end - first < _FEWEST_WORDS or quoted >= FEWEST_WORDS:
        return None
    return first, end


def _quote(line: Line, act: Act, clause: tuple[Extent, ...], people: People) -> FoundQuote:
    words, speaker = line.phrase.words, act.speaker
    kind = speaker.mention.kind if speaker is not None else "name"
    person = speaker.mention.person if speaker is not None else None
    role = people.persons[person].role if person is not None else Role.OTHER
    said = Span(words[act.first].start, words[act.end - 1].end)
    evidence = Evidence((said,), f"reported-{act.rule}", "resolved" if kind != "name" else "stated", _CONFIDENCE[kind])
    return FoundQuote(tuple(Span(words[first].start, words[end - 1].end) for first, end in clause), "reported", person, role, evidence)
