"""What one sentence says to be signed, agreed, discussed or intended."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diplotrips.extract.parsing.agreements.joins import Join, joins_of
from diplotrips.extract.parsing.agreements.nouns import number_of, phrases_of
from diplotrips.extract.parsing.agreements.progress import cues_of
from diplotrips.extract.parsing.agreements.subjects import subject_after
from diplotrips.extract.parsing.agreements.topics import topic_of
from diplotrips.extract.parsing.agreements.words import has, saying

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diplotrips.extract.parsing.agreements.nouns import Phrase
    from diplotrips.extract.parsing.agreements.progress import Cue
    from diplotrips.extract.parsing.agreements.topics import Topic
    from diplotrips.extract.parsing.agreements.words import Row
    from diplotrips.schema.fields import Span


class Claim(NamedTuple):
    """Something agreed as one sentence tells of it; who agrees is not decided yet."""

    row: Row
    cue: Cue
    progress: str
    """A code of the list `progress`."""
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
    is_deed: bool
    """Whether it is told by what is done (`open an embassy`, `will deliver wheat`), not by a paper or a verb of agreeing."""
    rule: str
    above: Row
    """The sentence above the list that it is in a line of; else `row`."""
    is_trade: bool = False
    """Whether it is only what one side will do (`will deliver wheat`), so that both sides have to be named."""


class Lead(NamedTuple):
    """A sentence above a list."""

    row: Row
    join: Join
    """Its last paper, and the verb of all."""


class Told(NamedTuple):
    """What a sentence says, and what its end leaves to the lines of a list below it."""

    claims: list[Claim]
    leads: Lead | None
    """The verb that the papers of the list belong to: `the following papers were signed:`."""


NEAR = 5
"""Words around a verb in which `already` and the like say that it was done earlier."""
BLOC = 8
"""Words after a paper in which the organization stands that it is with."""
FARTHER = 8
"""Words after the verb in which `since 1990` and the like say so."""
PAIR = 2
LAST = 3
"""Words of a line of a list before its paper."""


def claims_of(row: Row, is_other: Callable[[int], bool], leads: Lead | None = None) -> Told:
    """Return what *row* says of agreements, in the order of the text.

    Args:
        row: The sentence.
        is_other: Whether a day or place begins at a word.
        leads: The verb of the sentence above the list that *row* is a line of, if it is.
    """
    cues = list(cues_of(row))
    if not cues and not leads:
        return Told([], None)
    phrases = list(phrases_of(row, {index for cue in cues for index in range(cue.first, cue.after)}))
    joins = joins_of(row, phrases, cues, is_other)
    if leads and not joins and phrases and phrases[0].start < LAST and not phrases[0].group:
        joins = [leads.join._replace(phrase=phrases[0], is_led=True)]
    topics = list(_topics(row, cues, joins, is_other))
    joins = [one for one in joins if not _is_with_bloc(row, one.phrase.after)]
    claims = [_of_topic(row, topic, joins) for topic in topics]
    claims += [_of_noun(row, one, _limit(one.phrase, phrases, len(row.tokens)), is_other) for one in joins if not _is_within(one, topics)]
    claims = [claim._replace(above=leads.row) for claim in claims] if leads else claims
    claims.sort(key=lambda claim: (claim.span.start, claim.span.end))
    return Told(_apart(claims), _left(row, joins, leads, claims))


def _left(row: Row, joins: Sequence[Join], leads: Lead | None, claims: Sequence[Claim]) -> Lead | None:
    """Return the verb that the lines below *row* belong to."""
    if ":" in row.words(len(row.tokens) - 2, len(row.tokens)):
        return Lead(row, joins[-1]) if joins else None
    return leads if claims else None


def _limit(phrase: Phrase, phrases: Sequence[Phrase], end: int) -> int:
    """Return the number of the word before which the subject of *phrase* ends: that of the next paper."""
    return next((other.start for other in phrases if other.start >= phrase.after and not other.group), end)


def _topics(row: Row, cues: Sequence[Cue], joins: Sequence[Join], is_other: Callable[[int], bool]) -> list[Topic]:
    taken = {one.cue for one in joins}
    found: list[Topic] = []
    for cue in cues:
        beyond = (one.phrase.start for one in joins if one.phrase.start >= cue.after and one.cue.first >= one.phrase.after)
        is_within = bool(found) and cue.first < found[-1].after
        if cue not in taken and not is_within and (topic := topic_of(row, cue, min(beyond, default=len(row.tokens)), is_other)):
            found.append(topic)
    return found


def _is_within(join: Join, topics: Sequence[Topic]) -> bool:
    """Tell whether *join* is what a topic says that is agreed (`agreed to open an embassy`)."""
    return any(topic.cue.after <= join.cue.first < topic.after for topic in topics)


def _is_with_bloc(row: Row, index: int) -> bool:
    """Tell whether what ends before word *index* is with an organization of states (`a trade agreement with the European Union`)."""
    after = row.words(index, index + BLOC)
    return "with" in after and has(after[after.index("with") : after.index("with") + LAST], "bloc")


def _apart(claims: Sequence[Claim]) -> list[Claim]:
    """Return *claims* without the deeds that are inside another one (`an agreement to open an embassy`) or carry it out."""
    found: list[Claim] = []
    for claim in claims:
        is_inside = bool(found) and claim.span.start < found[-1].span.end
        if not (is_inside and claim.is_deed) and not (claim.is_trade and any(not other.is_trade for other in claims)):
            found.append(claim)
    return found


def _of_noun(row: Row, join: Join, limit: int, is_other: Callable[[int], bool]) -> Claim:
    phrase, cue = join.phrase, join.cue
    about = subject_after(row, phrase.after, limit, is_other)
    has_modifier = phrase.first < phrase.head and row.words(phrase.first, phrase.head) != ("following",)
    first = phrase.first if has_modifier or phrase.group or not about else about[0]
    after = about[1] if about else phrase.after
    whole = row.span(phrase.start, after) if join.is_led else row.span(min(first, cue.first, phrase.start), max(after, cue.after))
    is_bare = phrase.is_definite and not about and not has_modifier and not join.is_reduced and phrase.group in {"", "papers"}
    is_old = (phrase.is_old and join.progress != "signed") or (not join.is_led and _is_earlier(row, cue))
    papers_span = row.span(phrase.start, phrase.after) if phrase.papers else None
    rule = "agreement-passive" if cue.is_passive or cue.is_back or join.is_reduced or join.is_led else "agreement-object"
    is_deed = bool(phrase.group) or join.needs == "gift"
    return Claim(
        row, cue, join.progress, phrase.kind, phrase.papers, papers_span, whole, row.span(first, after), is_old, is_bare, is_deed, rule, row
    )


def _of_topic(row: Row, topic: Topic, joins: Sequence[Join]) -> Claim:
    cue = topic.cue
    inner = next((one for one in joins if cue.after <= one.cue.first < topic.after and one.phrase.start < topic.after), None)
    kind = inner.phrase.kind if inner else "understanding"
    progress = "intended" if inner and not inner.phrase.group and topic.progress == "agreed" else topic.progress
    subject = row.span(cue.after, topic.after)
    is_deed = topic.needs == "trade"
    is_old = _is_earlier(row, cue)
    whole = row.span(cue.first, topic.after)
    return Claim(
        row,
        cue,
        progress,
        kind,
        "",
        None,
        whole,
        subject,
        is_old,
        is_bare=False,
        is_deed=is_deed,
        rule="agreement-topic",
        above=row,
        is_trade=is_deed,
    )


def _is_earlier(row: Row, cue: Cue) -> bool:
    """Tell whether words around the verb say that it was done at an earlier time, or by many countries over time."""
    around = (*row.words(cue.first - NEAR, cue.first), *row.words(cue.after, cue.after + FARTHER))
    return has(around, "before") or _is_cumulative(row, cue)


def _is_cumulative(row: Row, cue: Cue) -> bool:
    """Tell whether the verb's subject is a number of countries that is no pair: `27 countries have signed`."""
    for index in range(max(cue.first - NEAR, 0), cue.first):
        if row.word(index) in saying("cumulative"):
            return any(number_of(word) > PAIR for word in row.words(index - NEAR, index))
    return False
