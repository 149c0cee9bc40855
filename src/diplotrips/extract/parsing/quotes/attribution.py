"""Whose words a quotation is: sieves, the surest first, each with its name and its precision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.people.tokens import word_class
from diplotrips.extract.parsing.people.verbs import verb_forms
from diplotrips.extract.parsing.quotes.noun_phrases import is_governed, sentence_subject
from diplotrips.extract.parsing.quotes.wording import cue_words
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.quotes.acts import Act
    from diplotrips.extract.parsing.quotes.lines import Line, Mentioned

_CONFIDENCE = {"name": 0.95, "office": 0.88, "nominal": 0.88, "pronoun": 0.87}
_LOOSE = 0.05
"""How much less sure an act is that does not stand right beside the quotation."""
_LEAD = 10
_MOST_BEHIND = 7
"""Words behind the verb of `X asked the assembly in Lima on Monday.`"""
_BETWEEN = frozenset({",", "-", "--", ".", "'", '"', "...", "…", ";", "(", "["})


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker with the passage and the rule; no speaker: the article says that it is nobody named."""

    person: int | None
    rule: str
    confidence: float
    span: Span | None = None


NOBODY = Attribution(None, "unattributed", 0.0)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in its sentence a quotation stands, in words."""

    first: int
    end: int
    left: int
    """Where the words before it begin: at the sentence's head or behind the quotation before."""
    right: int
    """Where the words behind it end."""
    ends_with: str
    """Its last character inside the marks."""

    @property
    def is_embedded(self) -> bool:
        """Whether words stand before it in the sentence."""
        return self.left < self.first


def from_sentence(line: Line, acts: Sequence[Act], place: Place) -> Attribution | None:
    """Return whom the sentence of a quotation gives as its speaker; None if it tells of no speaking at all."""
    left = [act for act in acts if act.end <= place.first and act.verb >= place.left]
    if len(left) > 1 and left[-1].is_to_come:
        left = [act for act in left if not act.is_to_come] or left
    right = [act for act in acts if place.end <= act.first and act.verb < place.right]
    behind = _right(line, right, place)
    is_closed = place.ends_with in ",?!-" or line.phrase.text_is(place.end, ",", "-")
    if left and behind is not None and is_closed and not _leads(line, left[-1], place):
        return behind
    if left:
        return _by_act(line, left[-1], loose=0.0 if _is_beside(line, left[-1], place) else _LOOSE)
    return _colon(line, place) or behind or _dash(line, place) or _elsewhere(line, acts, place)


def _right(line: Line, right: Sequence[Act], place: Place) -> Attribution | None:
    """Return the speaker whom the words right behind a quotation name."""
    act = next(iter(right), None)
    if act is None:
        return None
    at = place.end
    while at < act.first and (line.phrase.words[at].text in _BETWEEN or line.phrase.words[at].is_adverb):
        at += 1
    if not _is_lead(line, at, act) or (place.ends_with == "." and _begins_sentence(line, act, place)):
        return None
    return _by_act(line, act, loose=0.0)


def _is_lead(line: Line, at: int, act: Act) -> bool:
    """Tell whether the words from *at* to the act belong to its subject: `a smiling X`, `Ruritania's top diplomat, X`."""
    if act.first - at > _LEAD:
        return False
    for index in range(at, act.first):
        word = line.phrase.words[index]
        other = line.starting_at(index)
        if other is not None and other.mention.kind != "pronoun" and not line.phrase.text_is(other.end, "'s", "'"):
            return False
        is_comma = word.text == "," and ((index - 1) in line.covered or line.phrase.words[index - 1].is_capital)
        if not (
            is_comma
            or word.text in {"'s", "'", "-"}
            or (word.is_letters and word.lower not in verb_forms() and word.lower not in word_class("lead-break"))
        ):
            return False
    return True


def _begins_sentence(line: Line, act: Act, place: Place) -> bool:
    """Tell whether what follows a quotation that ends with a full stop is a sentence of its own."""
    first = line.phrase.words[place.end].text if place.end < len(line.phrase.words) else ""
    rest = [word for word in line.phrase.words[act.end :] if word.is_letters]
    return first[:1].isupper() and bool(rest)


def _is_beside(line: Line, act: Act, place: Place) -> bool:
    """Tell whether nothing but `that`, an addressee or a mark is between the act before and the quotation."""
    between = line.phrase.words[act.end : place.first]
    return len(between) <= len(["told", "reporters", "in", "Lima", "that:"]) and not any(word.text in {";", "."} for word in between)


def _leads(line: Line, act: Act, place: Place) -> bool:
    """Tell whether the act before leads straight into the quotation: `said:`, `said that`, `said`."""
    between = line.phrase.words[act.end : place.first]
    return all(word.text in {":", ","} or word.lower == "that" for word in between)


def _by_act(line: Line, act: Act, *, loose: float) -> Attribution:
    words = line.phrase.words
    last = min(act.end, len(words)) - 1
    span = Span(words[act.first].start, words[last].end) if last >= act.first else None
    if act.speaker is None:
        return Attribution(None, "organization", 0.0, span)
    kind = act.speaker.mention.kind
    weak = 0.1 if act.rule in {"second-verb", "goes-on", "subject-then-participle", "for-somebody"} else 0.0
    rule = act.rule if kind == "name" else f"{kind}-{act.rule}"
    return Attribution(act.speaker.mention.person, rule, round(_CONFIDENCE[kind] - loose - weak, 2), span)


def _colon(line: Line, place: Place) -> Attribution | None:
    """Return the speaker of `X: "…"` and `X, head of the mission: "…"`."""
    words = line.phrase.words
    if place.first <= place.left or words[place.first - 1].text != ":":
        return None
    found = sentence_subject(line, place.first) or _whose_words(line, place)
    if found is None or found.first < place.left:
        return None
    return _by_mention(line, found, "colon", 0.9)


def _whose_words(line: Line, place: Place) -> Mentioned | None:
    """Return the holder of `X's answer was short:`."""
    for each in line.mentioned:
        owns = line.phrase.text_is(each.end, "'s", "'")
        if each.end < place.first and owns and any(line.phrase.text_is(each.end + ahead, *word_class("speech-noun")) for ahead in (1, 2)):
            return each
    return None


def _dash(line: Line, place: Place) -> Attribution | None:
    """Return the speaker of `"…" - X`, where nothing but the name follows."""
    words = line.phrase.words
    if place.end >= len(words) or words[place.end].text not in {"-", "(", "~"}:
        return None
    found = next((each for each in line.mentioned if each.first >= place.end), None)
    if found is None or found.mention.kind != "name" or found.first - place.end > len(["the", "Ruritanian", "foreign", "minister"]) + 1:
        return None
    return _by_mention(line, found, "dash", 0.8)


def _elsewhere(line: Line, acts: Sequence[Act], place: Place) -> Attribution | None:
    """Return who speaks elsewhere in the sentence, or acts in it right before the quoted words."""
    before = [act for act in acts if act.verb < place.left and act.speaker is not None]
    if before:
        return _by_act(line, before[-1], loose=2 * _LOOSE)
    if acts:
        return None
    documents = cue_words("document")
    if not place.is_embedded or any(word.lower in documents for word in line.phrase.words[place.left : place.first]):
        return None
    found = sentence_subject(line, place.first)
    return _by_mention(line, found, "subject-of-sentence", 0.55) if found is not None and not is_governed(line, found.first) else None


def _by_mention(line: Line, found: Mentioned, rule: str, confidence: float) -> Attribution:
    words = line.phrase.words
    return Attribution(found.mention.person, rule, confidence, Span(words[found.first].start, words[found.end - 1].end))


def from_next(line: Line, acts: Sequence[Act]) -> Attribution | None:
    """Return the speaker whom the sentence behind a question or exclamation names."""
    act = next(iter(acts), None)
    if act is None or act.speaker is None or act.kind != "say" or act.first > len(("Then", ",")) or any(line.quoted):
        return None
    rest = line.phrase.words[act.end :]
    if len(rest) > _MOST_BEHIND or any(word.lower == "that" for word in rest):
        return None
    return _by_act(line, act, loose=_LOOSE)
