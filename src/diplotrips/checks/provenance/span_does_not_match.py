"""A span is a passage of its source.

**Why.** Whoever looks a claim up finds nothing, or other words, where the span leads; and a shifted span is how a changed text shows.

**Not covered.** Whether the passage says what the claim says. Without a local copy of the source only what its length tells is checked:
that a span begins before it ends, and ends within the text. `diplotrips verify-spans` holds every span and its hash to the text itself.

**What to do.** Find the passage with `diplotrips cite FILE "phrase"` and correct the span; if the text itself has changed, correct
`text_chars` and `text_sha256` of the source.

**Wrong**

```yaml
said:
  gazette-2024-05:
    - {about: cl, country: CL, span: 90-81}
```

**Right**

```yaml
said:
  gazette-2024-05:
    - {about: cl, country: CL, span: 81-90}
```

**Since** 0.1.0
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diplotrips.checks.check import Check, finding
from diplotrips.findings import End, Severity
from diplotrips.schema.claims import spans_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.checks.evidence import Evidence
    from diplotrips.findings import Finding, Place
    from diplotrips.schema.dataset import Entry
    from diplotrips.schema.document import TripDocument
    from diplotrips.schema.fields import Span
    from diplotrips.schema.quote import QuotedExpert
    from diplotrips.schema.tree import Node


class _Passage(NamedTuple):
    """One span and where it is written."""

    source: str
    record: str
    field: str
    span: Span
    place: Place


def find(evidence: Evidence) -> Iterator[Finding]:
    """Return a finding for each span that is empty, ends before it begins, or leads beyond its source."""
    lengths = {entry.record.id: (entry.record.text_chars, entry.place("text_chars")) for entry in evidence.dataset.sources}
    for document in evidence.dataset.trips:
        for passage in _passages(document):
            chars, place = lengths.get(passage.source, (None, None))
            start, end = passage.span.start, passage.span.end
            if start >= end:
                what = "is empty" if start == end else "ends before it begins"
                yield _found(evidence, passage, f"the span {passage.span} {what}", [])
            elif chars is not None and end > chars:
                there = End(f"its text has {chars} characters", passage.source, "text_chars", value=str(chars), place=place)
                message = f"the span {passage.span} leads beyond {passage.source}, whose text has {chars} characters"
                yield _found(evidence, passage, message, [there])


def _found(evidence: Evidence, passage: _Passage, message: str, there: list[End]) -> Finding:
    here = End("this span", passage.record, passage.field, passage.source, value=str(passage.span), place=passage.place)
    return finding(CHECK, evidence, record=passage.record, field=passage.field, message=message, here=here, there=there)


def _passages(entry: Entry[TripDocument]) -> Iterator[_Passage]:
    """Return every span of a trip document: of its claims, of its experts' quotations, of officials' quotations."""
    document, trip = entry.record, entry.record.trip.id
    for source, lines in document.said.items():
        for number, line in enumerate(lines):
            record = f"{trip}.{line.about}" if line.about else trip
            yield from _spans(source, record, "span", line.span, entry.node.at(("said", source, number, "span")))
    for number, expert in enumerate(document.quoted_experts):
        yield from _of_expert(expert, f"{trip}.{expert.id}", entry.node.at(("quoted_experts", number, "quotes")))
    for number, quote in enumerate(document.quotes):
        yield from _spans(quote.source, trip, f"quotes.{number + 1}.span", quote.span, entry.node.at(("quotes", number, "span")))


def _of_expert(expert: QuotedExpert, record: str, node: Node) -> Iterator[_Passage]:
    for number, quote in enumerate(expert.quotes):
        yield from _spans(expert.source, record, f"quotes.{number + 1}.span", quote.span, node.at((number, "span")))


def _spans(source: str, record: str, field: str, span: Span | tuple[Span, ...] | None, node: Node) -> Iterator[_Passage]:
    several = isinstance(span, tuple)
    for index, one in enumerate(spans_of(span)):
        yield _Passage(source, record, field, one, node.at((index,)).place if several else node.place)


CHECK = Check(code="DT403", name="span-does-not-match", severity=Severity.ERROR, page=__doc__, judges="source", find=find)
