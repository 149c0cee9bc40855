"""Verbs and nouns of agreement in one sentence, joined: what is said to be signed, agreed, discussed or intended."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diplotrips.extract.parsing.agreements.nouns import FIRM, number_of, phrases_of
from diplotrips.extract.parsing.agreements.progress import Form, Needs, breaks, cues_of
from diplotrips.extract.parsing.agreements.subjects import end_of, subject_after
from diplotrips.extract.parsing.agreements.words import has, saying

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from diplotrips.extract.parsing.agreements.nouns import Phrase
    from diplotrips.extract.parsing.agreements.progress import Cue
    from diplotrips.extract.parsing.agreements.words import Row
    from diplotrips.schema.fields import Span


class Claim(NamedTuple):
    """Something agreed as one sentence tells of it; who agrees is not decided yet."""

    row: Row
    cue: Cue
    kind: str
    """A code of the list `agreement_kinds`."""
    papers: str
    """A `Count`, or empty."""
    papers_span: Span | None
    span: Span
    """Verb, noun and subject."""
    subject: Span | None
    is_old: bool
    """Whether its name or what stands around the verb says that it was there before."""
    is_bare: bool
    """Whether it is one already told of, of which nothing more is said: `the agreement was signed`."""
    rule: str


CURRENCIES = frozenset({"$", "\u20ac", "\u00a3"})
NEAREST = 5
"""Most words between a verb and the phrase that is its object."""
FARTHEST = 25
"""Most words between a noun and its passive verb."""
CHAIN = 12
"""Most words between two nouns of one list."""
PAIR = 2
BEFORE = 5
"""Words around a verb in which `already` and the like say that it was done earlier."""


def claims_of(row: Row, is_other: Callable[[int], bool]) -> list[Claim]:
    """Return what *row* says of agreements, in the order of the text; *is_other* tells whether a day or place begins at a word."""
    return sorted(_claims(row, is_other), key=lambda claim: (claim.span.start, claim.span.end))


def _claims(row: Row, is_other: Callable[[int], bool]) -> Iterator[Claim]:
    cues = list(cues_of(row))
    verbs = {index for cue in cues for index in range(cue.first, cue.after)}
    phrases = list(phrases_of(row, verbs)) if cues else []
    taken: set[Cue] = set()
    chained: tuple[Phrase, Cue] | None = None
    limits = [*(phrase.start for phrase in phrases[1:]), len(row.tokens)]
    for phrase, limit in zip(phrases, limits, strict=False):
        cue = _verb_before(row, phrase, cues, is_other) or _verb_after(row, phrase, cues) or _verb_of_list(row, phrase, chained)
        if cue and (cue.needs is not Needs.FIRM_NOUN or phrase.kind in FIRM):
            chained = phrase, cue
            taken.add(cue)
            yield _of_noun(row, phrase, cue, subject_after(row, phrase.after, limit, is_other))
    for cue in cues:
        if cue.needs is Needs.TOPIC and cue not in taken and (claim := _of_topic(row, cue, is_other)):
            yield claim


def _verb_before(row: Row, phrase: Phrase, cues: Sequence[Cue], is_other: Callable[[int], bool]) -> Cue | None:
    """Return the active verb whose object *phrase* is; to whom (`offered Peru a loan`) and how much money may stand between."""
    before = [cue for cue in cues if cue.after <= phrase.start and (not cue.is_passive or cue.form is Form.OTHER)]
    if not before:
        return None
    between = range(before[-1].after, phrase.start)
    is_near = len(between) <= NEAREST and all(_links(row.word(index)) or is_other(index) for index in between)
    return before[-1] if is_near else None


def _links(word: str) -> bool:
    """Tell whether *word* may stand between a verb and the noun that is its object."""
    return word in saying("link") or word[0].isdigit() or word in CURRENCIES


def _verb_after(row: Row, phrase: Phrase, cues: Sequence[Cue]) -> Cue | None:
    """Return the passive verb whose subject *phrase* is (`papers on trade were signed`, `papers signed`, `papers are in preparation`)."""
    for cue in cues:
        if cue.first < phrase.after or cue.first - phrase.after > FARTHEST:
            continue
        if breaks(row.words(phrase.after, cue.first)):
            return None
        if cue.is_passive or _is_reduced(row, phrase, cue) or (cue.form is Form.OTHER and cue.after - cue.first > 1):
            return cue
        if cue.form is not Form.ING:
            return None
    return None


def _is_reduced(row: Row, phrase: Phrase, cue: Cue) -> bool:
    """Tell whether *cue* is a participle without an auxiliary: `papers signed`, `papers on trade, signed in Lima`."""
    if cue.form not in {Form.PAST, Form.PARTICIPLE}:
        return False
    is_apposed = row.word(cue.first - 1) == "," and row.word(cue.after) in saying("circumstance")
    return is_apposed or cue.first == phrase.after


def _verb_of_list(row: Row, phrase: Phrase, chained: tuple[Phrase, Cue] | None) -> Cue | None:
    """Return the verb of the noun before, if *phrase* goes on a list with it (`signed a treaty and two memoranda`)."""
    if not chained or chained[1].is_passive or phrase.start - chained[0].after > CHAIN:
        return None
    between = row.words(chained[0].after, phrase.start)
    is_list = bool(between) and between[-1] in {"and", ","} and not breaks(between)
    return chained[1] if is_list else None


def _of_noun(row: Row, phrase: Phrase, cue: Cue, about: tuple[int, int] | None) -> Claim:
    has_modifier = phrase.first < phrase.head
    first = phrase.first if has_modifier or not about else about[0]
    after = about[1] if about else phrase.after
    whole = row.span(min(first, cue.first, phrase.start), max(after, cue.after))
    is_bare = phrase.is_definite and not about and not has_modifier
    subject = row.span(first, after)
    papers_span = row.span(phrase.start, phrase.after) if phrase.papers else None
    is_old = (phrase.is_old and cue.progress != "signed") or _is_earlier(row, cue)
    rule = "agreement-passive" if cue.is_passive else "agreement-object"
    return Claim(row, cue, phrase.kind, phrase.papers, papers_span, whole, subject, is_old, is_bare, rule)


def _of_topic(row: Row, cue: Cue, is_other: Callable[[int], bool]) -> Claim | None:
    """Return what somebody agreed on or to, unless it is only a meeting or a wish to go on."""
    is_plain = cue.form in {Form.PAST, Form.PARTICIPLE} or cue.progress == "intended"
    if not is_plain or cue.is_passive or is_other(cue.after):
        return None
    if has(row.words(cue.after, cue.after + 2), "light"):
        return None
    after = end_of(row, cue.after, len(row.tokens), is_other)
    if after <= cue.after:
        return None
    subject = row.span(cue.after, after)
    whole = row.span(cue.first, after)
    return Claim(row, cue, "understanding", "", None, whole, subject, _is_earlier(row, cue), is_bare=False, rule="agreement-topic")


def _is_earlier(row: Row, cue: Cue) -> bool:
    """Tell whether words around the verb say that it was done at an earlier time, or by many countries over time."""
    around = (*row.words(cue.first - BEFORE, cue.first), *row.words(cue.after, cue.after + BEFORE))
    return has(around, "before") or _is_cumulative(row, cue)


def _is_cumulative(row: Row, cue: Cue) -> bool:
    """Tell whether the verb's subject is a number of countries that is no pair: `27 countries have signed`."""
    for index in range(max(cue.first - BEFORE, 0), cue.first):
        if row.word(index) in saying("cumulative"):
            return any(number_of(word) > PAIR for word in row.words(index - BEFORE, index))
    return False
