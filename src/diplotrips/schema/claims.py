"""Claims: what one source says about one field of one record, taken out of the lines of `said`.

A line is a passage with several fields; a claim is one of them. Lists of things that are each true for themselves (places, topics …)
become one claim a thing; a route, and a set of countries, stay one. A line without `mode` is held unless a status in it says otherwise:
what it says is planned beside `planned`, `postponed` and `cancelled`, and possible beside `unconfirmed`; that something was postponed or
cancelled is itself held.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from diplotrips.schema.claim_names import ClaimName
from diplotrips.schema.said import Cited, ClaimLine, Provenance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diplotrips.findings import Place
    from diplotrips.schema.coding import CodingFile
    from diplotrips.schema.document import TripDocument
    from diplotrips.schema.fields import Span
    from diplotrips.schema.said import Block
    from diplotrips.schema.tree import Node

EXISTS = "exists"
"""Field of a claim that says no more than that its record exists."""

CLAIM_FIELDS = tuple(name for name in ClaimLine.model_fields if name not in Provenance.model_fields)
"""Every field that a line can claim, in the order of the model."""

ONE_EACH = frozenset({"places", "topics", "purposes", "events", "did", "did_not", "parties", "cited"})
"""Fields whose lists are read as one claim an item."""

_MODE_OF_STATUS = {"planned": "planned", "postponed": "planned", "cancelled": "planned", "unconfirmed": "possible"}
"""What a line is taken for that gives this status and no mode."""

_CALLED_OFF = frozenset({"postponed", "cancelled"})
"""Statuses that are told as a fact, while all else in their line is the plan that was given up."""


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
    def voice(self) -> str:
        """Who says so, as a message names it: the source, or the draft of it, and the part if that is not the body."""
        source = f"the draft of {self.source}" if self.coder else self.source
        return source if self.part == "body" else f"{source} ({self.part})"

    @property
    def spans(self) -> tuple[Span, ...]:
        """The passages, none where the source has no code points."""
        return spans_of(self.line.span)

    @property
    def name(self) -> ClaimName:
        """The claim's full name in a decision: `source:part:value`."""
        return ClaimName(self.source, self.part, self.text)


def spans_of(span: Span | tuple[Span, ...] | None) -> tuple[Span, ...]:
    """Return one span, several or none as a tuple."""
    if span is None:
        return ()
    return span if isinstance(span, tuple) else (span,)


def claims_of(document: TripDocument, node: Node) -> Iterator[Claim]:
    """Return every claim of *document*; its places come from *node*, the node of the document."""
    about = _About(document.trip.id, {"": "trip", **document.kinds})
    for source, lines in document.said.items():
        yield from _claims(source, lines, about, node.at(("said", source)))


def coded_claims_of(coding: CodingFile, node: Node, documents: Mapping[str, TripDocument]) -> Iterator[Claim]:
    """Return every claim of *coding* on the trips that it names, with its coder; places come from *node*, the node of the coding.

    What it says of trips that it declares itself, or that are none of *documents* (by trip id), is left out: nothing else is said of them.
    """
    for number, block in enumerate(coding.trips):
        document = documents.get(block.trip) if isinstance(block.trip, str) else None
        if document:
            own = {**{stop.id: "stop" for stop in block.stops}, **{agreement.id: "agreement" for agreement in block.agreements}}
            about = _About(document.trip.id, {"": "trip", **own, **document.kinds})
            yield from _claims(coding.source, block.said, about, node.at(("trips", number, "said")), coding.coder)


class _About(NamedTuple):
    """The trip that lines are about."""

    trip: str
    """Its id."""
    kinds: Mapping[str, str]
    """Kind of record by local id; of the trip itself by the empty one."""


def _claims(source: str, lines: Block, about: _About, node: Node, coder: str = "") -> Iterator[Claim]:
    """Return every claim of one block of *lines*, whose places come from *node*."""
    for number, line in enumerate(lines):
        line_node = node.at((number,))
        for field, index, value in _values(line):
            steps = (field,) if index is None else (field, index)
            yield Claim(
                source=source,
                record=f"{about.trip}.{line.about}" if line.about else about.trip,
                kind=about.kinds.get(line.about or "", ""),
                field=field,
                value=value,
                text=text_of(field, value),
                mode=mode_of(line, field),
                part=line.part or "body",
                basis=line.basis or "stated",
                line=line,
                statement=number + 1,
                place=line_node.at(steps).place,
                trip=about.trip,
                coder=coder,
            )


def mode_of(line: ClaimLine, field: str) -> str:
    """Return the mode in which *line* claims *field*: as it says, else as follows from the status in it."""
    if line.mode or (field == "status" and line.status in _CALLED_OFF):
        return line.mode or "held"
    return _MODE_OF_STATUS.get(line.status or "", "held")


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
