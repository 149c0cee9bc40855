"""The quotations of an article with their speakers: what others call is `find_quotes`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diplotrips.extract.parsing.found import Evidence, FoundQuote
from diplotrips.extract.parsing.mentions import Role
from diplotrips.extract.parsing.passages import Part
from diplotrips.extract.parsing.quotes.acts import find_acts
from diplotrips.extract.parsing.quotes.attribution import NOBODY, Attribution, Place, from_next, from_sentence
from diplotrips.extract.parsing.quotes.floor import Floor
from diplotrips.extract.parsing.quotes.lines import read_lines
from diplotrips.extract.parsing.quotes.reported import reported
from diplotrips.extract.parsing.quotes.wording import insertions, is_sentence, is_term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.mentions import People
    from diplotrips.extract.parsing.passages import Layout, Quotation
    from diplotrips.extract.parsing.quotes.acts import Act
    from diplotrips.extract.parsing.quotes.lines import Line
    from diplotrips.schema.fields import Span

_SILENT = frozenset({Part.BOILERPLATE, Part.FOREIGN})
_PARTS = {Part.TITLE: "headline", Part.HEADING: "headline", Part.CAPTION: "caption"}


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A quotation with its speaker and the number of its sentence."""

    quotation: Quotation
    attribution: Attribution
    sentence: int
    embedded: bool
    follows: bool = False
    """Whether only the attribution stands between it and the quotation before."""


def find_quotes(layout: Layout, people: People) -> tuple[FoundQuote, ...]:
    """Return the quotations and the reported speech of an article, in the order of the text.

    Terms, titles and words of fewer than four are left out; the wording of documents and organizations stays without a speaker. A
    quotation that its attribution interrupts is one with several spans. Reported speech is returned where its speaker is known.
    """
    lines = read_lines(layout, people)
    acts = [find_acts(line) for line in lines]
    spoken = _chained(_spoken(layout, lines, acts))
    direct = [_direct(layout, group, people) for group in _groups(spoken)]
    indirect = [
        quote
        for line, own in zip(lines, acts, strict=True)
        if _part(layout, line.number) not in _SILENT
        for quote in reported(line, own, people)
    ]
    return tuple(sorted((*direct, *indirect), key=lambda quote: (quote.spans[0].start, quote.spans[0].end)))


def _part(layout: Layout, sentence: int) -> Part:
    return layout.segments[layout.sentences[sentence].segment].part


def _spoken(layout: Layout, lines: Sequence[Line], acts: Sequence[Sequence[Act]]) -> list[_Spoken]:
    """Return every quotation that is speech, with its speaker, sentence by sentence."""
    by_sentence: dict[int, list[Quotation]] = {}
    for quotation in layout.quotations:
        number = layout.sentence_at(quotation.span.start)
        if number is not None:
            by_sentence.setdefault(number, []).append(quotation)
    floor, result = Floor(), []
    for line in lines:
        if _part(layout, line.number) in _SILENT:
            continue
        segment = layout.sentences[line.number].segment
        own = _of_sentence(layout, line, acts[line.number], by_sentence.get(line.number, []), floor)
        if own and own[-1].attribution.person is None and line.number + 1 < len(lines):
            own = _asked(layout, own, lines[line.number + 1], acts[line.number + 1])
        floor.hear(line, acts[line.number], segment)
        for each in own:
            if each.attribution is not NOBODY:
                floor.note(each.attribution, line.number, segment)
        result.extend(own)
    return result


def _of_sentence(layout: Layout, line: Line, acts: Sequence[Act], quotations: Sequence[Quotation], floor: Floor) -> list[_Spoken]:
    result: list[_Spoken] = []
    places = [_place(layout, line, quotations, number) for number in range(len(quotations))]
    for quotation, place in zip(quotations, places, strict=True):
        if is_term(layout, quotation):
            continue
        attribution = from_sentence(line, acts, place)
        if attribution is None and result:
            attribution = replace(result[-1].attribution, rule="same-sentence")
        if attribution is None and not acts and _is_all(line):
            before = layout.view[: quotation.span.start].rstrip()[-1:]
            attribution = floor.speaker(line.number, layout.sentences[line.number].segment, after_colon=before == ":")
        follows = bool(result) and _goes_on(layout, result[-1], quotation, attribution)
        result.append(_Spoken(quotation, attribution or NOBODY, line.number, place.is_embedded, follows))
    return _with_later(result)


def _is_all(line: Line) -> bool:
    """Tell whether a sentence is nothing but what stands between marks."""
    return not any(word.is_letters and not quoted for word, quoted in zip(line.phrase.words, line.quoted, strict=True))


def _asked(layout: Layout, spoken: list[_Spoken], after: Line, acts: Sequence[Act]) -> list[_Spoken]:
    """Give a question or exclamation that is a sentence by itself the speaker whom the next sentence names."""
    last = spoken[-1]
    inner = layout.view[last.quotation.inner.start : last.quotation.inner.end].rstrip()
    if inner[-1:] not in {"?", "!"} or layout.sentences[last.sentence].span.end > last.quotation.span.end:
        return spoken
    found = from_next(after, acts)
    return [*spoken[:-1], replace(last, attribution=found)] if found is not None else spoken


def _with_later(spoken: list[_Spoken]) -> list[_Spoken]:
    """Give quoted words without a speaker the one whom their sentence names behind a later part."""
    later: Attribution | None = None
    result = []
    for each in reversed(spoken):
        if each.attribution is NOBODY and later is not None and later.person is not None:
            result.append(replace(each, attribution=replace(later, rule="same-sentence")))
        else:
            later = each.attribution
            result.append(each)
    return result[::-1]


def _goes_on(layout: Layout, before: _Spoken, quotation: Quotation, attribution: Attribution | None) -> bool:
    """Tell whether *quotation* goes on with the sentence of the one before, which the attribution interrupts."""
    if attribution is None or attribution.person is None or attribution.person != before.attribution.person or before.embedded:
        return False
    first = next((letter for letter in layout.view[quotation.inner.start : quotation.inner.end] if letter.isalnum()), "")
    return (
        first.islower() and layout.view[before.quotation.inner.end - 1] in ",-" and layout.view[: quotation.span.start].rstrip()[-1:] == ","
    )


def _place(layout: Layout, line: Line, quotations: Sequence[Quotation], number: int) -> Place:
    """Return where quotation *number* of a sentence stands among its words."""
    quotation, words = quotations[number], line.phrase.words
    first = next((index for index, word in enumerate(words) if word.end > quotation.span.start), len(words))
    end = next((index for index in range(first, len(words)) if words[index].start >= quotation.span.end), len(words))
    left = (
        0
        if number == 0
        else next((i for i in range(first + 1) if i == len(words) or words[i].start >= quotations[number - 1].span.end), first)
    )
    right = len(words)
    if number + 1 < len(quotations):
        right = next((index for index in range(end, len(words)) if words[index].end > quotations[number + 1].span.start), right)
    inner = layout.view[quotation.inner.start : quotation.inner.end].rstrip()
    while left < first and not words[left].is_letters:
        left += 1
    return Place(first, end, left, right, inner[-1:] or " ")


def _chained(spoken: list[_Spoken]) -> list[_Spoken]:
    """Give the parts of a quotation that goes on across paragraphs one speaker: the last one found."""
    result = list(spoken)
    for at in range(len(result) - 1, 0, -1):
        if not result[at].quotation.continues:
            continue
        one, other = result[at - 1].attribution, result[at].attribution
        if one is NOBODY or (one.rule in {"paragraph-before", "same-paragraph"} and other is not NOBODY):
            result[at - 1] = replace(result[at - 1], attribution=replace(other, rule="goes-on-across-paragraphs"))
        else:
            result[at] = replace(result[at], attribution=replace(one, rule="goes-on-across-paragraphs"))
    return result


def _groups(spoken: Sequence[_Spoken]) -> list[list[_Spoken]]:
    groups: list[list[_Spoken]] = []
    for each in spoken:
        if each.follows and groups:
            groups[-1].append(each)
        else:
            groups.append([each])
    return groups


def _direct(layout: Layout, group: Sequence[_Spoken], people: People) -> FoundQuote:
    first = group[0]
    person = first.attribution.person
    manner = "direct" if is_sentence(layout, first.quotation, embedded=first.embedded) else "mixed"
    return FoundQuote(
        spans=tuple(each.quotation.span for each in group),
        manner=manner,
        person=person,
        role=people.persons[person].role if person is not None else Role.OTHER,
        evidence=_evidence(layout, first),
        insertions=tuple(span for each in group for span in insertions(layout, each.quotation)),
    )


def _evidence(layout: Layout, spoken: _Spoken) -> Evidence:
    attribution = spoken.attribution
    spans: tuple[Span, ...] = (attribution.span,) if attribution.span is not None else ()
    part = _PARTS.get(_part(layout, spoken.sentence), "body")
    is_stated = attribution.rule in {"speaker-then-verb", "verb-then-speaker", "colon", "dash", "according-to", "speaker-with-apposition"}
    return Evidence(
        spans or (spoken.quotation.span,), attribution.rule, "stated" if is_stated else "resolved", attribution.confidence, part
    )
