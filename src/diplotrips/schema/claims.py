"""Claims: what one source says about one field of one record, taken out of the lines of `said`.

A line is a passage with several fields; a claim is one of them. Lists of things that are each true for themselves (places, topics …)
become one claim a thing; a route, and a set of countries, stay one.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diplotrips.schema.said import Cited, ClaimLine, Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplotrips.findings import Place
    from diplotrips.schema.document import TripDocument
    from diplotrips.schema.fields import Span
    from diplotrips.schema.tree import Node

EXISTS = "exists"
"""Field of a claim that says no more than that its record exists."""

CLAIM_FIELDS = tuple(name for name in ClaimLine.model_fields if name not in Passage.model_fields)
"""Every field that a line can claim, in the order of the model."""

ONE_EACH = frozenset({"places", "topics", "purposes", "events", "did", "did_not", "parties", "cited"})
"""Fields whose lists are read as one claim an item."""

_MODE_OF_STATUS = {"planned": "planned", "postponed": "planned", "unconfirmed": "possible"}


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source says about one field of one record."""

    source: str
    record: str
    """Released id of the record that it is about."""
    kind: str
    """Kind of that record; empty if the document has no such record."""
    field: str
    """A field of `CLAIM_FIELDS`, or `exists`."""
    value: object
    """The typed value."""
    text: str
    """The value as canonical text; empty for `exists`."""
    mode: str
    part: str
    basis: str
    line: ClaimLine
    """The passage that it was taken from."""
    statement: int
    """Ordinal of the line in its block, from 1."""
    place: Place
    """Where the value stands."""
    trip: str
    coder: str = ""
    """Coder who read it so; empty for what the author of the document wrote."""

    @property
    def identity(self) -> tuple[str, ...]:
        """What makes it the same claim wherever it stands: source, record, field, value, mode, part, coder."""
        return (self.source, self.record, self.field, self.text, self.mode, self.part, self.coder)

    @property
    def id(self) -> str:
        """`c-` and twelve hex digits of the identity."""
        return f"c-{hashlib.sha256('|'.join(self.identity).encode()).hexdigest()[:12]}"

    @property
    def spans(self) -> tuple[Span, ...]:
        """The passages, none where the source has no code points."""
        return spans_of(self.line.span)

    def is_named(self, name: str) -> bool:
        """Tell whether *name*, written `source`, `source:part` or `source:part:value`, means this claim."""
        source, _, rest = name.partition(":")
        part, colon, value = rest.partition(":")
        return source == self.source and (not rest or part == self.part) and (not colon or value == self.text)

    @property
    def name(self) -> str:
        """The claim's full name in a decision: `source:part:value`."""
        return f"{self.source}:{self.part}:{self.text}"


def spans_of(span: Span | tuple[Span, ...] | None) -> tuple[Span, ...]:
    """Return one span, several or none as a tuple."""
    if span is None:
        return ()
    return span if isinstance(span, tuple) else (span,)


def claims_of(document: TripDocument, node: Node) -> Iterator[Claim]:
    """Return every claim of *document*; its places come from *node*, the node of the document."""
    kinds = dict(_kinds_of_local_ids(document))
    for source, lines in document.said.items():
        for number, line in enumerate(lines):
            line_node = node.at(("said", source, number))
            for field, index, value in _values(line):
                steps = (field,) if index is None else (field, index)
                yield Claim(
                    source=source,
                    record=f"{document.trip.id}.{line.about}" if line.about else document.trip.id,
                    kind=kinds.get(line.about or "", ""),
                    field=field,
                    value=value,
                    text=text_of(field, value),
                    mode=line.mode or _MODE_OF_STATUS.get(line.status or "", "held"),
                    part=line.part or "body",
                    basis=line.basis or "stated",
                    line=line,
                    statement=number + 1,
                    place=line_node.at(steps).place,
                    trip=document.trip.id,
                )


def text_of(field: str, value: object) -> str:
    """Return the canonical text of a claimed value: `br [ve ni] cu` for a route, sorted codes for a set of countries."""
    if value is None:
        return ""
    if isinstance(value, Cited):
        return f"{value.outlet} {value.date}"
    if isinstance(value, tuple):
        parts = [f"[{' '.join(part)}]" if isinstance(part, tuple) else str(part) for part in value]
        return " ".join(sorted(parts) if field == "countries" else parts)
    return str(value)


def _values(line: ClaimLine) -> Iterator[tuple[str, int | None, object]]:
    """Return field, index in its list and value of each claim of *line*."""
    claimed = [field for field in CLAIM_FIELDS if getattr(line, field) is not None]
    for field in claimed:
        value = getattr(line, field)
        if field in ONE_EACH:
            yield from ((field, index, item) for index, item in enumerate(value))
        else:
            yield field, None, value
    if not claimed:
        yield EXISTS, None, None


def _kinds_of_local_ids(document: TripDocument) -> Iterator[tuple[str, str]]:
    """Return each local id that a line can be about, with the kind of its record."""
    yield "", "trip"
    for stop in document.stops:
        yield stop.id, "stop"
        yield from ((f"{stop.id}.{meeting.local_id}", "meeting") for meeting in stop.met or ())
    yield from ((agreement.id, "agreement") for agreement in document.agreements)
    yield from ((expert.id, "quoted-expert") for expert in document.quoted_experts)
