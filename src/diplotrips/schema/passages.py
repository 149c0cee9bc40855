"""The passages of sources that the documents of a dataset point at: every recorded span, and where it is written.

Whether they are what the record says is judged by the check DT403 and, where there are copies of the sources, by `verify-spans`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diplotrips.findings import End
from diplotrips.schema.claims import spans_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.findings import Place
    from diplotrips.schema.dataset import Dataset, Entry
    from diplotrips.schema.document import TripDocument
    from diplotrips.schema.fields import Span
    from diplotrips.schema.quote import Quote
    from diplotrips.schema.said import ClaimLine
    from diplotrips.schema.tree import Node


class Passage(NamedTuple):
    """One recorded span and where it is written."""

    source: str
    span: Span
    record: str
    """Released id of the record that the passage is about."""
    path: str
    """Where the span stands in its document, such as `said.gazette-2024-05.3.span`."""
    place: Place
    sha256: str
    """Hash written beside the span; empty if there is none, or if it is the hash of several spans."""

    @property
    def key(self) -> tuple[str, str]:
        """Source and span, under which its hash is kept."""
        return (self.source, str(self.span))

    @property
    def end(self) -> End:
        """The passage as an end of a finding, known by its span, since the number of its line moves."""
        return End("this span", self.record, f"span.{self.span}", self.source, value=str(self.span), place=self.place)


def passages(dataset: Dataset) -> Iterator[Passage]:
    """Walk every span of every document: lines of `said`, quotations of experts and of officials."""
    for entry in dataset.trips:
        document, trip = entry.record, entry.record.trip.id
        for source, lines in document.said.items():
            for number, line in enumerate(lines):
                about = f"{trip}.{line.about}" if line.about else trip
                yield from _passages(source, line, about, f"said.{source}.{number + 1}", entry.node.at(("said", source, number)))
        yield from _quoted(entry, trip)


def _quoted(entry: Entry[TripDocument], trip: str) -> Iterator[Passage]:
    """Walk the spans of the quotations of one document."""
    for number, expert in enumerate(entry.record.quoted_experts):
        for order, quote in enumerate(expert.quotes):
            node = entry.node.at(("quoted_experts", number, "quotes", order))
            yield from _passages(expert.source, quote, f"{trip}.{expert.id}", f"quoted_experts.{expert.id}.quotes.{order + 1}", node)
    for number, official in enumerate(entry.record.quotes):
        yield from _passages(official.source, official, trip, f"quotes.{number + 1}", entry.node.at(("quotes", number)))


def _passages(source: str, line: ClaimLine | Quote, record: str, path: str, node: Node) -> Iterator[Passage]:
    """Walk the spans of one line or quotation."""
    spans = spans_of(line.span)
    for index, span in enumerate(spans):
        place = node.at(("span", index)).place
        yield Passage(source, span, record, f"{path}.span", place, (line.sha256 or "") if len(spans) == 1 else "")
